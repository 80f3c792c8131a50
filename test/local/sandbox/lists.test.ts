import { expect, test } from 'vitest';
import { DATA, record, sandbox } from './sandbox-fixture.ts';

const LIST = '/crm/objects/2026-09/companies';
const ids = (body: { results: { id: string }[] }) => body.results.map((one) => one.id);

test('lists come ten a page unless asked, by id, and at most 100', async () => {
  const companies = Array.from({ length: 250 }, (_, index) => record(String(1000 - index), { name: `C${index}` }));
  const { call } = await sandbox({ data: { ...DATA, objects: { companies } } });
  const first = await call(LIST);
  expect(ids(first.body)).toEqual(['751', '752', '753', '754', '755', '756', '757', '758', '759', '760']);
  // A token, which nobody can make up.
  expect(first.body.paging.next.after).not.toMatch(/^\d+$/);
  expect((await call(`${LIST}?after=760`)).status).toBe(400);
  const seen: string[] = [];
  let after: string | undefined;
  let pages = 0;
  do {
    const page = await call(`${LIST}?limit=100${after === undefined ? '' : `&after=${after}`}`);
    seen.push(...ids(page.body));
    after = page.body.paging?.next.after;
    pages += 1;
  } while (after !== undefined);
  expect([pages, seen.length, new Set(seen).size]).toEqual([3, 250, 250]);
  const tooMany = await call(`${LIST}?limit=101`);
  expect([tooMany.status, tooMany.body.category]).toEqual([400, 'VALIDATION_ERROR']);
  expect((await call(`${LIST}?after=nonsense`)).status).toBe(400);
});

test('where the cursor of a portal is an id, a list goes on after any id', async () => {
  const companies = Array.from({ length: 30 }, (_, index) => record(String(100 + 2 * index), {}));
  const { call } = await sandbox({ data: { ...DATA, objects: { companies } }, listCursor: 'id' });
  expect((await call(`${LIST}?limit=3`)).body.paging.next.after).toBe('104');
  expect(ids((await call(`${LIST}?limit=2&after=111`)).body)).toEqual(['112', '114']);
  expect((await call(`${LIST}?after=nonsense`)).status).toBe(400);
});

test('a list of 50 at most when history is asked for, newest value first', async () => {
  const { call } = await sandbox();
  expect((await call(`${LIST}?limit=51&propertiesWithHistory=name`)).status).toBe(400);
  await call(`${LIST}/1`, { method: 'PATCH', json: { properties: { name: 'Alpha 2' } } });
  const { body } = await call(`${LIST}?limit=50&propertiesWithHistory=name`);
  const versions: { value: string }[] = body.results[0].propertiesWithHistory.name;
  expect(versions.map((version) => version.value)).toEqual(['Alpha 2', 'Alpha Ltd']);
});

test('unknown properties are dropped in silence; id, created and modified always come; values are text or null', async () => {
  const { call } = await sandbox();
  const { body } = await call(`${LIST}?properties=numberofemployees,no_such,hs_csm_sentiment`);
  expect(body.results[0]).toEqual({
    id: '1',
    properties: {
      createdate: '2025-01-01T00:00:00.000Z',
      hs_csm_sentiment: null,
      hs_lastmodifieddate: '2026-01-01T00:00:00.000Z',
      hs_object_id: '1',
      numberofemployees: '90',
    },
    createdAt: '2025-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
    archived: false,
  });
});

test('contacts alone spell their last-modified property without the prefix', async () => {
  const { call } = await sandbox();
  const { body } = await call('/crm/objects/2026-09/contacts?properties=hs_lastmodifieddate');
  expect(Object.keys(body.results[0].properties)).toEqual(['createdate', 'hs_object_id', 'lastmodifieddate']);
});

test('inline associations: once per label, so a primary company comes twice; none is no key', async () => {
  const { call } = await sandbox();
  const { body } = await call(
    '/crm/objects/2026-09/deals?associations=companies&properties=hs_primary_associated_company',
  );
  expect(body.results[0].associations.companies.results).toEqual([
    { id: '1', type: 'deal_to_company' },
    { id: '1', type: 'deal_to_company_unlabeled' },
    { id: '2', type: 'deal_to_company_unlabeled' },
  ]);
  expect(body.results[0].properties.hs_primary_associated_company).toBe('1');
  expect(body.results[1].id).toBe('202');
  expect(body.results[1]).not.toHaveProperty('associations');
});

