/** A folder as it would be had customers kept an invoice waiting: for what its rows do not hold. */
import type { PortalData } from '../../src/local/sandbox/portal-data.ts';
import type { CsvAccount, InvoiceRow } from './csv-account.ts';

/** The first invoice of a customer that fell due in the spring of a year and was paid: half a year of weeks comes after it. */
export function dueInSpring({ invoices }: CsvAccount, year: number): InvoiceRow {
  const [from, until] = [Date.UTC(year, 2, 1), Date.UTC(year, 6, 1)];
  const due = invoices.filter((row) => row.due >= from && row.due < until && row.paid !== null);
  const first = due.toSorted((a, b) => a.due - b.due || (a.id < b.id ? -1 : 1))[0];
  if (first === undefined) throw new Error(`Nothing fell due in the spring of ${year}.`);
  return first;
}

/** The portal in which the customers kept one invoice each waiting until a later moment: its id, and when it was paid then (ms). */
export function portalKept(data: PortalData, waiting: ReadonlyMap<string, number>): PortalData {
  const invoices = (data.objects.invoices ?? []).map((record) => {
    const paid = waiting.get(record.id);
    if (paid === undefined) return record;
    return { ...record, properties: { ...record.properties, hs_payment_date: new Date(paid).toISOString() } };
  });
  return { ...data, objects: { ...data.objects, invoices } };
}

/** The rows of that portal. */
export const rowsKept = ({ invoices, ...rest }: CsvAccount, waiting: ReadonlyMap<string, number>): CsvAccount => ({
  ...rest,
  invoices: invoices.map((row) => ({ ...row, paid: waiting.get(row.id) ?? row.paid })),
});
