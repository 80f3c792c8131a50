import { expect, it } from 'vitest';
import { recurringRevenue } from '../../../src/scoring/signals/recurring-revenue.ts';
import type { AccountLiteral } from '../account-builder.ts';
import { day, describeSignal, eur, rawOf } from './signal-table.ts';

const asOf = '2026-06-01';
/** Active, monthly, since 2024. */
const subscription = (hs_mrr: number, more = {}) => ({
  hs_name: 'Plan',
  hs_status: 'active',
  hs_createdate: '2024-01-01',
  hs_recurring_billing_start_date: '2024-01-01',
  hs_recurring_billing_frequency: 'monthly',
  hs_mrr,
  hs_last_payment_date: '2026-05-15',
  ...more,
});
const began = (day_: string, hs_mrr: number, more = {}) =>
  subscription(hs_mrr, { hs_createdate: day_, hs_recurring_billing_start_date: day_, ...more });
const ended = (hs_mrr: number, hs_last_payment_date: string | null, more = {}) =>
  subscription(hs_mrr, { hs_status: 'canceled', hs_last_payment_date, ...more });
const of = (...subscriptions: NonNullable<AccountLiteral['subscriptions']>): AccountLiteral => ({
  asOf,
  subscriptions,
});

const won = (closedate: string, hs_mrr: number | null, more = {}) => ({
  dealname: 'Contract',
  closedate,
  hs_mrr,
  hs_is_closed: true,
  hs_is_closed_won: true,
  ...more,
});
const deals = (...list: NonNullable<AccountLiteral['deals']>): AccountLiteral => ({ asOf, deals: list });
const usd = (amount: number) => ({ kind: 'money', amount, currency: 'USD' }) as const;
const rates = { exchangeRates: { USD: [{ since: Date.parse('2026-01-01'), rate: 0.5 }] } };

