import { expect, test } from 'vitest';
import { makeKnownSignals } from '../../src/jobs/known-signals.ts';
import type { HealthScore } from '../../src/scoring/score.ts';

const KNOWN = { kind: 'scored', raw: 1, points: 50, evidence: { message: 'x', records: [], moreRecords: 0 } };
const UNKNOWN = { kind: 'unknown', reason: 'no_data' };

const customer = (state: 'scored' | 'unknown', readings: Readonly<Record<string, unknown>>) => {
  const signals = Object.entries(readings).map(([signal, reading]) => ({ signal, dimension: 'd', reading }));
  return { state, signals } as unknown as HealthScore;
};

test('of the customers of whom a signal was read, the share of whom it is known; who is no customer counts for nothing', () => {
  const known = makeKnownSignals();
  expect(known.shares()).toEqual({});
  for (const health of [
    customer('scored', { nps: KNOWN, csat: UNKNOWN }),
    customer('scored', { nps: KNOWN, csat: UNKNOWN }),
    // A segment of the model may leave one out.
    customer('unknown', { nps: UNKNOWN }),
    { state: 'not_customer', reason: 'churned' } as const,
  ])
    known.take(health);
  expect(known.shares()).toEqual({ nps: 0.667, csat: 0 });
});
