import type { CycleProgress } from '@account-health/contract/progress';

const LABELS = { sync: 'Reading', score: 'Scoring', write: 'Writing' } as const;

/** A cycle's progress in words, before they are fitted to a line. */
export interface ProgressText {
  readonly label: string;
  /** Done of this step, 0..1; null while that is not known. */
  readonly share: number | null;
  /** The most important first. */
  readonly parts: readonly string[];
}

/** `compact` says the same in fewer letters. */
export function progressText(progress: CycleProgress, compact = false): ProgressText {
  const { step, records, companies, perSecond, calls, highestBudget, secondsLeft } = progress;
  const [unit, count, expected] =
    step === 'score' || step === 'write'
      ? (['companies', companies.scored, companies.expected] as const)
      : (['records', records.read, records.expected] as const);
  const known = compact
    ? `${number(count)}/${number(expected ?? 0)}`
    : `${number(count)} of ${number(expected ?? 0)} ${unit}`;
  return {
    label: LABELS[step ?? 'sync'],
    share: expected === null ? null : expected === 0 ? 1 : count / expected,
    parts: [
      ...(secondsLeft === null ? [] : [`${duration(secondsLeft)} left`]),
      expected === null ? `${number(count)} ${unit}` : known,
      ...(perSecond === null ? [] : [`${number(Math.round(perSecond))}/s`]),
      `${number(calls.total)} ${calls.total === 1 ? 'call' : 'calls'}`,
      `limit ${percent(highestBudget)}`,
    ],
  };
}

/** One sentence for a log: `Reading: 61 %, 18 s left, 56,300 of 92,000 records, ...`. */
export function progressSentence(progress: CycleProgress): string {
  const { label, share, parts } = progressText(progress);
  return `${label}: ${[...(share === null ? [] : [percent(share)]), ...parts].join(', ')}`;
}

/** Rounded down: not 100 % before the end. */
export const percent = (share: number): string => `${Math.floor(share * 100)} %`;
const number = (value: number): string => value.toLocaleString('en');

/** In steps that suit the estimate: nobody wants to watch seconds over an hour. */
function duration(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  const tens = Math.round(seconds / 10) * 10;
  if (tens < 600) return tens % 60 === 0 ? `${tens / 60} min` : `${Math.floor(tens / 60)} min ${tens % 60} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