test('associations of one record page separately: the first page inline, the rest by the associations API', async () => {
  const { call } = await sandbox({ associationPageSize: 2 });
  const { body } = await call(`${LIST}?associations=emails`);
  const { results, paging } = body.results[0].associations.emails;
  expect(ids({ results })).toEqual(['301', '302']);
  const seen = [301, 302];
  let after = paging.next.after;
  while (after !== undefined) {
    const next = await call('/crm/associations/2026-09/companies/emails/batch/read', {
      json: { inputs: [{ id: '1', after }] },
    });
    for (const { toObjectId } of next.body.results[0].to) seen.push(toObjectId);
    after = next.body.results[0].paging?.next.after;
  }
  expect(seen).toEqual([301, 302, 303, 304, 305]);
});

test('a record is read by id, by plural, singular or type id; another is 404', async () => {
  const { call } = await sandbox();
  for (const name of ['companies', 'company', '0-2']) {
    expect((await call(`/crm/objects/2026-09/${name}/1`)).body.properties.name).toBe('Alpha Ltd');
  }
  const missing = await call(`${LIST}/999`);
  expect([missing.status, missing.body.category]).toEqual([404, 'OBJECT_NOT_FOUND']);
  expect((await call('/crm/objects/2026-09/unicorns')).status).toBe(400);
});

test('dated paths of three versions are served; undated ones are not', async () => {
  const { call } = await sandbox();
  for (const version of ['2025-09', '2026-03', '2026-09']) {
    expect((await call(`/crm/objects/${version}/companies`)).status).toBe(200);
  }
  for (const path of [
    '/crm/v3/objects/companies',
    '/crm/objects/v3/companies',
    '/crm/objects/2024-01/companies',
    '/',
  ]) {
    expect((await call(path)).status).toBe(404);
  }
  expect((await call(LIST, { method: 'DELETE' })).status).toBe(405);
});

test('archived records leave the list and come with archived=true and their moment; restored ones return', async () => {
  const { call, portal } = await sandbox({ clock: () => Date.parse('2026-06-20T00:00:00Z') });
  expect((await call(`${LIST}/2`, { method: 'DELETE' })).status).toBe(204);
  expect((await call(`${LIST}/2`)).status).toBe(404);
  expect(ids((await call(LIST)).body)).toEqual(['1', '3']);
  const { body } = await call(`${LIST}?archived=true`);
  expect(body.results).toMatchObject([{ id: '2', archived: true, archivedAt: '2026-06-20T00:00:00.000Z' }]);
  // A deal no longer shows an archived company.
  const deal = await call('/crm/objects/2026-09/deals/201?associations=companies');
  expect(deal.body.associations.companies.results.map((row: { id: string }) => row.id)).toEqual(['1', '1']);
  portal.restore('companies', '2');
  expect(ids((await call(LIST)).body)).toEqual(['1', '2', '3']);
  expect(ids((await call(`${LIST}?archived=true`)).body)).toEqual([]);
});

test('a merged record lives on in the winner: its id, its associations, and reads by its old id', async () => {
  const { call, portal } = await sandbox();
  portal.merge('companies', '3', '1');
  expect(ids((await call(LIST)).body)).toEqual(['2', '3']);
  const winner = await call(`${LIST}/1?properties=hs_merged_object_ids&associations=emails`);
  expect([winner.body.id, winner.body.properties.hs_merged_object_ids]).toEqual(['3', '1']);
  expect(winner.body.associations.emails.results).toHaveLength(5);
  const deal = await call('/crm/objects/2026-09/deals/201?properties=hs_primary_associated_company');
  expect(deal.body.properties.hs_primary_associated_company).toBe('3');
  portal.purge('companies', '3');
  expect((await call(`${LIST}/3`)).status).toBe(404);
});

test('a change of associations does not bump the last-modified moment; a change of values does', async () => {
  const { call, portal } = await sandbox({ clock: () => Date.parse('2026-06-20T00:00:00Z') });
  const modified = async () => (await call(`${LIST}/3`)).body.updatedAt;
  portal.associate('deals', '202', 'companies', ['3']);
  expect((await call(`${LIST}/3?associations=deals`)).body.associations.deals.results[0].id).toBe('202');
  expect(await modified()).toBe('2026-03-01T00:00:00.000Z');
  portal.upsert('companies', { id: '3', properties: { name: 'Gamma 2' } });
  expect(await modified()).toBe('2026-06-20T00:00:00.000Z');
});
