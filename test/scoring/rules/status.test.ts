/** Rule 7: the status is always the band of the whole score. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AS_OF } from '../arbitrary-account.ts';
import { anyModel } from './any-model.ts';
import { anyPortal } from './any-portal.ts';
import { customer, model, score } from './customers.ts';

it('by the model’s thresholds where they are fixed; else by the portal’s, where it has computed some', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(customer, anyModel, anyPortal, (facts, any, portal) => {
      const by = { ...any, minimumCoverage: 0, minimumDimensions: 1, segments: [] };
      const health = score(facts, AS_OF, portal, by);
      if (health.state !== 'scored') return;
      const { bands } = by;
      const { atRiskFrom, healthyFrom } = bands.by === 'fixed' || portal.bands === undefined ? bands : portal.bands;
      const status = health.score >= healthyFrom ? 'healthy' : health.score < atRiskFrom ? 'unhealthy' : 'at_risk';
      expect(health.status).toBe(status);
      seen.add(`${bands.by}, ${portal.bands === undefined ? 'none' : 'some'} computed: ${status}`);
    }),
    { numRuns: 200 },
  );
  expect(seen.size).toBeGreaterThan(10);
});

it('the shipped model has the fixed colours of HubSpot’s score circle', () => {
  expect(model.bands).toEqual({ by: 'fixed', atRiskFrom: 33, healthyFrom: 66 });
});
