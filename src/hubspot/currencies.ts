import { z } from 'zod';
import { API } from './api-version.ts';
import type { CallHubSpot } from './call.ts';
import { pages, pagingSchema } from './paging.ts';

/** What one unit of a currency is worth in another, from a moment on. */
export interface ExchangeRate {
  /** ISO 4217. */
  readonly from: string;
  /** ISO 4217; the portal's currency, as it was when the rate was set. */
  readonly to: string;
  /** > 0. */
  readonly rate: number;
  /** Ms since 1970 UTC; may lie ahead. */
  readonly effectiveAt: number;
}

// HubSpot's docs: moments are ISO 8601; a rate is above 0, with 6 decimals at most. Clients of its older versions met numbers as text.
const rateSchema = z.object({
  fromCurrencyCode: z.string(),
  toCurrencyCode: z.string(),
  conversionRate: z.coerce.number().positive(),
  effectiveAt: z.iso.datetime({ offset: true }).transform((iso) => Date.parse(iso)),
});

const pageSchema = z.object({ results: z.array(rateSchema), paging: pagingSchema });

/** HubSpot's docs name no greatest page size here; 100 is that of its other lists. */
const PAGE_SIZE = '100';

/** Every exchange rate that the portal ever set, in HubSpot's order. */
export async function readExchangeRates(call: CallHubSpot): Promise<readonly ExchangeRate[]> {
  const rates: ExchangeRate[] = [];
  const walk = pages((after) => {
    const query = new URLSearchParams({ limit: PAGE_SIZE, ...(after !== undefined && { after }) });
    return call({
      method: 'GET',
      path: `${API.currencies}/exchange-rates?${query}`,
      budget: 'general',
      answer: pageSchema,
    });
  });
  for await (const { results } of walk)
    for (const { fromCurrencyCode, toCurrencyCode, conversionRate, effectiveAt } of results)
      rates.push({ from: fromCurrencyCode, to: toCurrencyCode, rate: conversionRate, effectiveAt });
  return rates;
}
