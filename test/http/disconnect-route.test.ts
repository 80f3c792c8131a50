import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { RetryLater } from '../../src/errors.ts';
import type { Disconnect } from '../../src/http/disconnect-route.ts';
import type { Store } from '../../src/store/open-store.ts';
import { type CycleRig, openCycleRig } from '../jobs/cycle-rig.ts';
import { openTestStore } from '../store/test-store.ts';
import { type SignedService, startSignedService } from './signed-service.ts';

const ADMIN = 'userId=1&userEmail=admin%40portal.example';
const REP = 'userId=2&userEmail=rep%40portal.example';

let store: Store;
let rig: CycleRig;
let service: SignedService;
let asked: Parameters<Disconnect>[];
let answer: () => ReturnType<Disconnect>;

beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  rig = await openCycleRig(store, {
    users: [
      { id: '1', email: 'admin@portal.example', superAdmin: true },
      { id: '2', email: 'rep@portal.example' },
    ],
  });
  onTestFinished(() => rig.close());
  asked = [];
  answer = async () => ({ state: 'disconnected', cleared: 3 });
  service = await startSignedService(store, rig.now, undefined, undefined, {
    readUser: (_portal, id) => rig.client.user(id),
    disconnect: (...given) => {
      asked.push(given);
      return answer();
    },
  });
  onTestFinished(service.close);
});

async function disconnect(who: string, body: unknown) {
  const { portalId } = rig.store;
  const signedBody = JSON.stringify(body);
  const got = await service.ask(`/api/settings/disconnect?${who}`, { method: 'POST', signedBody, portalId });
  return { status: got.status, body: (await got.json()) as { state?: string; error?: string } };
}

test('a super admin who repeats the portal’s id disconnects it, and who it was is told', async () => {
  const { portalId } = rig.store;
  const done = await disconnect(ADMIN, { portalId, clearValues: true });
  expect(done).toEqual({ status: 200, body: { state: 'disconnected', cleared: 3 } });
  expect(asked).toEqual([
    [portalId, { clearValues: true, by: { kind: 'user', userId: '1', email: 'admin@portal.example' } }],
  ]);
});

test('nobody else may, and nothing is done without the id of this very portal', async () => {
  const { portalId } = rig.store;
  expect(await disconnect(REP, { portalId, clearValues: false })).toMatchObject({ status: 403 });
  const wrong = await disconnect(ADMIN, { portalId: portalId + 1, clearValues: false });
  expect(wrong).toMatchObject({ status: 400, body: { error: expect.stringContaining(`this is portal ${portalId}`) } });
  for (const body of [
    {},
    { portalId },
    { portalId, clearValues: 'yes' },
    { portalId: `${portalId}`, clearValues: true },
    [],
  ])
    expect((await disconnect(ADMIN, body)).status).toBe(400);
  expect(asked).toEqual([]);
});

test.each<[string, () => ReturnType<Disconnect>, number]>([
  ['it is not installed', async () => ({ state: 'not_installed' }), 409],
  ['HubSpot lets nothing be blanked', async () => ({ state: 'not_cleared', failed: 2 }), 200],
  ['HubSpot does not answer', () => Promise.reject(new RetryLater('silent', 1_000)), 503],
  ['something is broken', () => Promise.reject(new Error('a defect')), 500],
  ['HubSpot refuses a call of ours', () => Promise.reject(Object.assign(new Error('refused'), { status: 403 })), 500],
])('where %s, that is said', async (_, given, status) => {
  answer = given;
  expect((await disconnect(ADMIN, { portalId: rig.store.portalId, clearValues: true })).status).toBe(status);
});

test('who waits too long hears that it goes on', { timeout: 20_000 }, async () => {
  answer = () => new Promise(() => {});
  const done = await disconnect(ADMIN, { portalId: rig.store.portalId, clearValues: true });
  expect(done).toEqual({ status: 202, body: { state: 'disconnecting' } });
});
