import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type StatusHistory, statusSince } from '../../src/scoring/status-since.ts';

const NOTHING: StatusHistory = { published: [], overrides: [] };
const published = (...list: readonly (readonly [number, StatusHistory['published'][number]['status']])[]) =>
  list.map(([at, status]) => ({ at, status }));
const said = (at: number, status: 'healthy' | 'at_risk' | 'unhealthy' | null, expiresAt: number | null = null) => ({
  at,
  status,
  expiresAt,
});

it.each<[string, Partial<StatusHistory>, string, number]>([
  ['the first score of all', {}, 'healthy', 100],
  ['as published at this very moment', { published: published([100, 'healthy']) }, 'healthy', 100],
  ['since it was first published', { published: published([10, 'healthy']) }, 'healthy', 10],
  ['since it changed', { published: published([10, 'healthy'], [40, 'at_risk']) }, 'at_risk', 40],
  ['since it came back', { published: published([10, 'at_risk'], [20, 'healthy'], [60, 'at_risk']) }, 'at_risk', 60],
  ['unknown is a status', { published: published([10, 'healthy'], [70, 'unknown']) }, 'unknown', 70],
  [
    'no customer had none',
    { published: published([10, 'healthy'], [20, 'not_customer'], [30, 'healthy']) },
    'healthy',
    30,
  ],
  ['another than is published, as of now', { published: published([10, 'healthy']) }, 'at_risk', 100],
  ['what comes later does not count', { published: published([10, 'healthy'], [120, 'at_risk']) }, 'healthy', 10],
  [
    'since a person set it',
    { published: published([10, 'healthy']), overrides: [said(50, 'at_risk', 200)] },
    'at_risk',
    50,
  ],
  ['since it expired', { published: published([10, 'healthy']), overrides: [said(50, 'at_risk', 60)] }, 'healthy', 61],
  [
    'since it was taken back',
    { published: published([10, 'healthy']), overrides: [said(50, 'at_risk', 200), said(70, null)] },
    'healthy',
    70,
  ],
  [
    'without a break, where the score caught up with the person',
    { published: published([10, 'healthy'], [55, 'at_risk']), overrides: [said(50, 'at_risk', 60)] },
    'at_risk',
    50,
  ],
  [
    'without a break, where the person said the same as the score',
    { published: published([10, 'healthy']), overrides: [said(50, 'healthy', 60)] },
    'healthy',
    10,
  ],
  [
    'without a break, where the person said it again',
    { published: published([10, 'healthy']), overrides: [said(50, 'at_risk', 200), said(70, 'at_risk', 300)] },
    'at_risk',
    50,
  ],
  [
    'with a break, where it had expired before it was said again',
    { published: published([10, 'healthy']), overrides: [said(50, 'at_risk', 60), said(70, 'at_risk', 300)] },
    'at_risk',
    70,
  ],
  [
    'a person says nothing of one that is no customer',
    { published: published([10, 'not_customer'], [80, 'healthy']), overrides: [said(50, 'at_risk', 200)] },
    'at_risk',
    80,
  ],
])('%s', (_, history, status, expected) => {
  expect(statusSince({ ...NOTHING, ...history }, status, 100)).toBe(expected);
});

const moment = fc.integer({ min: 0, max: 40 });
const by = <T extends { readonly at: number }>(list: readonly T[]) => list.toSorted((a, b) => a.at - b.at);
const history: fc.Arbitrary<StatusHistory> = fc.record({
  published: fc
    .uniqueArray(fc.record({ at: moment, status: fc.constantFrom('healthy', 'at_risk', 'unknown', 'not_customer') }), {
      maxLength: 6,
      selector: ({ at }) => at,
    })
    .map(by),
  overrides: fc
    .uniqueArray(
      fc.oneof(
        fc.record({ at: moment, status: fc.constantFrom('healthy', 'at_risk'), lasts: fc.nat({ max: 20 }) }),
        fc.record({ at: moment, status: fc.constant(null), lasts: fc.constant(0) }),
      ),
      { maxLength: 4, selector: ({ at }) => at },
    )
    .map((list) =>
      by(list.map(({ at, status, lasts }) => ({ at, status, expiresAt: status === null ? null : at + lasts }))),
    ),
});

it('is what a watcher would say who noted the status at every moment', () => {
  fc.assert(
    fc.property(history, moment, (past, asOf) => {
      const shown = Array.from({ length: asOf + 1 }, (_, at) => {
        const computed = past.published.filter((one) => one.at <= at).at(-1)?.status;
        if (computed === undefined || computed === 'not_customer') return null;
        const last = past.overrides.filter((one) => one.at <= at).at(-1);
        return last?.status && last.expiresAt !== null && at <= last.expiresAt ? last.status : computed;
      });
      const now = shown.at(-1);
      if (now == null) return;
      const since = shown.findLastIndex((status) => status !== now) + 1;
      expect(statusSince(past, now, asOf)).toBe(since);
    }),
    { numRuns: 500 },
  );
});
