/** Calendar days in one time zone: the only notion of "day" that scoring knows (scoring.md, rule 1). */
export interface Calendar {
  readonly timeZone: string;
  /** The calendar day on which a moment falls, as a whole number of days since 1970-01-01. */
  day(ms: number): number;
  /** The same as YYYY-MM-DD. */
  isoDay(ms: number): string;
  /** The last millisecond of a calendar day given as YYYY-MM-DD. */
  endOfDay(isoDay: string): number;
  /** The same time of day, `days` calendar days earlier, whatever the clocks did meanwhile; ms. */
  daysBefore(ms: number, days: number): number;
  /** The same moment's day, `months` calendar months earlier (a day that the month lacks becomes its last). */
  dayMonthsBefore(ms: number, months: number): number;
}

export const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/**
 * Makes a calendar for an IANA zone. Offsets come from Intl and are remembered per UTC hour, since no zone has changed its
 * offset within one after 1970 but for whole-quarter steps that fall on the hour.
 * @throws RangeError for a zone that Intl does not know.
 */
export function makeCalendar(timeZone: string): Calendar {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const offsets = new Map<number, number>();

  const offsetMs = (ms: number): number => {
    const hour = Math.floor(ms / HOUR_MS);
    const known = offsets.get(hour);
    if (known !== undefined) return known;
    const at = hour * HOUR_MS;
    const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    const local = Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day, part.hour, part.minute, part.second);
    offsets.set(hour, local - at);
    return local - at;
  };
  const day = (ms: number): number => Math.floor((ms + offsetMs(ms)) / DAY_MS);

  return {
    timeZone,
    day,
    isoDay: (ms) => new Date(day(ms) * DAY_MS).toISOString().slice(0, 10),
    // Where the clocks skip midnight, the next day begins after it.
    endOfDay: (isoDay) =>
      Temporal.PlainDate.from(isoDay).add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds - 1,
    daysBefore: (ms, days) => {
      const before = ms - days * DAY_MS;
      return before + offsetMs(ms) - offsetMs(before);
    },
    dayMonthsBefore: (ms, months) => {
      const date = new Date(day(ms) * DAY_MS);
      const first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months, 1));
      const lastOfMonth = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
      return first.getTime() / DAY_MS + Math.min(date.getUTCDate(), lastOfMonth) - 1;
    },
  };
}
