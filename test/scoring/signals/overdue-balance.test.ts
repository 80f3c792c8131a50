import { expect, it } from 'vitest';
import { DAY_MS } from '../../../src/scoring/calendar.ts';
import { overdueBalance } from '../../../src/scoring/signals/overdue-balance.ts';
import { describeSignal, eur, rawOf } from './signal-table.ts';

const asOf = '2026-06-01';
const invoice = (hs_due_date: string | null, more = {}) => ({
  hs_number: 'A-1',
  hs_invoice_date: '2026-04-01',
  hs_due_date,
  hs_amount_billed: 100,
  ...more,
});
const at = (moment: string, more = {}) => invoice(moment, { hs_invoice_date: moment, ...more });

/** Paid so many days after the due day, in 2025. */
const paidLate = (...late: number[]) =>
  late.map((days) =>
    invoice('2025-05-15', {
      hs_invoice_date: '2025-04-15',
      hs_payment_date: new Date(Date.parse('2025-05-15') + days * DAY_MS).toISOString().slice(0, 10),
    }),
  );
const twoYearsEarlier = <T extends object>(one: T): T =>
  Object.fromEntries(
    Object.entries(one).map(([key, value]) => [key, typeof value === 'string' ? value.replace('2025', '2023') : value]),
  ) as T;

