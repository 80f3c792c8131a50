import type { PortalExchangeRate } from '../portal-data.ts';
import { HOME_CURRENCY } from './account-shape.ts';
import { YEAR } from './moments.ts';

/** What a unit was worth in the portal's currency in the year that ends now, and in each year before it, latest first. */
const WORTH: Readonly<Record<string, readonly [number, ...number[]]>> = {
  USD: [0.91, 0.93, 0.92, 0.95, 0.88, 0.85],
  GBP: [1.16, 1.17, 1.15, 1.14, 1.18, 1.16],
  CHF: [1.06, 1.05, 1.03, 1.01, 0.97, 0.93],
};

/** The rates that the portal's admins set, once a year. */
export const exchangeRates = (now: number): readonly PortalExchangeRate[] =>
  Object.entries(WORTH).flatMap(([from, years]) =>
    years.map((rate, past) => ({ from, rate, effectiveAt: now - (past + 1) * YEAR })).reverse(),
  );

/** What an amount was worth in the portal's currency; before the first rate, by that one. */
export function atHome(amount: number, currency: string, time: number, now: number): number {
  if (currency === HOME_CURRENCY) return amount;
  const years = WORTH[currency] ?? [1];
  const past = Math.max(0, Math.floor((now - time) / YEAR));
  return amount * (years[Math.min(past, years.length - 1)] ?? 1);
}
