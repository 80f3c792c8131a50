import type { FullView } from './account-view.ts';
import { bandOf, bandsOf } from './bands.ts';
import { eligibility } from './eligibility.ts';
import type { Evidence } from './evidence.ts';
import { type Mark, marksOf } from './marks.ts';
import type { Model } from './model-shape.ts';
import { signalOf } from './model-signals.ts';
import { activityTypes } from './portal-context.ts';
import { readSignal } from './read-signal.ts';
import { readable, type ViewOf } from './readable.ts';
import { wholePoints } from './receipt.ts';
import { modelFor } from './segments.ts';
import { NOT_CONNECTED, type Reading, type Signal, type Unknown } from './signal.ts';
import { sourceHold } from './source-change.ts';

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

interface Measured {
  /** The segment of the model whose rules held; null: none, the model as it stands. */
  readonly segment: string | null;
  /** 0..1. */
  readonly coverage: number;
  readonly dimensions: readonly DimensionResult[];
  readonly signals: readonly SignalResult[];
  /** Counts for nothing. */
  readonly marks: readonly Mark[];
}

export type HealthScore =
  | ({
      readonly state: 'scored';
      /** Whole, 0..100. */
      readonly score: number;
      readonly status: 'healthy' | 'at_risk' | 'unhealthy';
      readonly receipt: readonly ReceiptEntry[];
    } & Measured)
  | ({ readonly state: 'unknown'; readonly reason: 'no_facts' | 'low_coverage' | 'few_dimensions' } & Measured)
  | {
      readonly state: 'not_customer';
      readonly reason: string;
      /** When it left, ms. Only of one that churned. */
      readonly leftAt?: number;
    };

/** How far shares of weights may come out below what they are, in floats. */
const ROUNDING = 1e-9;

/** Points that an unknown reading counts as; null: it does not count. */
const UNKNOWN_POINTS = { skip: null, neutral: 50, penalise: 0 } as const;

interface Counted {
  readonly signal: string;
  readonly dimension: string;
  readonly reading: Reading;
  /** Share of its dimension among what counts, 0..1. */
  readonly weight: number;
  readonly points: number;
}

function readDimension(key: string, dimension: Model['dimensions'][string], viewOf: ViewOf, model: Model) {
  const read = Object.entries(dimension.signals).map(([signalKey, entry]) => {
    const signal = signalOf(signalKey, entry);
    return {
      signal: signalKey,
      dimension: key,
      entry,
      reading: readSignal(signal, entry, viewOf(signal), model),
      definition: signal,
    };
  });
  const weightOf = (list: typeof read) => list.reduce((sum, { entry }) => sum + entry.weight, 0);
  const connected = read.filter(({ reading }) => reading.kind === 'scored' || !NOT_CONNECTED.has(reading.reason));
  const known = connected.filter(({ reading }) => reading.kind === 'scored');
  const counted = read.flatMap(({ signal, entry, reading }): Counted[] => {
    const points = reading.kind === 'scored' ? reading.points : UNKNOWN_POINTS[entry.whenUnknown];
    return points === null || entry.weight === 0
      ? []
      : [{ signal, dimension: key, reading, weight: entry.weight, points }];
  });
  const total = counted.reduce((sum, { weight }) => sum + weight, 0);
  const shares = counted.map((part) => ({ ...part, weight: part.weight / total }));
  const connectedWeight = weightOf(connected);
  const result: DimensionResult = {
    key,
    weight: dimension.weight,
    score: shares.length === 0 ? null : shares.reduce((sum, { weight, points }) => sum + weight * points, 0),
    coverage: connectedWeight === 0 ? 0 : weightOf(known) / connectedWeight,
  };
  return {
    result,
    shares,
    connected: connectedWeight > 0 && dimension.weight > 0,
    signals: read.map(({ signal, dimension: of, reading }) => ({ signal, dimension: of, reading })),
    // What a property of the company itself tells is a fact about it.
    isTold: read.some(({ definition, reading }) => reading.kind === 'scored' && isOfCompany(definition)),
    worse: read.flatMap(({ signal, definition }) => (definition.better === 'lower' ? [signal] : [])),
  };
}

const isOfCompany = ({ reads }: Signal): boolean => Object.keys(reads).every((type) => type === 'companies');

/** The lowest cap that bites, with the signal's evidence; undefined where none does. */
function biting(model: Model, signals: readonly SignalResult[], lowerIsBetter: ReadonlySet<string>) {
  return model.caps
    .flatMap((cap) => {
      const reading = signals.find(({ signal }) => signal === cap.signal)?.reading;
      if (reading?.kind !== 'scored') return [];
      const lower = lowerIsBetter.has(cap.signal);
      return (lower ? reading.raw >= cap.from : reading.raw <= cap.from) ? [{ cap, evidence: reading.evidence }] : [];
    })
    .toSorted((a, b) => a.cap.scoreAtMost - b.cap.scoreAtMost || (a.cap.key < b.cap.key ? -1 : 1))[0];
}

