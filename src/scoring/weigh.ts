/**
 * From readings to a score: what counts and how much, by the model alone (scoring.md, Formula). Nothing here looks at an account.
 */
import { biting } from './caps.ts';
import type { Evidence } from './evidence.ts';
import type { Model } from './model-shape.ts';
import { signalOf } from './model-signals.ts';
import { once } from './once.ts';
import { type AskedSignal, asAsked } from './read-signal.ts';
import { type Loss, wholePoints } from './receipt.ts';
import { NOT_CONNECTED, type Reading, type Unknown } from './signal.ts';

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

/** Points that an unknown reading counts as; null: it does not count. */
export const UNKNOWN_POINTS = { skip: null, neutral: 50, penalise: 0 } as const;

/** A signal that counts. */
interface Counted {
  readonly signal: string;
  readonly dimension: string;
  readonly reading: Reading;
  /** Share of its dimension among what counts, 0..1. */
  readonly weight: number;
  readonly points: number;
}

interface AskedDimension {
  readonly key: string;
  readonly weight: number;
  readonly signals: readonly AskedSignal[];
}

export interface Asked {
  readonly dimensions: readonly AskedDimension[];
  /** The lowest first. */
  readonly caps: readonly { readonly cap: Model['caps'][number]; readonly lowerIsBetter: boolean }[];
}

/**
 * What is read of an account: every signal of the model, as people see them, and its marks; or only the signals that its score depends
 * on. Both give the same state, score, status, receipt, coverage and dimensions.
 */
export type Extent = 'every_signal' | 'counting_signals';

/** What a model asks of every account, worked out once. */
export const asked = once((model: Model): Readonly<Record<Extent, Asked>> => {
  const every = Object.entries(model.dimensions).map(([key, { weight, signals }]) => ({
    key,
    weight,
    signals: Object.entries(signals).map(([signalKey, entry]) =>
      asAsked(signalKey, signalOf(signalKey, entry), entry, model),
    ),
  }));
  const capped = new Set(model.caps.map(({ signal }) => signal));
  const counts = ({ key, entry, isOfCompany }: AskedSignal) => entry.weight > 0 || capped.has(key) || isOfCompany;
  const counting = every.map((dimension) => ({ ...dimension, signals: dimension.signals.filter(counts) }));
  const all = every.flatMap(({ signals }) => signals);
  const caps = model.caps
    .toSorted((a, b) => a.scoreAtMost - b.scoreAtMost || (a.key < b.key ? -1 : 1))
    .map((cap) => ({ cap, lowerIsBetter: all.find(({ key }) => key === cap.signal)?.signal.better === 'lower' }));
  return { every_signal: { dimensions: every, caps }, counting_signals: { dimensions: counting, caps } };
});

/** Some signals of one dimension, read of one account. */
interface WeighedDimension {
  readonly result: DimensionResult;
  /** The signals that count, by their shares of the dimension. */
  readonly counted: readonly Counted[];
  readonly isConnected: boolean;
  /** A property of the company itself tells something, which is a fact about it. */
  readonly isTold: boolean;
}

/** The reading of a signal; undefined: it is left out. */
export type ReadingOf = (asked: AskedSignal) => Reading | undefined;

function weighDimension(
  { key, weight, signals }: AskedDimension,
  readingOf: ReadingOf,
  results: SignalResult[],
): WeighedDimension {
  const counted: { signal: string; dimension: string; reading: Reading; weight: number; points: number }[] = [];
  let isTold = false;
  let connectedWeight = 0;
  let knownWeight = 0;
  let countedWeight = 0;
  for (const one of signals) {
    const reading = readingOf(one);
    if (reading === undefined) continue;
    results.push({ signal: one.key, dimension: key, reading });
    const isKnown = reading.kind === 'scored';
    const own = one.entry.weight;
    if (isKnown) knownWeight += own;
    if (isKnown || !NOT_CONNECTED.has(reading.reason)) connectedWeight += own;
    if (isKnown && one.isOfCompany) isTold = true;
    const points = isKnown ? reading.points : UNKNOWN_POINTS[one.entry.whenUnknown];
    if (points === null || own === 0) continue;
    counted.push({ signal: one.key, dimension: key, reading, weight: own, points });
    countedWeight += own;
  }
  let score = 0;
  for (const part of counted) {
    part.weight /= countedWeight;
    score += part.weight * part.points;
  }
  return {
    result: {
      key,
      weight,
      score: counted.length === 0 ? null : score,
      coverage: connectedWeight === 0 ? 0 : knownWeight / connectedWeight,
    },
    counted,
    isConnected: connectedWeight > 0 && weight > 0,
    isTold,
  };
}

