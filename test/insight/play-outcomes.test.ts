import { expect, test } from 'vitest';
import { type Fate, playOutcomes } from '../../src/insight/play-outcomes.ts';

const NONE = { due: 0, recovered: 0, same: 0, worse: 0, left: 0 };

test.each<[Fate['to'], Fate['status'], Partial<typeof NONE>]>([
  ['unhealthy', 'healthy', { recovered: 1 }],
  ['unhealthy', 'at_risk', { recovered: 1 }],
  ['unhealthy', 'unhealthy', { same: 1 }],
  ['at_risk', 'healthy', { recovered: 1 }],
  ['at_risk', 'at_risk', { same: 1 }],
  ['at_risk', 'unhealthy', { worse: 1 }],
  ['at_risk', 'not_customer', { left: 1 }],
  ['unhealthy', 'gone', { left: 1 }],
  ['unhealthy', 'unknown', {}],
])('one that fell to %s and is %s', (to, status, expected) => {
  expect(playOutcomes([{ days: 30, to, status, count: 1 }])).toEqual([
    { days: 30, ...NONE, due: 1, ...expected },
    { days: 90, ...NONE },
  ]);
});

test('they are summed by day', () => {
  const fates: Fate[] = [
    { days: 90, to: 'unhealthy', status: 'healthy', count: 3 },
    { days: 90, to: 'at_risk', status: 'healthy', count: 2 },
    { days: 90, to: 'at_risk', status: 'unknown', count: 1 },
    { days: 30, to: 'at_risk', status: 'gone', count: 4 },
  ];
  expect(playOutcomes(fates)).toEqual([
    { days: 30, ...NONE, due: 4, left: 4 },
    { days: 90, ...NONE, due: 6, recovered: 5 },
  ]);
});
