import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareChange } from '../../src/scoring/share-change.ts';

const share = (exacts: readonly number[], total: number) =>
  shareChange(
    exacts.map((exact, index) => ({ exact, index })),
    total,
  ).map(({ index, points }) => [index, points]);

describe('whole points of a change', () => {
  it.each<[string, readonly number[], number, readonly (readonly [number, number])[]]>([
    [
      'whole as they are',
      [-9, -3],
      -12,
      [
        [0, -9],
        [1, -3],
      ],
    ],
    [
      'by the largest remainder',
      [-8.6, -3.4],
      -12,
      [
        [0, -9],
        [1, -3],
      ],
    ],
    [
      'gains and losses that meet',
      [4.5, -4.5],
      0,
      [
        [0, 5],
        [1, -5],
      ],
    ],
    [
      'a change that rounding alone made goes to the largest',
      [-0.3, -0.1, 0.1],
      -1,
      [
        [0, -1],
        [1, 0],
        [2, 0],
      ],
    ],
    [
      'and so of gains',
      [0.1, 0.3],
      1,
      [
        [0, 0],
        [1, 1],
      ],
    ],
    ['nothing for what is exactly 0', [0, -0.5, 0], -1, [[1, -1]]],
    [
      'nothing for the noise of floats',
      [1e-15, -1e-15, -2],
      -2,
      [
        [0, 0],
        [1, 0],
        [2, -2],
      ],
    ],
    ['nothing at all', [], 0, []],
  ])('%s', (_what, exacts, total, expected) => {
    expect(share(exacts, total)).toEqual(expected);
  });

  it('sum to the total; none turns its sign, or is off by a point', () => {
    const exact = fc.integer({ min: -60_000, max: 60_000 }).map((thousandths) => thousandths / 1_000);
    fc.assert(
      fc.property(fc.array(exact, { minLength: 1, maxLength: 30 }), fc.boolean(), (exacts, up) => {
        const sum = exacts.reduce((all, one) => all + one, 0);
        fc.pre(exacts.some((one) => one !== 0) && !Number.isInteger(sum));
        // `+ 0`: just below 0, rounded up is -0.
        const total = (up ? Math.ceil(sum) : Math.floor(sum)) + 0;
        const shared = shareChange(
          exacts.map((one) => ({ exact: one })),
          total,
        );
        expect(shared.reduce((all, { points }) => all + points, 0)).toBe(total);
        for (const { exact: of, points } of shared) {
          expect(Math.abs(points - of)).toBeLessThanOrEqual(1);
          expect(points === 0 || Math.sign(points) === Math.sign(of)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});
