import { expect, test } from 'vitest';
import { DATA, sandbox } from './sandbox-fixture.ts';

const PATH = '/settings/currencies/2026-03/exchange-rates';
const at = (isoDay: string) => Date.parse(isoDay);
const data = {
  ...DATA,
  exchangeRates: [
    { from: 'USD', rate: 0.9, effectiveAt: at('2025-01-01') },
    { from: 'GBP', rate: 1.2, effectiveAt: at('2025-01-02') },
    { from: 'USD', rate: 0.8, effectiveAt: at('2026-01-01') },
  ],
};

test('rates page by id, to the portal’s currency', async () => {
  const { call } = await sandbox({ data });
  const seen: unknown[] = [];
  let after: string | undefined;
  do {
    const { body } = await call(`${PATH}?limit=2${after === undefined ? '' : `&after=${after}`}`);
    seen.push(...body.results);
    after = body.paging?.next.after;
  } while (after !== undefined);
  expect(seen).toMatchObject([
    {
      id: '1',
      fromCurrencyCode: 'USD',
      toCurrencyCode: 'EUR',
      conversionRate: 0.9,
      effectiveAt: '2025-01-01T00:00:00.000Z',
    },
    { id: '2', fromCurrencyCode: 'GBP', toCurrencyCode: 'EUR', conversionRate: 1.2 },
    { id: '3', fromCurrencyCode: 'USD', toCurrencyCode: 'EUR', conversionRate: 0.8 },
  ]);
  expect((await call(`${PATH}?limit=101`)).status).toBe(400);
  expect((await call(`${PATH}?after=x`)).status).toBe(400);
});

test('filtered by currency', async () => {
  const { call } = await sandbox({ data });
  const ids = async (query: string) =>
    (await call(`${PATH}?${query}`)).body.results.map(({ id }: { id: string }) => id);
  expect(await ids('fromCurrencyCode=USD')).toEqual(['1', '3']);
  expect(await ids('fromCurrencyCode=USD&toCurrencyCode=EUR&limit=1')).toEqual(['1']);
  expect(await ids('toCurrencyCode=USD')).toEqual([]);
});

test('the scope is needed; the account names its currencies', async () => {
  const { call, portal } = await sandbox({ data, scopes: ['oauth'] });
  const { status, body } = await call(PATH);
  expect([status, body.category]).toEqual([403, 'MISSING_SCOPES']);
  expect((await call('/account-info/2026-09/details')).body.additionalCurrencies).toEqual(['GBP', 'USD']);
  portal.setScopes(['settings.currencies.read']);
  expect((await call(PATH)).status).toBe(200);
});

test('a portal with one currency has no others, and no rates', async () => {
  const { call } = await sandbox();
  expect((await call('/account-info/2026-09/details')).body.additionalCurrencies).toEqual([]);
  expect((await call(PATH)).body).toEqual({ results: [] });
});
