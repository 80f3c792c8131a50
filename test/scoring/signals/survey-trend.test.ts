import { expect, it } from 'vitest';
import { surveyTrend } from '../../../src/scoring/signals/survey-trend.ts';
import { describeSignal, rawOf } from './signal-table.ts';

const asOf = '2026-06-01';
const answer = (day: string, hs_value: number | null, hs_survey_name = 'Relationship', hs_survey_type = 'NPS') => ({
  hs_survey_type,
  hs_survey_name,
  hs_value,
  hs_submission_timestamp: day,
});
/** Days before the last of May, a quarter (91.3125 days) being 1. */
const A_QUARTER = 365.25 / 4;
const slopeOf = (points: readonly (readonly [daysAgo: number, rating: number])[]): number => {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(points.map(([days]) => -days / A_QUARTER)), mean(points.map(([, rating]) => rating))];
  const top = points.reduce((sum, [days, rating]) => sum + (-days / A_QUARTER - x) * (rating - y), 0);
  return top / points.reduce((sum, [days]) => sum + (-days / A_QUARTER - x) ** 2, 0);
};

describeSignal(surveyTrend, [
  { name: 'no answers', account: { asOf }, expected: { unknown: 'no_data' } },
  {
    name: 'CSAT and CES are not rated out of ten',
    account: {
      asOf,
      feedback_submissions: [answer('2026-05-01', 2, 'Help', 'CSAT'), answer('2026-05-01', 5, 'Help', 'CES')],
    },
    expected: { unknown: 'no_data' },
  },
  {
    name: 'three answers are too few',
    account: {
      asOf,
      feedback_submissions: [answer('2025-11-01', 8), answer('2026-02-01', 7), answer('2026-05-01', 6)],
    },
    expected: { unknown: 'too_few', values: { count: 3, minimum: 4 } },
  },
  {
    name: 'answers of one quarter show no direction, however many',
    account: {
      asOf,
      feedback_submissions: ['2026-03-02', '2026-04-01', '2026-05-01', '2026-05-20', '2026-05-31'].map((day, index) =>
        answer(day, index),
      ),
    },
    expected: { unknown: 'too_few', values: { count: 0, minimum: 4 } },
  },
  {
    name: 'falling, one point a month: the worst first',
    account: {
      asOf,
      feedback_submissions: [
        answer('2026-02-21', 9),
        answer('2026-03-23', 8),
        answer('2026-04-22', 7),
        answer('2026-05-22', 6),
        answer('2026-06-01', 6),
      ],
    },
    expected: {
      raw: slopeOf([
        [100, 9],
        [70, 8],
        [40, 7],
        [10, 6],
        [0, 6],
      ]),
      message: 'falling',
      values: { change: 2.9, answers: 5, quarters: 4 },
      records: ['f5', 'f4', 'f3'],
      more: 2,
    },
  },
  {
    name: 'rising',
    account: {
      asOf,
      feedback_submissions: [
        answer('2025-08-01', 2),
        answer('2025-11-01', 4),
        answer('2026-02-01', 6),
        answer('2026-05-01', 8),
      ],
    },
    expected: {
      raw: slopeOf([
        [304, 2],
        [212, 4],
        [120, 6],
        [31, 8],
      ]),
      message: 'rising',
      values: { change: 2 },
    },
  },
  {
    name: 'steady',
    account: {
      asOf,
      feedback_submissions: [
        answer('2025-08-01', 8),
        answer('2025-11-01', 8),
        answer('2026-02-01', 8),
        answer('2026-05-01', 8),
      ],
    },
    expected: { raw: 0, message: 'steady' },
  },
  {
    name: 'a survey that is rated lower than another is no fall',
    account: {
      asOf,
      feedback_submissions: [
        answer('2025-08-01', 9),
        answer('2025-12-01', 9),
        answer('2026-01-01', 4, 'Product', 'CUSTOM'),
        answer('2026-05-01', 4, 'Product', 'CUSTOM'),
        answer('2026-02-01', 1, 'Prices', 'CUSTOM'),
        answer('2026-06-01', 1, 'Prices', 'CUSTOM'),
      ],
    },
    expected: { raw: 0, message: 'steady', values: { answers: 6 } },
  },
  {
    name: 'older than the window, or of tomorrow',
    account: {
      asOf,
      seenAt: '2026-09-01',
      feedback_submissions: ['2025-01-01', '2025-03-01', '2025-06-01', '2026-06-02'].map((day) => answer(day, 5)),
    },
    expected: { unknown: 'too_old', values: { days: 365 } },
  },
  {
    name: 'absurd answers are none',
    account: {
      asOf,
      feedback_submissions: [answer('2025-08-01', 1e9), answer('2026-05-01', -1), answer('2026-05-01', null)],
    },
    expected: { unknown: 'no_data' },
  },
  {
    name: 'a minimum of none still takes a direction',
    account: { asOf, feedback_submissions: [answer('2026-05-01', 5)] },
    settings: { minimumAnswers: 0 },
    expected: { unknown: 'too_few', values: { count: 0, minimum: 0 } },
  },
]);

it('does not depend on the order of the records', () => {
  const answers = [answer('2025-08-01', 2), answer('2025-11-01', 9), answer('2026-02-01', 6), answer('2026-02-01', 1)];
  const raw = rawOf(surveyTrend, { asOf, feedback_submissions: answers });
  const named = answers.map((each, index) => ({ ...each, id: `f${index + 1}` }));
  expect(rawOf(surveyTrend, { asOf, feedback_submissions: named.toReversed() })).toBe(raw);
});
