import { expect, test } from 'vitest';
import { DATA, sandbox } from './sandbox-fixture.ts';

const USERS = [
  { id: '9', email: 'bo@portal.example', primaryTeamId: '31', secondaryTeamIds: ['32'] },
  { id: '7', email: 'Ann@portal.example', superAdmin: true },
  { id: '12', email: 'cy@portal.example' },
];
const PATH = '/settings/users/2026-03';

test('a user by id, and by address', async () => {
  const { call } = await sandbox({ data: { ...DATA, users: USERS } });
  const bo = {
    id: '9',
    email: 'bo@portal.example',
    roleIds: [],
    primaryTeamId: '31',
    secondaryTeamIds: ['32'],
    superAdmin: false,
  };
  expect((await call(`${PATH}/9`)).body).toEqual(bo);
  expect((await call(`${PATH}/bo%40portal.example?idProperty=EMAIL`)).body).toEqual(bo);
  expect((await call(`${PATH}/ann%40portal.example?idProperty=EMAIL`)).body).toEqual({
    id: '7',
    email: 'Ann@portal.example',
    roleIds: [],
    secondaryTeamIds: [],
    superAdmin: true,
  });
});

test('users page by id', async () => {
  const { call } = await sandbox({ data: { ...DATA, users: USERS } });
  const first = await call(`${PATH}?limit=2`);
  expect(first.body.results.map(({ id }: { id: string }) => id)).toEqual(['7', '9']);
  const second = await call(`${PATH}?limit=2&after=${first.body.paging.next.after}`);
  expect([second.body.results.map(({ id }: { id: string }) => id), second.body.paging]).toEqual([['12'], undefined]);
});

test.each([
  ['nobody of that id', '/99', 404],
  ['nobody of that address', '/x%40y.example?idProperty=EMAIL', 404],
  ['an address for an id', '/bo%40portal.example', 400],
  ['a property that is none', '/9?idProperty=NAME', 400],
  ['too large a page', '?limit=101', 400],
  ['a cursor that is none', '?after=x', 400],
])('%s is refused', async (_what, path, status) => {
  const { call } = await sandbox({ data: { ...DATA, users: USERS } });
  expect((await call(PATH + path)).status).toBe(status);
});

test('either of two scopes will do, and one it must be', async () => {
  const { call, portal } = await sandbox({ data: { ...DATA, users: USERS }, scopes: ['crm.objects.users.read'] });
  expect((await call(`${PATH}/7`)).status).toBe(200);
  portal.setScopes(['settings.users.read']);
  expect((await call(PATH)).status).toBe(200);
  portal.setScopes(['tickets']);
  for (const path of [PATH, `${PATH}/7`]) {
    const { status, body } = await call(path);
    expect([status, body.category]).toEqual([403, 'MISSING_SCOPES']);
  }
});
