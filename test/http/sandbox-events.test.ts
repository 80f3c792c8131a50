/** From a change in a portal to what the store is asked for, over HTTP: the sandbox's events and our route. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeApp } from '../../src/http/make-app.ts';
import { WEBHOOKS_PATH } from '../../src/http/webhooks-route.ts';
import { portalId } from '../../src/ids.ts';
import { type Sandbox, startSandbox } from '../../src/local/sandbox/start-sandbox.ts';
import type { Store } from '../../src/store/open-store.ts';
import type { PortalStore } from '../../src/store/portal-store.ts';
import { DATA } from '../local/sandbox/sandbox-fixture.ts';
import { openTestStore } from '../store/test-store.ts';

const CLIENT_SECRET = 'secret-of-no-app';

let store: Store;
let portalStore: PortalStore;
let sandbox: Sandbox;
const server = createServer();
const told: number[] = [];
/** While it is set the store is out of reach, and tells it that it was asked for. */
let outage: PromiseWithResolvers<void> | undefined;

beforeAll(async () => {
  store = await openTestStore();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const publicUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const reached: Store = {
    ...store,
    portal(id) {
      if (outage === undefined) return store.portal(id);
      outage.resolve();
      throw new Error('no connection');
    },
  };
  server.on(
    'request',
    makeApp({
      store: reached,
      clientSecret: CLIENT_SECRET,
      publicUrl,
      clock: Date.now,
      log: { error: () => {}, warn: () => {} },
      onEvents: (portal) => void told.push(portal),
    }),
  );
  sandbox = await startSandbox({
    data: DATA,
    limits: 'off',
    webhooks: { targetUrl: publicUrl + WEBHOOKS_PATH, clientSecret: CLIENT_SECRET, retryAfterMs: 20 },
  });
  portalStore = store.portal(portalId(sandbox.portal.id));
  await portalStore.saveProfile({ timeZone: 'Europe/Rome', currency: 'EUR', uiDomain: 'app.hubspot.com' });
});
afterAll(async () => {
  await sandbox.close();
  server.close();
  server.closeAllConnections();
  await store.close();
});

/** What is asked of the store once every event has arrived, and forgets it. */
async function asked(): Promise<readonly string[]> {
  await sandbox.webhooksSettled();
  const [touched, purges] = [await portalStore.touched(1_000), await portalStore.purgeRequests()];
  await portalStore.forgetTouched(touched);
  await portalStore.forgetPurgeRequests(purges);
  return [
    ...purges.map((id) => `purge/${id}`),
    ...touched.map(({ objectType, id }) => `${objectType}/${id}`).toSorted(),
  ];
}

test.each<[string, (portal: Sandbox['portal']) => void, readonly string[]]>([
  ['a new record', (portal) => portal.upsert('emails', { id: '900', properties: {} }), ['emails/900']],
  [
    'a value that signals read',
    (portal) => portal.upsert('deals', { id: '201', properties: { amount: '7' } }),
    ['deals/201'],
  ],
  ['a value that none reads', (portal) => portal.upsert('deals', { id: '201', properties: { hs_arr: '7' } }), []],
  ['an association', (portal) => portal.associate('deals', '202', 'companies', ['3']), ['companies/3', 'deals/202']],
  ['a deletion', (portal) => portal.archive('deals', '202'), ['deals/202']],
  ['a restore', (portal) => portal.restore('deals', '202'), ['deals/202']],
  ['a merge', (portal) => portal.merge('companies', '2', '3'), ['companies/2', 'companies/3']],
  ['a privacy deletion', (portal) => portal.purge('contacts', '101'), ['purge/101', 'contacts/101']],
  ['a record of a type that we do not read', (portal) => portal.upsert('tasks', { id: '1', properties: {} }), []],
])('%s', async (_what, change, wanted) => {
  told.length = 0;
  change(sandbox.portal);
  expect(await asked()).toEqual(wanted);
  expect(told).toEqual(wanted.length > 0 ? [sandbox.portal.id] : []);
});

test('our own writes come back as events, and lead nowhere', async () => {
  sandbox.portal.defineProperty('companies', { name: 'account_health_score', type: 'number' });
  const heard: string[] = [];
  sandbox.portal.onEvent((event) => void heard.push(`${event.propertyName} ${event.changeSource}`));
  const answer = await fetch(`${sandbox.url}/crm/objects/2026-09/companies/batch/update`, {
    method: 'POST',
    headers: { authorization: `Bearer ${sandbox.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ inputs: [{ id: '1', properties: { account_health_score: '61' } }] }),
  });
  expect([answer.status, heard]).toEqual([200, ['account_health_score INTEGRATION']]);
  expect(await asked()).toEqual([]);
});

test('what comes while the store is down arrives later', async () => {
  outage = Promise.withResolvers();
  sandbox.portal.upsert('deals', { id: '201', properties: { amount: '8' } });
  await outage.promise;
  expect(await portalStore.touched(10)).toEqual([]);
  outage = undefined;
  expect(await asked()).toEqual(['deals/201']);
  expect((await sandbox.webhooksSettled()).lost).toBe(0);
});
