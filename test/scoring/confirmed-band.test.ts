import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Bands, bandOf } from '../../src/scoring/bands.ts';
import { type Band, type BandStep, bandStep, isOwnMove, marginOf } from '../../src/scoring/confirmed-band.ts';
import { modelSchema } from '../../src/scoring/model.ts';
import { modelWith } from './own-account.ts';

const FIXED: Bands = { atRiskFrom: 33, healthyFrom: 66 };
const scored = (score: number) => ({ state: 'scored', score }) as const;
const capped = (score: number) => ({ ...scored(score), isCapped: true }) as const;
const UNKNOWN = { state: 'unknown' } as const;
const NOT_CUSTOMER = { state: 'not_customer' } as const;

type Look = Parameters<typeof bandStep>[1];

/** What is told over time. */
function told(looks: readonly Look[], margin: number, bands: Bands = FIXED): readonly BandStep[] {
  let confirmed: Band | null = null;
  return looks.flatMap((look) => {
    const step = bandStep(confirmed, look, bands, margin);
    if (step !== null) confirmed = step.to;
    return step === null ? [] : [step];
  });
}

const ROWS: readonly (readonly [Band | null, Look, number, string | null])[] = [
  [null, scored(65), 2, 'started at_risk'],
  [null, scored(66), 2, 'started healthy'],
  [null, UNKNOWN, 2, null],
  [null, NOT_CUSTOMER, 2, null],
  ['healthy', scored(65), 2, null],
  ['healthy', scored(64), 2, 'worsened at_risk'],
  ['healthy', scored(32), 2, 'worsened at_risk'],
  ['healthy', scored(31), 2, 'worsened unhealthy'],
  ['at_risk', scored(32), 2, null],
  ['at_risk', scored(31), 2, 'worsened unhealthy'],
  ['unhealthy', scored(34), 2, null],
  ['unhealthy', scored(35), 2, 'recovered at_risk'],
  ['unhealthy', scored(67), 2, 'recovered at_risk'],
  ['unhealthy', scored(68), 2, 'recovered healthy'],
  ['at_risk', scored(67), 2, null],
  ['at_risk', scored(68), 2, 'recovered healthy'],
  // A fall is at least a point.
  ['healthy', scored(66), 0, null],
  ['healthy', scored(65), 0, 'worsened at_risk'],
  ['healthy', scored(65), 1, 'worsened at_risk'],
  ['at_risk', scored(66), 0, 'recovered healthy'],
  ['at_risk', scored(66), 1, null],
  ['at_risk', scored(67), 1, 'recovered healthy'],
  // What a cap holds down lies where the model put it, often right below a threshold. A rise waits for the margin all the same.
  [null, capped(32), 2, 'started unhealthy'],
  ['healthy', capped(32), 2, 'worsened unhealthy'],
  ['at_risk', capped(32), 2, 'worsened unhealthy'],
  ['at_risk', capped(33), 2, null],
  ['healthy', capped(65), 2, 'worsened at_risk'],
  ['healthy', capped(66), 2, null],
  ['unhealthy', capped(32), 2, null],
  ['unhealthy', capped(34), 2, null],
  ['unhealthy', capped(65), 2, 'recovered at_risk'],
  ['unhealthy', capped(67), 2, 'recovered at_risk'],
  ['healthy', UNKNOWN, 2, null],
  ['healthy', NOT_CUSTOMER, 2, 'ended null'],
];

test.each(ROWS)('confirmed %j, then %j, margin %j: %j', (confirmed, look, margin, expected) => {
  const step = bandStep(confirmed, look, FIXED, margin);
  expect(step && `${step.kind} ${step.to}`).toBe(expected);
  if (step !== null) expect(step.from).toBe(confirmed);
});

test('at the ends of the scale no margin is asked for', () => {
  const atTheEnds = { atRiskFrom: 1, healthyFrom: 100 };
  expect(bandStep('at_risk', scored(0), atTheEnds, 2)).toMatchObject({ kind: 'worsened', to: 'unhealthy' });
  expect(bandStep('at_risk', scored(100), atTheEnds, 2)).toMatchObject({ kind: 'recovered', to: 'healthy' });
  expect(bandStep('at_risk', scored(99), atTheEnds, 2)).toBeNull();
});

const CROSSINGS: readonly (readonly [string, from: Band, crossing: Parameters<typeof isOwnMove>[1], own: boolean])[] = [
  ['down past the margin', 'healthy', { fromScore: 70, ownScore: 64, isCapped: false }, true],
  ['down within the margin', 'healthy', { fromScore: 70, ownScore: 65, isCapped: false }, false],
  ['down within the margin, held there by a cap', 'healthy', { fromScore: 70, ownScore: 65, isCapped: true }, true],
  ['from healthy to a cap at 32', 'healthy', { fromScore: 80, ownScore: 32, isCapped: true }, true],
  ['it lay below before: the threshold moved', 'healthy', { fromScore: 64, ownScore: 60, isCapped: false }, false],
  [
    'it stayed: the model or a source took the points',
    'healthy',
    { fromScore: 80, ownScore: 80, isCapped: true },
    false,
  ],
];

