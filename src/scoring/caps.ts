/** The model's caps: what an average must not hide holds the score down, whatever the rest says (scoring.md, rule 8). */
import type { Asked, AskedCap } from './asked.ts';
import type { Model } from './model-shape.ts';
import type { Reading } from './signal.ts';
import type { SignalResult } from './weigh.ts';

/** What a cap comes to for an account. */
export interface CapState {
  readonly cap: Model['caps'][number];
  /** Whether its signal's bad side is the higher one. */
  readonly lowerIsBetter: boolean;
  /** Of the signal that it looks at; undefined: the model does not read it. */
  readonly reading: Reading | undefined;
  /** The reading is at the cap's raw value or beyond: the score is at most the cap's. An unknown one never is. */
  readonly bites: boolean;
}

function capState({ cap, lowerIsBetter }: AskedCap, reading: Reading | undefined): CapState {
  const bites = reading?.kind === 'scored' && (lowerIsBetter ? reading.raw >= cap.from : reading.raw <= cap.from);
  return { cap, lowerIsBetter, reading, bites };
}

/** Every cap, the lowest first. */
export const capStates = ({ caps }: Asked, signals: readonly SignalResult[]): readonly CapState[] =>
  caps.map((one) => capState(one, signals.find(({ signal }) => signal === one.cap.signal)?.reading));

/** The lowest cap that bites, with the reading that it looks at; undefined where none does. */
export function biting(
  { caps }: Asked,
  dimensions: readonly { readonly readings: readonly (Reading | undefined)[] }[],
) {
  for (const one of caps) {
    const { cap, reading, bites } = capState(one, dimensions[one.dimension]?.readings[one.place]);
    if (bites && reading?.kind === 'scored') return { cap, reading };
  }
  return undefined;
}
