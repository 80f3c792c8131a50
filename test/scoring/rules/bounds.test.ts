/** Rule 1: bounds, monotony, and no order of records. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pointsOn } from '../../../src/scoring/curve.ts';
import { curveOf } from '../../../src/scoring/mapped-signal.ts';
import type { Model } from '../../../src/scoring/model.ts';
import { signalOf } from '../../../src/scoring/model-signals.ts';
import { AS_OF } from '../arbitrary-account.ts';
import { anyModel } from './any-model.ts';
import { anyPortal } from './any-portal.ts';
import { customer, model, score, unpaid, withSentiment } from './customers.ts';

it('a score is a whole number from 0 to 100, and the order of records never matters', () => {
  let scored = 0;
  fc.assert(
    fc.property(customer, anyModel, anyPortal, fc.infiniteStream(fc.nat()), (facts, by, portal, dice) => {
      const health = score(facts, AS_OF, portal, by);
      if (health.state === 'scored') {
        scored += 1;
        expect(Number.isInteger(health.score)).toBe(true);
        expect(health.score).toBeGreaterThanOrEqual(0);
        expect(health.score).toBeLessThanOrEqual(100);
      }
      const shuffled = <T>(list: readonly T[] = []): readonly T[] =>
        list
          .map((item) => [dice.next().value ?? 0, item] as const)
          .toSorted(([a], [b]) => a - b)
          .map(([, item]) => item);
      const { records, usage, pulses } = facts;
      const mixed = { ...facts, records: shuffled(records), usage: shuffled(usage) };
      expect(score(mixed, AS_OF, portal, by)).toEqual(health);
      // Of pulses of one moment the last stands; here no two are.
      const moments = new Set(pulses?.map(({ givenAt }) => givenAt));
      if (moments.size === pulses?.length)
        expect(score({ ...mixed, pulses: shuffled(pulses) }, AS_OF, portal, by)).toEqual(health);
    }),
    { numRuns: 60 },
  );
  expect(scored).toBeGreaterThan(5);
});

describe('monotony', () => {
  const entries = (by: Model) => Object.values(by.dimensions).flatMap(({ signals }) => Object.entries(signals));

  it('a signal’s points are from 0 to 100, and never turn as its raw value gets better', () => {
    fc.assert(
      fc.property(anyModel, fc.double({ noNaN: true }), fc.double({ noNaN: true }), (by, one, other) => {
        for (const [key, entry] of entries(by)) {
          const lower = signalOf(key, entry).better === 'lower';
          const [worse, better] = lower === one > other ? [one, other] : [other, one];
          const [from, to] = [worse, better].map((raw) => pointsOn(curveOf(entry), raw)) as [number, number];
          expect(from).toBeGreaterThanOrEqual(0);
          expect(from).toBeLessThanOrEqual(100);
          expect([key, from <= to]).toEqual([key, true]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('a score never falls where a signal’s points rise and the same readings are known', () => {
    // A curve under another, with the same facts: every reading of the signal is worse, and nothing else differs.
    const lowered = (by: Model, key: string, share: number): Model => ({
      ...by,
      dimensions: Object.fromEntries(
        Object.entries(by.dimensions).map(([name, dimension]) => {
          const entry = dimension.signals[key];
          const curve = entry?.curve?.map(([raw, points]): [number, number] => [raw, points * share]);
          const signals = entry && curve ? { ...dimension.signals, [key]: { ...entry, curve } } : dimension.signals;
          return [name, { ...dimension, signals }];
        }),
      ),
    });
    const keys = entries(model).map(([key]) => key);
    let fell = 0;
    fc.assert(
      fc.property(
        customer,
        anyModel,
        anyPortal,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(keys.length - 1),
        (facts, by, portal, share, start) => {
          const health = score(facts, AS_OF, portal, by);
          if (health.state !== 'scored') return;
          // One that is known, so that it matters.
          const known = health.signals.filter(({ reading }) => reading.kind === 'scored').map(({ signal }) => signal);
          const key = known[start % known.length];
          if (key === undefined) return;
          const worse = score(facts, AS_OF, portal, lowered(by, key, share));
          if (worse.state !== 'scored') throw new Error('What is known stays known.');
          expect(worse.score).toBeLessThanOrEqual(health.score);
          if (worse.score < health.score) fell += 1;
        },
      ),
      { numRuns: 240 },
    );
    expect(fell).toBeGreaterThan(5);
  });

  it('a better pulse never lowers the score, and a worse debt never raises it', () => {
    fc.assert(
      fc.property(customer, fc.integer({ min: 1, max: 120 }), fc.integer({ min: 0, max: 100 }), (facts, days, more) => {
        const withPulse = (value: string) => score(withSentiment(facts, value));
        const owing = (overdue: number) => score({ ...facts, records: [...facts.records, unpaid(overdue)] });
        for (const [worse, better] of [
          [withPulse('negative'), withPulse('neutral')],
          [withPulse('neutral'), withPulse('positive')],
          [owing(days + more), owing(days)],
        ] as const) {
          if (worse.state === 'scored' && better.state === 'scored')
            expect(worse.score).toBeLessThanOrEqual(better.score);
        }
      }),
      { numRuns: 60 },
    );
  });
});
