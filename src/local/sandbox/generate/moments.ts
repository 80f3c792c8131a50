import type { Random } from './prng.ts';

/** Times are ms since 1970 UTC throughout the generator. */
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const YEAR = 365 * DAY;
export const MONTH = YEAR / 12;

/** How far back the generated mail, tickets and invoices go. */
export const WINDOW = 24 * MONTH;

/** As HubSpot sends times. */
export const iso = (time: number): string => new Date(time).toISOString();

export const startOfDay = (time: number): number => Math.floor(time / DAY) * DAY;

/** The same day, or the Friday before where it falls on a weekend, at some minute between 8 and 18 o'clock UTC. */
export function officeMoment(random: Random, time: number): number {
  const day = startOfDay(time);
  const weekday = new Date(day).getUTCDay();
  const back = weekday === 0 ? 2 : weekday === 6 ? 1 : 0;
  return day - back * DAY + random.whole(8 * 60, 18 * 60) * 60_000;
}

/**
 * Moments in office hours, month (30.4 days) by month: as many as happen `perMonth` times a month on average, which is asked
 * with each month's start.
 */
export function* officeMoments(
  random: Random,
  period: { readonly from: number; readonly until: number },
  perMonth: (start: number) => number,
): Generator<number> {
  const { from, until } = period;
  for (let start = from; start < until; start += MONTH) {
    for (let left = random.count(perMonth(start)); left > 0; left -= 1) {
      const moment = start + random.next() * MONTH;
      if (moment < until) yield officeMoment(random, moment);
    }
  }
}
