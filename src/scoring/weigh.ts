/**
 * From readings to a score: what counts and how much, by the model alone (scoring.md, Formula). Nothing here looks at an account.
 */
import type { Asked } from './asked.ts';
import { biting } from './caps.ts';
import type { Evidence } from './evidence.ts';
import type { Model } from './model-shape.ts';
import type { AskedSignal } from './read-signal.ts';
import { type Loss, wholePoints } from './receipt.ts';
import type { Reading, Unknown } from './signal.ts';
import {
  type Counted,
  countedOf,
  totalWeight,
  type WeighedDimension,
  weighDimension,
  withPoints,
} from './weigh-dimension.ts';

/** One signal's part in a score. */
export interface SignalResult {
  readonly signal: string;
  readonly dimension: string;
  readonly reading: Reading;
}

export interface DimensionResult {
  readonly key: string;
  /** The model's weight, relative, >= 0. */
  readonly weight: number;
  /** 0..100, not rounded; null where nothing in it counts. */
  readonly score: number | null;
  /** Known signal weight / signal weight of connected signals, 0..1. */
  readonly coverage: number;
}

/** Points lost, and why. The rows' points sum exactly to 100 - score. */
export interface ReceiptEntry {
  /** Signal key, the cap's, or one of `SOURCE_CHANGES`. */
  readonly key: string;
  /** Null: a cap, or what holds an account below healthy because a source came or went. */
  readonly dimension: string | null;
  /** Whole, >= 1. */
  readonly pointsLost: number;
  /** What was found; for a cap that of the signal it looks at; Unknown where the model counts an unknown against the account. */
  readonly cause: Evidence | Unknown;
  /** The signal whose evidence it is; of a source that came or went the row's own key. */
  readonly signal: string;
}

/** What one thing costs, before the points are made whole. */
export interface ExactLoss extends Omit<ReceiptEntry, 'pointsLost'> {
  /** Points, >= 0; those of signals that cost nothing are 0. */
  readonly exact: number;
}

/** How far shares of weights may come out below what they are, in floats. */
const ROUNDING = 1e-9;

/** The reading of a signal; undefined: it is left out. */
export type ReadingOf = (asked: AskedSignal) => Reading | undefined;

type Needed = Pick<Model, 'minimumCoverage' | 'minimumDimensions'>;

/** The readings of one account, weighed. What lies behind it is put together when it is asked for: of past scores, it seldom is. */
export class Weighed {
  /** 0..1. */
  readonly coverage: number;
  /** What is too little for a score; null: it is enough. */
  readonly lacks: 'low_coverage' | 'few_dimensions' | null;
  readonly #asks: Asked;
  readonly #dimensions: readonly WeighedDimension[];

  constructor(asks: Asked, dimensions: readonly WeighedDimension[], needed: Needed) {
    const { coverage, lacks } = enough(dimensions, needed);
    this.coverage = coverage;
    this.lacks = lacks;
    this.#asks = asks;
    this.#dimensions = dimensions;
  }

