/** Works off what HubSpot's events told us of one portal. */
import { ScopeMissing, TypeMissing } from '../errors.ts';
import type { CallOrder } from '../hubspot/call-order.ts';
import type { PortalClient } from '../hubspot/portal-client.ts';
import type { CompanyId } from '../ids.ts';
import { ASKS_NOTHING, ownProperties } from '../publish/company-properties.ts';
import type { WriteOutcome } from '../publish/write-back.ts';
import { modelAsKept } from '../scoring/model.ts';
import type { ObjectType } from '../scoring/object-types.ts';
import type { ReadPlan } from '../scoring/read-plan.ts';
import type { PortalStore } from '../store/portal-store.ts';
import type { PropertyChoice } from '../store/sync-state.ts';
import type { TouchedRecord } from '../store/touched-records.ts';
import { rereadRecords } from '../sync/reread-records.ts';
import { rescoreCompanies } from './rescore-companies.ts';
import { touchLeft, touchNeighbours } from './touch-neighbours.ts';

/** Records looked at between two writes: scores follow events soon, and no statement is long. */
const BATCH_RECORDS = 300;

/** A process that died before us may have stored what it never rescored. What is older, a cycle has scored since. */
const LOOK_BACK_MS = 3_600_000;

/** HubSpot sends events within seconds, but sync may see a change before that. */
const EVENT_DELAY_MS = 60_000;

/** Before the calls of a sync that wait for the same budgets: somebody is looking at these records. */
const PRIORITY = () => -1;

export interface TouchedOptions {
  readonly client: PortalClient;
  readonly store: PortalStore;
  /** What is read; asked for at each call, where it may change between two. */
  readonly plan: ReadPlan | (() => Promise<ReadPlan>);
  /** Of the texts written into the portal. */
  readonly language: string;
  /** Ms since 1970 UTC. */
  readonly clock: () => number;
  /**
   * Whether a cycle of this portal is under way. Meanwhile records are taken, and kept to be taken once more after it: a page
   * that it read before an event may be stored, or a score that it computed before may be written, after we looked.
   */
  readonly keep?: () => boolean;
  /**
   * False: leaves scoring to the caller, who is about to score every company, and what is touched from now on to whoever comes
   * next: where events never cease, a cycle must not wait for a moment without any.
   */
  readonly rescore?: boolean;
  /** Whether companies may be written now; asked at each call. Default: they may. */
  readonly writes?: () => Promise<boolean>;
}

/** What one call did. */
export interface TakenTouched {
  /** Contacts purged. */
  readonly purged: number;
  /** Records looked at, some of them for their neighbours' sake. */
  readonly records: number;
  /** Versions that were added. */
  readonly changed: number;
  /** Companies scored, counted each time. */
  readonly rescored: number;
  /** Companies written. */
  readonly written: number;
  readonly refused: WriteOutcome['refused'];
}

/**
 * Makes the job for one portal: it purges whom it was asked to purge, then looks at touched records, and rescores and writes
 * the companies that they are or were at, until none is left or the signal aborts it (it rejects with its reason). An event is only a
 * hint to look at a record now: the outcome does not depend on the order, the number or the delay of events. A record is forgotten
 * only after its facts are stored and its companies written, so that a call which dies is made up for by the next. One call at
 * a time. Throws what the client throws.
 */
