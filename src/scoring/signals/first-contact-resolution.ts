import { evidence, refTo } from '../evidence.ts';

import { defineSignal, unknown } from '../signal.ts';
import { solvedWithin, TICKET_READS } from '../tickets.ts';

/** The share of solved tickets that were solved at the first contact: not reopened, and nobody had to be contacted twice. */
export const firstContactResolution = defineSignal({
  key: 'first_contact_resolution',
  unit: 'share',
  better: 'higher',
  reads: { tickets: [...TICKET_READS.tickets, 'hs_ticket_reopened_at', 'hs_num_times_contacted'] },
  spares: { tickets: ['subject', 'hs_ticket_reopened_at', 'hs_num_times_contacted'] },
  connectedBy: { tickets: ['hs_ticket_reopened_at', 'hs_num_times_contacted'] },
  settings: { windowDays: 180, minimumTickets: 3 },
  measure(account, { windowDays, minimumTickets }) {
    const solved = solvedWithin(account, windowDays);
    if (solved.length < minimumTickets) return unknown('too_few', { count: solved.length, minimum: minimumTickets });
    // Where the portal counts contacts, a ticket whose count had not been seen yet may have taken many.
    const counts = !account.portal.sources.tickets.missingProperties.includes('hs_num_times_contacted');
    const judged = solved.filter(({ values }) => !counts || values.hs_num_times_contacted !== undefined);
    if (judged.length < minimumTickets) return unknown('not_known_then');
    const again = judged.filter(
      ({ values }) => typeof values.hs_ticket_reopened_at === 'number' || (values.hs_num_times_contacted ?? 0) > 1,
    );
    const raw = 1 - again.length / judged.length;
    const values = {
      first: judged.length - again.length,
      solved: judged.length,
      share: { kind: 'percent', share: raw } as const,
    };
    const records = again.toReversed().map((ticket) => refTo(ticket, ticket.values.subject));
    const message = values.first === 0 ? 'none' : again.length === 0 ? 'all' : 'rate';
    return { kind: 'measured', raw, evidence: () => evidence(message, values, records) };
  },
});
