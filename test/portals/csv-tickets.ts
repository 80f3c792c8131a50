/** What the ticket rows of one company say at the close of a day: arithmetic of its own, none of the product's. */
import { type CsvAccount, DAY_MS, dayNumber, type TicketRow } from './csv-account.ts';

const wasOpen = ({ created, closed }: TicketRow, at: number): boolean =>
  created <= at && (closed === null || closed > at);

/** Ids of the tickets that were open, oldest first. */
export const openTicketIds = ({ tickets }: CsvAccount, at: number): readonly string[] =>
  tickets
    .filter((ticket) => wasOpen(ticket, at))
    .sort((a, b) => (a.created !== b.created ? a.created - b.created : a.id < b.id ? -1 : 1))
    .map(({ id }) => id);

/** How many were open on average, by twelve looks at it, each 30 days before the next. */
export function usuallyOpen({ tickets }: CsvAccount, at: number): number {
  let open = 0;
  for (let month = 1; month <= 12; month += 1)
    for (const ticket of tickets) if (wasOpen(ticket, at - month * 30 * DAY_MS)) open += 1;
  return open / 12;
}

/** True where an open ticket is more than `days` calendar days old. */
export const hasOpenOlderThan = ({ tickets }: CsvAccount, at: number, days: number): boolean =>
  tickets.some((ticket) => wasOpen(ticket, at) && dayNumber(at) - dayNumber(ticket.created) > days);

/** True where a ticket of the last `days` days took more than a minute, or is open: the account used support. */
export const usedSupport = ({ tickets }: CsvAccount, at: number, days: number): boolean =>
  tickets.some((ticket) => {
    if (ticket.created > at || dayNumber(at) - dayNumber(ticket.created) >= days) return false;
    return wasOpen(ticket, at) || (ticket.closed ?? 0) - ticket.created > 60_000;
  });
