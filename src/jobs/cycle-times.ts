import type { Schedule } from '@account-health/contract/settings';
import { nextTicks, tickSpacing } from './ticks.ts';

const HOUR_MS = 3_600_000;

/** When a portal's cycles start: so long after each tick of a cron expression in the portal's time zone. */
export interface CycleTimes {
  readonly expression: string;
  /** Ms, 0 up to an hour, and never as long as the time between two ticks. */
  readonly afterTickMs: number;
}

/**
 * By what the portal's admins set, or else by the service's own schedule; at the portal's place within the hour, so that many portals do
 * not begin at once. On the one night of the year in which the clocks skip its hour, a schedule by the hour of the day has no start.
 */
export function cycleTimes(given: {
  /** Null: the portal's admins set none. */
  readonly schedule: Schedule | null;
  /** The service's cron expression. */
  readonly fallback: string;
  readonly timeZone: string;
  /** 0 up to 1. */
  readonly place: number;
}): CycleTimes {
  const { schedule, fallback, timeZone, place } = given;
  const expression = schedule === null ? fallback : cronOf(schedule);
  const spacing = Math.min(HOUR_MS, tickSpacing(expression, timeZone) ?? 0);
  return { expression, afterTickMs: Math.floor(place * spacing) };
}

/** Its ticks, in the portal's time zone. */
export function cronOf({ every, atHour }: Schedule): string {
  switch (every) {
    case 'hourly':
      return '0 * * * *';
    case 'every_4_hours':
      return '0 */4 * * *';
    case 'twice_a_day':
      return `0 ${[atHour, (atHour + 12) % 24].toSorted((a, b) => a - b).join(',')} * * *`;
    case 'daily':
      return `0 ${atHour} * * *`;
  }
}

/** When runs by these times start next, ms since 1970 UTC, ascending. */
export const nextStarts = (
  { expression, afterTickMs }: CycleTimes,
  timeZone: string,
  count: number,
): readonly number[] => nextTicks(expression, timeZone, count).map((tick) => tick + afterTickMs);
