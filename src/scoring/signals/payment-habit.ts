import { evidence, refTo } from '../evidence.ts';
import { INVOICE_READS, onCredit, payments } from '../invoices.ts';
import { median } from '../median.ts';
import { defineSignal, unknown } from '../signal.ts';

/**
 * How many days later the account pays than it used to: the median of its recent payments less the median of those before;
 * at most twice as many as it is late now, and at least half as many: whoever still pays early, if less so than before, is not
 * late. An invoice that is overdue counts as late as it is by now.
 */
export const paymentHabit = defineSignal({
  key: 'payment_habit',
  unit: 'days',
  better: 'lower',
  reads: INVOICE_READS,
  spares: { invoices: ['hs_number'] },
  connectedBy: { invoices: ['hs_payment_date'] },
  settings: { windowDays: 730, recentInvoices: 4, minimumInvoices: 5 },
  measure(account, { windowDays, recentInvoices, minimumInvoices }) {
    if (account.invoices.length > 0 && !account.invoices.some((invoice) => onCredit(account, invoice)))
      return unknown('no_terms');
    const paid = payments(account, windowDays);
    if (paid.length < minimumInvoices) return unknown('too_few', { count: paid.length, minimum: minimumInvoices });

    const recent = paid.slice(-recentInvoices);
    const lateNow = median(recent.map(({ late }) => late)) ?? 0;
    const lateBefore = median(paid.slice(0, -recentInvoices).map(({ late }) => late)) ?? 0;
    const raw = Math.max(Math.min(lateNow - lateBefore, 2 * lateNow), lateNow / 2);
    const tell = () => {
      const values = { now: Math.round(Math.abs(lateNow)), before: Math.round(Math.abs(lateBefore)) };
      const side = (late: number) => (Math.round(late) > 0 ? 'late' : 'early');
      const records = recent
        .toSorted((a, b) => b.late - a.late)
        .map(({ invoice }) => refTo(invoice, invoice.values.hs_number));
      return evidence(`${side(lateNow)}_usually_${side(lateBefore)}`, values, records);
    };
    return { kind: 'measured', raw, evidence: tell };
  },
});
