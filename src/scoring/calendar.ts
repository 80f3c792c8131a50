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
/** Until 2059. */
const REMEMBERED_DAYS = 32_768;
/** A time in which the zone's clocks were not changed. Ms since 1970 UTC; `until` is the first moment after it. */
interface Stretch {
  readonly from: number;
  readonly until: number;
  /** Local time less UTC. */
  readonly offsetMs: number;
}

/**
 * Makes a calendar for an IANA zone.
 * @throws RangeError for a zone that is not known.
 */
export function makeCalendar(timeZone: string): Calendar {
  const stretchAround = (ms: number): Stretch => {
    const at = Temporal.Instant.fromEpochMilliseconds(Math.floor(ms)).toZonedDateTimeISO(timeZone);
    // The change that the moment itself falls on is the beginning of its stretch.
    const from = at.add({ milliseconds: 1 }).getTimeZoneTransition('previous')?.epochMilliseconds;
    const until = at.getTimeZoneTransition('next')?.epochMilliseconds;
    return {
      from: from ?? Number.NEGATIVE_INFINITY,
      until: until ?? Number.POSITIVE_INFINITY,
      offsetMs: at.offsetNanoseconds / 1e6,
    };
  };
  const known = [stretchAround(0)];
  /** The offset of each UTC day from 1970 on that has only one, and 1 more; 0: not looked for yet, or it has two. */
  const ofDays = new Int32Array(REMEMBERED_DAYS);

  /** Asked for every date of every record. */
  const offsetMs = (ms: number): number => {
    const utcDay = Math.floor(ms / DAY_MS);
    const remembered = ofDays[utcDay];
    return remembered ? remembered - 1 : findOffset(ms, utcDay);
  };
  function findOffset(ms: number, utcDay: number): number {
    let around = known.find(({ from, until }) => from <= ms && ms < until);
    if (around === undefined) {
      around = stretchAround(ms);
      known.push(around);
    }
    if (around.from <= utcDay * DAY_MS && (utcDay + 1) * DAY_MS <= around.until) ofDays[utcDay] = around.offsetMs + 1;
    return around.offsetMs;
  }
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
