import type { Model } from './model-shape.ts';
import { signalOf } from './model-signals.ts';
import type { ActivityType } from './object-types.ts';
import { once } from './once.ts';
import type { Parts } from './parts.ts';
import { type AskedSignal, asAsked } from './read-signal.ts';

export interface AskedDimension {
  readonly key: string;
  /** The model's, relative, >= 0. */
  readonly weight: number;
  readonly signals: readonly AskedSignal[];
  /** All that any of them looks at. */
  readonly parts: Parts;
}

/** What is read of an account. */
export interface Asked {
  readonly dimensions: readonly AskedDimension[];
  /** The types of records that are looked at, but for companies. */
  readonly types: readonly ActivityType[];
  /** The lowest first. */
  readonly caps: readonly AskedCap[];
}

export interface AskedCap {
  readonly cap: Model['caps'][number];
  /** Whether the bad side of the signal that it looks at is the higher one. */
  readonly lowerIsBetter: boolean;
  /** Where that signal is among the dimensions, and among its dimension's signals; -1: the model does not read it. */
  readonly dimension: number;
  readonly place: number;
}

/**
 * How much of a model is read of an account: every signal of the model, as people see them, and its marks; or only the signals that its
 * score depends on. Both give the same state, score, status, receipt, coverage and dimensions.
 */
export type Extent = 'every_signal' | 'counting_signals';

const asDimension = (key: string, weight: number, signals: readonly AskedSignal[]): AskedDimension => ({
  key,
  weight,
  signals,
  parts: signals.reduce((all, { parts }) => all | parts, 0),
});

/** What a model asks of every account, worked out once. */
export const asked = once((model: Model): Readonly<Record<Extent, Asked>> => {
  const every = Object.entries(model.dimensions).map(([key, { weight, signals }]) =>
    asDimension(
      key,
      weight,
      Object.entries(signals).map(([signal, entry]) => asAsked(signal, signalOf(signal, entry), entry, model)),
    ),
  );
  const capped = new Set(model.caps.map(({ signal }) => signal));
  const counts = ({ key, entry, isOfCompany }: AskedSignal) => entry.weight > 0 || capped.has(key) || isOfCompany;
  const counting = every.map(({ key, weight, signals }) => asDimension(key, weight, signals.filter(counts)));
  const asWhole = (dimensions: readonly AskedDimension[]): Asked => ({
    dimensions,
    types: [...new Set(dimensions.flatMap(({ signals }) => signals.flatMap(({ types }) => types)))],
    caps: asCaps(model.caps, dimensions),
  });
  return { every_signal: asWhole(every), counting_signals: asWhole(counting) };
});

const asCaps = (caps: Model['caps'], dimensions: readonly AskedDimension[]): readonly AskedCap[] =>
  caps
    .toSorted((a, b) => a.scoreAtMost - b.scoreAtMost || (a.key < b.key ? -1 : 1))
    .map((cap) => {
      const isOf = ({ key }: AskedSignal) => key === cap.signal;
      const dimension = dimensions.findIndex(({ signals }) => signals.some(isOf));
      const signals = dimensions[dimension]?.signals ?? [];
      const place = signals.findIndex(isOf);
      return { cap, lowerIsBetter: signals[place]?.signal.better === 'lower', dimension, place };
    });
