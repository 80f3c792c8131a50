import type { Calendar } from '../scoring/calendar.ts';
import { dayOf } from '../scoring/evidence.ts';
import type { Wording } from './make-wording.ts';

/** A point of a company's history, `date` as YYYY-MM-DD in the portal's time zone. */
interface Point {
  readonly date: string;
  readonly replayed: boolean;
  readonly modelVersion: string | null;
}

/** The last changes of the model; who changes it every week reads no list of that. */
const MOST_VERSIONS = 3;

/**
 * What must be known to read a history, in sentences: that it was recomputed; or from when on it is as published, which the chart
 * shows by two lines, and from when on by which version of the model, which it does not show.
 */
export function historyNotes(
  wording: Wording,
  points: readonly Point[],
  basis: 'published' | 'recomputed',
  calendar: Calendar,
): string[] {
  const day = ({ date }: Point) => dayOf(calendar.endOfDay(date));
  const last = points.at(-1);
  if (last === undefined) return [];
  if (basis === 'recomputed') return [wording.say('history.recomputed', { version: last.modelVersion ?? '' })];
  const published = points.filter(({ replayed, modelVersion }) => !replayed && modelVersion !== null);
  const [first] = published;
  const seam = first !== undefined && points[0]?.replayed ? [wording.say('history.seam', { since: day(first) })] : [];
  const changed = published.filter((point, index) => {
    const before = published[index - 1];
    return before !== undefined && before.modelVersion !== point.modelVersion;
  });
  const versions = changed
    .slice(-MOST_VERSIONS)
    .map((point) => wording.say('history.model', { since: day(point), version: point.modelVersion ?? '' }));
  return [...seam, ...versions];
}
