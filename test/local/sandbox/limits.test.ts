import { expect, test } from 'vitest';
import type { SandboxStats } from '../../../src/local/sandbox/stats.ts';
import { handClock, sandbox } from './sandbox-fixture.ts';

const ACCOUNT = '/account-info/2026-09/details';
const SEARCH = '/crm/objects/2026-09/companies/search';
const ASSOCIATIONS = '/crm/associations/2026-09/deals/companies/batch/read';
const INPUTS = { inputs: [{ id: '201' }] };

test('110 calls in ten seconds, told by the headers, then 429 with the policy until the window has moved', async () => {
  const { clock, pass } = handClock();
  const { call, stats } = await sandbox({ clock, limits: {} });
  const first = await call(ACCOUNT);
  expect(first.headers.get('x-hubspot-ratelimit-max')).toBe('110');
  expect(first.headers.get('x-hubspot-ratelimit-remaining')).toBe('109');
  expect(first.headers.get('x-hubspot-ratelimit-interval-milliseconds')).toBe('10000');
  pass(4000);
  for (let index = 1; index < 110; index += 1) expect((await call(ACCOUNT)).status).toBe(200);
  const { status, body, headers } = await call(ACCOUNT);
  expect(status).toBe(429);
  expect(Object.keys(body).sort()).toEqual([
    'correlationId',
    'errorType',
    'message',
    'policyName',
    'requestId',
    'status',
  ]);
  expect(body).toMatchObject({ status: 'error', errorType: 'RATE_LIMIT', policyName: 'TEN_SECONDLY_ROLLING' });
  expect(headers.get('retry-after')).toBe(null);
  expect(headers.get('x-hubspot-ratelimit-remaining')).toBe('0');
  pass(5999);
  expect((await call(ACCOUNT)).status).toBe(429);
  // The first call leaves the window: one is free, no more.
  pass(1);
  expect((await call(ACCOUNT)).status).toBe(200);
  expect((await call(ACCOUNT)).status).toBe(429);
  expect(stats()).toMatchObject({ total: 114, overLimit: 3, byStatus: { 200: 111, 429: 3 } });
});

test('search: five a second for the whole account, no rate headers, and none of the general budget', async () => {
  const { clock, pass } = handClock();
  const { call, token } = await sandbox({ clock, limits: { general: 6 }, tokens: ['one', 'two'] });
  const other = token === 'one' ? 'two' : 'one';
  for (let index = 0; index < 5; index += 1) {
    const { status, headers } = await call(SEARCH, { json: {}, token: index % 2 === 0 ? token : other });
    expect(status).toBe(200);
    expect([...headers.keys()].filter((name) => name.includes('ratelimit'))).toEqual([]);
  }
  const sixth = await call(SEARCH, { json: {} });
  expect([sixth.status, sixth.body.policyName]).toEqual([429, 'SECONDLY']);
  pass(1000);
  expect((await call(SEARCH, { json: {} })).status).toBe(200);
  expect((await call(ACCOUNT)).headers.get('x-hubspot-ratelimit-remaining')).toBe('5');
});

test('associations have a budget and headers of their own', async () => {
  const { clock } = handClock();
  const { call } = await sandbox({ clock, limits: { general: 1, associations: 2 } });
  expect((await call(ACCOUNT)).status).toBe(200);
  expect((await call(ACCOUNT)).status).toBe(429);
  const first = await call(ASSOCIATIONS, { json: INPUTS });
  expect([first.status, first.headers.get('x-hubspot-ratelimit-max')]).toEqual([200, '2']);
  expect((await call(ASSOCIATIONS, { json: INPUTS })).status).toBe(200);
  expect((await call(ASSOCIATIONS, { json: INPUTS })).status).toBe(429);
});

test('each private app has a general budget of its own', async () => {
  const { clock } = handClock();
  const { call } = await sandbox({ clock, limits: { general: 1 }, tokens: ['one', 'two'] });
  expect((await call(ACCOUNT, { token: 'one' })).status).toBe(200);
  expect((await call(ACCOUNT, { token: 'one' })).status).toBe(429);
  expect((await call(ACCOUNT, { token: 'two' })).status).toBe(200);
});

test("a private app's day ends at midnight in the portal's zone", async () => {
  // 23:30 in Rome.
  const { clock, pass } = handClock(Date.parse('2026-06-15T21:30:00Z'));
  const { call } = await sandbox({ clock, limits: { daily: 2, retryAfter: true } });
  expect((await call(ACCOUNT)).headers.get('x-hubspot-ratelimit-daily-remaining')).toBe('1');
  await call(ACCOUNT);
  const { status, body, headers } = await call(ACCOUNT);
  expect([status, body.policyName, Number(headers.get('retry-after')) > 0]).toEqual([429, 'DAILY', true]);
  pass(29 * 60_000);
  expect((await call(ACCOUNT)).status).toBe(429);
  pass(60_000);
  expect((await call(ACCOUNT)).status).toBe(200);
});

test('a call without a valid token uses no budget', async () => {
  const { clock } = handClock();
  const { call } = await sandbox({ clock, limits: { general: 1 } });
  await call(ACCOUNT, { token: 'wrong' });
  expect((await call(ACCOUNT)).status).toBe(200);
});

test('/__stats counts calls by budget, path and status, and their peak; itself it does not count', async () => {
  const { clock, pass } = handClock();
  const { call, url, stats, resetStats } = await sandbox({ clock });
  await call('/crm/objects/2026-09/companies/1');
  await call('/crm/objects/2026-09/companies/99');
  await call(SEARCH, { json: {} });
  pass(60_000);
  await call(ASSOCIATIONS, { json: INPUTS });
  await call('/nowhere');
  const told = (await (await fetch(`${url}/__stats`)).json()) as SandboxStats;
  expect(told).toEqual(stats());
  expect(told).toMatchObject({
    total: 5,
    byFamily: { general: 3, search: 1, associations: 1, oauth: 0 },
    byStatus: { 200: 3, 404: 2 },
    peak: { general: 2, search: 1, associations: 1 },
  });
  expect(told.byPath['GET /crm/objects/2026-09/companies/{id}']).toBe(2);
  await fetch(`${url}/__reset-stats`, { method: 'POST' });
  expect(stats().total).toBe(0);
  await call(ACCOUNT);
  resetStats();
  expect(stats()).toMatchObject({ total: 0, byPath: {}, peak: { general: 0 } });
});
