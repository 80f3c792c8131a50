import { ScopeMissing, TypeMissing } from '../errors.ts';
import type { PortalClient, RecordPage } from '../hubspot/portal-client.ts';
import type { ObjectType } from '../scoring/properties.ts';
import type { TypePlan } from '../scoring/read-plan.ts';
import type { PortalStore, SyncState } from '../store/portal-store.ts';
import { chooseProperties, type PropertyChoice } from './choose-properties.ts';
import { type Cursor, recordPages } from './record-pages.ts';
import { storePage } from './store-page.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** HubSpot's search shows a change some moments late, and its clock is not ours: each pass reaches back this far. */
const OVERLAP_MS = 5 * MINUTE_MS;

/** What one run did for one object type. */
export interface TypeOutcome {
  /** Pages of records that were stored. */
  readonly pages: number;
  /** Records on those pages. */
  readonly read: number;
  /** Versions that were added: new, changed and ended records. */
  readonly changed: number;
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
  readonly onProgress: (progress: { readonly objectType: ObjectType; readonly read: number }) => void;
  /** Ends the run after the page in hand. */
  readonly signal: AbortSignal;
}

const NEVER_SYNCED: SyncState = {
  planHash: '',
  cursor: null,
  runningSince: null,
  completeTo: null,
  reconciledAt: null,
  blocked: null,
  missingProperties: [],
  firstRecordAt: null,
  filledSince: {},
};

/**
 * Brings one object type up to date. The cursor is saved after each stored page, so that a run that dies goes on there.
 * A type that the portal does not let us read, or does not have, is an outcome; every other failure is thrown.
 */
export async function syncType(job: TypeJob): Promise<TypeOutcome> {
  const { client, store, plan, clock, signal } = job;
  const { objectType } = plan;
  const count = { pages: 0, read: 0, changed: 0 };
  const dirtyValues: Record<string, number> = {};
  let state = (await store.syncState(objectType)) ?? NEVER_SYNCED;

  async function save(next: Partial<SyncState>): Promise<void> {
    state = { ...state, ...next };
    await store.saveSyncState(objectType, state);
  }

  async function takePage(page: RecordPage, choice: PropertyChoice): Promise<void> {
    const stored = await storePage({ ...job, choice, page, dirtyValues });
    state = {
      ...state,
      firstRecordAt: earliest(state.firstRecordAt, stored.firstRecordAt),
      filledSince: earliestOfEach(state.filledSince, stored.filledSince),
    };
    count.pages += 1;
    count.read += page.records.length;
    count.changed += stored.changed;
  }

  /** Runs the pass that is under way, or a new one. */
  async function runPass(choice: PropertyChoice): Promise<Cursor> {
    const pass = state.cursor ?? newPass(state.completeTo, clock());
    for await (const page of recordPages(client, plan, choice.asked, pass)) {
      // A search that finds nothing answers one empty page.
      if (page.records.length > 0) await takePage(page, choice);
      if (page.after !== undefined) await save({ cursor: { ...pass, after: page.after } });
      job.onProgress({ objectType, read: count.read });
      signal.throwIfAborted();
    }
    await save({
      cursor: null,
      runningSince: state.runningSince ?? clock(),
      // What changed while the pass ran may have been passed over: the next one reads it again.
      completeTo: pass.startedAt,
      // Whatever was archived before the first pass was never held.
      reconciledAt: state.reconciledAt ?? pass.startedAt,
    });
    return pass;
  }

  /** Archived records are in no search, and their list knows no "since": looked through once a UTC day. */
  async function endArchived(): Promise<void> {
    const startedAt = clock();
    if (state.reconciledAt !== null && day(state.reconciledAt) === day(startedAt)) return;
    for await (const page of client.list(objectType, { archived: true, properties: [], associations: [] })) {
      const ended = page.records.map(({ id, archivedAt, updatedAt }) => {
        return { id, effectiveAt: Date.parse(archivedAt ?? updatedAt) };
      });
      if (ended.length > 0) count.changed += (await store.endRecords(objectType, ended, clock())).changed;
      signal.throwIfAborted();
    }
    await save({ reconciledAt: startedAt });
  }

  try {
    const startedAt = clock();
    const choice = await chooseProperties(client, plan, job.ownProperties, job.timeZone);
    if (state.planHash !== choice.planHash) {
      state = { ...state, planHash: choice.planHash, cursor: null, runningSince: null, completeTo: null };
    }
    state = { ...state, blocked: null, missingProperties: choice.missing };
    // A pass that an earlier run began speaks of that moment; one of our own follows it.
    while ((await runPass(choice)).startedAt < startedAt);
    await endArchived();
  } catch (error) {
    const blocked = blockedBy(error);
    if (blocked === null) throw error;
    await save({ blocked });
  }
  return { ...count, blocked: state.blocked, missingProperties: state.missingProperties, dirtyValues };
}

function newPass(completeTo: number | null, startedAt: number): Cursor {
  return completeTo === null
    ? { kind: 'full', after: null, startedAt, since: null }
    : { kind: 'changed', after: null, startedAt, since: completeTo - OVERLAP_MS };
}

function blockedBy(error: unknown): SyncState['blocked'] {
  if (error instanceof ScopeMissing) return { reason: 'scope_missing', scopes: error.scopes };
  return error instanceof TypeMissing ? { reason: 'type_missing', scopes: [] } : null;
}

const day = (moment: number) => Math.floor(moment / DAY_MS);

function earliest(a: number | null, b: number | null): number | null {
  return a === null ? b : b === null ? a : Math.min(a, b);
}

function earliestOfEach(a: SyncState['filledSince'], b: SyncState['filledSince']): SyncState['filledSince'] {
  const both = { ...a };
  for (const [property, since] of Object.entries(b)) both[property] = Math.min(both[property] ?? since, since);
  return both;
}
