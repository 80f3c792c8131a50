import { evidence, refTo } from '../evidence.ts';

import { defineSignal, unknown } from '../signal.ts';
import { isOpen, TICKET_READS, tookWork } from '../tickets.ts';

/** True where the value, or one of several that HubSpot joins with semicolons, is in the list. */
const isOneOf = (value: string | null | undefined, list: readonly string[]): boolean => {
  const named = (value ?? '').toLowerCase().split(';');
  return list.some((name) => named.includes(name.toLowerCase()));
};

/**
 * The weight of complaints that nobody has resolved: each open complaint counts 1, and 1 more for each `agingDays` it has been
 * open, up to 3. A complaint is a ticket of one of the named categories or priorities, in any case.
 */
export const unresolvedComplaints = defineSignal({
  key: 'unresolved_complaints',
  unit: 'load',
  better: 'lower',
  reads: { tickets: [...TICKET_READS.tickets, 'hs_ticket_category', 'hs_ticket_priority'] },
  spares: { tickets: ['subject', 'hs_ticket_category', 'hs_ticket_priority'] },
  connectedBy: { tickets: ['hs_ticket_category', 'hs_ticket_priority'] },
  settings: {
    windowDays: 365,
    graceDays: 2,
    agingDays: 30,
    categories: ['COMPLAINT'],
    priorities: ['HIGH', 'URGENT'],
  },
  measure(account, { windowDays, graceDays, agingDays, categories, priorities }) {
    const { now, tickets } = account;
    const open = tickets.filter((ticket) => isOpen(ticket) && !now.isWithin(ticket.bornAt, graceDays + 1));
    if (open.some(({ values }) => values.hs_ticket_category === undefined && values.hs_ticket_priority === undefined)) {
      return unknown('not_known_then');
    }
    const complaints = open.filter(
      ({ values }) => isOneOf(values.hs_ticket_category, categories) || isOneOf(values.hs_ticket_priority, priorities),
    );
    const raw = complaints.reduce((total, { bornAt }) => total + Math.min(3, 1 + now.daysSince(bornAt) / agingDays), 0);
    const latest = tickets.findLast(tookWork);
    const silent = latest === undefined || !now.isWithin(latest.bornAt, windowDays);
    const oldest = complaints[0];
    const days = oldest === undefined ? 0 : now.daysSince(oldest.bornAt);
    const values = { complaints: complaints.length, days, windowDays };
    const message = complaints.length > 0 ? 'open' : silent ? 'silent' : 'none';
    return {
      kind: 'measured',
      raw,
      silent,
      evidence: () =>
        evidence(
          message,
          values,
          complaints.map((ticket) => refTo(ticket, ticket.values.subject)),
        ),
    };
  },
});
