import type { Calendar } from '../scoring/calendar.ts';

const DUE_HOUR = 9;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** When a task is due: at nine in the portal's zone, so many days from now; today, once that is over, in an hour. Whole minutes, ms. */
export function dueMoment(now: number, dueInDays: number, { timeZone }: Calendar): number {
  const today = Temporal.Instant.fromEpochMilliseconds(Math.floor(now)).toZonedDateTimeISO(timeZone).toPlainDate();
  const plainTime = new Temporal.PlainTime(DUE_HOUR);
  const due = today.add({ days: dueInDays }).toZonedDateTime({ timeZone, plainTime }).epochMilliseconds;
  return due > now ? due : Math.ceil((now + HOUR_MS) / MINUTE_MS) * MINUTE_MS;
}
