/**
 * One company's rows as the CSV files hold them, for checking what the product says of it. Nothing here, nor in the arithmetic built
 * upon it, comes from the product.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** Days and moments are of UTC, the zone of every folder. */
export const DAY_MS = 24 * 60 * 60 * 1000;
export const dayNumber = (ms: number): number => Math.floor(ms / DAY_MS);

export interface InvoiceRow {
  readonly id: string;
  readonly number: string;
  /** Ms since 1970 UTC, as the two below. */
  readonly issued: number;
  readonly due: number;
  readonly paid: number | null;
  /** Whole cents or pence. */
  readonly cents: number;
}

export interface TicketRow {
  readonly id: string;
  readonly created: number;
  readonly closed: number | null;
}

export interface CsvAccount {
  readonly companyId: string;
  readonly invoices: readonly InvoiceRow[];
  readonly tickets: readonly TicketRow[];
}

type Row = Readonly<Record<string, string>>;

const moment = (text: string | undefined): number | null =>
  text === undefined || text === '' ? null : Date.parse(text);

/** Every company of a folder that has invoices.csv and tickets.csv, in the file's order. */
export function readCsvAccounts(dir: string): readonly CsvAccount[] {
  const rows = (file: string): readonly Row[] => parse(readFileSync(join(dir, file)), { columns: true, bom: true });
  const [invoices, tickets] = [rows('invoices.csv'), rows('tickets.csv')].map((list) =>
    Map.groupBy(list, ({ company_id: company }) => company),
  );
  return rows('companies.csv').map(({ id = '' }) => ({
    companyId: id,
    invoices: (invoices?.get(id) ?? []).map((row) => ({
      id: row.id ?? '',
      number: row.hs_number ?? '',
      issued: moment(row.hs_invoice_date) ?? Number.NaN,
      due: moment(row.hs_due_date) ?? Number.NaN,
      paid: moment(row.hs_payment_date),
      cents: Math.round(Number(row.hs_amount_billed) * 100),
    })),
    tickets: (tickets?.get(id) ?? []).map((row) => ({
      id: row.id ?? '',
      created: moment(row.createdate) ?? Number.NaN,
      closed: moment(row.closed_date),
    })),
  }));
}
