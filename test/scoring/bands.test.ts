import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bandOf, bandsOf, portalBands } from '../../src/scoring/bands.ts';
import { scoreAccount } from '../../src/scoring/score.ts';
import { account } from './account-builder.ts';
import { modelWith } from './own-account.ts';

const QUARTILES = modelWith({ bands: { by: 'quartiles' } });
const BUDGET = modelWith({ bands: { by: 'alarm_budget', callsAWeek: 3 } });
const FIXED = modelWith({ bands: { atRiskFrom: 40, healthyFrom: 80 } });

const statuses = (model: typeof FIXED, scores: readonly number[]) => {
  const bands = portalBands(model, scores);
  if (bands === undefined) throw new Error('The scores give no bands.');
  return scores.map((score) => bandOf(bands, score));
};
const scores = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 8, maxLength: 60 });

describe('quartiles', () => {
  test('a quarter at either end', () => {
    const found = statuses(QUARTILES, [90, 10, 80, 20, 30, 70, 40, 60]);
    expect(found.map((status) => status[0])).toEqual(['h', 'u', 'h', 'u', 'a', 'a', 'a', 'a']);
  });
  test('at most a quarter is unhealthy, at least a quarter healthy, in any order', () => {
    fc.assert(
      fc.property(scores, (list) => {
        const found = statuses(QUARTILES, list);
        expect(found.filter((status) => status === 'unhealthy').length).toBeLessThanOrEqual(list.length / 4);
        expect(found.filter((status) => status === 'healthy').length).toBeGreaterThanOrEqual(list.length / 4);
        expect(portalBands(QUARTILES, list.toReversed())).toEqual(portalBands(QUARTILES, list));
      }),
    );
  });
  test('fewer than eight customers have no quarters', () => {
    expect(portalBands(QUARTILES, [1, 2, 3, 4, 5, 6, 7])).toBeUndefined();
    expect(portalBands(QUARTILES, [1, 2, 3, 4, 5, 6, 7, 8])).toBeDefined();
  });
});

describe('an alarm budget', () => {
  test('as many are unhealthy as can be called, the lowest first', () => {
    expect(statuses(BUDGET, [5, 10, 15, 20, 25, 90])).toEqual([
      ...['unhealthy', 'unhealthy', 'unhealthy'],
      ...['at_risk', 'at_risk', 'healthy'],
    ]);
  });
  test('never more, and never a healthy one', () => {
    fc.assert(
      fc.property(scores, (list) => {
        const found = statuses(BUDGET, list);
        expect(found.filter((status) => status === 'unhealthy').length).toBeLessThanOrEqual(3);
        list.forEach((score, index) => {
          if (score >= 66) expect(found[index]).toBe('healthy');
        });
      }),
    );
  });
  test('whom the team can call anyway is called', () => {
    expect(statuses(BUDGET, [50, 60, 70])).toEqual(['unhealthy', 'unhealthy', 'healthy']);
  });
});

test('fixed thresholds are the model’s, whatever was computed; others until something was', () => {
  const bands = { atRiskFrom: 10, healthyFrom: 20, computedAt: 0 };
  expect(portalBands(FIXED, [1, 2, 3, 4, 5, 6, 7, 8, 9])).toBeUndefined();
  expect(bandsOf(FIXED, { bands })).toMatchObject({ atRiskFrom: 40, healthyFrom: 80 });
  expect(bandsOf(QUARTILES, { bands })).toBe(bands);
  expect(bandsOf(QUARTILES, {})).toMatchObject({ atRiskFrom: 33, healthyFrom: 66 });
});

test('the status is the band in the portal’s context', () => {
  const literal = { asOf: '2026-06-15', company: { lifecyclestage: 'customer', hs_csm_sentiment: 'positive' } };
  const model = { ...QUARTILES, minimumCoverage: 0, minimumDimensions: 1 };
  const { view } = account(literal);
  const health = scoreAccount(view, model);
  if (health.state !== 'scored') throw new Error(health.state);
  const status = (healthyFrom: number) => {
    const portal = { ...view.portal, bands: { atRiskFrom: 0, healthyFrom, computedAt: 0 } };
    return scoreAccount({ ...view, portal }, model);
  };
  expect(status(health.score)).toMatchObject({ score: health.score, status: 'healthy' });
  expect(status(health.score + 1)).toMatchObject({ score: health.score, status: 'at_risk' });
});
