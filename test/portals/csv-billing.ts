/** What the invoice rows of one company say of how it pays at the close of a day: arithmetic of its own, none of the product's. */
import { type CsvAccount, DAY_MS, dayNumber, type InvoiceRow } from './csv-account.ts';

export interface ExpectedOverdue {
  /** Of the invoice that is overdue longest; 0: none is. */
  readonly days: number;
  /** Null: none is overdue. */
  readonly number: string | null;
  readonly invoices: number;
  readonly totalCents: number;
  /** Ids, longest overdue first, then the larger, then by id. */
  readonly ids: readonly string[];
}

const isOpen = ({ issued, paid }: InvoiceRow, at: number): boolean => issued <= at && (paid === null || paid > at);

export function expectedOverdue({ invoices }: CsvAccount, at: number): ExpectedOverdue {
  const late: { row: InvoiceRow; days: number }[] = [];
  for (const row of invoices) {
    const days = dayNumber(at) - dayNumber(row.due);
    if (isOpen(row, at) && days > 0) late.push({ row, days });
  }
  late.sort((a, b) => {
    if (a.days !== b.days) return b.days - a.days;
    if (a.row.cents !== b.row.cents) return b.row.cents - a.row.cents;
    return a.row.id < b.row.id ? -1 : 1;
  });
  let totalCents = 0;
  for (const { row } of late) totalCents += row.cents;
  return {
    days: late[0]?.days ?? 0,
    number: late[0]?.row.number ?? null,
    invoices: late.length,
    totalCents,
    ids: late.map(({ row }) => row.id),
  };
}

export interface Lateness {
  /** Days after the due date; negative: early. */
  readonly late: number;
  /** False: it is open, and as late as that by now. */
  readonly paid: boolean;
}

/**
 * How late each invoice came to be paid within the last `windowDays`, or is by now: in the order in which that became so. Sales over the
 * counter (issued, due and paid in one day), and what is open and not due yet, tell nothing.
 */
export function lateness({ invoices }: CsvAccount, at: number, windowDays: number): readonly Lateness[] {
  const told: (Lateness & { until: number; id: string })[] = [];
  for (const row of invoices) {
    if (row.issued > at) continue;
    const paid = row.paid !== null && row.paid <= at;
    const until = paid ? (row.paid ?? at) : at;
    const late = dayNumber(until) - dayNumber(row.due);
    if (!paid && late <= 0) continue;
    if (dayNumber(row.due) <= dayNumber(row.issued) && dayNumber(until) === dayNumber(row.issued)) continue;
    if (dayNumber(at) - dayNumber(until) >= windowDays) continue;
    told.push({ until, id: row.id, late, paid });
  }
  told.sort((a, b) => (a.until !== b.until ? a.until - b.until : a.id < b.id ? -1 : 1));
  return told;
}

/** True where no invoice up to the moment gave time to pay: a sale over the counter, which tells nothing of paying. */
export const onlyCounterSales = ({ invoices }: CsvAccount, at: number): boolean =>
  invoices.every(({ issued, due, paid }) => issued > at || dayNumber(Math.max(due, paid ?? due)) === dayNumber(issued));

export function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? Number.NaN)) / 2;
}

/** The days on whose close an invoice is late, by its row alone: from the day after it was due to the day before it was paid. */
export const isLateOn = ({ issued, due, paid }: InvoiceRow, at: number): boolean =>
  issued <= at && dayNumber(at) > dayNumber(due) && (paid === null || paid > at);

/** Days from the due day of the invoice that is late longest; 0: none is late. */
export const longestLate = ({ invoices }: CsvAccount, at: number): number =>
  Math.max(0, ...invoices.filter((row) => isLateOn(row, at)).map(({ due }) => dayNumber(at) - dayNumber(due)));

/** Something of the account happened after one close and by another. */
export const happened = ({ invoices, tickets }: CsvAccount, after: number, by: number): boolean =>
  [
    ...invoices.flatMap(({ issued, due, paid }) => [issued, due + DAY_MS, paid]),
    ...tickets.flatMap(({ created, closed }) => [created, closed]),
  ].some((at) => at !== null && at > after && at <= by);
