import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PortalClient } from '../../src/hubspot/portal-client.ts';
import type { ListRequest, SearchRequest } from '../../src/hubspot/record-pages.ts';
import type { HubSpotRecord } from '../../src/hubspot/record-schema.ts';
import type { PassCursor } from '../../src/store/sync-state.ts';
import { ALL_IDS, contains, without } from '../../src/sync/id-ranges.ts';
import type { PassToRead } from '../../src/sync/pass-to-read.ts';
import { readPass } from '../../src/sync/read-pass.ts';

const LIST_PAGE = 10;
const SEARCH_PAGE = 20;

/** How a portal's list behaves: HubSpot's docs promise no more than that its cursor leads through every record. */
type ListKind =
  | 'by id' // The cursor is the last id, and any id will do.
  | 'by the next id' // The cursor is the number after the last id.
  | 'opaque cursor'
  | 'offset cursor' // A number that looks like an id where ids are dense.
  | 'strict cursor' // The last id, but only ids of records, else it begins anew.
  | 'refuses other cursors'
  | 'not by id' // Every record once, in another order.
  | 'late ones last'; // By id at first; some lower ones come in the end.

const LIST_KINDS: readonly ListKind[] = [
  'by id',
  'by the next id',
  'opaque cursor',
  'offset cursor',
  'strict cursor',
  'refuses other cursors',
  'not by id',
  'late ones last',
];

interface FakePortal {
  /** Ascending. */
  readonly ids: readonly number[];
  readonly list: ListKind;
  /** Records with lower ids are too old to be wanted. */
  readonly recentFrom: number;
  /** Seeds the order in which answers come. */
  readonly order: number;
}

/** A portal that answers calls in a shuffled order, and counts them. */
function makeFake({ ids, list, recentFrom, order }: FakePortal) {
  const calls = { list: 0, search: 0 };
  /** Searches that began while no other was under way. */
  let alone = 0;
  let searching = 0;
  let turn = order;
  const away = async () => {
    turn = (turn * 1_103_515_245 + 12_345) % 2 ** 31;
    for (let rounds = turn % 7; rounds > 0; rounds -= 1) await new Promise((resolve) => setImmediate(resolve));
  };
  const record = (id: number): HubSpotRecord => ({
    id: String(id),
    properties: { hs_timestamp: id >= recentFrom ? '2026-01-01' : '2020-01-01' },
    createdAt: '',
    updatedAt: '',
    archived: false,
    associations: {},
  });
  const listed =
    list === 'not by id'
      ? ids.toSorted((a, b) => ((a * 7919) % 10_007) - ((b * 7919) % 10_007) || a - b)
      : list === 'late ones last'
        ? [...ids.filter((id) => id % 5 !== 0), ...ids.filter((id) => id % 5 === 0)]
        : ids;

  function position(after: string): number {
    if (list === 'opaque cursor' || list === 'not by id') return Number(after.slice(1));
    if (list === 'offset cursor') return Number(after);
    if (list === 'by the next id') return listed.filter((id) => id < Number(after)).length;
    const known = listed.indexOf(Number(after));
    if (list === 'strict cursor') return known + 1;
    if (list === 'late ones last' && known >= 0) return known + 1;
    if (list === 'refuses other cursors' && known < 0) throw new Error('Invalid cursor');
    const next = listed.findIndex((id) => id > Number(after));
    return next < 0 ? listed.length : next;
  }

  const client = {
    async *list(_: string, { after, signal }: ListRequest) {
      for (let cursor = after; ; ) {
        signal?.throwIfAborted();
        calls.list += 1;
        await away();
        const start = cursor === undefined ? 0 : position(cursor);
        const records = listed.slice(start, start + LIST_PAGE).map(record);
        const end = start + records.length;
        const last = records.at(-1)?.id ?? '';
        const next = {
          'by the next id': String(Number(last) + 1),
          'opaque cursor': `c${end}`,
          'not by id': `c${end}`,
          'offset cursor': String(end),
        } as Partial<Record<ListKind, string>>;
        cursor = end < listed.length ? (next[list] ?? last) : undefined;
        yield { records, askedAt: 0, after: cursor };
        if (cursor === undefined) return;
      }
    },
    async search(_: string, { above, upTo, atLeast = {}, limit = SEARCH_PAGE, signal }: SearchRequest) {
      signal?.throwIfAborted();
      calls.search += 1;
      alone += searching === 0 ? 1 : 0;
      searching += 1;
      await away();
      searching -= 1;
      const matching = ids
        .filter((id) => id > Number(above) && id <= Number(upTo ?? Number.POSITIVE_INFINITY))
        .filter((id) => atLeast.hs_timestamp === undefined || id >= recentFrom)
        .toReversed();
      const records = matching.slice(0, limit).map(record);
      return { records, askedAt: 0, total: matching.length, more: matching.length > records.length };
    },
  } as unknown as PortalClient;
  return { client, calls, alone: () => alone };
}

