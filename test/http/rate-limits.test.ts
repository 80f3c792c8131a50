import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { RATE_LIMITS } from '../../src/http/rate-limits.ts';
import type { Store } from '../../src/store/open-store.ts';
import { makeDataDir, openTestStore } from '../store/test-store.ts';
import { startFuzzed } from './fuzz-rig.ts';
import { type SignedService, startSignedService } from './signed-service.ts';

const NOW = Date.UTC(2026, 5, 15, 10);
let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

async function start(trustProxyHops = 0): Promise<SignedService> {
  const limits = { ofPortal: 3, ofAddress: 3 };
  const service = await startSignedService(store, () => NOW, undefined, undefined, { limits, trustProxyHops });
  onTestFinished(service.close);
  return service;
}
const times = async (count: number, ask: (index: number) => Promise<Response>): Promise<readonly number[]> => {
  const statuses: number[] = [];
  for (let index = 0; index < count; index += 1) statuses.push((await ask(index)).status);
  return statuses;
};

test('a portal that asks too much waits; others do not', async () => {
  const service = await start();
  const progress = (portalId: number) => service.ask('/api/progress', { portalId });
  expect(await times(5, () => progress(7))).toEqual([200, 200, 200, 429, 429]);
  const refused = await progress(7);
  expect(await refused.json()).toEqual({
    error: 'This account asks more than the app can answer at once. Try again in a minute.',
  });
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60);
  expect((await progress(8)).status).toBe(200);
});

test('forged requests use up no portal’s share', async () => {
  const service = await start();
  const forged = await times(10, () => service.ask('/api/progress', { portalId: 7, secret: 'another' }));
  expect(new Set(forged)).toEqual(new Set([401]));
  expect((await service.ask('/api/progress', { portalId: 7 })).status).toBe(200);
});

test('an address that asks too much without a signature waits; what HubSpot signs, events and healthz do not', async () => {
  const service = await start();
  const open = (path: string) => fetch(service.url + path);
  expect(await times(4, (index) => open(`/nothing/${index}`))).toEqual([404, 404, 404, 429]);
  const posted = await fetch(`${service.url}/api/usage`, { method: 'POST', body: '{}' });
  expect([posted.status, await posted.json()]).toEqual([
    429,
    { error: 'Too many requests of your address. Try again in a minute.' },
  ]);
  expect(Number(posted.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(service.warnings).toContainEqual({ address: '127.0.0.1' });
  expect((await open('/healthz')).status).toBe(200);
  expect((await service.ask('/api/progress', { portalId: 7 })).status).toBe(200);
  const events = () => service.ask('/webhooks/hubspot', { method: 'POST', signedBody: '[]' });
  expect(await times(5, events)).toEqual(Array(5).fill(204));
});

test('posted usage counts by address', async () => {
  const service = await start();
  const post = () => fetch(`${service.url}/api/usage`, { method: 'POST', body: '{}' });
  expect(await times(4, post)).toEqual([401, 401, 401, 429]);
});

/** Each request says that it comes from elsewhere. */
const fromElsewhere = (service: SignedService, last = (index: number) => `10.0.0.${index}`) =>
  times(5, (index) => fetch(`${service.url}/nothing`, { headers: { 'x-forwarded-for': last(index) } }));

test('without a proxy of ours, nobody’s X-Forwarded-For is believed', async () => {
  expect(await fromElsewhere(await start())).toEqual([404, 404, 404, 429, 429]);
});

test('with one, the address that it saw counts, and not what the caller put before it', async () => {
  expect(await fromElsewhere(await start(1))).toEqual([404, 404, 404, 404, 404]);
  const spoofed = fromElsewhere(await start(1), (index) => `192.0.2.${index}, 10.9.9.9`);
  expect(await spoofed).toEqual([404, 404, 404, 429, 429]);
});

test('an IPv6 network counts as one address', async () => {
  const service = await start(1);
  expect(await fromElsewhere(service, (index) => `2001:db8:1:100::${index + 1}`)).toEqual([404, 404, 404, 429, 429]);
});

test('of all routes, each is behind a signature or a limit', async () => {
  const dataDir = await makeDataDir();
  const service = await startFuzzed(dataDir, { ofPortal: 3, ofAddress: 3 });
  onTestFinished(() => service.close().then(() => rmSync(dataDir, { recursive: true })));
  const send = (method: string, target: string) =>
    service.send({ method, target, body: Buffer.alloc(0), signed: false });
  for (let count = 0; count < 4; count += 1) await send('GET', '/nothing');
  const open: string[] = [];
  for (const { method, path } of service.routes) {
    const { status } = await send(method, path);
    if (status !== 401 && status !== 429) open.push(`${method} ${path}`);
  }
  // Who asks whether we live must be told in a rush as well.
  expect(open).toEqual(['GET /healthz']);
});

test('the limits leave room for what is usual', () => {
  // HubSpot lets 20 at once of an account through; at a second each that is 1,200 a minute.
  expect(RATE_LIMITS.ofPortal).toBeGreaterThanOrEqual(2 * 1_200);
  // Usage is taken 60 times a minute of each portal.
  expect(RATE_LIMITS.ofAddress).toBeGreaterThanOrEqual(5 * 60);
});
