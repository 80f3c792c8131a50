import type { Scorecard } from '@account-health/contract';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { companyId, type PortalId } from '../../src/ids.ts';
import type { Store } from '../../src/store/open-store.ts';
import { type EventsRig, openEventsRig } from '../jobs/events-rig.ts';
import { DAY_MS, OVERDUE, PAID, PARTNER } from '../jobs/small-portal.ts';
import { openTestStore } from '../store/test-store.ts';
import { type SignedService, startSignedService } from './signed-service.ts';

const PERSON = 'userId=7&userEmail=ann%40example.com';
const REASON = 'Their director called';
// The portal's clock stands at noon (Rome) on 15 June 2026, and two hours more.
const IN_A_WEEK = '2026-06-22';

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

async function send(
  method: string,
  path: string,
  body?: unknown,
  query = PERSON,
  portalId: number = rig.store.portalId,
) {
  const signedBody = typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body);
  const answer = await service.ask(`/api/companies/${path}${query && `?${query}`}`, { method, signedBody, portalId });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}
const override = (more: object = {}, company = PAID) =>
  send('POST', `${company}/override`, { status: 'unhealthy', reason: REASON, expiresOn: IN_A_WEEK, ...more });
const pulse = (more: object = {}, company = PAID) =>
  send('POST', `${company}/pulse`, { value: 'negative', reason: REASON, ...more });
const card = async (company = PAID): Promise<Scorecard> =>
  (await (
    await service.ask(`/api/companies/${company}/scorecard`, { portalId: rig.store.portalId })
  ).json()) as Scorecard;

test('an override is the status in HubSpot and on the card until it expires; the score stays', async () => {
  const before = await card();
  expect([before.status, before.scoreStatus, before.override]).toEqual(['healthy', 'healthy', null]);
  const told = {
    status: 'unhealthy',
    reason: REASON,
    by: 'ann@example.com',
    setOn: '2026-06-15',
    expiresOn: IN_A_WEEK,
  };
  expect(await override()).toEqual({ status: 200, body: { pulse: null, override: told } });
  // The card shows it at once, HubSpot when the work that was woken is done.
  expect(await card()).toMatchObject({
    score: before.score,
    status: 'unhealthy',
    scoreStatus: 'healthy',
    override: told,
  });
  expect(woken).toEqual([rig.store.portalId]);
  await rig.takeTouched()();
  const score = String(before.score);
  expect(rig.shown(PAID)).toMatchObject({ account_health_score: score, account_health_status: 'unhealthy' });
  expect(rig.shown(OVERDUE).account_health_status).toBe('unhealthy');

  rig.advance(7 * DAY_MS);
  await rig.cycle();
  expect(rig.shown(PAID).account_health_status).toBe('unhealthy');
  const { score: then } = await card();
  // Its last day ends at midnight in Rome.
  rig.advance(DAY_MS);
  expect(await card()).toMatchObject({ score: then, status: 'healthy', override: null });
  await rig.cycle();
  expect(rig.shown(PAID).account_health_status).toBe('healthy');
  expect((await rig.store.published(companyId(PAID))).map(({ status }) => status)).not.toContain('unhealthy');
  expect((await card()).history.map(({ status }) => status)).not.toContain('unhealthy');
});

test('a whole cycle keeps to it, and deleting it brings the score’s status back', async () => {
  await override();
  await rig.cycle();
  expect(rig.shown(PAID).account_health_status).toBe('unhealthy');
  // Within the same millisecond, as the clock stands.
  expect(await send('DELETE', `${PAID}/override`, { reason: 'All is well' })).toEqual({
    status: 200,
    body: { pulse: null, override: null },
  });
  rig.advance(1_000);
  await rig.takeTouched()();
  expect(rig.shown(PAID).account_health_status).toBe('healthy');
  expect((await card()).status).toBe('healthy');
  // Deleted again: nothing to take back, and nothing logged.
  expect((await send('DELETE', `${PAID}/override`)).status).toBe(200);
  expect((await rig.store.judgements(companyId(PAID))).map(({ value, reason }) => [value, reason])).toEqual([
    ['unhealthy', REASON],
    [null, 'All is well'],
  ]);
});

test('a pulse counts in the score at once', async () => {
  const before = await card();
  rig.advance(60_000);
  const told = {
    value: 'negative',
    reason: REASON,
    by: 'ann@example.com',
    givenOn: '2026-06-15',
    expiresOn: '2026-09-13',
  };
  expect(await pulse()).toEqual({ status: 200, body: { pulse: told, override: null } });
  await rig.takeTouched()();
  const after = await card();
  expect(after.pulse).toEqual(told);
  expect(after.score).toBeLessThan(before.score ?? 0);
  expect(after.receipt).toContainEqual(
    expect.objectContaining({
      signal: 'pulse',
      evidence: `The pulse was set to negative on Jun 15, 2026: “${REASON}”`,
    }),
  );
  expect(rig.shown(PAID).account_health_score).toBe(String(after.score));
  await rig.cycle();
  expect((await card()).score).toBe(after.score);
  expect(rig.shown(PAID).account_health_score).toBe(String(after.score));
});

