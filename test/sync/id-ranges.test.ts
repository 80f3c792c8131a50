import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IdRange } from '../../src/store/sync-state.ts';
import { ALL_IDS, compare, contains, intersect, lower, middle, without } from '../../src/sync/id-ranges.ts';

const TOP = 40;
const bound = fc.integer({ min: 0, max: TOP });
const range = fc.record({
  above: bound.map(String),
  upTo: fc.option(bound.map(String), { nil: null, freq: 4 }),
});
/** As the ranges of a pass come about. */
const ranges = fc
  .array(range)
  .map((read) => read.reduce<readonly IdRange[]>((left, one) => without(left, one), [ALL_IDS]));
const ids = Array.from({ length: TOP + 2 }, (_, index) => String(index + 1));
const idsOf = (of: readonly IdRange[]) => ids.filter((id) => contains(of, id));

describe('ranges of ids', () => {
  it('leave out what was read, and nothing else', () => {
    fc.assert(
      fc.property(ranges, range, (left, read) => {
        const rest = without(left, read);
        expect(idsOf(rest)).toEqual(idsOf(left).filter((id) => !contains([read], id)));
        expectOrdered(rest);
      }),
    );
  });

  it('intersect in the ids of both', () => {
    fc.assert(
      fc.property(ranges, range, (left, other) => {
        const both = intersect(left, other);
        expect(idsOf(both)).toEqual(idsOf(left).filter((id) => contains([other], id)));
        expectOrdered(both);
      }),
    );
  });

  it('hold for ids that outgrow exact numbers', () => {
    const [one, next] = ['90071992547409931', '90071992547409932'];
    expect(compare(one, next)).toBeLessThan(0);
    expect(compare('9', '10')).toBeLessThan(0);
    expect(without([ALL_IDS], { above: one, upTo: next })).toEqual([
      { above: '0', upTo: one },
      { above: next, upTo: null },
    ]);
    expect(lower(next, 1n)).toBe(one);
    expect(lower('3', 5n)).toBe('0');
    expect(middle('10', '21')).toBe('15');
  });
});

/** Ascending, without empty ranges. */
function expectOrdered(of: readonly IdRange[]): void {
  let last = '0';
  for (const [index, { above, upTo }] of of.entries()) {
    expect(compare(above, last)).toBeGreaterThanOrEqual(0);
    if (upTo === null) expect(index).toBe(of.length - 1);
    else expect(compare(upTo, above)).toBeGreaterThan(0);
    last = upTo ?? last;
  }
}
