import { daysBetween } from '../account-view.ts';
import { evidence, refTo, SHOWN_RECORDS } from '../evidence.ts';
import { INVOICE_READS, namesInvoice, onCredit, payments } from '../invoices.ts';
import { isSent, MAIL_READS, silenceCounts } from '../mail.ts';
import { defineSignal, unknown } from '../signal.ts';

/**
 * The share of invoices that took a reminder: an email of ours whose subject names the invoice's number, sent after the due day and
 * before it was paid. An invoice that is overdue still, reminded of, counts.
 */
export const paidAfterReminder = defineSignal({
  key: 'paid_after_reminder',
  unit: 'share',
  better: 'lower',
  reads: { ...INVOICE_READS, ...MAIL_READS, emails: [...MAIL_READS.emails, 'hs_email_subject'] },
  // Without owners it goes by who wrote.
  spares: { companies: ['hubspot_owner_id'] },
  connectedBy: { invoices: ['hs_payment_date'] },
  settings: { windowDays: 365, minimumInvoices: 3 },
  measure(account, { windowDays, minimumInvoices }) {
    const { firstRecordAt } = account.portal.sources.emails;
    if (firstRecordAt === null || !account.now.hasCome(firstRecordAt)) return unknown('not_connected');
    if (account.invoices.length > 0 && !account.invoices.some((invoice) => onCredit(account, invoice)))
      return unknown('no_terms');
    // Of a late invoice with a number too plain to look for, nobody can tell.
    const paid = payments(account, windowDays)
      .map((payment) => ({ ...payment, names: namesInvoice(payment.invoice.values.hs_number ?? '') }))
      .filter(({ late, names }) => late <= 0 || names !== null);
    if (paid.length < minimumInvoices) return unknown('too_few', { count: paid.length, minimum: minimumInvoices });

    const sent = account.emails.filter(isSent);
    const late = paid.filter((payment) => payment.late > 0);
    const reminded = late.flatMap((payment) => {
      const emails = sent.filter(
        ({ bornAt, values }) =>
          daysBetween(account.calendar, payment.due, bornAt) > 0 &&
          bornAt < payment.until &&
          payment.names?.(values.hs_email_subject ?? ''),
      );
      const last = emails.at(-1);
      return last === undefined ? [] : [{ ...payment, reminders: emails.length, last }];
    });
    const worst = reminded.toSorted(
      (a, b) => b.reminders - a.reminders || b.late - a.late || (a.invoice.id < b.invoice.id ? -1 : 1),
    );
    const counted = { invoices: paid.length, days: windowDays };
    const [first] = worst;
    if (first === undefined) {
      if (late.length === 0) return { kind: 'measured', raw: 0, evidence: () => evidence('on_time', counted) };
      // Reminders may have gone out elsewhere: that none is in the mail says nothing where mail is not logged.
      const logged =
        sent.some(({ bornAt }) => account.now.isWithin(bornAt, windowDays)) || silenceCounts(account, windowDays);
      if (!logged) return unknown('not_logged');
      return {
        kind: 'measured',
        raw: 0,
        silent: true,
        evidence: () => evidence('none', { ...counted, late: late.length }),
      };
    }
    const share = worst.length / paid.length;
    const values = {
      ...counted,
      reminded: worst.length,
      number: first.invoice.values.hs_number ?? '',
      subject: { kind: 'subject', text: first.last.values.hs_email_subject ?? '' },
      sent: { kind: 'day', at: first.last.bornAt },
      share: { kind: 'percent', share },
    } as const;
    // It counts invoices: a reminder is shown only where that leaves none of them out.
    const reminderRoom = SHOWN_RECORDS - worst.length;
    const records = worst.flatMap(({ invoice, last }, index) => {
      const named = refTo(invoice, invoice.values.hs_number);
      return index < reminderRoom ? [named, refTo(last, last.values.hs_email_subject)] : [named];
    });
    return { kind: 'measured', raw: share, evidence: () => evidence('reminded', values, records) };
  },
});
