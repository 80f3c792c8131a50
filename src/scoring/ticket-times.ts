import type { KnownRecord } from './account-view.ts';
import { evidence, lasting, refTo } from './evidence.ts';
import { median } from './median.ts';
import type { Now } from './now.ts';
import { type PortalContext, quarterOf, type TicketMedians } from './portal-context.ts';
import { type Measurement, unknown } from './signal.ts';

/** A ticket and how long something of it took, ms, above 0. */
export interface TimedTicket {
  readonly ticket: KnownRecord<'tickets', 'subject'>;
  readonly ms: number;
}

/**
 * The median of the account's times over what is usual in the portal: 1 is usual, 2 takes twice as long. Unknown below a minimum
 * of tickets, of the account or of the portal. The tickets that took longer than usual are named, slowest first.
 */
export function againstPortal(
  { now, portal }: { readonly now: Now; readonly portal: PortalContext },
  what: keyof TicketMedians,
  timed: readonly TimedTicket[],
  { minimumTickets, portalTickets }: { readonly minimumTickets: number; readonly portalTickets: number },
): Measurement {
  const own = median(timed.map(({ ms }) => ms));
  if (own === null || timed.length < minimumTickets)
    return unknown('too_few', { count: timed.length, minimum: minimumTickets });
  const usual = portal.ticketMedians[quarterOf(now.ms)]?.[what] ?? null;
  if (usual === null || usual.tickets < portalTickets)
    return unknown('no_norm', { count: usual?.tickets ?? 0, minimum: portalTickets });
  const slow = timed.filter(({ ms }) => ms > usual.ms).toSorted((a, b) => b.ms - a.ms);
  const values = { tickets: timed.length, own: lasting(own), usual: lasting(usual.ms) };
  const records = slow.map(({ ticket }) => refTo(ticket, ticket.values.subject));
  return { kind: 'measured', raw: own / usual.ms, evidence: () => evidence('compared', values, records) };
}
