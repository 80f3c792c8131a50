import { type AccountView, daysBetween, type KnownRecord } from './account-view.ts';
import { median } from './median.ts';

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
function unpaidUntil(account: Pick<AccountView<object>, 'asOf'>, invoice: Invoice): number | null {
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

/** How an invoice on credit was paid, or how late it is by now. */
export interface Payment<I extends Invoice = Invoice> {
  readonly invoice: I;
  /** When it fell due, ms. */
  readonly due: number;
  /** When it was paid, or the view's moment where it is owed still; ms. */
  readonly until: number;
  /** Calendar days after it fell due; negative: early. */
  readonly late: number;
}

/**
 * How the account paid within the last `days` days, oldest first, and what it is late with now. Invoices that are neither paid nor
 * due yet, and those paid on a day that nobody recorded, tell nothing.
 */
export function payments<I extends Invoice>(
  account: Pick<AccountView<object>, 'asOf' | 'calendar'> & { readonly invoices: readonly I[] },
  days: number,
): readonly Payment<I>[] {
  return account.invoices
    .flatMap((invoice): Payment<I>[] => {
      const due = dueAt(invoice);
      const until = unpaidUntil(account, invoice);
      if (due === null || until === null || !onCredit(account, invoice)) return [];
      if (daysBetween(account.calendar, until, account.asOf) >= days) return [];
      const late = daysBetween(account.calendar, due, until);
      return isPaid(invoice) || late > 0 ? [{ invoice, due, until, late }] : [];
    })
    .toSorted((a, b) => a.until - b.until || (a.invoice.id < b.invoice.id ? -1 : 1));
}

const HABIT_DAYS = 730;
const HABIT_INVOICES = 3;

/** Days after the due date on which the account usually pays (negative: before), by its last two years; null with too few payments. */
export function usualDelay(
  account: Pick<AccountView<object>, 'asOf' | 'calendar'> & { readonly invoices: readonly Invoice[] },
): number | null {
  const paid = payments(account, HABIT_DAYS).filter(({ invoice }) => isPaid(invoice));
  return paid.length < HABIT_INVOICES ? null : median(paid.map(({ late }) => late));
}

/** Numbers that many other things have: a few digits alone, or a year. */
const TELLS_NOTHING = /^(\d{1,3}|(19|20)\d\d|\D*)$/;

/**
 * A test for texts that name an invoice by its number, as a whole: INV-204 is not in "INV-2041" nor in "INV-204-2". Null where the
 * number is too plain to be told from any other.
 */
export function namesInvoice(number: string): ((text: string) => boolean) | null {
  const trimmed = number.trim();
  if (TELLS_NOTHING.test(trimmed)) return null;
  const [before, after] = ['(?<![\\p{L}\\p{N}]|[\\p{L}\\p{N}][-_/.])', '(?![\\p{L}\\p{N}]|[-_/.][\\p{L}\\p{N}])'];
  const pattern = new RegExp(`${before}${RegExp.escape(trimmed)}${after}`, 'iu');
  return (text) => pattern.test(text);
}
