/**
 * Takes the pages of a pass into the store, each with the cursor that counts it as read. Pages that came without their associations
 * or their labels (those of a search, and where labels are asked for also those of the list) wait in the store for them until 1,000
 * records have come together, which is what one call reads.
 */
import type { CallOrder } from '../hubspot/call-order.ts';
import type { PortalClient } from '../hubspot/portal-client.ts';
import type { HubSpotRecord } from '../hubspot/record-schema.ts';
import type { TypePlan } from '../scoring/read-plan.ts';
import type { PortalStore } from '../store/portal-store.ts';
import type { IdRange, PassCursor, PropertyChoice, SyncState } from '../store/sync-state.ts';
import { askedAssociations, type LinkedRecord, withAssociations, withLentCompanies } from './complete-records.ts';
import { ALL_IDS, compare, contains, without } from './id-ranges.ts';
import type { PassToRead } from './pass-to-read.ts';
import { SEARCH_LAG_MS } from './search-lag.ts';
import { type StoredPage, storePage } from './store-page.ts';

/** HubSpot's docs: inputs of one associations batch read, and the most records of a page that may join those that wait. */
const LINK_RECORDS = 1_000;
const MOST_OF_A_PAGE = 200;

type Save = (
  change: (state: SyncState) => SyncState,
  write?: (objectType: TypePlan['objectType'], state: SyncState) => Promise<void>,
) => Promise<void>;

interface TakeJob {
  readonly client: PortalClient;
  readonly store: PortalStore;
  readonly plan: TypePlan;
  readonly choice: PropertyChoice;
  readonly planHash: string;
  readonly own: readonly string[];
  readonly timeZone: string;
  readonly cursor: () => PassCursor;
  readonly save: Save;
  /** Added to. */
  readonly count: { pages: number; read: number; changed: number; readonly ended: string[] };
  readonly dirtyValues: Record<string, number>;
  /** Told after each page. */
  readonly onPage: () => void;
  readonly signal: AbortSignal;
}

interface WaitingPage {
  readonly key: string;
  readonly content: {
    /** Of the plan that the records were read by. */
    readonly planHash: string;
    readonly records: readonly HubSpotRecord[];
    readonly askedAt: number;
  };
}

