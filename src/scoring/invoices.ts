import { type AccountView, daysBetween, type KnownRecord } from './account-view.ts';

/** What a signal must read to know what is owed, since when, and how it was paid. */
export const INVOICE_READS = {
  invoices: [
    'hs_number',
    'hs_invoice_date',
    'hs_due_date',
    'hs_invoice_status',
    'hs_payment_date',
    'hs_amount_billed',
    'hs_balance_due',
    'hs_currency',
  ],
} as const;

export type Invoice = KnownRecord<'invoices', (typeof INVOICE_READS)['invoices'][number]>;

/** Paid in full. A payment date alone does not tell: a part payment may have one too, and leaves the invoice open. */
export const isPaid = ({ values }: KnownRecord<'invoices', 'hs_invoice_status' | 'hs_payment_date'>): boolean =>
  values.hs_invoice_status === 'paid' ||
  (typeof values.hs_payment_date === 'number' && values.hs_invoice_status !== 'open');

/** The share of an invoice that rounding may leave unpaid for ever, without anybody owing it. */
const ROUNDING_SHARE = 0.001;

/**
 * What was owed on the invoice at the view's moment; null where that is not known (paid since, on a day nobody recorded).
 * HubSpot gives only today's balance, so for a past moment an invoice that was open then owed what was billed.
 */
export function owed(invoice: Invoice): number | null {
  const { hs_invoice_status: status, hs_payment_date: paidAt, hs_amount_billed: billed } = invoice.values;
  if (isPaid(invoice)) return 0;
  if (status !== 'open' && paidAt === undefined) return null;
  const balance = invoice.values.hs_balance_due ?? billed ?? null;
  return balance === null || balance > ROUNDING_SHARE * (billed ?? 0) ? balance : 0;
}

/** When it fell due, ms; null where no date was set. Nobody can be late before the invoice was issued. */
export function dueAt({ values }: Invoice): number | null {
  const { hs_due_date: due, hs_invoice_date: issued } = values;
  return typeof due === 'number' ? Math.max(due, issued ?? due) : null;
}

/** When it was paid, or the view's moment where it is owed still, ms; null where neither is known. */
export function unpaidUntil(account: Pick<AccountView<object>, 'asOf'>, invoice: Invoice): number | null {
  if (isPaid(invoice)) return invoice.values.hs_payment_date ?? null;
  return (owed(invoice) ?? 0) > 0 ? account.asOf : null;
}

/**
 * An invoice that can tell how its customer pays: it gave time to pay, or was not paid on the day it was issued. One that is
 * issued, due and paid at once is a sale over the counter.
 */
export function onCredit(account: Pick<AccountView<object>, 'asOf' | 'calendar'>, invoice: Invoice): boolean {
  const due = dueAt(invoice);
  if (due === null) return false;
  const issued = invoice.values.hs_invoice_date ?? invoice.bornAt;
  return daysBetween(account.calendar, issued, Math.max(due, unpaidUntil(account, invoice) ?? due)) > 0;
}
