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

/** An invoice that gives the customer time to pay. One that falls due as it is issued can tell nothing of paying late. */
export const onTerms = (account: Pick<AccountView<object>, 'calendar'>, { bornAt, values }: Invoice): boolean =>
  typeof values.hs_due_date === 'number' &&
  daysBetween(account.calendar, values.hs_invoice_date ?? bornAt, values.hs_due_date) > 0;

/**
 * What was owed on the invoice at the view's moment; null where that is not known (paid since, on a day nobody recorded).
 * HubSpot gives only today's balance, so for a past moment an invoice that was open then owed what was billed.
 */
export function owed({ values }: Invoice): number | null {
  if (typeof values.hs_payment_date === 'number' || values.hs_invoice_status === 'paid') return 0;
  if (values.hs_payment_date === undefined) return null;
  return values.hs_balance_due ?? values.hs_amount_billed ?? null;
}