describeSignal(overdueBalance, [
  { name: 'no invoices', account: { asOf }, expected: { unknown: 'no_data' } },
  {
    name: 'all issued, due and paid at once',
    account: {
      asOf,
      invoices: [
        at('2026-05-01', { hs_payment_date: '2026-05-01' }),
        at('2026-05-20', { hs_payment_date: '2026-05-20' }),
      ],
    },
    expected: { unknown: 'no_terms' },
  },
  {
    name: 'no due date: nothing can be overdue',
    account: { asOf, invoices: [invoice(null)] },
    expected: { unknown: 'no_terms' },
  },
  {
    name: 'due today',
    account: { asOf, invoices: [invoice('2026-06-01')] },
    expected: { raw: 0, message: 'none', records: [] },
  },
  {
    name: 'due yesterday',
    account: { asOf, invoices: [invoice('2026-05-31')] },
    expected: {
      raw: 1,
      message: 'one',
      values: { number: 'A-1', days: 1, balance: eur(100), invoices: 1, total: eur(100) },
      records: ['i1'],
    },
  },
  {
    name: 'due yesterday, though 23 hours ago: the clocks changed',
    account: {
      asOf: '2026-03-29T22:30:00Z',
      timeZone: 'Europe/Rome',
      invoices: [invoice('2026-03-29', { hs_invoice_date: '2026-03-01' })],
    },
    expected: { raw: 1, message: 'one' },
  },
  {
    name: 'due today in Auckland, which is yesterday elsewhere',
    account: { asOf: '2026-06-01T11:59:59Z', timeZone: 'Pacific/Auckland', invoices: [invoice('2026-06-01')] },
    expected: { raw: 0, message: 'none' },
  },
  {
    name: 'due on receipt and unpaid for a month: overdue, terms or not',
    account: { asOf, invoices: [at('2026-05-02')] },
    expected: { raw: 30, message: 'one' },
  },
  {
    name: 'due before it was issued: late from when it was issued',
    account: { asOf, invoices: [invoice('2016-05-31', { hs_invoice_date: '2026-05-30' })] },
    expected: { raw: 2, message: 'one' },
  },
  {
    name: 'several: the oldest, then the larger, first',
    account: {
      asOf,
      invoices: [
        invoice('2026-05-20', { hs_number: 'A-1' }),
        invoice('2026-05-20', { hs_number: 'A-2', hs_amount_billed: 900 }),
        invoice('2026-05-10', { hs_number: 'A-3', hs_balance_due: 30 }),
        invoice('2026-05-30', { hs_number: 'A-4' }),
      ],
    },
    expected: {
      raw: 22,
      message: 'several',
      values: { number: 'A-3', days: 22, balance: eur(30), invoices: 4, total: eur(1_130) },
      records: ['i3', 'i2', 'i1'],
      more: 1,
    },
  },
  {
    name: 'several currencies are not added up',
    account: {
      asOf,
      invoices: [invoice('2026-05-20'), invoice('2026-05-10', { hs_currency: 'USD', hs_number: null })],
    },
    expected: {
      raw: 22,
      message: 'several_currencies',
      values: { number: '', balance: { kind: 'money', amount: 100, currency: 'USD' }, invoices: 2 },
    },
  },
  {
    name: 'none named is the portal’s currency',
    account: { asOf, invoices: [invoice('2026-05-20'), invoice('2026-05-10', { hs_currency: 'EUR' })] },
    expected: { raw: 22, message: 'several', values: { total: eur(200) } },
  },
  {
    name: 'paid late is no longer overdue',
    account: { asOf, invoices: [invoice('2026-04-20', { hs_payment_date: '2026-06-01' })] },
    expected: { raw: 0, message: 'none' },
  },
  {
    name: 'paid in July is open in June, and owed all that was billed',
    account: {
      asOf,
      seenAt: '2026-09-01',
      invoices: [invoice('2026-05-02', { hs_payment_date: '2026-07-10' })],
    },
    expected: { raw: 30, message: 'one', values: { balance: eur(100) } },
  },
  {
    name: 'a part payment, dated, leaves the rest overdue',
    account: {
      asOf,
      invoices: [
        invoice('2026-05-02', { hs_payment_date: '2026-05-01', hs_invoice_status: 'open', hs_balance_due: 40 }),
      ],
    },
    expected: { raw: 30, message: 'one', values: { balance: eur(40) } },
  },
  {
    name: 'what rounding left is not overdue',
    account: { asOf, invoices: [invoice('2026-05-02', { hs_balance_due: 0.1 })] },
    expected: { raw: 0, message: 'none' },
  },
  {
    name: 'a cent more is',
    account: { asOf, invoices: [invoice('2026-05-02', { hs_balance_due: 0.11 })] },
    expected: { raw: 30, message: 'one' },
  },
  {
    name: 'credits, nothing left, drafts, void ones, issued later, deleted',
    account: {
      asOf,
      seenAt: '2026-05-01',
      invoices: [
        invoice('2026-06-30'),
        invoice('2026-05-02', { hs_balance_due: 0 }),
        invoice('2026-05-02', { hs_amount_billed: -100 }),
        invoice('2026-05-02', { hs_invoice_status: 'draft' }),
        invoice('2026-05-02', { hs_invoice_status: 'voided' }),
        invoice('2026-05-02', { hs_invoice_date: '2026-06-02' }),
        invoice('2026-05-02', { later: [{ seenAt: '2026-05-20', deleted: true }] }),
      ],
    },
    expected: { raw: 0, message: 'none' },
  },
  {
    name: 'issued 364 days ago, paid: in use',
    account: {
      asOf,
      invoices: [invoice('2025-06-30', { hs_invoice_date: '2025-06-02', hs_payment_date: '2025-06-30' })],
    },
    expected: { raw: 0, message: 'none', values: { days: 365 } },
  },
  {
    name: 'nothing issued for a year: silent',
    account: {
      asOf,
      invoices: [invoice('2025-06-30', { hs_invoice_date: '2025-06-01', hs_payment_date: '2025-06-30' })],
    },
    expected: { raw: 0, message: 'silent', silent: true },
  },
  {
    name: 'an old debt is no silence',
    account: { asOf, invoices: [invoice('2023-06-02', { hs_invoice_date: '2023-05-01' })] },
    expected: { raw: 1_095, message: 'one' },
  },
  {
    name: 'paid on a day nobody recorded: whether by then, nobody knows',
    account: { asOf, seenAt: '2026-09-01', invoices: [invoice('2026-05-02', { hs_invoice_status: 'paid' })] },
    expected: { unknown: 'not_known_then' },
  },
  {
    name: 'paid so, and seen paid',
    account: { asOf, invoices: [invoice('2026-05-02', { hs_invoice_status: 'paid' })] },
    expected: { raw: 0, message: 'none' },
  },
  {
    name: 'and not due yet: nothing overdue either way',
    account: { asOf, seenAt: '2026-09-01', invoices: [invoice('2026-06-02', { hs_invoice_status: 'paid' })] },
    expected: { raw: 0, message: 'none' },
  },
  {
    name: 'what the account usually does is told with one late invoice',
    account: { asOf, invoices: [invoice('2026-05-14'), ...paidLate(-3, -3, 4)] },
    expected: { raw: 18, message: 'one_usually_early', values: { usual: 3, days: 18 } },
  },
  {
    name: 'on the day is early enough',
    account: { asOf, invoices: [invoice('2026-05-14'), ...paidLate(0, 0, 0)] },
    expected: { raw: 18, message: 'one_usually_early', values: { usual: 0 } },
  },
  {
    name: 'late as ever',
    account: { asOf, invoices: [invoice('2026-05-14'), ...paidLate(9, 10, 1)] },
    expected: { raw: 18, message: 'one_usually_late', values: { usual: 9 } },
  },
  {
    name: 'two payments are no habit',
    account: { asOf, invoices: [invoice('2026-05-14'), ...paidLate(-3, -3)] },
    expected: { raw: 18, message: 'one', values: { days: 18 } },
  },
  {
    name: 'nor are payments of two years ago',
    account: { asOf, invoices: [invoice('2026-05-14'), ...paidLate(-3, -3, -3).map(twoYearsEarlier)] },
    expected: { raw: 18, message: 'one' },
  },
  {
    name: 'the habit with several late ones: what is overdue now is no habit yet',
    account: {
      asOf,
      invoices: [invoice('2026-05-14'), invoice('2026-04-14'), invoice('2026-04-15'), ...paidLate(-2, -3, -4)],
    },
    expected: { raw: 48, message: 'several_usually_early', values: { usual: 3, total: eur(300) } },
  },
  {
    name: 'several, late as ever',
    account: { asOf, invoices: [invoice('2026-05-14'), invoice('2026-05-13'), ...paidLate(5, 5, 5)] },
    expected: { raw: 19, message: 'several_usually_late', values: { usual: 5 } },
  },
  {
    name: 'several currencies with rates: in the portal’s, each at the rate of its own day',
    account: {
      asOf,
      portal: {
        exchangeRates: {
          USD: [
            { since: Date.parse('2025-01-01'), rate: 0.5 },
            { since: Date.parse('2026-04-15'), rate: 0.8 },
          ],
        },
      },
      invoices: [
        invoice('2026-05-20'),
        invoice('2026-05-10', { hs_currency: 'USD' }),
        invoice('2026-05-11', { hs_currency: 'USD', hs_invoice_date: '2026-04-20' }),
      ],
    },
    expected: {
      raw: 22,
      message: 'several',
      values: { balance: { kind: 'money', amount: 100, currency: 'USD' }, total: eur(100 + 50 + 80) },
    },
  },
  {
    name: 'one currency stays as it is, rates or not',
    account: {
      asOf,
      portal: { exchangeRates: { USD: [{ since: 0, rate: 0.5 }] } },
      invoices: [invoice('2026-05-20', { hs_currency: 'USD' }), invoice('2026-05-10', { hs_currency: 'USD' })],
    },
    expected: { raw: 22, message: 'several', values: { total: { kind: 'money', amount: 200, currency: 'USD' } } },
  },
  {
    name: 'a portal without payment dates knows what is open',
    account: {
      asOf,
      sources: { invoices: { missingProperties: ['hs_payment_date'] } },
      invoices: [invoice('2026-05-02')],
    },
    expected: { raw: 30, message: 'one' },
  },
]);

it('grows with every day', () => {
  const raws = ['2026-06-01', '2026-05-31', '2026-05-01', '2020-01-01'].map((due) =>
    rawOf(overdueBalance, { asOf, invoices: [invoice(due, { hs_invoice_date: '2019-01-01' })] }),
  );
  expect(raws).toEqual([...new Set(raws)].toSorted((a, b) => a - b));
});
