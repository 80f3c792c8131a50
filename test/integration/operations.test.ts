import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { closeServer } from '../../src/http/close-server.ts';
import { makeMetrics } from '../../src/http/metrics.ts';
import { makeOperationsApp } from '../../src/http/operations-app.ts';
import type { CycleReport } from '../../src/jobs/refresh-portal.ts';
import { startSandbox } from '../../src/local/sandbox/start-sandbox.ts';
import { closedPort, run } from '../commands/run-command.ts';
import { parseExposition, seriesOf } from '../http/prometheus-text.ts';
import { SMALL_PORTAL } from '../jobs/small-portal.ts';
import { makeDataDir } from '../store/test-store.ts';
import { CLIENT_SECRET, startService } from './running-service.ts';

const serving = async (server: Server) => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};
const line = async (answer: Response) => [answer.status, await answer.text()];

async function smallService() {
  const sandbox = await startSandbox({ data: SMALL_PORTAL, limits: 'off' });
  onTestFinished(() => sandbox.close());
  const port = await closedPort();
  const service = await startService(sandbox, { dataDir: await makeDataDir() }, port);
  const [{ metricsPort } = { metricsPort: 0 }] = service.logged('serving') as unknown as { metricsPort: number }[];
  return { sandbox, service, app: `http://127.0.0.1:${port}`, operations: `http://127.0.0.1:${metricsPort}` };
}

test('after a cycle: what is counted, in Prometheus’ format, and nothing of it on the app’s own port', async () => {
  const { sandbox, service, app, operations } = await smallService();
  await service.until('cycle done');
  expect(await line(await fetch(`${operations}/readyz`))).toEqual([200, 'ready\n']);
  await service.ask('/api/companies/1/scorecard');
  await service.ask('/api/companies/2/scorecard');
  await (await fetch(`${app}/no/such/page`)).text();

  const answer = await fetch(`${operations}/metrics`);
  expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  const { samples, types } = parseExposition(await answer.text());
  const series = (name: string) => seriesOf(samples, name);
  expect(series('account_health_cycles_total')).toEqual({ 'result=done': 1 });
  expect(series('account_health_cycle_duration_seconds_count')).toEqual({ '': 1 });
  const [done] = service.logged('cycle done') as unknown as Pick<CycleReport, 'bands' | 'companies'>[];
  const { healthy, at_risk, unhealthy, unknown } = done?.bands ?? {};
  expect(series('account_health_companies')).toEqual({
    'band=healthy': healthy,
    'band=at_risk': at_risk,
    'band=unhealthy': unhealthy,
    'band=unknown': unknown,
    'band=not_customer': done?.companies.notCustomer,
  });
  expect(done?.companies.scored).toBeGreaterThan(0);
  expect(series('account_health_companies_scored_total')).toEqual({ '': done?.companies.scored });
  expect(series('account_health_portals')).toEqual({ 'cycle=finished': 1, 'cycle=none_yet': 0 });
  const lag = series('account_health_sync_lag_seconds')['of=oldest'] ?? -1;
  expect(lag).toBeGreaterThanOrEqual(0);
  expect(lag).toBeLessThan(60);
  expect(series('account_health_waiting_records')).toEqual({ '': 0 });
  expect(series('account_health_http_requests_total')).toEqual({
    'route=/api/companies/:companyId/scorecard,status=2xx': 2,
    'route=(none),status=4xx': 1,
  });
  expect(series('account_health_http_request_duration_seconds_count')['route=(none)']).toBe(1);
  // Every call that the portal saw, and no other.
  const calls = Object.values(series('account_health_hubspot_calls_total')).reduce((sum, count) => sum + count, 0);
  expect(calls).toBe(sandbox.stats().total);
  expect(Object.keys(series('account_health_hubspot_budget_use_ratio'))).toEqual([
    'budget=general',
    'budget=search',
    'budget=associations',
  ]);
  expect(types.has('nodejs_eventloop_lag_seconds')).toBe(true);
  expect(types.has('process_cpu_seconds_total')).toBe(true);

  for (const path of ['/metrics', '/readyz']) expect((await fetch(app + path)).status).toBe(404);
  expect((await fetch(`${operations}/api/progress`)).status).toBe(404);

  // All that was logged, down to each call: no secret of the run, and of the requests no address.
  const text = JSON.stringify(service.logged());
  for (const secret of [sandbox.token, CLIENT_SECRET, 'portalId=', '/no/such/page']) expect(text).not.toContain(secret);
});

