import type { Calendar } from '../scoring/calendar.ts';
import type { Wording } from './make-wording.ts';

/** A point of a company's history, `date` as YYYY-MM-DD in the portal's time zone. */
interface Point {
  readonly date: string;
  readonly replayed: boolean;
  readonly modelVersion: string | null;
}

/** What a person said, ms; an override without a value ends the one before. */
interface Judgement {
  readonly kind: string;
  readonly value: string | null;
  readonly at: number;
}

interface Mark {
  readonly date: string;
  readonly label: string;
}

/** The latest; who changes the model every week reads no list of that. */
const MOST_MARKS = 12;

/**
 * The days of a history from which on something else than the account's own doing made the score or the status: ascending by day. What was
 * before the history's first point is left out.
 */
export function historyMarks(
  wording: Wording,
  computed: { readonly history: readonly Point[]; readonly judgements: readonly Judgement[] },
  calendar: Calendar,
): Mark[] {
  const [first] = computed.history;
  if (first === undefined) return [];
  const marks = [...ofPoints(wording, computed.history), ...ofOverrides(wording, computed.judgements, calendar)];
  return marks
    .filter(({ date }) => date >= first.date)
    .toSorted((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)))
    .slice(-MOST_MARKS);
}

function ofPoints(wording: Wording, points: readonly Point[]): Mark[] {
  const published = points.filter(({ replayed, modelVersion }) => !replayed && modelVersion !== null);
  return published.flatMap(({ date, modelVersion }, index): Mark[] => {
    const before = published[index - 1];
    if (before === undefined) return points[0]?.replayed ? [{ date, label: wording.say('card.mark.published') }] : [];
    if (before.modelVersion === modelVersion) return [];
    return [{ date, label: wording.say('card.mark.model', { version: modelVersion ?? '' }) }];
  });
}

function ofOverrides(wording: Wording, judgements: readonly Judgement[], calendar: Calendar): Mark[] {
  return judgements
    .filter(({ kind }) => kind === 'override')
    .map(({ value, at }) => ({
      date: calendar.isoDay(at),
      label:
        value === null
          ? wording.say('card.mark.override_ended')
          : wording.say('card.mark.override', { status: wording.say(`card.word.${value}`) }),
    }));
}
