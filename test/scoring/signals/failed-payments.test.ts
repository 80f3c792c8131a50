import { expect, it } from 'vitest';
import { failedPayments } from '../../../src/scoring/signals/failed-payments.ts';
import { day, describeSignal, eur, rawOf } from './signal-table.ts';

const asOf = '2026-06-01';
const payment = (
  hs_initiated_date: string,
  hs_latest_status: string | null,
  hs_initial_amount: number | null = 100,
) => ({
  hs_initiated_date,
  hs_latest_status,
  hs_initial_amount,
  hs_currency_code: 'EUR',
});
const failed = (at: string, amount = 100) => payment(at, 'failed', amount);
const paid = (at: string, amount = 100) => payment(at, 'succeeded', amount);

describeSignal(failedPayments, [
  { name: 'no payments', account: { asOf }, expected: { unknown: 'no_data' } },
  {
    name: 'all went through',
    account: { asOf, commerce_payments: [paid('2026-04-01'), paid('2026-05-01')] },
    expected: { raw: 0, message: 'none', values: { days: 180 }, records: [] },
  },
  {
    name: 'one failed, and nothing came after it',
    account: { asOf, commerce_payments: [paid('2026-04-01'), failed('2026-05-01', 120)] },
    expected: {
      raw: 1,
      message: 'failed',
      values: { payments: 1, amount: eur(120), last: day('2026-05-01T00:00:00Z') },
      records: ['c2'],
    },
  },
  {
    name: 'several: the latest first, and how many more',
    account: {
      asOf,
      commerce_payments: [failed('2026-05-03'), failed('2026-05-01'), failed('2026-05-09', 7), failed('2026-05-02')],
    },
    expected: {
      raw: 4,
      message: 'failed',
      values: { payments: 4, amount: eur(7), last: day('2026-05-09T00:00:00Z') },
      records: ['c3', 'c1', 'c4'],
      more: 1,
    },
  },
  {
    name: 'tried four times and then mended: no failure',
    account: {
      asOf,
      commerce_payments: [...['01', '02', '03', '04'].map((date) => failed(`2026-05-${date}`)), paid('2026-05-05')],
    },
    expected: { raw: 0, message: 'made_good', values: { payments: 4, days: 180 }, records: [] },
  },
  {
    name: 'one payment for several that failed makes each of them good',
    account: { asOf, commerce_payments: [failed('2026-05-01'), failed('2026-05-02', 50), paid('2026-05-05', 150)] },
    expected: { raw: 0, message: 'made_good', values: { payments: 2 } },
  },
  {
    name: 'a cent less does not make it good',
    account: { asOf, commerce_payments: [failed('2026-05-01'), paid('2026-05-05', 99.99)] },
    expected: { raw: 1, message: 'failed', records: ['c1'] },
  },
  {
    name: 'nor does one before it, or at the same moment',
    account: { asOf, commerce_payments: [paid('2026-05-01'), failed('2026-05-02'), paid('2026-05-02')] },
    expected: { raw: 1, message: 'failed', records: ['c2'] },
  },
  {
    name: 'nor one in another currency',
    account: {
      asOf,
      commerce_payments: [failed('2026-05-01'), { ...paid('2026-05-05'), hs_currency_code: 'HUF' }],
    },
    expected: { raw: 1, message: 'failed', records: ['c1'] },
  },
  {
    name: 'without a currency it is the portal’s',
    account: { asOf, commerce_payments: [{ ...failed('2026-05-01'), hs_currency_code: null }, paid('2026-05-05')] },
    expected: { raw: 0, message: 'made_good' },
  },
  {
    name: 'a dispute lost or under way counts as failed, one that was won as paid, whatever the case',
    account: {
      asOf,
      commerce_payments: [
        payment('2026-04-01', 'disputed_lost', 10),
        payment('2026-04-02', 'disputed_won', 10),
        payment('2026-05-01', 'DISPUTED_LOST'),
        payment('2026-05-02', 'disputed_action_required'),
        payment('2026-05-03', 'disputed_awaiting_decision'),
      ],
    },
    expected: { raw: 3, message: 'failed', records: ['c5', 'c4', 'c3'] },
  },
  {
    name: 'what is under way, was given back, or is of no known status, makes nothing good',
    account: {
      asOf,
      commerce_payments: [
        failed('2026-05-01'),
        ...['processing', 'processing_refund', 'refunded', '', null].map((status) => payment('2026-05-02', status)),
      ],
    },
    expected: { raw: 1, message: 'failed', records: ['c1'] },
  },
  {
    name: 'nothing but such: silent',
    account: { asOf, commerce_payments: [payment('2026-05-30', 'processing')] },
    expected: { raw: 0, message: 'silent', silent: true, values: { days: 180 } },
  },
  {
    name: 'what was given back in part was paid',
    account: { asOf, commerce_payments: [failed('2026-05-01'), payment('2026-05-02', 'partially_refunded')] },
    expected: { raw: 0, message: 'made_good' },
  },
  {
    name: '179 days ago counts',
    account: { asOf, commerce_payments: [failed('2025-12-04')] },
    expected: { raw: 1, message: 'failed' },
  },
  {
    name: '180 days ago does not: silent',
    account: { asOf, commerce_payments: [failed('2025-12-03')] },
    expected: { raw: 0, message: 'silent', silent: true },
  },
  {
    name: 'before we first saw it, how it went is not known',
    account: { asOf, seenAt: '2026-09-01', commerce_payments: [failed('2026-05-01')] },
    expected: { unknown: 'not_known_then' },
  },
  {
    name: 'nor whether it made another good',
    account: {
      asOf,
      seenAt: '2026-05-10',
      runningSince: '2026-09-01',
      commerce_payments: [failed('2026-05-01'), { ...paid('2026-05-20'), seenAt: '2026-09-01' }],
    },
    expected: { unknown: 'not_known_then' },
  },
  {
    name: 'what failed by then failed, though it went through later',
    account: {
      asOf,
      seenAt: '2026-05-20',
      commerce_payments: [
        { ...failed('2026-05-19'), later: [{ seenAt: '2026-06-03', hs_latest_status: 'succeeded' }] },
      ],
    },
    expected: { raw: 1, message: 'failed' },
  },
  {
    name: 'a payment of tomorrow is not there',
    account: { asOf, commerce_payments: [failed('2026-05-01'), paid('2026-06-02')] },
    expected: { raw: 1, message: 'failed', records: ['c1'] },
  },
  {
    name: 'a status that HubSpot’s docs do not have',
    account: { asOf, commerce_payments: [paid('2026-05-01'), payment('2026-05-02', 'Chargeback')] },
    expected: { unknown: 'unmapped_value', values: { value: 'chargeback' } },
  },
  {
    name: 'unless the model has it',
    account: { asOf, commerce_payments: [paid('2026-05-01'), payment('2026-05-02', 'chargeback')] },
    settings: { failedStatuses: ['chargeback'], otherStatuses: ['failed'] },
    expected: { raw: 1, message: 'failed', records: ['c2'] },
  },
  {
    name: 'it does not matter once it is out of the window',
    account: { asOf, commerce_payments: [payment('2025-01-01', 'chargeback'), paid('2026-05-02')] },
    expected: { raw: 0, message: 'none' },
  },
  {
    name: 'payments of nothing, of less, or of nobody knows what are none',
    account: {
      asOf,
      commerce_payments: [failed('2026-05-01', 0), failed('2026-05-01', -5), payment('2026-05-01', 'failed', null)],
    },
    expected: { unknown: 'no_data' },
  },
  {
    name: 'three thousand',
    account: { asOf, commerce_payments: Array.from({ length: 3_000 }, () => failed('2026-05-31')) },
    expected: { raw: 3_000, message: 'failed', more: 2_997 },
  },
]);

it('one more that failed is never better, one more that went through never worse', () => {
  const some = (failures: number, successes: number) =>
    rawOf(failedPayments, {
      asOf,
      commerce_payments: [
        ...Array.from({ length: 6 }, (_, index) =>
          (index < failures ? failed : paid)(`2026-05-0${index + 1}`, 10 + index),
        ),
        ...Array.from({ length: successes }, (_, index) => paid('2026-05-20', 10 + index)),
      ],
    });
  const worse = [0, 1, 3, 6].map((failures) => some(failures, 0));
  expect(worse).toEqual(worse.toSorted((a, b) => a - b));
  expect(worse.at(-1)).toBe(6);
  expect([0, 1, 3, 6].map((successes) => some(6, successes))).toEqual([6, 5, 3, 0]);
});
