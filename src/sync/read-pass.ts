/**
 * Reads one object type once, over both of HubSpot's budgets: lists walk up from the lowest unread id, searches walk down
 * from the highest, and they meet. What is unread is a set of id ranges, kept after every page, so that a pass can break
 * off and go on anywhere.
 *
 * HubSpot's docs give a list one way to go on: the cursor of the page before. Where that cursor turns out to be the last
 * record's id, or the number after it, a list is also begun at other ids, several side by side: one chain of pages alone is
 * as slow as the answers take. HubSpot promises neither that nor the order of a list, so each page is checked, and in the end the count.
 */
import { PortalDisconnected, RetryLater, ScopeMissing, TypeMissing } from '../errors.ts';
import type { PortalClient, RecordPage, SearchPage } from '../hubspot/portal-client.ts';
import type { IdRange, PassCursor } from '../store/portal-store.ts';
import { ALL_IDS, compare, greater, higher, intersect, lower, middle, without } from './id-ranges.ts';
import { type AtLeast, isWanted } from './read-window.ts';
import { lowerShare, recordsIn, type Sample, upperShare } from './share-of.ts';
import type { Left, Way } from './workload.ts';

/**
 * Searches of one type under way at once: enough to use up HubSpot's five a second, and more where much is left, so that one
 * is always waiting for its turn; but few where little is left, so that they do not cut the list off from what it gives next.
 */
const MOST_SEARCHES = 6;
const SEARCHES_PER_MS = 5 / 1_000;
const RECORDS_PER_SEARCH = 5_000;
/** So many records are worth halving what one search has taken on, for another that has nothing to do. */
const HALVED_RECORDS = 600;
/** Lists of one type under way at once, where they can begin at any id. */
const MOST_LISTS = 4;
/** One walker takes on about so many records, and leaves the rest to others; each cut costs about half a page. */
const SHARE_RECORDS = 2_000;

export interface PassToRead {
  readonly client: PortalClient;
  readonly objectType: string;
  readonly properties: readonly string[];
  /** Object types whose associations come along with the list. */
  readonly associations: readonly string[];
  /** What a record must have. */
  readonly atLeast: AtLeast;
  /** Among calls that wait for their turn; lower goes first. */
  readonly priority: (way: Way) => number;
  /** Told after each page. */
  readonly onLeft: (left: Left) => void;
  /** Ms since 1970 UTC. */
  readonly clock: () => number;
  /** Ends the pass after the pages in hand. */
  readonly signal: AbortSignal;
  /** Where the pass is now. */
  readonly cursor: () => PassCursor;
  /** Stores a page of the list, and counts the range as read. */
  readonly takeListed: (page: RecordPage, range: IdRange, list: PassCursor['list']) => Promise<void>;
  /** Stores a page of a search, and counts the range as read. `expected`: what `read` will come to, where the page tells. */
  readonly takeSearched: (page: SearchPage, range: IdRange, expected: number | null) => Promise<void>;
  /** Takes the list out of the pass. `all`: and has everything read again, by searches alone. */
  readonly dropList: (all: boolean) => Promise<void>;
}

/** Resolves when nothing is unread. Where a page fails, the others in hand are taken, and the first failure is thrown. */
export async function readPass(pass: PassToRead): Promise<void> {
  await readUnread(pass);
  if (!(await listLeftOut(pass))) return;
  await pass.dropList(true);
  await readUnread(pass);
}

interface Walker {
  readonly way: 'up' | 'down';
  /** What it has taken on; a list that can only follow its cursor takes on nothing, and reads into what others have. */
  range: IdRange;
  /** Gives up its call that waits for its turn. */
  readonly needless: AbortController;
  readonly signal: AbortSignal;
}

/** Priority of what must not wait: it tells how much there is, or that nothing is left. */
const FIRST = () => 0;
/** What a call rejects with that became needless while it waited. */
const NEEDLESS = new Error('needless');
const NOTHING: IdRange = { above: '0', upTo: '0' };