/** The health score of one account at the view's moment, with its receipt (scoring.md, Rules and Formula). */
export function scoreAccount(account: FullView, whole: Model): HealthScore {
  const seen = readable(account);
  const health = scoreFreely(account, whole, () => seen);
  return isHealthy(health) ? heldBack(health, account, whole) : health;
}

type Scored = Extract<HealthScore, { state: 'scored' }>;

const isHealthy = (health: HealthScore): health is Scored => health.state === 'scored' && health.status === 'healthy';

/** A healthy score, held just below where it is healthy only because a source came or went (rule 3). */
function heldBack(health: Scored, account: FullView, whole: Model): Scored {
  const hold = sourceHold(account, (as, viewOf) => isHealthy(scoreFreely(as, whole, viewOf)));
  const bands = bandsOf(whole, account.portal);
  const score = bands.healthyFrom - 1;
  // Where quartiles call a score of 0 healthy there is nothing below it.
  if (hold === null || score < 0) return health;
  const { key, evidence: cause } = hold;
  const row = { key, signal: key, dimension: null, pointsLost: health.score - score, cause };
  return { ...health, score, status: bandOf(bands, score), receipt: [row, ...health.receipt] };
}

/** The score that nothing holds, each signal seeing the account in a view of its own. */
function scoreFreely(account: FullView, whole: Model, viewOf: ViewOf): HealthScore {
  const eligible = eligibility(account, whole);
  if (!eligible.customer) {
    const { customer: _, ...why } = eligible;
    return { state: 'not_customer', ...why };
  }
  const { model, segment } = modelFor(account, whole);

  const read = Object.entries(model.dimensions).map(([key, dimension]) => readDimension(key, dimension, viewOf, model));
  const dimensions = read.map(({ result }) => result);
  const signals = read.flatMap((part) => part.signals);
  const connected = read.filter((part) => part.connected).map(({ result }) => result);
  const weightOf = (list: readonly DimensionResult[]) => list.reduce((sum, { weight }) => sum + weight, 0);
  const coverage =
    connected.length === 0
      ? 0
      : connected.reduce((sum, { weight, coverage: share }) => sum + weight * share, 0) / weightOf(connected);
  const marks = marksOf(readable(account));
  const measured: Measured = { segment, coverage, dimensions, signals, marks };

  if (
    activityTypes(account.portal).every((type) => (account[type] ?? []).length === 0) &&
    account.usage.length === 0 &&
    !read.some(({ isTold }) => isTold)
  ) {
    // What stays silent about everybody says nothing of this account: no dimension is shown as if it did.
    const blank = dimensions.map((dimension) => ({ ...dimension, score: null, coverage: 0 }));
    return { state: 'unknown', reason: 'no_facts', segment, coverage: 0, dimensions: blank, signals, marks };
  }
  if (coverage < model.minimumCoverage - ROUNDING) return { state: 'unknown', reason: 'low_coverage', ...measured };
  const withKnown = connected.filter((dimension) => dimension.coverage > 0);
  if (withKnown.length < model.minimumDimensions) return { state: 'unknown', reason: 'few_dimensions', ...measured };

  const counting = read.filter(({ result, shares }) => shares.length > 0 && result.weight > 0);
  const totalWeight = weightOf(counting.map(({ result }) => result));
  const parts = counting.flatMap(({ result, shares }) =>
    shares.map((part) => ({ ...part, weight: (part.weight * result.weight) / totalWeight })),
  );
  const mean = parts.reduce((sum, { weight, points }) => sum + weight * points, 0);
  const rounded = Math.min(100, Math.max(0, Math.round(mean)));
  const rows = wholePoints(
    parts.map(({ signal, weight, points }) => ({ key: signal, exact: weight * (100 - points) })),
    100 - rounded,
  );
  const receipt = rows.map(({ key, points }): ReceiptEntry => {
    const part = parts.find(({ signal }) => signal === key);
    if (part === undefined) throw new Error(`A receipt row names "${key}", which did not count.`);
    return {
      key,
      signal: key,
      dimension: part.dimension,
      pointsLost: points,
      cause: part.reading.kind === 'scored' ? part.reading.evidence : part.reading,
    };
  });
  const bite = biting(model, signals, new Set(read.flatMap(({ worse }) => worse)));
  const score = Math.min(rounded, bite?.cap.scoreAtMost ?? 100);
  if (bite !== undefined && score < rounded) {
    receipt.unshift({
      key: bite.cap.key,
      signal: bite.cap.signal,
      dimension: null,
      pointsLost: rounded - score,
      cause: bite.evidence,
    });
  }
  return { state: 'scored', score, status: bandOf(bandsOf(model, account.portal), score), receipt, ...measured };
}
