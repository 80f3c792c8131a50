/**
 * Memory and responsiveness of one process that syncs and scores a large portal into the embedded store, while it answers
 * HTTP and takes HubSpot's events: `npm run bench:memory [companies]`. The local portal runs in a process of its own, without limits, so that it is our code
 * that is busy all the time.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import pino from 'pino';
import { sleep } from '../../src/commands/sleep.ts';
import { makeApp } from '../../src/http/make-app.ts';
import { WEBHOOKS_PATH } from '../../src/http/webhooks-route.ts';
import { makePortalClient } from '../../src/hubspot/make-portal-client.ts';
import { signV3 } from '../../src/hubspot/signature.ts';
import { refreshPortal } from '../../src/jobs/refresh-portal.ts';
import { readModel } from '../../src/model-file.ts';
import { openStore } from '../../src/store/open-store.ts';

const companies = process.argv[2] ?? '4500';
const MB = 1024 * 1024;
const SECRET = 'bench';
/** HubSpot sends fewer events than 100 at once. */
const EVENTS = 99;
const NO_LIMIT = { calls: 1_000_000, windowMs: 1_000 };

const portal = spawn(
  process.execPath,
  ['src/cli.ts', 'sandbox', '--port', '0', '--no-limits', '--companies', companies],
  {
    stdio: ['ignore', 'pipe', 'inherit'],
  },
);
let setting: { url: string; token: string } | undefined;
for await (const line of createInterface(portal.stdout)) {
  const found = /HUBSPOT_API_URL=(\S+) HUBSPOT_ACCESS_TOKEN=(\S+)/.exec(line);
  if (found?.[1] && found[2]) {
    setting = { url: found[1], token: found[2] };
    break;
  }
}
if (setting === undefined) throw new Error('The local portal did not start.');
const { url, token } = setting;

const dataDir = await mkdtemp(join(tmpdir(), 'account-health-bench-'));
const store = await openStore({ dataDir });
const service = makeApp({
  store,
  clientSecret: SECRET,
  publicUrl: 'http://bench',
  clock: Date.now,
  log: pino({ level: 'silent' }),
}).listen(0, '127.0.0.1');
await once(service, 'listening');
const address = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;

const before = process.memoryUsage.rss();
let peak = before;
const answers: number[] = [];
const webhookAnswers: number[] = [];
const loop = monitorEventLoopDelay({ resolution: 5 });
loop.enable();
let done = false;
const watch = (async () => {
  while (!done) {
    const started = performance.now();
    await (await fetch(`${address}/healthz`)).text();
    answers.push(performance.now() - started);
    peak = Math.max(peak, process.memoryUsage.rss());
    await sleep(50);
  }
})();

/** Sends what changed of random companies, as many at once as HubSpot would. */
async function sendEvents(portalId: number): Promise<void> {
  const events = Array.from({ length: EVENTS }, (_, index) => ({
    eventId: index,
    portalId,
    subscriptionType: 'object.propertyChange',
    objectTypeId: '0-2',
    objectId: 1_000 + Math.floor(Math.random() * Number(companies)),
    propertyName: 'name',
    occurredAt: Date.now(),
  }));
  const body = JSON.stringify(events);
  const timestamp = String(Date.now());
  const signed = {
    clientSecret: SECRET,
    method: 'POST',
    uri: `http://bench${WEBHOOKS_PATH}`,
    rawBody: body,
    timestamp,
  };
  const headers = { 'x-hubspot-request-timestamp': timestamp, 'x-hubspot-signature-v3': signV3(signed) };
  const started = performance.now();
  const answer = await fetch(`${address}${WEBHOOKS_PATH}`, { method: 'POST', headers, body });
  if (answer.status !== 204) throw new Error(`The webhook route answered ${answer.status}.`);
  webhookAnswers.push(performance.now() - started);
}

const read = new Map<string, number>();
let shown = 0;
let syncPause: number | undefined;
const started = performance.now();
const client = makePortalClient({
  token: async () => token,
  baseUrl: url,
  clock: Date.now,
  sleep,
  budgets: { general: NO_LIMIT, search: NO_LIMIT, associations: NO_LIMIT },
});
const { portalId } = await client.account();
const webhooks = (async () => {
  while (!done) {
    await sendEvents(portalId);
    await sleep(250);
  }
})();
const { report } = await refreshPortal({
  client,
  store,
  model: await readModel('models/standard-b2b.yaml'),
  language: 'en',
  clock: Date.now,
  onProgress: (progress) => {
    if (progress.step !== 'sync') {
      syncPause ??= loop.max;
      return;
    }
    read.set(progress.objectType, progress.read);
    const total = [...read.values()].reduce((sum, count) => sum + count, 0);
    if (total - shown < 25_000) return;
    shown = total;
    console.log(
      `${String(total).padStart(8)} records read   resident ${Math.round(process.memoryUsage.rss() / MB)} MB   heap ${Math.round(process.memoryUsage().heapUsed / MB)} MB`,
    );
  },
});
done = true;
await Promise.all([watch, webhooks]);
loop.disable();

const records = Object.values(report.synced).reduce((sum, count) => sum + count, 0);
const seconds = (performance.now() - started) / 1000;
/** Ms. */
function spread(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const quantile = (share: number) => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(0);
  return `median ${quantile(0.5)} ms, 99 % ${quantile(0.99)} ms, worst ${quantile(1)} ms`;
}
console.log(
  `\n${records} records synced, ${report.companies.scored} customers scored and written in ${seconds.toFixed(0)} s (${Math.round(records / seconds)} records/s)`,
);
console.log(
  `resident memory: ${Math.round(before / MB)} MB before, ${Math.round(peak / MB)} MB at the peak, the embedded database included`,
);
console.log(
  `longest pause of the event loop: ${((syncPause ?? 0) / 1e6).toFixed(0)} ms while syncing, ${(loop.max / 1e6).toFixed(0)} ms in all; 99.9 %: ${(loop.percentile(99.9) / 1e6).toFixed(0)} ms`,
);
console.log(`/healthz meanwhile, ${answers.length} requests: ${spread(answers)}`);
console.log(`webhooks of ${EVENTS} events meanwhile, ${webhookAnswers.length} requests: ${spread(webhookAnswers)}`);

service.close();
service.closeAllConnections();
await store.close();
portal.kill();
await rm(dataDir, { recursive: true });
