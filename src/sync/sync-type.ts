import { ScopeMissing, TypeMissing } from '../errors.ts';
import type { PortalClient } from '../hubspot/portal-client.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import type { TypePlan } from '../scoring/read-plan.ts';
import type { PortalStore } from '../store/portal-store.ts';
import type { PassCursor, PropertyChoice, SyncState } from '../store/sync-state.ts';
import { afterBlocked, afterRead } from './access-history.ts';
import { modifiedFrom, newPass } from './begin-pass.ts';
import { askedProperties, chooseProperties, isOfPlan, planHash } from './choose-properties.ts';
import { listedAssociations } from './complete-records.ts';
import { endArchived } from './end-archived.ts';
import { readPass } from './read-pass.ts';
import { windowFrom } from './read-window.ts';
import { rereadRecords } from './reread-records.ts';
import { rereadDue, roundOfFullPass } from './reread-round.ts';
import type { SyncTick } from './sync-progress.ts';
import { makeTakePages } from './take-pages.ts';
import { utcDay } from './utc-day.ts';
import type { Workload } from './workload.ts';

/** What one run did for one object type. */
export interface TypeOutcome {
  /** Pages of records that were read. */
  readonly pages: number;
  /** Records on those pages. */
  readonly read: number;
  /** Versions that were added: new, changed and ended records. */
  readonly changed: number;
  /** Records that were found gone, some perhaps before: deleted, or merged into others. */
  readonly ended: readonly string[];
  /** Why the type cannot be read, or null. */
  readonly blocked: SyncState['blocked'];
  /** Properties of the plan that the portal does not have. */
  readonly missingProperties: readonly string[];
  /** How many values of each property could not be read, and count as empty. */
  readonly dirtyValues: Readonly<Record<string, number>>;
}

export interface TypeJob {
  readonly client: PortalClient;
  readonly store: PortalStore;
  readonly plan: TypePlan;
  readonly ownProperties: readonly string[];
  readonly timeZone: string;
  readonly clock: () => number;
  readonly onProgress: (tick: SyncTick) => void;
  readonly workload: Workload;
  /** Ends the run after the pages in hand. */
  readonly signal: AbortSignal;
}

const NEVER_SYNCED: SyncState = {
  planHash: '',
  cursor: null,
  runningSince: null,
  completeTo: null,
  archived: null,
  reconciledAt: null,
  choice: null,
  round: null,
  blocked: null,
  missingProperties: [],
  firstRecordAt: null,
  filledSince: {},
};

/**
 * Brings one object type up to date. The cursor is saved after each page, so that a run that dies goes on there. A type
 * that the portal does not let us read, or does not have, is an outcome; every other failure is thrown.
 */
