import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { RECALCULATE_PATH } from '../../src/http/recalculate-route.ts';
import { companyId, type PortalId } from '../../src/ids.ts';
import type { Store } from '../../src/store/open-store.ts';
import { type EventsRig, openEventsRig } from '../jobs/events-rig.ts';
import { PAID, PARTNER } from '../jobs/small-portal.ts';
import { openTestStore } from '../store/test-store.ts';
import { CLIENT_SECRET, PUBLIC_URL, type SignedService, startSignedService } from './signed-service.ts';

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

/** As HubSpot's page on custom workflow actions has it. */
const execution = (objectId: string | number = Number(PAID), more: object = {}) => ({
  callbackId: 'ap-102670506-56776413549-7-0',
  origin: { portalId: rig.store.portalId, actionDefinitionId: 10646377, actionDefinitionVersion: 1 },
  context: { source: 'WORKFLOWS', workflowId: 192814114 },
  object: { objectId, objectType: 'COMPANY' },
  inputFields: {},
  ...more,
});

async function call(
  body: unknown,
  options: { secret?: string; signedAs?: string; headers?: Record<string, string> } = {},
) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const { secret = CLIENT_SECRET, signedAs = text } = options;
  const signature = createHash('sha256')
    .update(`${secret}POST${PUBLIC_URL}${RECALCULATE_PATH}${signedAs}`)
    .digest('hex');
  const answer = await fetch(service.url + RECALCULATE_PATH, {
    method: 'POST',
    headers: { 'x-hubspot-signature': signature, 'x-hubspot-signature-version': 'v2', ...options.headers },
    body: text,
  });
  const told = await answer.text();
  return { status: answer.status, body: told === '' ? null : JSON.parse(told) };
}

test('answers what is known now, and has the company looked at and scored', async () => {
  const { score, status } = (await rig.store.published(companyId(PAID))).at(-1) ?? {};
  expect(await call(execution())).toEqual({
    status: 200,
    body: { outputFields: { score: String(score), status, hs_execution_state: 'SUCCESS' } },
  });
  expect(woken).toEqual([rig.store.portalId]);
  expect(await rig.store.touched(10)).toEqual([{ objectType: 'companies', id: PAID, touchedAt: rig.now() }]);
  rig.advance(60_000);
  await rig.takeTouched()();
  expect(await rig.store.rescoredAt(companyId(PAID))).toBe(rig.now());
});

test('a person’s override is the status', async () => {
  await rig.store.addJudgement({
    companyId: companyId(PAID),
    kind: 'override',
    value: 'unhealthy',
    reason: 'They told us',
    at: rig.now(),
    expiresAt: rig.now() + 1_000,
    userId: '7',
    userEmail: null,
  });
  expect((await call(execution())).body.outputFields.status).toBe('unhealthy');
});

test('of who is no customer, and of a company that is new, nothing is said but that it is looked at', async () => {
  const silent = { outputFields: { hs_execution_state: 'SUCCESS' } };
  expect((await call(execution(PARTNER))).body).toEqual(silent);
  expect((await call(execution(424_242, { object: { objectId: '424242', objectType: '0-2' } }))).body).toEqual(silent);
  expect((await rig.store.touched(10)).map(({ id }) => id).sort()).toEqual([PARTNER, '424242'].sort());
});

test('HubSpot’s retry gets the same answer, and wakes nobody; neither does a header of another version make it new', async () => {
  const first = await call(execution());
  expect(await call(execution())).toEqual(first);
  expect(await call(execution(), { headers: { 'x-hubspot-signature-v3': 'another' } })).toEqual(first);
  expect(woken).toHaveLength(1);
  // The next execution of the same workflow.
  await call(execution(PAID, { callbackId: 'ap-102670506-56776413549-7-1' }));
  expect(woken).toHaveLength(2);
});

test('a portal that is not ours is told that it failed; nothing is kept of it', async () => {
  const answer = await call({ ...execution(), origin: { portalId: 99_999_999 } });
  expect(answer).toEqual({ status: 200, body: { outputFields: { hs_execution_state: 'FAIL_CONTINUE' } } });
  expect(woken).toEqual([]);
});

test.each([
  ['another secret', { secret: 'other' }],
  ['no secret', { secret: '' }],
  ['another body', { signedAs: '{}' }],
  ['no signature', { headers: { 'x-hubspot-signature': '' } }],
])('%s is refused', async (_what, options) => {
  expect(await call(execution(), options)).toEqual({ status: 401, body: null });
  expect(await rig.store.touched(10)).toEqual([]);
});

test('a signature of version 3 does not open it', async () => {
  const path = `${RECALCULATE_PATH}?portalId=${rig.store.portalId}`;
  const answer = await service.ask(path, { method: 'POST', signedBody: JSON.stringify(execution()) });
  expect(answer.status).toBe(401);
});

test.each([
  ['no JSON', '{'],
  ['a list', []],
  ['no portal', { object: { objectId: 1, objectType: 'COMPANY' } }],
  ['a deal', { origin: { portalId: 1 }, object: { objectId: 1, objectType: 'DEAL' } }],
  ['no record', { origin: { portalId: 1 }, object: { objectType: 'COMPANY' } }],
  ['a portal that is text', { origin: { portalId: '1' }, object: { objectId: 1, objectType: 'COMPANY' } }],
  // Version 2 can be carried on by who knows a signature: what is behind the JSON must not pass.
  [
    'JSON with bytes behind it',
    `${JSON.stringify({ origin: { portalId: 1 }, object: { objectId: 1, objectType: 'COMPANY' } })}\u0080`,
  ],
])('%s is told in one line what to send', async (_what, body) => {
  expect(await call(body)).toEqual({
    status: 400,
    body: { error: 'Send what a workflow sends for a company: origin.portalId, object.objectId, object.objectType.' },
  });
});
