/** How up to date what we hold of a portal is: the last cycle, each object type, and what waits. */

import { keptSchedule } from '../portal-schedule.ts';
import { planOf } from '../scoring/model-signals.ts';
import { readPlan } from '../scoring/read-plan.ts';
import { SIGNALS } from '../scoring/signals/registry.ts';
import type { CycleRecord } from '../store/cycles.ts';
import type { PortalStore } from '../store/portal-store.ts';
import type { Wording } from '../wording/make-wording.ts';
import { makeMomentText } from '../wording/moment-text.ts';
import { cronOf } from './cycle-times.ts';
import { type HeldType, oldAfterMs, typeFindings } from './examine-types.ts';
import { type Examination, type Finding, makeNote } from './findings.ts';
import { nextTicks, tickSpacing } from './ticks.ts';

/** What webhooks tell is read within a minute while the service runs. */
const WAITED_LONG_MS = 10 * 60_000;
/** So many waiting records are counted, and no more. */
const COUNTED = 1_000;
/** So many refused companies are listed. */
const LISTED = 5;

export interface StoreExamination extends Examination {
  readonly held: PortalStore;
  readonly wording: Wording;
  readonly timeZone: string;
}

interface Telling extends StoreExamination {
  readonly now: number;
  readonly oldMs: number;
  readonly when: (at: number) => string;
}

export async function examineStore(examination: StoreExamination): Promise<readonly Finding[]> {
  const { held, wording, timeZone, clock, model } = examination;
  const now = clock();
  // What the portal's admins set goes before the service's own.
  const { value: set } = await keptSchedule.read(held);
  const schedule = set === null ? examination.schedule : cronOf(set);
  const oldMs = oldAfterMs(schedule === undefined ? undefined : tickSpacing(schedule, timeZone));
  const telling: Telling = { ...examination, now, oldMs, when: makeMomentText(wording.locale, timeZone, now) };
  const note = makeNote(wording, 'stale');
  const next = schedule === undefined ? undefined : nextTicks(schedule, timeZone, 1)[0];
  const counts = await held.countRecords();
  const types: HeldType[] = [];
  for (const { objectType: type } of model === undefined ? readPlan(SIGNALS) : planOf(model)) {
    const state = await held.syncState(type);
    // Why it is not read is told among what is granted.
    if (state !== undefined && state.blocked === null) types.push({ type, held: counts[type] ?? 0, state });
  }
  return [
    ...cycleFindings(telling, await held.latestCycle()),
    ...(next === undefined || schedule === undefined
      ? []
      : [note('ok', 'schedule', { schedule, when: telling.when(next) })]),
    ...typeFindings(types, telling),
    ...(await queueFindings(telling)),
  ];
}

/** What of a stored cycle is told: written by `refreshPortal`, absent in the cycles of earlier versions. */
interface Outcome {
  readonly written?: { readonly changed: number; readonly unchanged: number; readonly failed: number };
  readonly refused?: readonly { readonly companyId: string; readonly message: string }[];
}

function cycleFindings(
  { wording, model, now, oldMs, when }: Telling,
  cycle: CycleRecord | undefined,
): readonly Finding[] {
  const note = makeNote(wording, 'stale');
  if (cycle === undefined) return [note('look', 'no_cycle')];
  const { written, refused = [] } = cycle.context as Outcome;
  const values = { when: when(cycle.finishedAt), name: cycle.modelName, version: cycle.modelVersion };
  const old = now - cycle.finishedAt > oldMs;
  const other = model !== undefined && (model.name !== cycle.modelName || model.version !== cycle.modelVersion);
  const before = `${cycle.modelName} ${cycle.modelVersion}`;
  return [
    old
      ? note('look', 'cycle_old', values)
      : note('ok', 'cycle', { ...values, changed: 0, unchanged: 0, failed: 0, ...written }),
    ...refused
      .slice(0, LISTED)
      .map(({ companyId, message }) =>
        note('look', 'cycle_refused', { company: companyId, reason: message.replace(/\s+/g, ' ') }),
      ),
    ...(other ? [note('ok', 'cycle_other_model', { name: model.name, version: model.version, before })] : []),
  ];
}

async function queueFindings({ held, wording, now, when }: Telling): Promise<readonly Finding[]> {
  const note = makeNote(wording, 'stale');
  const touched = await held.touched(COUNTED);
  const purges = await held.purgeRequests();
  const findings: Finding[] = purges.length === 0 ? [] : [note('look', 'purge', { count: purges.length })];
  const oldest = touched[0]?.touchedAt;
  if (oldest === undefined) return [...findings, note('ok', 'queue_empty')];
  const old = now - oldest > WAITED_LONG_MS;
  const values = { count: touched.length, when: when(oldest) };
  return [...findings, note(old ? 'look' : 'ok', old ? 'queue_old' : 'queue', values)];
}
