import type { IdRange } from '../store/sync-state.ts';
import { compare, higher, lower } from './id-ranges.ts';

/** A page of records as a sample of how densely ids lie. */
export interface Sample {
  /** The ids at its two ends, in either order. */
  readonly ends: readonly [string, string];
  readonly records: number;
}

/** As much of the lower end of a range as holds about so many records. */
export function lowerShare(rest: IdRange, sample: Sample, records: number): IdRange {
  const upTo = higher(rest.above, widthOf(sample, records));
  return rest.upTo === null || compare(upTo, rest.upTo) < 0 ? { above: rest.above, upTo } : rest;
}

/** As much of the upper end of a range as holds about so many records. */
export function upperShare(rest: IdRange & { readonly upTo: string }, sample: Sample, records: number): IdRange {
  const above = lower(rest.upTo, widthOf(sample, records));
  return compare(above, rest.above) > 0 ? { above, upTo: rest.upTo } : rest;
}

/** About how many records a range holds. */
export function recordsIn({ above, upTo }: IdRange & { readonly upTo: string }, sample: Sample): number {
  const wide = BigInt(upTo) - BigInt(above);
  return Number((wide * BigInt(sample.records)) / spanOf(sample));
}

const widthOf = (sample: Sample, wanted: number): bigint => (spanOf(sample) * BigInt(wanted)) / BigInt(sample.records);

function spanOf({ ends: [one, other] }: Sample): bigint {
  const span = BigInt(one) - BigInt(other);
  return (span < 0n ? -span : span) + 1n;
}