test('a company that is no customer has no status to override', async () => {
  expect((await override({}, PARTNER)).status).toBe(200);
  await rig.takeTouched()();
  expect((await card(PARTNER)).status).toBeNull();
  expect(rig.shown(PARTNER).account_health_status ?? '').toBe('');
});

test('the same request again changes nothing', async () => {
  const first = await override();
  rig.advance(1_000);
  expect(await override()).toEqual(first);
  expect(await rig.store.judgements(companyId(PAID))).toHaveLength(1);
});

test('another portal’s companies are out of reach, also with the same record id', async () => {
  const other = await openEventsRig(store);
  onTestFinished(other.close);
  await override();
  expect(await other.store.judgements(companyId(PAID))).toEqual([]);
  // A portal named beside the signed one makes the request nobody's.
  const twice = await service.ask(`/api/companies/${PAID}/override?${PERSON}&portalId=${other.store.portalId}`, {
    method: 'POST',
    signedBody: JSON.stringify({ status: 'healthy', reason: REASON, expiresOn: IN_A_WEEK }),
    portalId: rig.store.portalId,
  });
  expect(twice.status).toBe(401);
  const stranger = await send('POST', `${PAID}/pulse`, { value: 'neutral', reason: REASON }, PERSON, 999_999);
  expect(stranger.status).toBe(404);
});

test('nothing unsigned is taken', async () => {
  for (const [method, path] of [
    ['POST', 'pulse'],
    ['POST', 'override'],
    ['DELETE', 'override'],
  ] as const) {
    const body = JSON.stringify({ value: 'neutral', status: 'healthy', reason: REASON, expiresOn: IN_A_WEEK });
    const url = `/api/companies/${PAID}/${path}?${PERSON}`;
    const spoilt = await service.ask(url, { method, signedBody: body, body: `${body} `, portalId: rig.store.portalId });
    const forged = await service.ask(url, { method, signedBody: body, secret: 'other', portalId: rig.store.portalId });
    expect([spoilt.status, forged.status]).toEqual([401, 401]);
  }
  expect(await rig.store.judgements(companyId(PAID))).toEqual([]);
});

test.each([
  ['no JSON', 'POST', `${PAID}/override`, '{', 'send JSON with status, reason and expiresOn'],
  ['no body', 'POST', `${PAID}/pulse`, '', 'value: use positive, neutral, negative; reason: say why, in a few words'],
  ['a list', 'POST', `${PAID}/pulse`, [], 'send JSON with value, reason and, if you like, expiresOn'],
  [
    'a status that is none',
    'POST',
    `${PAID}/override`,
    { status: 'unknown', reason: REASON, expiresOn: IN_A_WEEK },
    'status: use healthy, at_risk, unhealthy',
  ],
  ['no end', 'POST', `${PAID}/override`, { status: 'healthy', reason: REASON }, 'expiresOn: give a day as YYYY-MM-DD'],
  [
    'a day that is none',
    'POST',
    `${PAID}/pulse`,
    { value: 'neutral', reason: REASON, expiresOn: '2026-02-30' },
    'expiresOn: give a day as YYYY-MM-DD',
  ],
  [
    'a day that is over',
    'POST',
    `${PAID}/override`,
    { status: 'healthy', reason: REASON, expiresOn: '2026-06-14' },
    'expiresOn: give a day from 2026-06-15 to 2027-06-15',
  ],
  [
    'a day too far off',
    'POST',
    `${PAID}/pulse`,
    { value: 'neutral', reason: REASON, expiresOn: '2026-09-14' },
    'expiresOn: give a day from 2026-06-15 to 2026-09-13',
  ],
  ['an empty reason', 'POST', `${PAID}/pulse`, { value: 'neutral', reason: '   ' }, 'reason: say why, in a few words'],
  [
    'a novel',
    'POST',
    `${PAID}/pulse`,
    { value: 'neutral', reason: 'x'.repeat(501) },
    'reason: keep it within 500 characters',
  ],
  ['a misspelt field', 'DELETE', `${PAID}/override`, { raeson: 'x' }, 'send no body, or JSON with a reason'],
  ['no record id', 'POST', 'acme/pulse', { value: 'neutral', reason: REASON }, 'Name one company by its record id.'],
])('%s is refused in one line', async (_what, method, path, body, error) => {
  expect(await send(method, path, body)).toEqual({ status: 400, body: { error } });
  expect(await rig.store.judgements(companyId(PAID))).toEqual([]);
});

test('who says it must be known, and the company must be', async () => {
  const body = { value: 'neutral', reason: REASON };
  expect((await send('POST', `${PAID}/pulse`, body, '')).status).toBe(400);
  expect((await send('POST', `${PAID}/pulse`, body, 'userId=7&userId=8')).status).toBe(400);
  expect(await send('POST', '999/pulse', body)).toEqual({
    status: 404,
    body: { error: 'This company has not been read yet. New companies appear after the next sync.' },
  });
  // The email is not always told.
  expect((await send('POST', `${PAID}/pulse`, body, 'userId=7')).body).toMatchObject({ pulse: { by: null } });
});