test.each(CROSSINGS)('its own move, %s: %s', (_, from, crossing, own) => {
  expect(isOwnMove({ kind: 'worsened', from }, crossing, FIXED, 2)).toBe(own);
});

test('its own recovery is one past the margin, from where it was no recovery yet', () => {
  const rise = (fromScore: number, ownScore: number) =>
    isOwnMove({ kind: 'recovered', from: 'unhealthy' }, { fromScore, ownScore, isCapped: false }, FIXED, 2);
  expect([rise(30, 35), rise(34, 35), rise(30, 34), rise(35, 40)]).toEqual([true, true, false, false]);
});

const bands = fc
  .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }))
  .map(([one, other]): Bands => ({ atRiskFrom: Math.min(one, other), healthyFrom: Math.max(one, other) }));
const margin = fc.integer({ min: 0, max: 20 });
const look = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 100 }).map(scored) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 100 }).map(capped) },
  fc.constantFrom<Look>(UNKNOWN, NOT_CUSTOMER),
);
const ALL: readonly Band[] = ['unhealthy', 'at_risk', 'healthy'];
const BANDS: readonly (Band | null)[] = ALL;

describe('always', () => {
  test('each step leads on from the one before, down or up as it says; the first score, and one after an end, is no change', () => {
    fc.assert(
      fc.property(fc.array(look, { maxLength: 40 }), bands, margin, (looks, thresholds, by) => {
        let before: Band | null = null;
        for (const { kind, from, to } of told(looks, by, thresholds)) {
          expect(from).toBe(before);
          expect(kind === 'started').toBe(from === null);
          expect(kind === 'ended').toBe(to === null);
          const way = Math.sign(BANDS.indexOf(to) - BANDS.indexOf(from));
          if (kind === 'worsened') expect(way).toBe(-1);
          if (kind === 'recovered') expect(way).toBe(1);
          before = to;
        }
      }),
    );
  });

  test('a score that wavers within the margin tells nothing after its first', () => {
    const wavering = fc
      .record({ by: fc.integer({ min: 1, max: 16 }), moves: fc.array(fc.nat(), { minLength: 2, maxLength: 30 }) })
      .map(({ by, moves }) => ({
        by,
        // From `by` - 1 points below 66 to `by` - 1 above it.
        looks: moves.map((move) => scored(66 - (by - 1) + (move % (2 * by - 1)))),
      }));
    fc.assert(
      fc.property(wavering, ({ by, looks }) => {
        expect(told(looks, by).map(({ kind }) => kind)).toEqual(['started']);
      }),
    );
  });

  test('a fall to what a cap holds is told as far as the status, and no margin keeps it back', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ALL), fc.integer({ min: 0, max: 100 }), bands, margin, (from, score, by, m) => {
        const status = bandOf(by, score);
        if (BANDS.indexOf(status) >= BANDS.indexOf(from)) return;
        expect(bandStep(from, capped(score), by, m)).toEqual({ kind: 'worsened', from, to: status });
      }),
    );
  });

  test('what is told lies on its side of every threshold that it names', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ALL), look, bands, margin, (from, at, by, m) => {
        const step = bandStep(from, at, by, m);
        if (at.state !== 'scored' || step?.to == null) return;
        const status = bandOf(by, at.score);
        // It goes no further than the status.
        const [reached, shown] = [BANDS.indexOf(step.to), BANDS.indexOf(status)];
        if (step.kind === 'worsened') expect(reached).toBeGreaterThanOrEqual(shown);
        else expect(reached).toBeLessThanOrEqual(shown);
      }),
    );
  });

  test('seen once more it tells nothing', () => {
    fc.assert(
      fc.property(fc.array(look, { minLength: 1, maxLength: 20 }), bands, margin, (looks, thresholds, by) => {
        const last = looks.at(-1) ?? UNKNOWN;
        expect(told([...looks, last], by, thresholds)).toEqual(told(looks, by, thresholds));
      }),
    );
  });
});

test('a model may set the margin, and nothing but whole points', () => {
  const model = modelWith({});
  expect(marginOf(model)).toBe(2);
  const withMargin = (points: number) => modelSchema.safeParse({ ...model, bands: { ...model.bands, margin: points } });
  expect(marginOf(withMargin(0).data ?? model)).toBe(0);
  for (const [points, says] of [
    [1.5, 'a margin is a whole number of points'],
    [-1, 'a margin is 0 to 50'],
    [51, 'a margin is 0 to 50'],
  ] as const)
    expect(withMargin(points).error?.issues).toMatchObject([{ path: ['bands', 'margin'], message: says }]);
});
