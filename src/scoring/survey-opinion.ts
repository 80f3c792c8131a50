import { daysBetween } from './account-view.ts';
import type { Calendar } from './calendar.ts';
import { dayOf, type EvidenceValue, evidence } from './evidence.ts';
import { type Answer, givenWithin, worstFirst } from './feedback.ts';
import type { Now } from './now.ts';
import { type Measurement, unknown } from './signal.ts';

/** Answers this close to the latest one belong to the same round of asking. */
const ROUND_DAYS = 30;
/** Less than this share of the scale is no change. */
const CHANGE = 0.1;

interface View {
  readonly now: Now;
  readonly calendar: Calendar;
}

/** The mean of answers' places on their scale, 0..1; an answer weighs half for each half-life that it is older than the latest. */
function weightedMean(answers: readonly Answer[], halfLifeDays: number, calendar: Calendar): number {
  const days = answers.map(({ at }) => calendar.day(at));
  const latest = Math.max(...days);
  const weights = days.map((day) => 0.5 ** ((latest - day) / Math.max(1, halfLifeDays)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return answers.reduce((sum, { share }, index) => sum + share * (weights[index] ?? 0), 0) / total;
}

const meanShare = (answers: readonly Answer[]): number =>
  answers.reduce((sum, { share }) => sum + share, 0) / answers.length;

/**
 * What the answers to one kind of survey amount to: their mean, recent ones weighing more, and where the latest round stands against
 * what was said before it. Answers past the window are no opinion any more.
 *
 * @param answers oldest first.
 * @param hidden whether there may be answers that were not known at the view's moment, and `hiddenAt` when those were given (ms) that
 * there surely are. Those within the window may be the bad ones: without them the others are no mean.
 * @param raw a place on the scale (0..1) in the signal's unit, and `shown` the same for people.
 */
export function surveyOpinion(
  view: View,
  { answers, hidden, hiddenAt }: { answers: readonly Answer[]; hidden: boolean; hiddenAt: readonly number[] },
  settings: { readonly windowDays: number; readonly halfLifeDays: number; readonly minimumAnswers: number },
  { raw, shown }: { raw(share: number): number; shown(share: number): EvidenceValue },
): Measurement {
  const { windowDays, halfLifeDays, minimumAnswers } = settings;
  const recent = givenWithin(answers, windowDays, view.now);
  const last = recent.at(-1);
  if (last === undefined || recent.length < minimumAnswers) {
    if (hidden) return unknown('not_known_then');
    if (last !== undefined) return unknown('too_few', { count: recent.length, minimum: minimumAnswers });
    return answers.length === 0 ? unknown('no_data') : unknown('too_old', { days: windowDays });
  }
  if (hiddenAt.some((at) => view.now.isWithin(at, windowDays))) return unknown('not_known_then');
  const mean = weightedMean(recent, halfLifeDays, view.calendar);
  const tell = () => {
    const inLastRound = ({ at }: Answer) => daysBetween(view.calendar, at, last.at) < ROUND_DAYS;
    const earlier = recent.filter((answer) => !inLastRound(answer));
    const told = { mean: shown(mean), answers: recent.length, last: dayOf(last.at) };
    if (earlier.length === 0) return evidence('one_round', told, worstFirst(recent));
    const now = meanShare(recent.filter(inLastRound));
    const before = meanShare(earlier);
    const change = now - before;
    const trend = Math.abs(change) < CHANGE ? 'steady' : change > 0 ? 'rising' : 'falling';
    return evidence(trend, { ...told, now: shown(now), before: shown(before) }, worstFirst(recent));
  };
  return { kind: 'measured', raw: raw(mean), evidence: tell };
}
