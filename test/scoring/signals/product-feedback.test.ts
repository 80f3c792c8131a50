import { expect, it } from 'vitest';
import { productFeedback } from '../../../src/scoring/signals/product-feedback.ts';
import { day, describeSignal, measure } from './signal-table.ts';

const asOf = '2026-06-01';
const ticket = (createdate: string, more = {}) => ({ createdate, ...more });
const answer = (day: string, hs_response_group: string, hs_survey_type = 'CUSTOM') => ({
  hs_survey_type,
  hs_response_group,
  hs_submission_timestamp: day,
});
const settings = { releaseDates: ['2026-05-01'] };
/** Six tickets in the 84 days before the first of May: two are usual in 28 days. */
const BEFORE = ['2026-02-06', '2026-02-20', '2026-03-06', '2026-03-20', '2026-04-10', '2026-04-30'].map((at) =>
  ticket(at),
);

describeSignal(productFeedback, [
  {
    name: 'no release named',
    account: { asOf, tickets: BEFORE },
    expected: { unknown: 'not_set_up', values: { setting: 'releaseDates' } },
  },
  {
    name: 'a release that is to come is none',
    account: { asOf, tickets: BEFORE },
    settings: { releaseDates: ['2026-06-02'] },
    expected: { unknown: 'not_set_up' },
  },
  ...['1 May 2026', '2026-02-30', '2026-13-01', ''].map((date) => ({
    name: `“${date}” is no day`,
    account: { asOf, tickets: BEFORE },
    settings: { releaseDates: ['2026-05-01', date] },
    expected: { unknown: 'unmapped_value' as const, values: { value: date } },
  })),
  {
    name: 'six days say nothing yet',
    account: { asOf, tickets: BEFORE },
    settings: { releaseDates: ['2026-05-26'] },
    expected: { unknown: 'too_few', values: { count: 6, minimum: 7 } },
  },
  {
    name: 'seven do: the whole days since the release',
    account: {
      asOf: '2026-05-08',
      tickets: [...BEFORE, ticket('2026-05-01'), ticket('2026-05-07'), ticket('2026-05-08')],
    },
    settings,
    expected: {
      raw: 2 / ((6 / 84) * 7),
      message: 'after_rare',
      values: { release: day('2026-05-01T23:59:59.999Z'), days: 7, after: 2, usual: 0.5 },
      records: ['t8', 't7'],
    },
  },
  {
    name: 'a release that is not settled leaves the one before it standing',
    account: { asOf, tickets: [...BEFORE, ticket('2026-05-02')] },
    settings: { releaseDates: ['2026-05-30', '2026-05-01', '2025-05-01'] },
    expected: { raw: 0.5, message: 'after', values: { days: 28, after: 1, usual: 2 }, records: ['t7'] },
  },
  {
    name: 'its weeks end: the 29th day is no part of them, nor the 85th before',
    account: { asOf, tickets: [...BEFORE, ticket('2026-05-28'), ticket('2026-05-29'), ticket('2026-02-05')] },
    settings,
    expected: { raw: 0.5, message: 'after', values: { days: 28, after: 1 }, records: ['t7'] },
  },
  {
    name: 'bad answers to custom surveys count as tickets do',
    account: {
      asOf,
      tickets: BEFORE,
      feedback_submissions: [
        answer('2026-05-10', 'DETRACTOR'),
        answer('2026-05-11', '0'),
        answer('2026-05-11', 'PROMOTER'),
        answer('2026-05-11', 'DETRACTOR', 'NPS'),
      ],
    },
    settings,
    expected: { raw: 1, message: 'after', values: { after: 2 }, records: ['f2', 'f1'] },
  },
  {
    name: 'all quiet after it, in an account that asks',
    account: { asOf, tickets: BEFORE },
    settings,
    expected: { raw: 0, message: 'after', values: { after: 0, usual: 2 }, records: [] },
  },
  {
    name: 'none before: one is the least that is usual',
    account: { asOf, tickets: [ticket('2026-05-02'), ticket('2026-05-03'), ticket('2026-05-03')] },
    settings,
    expected: { raw: 3 / (28 / 84), message: 'after_rare', values: { usual: 0.3 } },
  },
  {
    name: 'one in as many days is not fewer than one',
    account: { asOf, tickets: [...BEFORE.slice(0, 3), ticket('2026-05-02')] },
    settings,
    expected: { raw: 1, message: 'after', values: { usual: 1 } },
  },
  {
    name: 'nothing at all is too few',
    account: { asOf },
    settings,
    expected: { unknown: 'too_few', values: { count: 0, minimum: 3 } },
  },
  {
    name: 'bookings are no tickets',
    account: { asOf, tickets: ['2026-05-02', '2026-05-03', '2026-05-04'].map((at) => ticket(at, { closed_date: at })) },
    settings,
    expected: { unknown: 'too_few', values: { count: 0, minimum: 3 } },
  },
  {
    name: 'only the categories named',
    account: {
      asOf,
      tickets: [
        ...BEFORE.map((each) => ({ ...each, hs_ticket_category: 'PRODUCT_ISSUE' })),
        ticket('2026-05-02', { hs_ticket_category: 'BILLING_ISSUE;PRODUCT_ISSUE' }),
        ticket('2026-05-03', { hs_ticket_category: 'BILLING_ISSUE' }),
        ticket('2026-05-04'),
      ],
    },
    settings: { ...settings, categories: ['product_issue'] },
    expected: { raw: 0.5, message: 'after', values: { after: 1 }, records: ['t7'] },
  },
  {
    name: 'categories that had not been seen then',
    account: { asOf, seenAt: '2026-09-01', tickets: BEFORE },
    settings: { ...settings, categories: ['product_issue'] },
    expected: { unknown: 'not_known_then' },
  },
  {
    name: 'categories that the portal does not have',
    account: { asOf, sources: { tickets: { missingProperties: ['hs_ticket_category'] } }, tickets: BEFORE },
    settings: { ...settings, categories: ['product_issue'] },
    expected: { unknown: 'property_missing' },
  },
  {
    name: 'without categories, what was not seen of them does not matter; tickets of tomorrow do not count',
    account: {
      asOf: '2026-05-20',
      seenAt: '2026-09-01',
      tickets: [...BEFORE, ticket('2026-05-21'), ticket('2026-05-02')],
    },
    settings,
    expected: { raw: 1 / ((6 / 84) * 19), message: 'after', values: { days: 19, after: 1 } },
  },
  {
    name: 'a company that is younger than its norm',
    account: { asOf, company: { createdate: '2026-02-07' }, tickets: BEFORE },
    settings,
    expected: { unknown: 'too_new', values: { days: 84 } },
  },
  {
    name: 'a company just old enough',
    account: { asOf, company: { createdate: '2026-02-06' }, tickets: BEFORE },
    settings,
    expected: { raw: 0, message: 'after' },
  },
  {
    name: 'a portal that had neither tickets nor answers so long ago',
    account: {
      asOf,
      sources: {
        tickets: { firstRecordAt: Date.parse('2026-03-01') },
        feedback_submissions: { firstRecordAt: null },
      },
      tickets: BEFORE,
    },
    settings,
    expected: { unknown: 'too_new', values: { days: 84 } },
  },
  {
    name: '90 days later it still tells',
    account: { asOf: '2026-07-30', tickets: BEFORE },
    settings,
    expected: { raw: 0, message: 'after' },
  },
  {
    name: '91 days later no more',
    account: { asOf: '2026-07-31', tickets: BEFORE },
    settings,
    expected: { unknown: 'too_old', values: { days: 90 } },
  },
]);

it('does not depend on the order of records or releases', () => {
  const tickets = [...BEFORE, ticket('2026-05-02'), ticket('2026-05-09')].map((each, index) => ({
    ...each,
    id: `t${index}`,
  }));
  const releaseDates = ['2026-04-01', '2026-05-01', '2026-01-01'];
  expect(measure(productFeedback, { asOf, tickets: tickets.toReversed() }, { releaseDates })).toEqual(
    measure(productFeedback, { asOf, tickets }, { releaseDates: releaseDates.toReversed() }),
  );
});
