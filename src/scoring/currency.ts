/** Amounts in the portal's currency, at the rate of their own day. Without a rate: unknown, never a mixed sum. */
import type { PortalContext } from './portal-context.ts';

/** A rate that an admin or HubSpot set, and when it took effect. */
export interface ExchangeRate {
  /** Ms since 1970 UTC. */
  readonly since: number;
  /** What one unit is worth in the portal's currency; > 0. */
  readonly rate: number;
}

/** By ISO 4217 code, ascending by `since`. The portal's own currency has none. */
export type ExchangeRates = Readonly<Record<string, readonly ExchangeRate[]>>;

type RatedPortal = Pick<PortalContext, 'currency' | 'exchangeRates'>;

/** The portal's own currency for a record that names none: HubSpot's docs say that such amounts are in it. */
export const currencyOf = (code: string | null | undefined, portal: Pick<PortalContext, 'currency'>): string =>
  code || portal.currency;

/** What one unit of a currency was worth in the portal's at a moment (ms); null where no rate was in effect yet, or none is known. */
export function rateAt(currency: string, at: number, portal: RatedPortal): number | null {
  if (currency === portal.currency) return 1;
  const rates = Object.hasOwn(portal.exchangeRates ?? {}, currency) ? portal.exchangeRates?.[currency] : undefined;
  return rates?.findLast(({ since }) => since <= at)?.rate ?? null;
}

/** An amount in the portal's currency at the rate of its moment (ms); null where there was none. */
export function toPortalCurrency(amount: number, currency: string, at: number, portal: RatedPortal): number | null {
  const rate = rateAt(currency, at, portal);
  return rate === null ? null : amount * rate;
}

/** Something worth an amount at a moment (ms). */
interface Dated {
  readonly at: number;
  readonly amount: number;
  /** ISO 4217. */
  readonly currency: string;
}

/**
 * The same in one currency, so that they may be summed: their own where they share one, else the portal's, each at the rate of its
 * own moment; null where one of these rates is not known.
 */
export function inOneCurrency<T extends Dated>(items: readonly T[], portal: RatedPortal): readonly T[] | null {
  if (items.every(({ currency }) => currency === items[0]?.currency)) return items;
  const converted: T[] = [];
  for (const item of items) {
    const amount = toPortalCurrency(item.amount, item.currency, item.at, portal);
    if (amount === null) return null;
    converted.push({ ...item, amount, currency: portal.currency });
  }
  return converted;
}