/** Reads a pass; breaks off after so many pages, if told, and goes on. */
async function read(portal: FakePortal, breaksOff: number[], windowed: boolean, since: number | null = null) {
  const { client, calls, alone } = makeFake(portal);
  let cursor: PassCursor = {
    startedAt: 0,
    since,
    unread: [ALL_IDS],
    list: since === null ? { after: null, upTo: '0', beyondId: null } : null,
    topId: null,
    read: 0,
    expected: null,
  };
  const taken = new Map<string, number>();
  let pages = 0;
  const take = (records: readonly HubSpotRecord[], next: (pass: PassCursor) => PassCursor) => {
    const fresh = records.filter(({ id }) => contains(cursor.unread, id));
    for (const { id } of fresh) taken.set(id, (taken.get(id) ?? 0) + 1);
    cursor = next({ ...cursor, read: cursor.read + fresh.length });
    pages += 1;
    if (pages === breaksOff[0]) throw new Error('broken off');
  };
  const pass: PassToRead = {
    client,
    objectType: 'emails',
    properties: [],
    associations: [],
    atLeast: windowed ? { hs_timestamp: Date.UTC(2025, 0, 1) } : {},
    priority: () => 1,
    onLeft: () => {},
    // An answer takes so long that searches side by side are worth it.
    clock: () => 400,
    signal: new AbortController().signal,
    cursor: () => cursor,
    takeListed: async (page, range, list) =>
      take(page.records, (now) => ({ ...now, unread: without(now.unread, range), list: now.list && list })),
    takeSearched: async (page, range, expected) =>
      take(page.records, (now) => ({
        ...now,
        unread: without(now.unread, range),
        topId: now.topId ?? (expected === null ? null : (page.records[0]?.id ?? range.above)),
        expected: now.expected ?? expected,
      })),
    dropList: async (all) => {
      cursor = { ...cursor, list: null, ...(all && { unread: [ALL_IDS], read: 0 }) };
      if (all) taken.clear();
    },
  };
  for (;;) {
    try {
      await readPass(pass);
      return { taken, calls, alone: alone(), cursor };
    } catch (error) {
      if (!(error instanceof Error) || error.message !== 'broken off') throw error;
      breaksOff.shift();
      pages = 0;
    }
  }
}

const idsOf = ({ taken }: { taken: ReadonlyMap<string, number> }) =>
  [...taken.keys()].map(Number).toSorted((a, b) => a - b);

/** Ids as portals have them: dense, sparse, or in clusters far apart. */
const idSets = fc
  .array(
    fc.tuple(fc.constantFrom(1, 500, 40_000, 9_000_000), fc.integer({ min: 1, max: 60 }), fc.constantFrom(1, 3, 11)),
    {
      maxLength: 6,
    },
  )
  .map((clusters) => {
    const ids = new Set<number>();
    let from = 0;
    for (const [gap, size, step] of clusters) {
      from += gap;
      for (let index = 0; index < size; index += 1) {
        from += step;
        ids.add(from);
      }
    }
    return [...ids];
  });

describe('a full pass', () => {
  it('reads every record, whatever the list does and wherever the pass breaks off', async () => {
    await fc.assert(
      fc.asyncProperty(
        idSets,
        fc.constantFrom(...LIST_KINDS),
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 4 }),
        async (ids, list, order, breaksOff) => {
          const done = await read({ ids, list, order, recentFrom: 0 }, breaksOff, false);
          expect(idsOf(done)).toEqual(ids);
          expect(done.cursor.unread).toEqual([]);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('reads only what is recent enough, and all of it', async () => {
    await fc.assert(
      fc.asyncProperty(
        idSets,
        fc.constantFrom(...LIST_KINDS),
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        async (ids, list, order, share) => {
          const recentFrom = ids[Math.floor(ids.length * share)] ?? Number.POSITIVE_INFINITY;
          const done = await read({ ids, list, order, recentFrom }, [], true);
          expect(idsOf(done)).toEqual(ids.filter((id) => id >= recentFrom));
        },
      ),
      { numRuns: 300 },
    );
  });
});

const RUN = Array.from({ length: 30_000 }, (_, index) => 1_000_000 + 3 * index);

describe('the calls of a full pass', () => {
  it.each(['by id', 'by the next id', 'opaque cursor'] as const)('are few where the list goes %s', async (list) => {
    const { taken, calls } = await read({ ids: RUN, list, order: 1, recentFrom: 0 }, [], false);
    expect(taken.size).toBe(RUN.length);
    // Each record once, by either way, and what the cuts between the walkers cost.
    const needed = calls.list * LIST_PAGE + calls.search * SEARCH_PAGE;
    expect(needed / RUN.length).toBeLessThan(1.1);
    expect(calls.list).toBeGreaterThan(200);
    expect(calls.search).toBeGreaterThan(200);
  });

  it('are one where a page of the list is all there is', async () => {
    const { calls } = await read({ ids: [5, 6, 7], list: 'by id', order: 1, recentFrom: 0 }, [], false);
    expect(calls).toEqual({ list: 1, search: 0 });
  });

  it('leave the old years to searches, which do not bring them', async () => {
    const recentFrom = RUN[27_000] ?? 0;
    const { taken, calls } = await read({ ids: RUN, list: 'by id', order: 1, recentFrom }, [], true);
    expect(taken.size).toBe(3_000);
    expect(calls.list * LIST_PAGE + calls.search * SEARCH_PAGE).toBeLessThan(6_000);
  });
});

it('what one search has taken on and cannot read soon, it shares with others', async () => {
  // A list that is not by id is given up: all is searched for.
  const { taken, alone } = await read(
    { ids: RUN.slice(0, 15_000), list: 'not by id', order: 1, recentFrom: 0 },
    [],
    false,
  );
  expect(taken.size).toBe(15_000);
  expect(alone).toBeLessThan(14);
});

describe('a pass over changes', () => {
  it('asks once where there are none, and reads down by searches alone', async () => {
    const none = await read({ ids: [], list: 'by id', order: 1, recentFrom: 0 }, [], false, 1);
    expect(none.calls).toEqual({ list: 0, search: 1 });
    const some = await read({ ids: RUN.slice(0, 15_000), list: 'by id', order: 1, recentFrom: 0 }, [], false, 1);
    expect(some.taken.size).toBe(15_000);
    expect(some.calls.list).toBe(0);
    // 750 full pages, and few that are cut.
    expect(some.calls.search).toBeLessThan(770);
  });
});
