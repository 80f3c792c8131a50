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
  /**
   * The first moment of the day that lies `days` - 1 calendar days before a moment's: whatever is not before it lies fewer than `days`
   * days back, by calendar days. The hour that a zone lives through twice around midnight counts as the later of its days.
   */
  daysAgo(ms: number, days: number): number;
  /** The same moment's day, `months` calendar months earlier (a day that the month lacks becomes its last). */
  dayMonthsBefore(ms: number, months: number): number;
}

export const DAY_MS = 86_400_000;
const EPOCH = Temporal.PlainDate.from('1970-01-01');
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
  const holds = ({ from, until }: Stretch, ms: number): boolean => from <= ms && ms < until;
  let latest = stretchAround(0);
  const known = [latest];

  /** Asked for every date of every record: the stretches that were met are remembered, and the latest is tried first. */
  const offsetMs = (ms: number): number => {
    if (holds(latest, ms)) return latest.offsetMs;
    let found = known.find((stretch) => holds(stretch, ms));
    if (found === undefined) {
      found = stretchAround(ms);
      known.push(found);
    }
    latest = found;
    return found.offsetMs;
  };
  const day = (ms: number): number => Math.floor((ms + offsetMs(ms)) / DAY_MS);

  const starts = new Map<number, number>();
  const startOfDay = (number: number): number => {
    const known = starts.get(number);
    if (known !== undefined) return known;
    const { epochMilliseconds } = EPOCH.add({ days: number }).toZonedDateTime(timeZone);
    starts.set(number, epochMilliseconds);
    return epochMilliseconds;
  };

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
    daysAgo: (ms, days) => startOfDay(day(ms) - days + 1),
    dayMonthsBefore: (ms, months) => {
      const date = new Date(day(ms) * DAY_MS);
      const first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months, 1));
      const lastOfMonth = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
      return first.getTime() / DAY_MS + Math.min(date.getUTCDate(), lastOfMonth) - 1;
    },
  };
}
