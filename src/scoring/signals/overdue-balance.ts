import { currencyOf, inOneCurrency } from '../currency.ts';
import { evidence, money, refTo } from '../evidence.ts';
import { dueAt, INVOICE_READS, onCredit, owed, usualDelay } from '../invoices.ts';
import { defineSignal, unknown } from '../signal.ts';

/**
 * Days that the oldest unpaid invoice is overdue. HubSpot has no overdue status: open, due before today, something owed.
 */
export const overdueBalance = defineSignal({
  key: 'overdue_balance',
  unit: 'days',
  better: 'lower',
  reads: INVOICE_READS,
  spares: { invoices: ['hs_number', 'hs_payment_date'] },
  connectedBy: { invoices: [] },
  settings: { windowDays: 365 },
  measure(account, { windowDays }) {
    const { now, invoices, portal } = account;
    let isUnknown = false;
    const late: { readonly invoice: (typeof invoices)[number]; readonly balance: number; readonly days: number }[] = [];
    for (const invoice of invoices) {
      const due = dueAt(invoice);
      if (due === null || now.isWithin(due, 1)) continue;
      const balance = owed(invoice);
      if (balance === 0) continue;
      if (balance === null) isUnknown = true;
      else if (balance > 0) late.push({ invoice, balance, days: now.daysSince(due) });
    }
    late.sort((a, b) => b.days - a.days || b.balance - a.balance || (a.invoice.id < b.invoice.id ? -1 : 1));
    const worst = late[0];
    if (worst === undefined) {
      if (isUnknown) return unknown('not_known_then');
      const latest = invoices.findLast((invoice) => onCredit(account, invoice));
      if (latest === undefined) return unknown(invoices.length === 0 ? 'no_data' : 'no_terms');
      const silent = !now.isWithin(latest.bornAt, windowDays);
      const none = () => evidence(silent ? 'silent' : 'none', { days: windowDays });
      return { kind: 'measured', raw: 0, silent, evidence: none };
    }
    const tell = () => {
      const currencyIn = ({ values }: (typeof worst)['invoice']) => currencyOf(values.hs_currency, portal);
      const summable = inOneCurrency(
        late.map(({ invoice, balance }) => ({ at: invoice.bornAt, amount: balance, currency: currencyIn(invoice) })),
        portal,
      );
      const usual = usualDelay(account);
      const values = {
        number: worst.invoice.values.hs_number ?? '',
        days: worst.days,
        balance: money(worst.balance, currencyIn(worst.invoice)),
        invoices: late.length,
        ...(summable !== null && {
          total: money(
            summable.reduce((total, { amount }) => total + amount, 0),
            summable[0]?.currency ?? portal.currency,
          ),
        }),
        ...(usual !== null && { usual: Math.round(Math.abs(usual)) }),
      };
      const habit = usual === null ? '' : Math.round(usual) > 0 ? '_usually_late' : '_usually_early';
      const message = summable === null ? 'several_currencies' : late.length === 1 ? `one${habit}` : `several${habit}`;
      const records = late.map(({ invoice }) => refTo(invoice, invoice.values.hs_number));
      return evidence(message, values, records);
    };
    return { kind: 'measured', raw: worst.days, evidence: tell };
  },
});
