import nock from 'nock';
import { afterEach, beforeEach, expect, it, test } from 'vitest';
import { RetryLater, ScopeMissing } from '../../src/errors.ts';
import { HUBSPOT, makeTestClient } from './test-client.ts';

const PATH = '/settings/users/2026-03/7';

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
});

const answers = (status: number, body: object) =>
  nock(HUBSPOT).get(PATH).query({ idProperty: 'USER_ID' }).reply(status, body);
const ask = () => makeTestClient().client.user('7');

const ANN = { id: '7', email: 'ann@acme.com', roleIds: [] };

test.each([
  ['a super admin', { ...ANN, superAdmin: true }, { superAdmin: true, teamIds: [] }],
  ['a super admin, in text', { ...ANN, superAdmin: 'true' }, { superAdmin: true, teamIds: [] }],
  ['no super admin, in text', { ...ANN, superAdmin: 'false' }, { superAdmin: false, teamIds: [] }],
  ['who knows', ANN, { superAdmin: false, teamIds: [] }],
  [
    'in teams, one of them named twice',
    { ...ANN, superAdmin: false, primaryTeamId: '31', secondaryTeamIds: ['32', '31'] },
    { superAdmin: false, teamIds: ['31', '32'] },
  ],
  [
    'in no team, said in other ways',
    { ...ANN, superAdmin: false, primaryTeamId: null, secondaryTeamIds: null },
    { superAdmin: false, teamIds: [] },
  ],
])('%s', async (_what, body, expected) => {
  answers(200, body);
  expect(await ask()).toEqual({ id: '7', email: 'ann@acme.com', ...expected });
});

it('is nobody where the portal has no such user', async () => {
  answers(404, { status: 'error', message: 'no such user', category: 'OBJECT_NOT_FOUND' });
  expect(await ask()).toBeUndefined();
});

it('names the scope that reading users takes', async () => {
  answers(403, {});
  const error = await ask().catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ScopeMissing);
  expect((error as ScopeMissing).scopes).toEqual(['settings.users.read']);
});

it('does not take an outage for an answer', async () => {
  nock(HUBSPOT).get(PATH).query(true).times(6).reply(502, {});
  await expect(ask()).rejects.toBeInstanceOf(RetryLater);
});
