/** Pickers: who the portal's people are, and which companies it has. */
import type { CompaniesAnswer, PeopleAnswer } from '@account-health/contract/settings';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RetryLater } from '../../../src/errors.ts';
import { ALL_SCOPES } from '../../../src/local/sandbox/object-types.ts';
import type { Store } from '../../../src/store/open-store.ts';
import { AWKWARD_NAME } from '../../jobs/small-portal.ts';
import { openTestStore } from '../../store/test-store.ts';
import { openServedPortal, type ServedPortal } from './served-portal.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

const SUCCESS = { id: '31', name: 'Success', primary: true };
const OWNERS = [
  { id: '71', email: 'zoe@acme.example', firstName: 'Zoe', lastName: 'Alder', teams: [SUCCESS] },
  { id: '72', email: 'bo@acme.example', firstName: 'Bo', lastName: 'Birch', teams: [SUCCESS] },
  { id: '73', email: 'cy@acme.example', firstName: '', lastName: '' },
];

/** Owners are those whom records name. */
async function open(given: Parameters<typeof openServedPortal>[1] = {}): Promise<ServedPortal> {
  const portal = await openServedPortal(store, { data: { owners: OWNERS }, ...given });
  for (const { id } of OWNERS) portal.rig.sandbox.portal.upsert('tickets', { properties: { hubspot_owner_id: id } });
  return portal;
}
const people = async (portal: ServedPortal, query = '') =>
  (await portal.ask<PeopleAnswer>('GET', `/api/settings/people${query}`)).body;
const companies = async (portal: ServedPortal, query = '') =>
  (await portal.ask<CompaniesAnswer>('GET', `/api/settings/companies${query}`)).body.companies.map(({ name }) => name);

test('people by name, or by address where they have none, and teams each once', async () => {
  const portal = await open();
  const { people: found, teams, refused } = await people(portal);
  expect(refused).toBeNull();
  const ours = found.filter(({ userId }) => OWNERS.some(({ id }) => id === userId));
  expect(ours).toEqual([
    { userId: '72', ownerId: '72', name: 'Bo Birch', email: 'bo@acme.example' },
    { userId: '73', ownerId: '73', name: 'cy@acme.example', email: 'cy@acme.example' },
    { userId: '71', ownerId: '71', name: 'Zoe Alder', email: 'zoe@acme.example' },
  ]);
  expect(teams).toEqual([{ id: '31', name: 'Success' }]);
});

test('only those whose name or address holds the text', async () => {
  const portal = await open();
  const names = async (text: string) => {
    const found = await people(portal, `?text=${encodeURIComponent(text)}&locale=xx_!`);
    return [found.people.map(({ name }) => name), found.teams.map(({ name }) => name)];
  };
  expect(await names(' BIRCH ')).toEqual([['Bo Birch'], []]);
  expect(await names('cy@')).toEqual([['cy@acme.example'], []]);
  expect(await names('succ')).toEqual([[], ['Success']]);
  expect(await names('.*')).toEqual([[], []]);
});

test('who owns records under another id than their own is both; a queue, and who is no user, is nobody', async () => {
  const owner = { email: 'bo@acme.example', isPerson: true, userId: '7', name: 'Bo Birch', teams: [] };
  const owners = async () => [
    { ...owner, id: '90' },
    { ...owner, id: '91', userId: null },
    { ...owner, id: '92', isPerson: false },
  ];
  const portal = await open({ client: (own) => ({ ...own, owners }) });
  expect((await people(portal)).people).toEqual([
    { userId: '7', ownerId: '90', name: 'Bo Birch', email: 'bo@acme.example' },
  ]);
});

test('of those that hold a text fifty are told, of all a thousand', async () => {
  const owners = async () =>
    Array.from({ length: 1_001 }, (_, index) => {
      const id = `${1_000 + index}`;
      const teams = [{ id, name: `Team ${id}` }];
      return { id, userId: id, email: null, isPerson: true, name: `Person ${id}`, teams };
    });
  const portal = await open({ client: (own) => ({ ...own, owners }) });
  const counts = async (text: string) => {
    const found = await people(portal, `?text=${text}`);
    return [found.people.length, found.teams.length];
  };
  expect([await counts(''), await counts('person'), await counts('team')]).toEqual([
    [1_000, 1_000],
    [50, 0],
    [0, 50],
  ]);
});

test('typing asks HubSpot once a minute', async () => {
  const portal = await open();
  portal.rig.sandbox.resetStats();
  const calls = () => portal.rig.calls()['GET owners'];
  for (const text of ['b', 'bi', 'bir']) await people(portal, `?text=${text}`);
  expect(calls()).toBe(1);
  portal.rig.advance(60_000);
  await people(portal);
  expect(calls()).toBe(2);
  // Who left and came back is somebody else.
  portal.forget();
  await people(portal);
  expect(calls()).toBe(3);
});

test('what HubSpot refuses is said, and asked for again the next time', async () => {
  const portal = await open();
  portal.rig.sandbox.portal.setScopes(ALL_SCOPES.filter((scope) => scope !== 'crm.objects.owners.read'));
  const { refused, ...none } = await people(portal, '?locale=en');
  expect(none).toEqual({ people: [], teams: [] });
  expect(refused).toMatch(/crm\.objects\.owners\.read\. Add them to the private app/);
  const scopes: string[] = [];
  await portal.rig.store.install({ at: 1, by: '1', scopes, sealedTokens: 'sealed', accessExpiresAt: 2 });
  expect((await people(portal)).refused).toMatch(/crm\.objects\.owners\.read\. Have an admin agree anew/);
  portal.rig.sandbox.portal.setScopes(ALL_SCOPES);
  expect((await people(portal)).refused).toBeNull();
});

test('so is that HubSpot does not answer', async () => {
  const silent = await open({ client: (own) => ({ ...own, owners: () => Promise.reject(new RetryLater('', 1)) }) });
  expect((await people(silent)).refused).toMatch(/does not answer/);
  const unserved = await open({ client: () => null });
  expect((await people(unserved)).refused).toMatch(/does not answer/);
});

test('companies by a part of their name', async () => {
  const portal = await open();
  await portal.rig.cycle();
  expect(await companies(portal, '?text=ALDER')).toEqual(['Alder & Sons']);
  expect(await companies(portal, '?text=%25')).toEqual([]);
  expect(await companies(portal, '?text=%00')).toContain(AWKWARD_NAME);
  expect(await companies(portal, '?text=a&text=b')).toHaveLength((await companies(portal)).length);
});

test('who may not change settings sees neither', async () => {
  const portal = await open();
  for (const path of ['people', 'companies'])
    expect((await portal.ask('GET', `/api/settings/${path}`, { as: 'rep' })).status).toBe(403);
});
