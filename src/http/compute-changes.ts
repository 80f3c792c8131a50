import { changeReplayed, changeSincePublished, type PublishedLook, type ScoreChange } from '../scoring/attribution.ts';
import { type ToldRow, toldRow } from '../scoring/change-story.ts';
import { type Model, modelAsKept } from '../scoring/model.ts';
import { mappedTexts } from '../scoring/model-signals.ts';
import type { PortalContext } from '../scoring/portal-context.ts';
import type { Past } from '../scoring/replay.ts';
import type { HealthScore } from '../scoring/score.ts';
import type { CycleRecord } from '../store/cycles.ts';
import type { PortalStore } from '../store/portal-store.ts';
import type { MappedTexts } from '../wording/mapped-wording.ts';

/** Changes are told over so many calendar days, up to the moment of the score. */
export const CHANGE_DAYS = [7, 30, 90] as const;

/** A change of score, and why: plain data. */
export interface ComputedChange extends Omit<ScoreChange, 'rows'> {
  readonly days: (typeof CHANGE_DAYS)[number];
  readonly rows: readonly ToldRow[];
  /** What the model of then calls its mapped signals: today's may not have them any more. */
  readonly mapped: MappedTexts;
}

/** A cycle of the past, with what it scored by. */
export interface PastCycle extends Pick<CycleRecord, 'asOf' | 'finishedAt'> {
  readonly portal: PortalContext;
  readonly model: Model;
}

/** Gives the cycle by whose scores the portal went at a moment (ms); undefined: there was none. */
export type PastCycleAt = (moment: number) => Promise<PastCycle | undefined>;

/** Between two cycles every company is compared with the same few moments; those that events rescored, with others. */
const MOST_MOMENTS = 9;

/** Remembers the cycles of a few moments: a context is large. Cycles are only added; what is remembered goes with the latest one. */
export function makePastCycleAt(store: Pick<PortalStore, 'cycleAt'>): PastCycleAt {
  const known = new Map<number, Promise<PastCycle | undefined>>();
  return (moment) => {
    const found = known.get(moment);
    if (found !== undefined) return found;
    if (known.size >= MOST_MOMENTS) known.clear();
    const read = store.cycleAt(moment).then((record) => record && pastCycle(record));
    known.set(moment, read);
    // One that could not be read is read again.
    read.catch(() => known.delete(moment));
    return read;
  };
}

function pastCycle({ asOf, finishedAt, context }: CycleRecord): PastCycle {
  const { portal, model } = context as { portal: PortalContext; model: unknown };
  return { asOf, finishedAt, portal, model: modelAsKept(model) };
}

/** The changes up to the score, and why; without those at whose beginning, or end, there is no score. */
export async function computeChanges(
  past: Past,
  asOf: number,
  health: HealthScore,
  cycleAt: PastCycleAt,
): Promise<readonly ComputedChange[]> {
  const changes: ComputedChange[] = [];
  if (health.state !== 'scored') return changes;
  for (const days of CHANGE_DAYS) {
    const since = past.calendar.daysBefore(asOf, days);
    const isPublished = past.publishedSince !== null && since >= past.publishedSince;
    const cycle = isPublished ? await cycleAt(since) : undefined;
    const change =
      cycle === undefined
        ? isPublished
          ? null
          : changeReplayed(past, asOf, health, since)
        : changeSincePublished(past, asOf, health, lookAt(past, since, cycle));
    if (change === null) continue;
    const mapped = mappedTexts(cycle?.model ?? past.model);
    changes.push({ ...change, days, rows: change.rows.map(toldRow), mapped });
    await breathe();
  }
  return changes;
}

/** A change takes a few scorings; then whoever else waits gets a turn of the event loop. */
const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));

/** The account as it was last looked at by a moment: by the cycle, or where an event after it changed its score, then. */
function lookAt({ published }: Past, moment: number, cycle: PastCycle): PublishedLook {
  const { portal, model, asOf, finishedAt } = cycle;
  const shown = published.findLast(({ at }) => at <= moment);
  const score = shown?.score ?? null;
  return shown !== undefined && shown.at > finishedAt
    ? { at: shown.at, seenUntil: shown.at, model, portal, score }
    : { at: asOf, seenUntil: finishedAt, model, portal, score };
}
