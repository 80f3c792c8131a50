import type { HealthScore } from '../scoring/score.ts';

/** Counts, company by company, of how many customers each signal is known; memory does not grow with the portal. */
export interface KnownSignals {
  take(health: HealthScore): void;
  /** By signal, of the customers of whom it was read, the share of whom it is known: 0..1, to three digits. */
  shares(): Readonly<Record<string, number>>;
}

export function makeKnownSignals(): KnownSignals {
  const counts = new Map<string, { read: number; known: number }>();
  return {
    take(health) {
      if (health.state === 'not_customer') return;
      for (const { signal, reading } of health.signals) {
        const count = counts.get(signal) ?? { read: 0, known: 0 };
        count.read += 1;
        if (reading.kind === 'scored') count.known += 1;
        if (count.read === 1) counts.set(signal, count);
      }
    },
    shares: () =>
      Object.fromEntries(
        [...counts].map(([signal, { read, known }]) => [signal, Math.round((known / read) * 1000) / 1000]),
      ),
  };
}
