import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collect, HUBSPOT, makeTestClient } from './test-client.ts';

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
});

describe('small reads', () => {
  it('account: only what we use', async () => {
    const account = { portalId: 7, timeZone: 'US/Eastern', companyCurrency: 'USD', uiDomain: 'app.hubspot.com' };
    nock(HUBSPOT)
      .get('/account-info/2026-09/details')
      .reply(200, { ...account, accountType: 'STANDARD', utcOffset: '-05:00' });
    expect(await makeTestClient().client.account()).toEqual(account);
  });

  it('a base address with a closing slash is the same address', async () => {
    nock('http://127.0.0.1:4010').get('/crm/properties/2026-09/deals').reply(200, { results: [] });
    const { client } = makeTestClient({ baseUrl: 'http://127.0.0.1:4010/' });
    expect(await client.properties('deals')).toEqual([]);
  });

  it('owners: three pages to the end', async () => {
    const page = (id: string, after?: string) => ({
      results: [{ id, email: `${id}@example.com`, firstName: 'A', lastName: null, userId: 1 }],
      ...(after && { paging: { next: { after } } }),
    });
    nock(HUBSPOT)
      .get('/crm/owners/2026-09?limit=100')
      .reply(200, page('1', 'x'))
      .get('/crm/owners/2026-09?limit=100&after=x')
      .reply(200, page('2', 'y'))
      .get('/crm/owners/2026-09?limit=100&after=y')
      .reply(200, page('3'));
    const owners = await collect(makeTestClient().client.owners());
    expect(owners.map(({ id }) => id)).toEqual(['1', '2', '3']);
    expect(owners[0]).toEqual({ id: '1', email: '1@example.com', firstName: 'A', lastName: undefined });
  });

  it('pipelines: closed by either spelling, probability where there is one', async () => {
    const stage = (id: string, metadata: object) => ({ id, label: id, displayOrder: 0, metadata });
    const stages = [
      stage('open', { isClosed: 'false', probability: '0.2' }),
      stage('won', { isClosed: 'true', probability: '1.0' }),
      stage('solved', { ticketState: 'CLOSED' }),
      stage('new', { ticketState: 'OPEN' }),
    ];
    nock(HUBSPOT)
      .get('/crm/pipelines/2026-09/deals')
      .reply(200, { results: [{ id: 'default', label: 'Sales', stages }] });
    expect(await makeTestClient().client.pipelines('deals')).toEqual([
      {
        id: 'default',
        label: 'Sales',
        stages: [
          { id: 'open', label: 'open', probability: 0.2, isClosed: false },
          { id: 'won', label: 'won', probability: 1, isClosed: true },
          { id: 'solved', label: 'solved', probability: undefined, isClosed: true },
          { id: 'new', label: 'new', probability: undefined, isClosed: false },
        ],
      },
    ]);
  });
});
