/** Invoices of one customer that are paid so many days late, for the tables of signals of how it pays. */
import { DAY_MS } from '../../../src/scoring/calendar.ts';

/** An ISO day so many days on. */
const plus = (isoDay: string, days: number): string =>
  new Date(Date.parse(isoDay) + days * DAY_MS).toISOString().slice(0, 10);

/** An invoice of 30 days, paid so many days late (early where negative). */
export const paid = (issued: string, late: number, more = {}) => ({
  hs_invoice_date: issued,
  hs_due_date: plus(issued, 30),
  hs_payment_date: plus(issued, 30 + late),
  hs_amount_billed: 100,
  ...more,
});

export const unpaid = (issued: string, more = {}) => paid(issued, 0, { hs_payment_date: null, ...more });

/** One every 30 days from a day on, paid so many days late each. */
export const monthly = (from: string, late: readonly number[]) =>
  late.map((days, index) => paid(plus(from, index * 30), days));
