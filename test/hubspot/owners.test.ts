import nock from 'nock';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ScopeMissing } from '../../src/errors.ts';
import { HUBSPOT, makeTestClient } from './test-client.ts';

const PATH = '/crm/owners/2026-09';

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
});

const owner = (id: string | number, more = {}) => ({
  id,
  email: `u${id}@acme.com`,
  firstName: 'U',
  lastName: String(id),
  userId: 1,
  type: 'PERSON',
  archived: false,
  ...more,
});

it('all pages; a queue is no person, and an address may lack', async () => {
  const page = (query: object, results: readonly object[], after?: string) =>
    nock(HUBSPOT)
      .get(PATH)
      .query({ limit: '500', ...query })
      .reply(200, { results, ...(after !== undefined && { paging: { next: { after, link: '' } } }) });
  page({}, [owner('1'), owner(2)], 'MTAw');
  page({ after: 'MTAw' }, [owner('3', { type: 'QUEUE', email: null })], 'MjAw');
  page({ after: 'MjAw' }, [owner('4', { email: '', type: undefined }), owner('5', { email: undefined })]);
  const found = await makeTestClient().client.owners();
  expect(found.map(({ id, email, isPerson }) => ({ id, email, isPerson }))).toEqual([
    { id: '1', email: 'u1@acme.com', isPerson: true },
    { id: '2', email: 'u2@acme.com', isPerson: true },
    { id: '3', email: null, isPerson: false },
    { id: '4', email: null, isPerson: true },
    { id: '5', email: null, isPerson: true },
  ]);
});

it('who the user is, and their teams, as far as HubSpot tells', async () => {
  const results = [
    owner('1', { teams: [{ id: '31', name: 'Success', primary: true }] }),
    owner('2', { firstName: null, lastName: 'Two', userId: null, teams: null }),
    owner('3', { firstName: undefined, lastName: undefined, userId: '9' }),
  ];
  nock(HUBSPOT).get(PATH).query(true).reply(200, { results });
  const found = await makeTestClient().client.owners();
  expect(found.map(({ userId, name, teams }) => ({ userId, name, teams }))).toEqual([
    { userId: '1', name: 'U 1', teams: [{ id: '31', name: 'Success' }] },
    { userId: null, name: 'Two', teams: [] },
    { userId: '9', name: '', teams: [] },
  ]);
});

it('a 403 without words names the scope that reading owners takes', async () => {
  nock(HUBSPOT).get(PATH).query(true).reply(403, {});
  const error = await makeTestClient()
    .client.owners()
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ScopeMissing);
  expect((error as ScopeMissing).scopes).toEqual(['crm.objects.owners.read']);
});
