import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HUBSPOT, makeTestClient } from './test-client.ts';

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
});

describe('small reads', () => {
  it('account: only what we use', async () => {
    const account = {
      portalId: 7,
      timeZone: 'US/Eastern',
      companyCurrency: 'USD',
      additionalCurrencies: ['CAD'],
      uiDomain: 'app.hubspot.com',
    };
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
