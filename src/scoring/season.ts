/**
 * Whether an account buys in seasons (scoring.md, Formula): in one part of the year, year after year. The definitions are our own, as
 * we know of no source for accounts with a handful of purchases; they are strict, because an allowance for a season can hide a leaver.
 *
 * - A **lull** is a silence between two purchases of at least a quarter, at least twice the account's mean gap, and at most a year: a
 *   longer one has missed a season.
 * - **Seasonal** is who was in a lull at this time of year in each of the last two years. That takes two years of purchases, and both
 *   lulls ended with a purchase. Only as much silence is the season's as there was both times.
 * - **Possibly seasonal** is who has less than two years of purchases, on at least four days that all fall in the same half of the
 *   year, has been silent through a part of the other half, and has missed no season yet.
 *
 * Days are calendar days since 1970 in the portal's zone, ascending, each once; a year is 365 of them, and a leap day moves nothing
 * that matters here.
 */

import { latest } from './once.ts';

const YEAR_DAYS = 365;
/** A quarter: shorter silences are within what the gaps of a year-round buyer come to. */
const LULL_DAYS = 90;
const LULL_GAPS = 2;
/** Seasons do not begin on the same day each year: this much later than a year before is not yet missed. */
const RETURN_DAYS = 30;
const HALF_YEAR_DAYS = 182;
/** Fewer days of purchases fall close together by chance. */
const LEAST_PURCHASE_DAYS = 4;

interface Lull {
  /** The last day of purchase before it. */
  readonly from: number;
  /** The day on which the account bought again. */
  readonly until: number;
}

const meanGapOf = (days: readonly number[]): number =>
  days.length > 1 ? ((days.at(-1) ?? 0) - (days[0] ?? 0)) / (days.length - 1) : YEAR_DAYS;

const isLong = (silenceDays: number, meanGapDays: number): boolean =>
  silenceDays >= LULL_DAYS && silenceDays >= LULL_GAPS * meanGapDays;

/** They do not change with the day that is asked for. */
const lullsOf = latest((days: readonly number[]): readonly Lull[] => {
  const meanGap = meanGapOf(days);
  const lulls: Lull[] = [];
  days.forEach((until, index) => {
    const from = days[index - 1] ?? until;
    if (isLong(until - from, meanGap) && until - from <= YEAR_DAYS) lulls.push({ from, until });
  });
  return lulls;
});

/**
 * How much of a silence that lasts until `today` is the season's: the shorter of the silences in which the account was at this time
 * of year in each of the last two years, whole days; 0 where it was in none. A season that began counts as not begun for 30 days more.
 * From one day to the next it grows by at most one, so that silence less this never falls.
 */
export function seasonalSilenceDays(days: readonly number[], today: number): number {
  const lulls = lullsOf(days);
  if (lulls.length === 0) return 0;
  const silentBy = [1, 2].map((years) => {
    const then = today - years * YEAR_DAYS;
    const lull = lulls.find(({ from, until }) => from <= then && then < until + RETURN_DAYS);
    return lull === undefined ? 0 : then - lull.from;
  });
  return Math.min(...silentBy);
}

/** Whether the account's present silence is its season's: as long as in both years before, give or take the days of a late return. */
export function isOffSeason(days: readonly number[], today: number): boolean {
  const silence = today - (days.at(-1) ?? today);
  return silence >= LULL_DAYS && silence <= seasonalSilenceDays(days, today) + RETURN_DAYS;
}

/** The days of the year from the first to the last on which the account ever bought, by the year's longest stretch without. */
function seasonDays(days: readonly number[]): number {
  const inYear = [...new Set(days.map((day) => day % YEAR_DAYS))].toSorted((a, b) => a - b);
  const first = inYear[0] ?? 0;
  const stretches = inYear.map((day, index) => (inYear[index + 1] ?? first + YEAR_DAYS) - day);
  return YEAR_DAYS - Math.max(...stretches) + 1;
}

/** Whether a day of purchase has come round, give or take the days of a late return, and the account has not bought since. */
const hasMissedSeason = (days: readonly number[], today: number): boolean => {
  const last = days.at(-1) ?? today;
  return days.some((day) => day + YEAR_DAYS - RETURN_DAYS > last && day + YEAR_DAYS + RETURN_DAYS <= today);
};

/** Days of the year within which a possibly seasonal account buys, 1..182; null: nothing says that it is one, or it can be told. */
export function possibleSeasonDays(days: readonly number[], today: number): number | null {
  const [first] = days;
  if (first === undefined || days.length < LEAST_PURCHASE_DAYS || today - first >= 2 * YEAR_DAYS) return null;
  const season = seasonDays(days);
  const meanGap = meanGapOf(days);
  const silences = [...days.slice(1), today].map((until, index) => until - (days[index] ?? until));
  const wasSilent = silences.some((silence) => isLong(silence, meanGap));
  return season <= HALF_YEAR_DAYS && wasSilent && !hasMissedSeason(days, today) ? season : null;
}
