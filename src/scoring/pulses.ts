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

/** The pulse that was given last by a moment, be it expired or not; null: none yet. */
export function latestPulse(pulses: readonly Pulse[], asOf: number): Pulse | null {
  const given = pulses.filter(({ givenAt }) => givenAt <= asOf);
  return given.toSorted((a, b) => a.givenAt - b.givenAt).at(-1) ?? null;
}
