import { DAY_MS } from '../calendar.ts';
import { evidence, refTo } from '../evidence.ts';

import { defineSignal } from '../signal.ts';
import { isOpen, TICKET_READS, tookWork, wasOpenAt } from '../tickets.ts';

const MONTH_MS = 30 * DAY_MS;
const MONTHS = 12;

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
    const open = account.tickets.filter(isOpen);
    let openInMonths = 0;
    for (const ticket of account.tickets)
      for (let month = 1; month <= MONTHS; month += 1)
        if (wasOpenAt(ticket, account.asOf - month * MONTH_MS)) openInMonths += 1;
    const norm = openInMonths / MONTHS;
    const raw = open.length / (1 + norm + account.contacts.length / contactsPerTicket);
    const from = account.calendar.daysAgo(account.asOf, windowDays);
    const silent = !account.tickets.some((ticket) => ticket.bornAt >= from && tookWork(ticket));
    const tell = () =>
      evidence(
        open.length > 0 ? 'open' : silent ? 'silent' : 'none',
        { open: open.length, norm: Math.round(norm * 10) / 10, windowDays },
        open.map((ticket) => refTo(ticket, ticket.values.subject)),
      );
    return { kind: 'measured', raw, silent, evidence: tell };
  },
});
