import { ces } from '../../../src/scoring/signals/ces.ts';
import { describeSignal } from './signal-table.ts';

const asOf = '2026-06-01';
const surveyed = (day: string, hs_value: number) => ({ hs_survey_type: 'CES', hs_value, hs_submission_timestamp: day });
const rated = (hs_feedback_last_survey_date: string | null, hs_feedback_last_ces_rating: number) => ({
  createdate: '2026-04-01',
  hs_feedback_last_survey_date,
  hs_feedback_last_ces_rating,
});

describeSignal(ces, [
  { name: 'nothing asked', account: { asOf }, expected: { unknown: 'no_data' } },
  {
    name: 'answers to other surveys are none',
    account: { asOf, feedback_submissions: [{ ...surveyed('2026-05-20', 5), hs_survey_type: 'CSAT' }] },
    expected: { unknown: 'no_data' },
  },
  {
    name: 'one is too few',
    account: { asOf, tickets: [rated('2026-05-20', 7)] },
    expected: { unknown: 'too_few', values: { count: 1, minimum: 2 } },
  },
  {
    name: 'an answer and a rating, hard and easy',
    account: { asOf, feedback_submissions: [surveyed('2026-05-20', 1)], tickets: [rated('2026-05-19', 7)] },
    settings: { halfLifeDays: 1e15 },
    expected: { raw: 4, message: 'one_round', values: { mean: 4, answers: 2 }, records: ['f1', 't1'] },
  },
  {
    name: 'rising',
    account: { asOf, tickets: [rated('2026-02-01', 2), rated('2026-05-20', 6)] },
    settings: { halfLifeDays: 108 },
    expected: { raw: 2 / 3 + (6 * 2) / 3, message: 'rising', values: { mean: 4.7, now: 6, before: 2 } },
  },
  {
    name: 'falling',
    account: { asOf, tickets: [rated('2026-02-01', 6), rated('2026-05-20', 2)] },
    settings: { halfLifeDays: 108 },
    expected: { raw: 6 / 3 + (2 * 2) / 3, message: 'falling', records: ['t2', 't1'] },
  },
  {
    name: 'steady: less than a tenth of the scale',
    account: { asOf, feedback_submissions: [surveyed('2026-02-01', 6), surveyed('2026-05-20', 6)] },
    expected: { raw: 6, message: 'steady' },
  },
  {
    name: 'older than the window',
    account: { asOf, tickets: [rated('2025-12-03', 7), rated('2025-12-01', 7)] },
    expected: { unknown: 'too_old', values: { days: 180 } },
  },
  {
    name: 'not seen by then',
    account: { asOf, seenAt: '2026-09-01', tickets: [rated('2026-05-20', 7), rated('2026-05-21', 7)] },
    expected: { unknown: 'not_known_then' },
  },
  {
    name: 'nor do easy answers speak for a rating that was not',
    account: {
      asOf,
      seenAt: '2026-09-01',
      feedback_submissions: [surveyed('2026-05-20', 7), surveyed('2026-05-21', 7)],
      tickets: [rated('2026-05-22', 1)],
    },
    expected: { unknown: 'not_known_then' },
  },
  {
    name: 'but the answer that a rating is a copy of is known',
    account: {
      asOf,
      seenAt: '2026-09-01',
      feedback_submissions: [surveyed('2026-05-20', 7), surveyed('2026-05-21', 7)],
      tickets: [rated('2026-05-21', 7)],
    },
    expected: { raw: 7, message: 'one_round', values: { answers: 2 } },
  },
  {
    name: 'dated after the moment, or off the scale',
    account: { asOf, tickets: [rated('2026-06-02', 7), rated('2026-05-20', 0), rated('2026-05-20', 8)] },
    expected: { unknown: 'no_data' },
  },
]);
