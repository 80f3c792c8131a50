/** One dimension of an account, weighed by its readings. */
import type { AskedDimension } from './asked.ts';
import type { AskedSignal } from './read-signal.ts';
import { NOT_CONNECTED, type Reading } from './signal.ts';

/** Points that an unknown reading counts as; null: it does not count. */
export const UNKNOWN_POINTS = { skip: null, neutral: 50, penalise: 0 } as const;

/** Some signals of one dimension, read of one account. */
export interface WeighedDimension {
  readonly asked: AskedDimension;
  /** Of each of its signals; undefined: it is left out. */
  readonly readings: readonly (Reading | undefined)[];
  /** The weights of the signals that count, together. */
  readonly countedWeight: number;
  /** 0..1. */
  readonly coverage: number;
  readonly isConnected: boolean;
  /** A property of the company itself tells something, which is a fact about it. */
  readonly isTold: boolean;
}

/** What a signal counts as, 0..100; null: it does not count. */
function pointsOf({ entry }: AskedSignal, reading: Reading | undefined): number | null {
  if (reading === undefined || entry.weight === 0) return null;
  return reading.kind === 'scored' ? reading.points : UNKNOWN_POINTS[entry.whenUnknown];
}

/** Weighs the readings of a dimension's signals; undefined: the signal is left out. */
export function weighDimension(
  dimension: AskedDimension,
  readings: readonly (Reading | undefined)[],
): WeighedDimension {
  let isTold = false;
  let connectedWeight = 0;
  let knownWeight = 0;
  let countedWeight = 0;
  const { signals } = dimension;
  for (let place = 0; place < signals.length; place += 1) {
    const one = signals[place] as AskedSignal;
    const reading = readings[place];
    if (reading === undefined) continue;
    const isKnown = reading.kind === 'scored';
    const own = one.entry.weight;
    if (isKnown) knownWeight += own;
    if (isKnown || !NOT_CONNECTED.has(reading.reason)) connectedWeight += own;
    if (isKnown && one.isOfCompany) isTold = true;
    if (pointsOf(one, reading) !== null) countedWeight += own;
  }
  return {
    asked: dimension,
    readings,
    countedWeight,
    coverage: connectedWeight === 0 ? 0 : knownWeight / connectedWeight,
    isConnected: connectedWeight > 0 && dimension.weight > 0,
    isTold,
  };
}

/** A sum with the points of each signal of a dimension by what it decides of the whole: of the dimension it does `weight` / `total`. */
export function withPoints(
  sum: number,
  { asked: { signals }, readings, countedWeight }: WeighedDimension,
  weight: number,
  total: number,
): number {
  let points = sum;
  for (let place = 0; place < signals.length; place += 1) {
    const one = signals[place] as AskedSignal;
    const own = pointsOf(one, readings[place]);
    if (own !== null) points += (((one.entry.weight / countedWeight) * weight) / total) * own;
  }
  return points;
}

/** A signal that counts. */
export interface Counted {
  readonly dimension: string;
  readonly key: string;
  readonly reading: Reading;
  /** What it decides of the whole, 0..1. */
  readonly share: number;
  /** 0..100. */
  readonly points: number;
}

/** The signals that count, in the order of the model. */
export function countedOf(dimensions: readonly WeighedDimension[], total: number): readonly Counted[] {
  const list: Counted[] = [];
  for (const { asked: dimension, readings, countedWeight } of dimensions) {
    const { key, weight, signals } = dimension;
    if (weight === 0) continue;
    for (let place = 0; place < signals.length; place += 1) {
      const one = signals[place] as AskedSignal;
      const reading = readings[place];
      const points = pointsOf(one, reading);
      if (reading === undefined || points === null) continue;
      const share = ((one.entry.weight / countedWeight) * weight) / total;
      list.push({ dimension: key, key: one.key, reading, share, points });
    }
  }
  return list;
}

/** The weights of the dimensions in which something counts, together. */
export function totalWeight(dimensions: readonly WeighedDimension[]): number {
  let total = 0;
  for (const { asked: dimension, countedWeight } of dimensions) if (countedWeight > 0) total += dimension.weight;
  return total;
}
