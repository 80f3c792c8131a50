/** One run over what a pass has yet to read: who reads what now, and what their pages told of the type. */
import type { RecordPage, SearchPage } from '../hubspot/record-pages.ts';
import type { IdRange } from '../store/sync-state.ts';
import { intersect } from './id-ranges.ts';
import type { PassToRead } from './pass-to-read.ts';
import { type Sample, upperShare } from './share-of.ts';

/**
 * Searches of one type under way at once: enough to use up HubSpot's five a second, and more where much is left, so that one
 * is always waiting for its turn; but few where little is left, so that they do not cut the list off from what it gives next.
 */
const MOST_SEARCHES = 6;
const SEARCHES_PER_MS = 5 / 1_000;
const RECORDS_PER_SEARCH = 5_000;
/** Lists of one type under way at once, where they can begin at any id. */
export const MOST_LISTS = 4;
/** One walker takes on about so many records, and leaves the rest to others; each cut costs about half a page. */
const SHARE_RECORDS = 2_000;

/** Reads page after page: lists walk up from the lowest unread id, searches down from the highest. */
export interface Walker {
  readonly way: 'up' | 'down';
  /** What it has taken on; a list that can only follow its cursor takes on nothing, and reads into what others have. */
  range: IdRange;
  /** Gives up its call that waits for its turn. */
  readonly needless: AbortController;
  readonly signal: AbortSignal;
}

export interface PassRun {
  readonly pass: PassToRead;
  /** Ends the run after the pages in hand. */
  readonly signal: AbortSignal;
  readonly walkers: Set<Walker>;
  /** How dense the ids of the last page were; undefined before the first, and where that was empty. */
  sample: Sample | undefined;
  /** What a page of a list gave that goes on only from page to page, records/ms. */
  chainPerMs: number;
  /** How long a search takes. */
  searchMs: number;
  /** Below this the list gives mostly what is too old to be wanted. */
  listFrom: string;
  /** After each page: gives up calls whose records another way has brought meanwhile, and sets walkers on what is free. */
  readonly setOut: () => void;
}

/** What a call rejects with that became needless while it waited. */
export const NEEDLESS = new Error('needless');
/** Priority of what must not wait: it tells how much there is, or that nothing is left. */
export const FIRST = () => 0;

export const unreadOf = ({ pass }: PassRun, range: IdRange): readonly IdRange[] =>
  intersect(pass.cursor().unread, range);

/** The unread range that goes on right after an id, if one does: the list should not walk through what searches have read. */
export const follow = (unread: readonly IdRange[], upTo: string): IdRange | undefined =>
  intersect(unread, { above: upTo, upTo: null }).find(({ above }) => above === upTo);

export const leftRecords = ({ pass }: PassRun): number =>
  Math.max(0, (pass.cursor().expected ?? 0) - pass.cursor().read);

export const shareRecords = (run: PassRun): number =>
  Math.max(SHARE_RECORDS, Math.ceil(leftRecords(run) / (MOST_LISTS + MOST_SEARCHES)));

/** What changed is little of many types, which use up the budget together: each cut would cost more than it saves. */
const leastSearches = ({ pass, searchMs }: PassRun): number =>
  pass.cursor().since === null ? 1 + Math.ceil(searchMs * SEARCHES_PER_MS) : 1;

export const mostSearches = (run: PassRun): number =>
  Math.min(MOST_SEARCHES, Math.max(leastSearches(run), Math.ceil(leftRecords(run) / RECORDS_PER_SEARCH)));

/** What one search takes on of a range: all of it where no other may join. */
export const searchShare = (run: PassRun, range: IdRange & { readonly upTo: string }): IdRange =>
  run.sample && mostSearches(run) > 1 ? upperShare(range, run.sample, shareRecords(run)) : range;

export function sampleOf({ records }: RecordPage | SearchPage): Sample | undefined {
  const [first, last] = [records[0]?.id, records.at(-1)?.id];
  return first === undefined || last === undefined ? undefined : { ends: [first, last], records: records.length };
}
