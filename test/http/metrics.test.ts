import { expect, test } from 'vitest';
import { type MetricsOptions, makeMetrics } from '../../src/http/metrics.ts';
import { portalId } from '../../src/ids.ts';
import { parseExposition, type Sample, seriesOf } from './prometheus-text.ts';

const NOW = 1_800_000_000_000;
const SECOND = 1_000;
const NO_CALLS = { used: 0, limit: 100 };

const metricsWith = (options: Partial<MetricsOptions> = {}) =>
  makeMetrics({
    upkeep: async () => [],
    budgets: () => [],
    clock: () => NOW,
    ...options,
  });
const samplesOf = async (metrics: ReturnType<typeof makeMetrics>) => parseExposition(await metrics.text()).samples;
const ours = (samples: readonly Sample[]) => samples.filter(({ name }) => name.startsWith('account_health_'));

test('sync lag: of the portal that waits longest, and of the middle one; nothing where nothing is known', async () => {
  const lastCycles = [NOW - 60 * SECOND, null, NOW - 7_200 * SECOND, NOW - 300 * SECOND];
  const upkeep = async () => lastCycles.map((lastCycleAt, index) => ({ lastCycleAt, waitingRecords: 10 * index }));
  const samples = await samplesOf(metricsWith({ upkeep }));
  expect(seriesOf(samples, 'account_health_sync_lag_seconds')).toEqual({ 'of=oldest': 7_200, 'of=median': 300 });
  expect(seriesOf(samples, 'account_health_portals')).toEqual({ 'cycle=finished': 3, 'cycle=none_yet': 1 });
  expect(seriesOf(samples, 'account_health_waiting_records')).toEqual({ '': 60 });
  expect(seriesOf(await samplesOf(metricsWith()), 'account_health_sync_lag_seconds')).toEqual({});
});

test('a cycle that comes to an end is seen at the next scrape, and no older lag with it', async () => {
  let lastCycleAt: number | null = NOW - 500 * SECOND;
  const metrics = metricsWith({ upkeep: async () => [{ lastCycleAt, waitingRecords: 0 }] });
  await metrics.text();
  lastCycleAt = NOW;
  expect(seriesOf(await samplesOf(metrics), 'account_health_sync_lag_seconds')).toEqual({
    'of=oldest': 0,
    'of=median': 0,
  });
  // Erased, and installed anew.
  lastCycleAt = null;
  expect(seriesOf(await samplesOf(metrics), 'account_health_sync_lag_seconds')).toEqual({});
});

test('bands are of each portal’s last cycle, and budgets of the portal that uses most', async () => {
  const uses = [
    { general: { used: 30, limit: 100 }, search: NO_CALLS, associations: NO_CALLS },
    { general: { used: 10, limit: 100 }, search: { used: 9, limit: 5 }, associations: NO_CALLS },
  ];
  const metrics = metricsWith({ budgets: () => uses });
  const bands = { healthy: 5, at_risk: 1, unhealthy: 2, unknown: 3, not_customer: 4 };
  metrics.sawScores(portalId(1), bands);
  metrics.sawScores(portalId(1), { ...bands, healthy: 6 });
  metrics.sawScores(portalId(2), bands);
  const samples = await samplesOf(metrics);
  expect(seriesOf(samples, 'account_health_companies')).toEqual({
    'band=healthy': 11,
    'band=at_risk': 2,
    'band=unhealthy': 4,
    'band=unknown': 6,
    'band=not_customer': 8,
  });
  expect(seriesOf(samples, 'account_health_companies_scored_total')).toEqual({ '': 25 });
  expect(seriesOf(samples, 'account_health_hubspot_budget_use_ratio')).toEqual({
    'budget=general': 0.3,
    'budget=search': 1,
    'budget=associations': 0,
  });
});

test('as many series after 1,000 portals’ requests, calls and cycles as after one’s', async () => {
  const metrics = metricsWith();
  const portalsLife = (portal: number) => {
    for (const status of [200, 204, 304, 400, 401, 404, 429, 500])
      metrics.sawRequest({ route: '/api/companies/:companyId/scorecard', status, ms: portal });
    for (const outcome of ['ok', 'rate_limited', 'refused', 'failed', 'lost'] as const)
      metrics.sawCall('search', outcome);
    metrics.sawCycle('done', portal * SECOND);
    metrics.sawEvents(portal);
    metrics.sawScores(portalId(portal), { healthy: portal, at_risk: 0, unhealthy: 0, unknown: 0, not_customer: 0 });
  };
  portalsLife(1);
  const one = ours(await samplesOf(metrics));
  for (let portal = 2; portal <= 1_000; portal += 1) portalsLife(portal);
  const many = ours(await samplesOf(metrics));
  expect(many.length).toBe(one.length);
  const values = new Set(many.flatMap(({ labels }) => Object.values(labels)));
  expect(values.size).toBeLessThan(60);
  expect(
    seriesOf(many, 'account_health_http_requests_total')['route=/api/companies/:companyId/scorecard,status=4xx'],
  ).toBe(4_000);
});

test('each service has counters of its own', async () => {
  const [one, other] = [metricsWith(), metricsWith()];
  one.sawEvents(3);
  expect(seriesOf(await samplesOf(other), 'account_health_event_records_total')).toEqual({ '': 0 });
});