  get signals(): readonly SignalResult[] {
    return signalsOf(this.#dimensions);
  }

  get dimensions(): readonly DimensionResult[] {
    return this.#dimensions.map((one) => {
      const { asked: dimension, countedWeight, coverage } = one;
      const score = countedWeight === 0 ? null : withPoints(0, one, 1, 1);
      return { key: dimension.key, weight: dimension.weight, score, coverage };
    });
  }

  /** Whether a property of the company itself tells something. */
  get isTold(): boolean {
    return this.#dimensions.some(({ isTold }) => isTold);
  }

  /** By signal, the share of the whole that it decides, 0..1: of those that count, and they sum to 1. */
  shares(): ReadonlyMap<string, number> {
    const counted = countedOf(this.#dimensions, totalWeight(this.#dimensions));
    return new Map(counted.map(({ key, share }) => [key, share]));
  }

  /** What comes of it, where it is enough. */
  outcome(): Outcome {
    return new Outcome(this.#asks, this.#dimensions);
  }
}

/** Weighs the readings of the signals that are asked for. */
export const weigh = (asks: Asked, needed: Needed, readingOf: ReadingOf): Weighed => {
  const weighed = asks.dimensions.map((one) => weighDimension(one, one.signals.map(readingOf)));
  return new Weighed(asks, weighed, needed);
};

/** How much is known of what could be, and whether it is enough for a score. */
function enough(
  weighed: readonly WeighedDimension[],
  { minimumCoverage, minimumDimensions }: Needed,
): Pick<Weighed, 'coverage' | 'lacks'> {
  let connectedWeight = 0;
  let coveredWeight = 0;
  let knownDimensions = 0;
  for (const { asked: dimension, coverage, isConnected } of weighed) {
    if (!isConnected) continue;
    connectedWeight += dimension.weight;
    coveredWeight += dimension.weight * coverage;
    if (coverage > 0) knownDimensions += 1;
  }
  const coverage = connectedWeight === 0 ? 0 : coveredWeight / connectedWeight;
  const isCovered = coverage >= minimumCoverage - ROUNDING;
  const lacks = !isCovered ? 'low_coverage' : knownDimensions < minimumDimensions ? 'few_dimensions' : null;
  return { coverage, lacks };
}

const signalsOf = (weighed: readonly WeighedDimension[]): readonly SignalResult[] =>
  weighed.flatMap(({ asked: { key: dimension, signals }, readings }) =>
    signals.flatMap(({ key: signal }, place) => {
      const reading = readings[place];
      return reading === undefined ? [] : [{ signal, dimension, reading }];
    }),
  );

/** What a signal costs. Its evidence is worked out where somebody is told of it. */
type Cost = Counted & Loss;

const toldOf = ({ key, dimension, reading }: Cost) => ({
  key,
  signal: key,
  dimension,
  cause: reading.kind === 'scored' ? reading.evidence : reading,
});

/** What readings come to. Where the points went is worked out when it is asked for: of past scores, it seldom is. */
export class Outcome {
  /** Whole, 0..100. */
  readonly score: number;
  readonly #dimensions: readonly WeighedDimension[];
  /** The weights of the dimensions in which something counts, together. */
  readonly #total: number;
  /** What the signals come to, not rounded; and rounded, 0..100. */
  readonly #mean: number;
  readonly #rounded: number;
  readonly #bite: ReturnType<typeof biting>;

  constructor(asks: Asked, dimensions: readonly WeighedDimension[]) {
    const total = totalWeight(dimensions);
    let mean = 0;
    for (const one of dimensions) {
      const { weight } = one.asked;
      if (weight > 0) mean = withPoints(mean, one, weight, total);
    }
    this.#dimensions = dimensions;
    this.#total = total;
    this.#mean = mean;
    this.#rounded = Math.min(100, Math.max(0, Math.round(mean)));
    this.#bite = biting(asks, dimensions);
    this.score = Math.min(this.#rounded, this.#bite?.cap.scoreAtMost ?? 100);
  }

  #costs(): readonly Cost[] {
    return countedOf(this.#dimensions, this.#total).map((one) => ({ ...one, exact: one.share * (100 - one.points) }));
  }

  /** The row of the cap that bites, without its points; none where it takes none. */
  #capped(): readonly Omit<ReceiptEntry, 'pointsLost'>[] {
    if (this.#bite === undefined || this.score === this.#rounded) return [];
    const { cap, reading } = this.#bite;
    return [{ key: cap.key, signal: cap.signal, dimension: null, cause: reading.evidence }];
  }

  receipt(): readonly ReceiptEntry[] {
    return [
      ...this.#capped().map((row) => ({ ...row, pointsLost: this.#rounded - this.score })),
      ...wholePoints(this.#costs(), 100 - this.#rounded).map(({ loss, points }) => ({
        ...toldOf(loss),
        pointsLost: points,
      })),
    ];
  }

  losses(): readonly ExactLoss[] {
    return [
      ...this.#costs().map((cost) => ({ ...toldOf(cost), exact: cost.exact })),
      ...this.#capped().map((row) => ({ ...row, exact: this.#mean - this.score })),
    ];
  }
}
