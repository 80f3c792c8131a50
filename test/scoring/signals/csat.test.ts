import { csat } from '../../../src/scoring/signals/csat.ts';
import { day, describeSignal, percent } from './signal-table.ts';

const asOf = '2026-06-01';
const surveyed = (day: string, hs_value: number) => ({
  hs_survey_type: 'CSAT',
  hs_value,
  hs_submission_timestamp: day,
});
const rated = (hs_last_csat_date: string | null, hs_last_csat_rating: number, more = {}) => ({
  createdate: '2026-04-01',
  hs_last_csat_date,
  hs_last_csat_rating,
  ...more,
});

describeSignal(csat, [
  { name: 'nothing asked', account: { asOf }, expected: { unknown: 'no_data' } },
  {
    name: 'tickets that nobody rated',
    account: { asOf, tickets: [{ createdate: '2026-04-01' }] },
    expected: { unknown: 'no_data' },
  },
  {
    name: 'one answer is too few',
    account: { asOf, feedback_submissions: [surveyed('2026-05-20', 2)] },
    expected: { unknown: 'too_few', values: { count: 1, minimum: 2 } },
  },
  {
    name: 'a rating of the day of an answer is that answer',
    account: { asOf, feedback_submissions: [surveyed('2026-05-20', 2)], tickets: [rated('2026-05-20T00:00:00Z', 0)] },
    expected: { unknown: 'too_few', values: { count: 1, minimum: 2 } },
  },
  {
    name: 'of another day it is one more',
    account: { asOf, feedback_submissions: [surveyed('2026-05-20', 2)], tickets: [rated('2026-05-21', 1)] },
    settings: { halfLifeDays: 1 },
    expected: {
      raw: (0.5 * 2 + 1 * 1) / 3,
      message: 'one_round',
      values: { mean: percent((0.5 * 2 + 1 * 1) / 3), answers: 2, last: day('2026-05-21T00:00:00Z') },
      records: ['t1', 'f1'],
    },
  },
  {
    name: 'a portal that rates from 1 to 5 shows it by its ratings',
    account: { asOf, tickets: [rated('2026-05-20', 5), rated('2026-05-20', 2)] },
    expected: { raw: 0.625, message: 'one_round' },
  },
  {
    name: 'or by the model',
    account: { asOf, tickets: [rated('2026-05-20', 1), rated('2026-05-20', 2)] },
    settings: { topTicketRating: 5 },
    expected: { raw: 0.125, message: 'one_round' },
  },
  {
    name: 'rising',
    account: { asOf, feedback_submissions: [surveyed('2026-02-01', 0), surveyed('2026-05-20', 2)] },
    expected: { raw: 1 / (1 + 0.5 ** (108 / 60)), message: 'rising', values: { now: percent(1), before: percent(0) } },
  },
  {
    name: 'falling',
    account: { asOf, feedback_submissions: [surveyed('2026-02-01', 2), surveyed('2026-05-20', 0)] },
    expected: { raw: 1 - 1 / (1 + 0.5 ** (108 / 60)), message: 'falling', records: ['f2', 'f1'] },
  },
  {
    name: 'steady',
    account: { asOf, feedback_submissions: [surveyed('2026-02-01', 2), surveyed('2026-05-20', 2)] },
    expected: { raw: 1, message: 'steady' },
  },
  {
    name: 'older than the window',
    account: { asOf, feedback_submissions: [surveyed('2025-12-03', 2), surveyed('2025-11-20', 2)] },
    expected: { unknown: 'too_old', values: { days: 180 } },
  },
  {
    name: 'a rating without a date may be of any age',
    account: { asOf, tickets: [rated(null, 2, { closed_date: '2026-05-10' }), rated('2026-05-20', 0)] },
    expected: { unknown: 'too_few', values: { count: 1, minimum: 2 } },
  },
  {
    name: 'a rating that had not been seen then tells nothing, and is no sign of health',
    account: { asOf, seenAt: '2026-09-01', tickets: [rated('2026-05-20', 2), rated('2026-05-20', 2)] },
    expected: { unknown: 'not_known_then' },
  },
  {
    name: 'though the answers to surveys of that time are known',
    account: {
      asOf,
      seenAt: '2026-09-01',
      feedback_submissions: [surveyed('2026-05-20', 0), surveyed('2026-05-20', 2), surveyed('2026-06-02', 2)],
      tickets: [rated('2026-05-20', 2)],
    },
    expected: { raw: 0.5, message: 'one_round', values: { answers: 2 } },
  },
  {
    name: 'but not where a ticket was rated besides, nobody knows how: it may be the bad one',
    account: {
      asOf,
      seenAt: '2026-09-01',
      feedback_submissions: [surveyed('2026-05-20', 2), surveyed('2026-05-21', 2)],
      tickets: [rated('2026-05-22', 0)],
    },
    expected: { unknown: 'not_known_then' },
  },
  {
    name: 'unless that was before the window, or is yet to come',
    account: {
      asOf,
      seenAt: '2026-09-01',
      feedback_submissions: [surveyed('2026-05-20', 2), surveyed('2026-05-21', 2)],
      tickets: [rated('2025-12-03', 0, { createdate: '2025-12-01' }), rated('2026-06-02', 0), rated(null, 0)],
    },
    expected: { raw: 1, message: 'one_round', values: { answers: 2 } },
  },
  {
    name: 'a rating dated after the moment has not been given',
    account: { asOf, tickets: [rated('2026-06-02', 2), rated('2026-06-02', 2), rated('2026-05-02', 0)] },
    expected: { unknown: 'too_few', values: { count: 1, minimum: 2 } },
  },
  {
    name: 'absurd ratings are none',
    account: { asOf, tickets: [rated('2026-05-20', -3), rated('2026-05-20', 1e12)] },
    expected: { unknown: 'no_data' },
  },
]);
