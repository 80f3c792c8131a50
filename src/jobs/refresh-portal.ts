/** One cycle of one portal: make sure the properties exist, sync, score, write back. */
import { InputError, ScopeMissing } from '../errors.ts';
import type { CallCounts } from '../hubspot/call.ts';
import type { PortalClient } from '../hubspot/portal-client.ts';
import type { PortalId } from '../ids.ts';
import { type EnsuredProperties, ensureProperties } from '../publish/ensure-properties.ts';
import type { WriteOutcome } from '../publish/write-back.ts';
import { makeCalendar } from '../scoring/calendar.ts';
import type { Model } from '../scoring/model.ts';
import { mappedTexts, planOf } from '../scoring/model-signals.ts';
import type { ByType } from '../scoring/object-types.ts';
import type { Store } from '../store/open-store.ts';
import { readHistories } from '../sync/read-histories.ts';
import { type SyncOutcome, syncPortal } from '../sync/sync-portal.ts';
import type { SyncTick } from '../sync/sync-progress.ts';
import { makeWording } from '../wording/make-wording.ts';
import { type MappedTexts, withMapped } from '../wording/mapped-wording.ts';
import { type AsOf, momentOf } from './as-of.ts';
import { makeFirstScorecards } from './first-scorecards.ts';
import { followEnded } from './follow-ended.ts';
import { followPlays } from './follow-plays.ts';
import { checkVersion, keepModel } from './keep-model.ts';
import { makeKnownSignals } from './known-signals.ts';
import { gatherPortalContext } from './portal-context.ts';
import { publishScores } from './publish-scores.ts';
import { runPlaybooks } from './run-playbooks.ts';
import { type ScoredCompany, scorePortal, withBands } from './score-portal.ts';
import { makeTakeTouched } from './take-touched.ts';

/** What a cycle is doing, for people who wait. */
export type Progress =
  | ({ readonly step: 'sync' } & SyncTick)
  /** So many `companies` are scored, `of` those that the store holds; `write`: all, and the last of them are being written. */
  | { readonly step: 'score' | 'write'; readonly companies: number; readonly of: number };

export interface CycleOptions {
  readonly client: PortalClient;
  readonly store: Store;
  readonly model: Model;
  /** The moment to score as of; undefined: now, after the sync. */
  readonly asOf?: AsOf | undefined;
  /** Reads and computes, but changes nothing in the portal and publishes nothing. */
  readonly dryRun?: boolean;
  /**
   * Default: true. False, which is before an admin said "start writing": scores are computed, kept and published in our own store, so
   * that the card shows them, but no property is created in the portal and no company is written.
   */
  readonly writes?: boolean;
  /** How long past values may be read for afterwards, ms; default `PAST_MS`. What is left is for the cycles that follow. */
  readonly pastForMs?: number;
  /** Of the texts written into the portal. */
  readonly language: string;
  /** Ms since 1970 UTC. */
  readonly clock: () => number;
  readonly onProgress?: (progress: Progress) => void;
  /** Sees every company as it is scored. */
  readonly onScored?: (company: ScoredCompany) => void;
}

/** The figures of a cycle, as `cycle --json` prints them. */
export interface CycleReport {
  readonly portalId: PortalId;
  /** ISO 8601 UTC. */
  readonly asOf: string;
  /** Records that the store now holds, of the types that the model reads. */
  readonly synced: ByType<number>;
  readonly calls: CallCounts;
  readonly companies: { readonly scored: number; readonly unknown: number; readonly notCustomer: number };
  /** Why companies have no score: how many by each reason that there was, the most frequent first. */
  readonly reasons: {
    readonly unknown: Readonly<Record<string, number>>;
    readonly notCustomer: Readonly<Record<string, number>>;
  };
  readonly bands: {
    readonly healthy: number;
    readonly at_risk: number;
    readonly unhealthy: number;
    readonly unknown: number;
  };
  /** In a dry run, and before "start writing": what would be written. */
  readonly written: { readonly changed: number; readonly unchanged: number; readonly failed: number };
  readonly durationMs: number;
}

