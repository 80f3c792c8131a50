import nock from 'nock';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ScopeMissing } from '../../src/errors.ts';
import { HUBSPOT, makeTestClient } from './test-client.ts';

const PATH = '/settings/currencies/2026-03/exchange-rates';

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
});

const rate = (id: number, more = {}) => ({
  id: String(id),
  fromCurrencyCode: 'USD',
  toCurrencyCode: 'EUR',
  conversionRate: 0.9,
  effectiveAt: `2025-01-0${id}T00:00:00Z`,
  createdAt: '2025-01-09T00:00:00Z',
  updatedAt: '2025-01-09T00:00:00Z',
  visibleInUI: true,
  ...more,
});
const read = (id: number, more = {}) => ({
  from: 'USD',
  to: 'EUR',
  rate: 0.9,
  effectiveAt: Date.UTC(2025, 0, id),
  ...more,
});

it('all pages, as HubSpot writes them', async () => {
  nock(HUBSPOT)
    .get(PATH)
    .query({ limit: '100' })
    .reply(200, {
      results: [rate(1), rate(2, { conversionRate: 1.234567 })],
      paging: { next: { after: 'MTAw', link: '' } },
    });
  nock(HUBSPOT)
    .get(PATH)
    .query({ limit: '100', after: 'MTAw' })
    .reply(200, { results: [rate(3, { fromCurrencyCode: 'JPY' })], paging: { next: { after: 'MjAw' } } });
  nock(HUBSPOT)
    .get(PATH)
    .query({ limit: '100', after: 'MjAw' })
    .reply(200, {
      results: [
        rate(4, { conversionRate: '0.5', toCurrencyCode: 'GBP', effectiveAt: '2025-01-04T02:00:00.000+02:00' }),
      ],
    });
  expect(await makeTestClient().client.exchangeRates()).toEqual([
    read(1),
    read(2, { rate: 1.234567 }),
    read(3, { from: 'JPY' }),
    read(4, { rate: 0.5, to: 'GBP' }),
  ]);
});

it('none', async () => {
  nock(HUBSPOT).get(PATH).query(true).reply(200, { results: [] });
  expect(await makeTestClient().client.exchangeRates()).toEqual([]);
});

it('a rate of nothing is no rate: the answer is refused, not taken for a currency without worth', async () => {
  nock(HUBSPOT)
    .get(PATH)
    .query(true)
    .reply(200, { results: [rate(1, { conversionRate: 0 })] });
  await expect(makeTestClient().client.exchangeRates()).rejects.toThrow(/unknown form.*conversionRate/);
});

it('a 403 without words names the scope that reading rates takes', async () => {
  nock(HUBSPOT).get(PATH).query(true).reply(403, {});
  const error = await makeTestClient()
    .client.exchangeRates()
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ScopeMissing);
  expect((error as ScopeMissing).message).toContain('settings.currencies.read');
});

it('a portal with one currency tells so, or says nothing of others', async () => {
  const account = { portalId: 7, timeZone: 'UTC', companyCurrency: 'EUR', uiDomain: 'app.hubspot.com' };
  for (const told of [{ additionalCurrencies: [] }, { additionalCurrencies: null }, {}]) {
    nock(HUBSPOT)
      .get('/account-info/2026-09/details')
      .reply(200, { ...account, ...told });
    expect((await makeTestClient().client.account()).additionalCurrencies).toEqual([]);
  }
});