export function makeTakeTouched(options: TouchedOptions): (signal?: AbortSignal) => Promise<TakenTouched> {
  const { client, store, clock, keep = () => false, rescore = true } = options;
  const mayWrite = options.writes ?? (async () => true);
  /** What was taken during the cycle under way: when it had been touched, by type and id. */
  const kept = new Map<string, number>();
  /** Everything that was stored before this moment was followed up. */
  let followedTo = clock() - LOOK_BACK_MS;

  return async (signal) => {
    const order: CallOrder = { priority: PRIORITY, ...(signal && { signal }) };
    const plan = typeof options.plan === 'function' ? await options.plan() : options.plan;
    const writes = await mayWrite();
    const touchedUpTo = rescore ? Number.POSITIVE_INFINITY : clock();
    const timeZone = (await store.profile())?.timeZone ?? 'UTC';
    const count = { purged: 0, records: 0, changed: 0, rescored: 0, written: 0 };
    const refused: WriteOutcome['refused'][number][] = [];
    let available: readonly string[] | undefined;

    async function ours(): Promise<readonly string[]> {
      const { model } = ((await store.latestCycle())?.context ?? {}) as { model?: unknown };
      const asking = model === undefined ? ASKS_NOTHING : modelAsKept(model);
      return ownProperties(await client.properties('companies'), asking);
    }

    async function purgeAll(choices: ReadonlyMap<ObjectType, PropertyChoice>): Promise<void> {
      for (const id of await store.purgeRequests()) {
        // First, for its associations go with it.
        const companies = await store.companiesOf('contacts', [id], followedTo);
        await store.touch(companies.map((company) => ({ objectType: 'companies', id: company, touchedAt: clock() })));
        await touchLeft({ store, plan, choices, clock }, 'contacts', [id]);
        await store.purge('contacts', id);
        await store.forgetPurgeRequests([id]);
        count.purged += 1;
      }
    }

    /** What sync chose to ask of each type that it can read; types that it cannot read. */
    async function readTypes() {
      const choices = new Map<ObjectType, PropertyChoice>();
      const blocked = new Set<ObjectType>();
      for (const { objectType } of plan) {
        const state = await store.syncState(objectType);
        if (state?.blocked) blocked.add(objectType);
        else if (state?.choice) choices.set(objectType, state.choice);
      }
      return { choices, blocked };
    }

    /** Looks at records of one type; the companies whose scores that may change. */
    async function look(
      objectType: ObjectType,
      rows: readonly TouchedRecord[],
      choices: ReadonlyMap<ObjectType, PropertyChoice>,
      since: number,
    ): Promise<readonly CompanyId[]> {
      const typePlan = plan.find((one) => one.objectType === objectType);
      const choice = choices.get(objectType);
      if (typePlan === undefined || choice === undefined) return [];
      available ??= await ours();
      const ids = rows.map((row) => row.id);
      const job = { client, store, plan: typePlan, choice, ownProperties: available, timeZone, clock, order };
      let looked: Awaited<ReturnType<typeof rereadRecords>>;
      try {
        looked = await rereadRecords(job, ids);
      } catch (error) {
        // Sync finds out about it and says so.
        if (error instanceof ScopeMissing || error instanceof TypeMissing) return [];
        throw error;
      }
      count.changed += looked.changed;
      count.records += ids.length;
      const held = new Set(looked.held);
      const asked = rows.filter((row) => row.withNeighbours && held.has(row.id)).map((row) => row.id);
      const neighbours = { client, store, plan, choices, clock, order };
      await touchNeighbours(neighbours, objectType, asked);
      await touchLeft(
        neighbours,
        objectType,
        ids.filter((id) => !held.has(id)),
      );
      return await store.companiesOf(objectType, ids, since);
    }

    for (;;) {
      signal?.throwIfAborted();
      const keeping = keep();
      if (!keeping) kept.clear();
      const { choices, blocked } = await readTypes();
      // Before each batch: a person who asked to be forgotten waits for no queue.
      await purgeAll(choices);
      const startedAt = clock();
      const since = Math.min(followedTo, startedAt - EVENT_DELAY_MS);
      const rows = await nextRows(store, new Set([...choices.keys(), ...blocked]), kept, touchedUpTo);
      if (rows.length === 0) return { ...count, refused };

      const companies = new Set<CompanyId>();
      for (const [objectType, ofType] of Map.groupBy(rows, (row) => row.objectType)) {
        for (const company of await look(objectType, ofType, choices, since)) companies.add(company);
      }
      if (rescore && companies.size > 0) {
        available ??= await ours();
        const rescored = await rescoreCompanies({ ...options, available, order, writes }, [...companies]);
        count.rescored += rescored?.scored ?? 0;
        count.written += rescored?.changed ?? 0;
        refused.push(...(rescored?.refused ?? []));
      }
      // A cycle that began since may have read a page before we looked.
      if (keeping || keep()) for (const row of rows) kept.set(keyOf(row), row.touchedAt);
      else {
        await store.forgetTouched(rows);
        followedTo = startedAt;
      }
    }
  };
}

/** The rows that were touched first, of these types and up to a moment, without those that were kept and not touched since. */
async function nextRows(
  store: PortalStore,
  types: ReadonlySet<ObjectType>,
  kept: ReadonlyMap<string, number>,
  touchedUpTo: number,
): Promise<readonly TouchedRecord[]> {
  for (let limit = BATCH_RECORDS + kept.size; ; limit *= 2) {
    const rows = await store.touched(limit);
    const early = rows.filter(({ touchedAt }) => touchedAt <= touchedUpTo);
    const due = early.filter((row) => types.has(row.objectType) && kept.get(keyOf(row)) !== row.touchedAt);
    if (due.length >= BATCH_RECORDS || early.length < limit) return due.slice(0, BATCH_RECORDS);
  }
}

const keyOf = ({ objectType, id }: TouchedRecord) => `${objectType}/${id}`;
