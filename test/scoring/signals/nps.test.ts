import { expect, it } from 'vitest';
import { nps } from '../../../src/scoring/signals/nps.ts';
import { day, describeSignal, rawOf } from './signal-table.ts';

const asOf = '2026-06-01';
const answer = (day: string, hs_value: number | null, more = {}) => ({
  hs_survey_type: 'NPS',
  hs_value,
  hs_submission_timestamp: day,
  ...more,
});
const settings = { halfLifeDays: 120 };

describeSignal(nps, [
  { name: 'no answers', account: { asOf }, expected: { unknown: 'no_data' } },
  {
    name: 'answers to other surveys are no NPS',
    account: { asOf, feedback_submissions: [answer('2026-05-20', 9, { hs_survey_type: 'CUSTOM' })] },
    expected: { unknown: 'no_data' },
  },
  {
    name: 'one answer is enough',
    account: { asOf, feedback_submissions: [answer('2026-05-20', 9)] },
    expected: {
      raw: 9,
      message: 'one_round',
      values: { mean: 9, answers: 1, last: day('2026-05-20T00:00:00Z') },
      records: ['f1'],
    },
  },
  {
    name: 'unless the model asks for more',
    account: { asOf, feedback_submissions: [answer('2026-05-20', 9)] },
    settings: { minimumAnswers: 2 },
    expected: { unknown: 'too_few', values: { count: 1, minimum: 2 } },
  },
  {
    name: 'a round of several answers: the worst first, and how many more',
    account: {
      asOf,
      feedback_submissions: [
        answer('2026-05-20', 9),
        answer('2026-05-10', 2),
        answer('2026-05-01', 10),
        answer('2026-05-01', 7),
      ],
    },
    settings: { halfLifeDays: 1e15 },
    expected: { raw: 7, message: 'one_round', values: { mean: 7, answers: 4 }, records: ['f2', 'f4', 'f1'], more: 1 },
  },
  {
    name: 'half a life ago weighs half; falling',
    account: { asOf, feedback_submissions: [answer('2026-05-20', 3), answer('2026-01-20', 9)] },
    settings,
    expected: { raw: 5, message: 'falling', values: { mean: 5, now: 3, before: 9 }, records: ['f1', 'f2'] },
  },
  {
    name: 'two half-lives weigh a quarter; rising',
    account: { asOf, feedback_submissions: [answer('2025-09-22', 3), answer('2026-05-20', 8)] },
    settings,
    expected: { raw: 7, message: 'rising', values: { now: 8, before: 3, last: day('2026-05-20T00:00:00Z') } },
  },
  {
    name: 'less than one of ten is no change',
    account: {
      asOf,
      feedback_submissions: [answer('2026-01-20', 8), answer('2026-05-20', 8), answer('2026-05-19', 7)],
    },
    expected: { raw: rawIn([8, 120], [8, 0], [7, 1]), message: 'steady', values: { now: 7.5, before: 8 } },
  },
  {
    name: 'thirty days before the latest is another round',
    account: { asOf, feedback_submissions: [answer('2026-05-31', 9), answer('2026-05-01', 6)] },
    expected: { raw: rawIn([9, 0], [6, 30]), message: 'rising', values: { now: 9, before: 6 } },
  },
  {
    name: '364 days ago is still an opinion',
    account: { asOf, feedback_submissions: [answer('2025-06-02', 9)] },
    expected: { raw: 9, message: 'one_round' },
  },
  {
    name: '365 days ago is none any more',
    account: { asOf, feedback_submissions: [answer('2025-06-01', 9)] },
    expected: { unknown: 'too_old', values: { days: 365 } },
  },
  {
    name: 'an answer of tomorrow has not been given',
    account: { asOf, seenAt: '2026-09-01', feedback_submissions: [answer('2026-06-02', 0), answer('2026-05-20', 9)] },
    expected: { raw: 9, message: 'one_round', values: { answers: 1 } },
  },
  {
    name: 'absurd answers are none',
    account: {
      asOf,
      feedback_submissions: [answer('2026-05-20', 1e9), answer('2026-05-20', -4), answer('2026-05-20', null)],
    },
    expected: { unknown: 'no_data' },
  },
  {
    name: 'where only the group is told',
    account: {
      asOf,
      feedback_submissions: [answer('2026-05-20', null, { hs_response_group: '0' })],
    },
    expected: { raw: 3, message: 'one_round' },
  },
]);

/** The mean of `[rating, days before the latest]` with the default half-life. */
function rawIn(...ratings: readonly (readonly [rating: number, days: number])[]): number {
  const weight = (days: number) => 0.5 ** (days / 120);
  const total = ratings.reduce((sum, [, days]) => sum + weight(days), 0);
  return ratings.reduce((sum, [rating, days]) => sum + rating * weight(days), 0) / total;
}

it('does not depend on the order of the records, nor on when in the window the same answers were given', () => {
  const answers = [answer('2026-05-20', 3), answer('2026-03-01', 9), answer('2026-05-20', 7)];
  const raw = rawOf(nps, { asOf, feedback_submissions: answers });
  expect(rawOf(nps, { asOf, feedback_submissions: answers.toReversed() })).toBe(raw);
  expect(rawOf(nps, { asOf: '2026-08-01', feedback_submissions: answers })).toBe(raw);
});

it('stays finite where the half-life is 0', () => {
  const feedback_submissions = [answer('2026-05-20', 3), answer('2025-07-01', 9)];
  expect(rawOf({ ...nps, settings: { ...nps.settings, halfLifeDays: 0 } }, { asOf, feedback_submissions })).toBeCloseTo(
    3,
  );
});
