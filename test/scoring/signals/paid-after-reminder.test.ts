import { expect, it } from 'vitest';
import { DAY_MS } from '../../../src/scoring/calendar.ts';
import { paidAfterReminder } from '../../../src/scoring/signals/paid-after-reminder.ts';
import type { AccountLiteral } from '../account-builder.ts';
import { day, describeSignal, percent, rawOf } from './signal-table.ts';

const asOf = '2026-06-01';
const plus = (isoDay: string, days: number) => new Date(Date.parse(isoDay) + days * DAY_MS).toISOString().slice(0, 10);

/** Invoice INV-<n> of 30 days, issued on the first of the month, paid so many days late. */
const paid = (month: number, late: number | null, more = {}) => {
  const issued = `2026-0${month}-01`;
  return {
    hs_number: `INV-${month}00`,
    hs_invoice_date: issued,
    hs_due_date: plus(issued, 30),
    hs_payment_date: late === null ? null : plus(issued, 30 + late),
    hs_amount_billed: 100,
    ...more,
  };
};
const sent = (hs_timestamp: string, hs_email_subject: string | null, more = {}) => ({
  hs_timestamp,
  hs_email_direction: 'EMAIL',
  hs_email_subject,
  ...more,
});
/** Three invoices, due on 31 January, 3 March and 31 March; the first two paid 10 days late. */
const late = [paid(1, 10), paid(2, 10), paid(3, 0)];
const with_ = (...emails: NonNullable<AccountLiteral['emails']>): AccountLiteral => ({ asOf, invoices: late, emails });

