import { answersTo, FEEDBACK_READS, FEEDBACK_SPARES } from '../feedback.ts';
import { defineSignal } from '../signal.ts';
import { surveyOpinion } from '../survey-opinion.ts';

/**
 * How likely the account's people are to recommend us: the mean of their answers to NPS surveys, 0..10, recent ones weighing more.
 * One account has too few answers for a net score; portfolios have that.
 */
export const nps = defineSignal({
  key: 'nps',
  unit: 'points',
  better: 'higher',
  reads: FEEDBACK_READS,
  spares: FEEDBACK_SPARES,
  connectedBy: { feedback_submissions: ['hs_value', 'hs_response_group'] },
  settings: { windowDays: 365, halfLifeDays: 120, minimumAnswers: 1 },
  measure(account, settings) {
    const answers = answersTo('NPS', account.feedback_submissions);
    const outOfTen = (share: number) => share * 10;
    return surveyOpinion(account, { answers, hidden: false, hiddenAt: [] }, settings, {
      raw: outOfTen,
      shown: (share) => Math.round(outOfTen(share) * 10) / 10,
    });
  },
});
