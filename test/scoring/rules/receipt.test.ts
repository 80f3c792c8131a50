/** Rule 2: a receipt for every point. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AS_OF } from '../arbitrary-account.ts';
import { anyModel } from './any-model.ts';
import { anyPortal } from './any-portal.ts';
import { type CustomerScore, customer, score } from './customers.ts';

type Scored = Extract<CustomerScore, { state: 'scored' }>;

/** The model's weight of each signal that counts, by what was known: dimension share times signal share. */
function exactLosses(health: Scored, by: ReturnType<typeof weightsOf>): ReadonlyMap<string, number> {
  const counted = health.signals.flatMap(({ signal, reading }) => {
    const entry = by.get(signal);
    if (entry === undefined) throw new Error(`The model lacks ${signal}.`);
    const unknownAs = { skip: null, neutral: 50, penalise: 0 }[entry.whenUnknown];
    const points = reading.kind === 'scored' ? reading.points : unknownAs;
    return points === null || entry.weight === 0 || entry.ofDimension === 0 ? [] : [{ signal, points, ...entry }];
  });
  const inDimension = (name: string) =>
    counted.filter(({ dimension }) => dimension === name).reduce((sum, { weight }) => sum + weight, 0);
  const dimensions = new Map(counted.map(({ dimension, ofDimension }) => [dimension, ofDimension]));
  const all = [...dimensions.values()].reduce((sum, weight) => sum + weight, 0);
  return new Map(
    counted.map(({ signal, points, weight, dimension, ofDimension }) => [
      signal,
      (100 - points) * (ofDimension / all) * (weight / inDimension(dimension)),
    ]),
  );
}

const weightsOf = ({ dimensions }: Parameters<typeof score>[3] & object) =>
  new Map(
    Object.entries(dimensions).flatMap(([dimension, { weight: ofDimension, signals }]) =>
      Object.entries(signals).map(([key, entry]) => [key, { ...entry, dimension, ofDimension }] as const),
    ),
  );

it('the rows are whole points of at least 1, each cause once, and sum exactly to 100 minus the score', () => {
  const seen = { capped: 0, held: 0, unknown: 0 };
  fc.assert(
    fc.property(customer, anyModel, anyPortal, (facts, by, portal) => {
      const health = score(facts, AS_OF, portal, by);
      if (health.state !== 'scored') return;
      const { receipt } = health;
      expect(receipt.every(({ pointsLost }) => Number.isInteger(pointsLost) && pointsLost >= 1)).toBe(true);
      expect(receipt.reduce((sum, { pointsLost }) => sum + pointsLost, 0)).toBe(100 - health.score);
      expect(new Set(receipt.map(({ key }) => key)).size).toBe(receipt.length);
      if (health.score === 100) expect(receipt).toEqual([]);
      if (receipt.some(({ key }) => key.startsWith('cap_'))) seen.capped += 1;
      if (receipt.some(({ key }) => key.startsWith('source_'))) seen.held += 1;
      if (receipt.some(({ cause }) => 'kind' in cause)) seen.unknown += 1;
    }),
    { numRuns: 400 },
  );
  expect([seen.capped > 0, seen.unknown > 0]).toEqual([true, true]);
});

it('a signal’s row is its weight’s share of what it lacks, to less than a point; and names what was found', () => {
  let rows = 0;
  fc.assert(
    fc.property(customer, anyModel, anyPortal, (facts, any, portal) => {
      const by = { ...any, segments: [] };
      const health = score(facts, AS_OF, portal, by);
      if (health.state !== 'scored') return;
      const exact = exactLosses(health, weightsOf(by));
      const ofSignals = health.receipt.filter(({ dimension }) => dimension !== null);
      const lost = new Map(ofSignals.map(({ key, pointsLost }) => [key, pointsLost]));
      const total = [...exact.values()].reduce((sum, part) => sum + part, 0);
      expect(Math.abs(total - ofSignals.reduce((sum, { pointsLost }) => sum + pointsLost, 0))).toBeLessThanOrEqual(
        0.5001,
      );
      for (const [key, part] of exact) expect(Math.abs((lost.get(key) ?? 0) - part)).toBeLessThan(1.0001);
      for (const { key, signal, cause } of ofSignals) {
        const reading = health.signals.find((one) => one.signal === key)?.reading;
        expect([signal, cause]).toEqual([key, reading?.kind === 'scored' ? reading.evidence : reading]);
        rows += 1;
      }
    }),
    { numRuns: 100 },
  );
  expect(rows).toBeGreaterThan(50);
});
