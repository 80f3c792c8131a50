import { expect, test } from 'vitest';
import { DATA, handClock, record, sandbox } from './sandbox-fixture.ts';

const SEARCH = '/crm/objects/2026-09/companies/search';
const filter = (propertyName: string, operator: string, more: object = {}) => ({
  filterGroups: [{ filters: [{ propertyName, operator, ...more }] }],
});
const many = (count: number) => ({
  ...DATA,
  objects: { companies: Array.from({ length: count }, (_, index) => record(String(index + 1), { name: `C${index}` })) },
});

test.each([
  ['EQ', 'name', { value: 'beta' }, ['2']],
  ['NEQ', 'name', { value: 'Beta' }, ['1', '3']],
  // By number, not by text: "90" < "1000".
  ['LT', 'numberofemployees', { value: '1000' }, ['1']],
  ['LTE', 'numberofemployees', { value: '1000' }, ['1', '3']],
  ['GT', 'hs_object_id', { value: '1' }, ['2', '3']],
  ['GTE', 'hs_lastmodifieddate', { value: String(Date.parse('2026-02-01T00:00:00Z')) }, ['2', '3']],
  ['GTE', 'hs_lastmodifieddate', { value: '2026-02-01T00:00:00.001Z' }, ['3']],
  ['BETWEEN', 'numberofemployees', { value: '90', highValue: '100' }, ['1']],
  ['IN', 'domain', { values: ['alpha.example', 'other.example'] }, ['1']],
  ['NOT_IN', 'domain', { values: ['alpha.example'] }, ['2', '3']],
  ['HAS_PROPERTY', 'numberofemployees', {}, ['1', '3']],
  ['NOT_HAS_PROPERTY', 'numberofemployees', {}, ['2']],
  ['CONTAINS_TOKEN', 'name', { value: 'alp*' }, ['1']],
  ['CONTAINS_TOKEN', 'name', { value: 'alp' }, []],
])('%s on %s', async (operator, name, more, expected) => {
  const { call } = await sandbox();
  const { status, body } = await call(SEARCH, { json: filter(name, operator, more) });
  expect(status).toBe(200);
  expect(body.results.map((one: { id: string }) => one.id)).toEqual(expected);
  expect(body.total).toBe(expected.length);
});

test('groups are alternatives, filters of one group conditions, and one sort orders', async () => {
  const { call } = await sandbox();
  const { body } = await call(SEARCH, {
    json: {
      filterGroups: [
        { filters: [{ propertyName: 'name', operator: 'EQ', value: 'Gamma' }] },
        {
          filters: [
            { propertyName: 'numberofemployees', operator: 'GT', value: '1' },
            { propertyName: 'numberofemployees', operator: 'LT', value: '100' },
          ],
        },
      ],
      sorts: [{ propertyName: 'numberofemployees', direction: 'DESCENDING' }],
      properties: ['name'],
    },
  });
  expect(body.results.map((one: { properties: { name: string } }) => one.properties.name)).toEqual([
    'Gamma',
    'Alpha Ltd',
  ]);
});

test('200 a page at most, and 10,000 results a query, then 400', async () => {
  const { call } = await sandbox({ data: many(10_300) });
  expect((await call(SEARCH, { json: { limit: 201 } })).status).toBe(400);
  const last = await call(SEARCH, { json: { limit: 200, after: '9800' } });
  expect([last.status, last.body.results.length, last.body.total]).toEqual([200, 200, 10_300]);
  expect(last.body.paging.next.after).toBe('10000');
  expect((await call(SEARCH, { json: { limit: 1, after: '10000' } })).status).toBe(400);
});

test('the keyset that restarts before 10,000 sees every record', async () => {
  const { call } = await sandbox({ data: many(450) });
  let last = '0';
  let seen = 0;
  for (;;) {
    const { body } = await call(SEARCH, {
      json: { ...filter('hs_object_id', 'GT', { value: last }), sorts: ['hs_object_id'], limit: 200 },
    });
    if (body.results.length === 0) break;
    seen += body.results.length;
    last = body.results.at(-1).id;
  }
  expect(seen).toBe(450);
});

test('5 groups, 6 filters a group, 18 in all, one sort, 3,000 characters', async () => {
  const { call } = await sandbox();
  const one = { propertyName: 'name', operator: 'EQ', value: 'x' };
  const groups = (...sizes: number[]) => ({ filterGroups: sizes.map((size) => ({ filters: Array(size).fill(one) })) });
  const status = async (json: unknown) => (await call(SEARCH, { json })).status;
  expect(await status(groups(1, 1, 1, 1, 1))).toBe(200);
  expect(await status(groups(1, 1, 1, 1, 1, 1))).toBe(400);
  expect(await status(groups(6, 6, 6))).toBe(200);
  expect(await status(groups(7))).toBe(400);
  expect(await status(groups(6, 6, 6, 1))).toBe(400);
  expect(await status({ sorts: ['name', 'domain'] })).toBe(400);
  expect(await status({ query: 'x'.repeat(2900) })).toBe(200);
  expect(await status({ query: 'x'.repeat(3000) })).toBe(400);
});

test('unknown properties, operators and values that do not parse are refused', async () => {
  const { call } = await sandbox();
  for (const json of [
    filter('no_such', 'EQ', { value: 'x' }),
    filter('name', 'LIKE', { value: 'x' }),
    filter('name', 'EQ'),
    filter('numberofemployees', 'GT', { value: 'many' }),
    filter('name', 'IN', { value: 'x' }),
    { sorts: ['no_such'] },
  ]) {
    expect((await call(SEARCH, { json })).status).toBe(400);
  }
});

test('archived records are never found', async () => {
  const { call, portal } = await sandbox();
  portal.archive('companies', '1');
  const { body } = await call(SEARCH, { json: { archived: true } });
  expect(body.results.map((one: { id: string }) => one.id)).toEqual(['2', '3']);
});

test('the index lags: for a while a change, and a new record, are not seen by search, though by list', async () => {
  const { clock, pass } = handClock();
  const { call, portal } = await sandbox({ clock, indexingLagMs: 5000 });
  portal.upsert('companies', { id: '1', properties: { name: 'Renamed' } });
  portal.upsert('companies', { properties: { name: 'New' } });
  const since = filter('hs_lastmodifieddate', 'GTE', { value: String(clock()) });
  expect((await call(SEARCH, { json: since })).body.total).toBe(0);
  const old = await call(SEARCH, { json: { ...filter('hs_object_id', 'EQ', { value: '1' }), properties: ['name'] } });
  expect(old.body.results[0].properties.name).toBe('Alpha Ltd');
  expect((await call('/crm/objects/2026-09/companies/1')).body.properties.name).toBe('Renamed');
  pass(5000);
  const { body } = await call(SEARCH, {
    json: { ...filter('hs_lastmodifieddate', 'GTE', { value: '2026-06-10' }), properties: ['name'] },
  });
  expect(body.results.map((one: { properties: { name: string } }) => one.properties.name)).toEqual(['Renamed', 'New']);
});
