import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { robustSlope, trendOver } from '../../src/scoring/slope.ts';

describe('robustSlope', () => {
  it.each([
    [[], 0],
    [[5], 0],
    [[1, 3], 2],
    [[10, 8, 6, 4], -2],
    [[1, 1, 1, 10, 1, 1, 1, 10], 0],
    [[1, 2, 3, 1_000_000, 5, 6], 1],
  ])('%j: %d', (values, slope) => {
    expect(robustSlope(values)).toBe(slope);
  });

  it('follows the scale, the direction and the start of what it measures', () => {
    const values = fc.array(fc.integer({ min: -1_000, max: 1_000 }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 9 }), fc.integer({ min: -500, max: 500 }), (list, scale, start) => {
        const slope = robustSlope(list);
        expect(robustSlope(list.map((value) => value * scale + start))).toBeCloseTo(slope * scale, 9);
        expect(robustSlope(list.toReversed())).toBeCloseTo(-slope, 9);
      }),
    );
  });
});

describe('trendOver', () => {
  /** One amount in the middle of each 100 days, oldest first. */
  const spread = (...amounts: number[]) =>
    trendOver(
      amounts.map((amount, index) => ({ daysAgo: (amounts.length - index) * 100 - 50, amount })),
      amounts.length * 100,
      100,
    );

  it.each([
    ['rising', [100, 110, 120, 130]],
    ['falling', [130, 120, 110, 100]],
    ['constant', [100, 102, 101, 103]],
    ['constant', [100, 100, 900, 100, 100]],
    ['falling', [100, 80, 0, 0, 0]],
    [null, [100, 200]],
  ] as const)('%s: %j', (trend, amounts) => {
    expect(spread(...amounts)).toBe(trend);
  });

  it('the first and the last day of the span are in it', () => {
    const ends = [300, 299, 1, 0].map((daysAgo) => ({ daysAgo, amount: 5 }));
    expect(trendOver(ends, 300, 100)).toBe('constant');
  });

  it('nothing has no trend, and a span of many days is cut into few parts, whose pairs can be counted', () => {
    expect(trendOver([], 1_000, 100)).toBeNull();
    const daily = Array.from({ length: 20_000 }, (_, daysAgo) => ({ daysAgo, amount: 20_000 - daysAgo }));
    expect(trendOver(daily, 20_000, 1)).toBe('constant');
  });
});
