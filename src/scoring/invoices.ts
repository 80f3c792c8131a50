import { type AccountView, daysBetween, type KnownRecord } from './account-view.ts';
import type { Calendar } from './calendar.ts';
import { putInOrder } from './in-order.ts';
import { median } from './median.ts';
import { latest } from './once.ts';

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

const issuedAt = ({ bornAt, values }: Invoice): number => values.hs_invoice_date ?? bornAt;

/** Whether a moment is of a later day than the invoice. */
const isLaterDay = (calendar: Calendar, invoice: Invoice, at: number | null | undefined): boolean =>
  typeof at === 'number' && daysBetween(calendar, issuedAt(invoice), at) > 0;

/**
 * An invoice that can tell how its customer pays: it gave time to pay, or was not paid on the day it was issued. One that is
 * issued, due and paid at once is a sale over the counter.
 */
export function onCredit({ now, calendar }: Pick<AccountView<object>, 'now' | 'calendar'>, invoice: Invoice): boolean {
  const due = dueAt(invoice);
  if (due === null) return false;
  if (isLaterDay(calendar, invoice, due)) return true;
  if (isPaid(invoice)) return isLaterDay(calendar, invoice, invoice.values.hs_payment_date);
  return (owed(invoice) ?? 0) > 0 && !now.isWithin(issuedAt(invoice), 1);
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
  account: Pick<AccountView<object>, 'now' | 'calendar'> & { readonly invoices: readonly I[] },
  days: number,
): readonly Payment<I>[] {
  const { now, calendar } = account;
  const { paid, unpaid } = settledPayments(account.invoices, calendar) as Settled<I>;
  const late: Payment<I>[] = [];
  for (const invoice of unpaid) {
    const due = dueAt(invoice);
    if (due === null || now.isWithin(due, 1) || (owed(invoice) ?? 0) <= 0 || !onCredit(account, invoice)) continue;
    late.push({ invoice, due, until: now.ms, late: now.daysSince(due) });
  }
  const recent = paid.filter(({ until }) => now.isWithin(until, days));
  return late.length === 0 ? recent : putInOrder([...recent, ...late], endsBefore);
}

const endsBefore = (a: Payment, b: Payment): boolean =>
  a.until < b.until || (a.until === b.until && a.invoice.id < b.invoice.id);

interface Settled<I extends Invoice = Invoice> {
  /** Those on credit that were paid on a known day, the first paid first. */
  readonly paid: readonly Payment<I>[];
  /** Those that are not paid. */
  readonly unpaid: readonly I[];
}

/** How invoices were paid does not change with the days. Several signals ask for it, of the same list. */
const settledPayments = latest((invoices: readonly Invoice[], calendar: Calendar): Settled => {
  const paid: Payment[] = [];
  for (const invoice of invoices) {
    const due = dueAt(invoice);
    const until = isPaid(invoice) ? invoice.values.hs_payment_date : null;
    if (due === null || typeof until !== 'number' || !isLaterDay(calendar, invoice, Math.max(due, until))) continue;
    paid.push({ invoice, due, until, late: daysBetween(calendar, due, until) });
  }
  return { paid: putInOrder(paid, endsBefore), unpaid: invoices.filter((invoice) => !isPaid(invoice)) };
});

const HABIT_DAYS = 730;
const HABIT_INVOICES = 3;

/** Days after the due date on which the account usually pays (negative: before), by its last two years; null with too few payments. */
export function usualDelay(
  account: Pick<AccountView<object>, 'now' | 'calendar'> & { readonly invoices: readonly Invoice[] },
): number | null {
  const paid = payments(account, HABIT_DAYS).filter(({ invoice }) => isPaid(invoice));
  return paid.length < HABIT_INVOICES ? null : median(paid.map(({ late }) => late));
}

/** Numbers that many other things have: a few digits alone, or a year. */
const TELLS_NOTHING = /^(\d{1,3}|(19|20)\d\d|\D*)$/;

const ENDS_IN_WORD = /[\p{L}\p{N}][-_/.]?$/u;
const BEGINS_WITH_WORD = /^[-_/.]?[\p{L}\p{N}]/u;
/** A letter of two code units, and a sign between. */
const LONGEST_EDGE = 3;

/**
 * A test for texts that name an invoice by its number, as a whole: INV-204 is not in "INV-2041" nor in "INV-204-2". Null where the
 * number is too plain to be told from any other.
 */
export function namesInvoice(number: string): ((text: string) => boolean) | null {
  const trimmed = number.trim();
  if (TELLS_NOTHING.test(trimmed)) return null;
  const sought = trimmed.toLowerCase();
  return (text) => {
    const read = text.toLowerCase();
    for (let from = read.indexOf(sought); from >= 0; from = read.indexOf(sought, from + 1)) {
      const to = from + sought.length;
      const before = read.slice(Math.max(0, from - LONGEST_EDGE), from);
      if (!ENDS_IN_WORD.test(before) && !BEGINS_WITH_WORD.test(read.slice(to, to + LONGEST_EDGE))) return true;
    }
    return false;
  };
}
