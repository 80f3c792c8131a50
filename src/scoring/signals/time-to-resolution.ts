import { defineSignal } from '../signal.ts';
import { againstPortal } from '../ticket-times.ts';
import { solvedWithin, TICKET_READS } from '../tickets.ts';

/** How long the account's tickets take from creation to close, against what is usual in the portal. */
export const timeToResolution = defineSignal({
  key: 'time_to_resolution',
  unit: 'ratio',
  better: 'lower',
  reads: TICKET_READS,
  spares: { tickets: ['subject'] },
  connectedBy: { tickets: ['closed_date'] },
  settings: { windowDays: 180, minimumTickets: 3, portalTickets: 20 },
  measure(account, settings) {
    const timed = solvedWithin(account, settings.windowDays).map((ticket) => ({
      ticket,
      ms: (ticket.values.closed_date ?? ticket.bornAt) - ticket.bornAt,
    }));
    return againstPortal(account, 'resolution', timed, settings);
  },
});
