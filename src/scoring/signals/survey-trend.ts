import { evidence } from '../evidence.ts';
import { answersTo, byTime, FEEDBACK_READS, givenWithin, worstFirst } from '../feedback.ts';
import { defineSignal, unknown } from '../signal.ts';

const DAYS_A_QUARTER = 365.25 / 4;
/** Less than this many points of ten a quarter is no trend. */
const STEADY = 0.25;

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Where the account's ratings out of ten are heading: points a quarter, by the line that fits its answers best. Each survey is held
 * against itself alone, since one that asks something harder is rated lower without anything having changed.
 */
export const surveyTrend = defineSignal({
  key: 'survey_trend',
  unit: 'points',
  better: 'higher',
  reads: FEEDBACK_READS,
  connectedBy: { feedback_submissions: ['hs_value', 'hs_response_group'] },
  settings: { quarters: 4, minimumAnswers: 4 },
  measure(account, { quarters, minimumAnswers }) {
    const submissions = Map.groupBy(account.feedback_submissions, ({ values }) => values.hs_survey_name ?? '');
    const windowDays = Math.round(quarters * DAYS_A_QUARTER);
    const surveys = [...submissions.values()]
      .flatMap((same) => [answersTo('NPS', same), answersTo('CUSTOM', same)])
      .map((answers) => ({ all: answers, recent: givenWithin(answers, windowDays, account.now) }));
    const quartersAgo = ({ at }: { readonly at: number }) => account.now.daysSince(at) / DAYS_A_QUARTER;
    // Answers of one quarter alone show no direction.
    const spread = surveys.flatMap(({ recent }) => {
      const [first, last] = [recent[0], recent.at(-1)];
      return first && last && quartersAgo(first) - quartersAgo(last) >= 1 ? [recent] : [];
    });
    const answers = spread.flat().toSorted(byTime);
    if (answers.length < Math.max(2, minimumAnswers)) {
      if (surveys.every(({ all }) => all.length === 0)) return unknown('no_data');
      if (surveys.every(({ recent }) => recent.length === 0)) return unknown('too_old', { days: windowDays });
      return unknown('too_few', { count: answers.length, minimum: minimumAnswers });
    }
    const centred = spread.flatMap((survey) => {
      const middle = mean(survey.map(quartersAgo));
      return survey.map((answer) => ({ time: middle - quartersAgo(answer), rating: answer.share * 10 }));
    });
    const raw =
      centred.reduce((sum, { time, rating }) => sum + time * rating, 0) /
      centred.reduce((sum, { time }) => sum + time ** 2, 0);
    const trend = Math.abs(raw) < STEADY ? 'steady' : raw > 0 ? 'rising' : 'falling';
    const values = { change: Math.round(Math.abs(raw) * 10) / 10, answers: answers.length, quarters };
    return { kind: 'measured', raw, evidence: () => evidence(trend, values, worstFirst(answers)) };
  },
});
