import type { Scorecard } from '@account-health/contract';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import type { PortalId } from '../../src/ids.ts';
import { portalId } from '../../src/ids.ts';
import type { Store } from '../../src/store/open-store.ts';
import { type EventsRig, openEventsRig } from '../jobs/events-rig.ts';
import { PAID } from '../jobs/small-portal.ts';
import { openTestStore } from '../store/test-store.ts';
import { type SignedService, startSignedService } from './signed-service.ts';

let store: Store;
let rig: EventsRig;
let service: SignedService;
let woken: PortalId[];

beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  rig = await openEventsRig(store);
  onTestFinished(rig.close);
  woken = [];
  service = await startSignedService(store, rig.now, (portal) => void woken.push(portal));
  onTestFinished(service.close);
});

const rescore = async (company: string, portal: number = rig.store.portalId) => {
  const answer = await service.ask(`/api/companies/${company}/rescore?n=${Math.random()}`, {
    portalId: portal,
    method: 'POST',
    signedBody: '{}',
  });
  return { status: answer.status, body: (await answer.json()) as { since: string; error?: string } };
};
const asOf = async () => {
  const answer = await service.ask(`/api/companies/${PAID}/scorecard?userId=1`, { portalId: rig.store.portalId });
  return ((await answer.json()) as Scorecard).asOf ?? '';
};

test('has the company looked at and scored; a scorecard of then or later tells that it was', async () => {
  rig.advance(60_000);
  const { status, body } = await rescore(PAID);
  expect([status, body]).toEqual([200, { since: new Date(rig.now()).toISOString() }]);
  expect(woken).toEqual([rig.store.portalId]);
  expect(await rig.store.touched(10)).toEqual([{ objectType: 'companies', id: PAID, touchedAt: rig.now() }]);
  expect((await asOf()) < body.since).toBe(true);
  rig.advance(2_000);
  await rig.takeTouched()();
  expect((await asOf()) >= body.since).toBe(true);
});

test('a company that was never read is looked for; asked twice, it waits once', async () => {
  expect((await rescore('424242')).status).toBe(200);
  expect((await rescore('424242')).status).toBe(200);
  expect((await rig.store.touched(10)).map(({ id }) => id)).toEqual(['424242']);
});

test.each(['x', '1%2F2', '9'.repeat(21)])('%s is no record id', async (company) => {
  const { status, body } = await rescore(company);
  expect([status, body.error]).toEqual([400, 'Name one company by its record id.']);
  expect(await rig.store.touched(10)).toEqual([]);
});

test('an account that was never read has nothing to score', async () => {
  const { status, body } = await rescore(PAID, portalId(99_001));
  expect([status, body.error]).toEqual([
    404,
    'This account has not been read yet. Scores appear after the first sync.',
  ]);
  expect(woken).toEqual([]);
});

test('unsigned, nothing happens', async () => {
  const answer = await fetch(`${service.url}/api/companies/${PAID}/rescore?portalId=${rig.store.portalId}`, {
    method: 'POST',
  });
  expect(answer.status).toBe(401);
  expect(await rig.store.touched(10)).toEqual([]);
});
