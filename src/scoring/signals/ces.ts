import { refTo } from '../evidence.ts';
import { answersTo, byTime, FEEDBACK_READS, FEEDBACK_SPARES, hiddenRatings, ratingsOf } from '../feedback.ts';
import { defineSignal } from '../signal.ts';
import { surveyOpinion } from '../survey-opinion.ts';

/**
 * How easy the account's people said it was to get what they needed: the mean of answers to CES surveys and of ratings of tickets, 1
 * (hard) to 7 (easy), recent ones weighing more.
 */
export const ces = defineSignal({
  key: 'ces',
  unit: 'points',
  better: 'higher',
  reads: {
    ...FEEDBACK_READS,
    tickets: ['subject', 'hs_feedback_last_ces_rating', 'hs_feedback_last_survey_date'],
  },
  spares: { ...FEEDBACK_SPARES, tickets: ['subject'] },
  connectedBy: { feedback_submissions: ['hs_value', 'hs_response_group'], tickets: ['hs_feedback_last_ces_rating'] },
  settings: { windowDays: 180, halfLifeDays: 60, minimumAnswers: 2 },
  measure(account, settings) {
    const surveyed = answersTo('CES', account.feedback_submissions);
    const tickets = account.tickets.map((ticket) => ({
      record: refTo(ticket, ticket.values.subject),
      rating: ticket.values.hs_feedback_last_ces_rating,
      ratedAt: ticket.values.hs_feedback_last_survey_date,
    }));
    const rated = ratingsOf('CES', tickets, {
      answers: surveyed,
      calendar: account.calendar,
    });
    const answers = [...surveyed, ...rated].toSorted(byTime);
    const hidden = tickets.some(({ rating }) => rating === undefined);
    const outOfSeven = (share: number) => 1 + share * 6;
    const hiddenAt = hiddenRatings(tickets, { answers: surveyed, calendar: account.calendar });
    return surveyOpinion(account, { answers, hidden, hiddenAt }, settings, {
      raw: outOfSeven,
      shown: (share) => Math.round(outOfSeven(share) * 10) / 10,
    });
  },
});