describeSignal(recurringRevenue, [
  { name: 'nothing', account: { asOf }, expected: { unknown: 'no_data' } },
  {
    name: 'as a year ago',
    account: of(subscription(100)),
    expected: {
      raw: 1,
      message: 'constant',
      values: { now: eur(100), before: eur(100), since: day('2025-06-01T23:59:59.999Z') },
      records: ['s1'],
    },
  },
  {
    name: 'grown by a second one',
    account: of(subscription(100), began('2026-02-01', 50)),
    expected: { raw: 1.5, message: 'growing', values: { now: eur(150), before: eur(100) }, records: ['s1', 's2'] },
  },
  {
    name: 'began on the day a year ago: it was there',
    account: of(subscription(100), began('2025-06-01', 50)),
    expected: { raw: 1, message: 'constant' },
  },
  {
    name: 'one of two cancelled this year: it comes first',
    account: of(subscription(100), ended(100, '2025-12-01')),
    expected: { raw: 0.5, message: 'shrinking', values: { now: eur(100), before: eur(200) }, records: ['s2', 's1'] },
  },
  {
    name: 'all of them: cancelled, expired, paused',
    account: of(
      ended(100, '2025-12-01'),
      ended(10, '2025-12-01', { hs_status: 'expired' }),
      ended(20, '2025-12-01', { hs_status: 'paused' }),
    ),
    expected: { raw: 0, message: 'ended', values: { before: eur(130) }, records: ['s1', 's3', 's2'] },
  },
  {
    name: 'an upgrade is a cancelled one and a new one',
    account: of(ended(100, '2025-12-01'), began('2026-01-01', 150)),
    expected: { raw: 1.5, message: 'growing' },
  },
  {
    name: 'what ended more than a year ago is another time',
    account: of(subscription(100), ended(900, '2025-03-01')),
    expected: { raw: 1, message: 'constant', records: ['s1'] },
  },
  {
    name: 'paid for a year, a payment lasts a year',
    account: of(subscription(100), ended(100, '2025-03-01', { hs_recurring_billing_frequency: 'annually' })),
    expected: { raw: 0.5, message: 'shrinking' },
  },
  {
    name: 'cancelled without a billing frequency: paid by the month',
    account: of(
      subscription(100),
      ended(100, '2025-04-25', { hs_recurring_billing_frequency: null }),
      ended(100, '2025-05-15', { hs_recurring_billing_frequency: null }),
    ),
    expected: { raw: 0.5, message: 'shrinking', values: { before: eur(200) }, records: ['s3', 's1'] },
  },
  {
    name: 'cancelled, where the portal does not tell how often it was paid: what was paid for may have lasted into this year',
    account: {
      ...of(subscription(100), ended(100, '2025-04-25', { hs_recurring_billing_frequency: undefined })),
      sources: { subscriptions: { missingProperties: ['hs_recurring_billing_frequency'] } },
    },
    expected: { raw: 0.5, message: 'shrinking', values: { before: eur(200) }, records: ['s2', 's1'] },
  },
  {
    name: 'without a billing frequency or a payment: it brought nothing',
    account: of(subscription(100), ended(100, null, { hs_recurring_billing_frequency: null })),
    expected: { raw: 1, message: 'constant', records: ['s1'] },
  },
  {
    name: 'a portal that does not tell the last payment: it may have ended this year',
    account: {
      ...of(subscription(100), ended(100, null)),
      sources: { subscriptions: { missingProperties: ['hs_last_payment_date'] } },
    },
    expected: { raw: 0.5, message: 'shrinking' },
  },
  {
    name: 'a portal that does not tell how often it is paid: a payment may be for a month or a year',
    account: {
      ...of(subscription(0, { hs_next_payment_amount: 1200, hs_recurring_billing_frequency: undefined })),
      sources: { subscriptions: { missingProperties: ['hs_recurring_billing_frequency'] } },
    },
    expected: {
      unknown: 'property_missing',
      values: { types: 'subscriptions', properties: 'hs_recurring_billing_frequency' },
    },
  },
  {
    name: 'a portal that does not tell the amount of what ended: it may be a loss',
    account: {
      ...of(
        subscription(100, { hs_next_payment_amount: 100, hs_last_payment_amount: undefined }),
        ended(0, '2026-03-01', { hs_next_payment_amount: null, hs_last_payment_amount: undefined }),
      ),
      sources: { subscriptions: { missingProperties: ['hs_last_payment_amount'] } },
    },
    expected: { unknown: 'property_missing', values: { types: 'subscriptions', properties: 'hs_last_payment_amount' } },
  },
  {
    name: 'ended before it was ever paid: it brought nothing',
    account: of(subscription(100), ended(100, null)),
    expected: { raw: 1, message: 'constant', records: ['s1'] },
  },
  {
    name: 'back after a break of more than a year',
    account: of(ended(100, '2024-09-01'), began('2026-01-01', 80)),
    expected: { raw: 2, message: 'growing', values: { before: eur(0) } },
  },
  { name: 'gone for more than a year', account: of(ended(100, '2024-09-01')), expected: { unknown: 'no_data' } },
  {
    name: 'past due counts half',
    account: of(subscription(100), subscription(100, { hs_status: 'past_due' })),
    expected: {
      raw: 0.75,
      message: 'past_due',
      values: { subscriptions: 1, unpaid: eur(100), now: eur(100) },
      records: ['s2', 's1'],
    },
  },
  {
    name: 'or as the model says',
    account: of(subscription(100), subscription(100, { hs_status: 'unpaid' })),
    settings: { pastDueShare: 0 },
    expected: { raw: 0.5, message: 'past_due' },
  },
  {
    name: 'all of it past due',
    account: of(subscription(60, { hs_status: 'past_due' }), subscription(40, { hs_status: 'PAST_DUE' })),
    expected: { raw: 0.5, message: 'past_due_all', values: { subscriptions: 2, unpaid: eur(100) } },
  },
  {
    name: 'grown, and past due: no growth',
    account: of(subscription(100), began('2026-01-01', 300, { hs_status: 'past_due' })),
    expected: { raw: (100 + 150) / 400, message: 'past_due' },
  },
  {
    name: 'younger than a year: too new to say that it keeps',
    account: of(began('2025-06-02', 100), began('2026-01-01', 50)),
    expected: { unknown: 'too_new', values: { days: 365 } },
  },
  {
    name: 'but not to say that it shrank, since it began',
    account: of(began('2025-09-01', 100, { hs_status: 'canceled' }), began('2026-01-01', 50)),
    expected: { raw: 0.5, message: 'shrinking', values: { since: day('2025-09-01T00:00:00Z') } },
  },
  {
    name: 'or that it is past due',
    account: of(began('2026-01-01', 50, { hs_status: 'past_due' })),
    expected: { raw: 0.5, message: 'past_due_all' },
  },
  {
    name: 'where HubSpot gives no monthly amount: payments, by how often',
    account: of(
      subscription(0, { hs_next_payment_amount: 1200, hs_recurring_billing_frequency: 'annually' }),
      subscription(0, {
        hs_next_payment_amount: null,
        hs_last_payment_amount: 30,
        hs_recurring_billing_frequency: null,
      }),
      began('2026-01-01', 0, { hs_next_payment_amount: 195, hs_recurring_billing_frequency: 'quarterly' }),
    ),
    expected: { raw: 1.5, message: 'growing', values: { now: eur(195), before: eur(130) } },
  },
  {
    name: 'a frequency that nobody knows',
    account: of(subscription(0, { hs_next_payment_amount: 10, hs_recurring_billing_frequency: 'lunar' })),
    expected: { unknown: 'unmapped_value', values: { value: 'lunar' } },
  },
  {
    name: 'does not matter where the monthly amount is told',
    account: of(subscription(10, { hs_next_payment_amount: 10, hs_recurring_billing_frequency: 'lunar' })),
    expected: { raw: 1, message: 'constant' },
  },
  {
    name: 'a status that nobody knows, or none',
    account: of(subscription(100), subscription(100, { hs_status: 'frozen' })),
    expected: { unknown: 'unmapped_value', values: { value: 'frozen' } },
  },
  {
    name: 'scheduled, and beginning tomorrow: not begun',
    account: of(
      subscription(100),
      began('2026-06-02', 900, { hs_createdate: '2026-05-01' }),
      began('2026-05-01', 900, { hs_status: 'scheduled' }),
    ),
    expected: { raw: 1, message: 'constant', records: ['s1'] },
  },
  {
    name: 'before we saw it nobody knows its status',
    account: { ...of(subscription(100)), seenAt: '2026-09-01' },
    expected: { unknown: 'not_known_then' },
  },
  {
    name: 'cancelled in July is active in June',
    account: {
      ...of(subscription(100, { later: [{ seenAt: '2026-07-01', hs_status: 'canceled' }] })),
      seenAt: '2026-05-01',
    },
    expected: { raw: 1, message: 'constant' },
  },
  {
    name: 'its own currency',
    account: of(subscription(100, { hs_currency_code: 'USD' }), began('2026-01-01', 20, { hs_currency_code: 'USD' })),
    expected: { raw: 1.2, message: 'growing', values: { now: usd(120), before: usd(100) } },
  },
  {
    name: 'several currencies without rates',
    account: of(subscription(100), subscription(100, { hs_currency_code: 'USD' })),
    expected: { unknown: 'mixed_currencies' },
  },
  {
    name: 'several with rates: all at today’s, so that a rate is no growth',
    account: {
      ...of(subscription(100), subscription(100, { hs_currency_code: 'USD' }), began('2026-02-01', 75)),
      portal: rates,
    },
    expected: { raw: 1.5, message: 'growing', values: { now: eur(225), before: eur(150) } },
  },
  {
    name: 'free plans, negative amounts, deleted ones: as if there were none',
    account: {
      asOf,
      seenAt: '2026-05-01',
      subscriptions: [
        subscription(0),
        subscription(-5),
        subscription(100, { later: [{ seenAt: '2026-05-20', deleted: true }] }),
      ],
      deals: [won('2025-02-01', 100), won('2026-02-01', 100)],
    },
    expected: { raw: 1, message: 'deals_constant' },
  },

  {
    name: 'deals: less than a cent is no revenue, and nothing to compare with',
    account: deals(won('2024-02-01', 100), won('2025-02-01', 1e-310), won('2026-02-01', 100)),
    expected: { raw: 2, message: 'deals_growing' },
  },
  {
    name: 'less than a cent is no revenue of a subscription either: what began this year is all there is',
    account: of(ended(1e-310, '2025-12-01'), began('2026-01-01', 150)),
    expected: { unknown: 'too_new' },
  },
  {
    name: 'deals: renewed at the same price',
    account: deals(won('2025-02-01', 100), won('2026-02-01', 105)),
    expected: {
      raw: 1.05,
      message: 'deals_constant',
      values: { now: eur(105), before: eur(100), days: 365 },
      records: ['d2', 'd1'],
    },
  },
  {
    name: 'at a higher one',
    account: deals(won('2025-02-01', 100), won('2026-02-01', 100), won('2026-03-01', 50)),
    expected: { raw: 1.5, message: 'deals_growing' },
  },
  {
    name: 'at a lower one',
    account: deals(won('2025-02-01', 100), won('2026-02-01', 60)),
    expected: { raw: 0.6, message: 'deals_shrinking' },
  },
  {
    name: 'renewed once, and not again',
    account: deals(won('2024-02-01', 100), won('2025-02-01', 100)),
    expected: { raw: 0, message: 'deals_ended', values: { before: eur(100) } },
  },
  {
    name: 'a single contract, older than a year: it may well go on',
    account: deals(won('2025-02-01', 100)),
    expected: { unknown: 'too_few', values: { count: 1, minimum: 2 } },
  },
  {
    name: 'the first within a year',
    account: deals(won('2025-06-02', 100), won('2026-02-01', 100)),
    expected: { unknown: 'too_new', values: { days: 730 } },
  },
  {
    name: 'the first a year ago to the day is of the year before',
    account: deals(won('2025-06-01', 100), won('2025-06-02', 100)),
    expected: { raw: 1, message: 'deals_constant' },
  },
  {
    name: 'back after two years',
    account: deals(won('2023-02-01', 100), won('2026-02-01', 100)),
    expected: { raw: 2, message: 'deals_growing' },
  },
  {
    name: 'all of years ago',
    account: deals(won('2022-02-01', 100), won('2023-02-01', 100)),
    expected: { unknown: 'no_data' },
  },
  {
    name: 'lost, open, without recurring revenue, won later',
    account: {
      ...deals(
        won('2025-02-01', 100, { hs_is_closed_won: false }),
        won('2025-02-01', 100, { hs_is_closed: false, hs_is_closed_won: false }),
        won('2025-02-01', null),
        won('2025-02-01', -4),
        won('2026-06-02', 100),
      ),
    },
    expected: { unknown: 'no_data' },
  },
  {
    name: 'won before we ran: its close date tells',
    account: { ...deals(won('2025-02-01', 100), won('2026-02-01', 100)), seenAt: '2026-09-01' },
    expected: { raw: 1, message: 'deals_constant' },
  },
]);

it('grows with what is paid, and falls with what is not', () => {
  const raws = [
    of(ended(100, '2026-01-01')),
    of(subscription(100, { hs_status: 'past_due' })),
    of(subscription(50), subscription(50, { hs_status: 'past_due' })),
    of(subscription(100)),
    of(subscription(100), began('2026-01-01', 1)),
  ].map((literal) => rawOf(recurringRevenue, literal));
  expect(raws).toEqual([0, 0.5, 0.75, 1, 1.01]);
});
