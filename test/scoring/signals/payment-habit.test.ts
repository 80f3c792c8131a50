import fc from 'fast-check';
import { expect, it } from 'vitest';
import { paymentHabit } from '../../../src/scoring/signals/payment-habit.ts';
import type { AccountLiteral } from '../account-builder.ts';
import { monthly, paid, unpaid } from './late-invoices.ts';
import { describeSignal, rawOf } from './signal-table.ts';

const asOf = '2026-06-01';
/** One a month from July 2025 on. */
const months = (...late: number[]) => monthly('2025-07-01', late);
const of = (...invoices: NonNullable<AccountLiteral['invoices']>): AccountLiteral => ({ asOf, invoices });

describeSignal(paymentHabit, [
  { name: 'no invoices', account: { asOf }, expected: { unknown: 'too_few', values: { count: 0, minimum: 5 } } },
  {
    name: 'four payments',
    account: of(...months(0, 0, 0, 0)),
    expected: { unknown: 'too_few', values: { count: 4, minimum: 5 } },
  },
  {
    name: 'all issued, due and paid at once',
    account: of(
      ...Array.from({ length: 9 }, () => ({
        hs_invoice_date: '2026-05-01',
        hs_due_date: '2026-05-01',
        hs_payment_date: '2026-05-01',
        hs_amount_billed: 9,
      })),
    ),
    expected: { unknown: 'no_terms' },
  },
  {
    name: 'sales over the counter do not water down what was bought on credit',
    account: of(
      ...months(20, 20, 20, 20, 20),
      ...Array.from({ length: 9 }, () =>
        paid('2026-05-01', 0, { hs_due_date: '2026-05-01', hs_payment_date: '2026-05-01' }),
      ),
    ),
    expected: { raw: 10, message: 'late_usually_late', values: { now: 20, before: 20 } },
  },
  {
    name: 'due on receipt, and paid days later: that tells',
    account: of(...months(5, 5, 5, 5, 5).map((one) => ({ ...one, hs_invoice_date: one.hs_due_date }))),
    expected: { raw: 2.5, message: 'late_usually_late', values: { now: 5, before: 5 } },
  },
  {
    name: 'on the day, always',
    account: of(...months(0, 0, 0, 0, 0)),
    expected: { raw: 0, message: 'early_usually_early', values: { now: 0, before: 0 } },
  },
  {
    name: 'early, always: better than on the day, in words; no bonus beyond it',
    account: of(...months(-5, -5, -5, -5, -5)),
    expected: { raw: -2.5, message: 'early_usually_early', values: { now: 5, before: 5 } },
  },
  {
    name: 'less early than before, and early still: not late',
    account: of(...months(-19, -19, -13, -13, -13, -13)),
    expected: { raw: -6.5, message: 'early_usually_early', values: { now: 13, before: 19 } },
  },
  {
    name: 'on the day, and early before: not late',
    account: of(...months(-19, -19, 0, 0, 0, 0)),
    expected: { raw: 0, message: 'early_usually_early', values: { now: 0, before: 19 } },
  },
  {
    name: 'a day late, and early before: twice as late as it is, and no more',
    account: of(...months(-19, -19, 1, 1, 1, 1)),
    expected: { raw: 2, message: 'late_usually_early', values: { now: 1, before: 19 } },
  },
  {
    name: 'a good payer turning late is the alarm',
    account: of(...months(-5, -5, 10, 20, 30, 40)),
    expected: {
      raw: 30,
      message: 'late_usually_early',
      values: { now: 25, before: 5 },
      records: ['i6', 'i5', 'i4'],
      more: 1,
    },
  },
  {
    name: 'late as ever costs half as much',
    account: of(...months(20, 20, 20, 20, 20, 20)),
    expected: { raw: 10, message: 'late_usually_late' },
  },
  {
    name: 'mending',
    account: of(...months(20, 20, 0, 0, 0, 0)),
    expected: { raw: 0, message: 'early_usually_late', values: { now: 0, before: 20 } },
  },
  {
    name: 'overdue counts as late as it is by now, and as the latest',
    account: of(...months(0, 0, 0, 0, 0), unpaid('2026-03-01'), unpaid('2026-02-01'), unpaid('2026-01-01')),
    // Due 31 March, 3 March and 31 January.
    expected: {
      raw: 76,
      message: 'late_usually_early',
      values: { now: 76, before: 0 },
      records: ['i8', 'i7', 'i6'],
      more: 1,
    },
  },
  {
    name: 'due today and unpaid tells nothing yet',
    account: of(...months(0, 0, 0, 0), unpaid('2026-05-02')),
    expected: { unknown: 'too_few', values: { count: 4, minimum: 5 } },
  },
  {
    name: 'due yesterday and unpaid is a day late',
    account: of(...months(0, 0, 0, 0), unpaid('2026-05-01')),
    expected: { raw: 0, message: 'early_usually_early', records: ['i5', 'i2', 'i3'], more: 1 },
  },
  {
    name: 'days are the portal’s: paid on the due day in Rome, at 23:59 there',
    account: {
      asOf,
      timeZone: 'Europe/Rome',
      invoices: months(0, 0, 0, 0, 0).map((one) => ({ ...one, hs_payment_date: `${one.hs_due_date}T21:59:00Z` })),
    },
    expected: { raw: 0, message: 'early_usually_early', values: { now: 0, before: 0 } },
  },
  {
    name: 'paid in July is unpaid in June, and late by what it is by then',
    account: {
      asOf,
      seenAt: '2026-09-01',
      invoices: [...months(0, 0, 0, 0), paid('2026-04-02', 70)],
    },
    expected: { raw: 0, message: 'early_usually_early', records: ['i5', 'i2', 'i3'], more: 1 },
  },
  {
    name: 'paid on a day nobody recorded tells nothing',
    account: of(...months(0, 0, 0, 0), unpaid('2026-01-01', { hs_invoice_status: 'paid' })),
    expected: { unknown: 'too_few', values: { count: 4, minimum: 5 } },
  },
  {
    name: 'a dated part payment leaves it unpaid',
    account: of(
      ...months(0, 0, 0, 0, 0, 0).slice(0, 3),
      ...['2026-01-01', '2026-01-02', '2026-01-03'].map((at) =>
        paid(at, 0, { hs_invoice_status: 'open', hs_balance_due: 50 }),
      ),
    ),
    expected: { raw: 119.5, message: 'late_usually_early' },
  },
  {
    name: 'paid before it was issued, or due before it: early, or on the day',
    account: of(
      ...months(0, 0, 0, 0),
      paid('2026-01-01', -40),
      paid('2026-01-01', 0, { hs_due_date: '2025-01-01', hs_payment_date: '2026-01-03' }),
    ),
    // Paid 40 days early, and 2 days after it was issued.
    expected: { raw: 0, message: 'early_usually_early', records: ['i6', 'i3', 'i4'], more: 1 },
  },
  {
    name: 'payments of more than two years ago are another time',
    account: of(...['2024-01-01', '2024-02-01', '2024-03-01', '2024-04-01', '2024-05-01'].map((at) => paid(at, 0))),
    expected: { unknown: 'too_few', values: { count: 0, minimum: 5 } },
  },
  {
    name: 'nor does one of exactly two years ago',
    account: of(paid('2024-05-02', 0), ...months(0, 0, 0, 0)),
    expected: { unknown: 'too_few', values: { count: 4, minimum: 5 } },
  },
  {
    name: 'two years less a day ago still counts',
    account: of(paid('2024-05-03', 0), ...months(0, 0, 0, 0)),
    expected: { raw: 0, message: 'early_usually_early' },
  },
  {
    name: 'drafts, void ones, deleted ones, those without a date to pay by, those issued later',
    account: {
      asOf,
      seenAt: '2026-05-01',
      invoices: [
        ...months(0, 0, 0, 0),
        paid('2026-01-01', 90, { hs_invoice_status: 'draft' }),
        paid('2026-01-01', 90, { hs_invoice_status: 'voided' }),
        paid('2026-01-01', 90, { hs_due_date: null }),
        paid('2026-06-02', 0),
        paid('2026-01-01', 90, { later: [{ seenAt: '2026-05-20', deleted: true }] }),
      ],
    },
    expected: { unknown: 'too_few', values: { count: 4, minimum: 5 } },
  },
  {
    name: 'amounts and currencies do not matter',
    account: of(
      ...months(0, 0, 0, 0, 0).map((one, index) => ({
        ...one,
        hs_currency: index % 2 ? 'USD' : null,
        hs_amount_billed: -5,
      })),
    ),
    expected: { raw: 0, message: 'early_usually_early' },
  },
]);