/** The readings of one account, weighed. */
export interface Weighed {
  readonly signals: readonly SignalResult[];
  readonly dimensions: readonly DimensionResult[];
  /** 0..1. */
  readonly coverage: number;
  /** Whether a property of the company itself tells something. */
  readonly isTold: boolean;
  /** By signal, the share of the whole that it decides, 0..1: of those that count, and they sum to 1. */
  shares(): ReadonlyMap<string, number>;
  /** What is too little for a score; null: it is enough. */
  readonly lacks: 'low_coverage' | 'few_dimensions' | null;
  /** What comes of it, where it is enough. */
  outcome(): Outcome;
}

/** What readings come to. Where the points went is worked out when it is asked for: of past scores, it seldom is. */
export interface Outcome {
  /** Whole, 0..100. */
  readonly score: number;
  receipt(): readonly ReceiptEntry[];
  losses(): readonly ExactLoss[];
}

/** Weighs the readings of the signals that are asked for. */
export function weigh(
  asks: Asked,
  { minimumCoverage, minimumDimensions }: Pick<Model, 'minimumCoverage' | 'minimumDimensions'>,
  readingOf: ReadingOf,
): Weighed {
  const signals: SignalResult[] = [];
  const weighed = asks.dimensions.map((dimension) => weighDimension(dimension, readingOf, signals));
  let connectedWeight = 0;
  let coveredWeight = 0;
  let knownDimensions = 0;
  for (const { result, isConnected } of weighed) {
    if (!isConnected) continue;
    connectedWeight += result.weight;
    coveredWeight += result.weight * result.coverage;
    if (result.coverage > 0) knownDimensions += 1;
  }
  const coverage = connectedWeight === 0 ? 0 : coveredWeight / connectedWeight;
  return {
    signals,
    dimensions: weighed.map(({ result }) => result),
    coverage,
    isTold: weighed.some(({ isTold }) => isTold),
    lacks:
      coverage < minimumCoverage - ROUNDING
        ? 'low_coverage'
        : knownDimensions < minimumDimensions
          ? 'few_dimensions'
          : null,
    shares: () => sharesOf(weighed),
    outcome: () => outcomeOf(asks, weighed, signals),
  };
}

/** The dimensions in which something counts, and their weights together. */
function countingOf(weighed: readonly WeighedDimension[]) {
  const counting = weighed.filter(({ result, counted }) => counted.length > 0 && result.weight > 0);
  let total = 0;
  for (const { result } of counting) total += result.weight;
  return { counting, total };
}

function sharesOf(weighed: readonly WeighedDimension[]): ReadonlyMap<string, number> {
  const { counting, total } = countingOf(weighed);
  return new Map(
    counting.flatMap(({ result, counted }) =>
      counted.map(({ signal, weight }) => [signal, (weight * result.weight) / total] as const),
    ),
  );
}

/** What a signal costs. Its evidence is worked out where somebody is told of it. */
interface Cost extends Loss {
  readonly dimension: string;
  readonly reading: Reading;
}

const toldOf = ({ key, dimension, reading }: Cost) => ({
  key,
  signal: key,
  dimension,
  cause: reading.kind === 'scored' ? reading.evidence : reading,
});

function outcomeOf(asks: Asked, weighed: readonly WeighedDimension[], signals: readonly SignalResult[]): Outcome {
  const { counting, total } = countingOf(weighed);
  let mean = 0;
  for (const { result, counted } of counting)
    for (const { weight, points } of counted) mean += ((weight * result.weight) / total) * points;
  const rounded = Math.min(100, Math.max(0, Math.round(mean)));
  const bite = biting(asks, signals);
  const score = Math.min(rounded, bite?.cap.scoreAtMost ?? 100);

  const costs = (): readonly Cost[] =>
    counting.flatMap(({ result: { weight: whole }, counted }) =>
      counted.map(({ signal: key, dimension, reading, weight, points }) => {
        const exact = ((weight * whole) / total) * (100 - points);
        return { key, dimension, reading, exact };
      }),
    );
  const capped = () =>
    bite === undefined || score === rounded
      ? []
      : [{ key: bite.cap.key, signal: bite.cap.signal, dimension: null, cause: bite.reading.evidence }];
  return {
    score,
    receipt: () => [
      ...capped().map((row) => ({ ...row, pointsLost: rounded - score })),
      ...wholePoints(costs(), 100 - rounded).map(({ loss, points }) => ({ ...toldOf(loss), pointsLost: points })),
    ],
    losses: () => [
      ...costs().map((cost) => ({ ...toldOf(cost), exact: cost.exact })),
      ...capped().map((row) => ({ ...row, exact: mean - score })),
    ],
  };
}
