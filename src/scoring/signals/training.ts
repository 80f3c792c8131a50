import { evidence, refTo } from '../evidence.ts';
import { HELD_OUTCOMES, isHeld, MEETING_READS, startOf } from '../meetings.ts';
import { quarterOf } from '../portal-context.ts';
import { defineSignal, unknown } from '../signal.ts';
import { isOpen, TICKET_READS } from '../tickets.ts';
import { makeWordMatch } from '../word-match.ts';

/**
 * Training sessions in the window: meetings that took place and are named so by their activity type or title, and closed tickets of
 * such a category. None counts against the account where the portal logs training at all, in a kind of its own, and did
 * so in the year before; elsewhere nobody knows.
 */
export const training = defineSignal({
  key: 'training',
  unit: 'load',
  better: 'higher',
  reads: {
    meetings: [...MEETING_READS.meetings, 'hs_meeting_title', 'hs_activity_type'],
    tickets: [...TICKET_READS.tickets, 'hs_ticket_category'],
  },
  spares: { meetings: ['hs_meeting_title', 'hs_activity_type'], tickets: ['subject'] },
  connectedBy: { meetings: [], tickets: ['hs_ticket_category'] },
  settings: {
    windowDays: 365,
    names: ['training*', 'formazione', 'eğitim*', '교육*', 'instruire*'],
    heldOutcomes: HELD_OUTCOMES,
  },
  measure(account, { windowDays, names, heldOutcomes }) {
    const { now, portal } = account;
    const matches = makeWordMatch(names);
    const isTraining = (text: string | null | undefined) =>
      typeof text === 'string' && matches(text.replaceAll('_', ' ')) !== null;
    const isRecent = (at: number) => now.hasCome(at) && now.isWithin(at, windowDays);
    const quarter = quarterOf(now.ms);
    const logsAs = (type: 'meetings' | 'tickets') =>
      Object.entries(portal.kindQuarters[type]).some(
        ([kind, quarters]) => isTraining(kind) && quarters.some((at) => at < quarter && at >= quarter - 4),
      );

    const meetings = account.meetings.filter(
      (meeting) =>
        isRecent(startOf(meeting)) &&
        (isTraining(meeting.values.hs_activity_type) || isTraining(meeting.values.hs_meeting_title)),
    );
    const tickets = account.tickets.filter(
      (ticket) => !isOpen(ticket) && isRecent(ticket.values.closed_date ?? ticket.bornAt),
    );
    const unseen =
      meetings.some(({ values }) => values.hs_meeting_outcome === undefined) ||
      (logsAs('tickets') && tickets.some(({ values }) => values.hs_ticket_category === undefined));
    if (unseen) return unknown('not_known_then');

    const sessions = [
      ...meetings
        .filter((meeting) => isHeld(meeting, now, heldOutcomes))
        .map((meeting) => ({ ...refTo(meeting, meeting.values.hs_meeting_title), at: startOf(meeting) })),
      ...tickets
        .filter(({ values }) => isTraining(values.hs_ticket_category))
        .map((ticket) => ({ ...refTo(ticket, ticket.values.subject), at: ticket.values.closed_date ?? ticket.bornAt })),
    ].toSorted((a, b) => b.at - a.at);
    if (sessions.length === 0 && !logsAs('meetings') && !logsAs('tickets'))
      return unknown('not_connected', { types: 'meetings,tickets' });
    const values = { sessions: sessions.length, days: windowDays };
    return {
      kind: 'measured',
      raw: sessions.length,
      // Of one who has never met, nor asked, that nobody trained it says little.
      silent: account.meetings.length + account.tickets.length === 0,
      evidence: () => evidence(sessions.length > 0 ? 'trained' : 'none', values, sessions),
    };
  },
});
