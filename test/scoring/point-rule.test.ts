import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Curve, placeOn, pointsOn } from '../../src/scoring/curve.ts';
import { type PointRule, pointRule } from '../../src/scoring/point-rule.ts';
import type { Reading } from '../../src/scoring/signal.ts';

const CURVE: Curve = [
  [0, 100],
  [30, 60],
  [60, 20],
  [90, 20],
];
const entry = { weight: 1, whenUnknown: 'skip', settings: {} } as const;
const scored = (raw: number, points = pointsOn(CURVE, raw)): Reading => ({
  kind: 'scored',
  raw,
  points,
  evidence: { message: 'none', values: {}, records: [], moreRecords: 0 },
});
const UNKNOWN: Reading = { kind: 'unknown', reason: 'no_data' };
const between = (before: readonly [number, number], after: readonly [number, number]): PointRule => ({
  kind: 'curve',
  place: { kind: 'between', before, after },
  atMost: null,
});

describe('how a reading came by its points', () => {
  test.each<readonly [string, Reading, PointRule | null]>([
    ['before the first knot', scored(-5), { kind: 'curve', place: { kind: 'up_to', knot: [0, 100] }, atMost: null }],
    ['at the first knot', scored(0), { kind: 'curve', place: { kind: 'up_to', knot: [0, 100] }, atMost: null }],
    ['between two', scored(10), between([0, 100], [30, 60])],
    ['at a knot, the piece that leads to it', scored(30), between([0, 100], [30, 60])],
    ['on a level piece', scored(75), between([60, 20], [90, 20])],
    ['at the last knot', scored(90), { kind: 'curve', place: { kind: 'from', knot: [90, 20] }, atMost: null }],
    ['beyond it', scored(1_000), { kind: 'curve', place: { kind: 'from', knot: [90, 20] }, atMost: null }],
    ['held down by silence', scored(0, 70), { kind: 'curve', place: { kind: 'up_to', knot: [0, 100] }, atMost: 70 }],
    ['unknown, not counted', UNKNOWN, null],
  ])('%s', (_what, reading, rule) => {
    expect(pointRule({ curve: CURVE, entry }, reading)).toEqual(rule);
  });

  test.each([
    ['neutral', 50],
    ['penalise', 0],
  ] as const)('an unknown that the model counts as %s', (whenUnknown, points) => {
    expect(pointRule({ curve: CURVE, entry: { ...entry, whenUnknown } }, UNKNOWN)).toEqual({ kind: 'unknown', points });
  });
});

const anyCurve: fc.Arbitrary<Curve> = fc
  .uniqueArray(fc.integer({ min: -100, max: 100 }), { minLength: 2, maxLength: 6 })
  .chain((raws) =>
    fc.array(fc.integer({ min: 0, max: 100 }), { minLength: raws.length, maxLength: raws.length }).map((points) => {
      const rising = points.toSorted((a, b) => a - b);
      return raws.toSorted((a, b) => a - b).map((raw, at) => [raw, rising[at] ?? 0] as const);
    }),
  );

test('the place on the curve gives the points that count, of any curve and raw value', () => {
  fc.assert(
    fc.property(anyCurve, fc.double({ min: -150, max: 150, noNaN: true }), (curve, raw) => {
      const place = placeOn(curve, raw);
      const points = place.kind === 'between' ? pointsOn([place.before, place.after], raw) : place.knot[1];
      expect(points).toBe(pointsOn(curve, raw));
      if (place.kind === 'between') expect(place.before[0] < raw && raw <= place.after[0]).toBe(true);
    }),
  );
});
