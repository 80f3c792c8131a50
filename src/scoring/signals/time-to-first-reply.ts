import { defineSignal } from '../signal.ts';
import { againstPortal } from '../ticket-times.ts';
import { solvedWithin, TICKET_READS } from '../tickets.ts';

/**
 * How long the account waits for the first reply to a ticket, against what is usual in the portal. Solved tickets alone are
 * compared: of an open one the reply is known from when it was seen, so that the past could not be replayed.
 */
export const timeToFirstReply = defineSignal({
  key: 'time_to_first_reply',
  unit: 'ratio',
  better: 'lower',
  reads: { tickets: [...TICKET_READS.tickets, 'time_to_first_agent_reply'] },
  spares: { tickets: ['subject'] },
  connectedBy: { tickets: ['time_to_first_agent_reply'] },
  settings: { windowDays: 180, minimumTickets: 3, portalTickets: 20 },
  measure(account, settings) {
    const timed = solvedWithin(account, settings.windowDays).flatMap((ticket) => {
      const ms = ticket.values.time_to_first_agent_reply ?? 0;
      return ms > 0 ? [{ ticket, ms }] : [];
    });
    return againstPortal(account, 'firstReply', timed, settings);
  },
});
