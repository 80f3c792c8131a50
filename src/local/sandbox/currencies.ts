/** The portal's currencies besides its own, and what they are worth. */
import { invalid } from './error-bodies.ts';
import type { PortalData } from './portal-data.ts';
import { iso } from './record-view.ts';
import { pageSize, type Route, requireScopes } from './route.ts';

/** The currencies that the portal has set up besides its own. */
export const additionalCurrencies = ({ exchangeRates = [] }: PortalData): readonly string[] =>
  [...new Set(exchangeRates.map(({ from }) => from))].toSorted();

/**
 * Every rate ever set, by id. HubSpot's docs name the query's parameters and no page sizes: those of its other lists are kept,
 * 10 a page and 100 at most.
 */
const exchangeRates: Route = {
  method: 'GET',
  path: '/settings/currencies/{v}/exchange-rates',
  family: 'general',
  handle(call) {
    requireScopes(call, ['settings.currencies.read']);
    const { query } = call;
    const { data } = call.state;
    const limit = pageSize(query.get('limit'), 10, 100);
    const after = query.get('after') ?? '0';
    if (!/^\d+$/.test(after)) throw invalid(`Invalid paging cursor: ${after}`);
    const [from, to] = [query.get('fromCurrencyCode'), query.get('toCurrencyCode')];
    const rates = (data.exchangeRates ?? []).map((rate, index) => ({
      id: String(index + 1),
      fromCurrencyCode: rate.from,
      toCurrencyCode: data.companyCurrency,
      conversionRate: rate.rate,
      effectiveAt: iso(rate.effectiveAt),
      createdAt: iso(rate.effectiveAt),
      updatedAt: iso(rate.effectiveAt),
      visibleInUI: true,
    }));
    const wanted = rates.filter(
      (rate) => (from === null || rate.fromCurrencyCode === from) && (to === null || rate.toCurrencyCode === to),
    );
    const rest = wanted.filter(({ id }) => Number(id) > Number(after));
    const page = rest.slice(0, limit);
    const last = page.at(-1);
    const paging =
      last !== undefined && rest.length > page.length ? { paging: { next: { after: last.id, link: '' } } } : {};
    return { status: 200, body: { results: page, ...paging } };
  },
};

export const currencyRoutes: readonly Route[] = [exchangeRates];
