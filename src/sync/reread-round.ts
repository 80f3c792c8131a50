/**
 * Association changes bump no date in HubSpot, and some deletions are never told: so every held record is read again once a
 * week, a little at each sync.
 */
import type { PortalClient } from '../hubspot/portal-client.ts';
import { DAY_MS } from '../scoring/calendar.ts';
import type { PortalStore } from '../store/portal-store.ts';
import type { RereadRound } from '../store/sync-state.ts';
import { ALL_IDS, compare } from './id-ranges.ts';
import type { AtLeast } from './read-window.ts';

/** A new round begins so long after the one before. */
const ROUND_EVERY_MS = 7 * DAY_MS;
/** A round is spread over so long, which leaves a day to catch up in. */
const ROUND_MS = 6 * DAY_MS;
/** One call reads the associations of so many records. */
const SLICE_RECORDS = 1_000;

/** A full pass reads every record: it counts as a round, and the next one begins a day later. */
export const roundOfFullPass = (startedAt: number): RereadRound => ({
  startedAt: startedAt - ROUND_MS,
  topId: '0',
  total: 0,
  after: null,
  read: 0,
  held: 0,
  done: true,
});

export interface RoundJob {
  readonly client: PortalClient;
  readonly store: PortalStore;
  readonly objectType: Parameters<PortalStore['heldIds']>[0];
  /** What a record must have to be looked for at all. */
  readonly atLeast: AtLeast;
  readonly now: number;
  readonly signal: AbortSignal;
  readonly reread: (ids: readonly string[]) => Promise<{ readonly held: readonly string[] }>;
  readonly save: (round: RereadRound) => Promise<void>;
}

/**
 * Reads again what is due by now. Answers whether HubSpot counts records that we do not hold, which only reading
 * everything brings in; known at the end of a round alone.
 */
export async function rereadDue(job: RoundJob, last: RereadRound): Promise<{ readonly lacksSome: boolean }> {
  const { store, objectType, now, signal, save } = job;
  if (last.done && now - last.startedAt < ROUND_EVERY_MS) return { lacksSome: false };
  let round = last.done ? await begin(job) : last;
  await save(round);
  const due = round.total * Math.min(1, (now - round.startedAt) / ROUND_MS);
  for (;;) {
    const isLast = now - round.startedAt >= ROUND_MS;
    if (!isLast && due - round.read < SLICE_RECORDS) return { lacksSome: false };
    const ids = await store.heldIds(objectType, round.after, SLICE_RECORDS);
    if (ids.length === 0) break;
    const { held } = await job.reread(ids);
    const known = held.filter((id) => compare(id, round.topId) <= 0);
    round = {
      ...round,
      after: ids.at(-1) ?? round.after,
      read: round.read + ids.length,
      held: round.held + known.length,
    };
    await save(round);
    signal.throwIfAborted();
  }
  const { total } = await count(job, round.topId);
  await save({ ...round, done: true });
  return { lacksSome: total > round.held };
}

async function begin(job: RoundJob): Promise<RereadRound> {
  const { total, topId } = await count(job, null);
  return { startedAt: job.now, topId, total, after: null, read: 0, held: 0, done: false };
}

async function count({ client, objectType, atLeast, signal }: RoundJob, upTo: string | null) {
  const { above } = ALL_IDS;
  const page = await client.search(objectType, { properties: [], atLeast, above, upTo, limit: 1, signal });
  return { total: page.total, topId: page.records[0]?.id ?? '0' };
}