test('SIGTERM in the middle of a cycle: it stops at its cursors, the process ends well, and the next one goes on', async () => {
  const sandbox = await startSandbox({ data: SMALL_PORTAL, limits: 'off', latencyMs: 300 });
  onTestFinished(() => sandbox.close());
  const address = { dataDir: await makeDataDir() };
  const service = await startService(sandbox, address, await closedPort());
  await vi.waitUntil(() => sandbox.stats().total > 6, { timeout: 30_000, interval: 20 });
  const startedAt = performance.now();
  expect(await service.end('SIGTERM')).toEqual({ code: 0, stderr: '' });
  expect(performance.now() - startedAt).toBeLessThan(8_000);
  expect(service.logged('cycle stopped; the next goes on where it stood')).toHaveLength(1);
  expect(service.logged().filter(({ level }) => level >= 50)).toEqual([]);

  const next = await startService(sandbox, address, await closedPort());
  await next.until('cycle done');
  expect((await next.end('SIGTERM')).code).toBe(0);
});

test('a second signal ends it at once', async () => {
  const sandbox = await startSandbox({ data: SMALL_PORTAL, limits: 'off', latencyMs: 4_000 });
  onTestFinished(() => sandbox.close());
  const service = await startService(sandbox, { dataDir: await makeDataDir() }, await closedPort());
  await vi.waitUntil(() => sandbox.stats().total > 1, { timeout: 40_000, interval: 20 });
  const ended = service.end('SIGTERM');
  await service.until('stopping');
  const askedAt = performance.now();
  expect((await service.end('SIGTERM')).code).toBe(1);
  expect(performance.now() - askedAt).toBeLessThan(2_000);
  await ended;
});

test('a defect that nothing caught is logged, and ends the process with 1', async () => {
  const program = `
    import { logCrashes } from './src/commands/log-crashes.ts';
    import { makeLog } from './src/log/make-log.ts';
    logCrashes(makeLog({ level: 'info' }));
    setInterval(() => {}, 1_000);
    void Promise.reject(new Error('a defect of ours'));`;
  const { code, stdout, stderr } = await run(['--input-type=module', '--eval', program]);
  expect([code, stderr]).toEqual([1, '']);
  expect(JSON.parse(stdout)).toMatchObject({ level: 60, err: { message: 'a defect of ours' } });
});

const NO_METRICS = { contentType: 'text/plain', text: async () => '' };
const NO_LOG = { error: () => {} };

test('readyz: no while stopping, while the store is silent, broken or of another version; one line each', async () => {
  let isStopping = false;
  let isCurrent = () => Promise.resolve(true);
  const options = { store: { isCurrent: () => isCurrent() }, metrics: NO_METRICS, log: NO_LOG, answerWithinMs: 50 };
  const server = createServer(makeOperationsApp({ ...options, isStopping: () => isStopping }));
  const url = await serving(server);
  onTestFinished(() => closeServer(server, 0));
  const ready = async () => await line(await fetch(`${url}/readyz`));

  expect(await ready()).toEqual([200, 'ready\n']);
  isCurrent = () => new Promise(() => {});
  expect(await ready()).toEqual([503, 'the store does not answer within 0.05 s\n']);
  isCurrent = () => Promise.reject(new Error('secret words of the database'));
  expect(await ready()).toEqual([503, 'the store does not answer\n']);
  isCurrent = () => Promise.resolve(false);
  expect(await ready()).toEqual([503, 'the tables are of another version of the app\n']);
  isStopping = true;
  expect(await ready()).toEqual([503, 'stopping\n']);
});

test('metrics while the store is broken: 503, and no word of why', async () => {
  const upkeep = () => Promise.reject(new Error('secret words of the database'));
  const metrics = makeMetrics({ upkeep, budgets: () => [], clock: Date.now });
  const store = { isCurrent: async () => true };
  const server = createServer(makeOperationsApp({ store, metrics, isStopping: () => false, log: NO_LOG }));
  const url = await serving(server);
  onTestFinished(() => closeServer(server, 0));
  expect(await line(await fetch(`${url}/metrics`))).toEqual([503, 'The store does not answer.\n']);
});

test('a server that closes: the request in hand is answered, later ones are refused, and one that hangs is cut off', async () => {
  const answers: (() => void)[] = [];
  const server = createServer((_request, response) => void answers.push(() => response.end('done')));
  const url = await serving(server);
  const [inHand, hanging] = [fetch(url), fetch(url)];
  await vi.waitUntil(() => answers.length === 2);
  const closed = closeServer(server, 500);
  await expect(fetch(url)).rejects.toThrow();
  // Longer than closing takes where nothing is waited for.
  await delay(150);
  answers[0]?.();
  const ends = await Promise.allSettled([inHand.then((answer) => answer.text()), hanging]);
  expect(ends.filter(({ status }) => status === 'fulfilled')).toEqual([{ status: 'fulfilled', value: 'done' }]);
  await closed;
});
