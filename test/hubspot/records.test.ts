import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collect, HUBSPOT, makeTestClient } from './test-client.ts';

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
});

const DEALS = '/crm/objects/2026-09/deals';
const ASSOCIATIONS = '/crm/associations/2026-03/deals/companies/batch/read';

const record = (id: string, more: object = {}) => ({
  id,
  properties: { amount: '10', closedate: null },
  createdAt: '2025-01-01T00:00:00Z',
  updatedAt: '2025-02-01T00:00:00Z',
  archived: false,
  url: 'https://app.hubspot.com/unknown-field',
  ...more,
});
const next = (after: string) => ({ paging: { next: { after, link: 'https://ignored.example' } } });

describe('list', () => {
  it('walks three pages to the end, with the documented query', async () => {
    const query = { limit: '100', archived: 'false', properties: 'amount,closedate' };
    nock(HUBSPOT, { reqheaders: { authorization: 'Bearer test-token-of-no-portal', accept: /application\/json/ } })
      .get(DEALS)
      .query(query)
      .reply(200, { results: [record('1'), record('2')], ...next('2') })
      .get(DEALS)
      .query({ ...query, after: '2' })
      .reply(200, { results: [record('3')], ...next('3') })
      .get(DEALS)
      .query({ ...query, after: '3' })
      .reply(200, { results: [record('4')] });
    const { client } = makeTestClient();
    const pages = await collect(client.list('deals', { properties: ['amount', 'closedate'], associations: [] }));
    expect(pages.map(({ after, records }) => [after, records.map(({ id }) => id)])).toEqual([
      ['2', ['1', '2']],
      ['3', ['3']],
      [undefined, ['4']],
    ]);
    expect(pages[0]?.records[0]).toEqual({
      id: '1',
      properties: { amount: '10', closedate: null },
      createdAt: '2025-01-01T00:00:00Z',
      updatedAt: '2025-02-01T00:00:00Z',
      archived: false,
      archivedAt: undefined,
      associations: {},
    });
    expect(nock.isDone()).toBe(true);
  });

  it('goes on after a cursor, reads archived records, and has one empty page where there is nothing', async () => {
    nock(HUBSPOT)
      .get(DEALS)
      .query({ limit: '100', archived: 'true', after: '77' })
      .reply(200, { results: [record('78', { archived: true, archivedAt: '2025-03-01T00:00:00Z' })] })
      .get(DEALS)
      .query({ limit: '100', archived: 'false' })
      .reply(200, { results: [] });
    const { client } = makeTestClient();
    const nothing = { properties: [], associations: [] };
    const archived = await collect(client.list('deals', { ...nothing, archived: true, after: '77' }));
    expect(archived[0]?.records[0]).toMatchObject({ id: '78', archived: true, archivedAt: '2025-03-01T00:00:00Z' });
    expect(await collect(client.list('deals', nothing))).toEqual([
      { records: [], askedAt: Date.UTC(2026, 0, 15, 12), after: undefined },
    ]);
  });

  it('gives each associated id once, none as an empty list, and fetches what did not fit inline', async () => {
    const inline = (ids: string[], paging: object = {}) => ({
      results: ids.map((id) => ({ id, type: 'x' })),
      ...paging,
    });
    nock(HUBSPOT)
      .get(DEALS)
      .query({ limit: '100', archived: 'false', associations: 'companies,line_items' })
      .reply(200, {
        results: [
          record('1', { associations: { companies: inline(['5', '5', '6']) } }),
          record('2', { associations: { companies: inline(['7'], next('7')), 'line items': inline(['9']) } }),
          record('3'),
        ],
      });
    const asked: nock.Body[] = [];
    nock(HUBSPOT)
      .post(ASSOCIATIONS, (body) => asked.push(body) > 0)
      .times(2)
      .reply(() => {
        const to = asked.length === 1 ? [{ toObjectId: 7 }, { toObjectId: 8 }] : [{ toObjectId: 88 }];
        return [200, { results: [{ from: { id: '2' }, to, ...(asked.length === 1 && next('8')) }] }];
      });
    const { client } = makeTestClient();
    const [page] = await collect(client.list('deals', { properties: [], associations: ['companies', 'line_items'] }));
    expect(page?.records.map(({ associations }) => associations)).toEqual([
      { companies: ['5', '6'], line_items: [] },
      { companies: ['7', '8', '88'], line_items: ['9'] },
      { companies: [], line_items: [] },
    ]);
    expect(asked).toEqual([{ inputs: [{ id: '2' }] }, { inputs: [{ id: '2', after: '8' }] }]);
  });

  it('reads by batch the properties that do not fit into a URL', async () => {
    const names = Array.from({ length: 400 }, (_, index) => `a_property_with_a_long_name_${index}`);
    let inUrl: string[] = [];
    let inBody: string[] = [];
    nock(HUBSPOT)
      .get(DEALS)
      .query((query) => {
        inUrl = String(query.properties).split(',');
        return true;
      })
      .reply(200, { results: [record('1'), record('2')] })
      .post(`${DEALS}/batch/read?archived=false`, (body) => {
        inBody = body.properties;
        return JSON.stringify(body.inputs) === '[{"id":"1"},{"id":"2"}]';
      })
      .reply(207, {
        results: [record('1', { properties: { late: 'x' } })],
        errors: [{ category: 'OBJECT_NOT_FOUND' }],
      });
    const { client } = makeTestClient();
    const [page] = await collect(client.list('deals', { properties: names, associations: [] }));
    expect([...inUrl, ...inBody]).toEqual(names);
    expect(encodeURIComponent(inUrl.join()).length).toBeLessThan(7_000);
    // Record 2 was deleted between the two calls.
    expect(page?.records.map(({ id, properties }) => [id, properties])).toEqual([
      ['1', { amount: '10', closedate: null, late: 'x' }],
    ]);
  });

  it('a page that leads back to itself is an error, not an endless walk', async () => {
    nock(HUBSPOT)
      .persist()
      .get(DEALS)
      .query(true)
      .reply(200, { results: [record('1')], ...next('1') });
    const { client } = makeTestClient();
    await expect(collect(client.list('deals', { properties: [], associations: [] }))).rejects.toThrow(/itself/);
    expect(client.calls.total).toBe(2);
  });

  it('reads ids and values that arrive as numbers as their text', async () => {
    nock(HUBSPOT)
      .get(DEALS)
      .query(true)
      .reply(200, { results: [{ ...record('1'), id: 1, properties: { n: 3, f: true } }] });
    const [page] = await collect(makeTestClient().client.list('deals', { properties: [], associations: [] }));
    expect(page?.records[0]).toMatchObject({ id: '1', properties: { n: '3', f: 'true' } });
  });
});

