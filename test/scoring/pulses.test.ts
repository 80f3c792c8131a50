import fc from 'fast-check';
import { expect, test } from 'vitest';
import { latestPulse, PULSE_VALUES, type Pulse } from '../../src/scoring/pulses.ts';

/** Few moments and reasons, so that many pulses share them. */
const pulses = fc.array(
  fc.record<Pulse>({
    value: fc.constantFrom(...PULSE_VALUES),
    reason: fc.constantFrom('Met them', 'Wrote to them'),
    givenAt: fc.integer({ min: 0, max: 3 }),
    expiresAt: fc.integer({ min: 3, max: 5 }),
  }),
  { maxLength: 6 },
);
const shuffled = pulses.chain((list) =>
  fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
);

test('the order in which pulses come plays no part, not even among those of one moment', () => {
  fc.assert(
    fc.property(shuffled, fc.integer({ min: 0, max: 3 }), ([list, otherwise], asOf) => {
      expect(latestPulse(otherwise, asOf)).toEqual(latestPulse(list, asOf));
    }),
  );
});

test('it is the last one given by then, and of one moment none is worse', () => {
  fc.assert(
    fc.property(pulses, fc.integer({ min: 0, max: 3 }), (list, asOf) => {
      const latest = latestPulse(list, asOf);
      const given = list.filter(({ givenAt }) => givenAt <= asOf);
      expect(latest === null).toBe(given.length === 0);
      if (latest === null) return;
      expect(given).toContain(latest);
      expect(latest.givenAt).toBe(Math.max(...given.map(({ givenAt }) => givenAt)));
      const beside = given.filter(({ givenAt }) => givenAt === latest.givenAt).map(({ value }) => value);
      const worst = beside.includes('negative') ? 'negative' : beside.includes('neutral') ? 'neutral' : 'positive';
      expect(latest.value).toBe(worst);
    }),
  );
});

test('an expired one is told of too: it is the signal that says so', () => {
  const expired: Pulse = { value: 'positive', reason: 'Met them', givenAt: 1, expiresAt: 2 };
  expect(latestPulse([expired], 9)).toBe(expired);
});
