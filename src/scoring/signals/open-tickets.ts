import { daysBetween } from '../account-view.ts';
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
    const months = Array.from({ length: MONTHS }, (_, index) => account.asOf - (index + 1) * MONTH_MS);
    const norm =
      months.reduce((total, at) => total + account.tickets.filter((ticket) => wasOpenAt(ticket, at)).length, 0) /
      MONTHS;
    const raw = open.length / (1 + norm + account.contacts.length / contactsPerTicket);
    const silent = !account.tickets.some(
      (ticket) => tookWork(ticket) && daysBetween(account.calendar, ticket.bornAt, account.asOf) < windowDays,
    );
    const values = { open: open.length, norm: Math.round(norm * 10) / 10, windowDays };
    const message = open.length > 0 ? 'open' : silent ? 'silent' : 'none';
    return {
      kind: 'measured',
      raw,
      silent,
      evidence: evidence(
        message,
        values,
        open.map((ticket) => refTo(ticket, ticket.values.subject)),
      ),
    };
  },
});
