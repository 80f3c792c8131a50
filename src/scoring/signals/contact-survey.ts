import { daysBetween } from '../account-view.ts';
import { evidence, refTo } from '../evidence.ts';
import { type Answer, answersTo, FEEDBACK_READS, FEEDBACK_SPARES, ratingsOf } from '../feedback.ts';
import { defineSignal, unknown } from '../signal.ts';
import { isOpen, TICKET_READS } from '../tickets.ts';

/**
 * Asked after a ticket was closed: the share of tickets with which they were satisfied, and which stayed solved. An answer belongs to
 * the ticket that it is shown on, or else to the last one closed before it.
 */
export const contactSurvey = defineSignal({
  key: 'contact_survey',
  unit: 'share',
  better: 'higher',
  reads: { ...FEEDBACK_READS, tickets: [...TICKET_READS.tickets, 'hs_last_csat_rating', 'hs_last_csat_date'] },
  spares: { ...FEEDBACK_SPARES, tickets: ['subject'] },
  connectedBy: { feedback_submissions: ['hs_value', 'hs_response_group'], tickets: ['hs_last_csat_rating'] },
  // `topTicketRating` is 5 for a portal whose tickets are rated 1 to 5.
  settings: { windowDays: 180, answerWithinDays: 14, minimumTickets: 3, topTicketRating: 2 },
  measure(account, { windowDays, answerWithinDays, minimumTickets, topTicketRating }) {
    const closed = account.tickets
      .flatMap((ticket) =>
        typeof ticket.values.closed_date === 'number' ? [{ ticket, at: ticket.values.closed_date }] : [],
      )
      .toSorted((a, b) => a.at - b.at || (a.ticket.id < b.ticket.id ? -1 : 1));
    const surveyed = answersTo('CSAT', account.feedback_submissions);
    const shown = closed.map(({ ticket }) => ({
      record: refTo(ticket, ticket.values.subject),
      rating: ticket.values.hs_last_csat_rating,
      ratedAt: ticket.values.hs_last_csat_date,
    }));
    const { now, calendar } = account;
    const rated = ratingsOf('CSAT', shown, { answers: [], calendar, topRating: topTicketRating });
    const ratedDays = new Set(rated.map(({ at }) => calendar.day(at)));
    const answers = new Map<string, Answer>(rated.map((answer) => [answer.record.id, answer]));
    // An answer of a day on which a ticket was rated is that rating.
    for (const answer of surveyed.filter(({ at }) => !ratedDays.has(calendar.day(at)))) {
      const last = closed.findLast(({ at }) => at <= answer.at);
      if (last === undefined || daysBetween(calendar, last.at, answer.at) > answerWithinDays) continue;
      if (!answers.has(last.ticket.id)) answers.set(last.ticket.id, answer);
    }

    const asked = closed.flatMap(({ ticket, at }) => {
      const answer = answers.get(ticket.id);
      return answer === undefined
        ? []
        : [{ ticket, at, satisfied: answer.group === 'promoter', solved: !isOpen(ticket) }];
    });
    const recent = asked.filter(({ at }) => now.isWithin(at, windowDays));
    if (recent.length < Math.max(1, minimumTickets)) {
      if (shown.some(({ rating }) => rating === undefined)) return unknown('not_known_then');
      if (recent.length > 0) return unknown('too_few', { count: recent.length, minimum: minimumTickets });
      return asked.length === 0 ? unknown('no_data') : unknown('too_old', { days: windowDays });
    }
    const poor = recent.filter(({ satisfied, solved }) => !satisfied || !solved);
    const values = {
      good: recent.length - poor.length,
      asked: recent.length,
      share: { kind: 'percent', share: 1 - poor.length / recent.length } as const,
      back: recent.filter(({ solved }) => !solved).length,
    };
    const message = values.back > 0 ? 'came_back' : 'solved';
    const records = poor.toReversed().map(({ ticket }) => refTo(ticket, ticket.values.subject));
    return { kind: 'measured', raw: values.share.share, evidence: () => evidence(message, values, records) };
  },
});
