import type { KnownRecord } from './account-view.ts';
import type { Now } from './now.ts';

/** What a signal must read to know whether a ticket was open, and when. */
export const TICKET_READS = { tickets: ['subject', 'createdate', 'closed_date', 'hs_is_closed'] } as const;

/** What tells whether a ticket was open, and when. */
export type Ticket = KnownRecord<'tickets', (typeof TICKET_READS)['tickets'][number]>;

/**
 * Open at the view's moment. A ticket that is closed now on a day nobody recorded counts as closed; one that was reopened may
 * keep the date on which it closed before, and counts as open.
 */
export const isOpen = ({ values }: Ticket): boolean =>
  values.closed_date === null ? values.hs_is_closed !== true : values.hs_is_closed === false;

const BOOKING_MS = 60_000;

/**
 * A ticket that somebody had to work on. One that closes as it is created, within the minute that an automation may take, is a
 * booking (a return, a form), and says nothing of how support went.
 */
export const tookWork = (ticket: Ticket): boolean =>
  isOpen(ticket) || (ticket.values.closed_date ?? ticket.bornAt) - ticket.bornAt > BOOKING_MS;

/** The tickets that took work and were solved fewer than `days` calendar days ago. */
export const solvedWithin = <T extends Ticket>(
  { now, tickets }: { readonly now: Now; readonly tickets: readonly T[] },
  days: number,
): readonly T[] =>
  tickets.filter((ticket) => {
    const closed = ticket.values.closed_date;
    return typeof closed === 'number' && !isOpen(ticket) && tookWork(ticket) && now.isWithin(closed, days);
  });
