import { expect, it } from 'vitest';
import { paidEarly } from '../../../src/scoring/signals/paid-early.ts';
import type { AccountLiteral } from '../account-builder.ts';
import { monthly, paid, unpaid } from './late-invoices.ts';
import { describeSignal, percent, rawOf } from './signal-table.ts';

const asOf = '2026-06-01';
/** One a month from September 2025 on. */
const months = (...late: number[]) => monthly('2025-09-01', late);
const of = (...invoices: NonNullable<AccountLiteral['invoices']>): AccountLiteral => ({ asOf, invoices });

describeSignal(paidEarly, [
  { name: 'no invoices', account: { asOf }, expected: { unknown: 'too_few', values: { count: 0, minimum: 3 } } },
  {
    name: 'two payments',
    account: of(...months(-1, -1)),
    expected: { unknown: 'too_few', values: { count: 2, minimum: 3 } },
  },
  {
    name: 'three of four before they were due; on the day is not early',
    account: of(...months(-1, -20, 0, -5)),
    expected: {
      raw: 0.75,
      message: 'share',
      values: { early: 3, invoices: 4, days: 365, share: percent(0.75) },
      records: ['i3', 'i1', 'i4'],
      more: 1,
    },
  },
  { name: 'always early', account: of(...months(-1, -2, -3)), expected: { raw: 1, message: 'share' } },
  {
    name: 'never',
    account: of(...months(0, 3, 1)),
    expected: { raw: 0, message: 'never', values: { invoices: 3 }, records: ['i2', 'i3', 'i1'] },
  },
  {
    name: 'what it is late with counts as not early, and comes first',
    account: of(...months(-1, -1, -1), unpaid('2026-02-01')),
    expected: { raw: 0.75, message: 'share', records: ['i4', 'i3', 'i2'], more: 1 },
  },
  {
    name: 'a debt of years counts too',
    account: of(...months(-1, -1), unpaid('2022-02-01')),
    expected: { raw: 2 / 3, message: 'share' },
  },
  {
    name: 'not due yet: paid counts, unpaid does not',
    account: of(...months(5, 5, 5), paid('2026-05-20', -20), unpaid('2026-05-20'), unpaid('2026-05-02')),
    expected: { raw: 0.25, message: 'share' },
  },
  {
    name: 'due when issued: nobody could have been early, even where it was paid late',
    account: of(...months(-1, -1, -1), paid('2026-01-01', 0, { hs_due_date: '2026-01-01' })),
    expected: { raw: 1, message: 'share', values: { invoices: 3 } },
  },
  {
    name: 'all due when issued',
    account: of(...months(0, 1, 2).map((one) => ({ ...one, hs_invoice_date: one.hs_due_date }))),
    expected: { unknown: 'no_terms' },
  },
  {
    name: 'nor where none has a date to pay by',
    account: of(...months(0, 1, 2).map((one) => ({ ...one, hs_due_date: null }))),
    expected: { unknown: 'no_terms' },
  },
  {
    name: 'paid in July: in June it is late, or not due yet',
    account: {
      asOf,
      seenAt: '2026-09-01',
      invoices: [...months(-1, -1), paid('2026-04-02', 70), paid('2026-05-20', -1)],
    },
    expected: { raw: 2 / 3, message: 'share', values: { early: 2, invoices: 3 } },
  },
  {
    name: 'paid on a day nobody recorded tells nothing',
    account: of(...months(-1, -1), unpaid('2026-01-01', { hs_invoice_status: 'paid' })),
    expected: { unknown: 'too_few', values: { count: 2, minimum: 3 } },
  },
  {
    name: 'an early part payment is not the payment',
    account: of(...months(-1, -1), paid('2026-01-01', -5, { hs_invoice_status: 'open', hs_balance_due: 50 })),
    expected: { raw: 2 / 3, message: 'share' },
  },
  {
    name: 'a year ago is another time; a day less still counts',
    account: of(...months(-1, -1), paid('2025-05-02', 0), paid('2025-05-03', 0)),
    expected: { raw: 2 / 3, message: 'share', values: { early: 2, invoices: 3 } },
  },
  {
    name: 'drafts, void ones, deleted ones, those issued later',
    account: {
      asOf,
      seenAt: '2026-05-01',
      invoices: [
        ...months(-1, -1),
        paid('2026-01-01', 9, { hs_invoice_status: 'draft' }),
        paid('2026-01-01', 9, { hs_invoice_status: 'voided' }),
        paid('2026-06-02', 0),
        paid('2026-01-01', 9, { later: [{ seenAt: '2026-05-20', deleted: true }] }),
      ],
    },
    expected: { unknown: 'too_few', values: { count: 2, minimum: 3 } },
  },
  {
    name: 'absurd: due in the next century, paid at once; a negative amount; no currency',
    account: of(...months(-1, -1).map((one) => ({ ...one, hs_due_date: '2126-01-01', hs_amount_billed: -1 })), {
      ...paid('2026-05-01', 0),
      hs_payment_date: '2026-05-01',
      hs_due_date: '2200-01-01',
    }),
    expected: { raw: 1, message: 'share' },
  },
]);

it('grows with every invoice paid early', () => {
  const raws = [0, 1, 2, 3, 4].map((early) =>
    rawOf(paidEarly, of(...months(...[0, 1, 2, 3].map((index) => (index < early ? -4 : 4))))),
  );
  expect(raws).toEqual([0, 0.25, 0.5, 0.75, 1]);
});