async function readUnread(pass: PassToRead): Promise<void> {
  const { client, objectType, properties, associations, atLeast } = pass;
  const stop = new AbortController();
  const signal = AbortSignal.any([pass.signal, stop.signal]);
  const walkers = new Set<Walker>();
  const running: Promise<void>[] = [];
  let sample: Sample | undefined;
  /** What a page of a list gave that goes on only from page to page, records/ms. */
  let chainPerMs = Number.POSITIVE_INFINITY;
  /** How long a search takes. */
  let searchMs = 0;
  /** Below this the list gives mostly what is too old to be wanted. */
  let listFrom = '0';

  const unreadOf = (range: IdRange) => intersect(pass.cursor().unread, range);
  const count = (way: Walker['way']) => [...walkers].filter((walker) => walker.way === way).length;

  /** What nobody of that way has taken on. A list and a search may share a range: they come from its two ends, and meet. */
  function free(way: Walker['way']): readonly IdRange[] {
    let ranges = pass.cursor().unread;
    for (const walker of walkers) if (walker.way === way) ranges = without(ranges, walker.range);
    return ranges;
  }

  const leftRecords = () => Math.max(0, (pass.cursor().expected ?? 0) - pass.cursor().read);
  const shareRecords = () => Math.max(SHARE_RECORDS, Math.ceil(leftRecords() / (MOST_LISTS + MOST_SEARCHES)));
  /** What changed is little of many types, which use up the budget together: each cut would cost more than it saves. */
  const leastSearches = () => (pass.cursor().since === null ? 1 + Math.ceil(searchMs * SEARCHES_PER_MS) : 1);
  const mostSearches = () =>
    Math.min(MOST_SEARCHES, Math.max(leastSearches(), Math.ceil(leftRecords() / RECORDS_PER_SEARCH)));

  /** What one search takes on of a range: all of it where no other may join. */
  const searchShare = (range: IdRange & { readonly upTo: string }): IdRange =>
    sample && mostSearches() > 1 ? upperShare(range, sample, shareRecords()) : range;

  /** After each page: gives up calls whose records another way has brought meanwhile, and sets walkers on what is free. */
  function setOut(): void {
    const { list, unread } = pass.cursor();
    for (const { range, needless } of walkers) {
      const wanted = range === NOTHING ? list !== null && follow(unread, list.upTo) : unreadOf(range)[0];
      if (!wanted) needless.abort(NEEDLESS);
    }
    for (let next = nextWalk(); next !== undefined; next = nextWalk()) send(next);
    if (pass.cursor().expected !== null) pass.onLeft({ records: leftRecords(), listPerMs: listSpeed() });
  }

  function listSpeed(): number {
    const { list, unread } = pass.cursor();
    if (list === null) return 0;
    if (list.beyondId !== null) return Number.POSITIVE_INFINITY;
    return follow(unread, list.upTo) ? chainPerMs : 0;
  }

  function nextWalk(): { way: Walker['way']; range: IdRange; walk: (walker: Walker) => Promise<void> } | undefined {
    if (signal.aborted) return undefined;
    const { list, unread, topId } = pass.cursor();
    // Where the ids end is known once a search has begun at the top.
    if (list !== null && list.beyondId !== null && count('up') < (topId === null ? 1 : MOST_LISTS)) {
      const { beyondId } = list;
      const start = intersect(free('up'), { above: listFrom, upTo: topId })[0];
      const range = start && sample ? lowerShare(start, sample, shareRecords()) : start;
      if (range !== undefined) return { way: 'up', range, walk: (walker) => walkUp(walker, range.above, beyondId) };
    }
    if (list?.beyondId === null && count('up') === 0 && follow(unread, list.upTo))
      return { way: 'up', range: NOTHING, walk: followCursor };
    // One page of the list may be all there is: searches join after it.
    if (list?.upTo === '0' || count('down') >= mostSearches()) return undefined;
    const highest = free('down').at(-1) ?? halve();
    if (highest === undefined) return undefined;
    const { above, upTo } = highest;
    return { way: 'down', range: upTo === null ? highest : searchShare({ above, upTo }), walk: walkDown };
  }

  /** The lower half of the most that one search has left. */
  function halve(): IdRange | undefined {
    let most = { records: HALVED_RECORDS, walker: undefined as Walker | undefined, at: '0' };
    for (const walker of walkers) {
      const [rest] = walker.way === 'down' ? unreadOf(walker.range) : [];
      if (sample === undefined || rest?.upTo == null) continue;
      const records = recordsIn({ above: rest.above, upTo: rest.upTo }, sample);
      if (records > most.records) most = { records, walker, at: middle(rest.above, rest.upTo) };
    }
    const { walker, at } = most;
    if (walker === undefined) return undefined;
    const lowerHalf = { above: walker.range.above, upTo: at };
    walker.range = { ...walker.range, above: at };
    return lowerHalf;
  }

  function send({ way, range, walk }: NonNullable<ReturnType<typeof nextWalk>>): void {
    const needless = new AbortController();
    const walker: Walker = { way, range, needless, signal: AbortSignal.any([signal, needless.signal]) };
    walkers.add(walker);
    const ended = walk(walker)
      .catch((error: unknown) => {
        // The first failure ends the pass.
        if (error !== NEEDLESS) stop.abort(error);
      })
      .then(() => {
        walkers.delete(walker);
        setOut();
      });
    running.push(ended);
  }

  async function walkDown(walker: Walker): Promise<void> {
    for (let rest = unreadOf(walker.range).at(-1); rest !== undefined; rest = unreadOf(walker.range).at(-1)) {
      const { unread, read, topId } = pass.cursor();
      // The page at the top tells how much there is in all.
      const isTop = rest.upTo === null;
      const asked = { ...rest, above: isTop ? (unread[0]?.above ?? rest.above) : rest.above };
      const order = {
        priority: topId === null ? FIRST : () => pass.priority('search') + rankOf(walker),
        signal: walker.signal,
      };
      const page = await client.search(objectType, { properties, atLeast, ...asked, ...order });
      searchMs = pass.clock() - page.askedAt;
      // Nothing there: who comes next looks at all that is left.
      sample = sampleOf(page);
      const lowest = page.more ? page.records.at(-1)?.id : undefined;
      const above = lowest === undefined ? asked.above : lower(lowest, 1n);
      await pass.takeSearched(page, { above, upTo: rest.upTo }, isTop ? read + page.total : null);
      // Some of it may have been given away meanwhile.
      const left = { above: walker.range.above, upTo: greater(above, walker.range.above) };
      walker.range = page.total - page.records.length > 2 * shareRecords() ? searchShare(left) : left;
      setOut();
      signal.throwIfAborted();
    }
  }

  /** Searches of higher ids go first: what they leave is out of the list's reach once it comes to what was read below. */
  const rankOf = (walker: Walker): number =>
    [...walkers].filter((other) => other.way === 'down' && compare(other.range.above, walker.range.above) > 0).length /
    10;

  /** The list from an id on, as far as what the walker has taken on. */
  async function walkUp(walker: Walker, from: string, beyondId: 0 | 1): Promise<void> {
    const isJump = from !== pass.cursor().list?.upTo;
    let upTo = from;
    try {
      const after = from === '0' ? undefined : higher(from, BigInt(beyondId));
      for await (const page of listAfter(after, walker)) {
        // Right after a jump: a cursor that is no id after all. Else: a list that is not by id.
        if (!isAscending(page, upTo)) return await pass.dropList(!isJump || upTo !== from);
        const isRecent = await takeUp(page, upTo, beyondId);
        upTo = page.records.at(-1)?.id ?? upTo;
        const rest = unreadOf(walker.range)[0];
        if (!isRecent || page.after === undefined || rest === undefined || compare(rest.above, upTo) > 0) return;
        walker.range = sample ? lowerShare(rest, sample, shareRecords()) : rest;
        setOut();
        walker.signal.throwIfAborted();
      }
    } catch (error) {
      if (error === NEEDLESS || !isJump || upTo !== from || signal.aborted || isKnown(error)) throw error;
      await pass.dropList(false);
    }
  }

  /** The list as HubSpot's docs have it: each page from the cursor of the one before. */
  async function followCursor(walker: Walker): Promise<void> {
    const { list } = pass.cursor();
    const from = list?.upTo ?? '0';
    let upTo = from;
    try {
      for await (const page of listAfter(list?.after ?? undefined, walker)) {
        if (!isAscending(page, upTo)) return await pass.dropList(true);
        chainPerMs = page.records.length / Math.max(1, pass.clock() - page.askedAt);
        const last = page.records.at(-1)?.id ?? upTo;
        const beyondId = upTo === '0' ? beyond(page.after, last) : null;
        const isRecent = await takeUp(page, upTo, beyondId);
        upTo = last;
        setOut();
        if (beyondId !== null || !isRecent || page.after === undefined || !follow(pass.cursor().unread, upTo)) return;
        walker.signal.throwIfAborted();
      }
    } catch (error) {
      // A cursor of an earlier run that is not good any more; searches read the rest.
      const isRefused = list?.after != null && upTo === from && !isKnown(error);
      if (error === NEEDLESS || signal.aborted || !isRefused) throw error;
      await pass.dropList(false);
    }
  }

  const listAfter = (after: string | undefined, { signal: given }: Walker) =>
    client.list(objectType, { properties, associations, after, priority: () => pass.priority('list'), signal: given });

  /** Takes a page of the list that begins above an id. False: most of it is too old, and the list goes on elsewhere, if it can. */
  async function takeUp(page: RecordPage, above: string, beyondId: 0 | 1 | null): Promise<boolean> {
    sample = sampleOf(page) ?? sample;
    const wanted = page.records.filter((record) => isWanted(record, atLeast));
    const last = page.records.at(-1)?.id ?? above;
    const range = { above, upTo: page.after === undefined ? null : last };
    await pass.takeListed({ ...page, records: wanted }, range, { after: page.after ?? null, upTo: last, beyondId });
    if (wanted.length * 2 >= page.records.length) return true;
    // The list cannot leave out what is too old; a search can.
    const top = pass.cursor().topId;
    const isBelow = beyondId !== null && (top === null || compare(last, top) < 0);
    if (isBelow && top !== null) listFrom = greater(listFrom, middle(last, top));
    else if (!isBelow) await pass.dropList(false);
    return false;
  }

  signal.throwIfAborted();
  setOut();
  for (let index = 0; index < running.length; index += 1) await running[index];
  signal.throwIfAborted();
}