describe('search', () => {
  const query = (filters: Record<string, string>[], limit = 200) => ({
    filterGroups: [{ filters }],
    sorts: [{ propertyName: 'hs_object_id', direction: 'DESCENDING' }],
    properties: ['amount'],
    limit,
  });
  const above = (value: string) => ({ propertyName: 'hs_object_id', operator: 'GT', value });
  const upTo = (value: string) => ({ propertyName: 'hs_object_id', operator: 'LTE', value });

  it('reads one page of a range of ids, the highest first', async () => {
    const since = { propertyName: 'hs_lastmodifieddate', operator: 'GTE', value: '1750000000000' };
    nock(HUBSPOT)
      .post(`${DEALS}/search`, query([since, above('8'), upTo('110')]))
      .reply(200, { total: 3, results: [record('110'), record('10')], ...next('2') });
    const page = await makeTestClient().client.search('deals', {
      properties: ['amount'],
      above: '8',
      upTo: '110',
      atLeast: { hs_lastmodifieddate: 1_750_000_000_000 },
    });
    expect(page.records.map(({ id, associations }) => [id, associations])).toEqual([
      ['110', {}],
      ['10', {}],
    ]);
    expect(page).toMatchObject({ total: 3, more: true, askedAt: Date.UTC(2026, 0, 15, 12) });
    expect(nock.isDone()).toBe(true);
  });

  it('reads from the top where the range is open, and takes an empty page as the end', async () => {
    nock(HUBSPOT)
      .post(`${DEALS}/search`, query([above('0')], 1))
      .reply(200, { total: 0, results: [], ...next('0') });
    const page = await makeTestClient().client.search('deals', {
      properties: ['amount'],
      above: '0',
      upTo: null,
      limit: 1,
    });
    expect(page).toMatchObject({ records: [], total: 0, more: false });
  });

  it.each([
    ['out of order', ['9', '10']],
    ['above its range', ['12']],
    ['below its range', ['7', '3']],
    ['twice', ['9', '9']],
  ])('a page with records %s is an error: going on from there would pass some over', async (_, ids) => {
    nock(HUBSPOT)
      .post(`${DEALS}/search`)
      .reply(200, { total: 9, results: ids.map((id) => record(id)) });
    const asked = makeTestClient().client.search('deals', { properties: [], above: '5', upTo: '11' });
    await expect(asked).rejects.toThrow(/does not keep to its range or order/);
  });
});

describe('read', () => {
  it('reads records by id, 100 a call, and leaves out those that are not there', async () => {
    const ids = Array.from({ length: 150 }, (_, index) => String(index + 1));
    const body = (some: readonly string[]) => ({ inputs: some.map((id) => ({ id })), properties: ['amount'] });
    const missing = [{ status: 'error', category: 'OBJECT_NOT_FOUND', message: 'gone', context: { ids: ['150'] } }];
    nock(HUBSPOT)
      .post(`${DEALS}/batch/read?archived=false`, body(ids.slice(0, 100)))
      .reply(200, { status: 'COMPLETE', results: ids.slice(0, 100).map((id) => record(id)) })
      .post(`${DEALS}/batch/read?archived=false`, body(ids.slice(100)))
      .reply(207, { status: 'COMPLETE', results: ids.slice(100, 149).map((id) => record(id)), errors: missing });
    const found = await makeTestClient().client.read('deals', ids, ['amount']);
    expect(found.records.map(({ id }) => id)).toEqual(ids.slice(0, 149));
    expect(found.askedAt).toBe(Date.UTC(2026, 0, 15, 12));
  });
});
