import type { KnownRecord } from './account-view.ts';
import type { Calendar } from './calendar.ts';
import { type RecordRef, refTo } from './evidence.ts';
import type { Now } from './now.ts';

/** What a signal must read of survey answers. Without the value or the group some would read better than they are. */
export const FEEDBACK_READS = {
  feedback_submissions: [
    'hs_survey_type',
    'hs_survey_name',
    'hs_value',
    'hs_response_group',
    'hs_submission_timestamp',
  ],
} as const;
export const FEEDBACK_SPARES = { feedback_submissions: ['hs_survey_name'] } as const;

export type Submission = KnownRecord<'feedback_submissions', (typeof FEEDBACK_READS)['feedback_submissions'][number]>;

type SurveyType = 'NPS' | 'CSAT' | 'CES' | 'CUSTOM';

/** HubSpot's own three groups, worst first: its `hs_response_group` is the word, or its place in this list. */
const GROUPS = ['detractor', 'passive', 'promoter'] as const;
type Group = (typeof GROUPS)[number];

/** Whole ratings from `low` to `high`; from where on they are passive, and promoting. */
interface Scale {
  readonly low: number;
  readonly high: number;
  readonly passiveFrom: number;
  readonly promoterFrom: number;
}

const ZERO_TO_TEN: Scale = { low: 0, high: 10, passiveFrom: 7, promoterFrom: 9 };
const ONE_TO_FIVE: Scale = { low: 1, high: 5, passiveFrom: 3, promoterFrom: 4 };

/**
 * First the scale that HubSpot documents for its own surveys (knowledge base, feedback submission properties: CSAT 0, 1, 2; CES
 * 1-3, 4-5, 6-7; NPS 0-6, 7-8, 9-10), then one that portals are told to have.
 */
const SCALES: Readonly<Record<SurveyType, readonly [Scale, ...Scale[]]>> = {
  NPS: [ZERO_TO_TEN],
  CSAT: [{ low: 0, high: 2, passiveFrom: 1, promoterFrom: 2 }, ONE_TO_FIVE],
  CES: [{ low: 1, high: 7, passiveFrom: 4, promoterFrom: 6 }, ONE_TO_FIVE],
  CUSTOM: [ZERO_TO_TEN],
};

/** One answer to a survey, whatever its scale. */
export interface Answer {
  /** Ms since 1970 UTC. */
  readonly at: number;
  /** Place on its scale: 0 the worst, 1 the best. */
  readonly share: number;
  readonly group: Group;
  readonly record: RecordRef;
}

const groupOn = ({ passiveFrom, promoterFrom }: Scale, value: number): Group =>
  value >= promoterFrom ? 'promoter' : value >= passiveFrom ? 'passive' : 'detractor';

const holds = ({ low, high }: Scale, value: number): boolean => value >= low && value <= high;

const shareOn = ({ low, high }: Scale, value: number): number => (value - low) / (high - low);

/** The middle of a group's ratings, for an answer of which only the group is told. */
function middleOf(scale: Scale, group: Group): number {
  const { low, high, passiveFrom, promoterFrom } = scale;
  const ends = {
    detractor: [low, passiveFrom - 1],
    passive: [passiveFrom, promoterFrom - 1],
    promoter: [promoterFrom, high],
  };
  const [from = low, to = high] = ends[group];
  return shareOn(scale, (from + to) / 2);
}

/** The group that HubSpot put an answer in; null where it tells none. */
export function groupTold(told: string | null | undefined): Group | null {
  const name = (told ?? '').trim().toLowerCase();
  return GROUPS.find((group, place) => name === group || name === String(place)) ?? null;
}

/** A value counts on the first scale that holds it and agrees with the group told; else the group alone counts. */
function judged(type: SurveyType, value: number | null, told: Group | null): Pick<Answer, 'share' | 'group'> | null {
  const fits = (scale: Scale): boolean =>
    value !== null && holds(scale, value) && (told === null || groupOn(scale, value) === told);
  const scale = SCALES[type].find(fits);
  if (scale !== undefined && value !== null) return { share: shareOn(scale, value), group: groupOn(scale, value) };
  return told === null ? null : { share: middleOf(SCALES[type][0], told), group: told };
}

/** The account's answers to surveys of one type, oldest first. Answers that tell neither a rating nor a group are left out. */
export function answersTo(type: SurveyType, submissions: readonly Submission[]): readonly Answer[] {
  return submissions.flatMap((record): Answer[] => {
    const {
      hs_survey_type: survey,
      hs_value: value = null,
      hs_response_group: group,
      hs_survey_name: name,
    } = record.values;
    if (survey?.toUpperCase() !== type) return [];
    const judgement = judged(type, value, groupTold(group));
    return judgement === null ? [] : [{ at: record.bornAt, ...judgement, record: refTo(record, name) }];
  });
}

/** A ticket with the rating that it shows. Undefined: not known at the view's moment. */
export interface TicketRating {
  readonly record: RecordRef;
  readonly rating: number | null | undefined;
  /** Null as well where the date is to come. */
  readonly ratedAt: number | null | undefined;
}

/**
 * What tickets were rated, oldest first. HubSpot copies an answer to the ticket it is about, so a rating of a day on which there is an
 * answer to a survey is that answer. One without a date may be of any age, and is left out.
 *
 * @param topRating the least that the best rating may be; the scale is the first from there on that holds every rating.
 */
export function ratingsOf(
  type: 'CSAT' | 'CES',
  tickets: readonly TicketRating[],
  { answers, calendar, topRating = 0 }: { answers: readonly Answer[]; calendar: Calendar; topRating?: number },
): readonly Answer[] {
  const wide = SCALES[type].filter(({ high }) => high >= topRating);
  const rated = tickets.flatMap(({ rating, ratedAt, record }) =>
    typeof rating === 'number' && typeof ratedAt === 'number' && wide.some((each) => holds(each, rating))
      ? [{ rating, at: ratedAt, record }]
      : [],
  );
  const scale = wide.find((each) => rated.every(({ rating }) => holds(each, rating)));
  if (scale === undefined) return [];
  const days = new Set(answers.map(({ at }) => calendar.day(at)));
  return rated
    .filter(({ at }) => !days.has(calendar.day(at)))
    .map(({ rating, at, record }) => ({ at, share: shareOn(scale, rating), group: groupOn(scale, rating), record }))
    .toSorted(byTime);
}

/**
 * The moments (ms) at which tickets were rated, of ratings that are not known at the view's moment; but for those of a day on which there
 * is an answer to a survey, as they are that answer.
 */
export function hiddenRatings(
  tickets: readonly TicketRating[],
  { answers, calendar }: { answers: readonly Answer[]; calendar: Calendar },
): readonly number[] {
  const days = new Set(answers.map(({ at }) => calendar.day(at)));
  return tickets.flatMap(({ rating, ratedAt }) =>
    rating === undefined && typeof ratedAt === 'number' && !days.has(calendar.day(ratedAt)) ? [ratedAt] : [],
  );
}

export const byTime = (a: Answer, b: Answer): number => a.at - b.at || (a.record.id < b.record.id ? -1 : 1);

/** Worst first, of equals the latest. */
export const worstFirst = (answers: readonly Answer[]): readonly RecordRef[] =>
  answers.toSorted((a, b) => a.share - b.share || byTime(b, a)).map(({ record }) => record);

/** Those given fewer than `days` calendar days before the view's moment. */
export const givenWithin = (answers: readonly Answer[], days: number, now: Now): readonly Answer[] =>
  answers.filter(({ at }) => now.isWithin(at, days));
