import { DAY_MS } from '../calendar.ts';
import { evidence, refTo } from '../evidence.ts';

import { defineSignal } from '../signal.ts';
import { isOpen, TICKET_READS, type Ticket, tookWork } from '../tickets.ts';

const MONTH_MS = 30 * DAY_MS;
const MONTHS = 12;

/** How many tickets were open 1, 2 ... 12 months before a moment (ms), on average. */
function openOnAverage(tickets: readonly Ticket[], asOf: number): number {
  /** How many of those moments lie after another. */
  const monthsSince = (at: number) => Math.min(MONTHS, Math.max(0, Math.floor((asOf - at) / MONTH_MS)));
  let openInMonths = 0;
  for (const ticket of tickets) {
    const closed = ticket.values.closed_date;
    if (typeof closed === 'number') openInMonths += Math.max(0, monthsSince(ticket.bornAt) - monthsSince(closed));
    else if (isOpen(ticket)) openInMonths += monthsSince(ticket.bornAt);
  }
  return openInMonths / MONTHS;
}

/** Open tickets over what is normal for this account: its own average over the year before, and its size in contacts. */
export const openTickets = defineSignal({
  key: 'open_tickets',
  unit: 'load',
  better: 'lower',
  reads: { ...TICKET_READS, contacts: ['createdate'] },
  // Fewer contacts only make the same tickets weigh more.
  spares: { tickets: ['subject'], contacts: ['createdate'] },
  connectedBy: { tickets: [] },
  settings: { windowDays: 365, contactsPerTicket: 25 },
  measure(account, { windowDays, contactsPerTicket }) {
    const { now, tickets, contacts } = account;
    const open = tickets.filter(isOpen);
    const norm = () => openOnAverage(tickets, now.ms);
    const raw = open.length === 0 ? 0 : open.length / (1 + norm() + contacts.length / contactsPerTicket);
    const latest = tickets.findLast(tookWork);
    const silent = latest === undefined || !now.isWithin(latest.bornAt, windowDays);
    const tell = () =>
      evidence(
        open.length > 0 ? 'open' : silent ? 'silent' : 'none',
        { open: open.length, norm: Math.round(norm() * 10) / 10, windowDays },
        open.map((ticket) => refTo(ticket, ticket.values.subject)),
      );
    return { kind: 'measured', raw, silent, evidence: tell };
  },
});