/** The unread range that goes on right after an id, if one does: the list should not walk through what searches have read. */
const follow = (unread: readonly IdRange[], upTo: string): IdRange | undefined =>
  intersect(unread, { above: upTo, upTo: null }).find(({ above }) => above === upTo);

/** How far a list's cursor is beyond the last id of its page, where it is made of that. */
const beyond = (cursor: string | undefined, last: string): 0 | 1 | null =>
  cursor === last ? 0 : cursor === higher(last, 1n) ? 1 : null;

function sampleOf({ records }: RecordPage | SearchPage): Sample | undefined {
  const [first, last] = [records[0]?.id, records.at(-1)?.id];
  return first === undefined || last === undefined ? undefined : { ends: [first, last], records: records.length };
}

function isAscending({ records }: RecordPage, from: string): boolean {
  let last = from;
  return records.every(({ id }) => {
    const isNext = compare(id, last) > 0;
    last = id;
    return isNext;
  });
}

/** Failures that say nothing about where the list was begun. */
const isKnown = (error: unknown): boolean =>
  [RetryLater, PortalDisconnected, ScopeMissing, TypeMissing].some((known) => error instanceof known);

/** The list is believed as far as the count agrees: had it passed records over, HubSpot would count more than were read. */
async function listLeftOut({ client, objectType, atLeast, cursor, ...pass }: PassToRead): Promise<boolean> {
  const { since, topId, read } = cursor();
  if (since !== null || topId === null || topId === ALL_IDS.above) return false;
  const range = { above: ALL_IDS.above, upTo: topId };
  const order = { priority: FIRST, signal: pass.signal };
  const { total } = await client.search(objectType, { properties: [], atLeast, ...range, limit: 1, ...order });
  return total > read;
}
