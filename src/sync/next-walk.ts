/** Who sets out next in a pass, and on what. */
import type { IdRange } from '../store/sync-state.ts';
import { intersect, middle, without } from './id-ranges.ts';
import {
  follow,
  MOST_LISTS,
  mostSearches,
  type PassRun,
  searchShare,
  shareRecords,
  unreadOf,
  type Walker,
} from './pass-run.ts';
import { lowerShare, recordsIn } from './share-of.ts';

/** So many records are worth halving what one search has taken on, for another that has nothing to do. */
const HALVED_RECORDS = 600;
export const NOTHING: IdRange = { above: '0', upTo: '0' };

export type Walk = { readonly range: IdRange } & (
  | { readonly by: 'search' }
  /** From page to page, as HubSpot's docs have it. */
  | { readonly by: 'list from its cursor' }
  /** `beyondId`: how far the cursor is beyond an id. */
  | { readonly by: 'list from an id'; readonly beyondId: 0 | 1 }
);

/** Undefined: nothing is free, or as many as may be are under way. */
export function nextWalk(run: PassRun): Walk | undefined {
  if (run.signal.aborted) return undefined;
  const { pass, walkers, sample } = run;
  const { list, unread, topId } = pass.cursor();
  const count = (way: Walker['way']) => [...walkers].filter((walker) => walker.way === way).length;
  // Where the ids end is known once a search has begun at the top.
  if (list !== null && list.beyondId !== null && count('up') < (topId === null ? 1 : MOST_LISTS)) {
    const { beyondId } = list;
    const start = intersect(free(run, 'up'), { above: run.listFrom, upTo: topId })[0];
    const range = start && sample ? lowerShare(start, sample, shareRecords(run)) : start;
    if (range !== undefined) return { by: 'list from an id', range, beyondId };
  }
  if (list?.beyondId === null && count('up') === 0 && follow(unread, list.upTo))
    return { by: 'list from its cursor', range: NOTHING };
  // One page of the list may be all there is: searches join after it.
  if (list?.upTo === '0' || count('down') >= mostSearches(run)) return undefined;
  const highest = free(run, 'down').at(-1) ?? halve(run);
  if (highest === undefined) return undefined;
  const { above, upTo } = highest;
  return { by: 'search', range: upTo === null ? highest : searchShare(run, { above, upTo }) };
}

/** What nobody of that way has taken on. A list and a search may share a range: they come from its two ends, and meet. */
function free({ pass, walkers }: PassRun, way: Walker['way']): readonly IdRange[] {
  let ranges = pass.cursor().unread;
  for (const walker of walkers) if (walker.way === way) ranges = without(ranges, walker.range);
  return ranges;
}

/** The lower half of the most that one search has left. */
function halve(run: PassRun): IdRange | undefined {
  const { walkers, sample } = run;
  let most = { records: HALVED_RECORDS, walker: undefined as Walker | undefined, at: '0' };
  for (const walker of walkers) {
    const [rest] = walker.way === 'down' ? unreadOf(run, walker.range) : [];
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