export async function syncType(job: TypeJob): Promise<TypeOutcome> {
  const { client, store, plan, clock, workload, signal } = job;
  const { objectType } = plan;
  const own = objectType === 'companies' ? job.ownProperties : [];
  const count = { pages: 0, read: 0, changed: 0, ended: [] as string[] };
  const dirtyValues: Record<string, number> = {};
  let state: SyncState = { ...NEVER_SYNCED, ...(await store.syncState(objectType)) };

  /** Records that the passes which this run has ended read. */
  let readBefore = 0;
  const tell = ({ read, expected }: Pick<PassCursor, 'read' | 'expected'>, done = false): void =>
    job.onProgress({
      objectType,
      read: readBefore + read,
      expected: expected === null ? null : readBefore + expected,
      done,
    });

  /** State changes wait for one another, so that none is saved before what it says is stored. */
  const inTurn = oneAtATime();
  const save = (change: (state: SyncState) => SyncState, write = store.saveSyncState): Promise<void> =>
    inTurn(async () => {
      const next = change(state);
      await write(objectType, next);
      state = next;
    });

  /** Definitions are read once a UTC day: they seldom change, and a run that finds nothing new should cost next to nothing. */
  async function choose(now: number): Promise<PropertyChoice> {
    const { choice, blocked } = state;
    const isFresh =
      choice !== null && blocked === null && utcDay(choice.readAt) === utcDay(now) && isOfPlan(choice, plan);
    const chosen = isFresh ? choice : await chooseProperties(client, plan, now);
    const hash = planHash(plan, chosen, job.timeZone);
    const anew = hash === state.planHash ? {} : { planHash: hash, cursor: null, runningSince: null, completeTo: null };
    state = { ...state, ...anew, choice: chosen, blocked: null, missingProperties: chosen.missing };
    return chosen;
  }

  /** Runs the pass that is under way, or a new one. */
  async function runPass(choice: PropertyChoice): Promise<PassCursor> {
    const pass = state.cursor ?? newPass(state.completeTo, clock());
    state = { ...state, cursor: pass };
    const cursor = () => state.cursor ?? pass;
    const take = await makeTakePages({
      ...job,
      choice,
      own,
      planHash: state.planHash,
      cursor,
      save,
      count,
      dirtyValues,
      onPage: () => tell(cursor()),
    });
    await readPass({
      client,
      objectType,
      properties: askedProperties(choice, own),
      associations: listedAssociations(plan, choice),
      atLeast: { ...windowFrom(plan, pass.startedAt), ...modifiedFrom(plan, pass.since) },
      priority: (way) => workload.priority(objectType, way),
      onLeft: (left) => workload.tell(objectType, left),
      clock,
      signal,
      cursor,
      ...take,
    });
    await take.flush();
    readBefore += cursor().read;
    await save((now) => ({
      ...now,
      cursor: null,
      runningSince: now.runningSince ?? clock(),
      access: afterRead(now.access, now.runningSince, clock()),
      // What changed while the pass ran may have been passed over: the next one reads it again.
      completeTo: pass.startedAt,
      // Whatever was archived before the first pass was never held.
      reconciledAt: now.reconciledAt ?? pass.startedAt,
      round: pass.since === null || now.round === null ? roundOfFullPass(pass.startedAt) : now.round,
    }));
    return pass;
  }

  async function rereadSome(choice: PropertyChoice): Promise<void> {
    if (state.round === null) return;
    const reread = async (ids: readonly string[]) => {
      const outcome = await rereadRecords({ ...job, choice }, ids);
      count.read += ids.length;
      count.changed += outcome.changed;
      count.ended.push(...outcome.ended);
      return outcome;
    };
    const now = clock();
    const round = { client, store, objectType, atLeast: windowFrom(plan, now), now, signal, reread };
    const { lacksSome } = await rereadDue(
      { ...round, save: (next) => save((before) => ({ ...before, round: next })) },
      state.round,
    );
    // The next run reads everything once more.
    if (lacksSome) await save((before) => ({ ...before, completeTo: null }));
  }

  try {
    const startedAt = clock();
    const choice = await choose(startedAt);
    // A pass that an earlier run began speaks of that moment; one of our own follows it.
    while ((await runPass(choice)).startedAt < startedAt);
    workload.end(objectType);
    const onEnded = (ids: readonly string[], changed: number) => {
      count.changed += changed;
      count.ended.push(...ids);
    };
    await endArchived({ client, store, objectType, clock, signal, save, onEnded }, state);
    await rereadSome(choice);
    tell({ read: 0, expected: 0 }, true);
  } catch (error) {
    const blocked = blockedBy(error);
    if (blocked === null) throw error;
    workload.end(objectType);
    await save((now) => ({ ...now, blocked, access: afterBlocked(now.access, now.runningSince, clock()) }));
    tell({ read: 0, expected: 0 }, true);
  }
  return { ...count, blocked: state.blocked, missingProperties: state.missingProperties, dirtyValues };
}

function blockedBy(error: unknown): SyncState['blocked'] {
  if (error instanceof ScopeMissing) return { reason: 'scope_missing', scopes: error.scopes };
  return error instanceof TypeMissing ? { reason: 'type_missing', scopes: [] } : null;
}
