import { daysBetween } from '../account-view.ts';
import { evidence, refTo } from '../evidence.ts';
import { dueAt, INVOICE_READS, type Invoice, payments } from '../invoices.ts';
import { defineSignal, unknown } from '../signal.ts';

/**
 * The share of invoices that the account pays before the day on which they fall due. Those that gave it no time to do so do not
 * count; those that it is late with do.
 */
export const paidEarly = defineSignal({
  key: 'paid_early',
  unit: 'share',
  better: 'higher',
  reads: INVOICE_READS,
  spares: { invoices: ['hs_number'] },
  connectedBy: { invoices: ['hs_payment_date'] },
  settings: { windowDays: 365, minimumInvoices: 3 },
  measure(account, { windowDays, minimumInvoices }) {
    const gaveTime = (invoice: Invoice) => {
      const due = dueAt(invoice);
      const issued = invoice.values.hs_invoice_date ?? invoice.bornAt;
      return due !== null && daysBetween(account.calendar, issued, due) > 0;
    };
    const billed = account.invoices.filter(gaveTime);
    if (account.invoices.length > 0 && billed.length === 0) return unknown('no_terms');
    const paid = payments({ ...account, invoices: billed }, windowDays);
    if (paid.length < minimumInvoices) return unknown('too_few', { count: paid.length, minimum: minimumInvoices });

    const early = paid.filter(({ late }) => late < 0).length;
    const share = early / paid.length;
    const values = { early, invoices: paid.length, days: windowDays, share: { kind: 'percent', share } } as const;
    const records = paid
      .toSorted((a, b) => b.late - a.late || b.until - a.until || (a.invoice.id < b.invoice.id ? -1 : 1))
      .map(({ invoice }) => refTo(invoice, invoice.values.hs_number));
    return { kind: 'measured', raw: share, evidence: () => evidence(early === 0 ? 'never' : 'share', values, records) };
  },
});
