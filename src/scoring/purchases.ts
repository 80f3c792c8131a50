import type { AccountView } from './account-view.ts';
import { currencyOf } from './currency.ts';
import { type RecordRef, refTo } from './evidence.ts';
import { putInOrder } from './in-order.ts';
import { isPaid } from './invoices.ts';
import { latest } from './once.ts';

export { inOneCurrency } from './currency.ts';

/** What a signal must read to know an account's purchases. */
export const PURCHASE_READS = {
  deals: ['dealname', 'createdate', 'closedate', 'amount', 'deal_currency_code', 'hs_is_closed', 'hs_is_closed_won'],
  invoices: ['hs_number', 'hs_invoice_date', 'hs_invoice_status', 'hs_payment_date', 'hs_amount_billed', 'hs_currency'],
} as const;

/** Names, and what only portals with several currencies have. */
export const PURCHASE_SPARES = {
  deals: ['dealname', 'createdate', 'deal_currency_code'],
  invoices: ['hs_number'],
} as const;

/** Money that the account has spent. */
export interface Purchase {
  /** When it was paid (invoices) or won (deals), ms. An invoice paid on an unknown day counts on its own date. */
  readonly at: number;
  readonly amount: number;
  /** ISO 4217. */
  readonly currency: string;
  readonly record: RecordRef;
}

type PurchaseView = AccountView<typeof PURCHASE_READS>;

/** Credits, free deals and amounts under a cent are no purchases. */
export const isWorth = (amount: number | null | undefined): amount is number => (amount ?? 0) >= 0.01;

/**
 * The account's purchases by date: its paid invoices if there are any, else its won deals, never both (scoring.md,
 * Formula).
 */
export const purchases = ({ invoices, deals, portal }: PurchaseView): readonly Purchase[] =>
  purchasesOf(invoices, deals, portal.currency);

const isBefore = (a: Purchase, b: Purchase): boolean => a.at < b.at || (a.at === b.at && a.record.id < b.record.id);

/** Several signals ask for them, of the same lists. */
const purchasesOf = latest(
  (invoices: PurchaseView['invoices'], deals: PurchaseView['deals'], currency: string): readonly Purchase[] => {
    const paid = paidInvoices(invoices, currency);
    const bought = paid.length > 0 ? paid : wonDeals(deals, currency);
    return putInOrder(bought, isBefore);
  },
);

function paidInvoices(invoices: PurchaseView['invoices'], portalCurrency: string): Purchase[] {
  const paid: Purchase[] = [];
  for (const invoice of invoices) {
    const { hs_payment_date: paidAt, hs_amount_billed: amount, hs_currency: code, hs_number: name } = invoice.values;
    if (!isWorth(amount) || !isPaid(invoice)) continue;
    const currency = currencyOf(code, { currency: portalCurrency });
    paid.push({ at: paidAt ?? invoice.bornAt, amount, currency, record: refTo(invoice, name) });
  }
  return paid;
}

function wonDeals(deals: PurchaseView['deals'], portalCurrency: string): Purchase[] {
  const won: Purchase[] = [];
  for (const deal of deals) {
    const { closedate, amount, hs_is_closed_won: isWon, deal_currency_code: code, dealname } = deal.values;
    if (isWon !== true || typeof closedate !== 'number' || !isWorth(amount)) continue;
    const currency = currencyOf(code, { currency: portalCurrency });
    won.push({ at: closedate, amount, currency, record: refTo(deal, dealname) });
  }
  return won;
}

/** How often an account buys, in calendar days on which it bought. */
export interface Rhythm {
  readonly purchaseDays: number;
  /** Days from the first to the last of them. */
  readonly spanDays: number;
  /** A year where it bought once: nothing says that it is due sooner. */
  readonly meanGapDays: number;
}

/** The calendar days on which purchases, given by date, were made: ascending, each once. */
export const purchaseDays = (calendar: PurchaseView['calendar'], bought: readonly Purchase[]): readonly number[] =>
  daysOf(bought, calendar);
const daysOf = latest((bought: readonly Purchase[], calendar: PurchaseView['calendar']): readonly number[] => {
  const days: number[] = [];
  for (const { at } of bought) {
    const day = calendar.day(at);
    if (day > (days.at(-1) ?? Number.NEGATIVE_INFINITY)) days.push(day);
  }
  return days;
});

/** The rhythm of at least one purchase, given by date. */
export function purchaseRhythm({ calendar }: Pick<PurchaseView, 'calendar'>, bought: readonly Purchase[]): Rhythm {
  const days = purchaseDays(calendar, bought);
  const spanDays = (days.at(-1) ?? 0) - (days[0] ?? 0);
  return { purchaseDays: days.length, spanDays, meanGapDays: days.length > 1 ? spanDays / (days.length - 1) : 365 };
}