describeSignal(paidAfterReminder, [
  { name: 'nothing', account: { asOf }, expected: { unknown: 'too_few', values: { count: 0, minimum: 3 } } },
  {
    name: 'a reminder for one of three',
    account: with_(sent('2026-02-05', 'Reminder: invoice INV-100'), sent('2026-03-08', 'Spring news')),
    expected: {
      raw: 1 / 3,
      message: 'reminded',
      values: {
        reminded: 1,
        invoices: 3,
        days: 365,
        share: percent(1 / 3),
        number: 'INV-100',
        subject: { kind: 'subject', text: 'Reminder: invoice INV-100' },
        sent: day('2026-02-05T00:00:00Z'),
      },
      records: ['i1', 'e1'],
    },
  },
  {
    name: 'the most reminded first, with its last reminder; twice for one is one',
    account: with_(
      sent('2026-03-05', 'INV-200'),
      sent('2026-02-02', 'INV-100 is due'),
      sent('2026-03-09', 'Again: INV-200'),
    ),
    expected: {
      raw: 2 / 3,
      message: 'reminded',
      values: { number: 'INV-200', subject: { kind: 'subject', text: 'Again: INV-200' } },
      records: ['i2', 'e3', 'i1'],
    },
  },
  {
    name: 'reminders leave no invoice out: three of them, and no reminder',
    account: {
      asOf,
      invoices: [...late, paid(4, 20)],
      emails: [sent('2026-02-05', 'INV-100'), sent('2026-03-08', 'INV-200'), sent('2026-05-10', 'INV-400')],
    },
    expected: { raw: 3 / 4, message: 'reminded', records: ['i4', 'i1', 'i2'] },
  },
  {
    name: 'of four, one more invoice',
    account: {
      asOf,
      invoices: [paid(1, 10), paid(2, 10), paid(3, 10), paid(4, 20)],
      emails: [
        sent('2026-02-05', 'INV-100'),
        sent('2026-03-08', 'INV-200, INV-300'),
        sent('2026-04-05', 'INV-300'),
        sent('2026-05-10', 'INV-400'),
      ],
    },
    expected: { raw: 1, message: 'reminded', records: ['i4', 'i1', 'i2'], more: 1 },
  },
  {
    name: 'one email may remind of several',
    account: with_(sent('2026-02-09', 'INV-100'), sent('2026-03-12', 'INV-200, INV-100')),
    expected: { raw: 2 / 3, message: 'reminded' },
  },
  {
    name: 'sent on the due day, or before: no reminder',
    account: with_(sent('2026-01-31T12:00:00Z', 'INV-100'), sent('2026-01-02', 'INV-100')),
    expected: { raw: 0, message: 'none', silent: true, values: { late: 2, invoices: 3 } },
  },
  {
    name: 'the day after is one',
    account: with_(sent('2026-02-01', 'INV-100')),
    expected: { raw: 1 / 3, message: 'reminded' },
  },
  {
    name: 'sent on the day of payment, or after: thanks, no reminder',
    account: with_(sent('2026-02-10T09:00:00Z', 'Thanks for INV-100'), sent('2026-04-10', 'INV-100')),
    expected: { raw: 0, message: 'none', silent: true },
  },
  {
    name: 'their email, a failed one, a forwarded one, one without a subject, another number',
    account: with_(
      sent('2026-02-05', 'INV-100', { hs_email_direction: 'INCOMING_EMAIL' }),
      sent('2026-02-05', 'INV-100', { hs_email_status: 'BOUNCED' }),
      sent('2026-02-05', 'INV-100', { hs_email_direction: 'FORWARDED_EMAIL' }),
      sent('2026-02-05', null),
      sent('2026-02-05', 'INV-1001'),
    ),
    expected: { raw: 0, message: 'none', silent: true },
  },
  {
    name: 'overdue still, and reminded of',
    account: { asOf, invoices: [paid(1, 0), paid(2, 0), paid(4, null)], emails: [sent('2026-05-20', 'INV-400')] },
    expected: { raw: 1 / 3, message: 'reminded', values: { number: 'INV-400' } },
  },
  {
    name: 'a reminder that is yet to be sent, and one not seen yet',
    account: {
      asOf,
      seenAt: '2026-05-01',
      invoices: [paid(1, 0), paid(2, 0), paid(3, null)],
      emails: [
        sent('2026-04-20', 'News'),
        sent('2026-06-20', 'INV-300'),
        sent('2026-05-20', 'INV-300', { seenAt: '2026-06-20' }),
      ],
    },
    expected: { raw: 0, message: 'none', silent: true },
  },
  {
    name: 'paid in July after a reminder in May: reminded by June',
    account: {
      asOf,
      seenAt: '2026-09-01',
      invoices: [paid(1, 0), paid(2, 0), paid(3, 100)],
      emails: [sent('2026-05-20', 'INV-300')],
    },
    expected: { raw: 1 / 3, message: 'reminded' },
  },
  {
    name: 'all on time: no reminder needed, whatever was logged',
    account: { asOf, invoices: [paid(1, 0), paid(2, -3), paid(3, -1)] },
    expected: { raw: 0, message: 'on_time', values: { invoices: 3 }, records: [] },
  },
  {
    name: 'late, and no mail logged, though calls are: nobody knows',
    account: { asOf, company: { hubspot_owner_id: 'ann' }, callsLogged: { ann: ['2026-05-30'] }, invoices: late },
    expected: { unknown: 'not_logged' },
  },
  {
    name: 'nor by mail of more than a year ago',
    account: with_(sent('2025-06-01', 'News')),
    expected: { unknown: 'not_logged' },
  },
  {
    name: 'mail of the last year, of any kind that we send, shows that it is logged',
    account: with_(sent('2025-06-02', 'News')),
    expected: { raw: 0, message: 'none', silent: true },
  },
  {
    name: 'so does the mail of its owner to others',
    account: { ...with_(), company: { hubspot_owner_id: 'ann' }, mailLogged: { ann: ['2026-05-20'] } },
    expected: { raw: 0, message: 'none', silent: true },
  },
  {
    name: 'a portal that never held an email by then',
    account: { ...with_(), sources: { emails: { firstRecordAt: Date.parse('2026-06-02') } } },
    expected: { unknown: 'not_connected' },
  },
  {
    name: 'late ones whose number is too plain to look for do not count; those on time do',
    account: {
      asOf,
      invoices: [
        paid(1, 9, { hs_number: '204' }),
        paid(2, 9, { hs_number: null }),
        paid(3, 0, { hs_number: null }),
        paid(4, 0, { hs_number: '205' }),
      ],
      emails: [sent('2026-02-05', '204 ideas')],
    },
    expected: { unknown: 'too_few', values: { count: 2, minimum: 3 } },
  },
  {
    name: 'all issued, due and paid at once',
    account: {
      asOf,
      invoices: [1, 2, 3].map((month) => paid(month, 0, { hs_invoice_date: plus(`2026-0${month}-01`, 30) })),
      emails: [sent('2026-02-05', 'INV-100')],
    },
    expected: { unknown: 'no_terms' },
  },
  {
    name: 'paid a year ago and more is another time',
    account: {
      asOf,
      invoices: [
        ...late,
        { ...paid(1, 0), hs_invoice_date: '2025-03-01', hs_due_date: '2025-04-01', hs_payment_date: '2025-06-01' },
      ],
      emails: [sent('2025-04-20', 'INV-100'), sent('2026-05-20', 'News')],
    },
    expected: { raw: 0, message: 'none', silent: true, values: { invoices: 3 } },
  },
]);

it('grows with every invoice that took a reminder', () => {
  const mails = [sent('2026-02-05', 'INV-100'), sent('2026-03-08', 'INV-200'), sent('2026-03-08', 'News')];
  const raws = [mails.slice(2), mails.slice(1), mails].map((emails) => rawOf(paidAfterReminder, with_(...emails)));
  expect(raws).toEqual([0, 1 / 3, 2 / 3]);
});
