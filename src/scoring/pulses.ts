export const PULSE_VALUES = ['positive', 'neutral', 'negative'] as const;
export type PulseValue = (typeof PULSE_VALUES)[number];

/** What a person said of an account in the app. Times in ms since 1970 UTC. */
export interface Pulse {
  readonly value: PulseValue;
  readonly reason: string;
  /** Also when we learned it. */
  readonly givenAt: number;
  /** The last moment at which it holds. */
  readonly expiresAt: number;
}

const badness = ({ value }: Pulse): number => PULSE_VALUES.indexOf(value);

/**
 * The pulse that was given last by a moment, be it expired or not; null: none yet. The log holds no two of one moment; were there
 * two, the worse would stand, whatever their order.
 */
export function latestPulse(pulses: readonly Pulse[], asOf: number): Pulse | null {
  if (pulses.length === 0) return null;
  const given = pulses.filter(({ givenAt }) => givenAt <= asOf);
  const [latest] = given.toSorted(
    (a, b) =>
      b.givenAt - a.givenAt ||
      badness(b) - badness(a) ||
      b.expiresAt - a.expiresAt ||
      (a.reason === b.reason ? 0 : a.reason < b.reason ? -1 : 1),
  );
  return latest ?? null;
}