/** The report, and what a person should be told besides. */
export interface CycleResult {
  readonly report: CycleReport;
  readonly sync: SyncOutcome;
  readonly refused: WriteOutcome['refused'];
  /** Properties of ours for which the portal has no room. */
  readonly leftOut: readonly string[];
  /** Properties of ours that we may not create. */
  readonly uncreated: EnsuredProperties['uncreated'];
  /** The scopes without which no company can be written; null where they can. */
  readonly unwritable: WriteOutcome['unwritable'];
  /** Options of ours that somebody took from a property. */
  readonly missingOptions: EnsuredProperties['missingOptions'];
  /** The portal's, IANA. */
  readonly timeZone: string;
  /** The model's segments by a property that no customer meets, by their place in it, from 0, and name. */
  readonly unmetSegments: readonly { readonly index: number; readonly name: string }[];
  /** What the model calls its mapped signals. */
  readonly mapped: MappedTexts;
}

/**
 * How long a cycle may read past values for: some 30,000 records at the half of HubSpot's lowest limit that it takes. So the next
 * cycle is hardly late, and a portal with 300,000 such records has them all after ten cycles.
 */
export const PAST_MS = 120_000;

/** Refused companies that are kept with a cycle. */
const REFUSED_KEPT = 10;

/**
 * Runs one cycle.
 * @throws InputError for an `asOf` in the future, a model that changed under its version, or a property of ours that is of another type; ScopeMissing where companies cannot
 * be read; whatever else the client throws.
 */
