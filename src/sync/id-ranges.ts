/** Sets of record ids as ranges. HubSpot's ids are whole numbers, as decimal text, and may outgrow exact numbers. */
import type { IdRange } from '../store/sync-state.ts';

export const ALL_IDS: IdRange = { above: '0', upTo: null };

/** The ids of both. */
export const intersect = (ranges: readonly IdRange[], range: IdRange): readonly IdRange[] =>
  ranges.flatMap(({ above, upTo }) => {
    const both = { above: greater(above, range.above), upTo: lesserEnd(upTo, range.upTo) };
    return isEmpty(both) ? [] : [both];
  });

/** The ids that are not in `read`. */
export function without(ranges: readonly IdRange[], read: IdRange): readonly IdRange[] {
  if (isEmpty(read)) return ranges;
  return ranges.flatMap((range) => {
    const below: IdRange = { above: range.above, upTo: lesserEnd(range.upTo, read.above) };
    const beyond = read.upTo === null ? [] : [{ above: greater(range.above, read.upTo), upTo: range.upTo }];
    return [below, ...beyond].filter((rest) => !isEmpty(rest));
  });
}

export const contains = (ranges: readonly IdRange[], id: string): boolean =>
  ranges.some(({ above, upTo }) => compare(id, above) > 0 && (upTo === null || compare(id, upTo) <= 0));

const isEmpty = ({ above, upTo }: IdRange): boolean => upTo !== null && compare(upTo, above) <= 0;

/** Less than 0, 0, or more than 0, as the first id is less, equal, or greater. */
export function compare(a: string, b: string): number {
  const [left, right] = [BigInt(a), BigInt(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The id `by` below another, at least "0". */
export function lower(id: string, by: bigint): string {
  const result = BigInt(id) - by;
  return String(result < 0n ? 0n : result);
}

export const higher = (id: string, by: bigint): string => String(BigInt(id) + by);

/** The id halfway between two. */
export const middle = (a: string, b: string): string => String((BigInt(a) + BigInt(b)) / 2n);

/** The greater id of two. */
export const greater = (a: string, b: string): string => (compare(a, b) >= 0 ? a : b);

const lesserEnd = (a: string | null, b: string | null): string | null =>
  a === null ? b : b === null ? a : compare(a, b) <= 0 ? a : b;