export async function makeTakePages(
  job: TakeJob,
): Promise<Pick<PassToRead, 'takeListed' | 'takeSearched' | 'dropList'> & { flush(): Promise<void> }> {
  const { client, store, plan, choice, save, count } = job;
  const { objectType } = plan;
  const associated = askedAssociations(plan, choice);
  const order: CallOrder = { signal: job.signal };
  // Left by a run that died before their associations were read; of another plan, they are of no use.
  const left = Map.groupBy(
    (await store.stagedPages(objectType)) as readonly WaitingPage[],
    ({ content }) => content.planHash === job.planHash,
  );
  await drop(left.get(false) ?? []);
  let waiting = left.get(true) ?? [];

  function drop(pages: readonly WaitingPage[]): Promise<void> {
    return store.dropStaged(
      objectType,
      pages.map(({ key }) => key),
    );
  }

  const change = (next: (pass: PassCursor) => PassCursor, stored = NOTHING, write?: Parameters<Save>[1]) =>
    save((state) => (state.cursor === null ? state : { ...grown(state, stored), cursor: next(state.cursor) }), write);

  async function keep(records: readonly LinkedRecord[], askedAt: number, staleByMs: number): Promise<StoredPage> {
    const complete = await withLentCompanies(client, choice.companiesVia, records, order);
    const stored = await storePage({ ...job, records: complete, askedAt, staleByMs });
    count.changed += stored.changed;
    count.ended.push(...stored.ended);
    return stored;
  }

  /** Reads the associations of the pages that wait, and stores them. */
  async function link(): Promise<void> {
    const pages = waiting;
    if (pages.length === 0) return;
    waiting = [];
    const records = pages.flatMap(({ content }) => content.records);
    const linked = await withAssociations(client, plan, choice, records, order);
    const stored = await keep(linked, Math.min(...pages.map(({ content }) => content.askedAt)), SEARCH_LAG_MS);
    await save((state) => grown(state, stored));
    await drop(pages);
  }

  /** Stores a page that waits, and counts it. `key`: no other page that waits has it. */
  async function wait(
    key: string,
    page: Pick<WaitingPage['content'], 'records' | 'askedAt'>,
    next: (pass: PassCursor) => PassCursor,
  ): Promise<void> {
    const staged: WaitingPage = { key, content: { planHash: job.planHash, ...page } };
    await change(next, NOTHING, (type, state) => store.stagePage(type, staged, state));
    waiting = [...waiting, staged];
    const records = waiting.reduce((sum, { content }) => sum + content.records.length, 0);
    if (records > LINK_RECORDS - MOST_OF_A_PAGE) await link();
  }

  /** The pass with a range counted as read. Where the list and searches meet, both bring some records: each counts once. */
  function advanced(pass: PassCursor, records: readonly HubSpotRecord[], range: IdRange): PassCursor {
    const counted = records.filter(({ id }) => isNews(pass, id) && isWithin(id, pass.topId));
    count.read += counted.length;
    return { ...pass, read: pass.read + counted.length, unread: without(pass.unread, range) };
  }

  const isNews = ({ unread }: PassCursor, id: string) => contains(unread, id);

  return {
    async takeListed({ records, askedAt }, range, list) {
      const fresh = records.filter(({ id }) => isNews(job.cursor(), id));
      const read = (pass: PassCursor): PassCursor => ({ ...advanced(pass, fresh, range), list: pass.list && list });
      count.pages += 1;
      const key = fresh.at(-1)?.id;
      if (key === undefined) await change(read);
      // Where the list and a search meet, both may end with the same record.
      else if (plan.labelled !== undefined) await wait(`list to ${key}`, { records: fresh, askedAt }, read);
      else await change(read, await keep(fresh, askedAt, 0));
      job.onPage();
    },

    async takeSearched({ records, askedAt }, range, expected) {
      const fresh = records.filter(({ id }) => isNews(job.cursor(), id));
      const read = (before: PassCursor): PassCursor => {
        const pass = advanced(before, fresh, range);
        if (expected === null || pass.topId !== null) return pass;
        return { ...pass, topId: records[0]?.id ?? range.above, expected };
      };
      count.pages += 1;
      const key = fresh.at(-1)?.id;
      if (key === undefined) await change(read);
      else if (associated.length === 0) await change(read, await keep(fresh, askedAt, SEARCH_LAG_MS));
      else await wait(key, { records: fresh, askedAt }, read);
      job.onPage();
    },

    dropList: (all) => change((pass) => ({ ...pass, list: null, ...(all && { unread: [ALL_IDS], read: 0 }) })),

    flush: link,
  };
}

const isWithin = (id: string, topId: string | null) => topId === null || compare(id, topId) <= 0;

const NOTHING: StoredPage = { changed: 0, ended: [], firstRecordAt: null, filledSince: {} };

/** The state with what a page said about how far back its records reach. */
const grown = (state: SyncState, { firstRecordAt, filledSince }: StoredPage): SyncState => ({
  ...state,
  firstRecordAt: earliest(state.firstRecordAt, firstRecordAt),
  filledSince: earliestOfEach(state.filledSince, filledSince),
});

function earliest(a: number | null, b: number | null): number | null {
  return a === null ? b : b === null ? a : Math.min(a, b);
}

function earliestOfEach(a: SyncState['filledSince'], b: SyncState['filledSince']): SyncState['filledSince'] {
  const both = { ...a };
  for (const [property, since] of Object.entries(b)) both[property] = Math.min(both[property] ?? since, since);
  return both;
}
