import { evidence, refTo } from '../evidence.ts';
import { defineSignal, unknown } from '../signal.ts';
import { isOpen, solvedWithin, TICKET_READS } from '../tickets.ts';

const STATUSES = ['hs_time_to_close_sla_status', 'hs_time_to_first_response_sla_status'] as const;

/**
 * Tickets that missed their service level against those that kept it: missed / (1 + kept), among the open ones and those that were
 * solved lately. Apart from the load of open tickets, for how long a ticket was open can be told of any past day, and an open
 * ticket's service level only of the days since we run: together they would look like a change on the day of the first sync.
 * Before that, what was solved does not speak for an open ticket, whose time may be over: unknown.
 */
export const slaBreaches = defineSignal({
  key: 'sla_breaches',
  unit: 'ratio',
  better: 'lower',
  reads: {
    tickets: [...TICKET_READS.tickets, ...STATUSES],
  },
  spares: { tickets: ['subject', ...STATUSES] },
  connectedBy: { tickets: STATUSES },
  // HubSpot's codes: 0 active, 1 overdue, 2 due soon, 3 completed on time, 4 completed late.
  settings: { windowDays: 90, missedStatuses: ['1', '4'], keptStatuses: ['3'] },
  measure(account, { windowDays, missedStatuses, keptStatuses }) {
    const open = account.tickets.filter(isOpen);
    const judged = [...open, ...solvedWithin(account, windowDays).toReversed()].map((ticket) => ({
      ticket,
      statuses: STATUSES.map((property) => ticket.values[property]),
    }));
    if (judged.length === 0)
      return { kind: 'measured', raw: 0, silent: true, evidence: () => evidence('silent', { windowDays }) };
    // What the portal lacks, or nobody had promised by then, hides nothing.
    const { missingProperties, filledSince } = account.portal.sources.tickets;
    const used = STATUSES.filter((property) => {
      const since = filledSince[property];
      return !missingProperties.includes(property) && since !== undefined && account.now.hasCome(since);
    });
    if (judged.some(({ ticket }) => used.some((property) => ticket.values[property] === undefined)))
      return unknown('not_known_then');
    const promised = judged.filter(({ statuses }) => statuses.some(Boolean));
    if (promised.length === 0) return unknown('no_data');
    const missed = promised.filter(({ statuses }) => statuses.some((status) => missedStatuses.includes(status ?? '')));
    const kept = promised.filter(
      (one) => !missed.includes(one) && one.statuses.some((status) => keptStatuses.includes(status ?? '')),
    );
    const values = {
      missed: missed.length,
      promised: promised.length,
      open: missed.filter(({ ticket }) => isOpen(ticket)).length,
      windowDays,
    };
    const message = missed.length === 0 ? 'kept' : promised.length === 1 ? 'missed_only' : 'missed';
    return {
      kind: 'measured',
      raw: missed.length / (1 + kept.length),
      evidence: () =>
        evidence(
          message,
          values,
          missed.map(({ ticket }) => refTo(ticket, ticket.values.subject)),
        ),
    };
  },
});
