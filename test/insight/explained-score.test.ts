/** What is told of a score agrees with the score, to the digit. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { explainScore } from '../../src/insight/explained-score.ts';
import { viewAt } from '../../src/scoring/account-view.ts';
import type { Model } from '../../src/scoring/model.ts';
import { namedProperties } from '../../src/scoring/model-signals.ts';
import { asSegment } from '../../src/scoring/segments.ts';
import { account } from '../scoring/account-builder.ts';
import { AS_OF, CONNECTED } from '../scoring/arbitrary-account.ts';
import { anyModel } from '../scoring/rules/any-model.ts';
import { anyPortal } from '../scoring/rules/any-portal.ts';
import { calendar, customer, model as standard } from '../scoring/rules/customers.ts';

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

test('points lost sum to 100 less the score and shares to 1, of any account, model and portal', () => {
  const seen = { scored: 0, unknown: 0, capped: 0, held: 0, silent: 0, counted: 0, segment: 0 };
  fc.assert(
    fc.property(customer, anyModel, anyPortal, (facts, by, portal) => {
      const view = viewAt(facts, AS_OF, portal, calendar, namedProperties(by));
      if (view === undefined) return;
      const { health, dimensions, caps, hold, model, known } = explainScore(view, by);
      if (health.state === 'not_customer') throw new Error('Everybody is a customer here.');
      const signals = dimensions.flatMap((dimension) => dimension.signals);
      expect(signals.map(({ key }) => key)).toEqual(health.signals.map(({ signal }) => signal));
      expect(model).toBe(asSegment(by, health.segment));
      expect(known?.coverage).toBe(health.coverage);
      const shares = sum(signals.map(({ share }) => share));
      if (health.state === 'unknown') {
        seen.unknown += 1;
        if (health.reason === 'no_facts') expect(shares).toBe(0);
        return;
      }
      seen.scored += 1;
      expect(shares).toBeCloseTo(1, 9);
      expect(sum(dimensions.map(({ share }) => share))).toBeCloseTo(1, 9);
      const lost = [...signals, ...caps].map(({ pointsLost }) => pointsLost);
      expect(sum(lost) + (hold?.pointsLost ?? 0)).toBe(100 - health.score);
      for (const { key, share, points } of signals) {
        const exact = health.losses.find((loss) => loss.dimension !== null && loss.key === key)?.exact ?? 0;
        // The very weights by which points were lost.
        expect(share * (100 - (points ?? 100))).toBeCloseTo(exact, 9);
        if (points === null) expect(share).toBe(0);
      }
      if (caps.some(({ pointsLost }) => pointsLost > 0)) seen.capped += 1;
      for (const { pointsLost, bites, cap } of caps) {
        if (pointsLost > 0) expect([bites, cap.scoreAtMost >= health.score]).toEqual([true, true]);
        if (bites) expect(health.score).toBeLessThanOrEqual(cap.scoreAtMost);
      }
      if (hold !== null) seen.held += 1;
      if (health.segment !== null) seen.segment += 1;
      if (signals.some(({ rule }) => rule?.kind === 'curve' && rule.atMost !== null)) seen.silent += 1;
      if (signals.some(({ rule }) => rule?.kind === 'unknown')) seen.counted += 1;
    }),
    { numRuns: 600, seed: 7 },
  );
  for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThan(0);
});

test('silence gives what the model lets it, and says so', () => {
  fc.assert(
    fc.property(customer, anyModel, (facts, by) => {
      const view = viewAt(facts, AS_OF, CONNECTED, calendar, namedProperties(by));
      if (view === undefined) return;
      const { dimensions, model } = explainScore(view, by);
      for (const { rule, points } of dimensions.flatMap(({ signals }) => signals))
        if (rule?.kind === 'curve' && rule.atMost !== null)
          expect([rule.atMost, points]).toEqual([model.silencePoints, model.silencePoints]);
    }),
    { numRuns: 50 },
  );
});

const ASOF = '2026-06-15';
const explain = (literal: Omit<Parameters<typeof account>[0], 'asOf'>, model: Model = standard) =>
  explainScore(account({ asOf: ASOF, ...literal }).view, model);

test('who is no customer is told why, and nothing of a score', () => {
  const { health, customerBy, dimensions, caps, known } = explain({ company: { type: 'PARTNER' } });
  expect(health).toEqual({ state: 'not_customer', reason: 'partner' });
  expect({ customerBy, dimensions, caps, known }).toEqual({ customerBy: null, dimensions: [], caps: [], known: null });
});

test('of whom nothing is known nothing counts', () => {
  const { health, customerBy, dimensions, known } = explain({ company: { lifecyclestage: 'customer' } });
  expect(health).toMatchObject({ state: 'unknown', reason: 'no_facts' });
  expect(customerBy).toBe('stage');
  expect(dimensions.map(({ share }) => share)).toEqual(dimensions.map(() => 0));
  expect(known).toEqual({ coverage: 0, dimensions: 0 });
});
