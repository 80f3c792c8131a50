/**
 * Reads what HubSpot still tells of the past values of properties, for replays of moments before we were running. A step of its own,
 * behind everything else: no score of today waits for it.
 */
import { RetryLater, ScopeMissing, TypeMissing } from '../errors.ts';
import { BACKGROUND } from '../hubspot/call-order.ts';
import type { PortalClient } from '../hubspot/portal-client.ts';
import { HISTORY_BATCH } from '../hubspot/property-histories.ts';
import type { ReadPlan, TypePlan } from '../scoring/read-plan.ts';
import type { PortalStore } from '../store/portal-store.ts';
import type { UnreadPast } from '../store/property-history.ts';
import type { HistoryWalk } from '../store/sync-state.ts';
import { parsePast } from './parse-past.ts';
import { utcDay } from './utc-day.ts';

/** Batches under way at once: at the second or so that HubSpot takes for one, more than half of its general limit gives. */
const AT_ONCE = 8;

export interface HistoriesJob {
  readonly client: PortalClient;
  readonly store: PortalStore;
  readonly plan: ReadPlan;
  /** The portal's, IANA. */
  readonly timeZone: string;
  /** Ms since 1970 UTC. */
  readonly clock: () => number;
  /** No call is made from this moment (ms) on; another run goes on there. */
  readonly until: number;
  /** Ends the run at once; another one goes on there. */
  readonly signal?: AbortSignal;
}

/**
 * Reads the past of the records that were there before we were running, each once: what is held is not asked for again, so a run that
 * dies loses the batches under way alone. Where the plan grew by a property, only that one is read. Types that cannot be read, and
 * what HubSpot refuses, are passed over; where it cannot answer now, the next run goes on. Tells whether all is read.
 */
export async function readHistories(job: HistoriesJob): Promise<boolean> {
  let isAll = true;
  for (const plan of job.plan) {
    try {
      isAll = (await readType(job, plan)) && isAll;
    } catch (error) {
      if (error instanceof RetryLater || job.signal?.aborted) return false;
      throw error;
    }
  }
  return isAll;
}

async function readType(job: HistoriesJob, plan: TypePlan): Promise<boolean> {
  const { store, clock, until, signal } = job;
  const { objectType } = plan;
  const state = await store.syncState(objectType);
  if (state === undefined || state.blocked !== null || state.choice === null || state.runningSince === null)
    return true;
  const { choice, runningSince } = state;
  const properties = (plan.history ?? []).filter((property) => choice.properties.includes(property));
  if (properties.length === 0) return true;

  const of = `${runningSince} ${properties.join()}`;
  let walk: HistoryWalk = state.history?.of === of ? state.history : { of, after: null, done: false };
  const save = async (next: HistoryWalk) => {
    const now = await store.syncState(objectType);
    if (now !== undefined) await store.saveSyncState(objectType, { ...now, history: next });
    walk = next;
  };
  // A refusal may be taken back; asked once a day, it costs next to nothing.
  if (walk.refusedAt !== undefined && utcDay(walk.refusedAt) === utcDay(clock())) return true;
  while (!walk.done) {
    const range = { after: walk.after, seenBy: runningSince, limit: AT_ONCE * HISTORY_BATCH };
    const unread = await store.unreadPasts(objectType, properties, range);
    const last = unread.at(-1);
    if (last === undefined) {
      await save({ of, after: walk.after, done: true });
      break;
    }
    if (clock() >= until || signal?.aborted) return false;
    const batches = batchesOf(unread, properties).map((batch) => readBatch(job, plan, batch));
    // All have come to rest before a failure goes up: nothing of this run touches the store afterwards.
    await Promise.allSettled(batches);
    const answers = await Promise.all(batches);
    if (answers.includes('refused')) {
      await save({ ...walk, refusedAt: clock() });
      return true;
    }
    await save({ of, after: last.id, done: false });
  }
  return true;
}

interface Batch {
  readonly ids: readonly string[];
  readonly properties: readonly string[];
}

/** Records that lack the same properties, as many as one call takes. */
function batchesOf(unread: readonly UnreadPast[], properties: readonly string[]): readonly Batch[] {
  const lacking = ({ held }: UnreadPast) => properties.filter((property) => !held.includes(property));
  return [...Map.groupBy(unread, (record) => lacking(record).join()).values()].flatMap((records) => {
    const [first] = records;
    const missing = first === undefined ? [] : lacking(first);
    return Array.from({ length: Math.ceil(records.length / HISTORY_BATCH) }, (_, index) => ({
      ids: records.slice(index * HISTORY_BATCH, (index + 1) * HISTORY_BATCH).map(({ id }) => id),
      properties: missing,
    }));
  });
}

async function readBatch(
  { client, store, timeZone, signal }: HistoriesJob,
  plan: TypePlan,
  { ids, properties }: Batch,
): Promise<'read' | 'refused'> {
  const { objectType } = plan;
  try {
    const read = await client.pasts(objectType, ids, properties, {
      priority: () => BACKGROUND,
      ...(signal && { signal }),
    });
    if (read === undefined) return 'refused';
    const { records, askedAt: readAt } = read;
    // HubSpot answers a merged record's id with the record that it went into.
    const asked = records.filter(({ id }) => ids.includes(id));
    const rows = asked.map((record) => ({
      id: record.id,
      history: parsePast(record, { plan, properties, timeZone, readAt }),
    }));
    await store.saveHistories(
      objectType,
      rows.filter(({ history }) => Object.keys(history).length > 0),
    );
    return 'read';
  } catch (error) {
    if (error instanceof ScopeMissing || error instanceof TypeMissing) return 'refused';
    throw error;
  }
}
