import { refTo } from '../evidence.ts';
import { answersTo, byTime, FEEDBACK_READS, FEEDBACK_SPARES, hiddenRatings, ratingsOf } from '../feedback.ts';
import { defineSignal } from '../signal.ts';
import { surveyOpinion } from '../survey-opinion.ts';

/**
 * How satisfied the account's people said they were, each time about one thing we did: the mean of answers to CSAT surveys and of
 * ratings of tickets, 0 (unhappy) to 1 (happy), recent ones weighing more.
 */
export const csat = defineSignal({
  key: 'csat',
  unit: 'share',
  better: 'higher',
  reads: { ...FEEDBACK_READS, tickets: ['subject', 'hs_last_csat_rating', 'hs_last_csat_date'] },
  spares: { ...FEEDBACK_SPARES, tickets: ['subject'] },
  connectedBy: { feedback_submissions: ['hs_value', 'hs_response_group'], tickets: ['hs_last_csat_rating'] },
  // `topTicketRating` is 5 for a portal whose tickets are rated 1 to 5.
  settings: { windowDays: 180, halfLifeDays: 60, minimumAnswers: 2, topTicketRating: 2 },
  measure(account, { topTicketRating, ...settings }) {
    const surveyed = answersTo('CSAT', account.feedback_submissions);
    const tickets = account.tickets.map((ticket) => ({
      record: refTo(ticket, ticket.values.subject),
      rating: ticket.values.hs_last_csat_rating,
      ratedAt: ticket.values.hs_last_csat_date,
    }));
    const rated = ratingsOf('CSAT', tickets, {
      answers: surveyed,
      calendar: account.calendar,
      topRating: topTicketRating,
    });
    const answers = [...surveyed, ...rated].toSorted(byTime);
    const hidden = tickets.some(({ rating }) => rating === undefined);
    const hiddenAt = hiddenRatings(tickets, { answers: surveyed, calendar: account.calendar });
    return surveyOpinion(account, { answers, hidden, hiddenAt }, settings, {
      raw: (share) => share,
      shown: (share) => ({ kind: 'percent', share }),
    });
  },
});