export async function refreshPortal(options: CycleOptions): Promise<CycleResult> {
  const { client, model, clock, dryRun = false, writes = true, onProgress = () => {}, onScored = () => {} } = options;
  const sends = writes && !dryRun;
  const startedAt = clock();
  const callsBefore = client.calls;
  const account = await client.account();
  const calendar = makeCalendar(account.timeZone);
  const asked = options.asOf === undefined ? undefined : momentOf(options.asOf, calendar);
  if (asked !== undefined && calendar.day(asked) > calendar.day(clock())) {
    throw new InputError(`--as-of ${calendar.isoDay(asked)} lies in the future. Give today or an earlier date.`);
  }

  const store = options.store.portal(account.portalId);
  await checkVersion(store, model);
  await store.saveProfile({
    timeZone: account.timeZone,
    currency: account.companyCurrency,
    uiDomain: account.uiDomain,
  });
  const { available, leftOut, uncreated, missingOptions } = await ensureProperties({
    client,
    store,
    model,
    dryRun: !sends,
  });
  const plan = planOf(model);
  const gather = () => gatherPortalContext(account, client, store, plan);
  const first = makeFirstScorecards({ store, plan, model, gather, clock });
  const sync = await syncPortal({
    client,
    store,
    plan,
    ownProperties: available,
    timeZone: account.timeZone,
    clock,
    onProgress(tick) {
      if (!dryRun) first.see(tick);
      onProgress({ step: 'sync', ...tick });
    },
  });
  await first.settled();
  await followEnded({ store, plan, clock }, sync);
  // What events, or the records that are gone, left to look at: it counts in the scores below.
  await makeTakeTouched({ client, store, plan, language: options.language, clock, rescore: false })();

  // Every other type may be missing; but a score is a company's.
  if (sync.companies?.blocked) {
    const { scopes } = sync.companies.blocked;
    throw new ScopeMissing(`Nobody can be scored: the access token lacks ${scopes.join(', ')}`, scopes);
  }
  const held = await store.countRecords();
  const now = clock();
  const asOf = Math.min(asked ?? now, now);
  const portal = await withBands({ store, portal: await gather(), model, calendar, asOf });
  if (!dryRun) await keepModel(store, model, clock());
  // What is computed of a past moment is shown, but it is no part of what was published over time.
  const publishes = !dryRun && asOf === now;
  const mapped = mappedTexts(model);
  const counts = { scored: 0, unknown: 0, notCustomer: 0 };
  const bands = { healthy: 0, at_risk: 0, unhealthy: 0, unknown: 0 };
  const reasons = { unknown: new Map<string, number>(), notCustomer: new Map<string, number>() };
  const met = new Set<string | null>();
  const known = makeKnownSignals();

  async function* watched() {
    let companies = 0;
    for await (const page of scorePortal({ store, portal, model, calendar, asOf })) {
      for (const company of page) {
        const { health } = company;
        if (health.state === 'not_customer') counts.notCustomer += 1;
        else counts[health.state] += 1;
        if (health.state === 'not_customer') countReason(reasons.notCustomer, health.reason);
        if (health.state === 'unknown') countReason(reasons.unknown, health.reason);
        if (health.state !== 'not_customer') met.add(health.segment);
        if (health.state !== 'not_customer') bands[health.state === 'scored' ? health.status : 'unknown'] += 1;
        known.take(health);
        onScored(company);
      }
      companies += page.length;
      onProgress({ step: 'score', companies, of: held.companies });
      yield page;
    }
    if (sends) onProgress({ step: 'write', companies, of: held.companies });
  }
  const written = await publishScores({
    client,
    store,
    scored: watched(),
    asOf,
    portal,
    model,
    keep: publishes,
    calendar,
    wording: withMapped(makeWording({ locale: options.language, timeZone: account.timeZone }), mapped),
    available,
    clock,
    dryRun: !sends,
  });
  const counted = { changed: written.changed, unchanged: written.unchanged, failed: written.failed };
  const finishedAt = clock();
  if (!dryRun) {
    await store.saveCycle({
      asOf,
      published: publishes,
      finishedAt,
      modelName: model.name,
      modelVersion: model.version,
      // `doctor` tells who was refused, and the model's editor what is known; scoring knows nothing of either.
      context: {
        ...{ portal, model, ...(sends && { written: counted }) },
        ...{ refused: written.refused.slice(0, REFUSED_KEPT), known: known.shares() },
      },
    });
  }
  const calls = client.calls;
  if (publishes && sends) {
    const discreet = makeWording({ locale: options.language, timeZone: account.timeZone, discreet: true });
    const wording = withMapped(discreet, mapped);
    await runPlaybooks({ client, store, portal, model, calendar, asOf, wording, clock });
    await followPlays({ client, store, clock });
  }
  // Scores are out. Replays show at once what is read here; what it tells of today counts in the next cycle.
  if (publishes) {
    const until = finishedAt + (options.pastForMs ?? PAST_MS);
    await readHistories({ client, store, plan, timeZone: account.timeZone, clock, until });
  }
  return {
    report: {
      portalId: account.portalId,
      asOf: new Date(asOf).toISOString(),
      synced: Object.fromEntries(plan.map(({ objectType }) => [objectType, held[objectType] ?? 0])),
      calls: {
        total: calls.total - callsBefore.total,
        rateLimited: calls.rateLimited - callsBefore.rateLimited,
        failed: calls.failed - callsBefore.failed,
      },
      companies: counts,
      reasons: { unknown: byCount(reasons.unknown), notCustomer: byCount(reasons.notCustomer) },
      bands,
      written: counted,
      durationMs: Math.round(finishedAt - startedAt),
    },
    sync,
    refused: written.refused,
    leftOut,
    uncreated,
    unwritable: written.unwritable,
    missingOptions,
    timeZone: account.timeZone,
    // That nobody is new is no mistake.
    unmetSegments: model.segments.flatMap(({ name, when }, index) =>
      when.values === undefined || met.has(name) ? [] : [{ index, name }],
    ),
    mapped,
  };
}

const countReason = (counts: Map<string, number>, reason: string): void =>
  void counts.set(reason, (counts.get(reason) ?? 0) + 1);

const byCount = (counts: ReadonlyMap<string, number>): Readonly<Record<string, number>> =>
  Object.fromEntries([...counts].toSorted(([a, most], [b, fewer]) => fewer - most || (a < b ? -1 : 1)));
