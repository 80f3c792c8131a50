/** A company's weekly scores over any period: as they were published, replayed for the time before, or recomputed throughout. */
import { InputError } from '../errors.ts';
import type { Calendar } from '../scoring/calendar.ts';
import { recomputedAt } from '../scoring/recompute.ts';
import { type Past, type PastScore, pastScoreAt, pastScores } from '../scoring/replay.ts';

/** A period of calendar days (YYYY-MM-DD) in the portal's time zone. `from` left out: 52 weeks; `to` left out: up to the latest cycle. */
export interface Period {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Longer than HubSpot has kept anything. */
const MOST_WEEKS = 1_100;
const STANDARD_WEEKS = 52;

/**
 * The moments of a period that lie whole weeks before its end, oldest first; ms. The end is `asOf` (that of the latest cycle), or
 * the close of the last day where that is earlier.
 * @throws InputError where the period ends before it begins, or begins after `asOf`, or is absurdly long.
 */
export function weeksOf(calendar: Calendar, asOf: number, { from, to }: Period): readonly number[] {
  const end = to === undefined ? asOf : Math.min(calendar.endOfDay(to), asOf);
  const first = from === undefined ? undefined : calendar.day(calendar.endOfDay(from));
  const days = first === undefined ? STANDARD_WEEKS * 7 : calendar.day(end) - first;
  if (days < 0)
    throw new InputError(
      `--from ${from} lies after ${to === undefined ? 'the latest cycle, of' : '--to, or after the latest cycle, of'} ${calendar.isoDay(end)}. Give an earlier date.`,
    );
  const weeks = Math.floor(days / 7);
  if (weeks > MOST_WEEKS)
    throw new InputError(`--from ${from} is more than ${MOST_WEEKS} weeks back. Give a later date.`);
  return Array.from({ length: weeks + 1 }, (_, index) => calendar.daysBefore(end, (weeks - index) * 7));
}

/** A week's score, and how it came about. */
export interface HistoryLine extends PastScore {
  readonly basis: 'published' | 'replayed' | 'recomputed';
  /** Of a recomputed one, what was published then, where that is something else. Left out: the same, or nothing was published yet. */
  readonly published?: PastScore;
}

/** The lines of these moments, without those at which the company was no customer. */
export function historyLines(past: Past, moments: readonly number[]): readonly HistoryLine[] {
  const scores = moments.map(pastScores(past));
  return scores.filter(isCustomer).map(({ replayed, ...score }): HistoryLine => {
    return { ...score, basis: replayed ? 'replayed' : 'published' };
  });
}

/** The same, each recomputed with the model of today and what is known at `now`, ms. */
export const recomputedLines = (past: Past, moments: readonly number[], now: number): readonly HistoryLine[] =>
  moments.flatMap((at) => {
    const score = recomputedAt(past, at, now);
    const before = past.publishedSince !== null && at >= past.publishedSince ? pastScoreAt(past, at) : undefined;
    const differs = before !== undefined && (before.score !== score.score || before.status !== score.status);
    if (!isCustomer(score) && !(differs && isCustomer(before))) return [];
    if (!differs) return [{ ...score, basis: 'recomputed' as const }];
    const { replayed: _, ...published } = before;
    return [{ ...score, basis: 'recomputed' as const, published }];
  });

const isCustomer = ({ status }: PastScore): boolean => status !== 'not_customer';