it('never falls with how late the recent ones are, never leaps, and is at most 0 while they are on time', () => {
  const days = fc.integer({ min: -30, max: 60 });
  const each = (issued: readonly string[], late: number) => issued.map((at) => paid(at, late));
  const [BEFORE, RECENT] = [
    ['2025-01-01', '2025-02-01'],
    ['2025-09-01', '2025-10-01', '2025-11-01', '2025-12-01'],
  ];
  const raw = (before: number, now: number) => rawOf(paymentHabit, of(...each(BEFORE, before), ...each(RECENT, now)));
  fc.assert(
    fc.property(days, days, (before, now) => {
      const [today, aDayLater] = [raw(before, now), raw(before, now + 1)];
      expect(aDayLater).toBeGreaterThanOrEqual(today);
      expect(aDayLater - today).toBeLessThanOrEqual(2);
      if (now <= 0) expect(today).toBeLessThanOrEqual(0);
      expect(today).toBeGreaterThanOrEqual(now / 2);
    }),
  );
});

it('grows with how late the recent ones are', () => {
  const raws = [0, 1, 10, 100].map((late) => rawOf(paymentHabit, of(...months(2, 2, late, late, late, late))));
  expect(raws).toEqual([...new Set(raws)].toSorted((a, b) => a - b));
});
