import type { FullView } from './account-view.ts';
import { bandOf, bandsOf } from './bands.ts';
import { eligibility } from './eligibility.ts';
import { type Mark, marksOf } from './marks.ts';
import type { Model } from './model-shape.ts';
import { activityTypes } from './portal-context.ts';
import { readAsked } from './read-signal.ts';
import { readable, type ViewOf } from './readable.ts';
import { asSegment, modelFor } from './segments.ts';
import { sourceHold } from './source-change.ts';
import {
  asked,
  type DimensionResult,
  type ExactLoss,
  type Extent,
  type Outcome,
  type ReceiptEntry,
  type SignalResult,
  weigh,
} from './weigh.ts';

interface Measured {
  /** The segment of the model whose rules held; null: none, the model as it stands. */
  readonly segment: string | null;
  /** 0..1. */
  readonly coverage: number;
  readonly dimensions: readonly DimensionResult[];
  readonly signals: readonly SignalResult[];
  /** Counts for nothing. */
  readonly marks: readonly Mark[];
  /** There is no record of the account and no usage: only properties of the company tell anything of it. Absent: there is. */
  readonly isBare?: true;
}

export type HealthScore =
  | ({
      readonly state: 'scored';
      /** Whole, 0..100. */
      readonly score: number;
      readonly status: 'healthy' | 'at_risk' | 'unhealthy';
      readonly receipt: readonly ReceiptEntry[];
      /** Of every signal that counts, and of what else takes points, in no order; 100 less their sum rounds to the score. */
      readonly losses: readonly ExactLoss[];
    } & Measured)
  | ({ readonly state: 'unknown'; readonly reason: 'no_facts' | 'low_coverage' | 'few_dimensions' } & Measured)
  | {
      readonly state: 'not_customer';
      readonly reason: string;
      /** When it left, ms. Only of one that churned. */
      readonly leftAt?: number;
    };

/** The health score of one account at the view's moment, with its receipt (scoring.md, Rules and Formula). */
export function scoreAccount(account: FullView, whole: Model, extent: Extent = 'every_signal'): HealthScore {
  const seen = readable(account);
  const health = scoreFreely(account, whole, () => seen, extent);
  return isHealthy(health) ? heldBack(health, account, whole) : health;
}

export type Scored = Extract<HealthScore, { state: 'scored' }>;

const isHealthy = (health: HealthScore): health is Scored => health.state === 'scored' && health.status === 'healthy';

/** A healthy score, held just below where it is healthy only because a source came or went (rule 3). */
function heldBack(health: Scored, account: FullView, whole: Model): Scored {
  const hold = sourceHold(account, (as, viewOf) => isHealthy(scoreFreely(as, whole, viewOf, 'counting_signals')));
  const bands = bandsOf(whole, account.portal);
  const score = bands.healthyFrom - 1;
  // Where quartiles call a score of 0 healthy there is nothing below it.
  if (hold === null || score < 0) return health;
  const { key, evidence: cause } = hold;
  const row = { key, signal: key, dimension: null, cause };
  const exact = health.losses.reduce((left, loss) => left - loss.exact, 100) - score;
  const receipt = [{ ...row, pointsLost: health.score - score }, ...health.receipt];
  return { ...health, score, status: bandOf(bands, score), receipt, losses: [...health.losses, { ...row, exact }] };
}

/** The score that nothing holds, each signal seeing the account in a view of its own. */
function scoreFreely(account: FullView, whole: Model, viewOf: ViewOf, extent: Extent): HealthScore {
  const eligible = eligibility(account, whole);
  if (!eligible.customer) {
    const { customer: _, ...why } = eligible;
    return { state: 'not_customer', ...why };
  }
  const { model, segment } = modelFor(account, whole);
  const lazily = extent === 'counting_signals';
  const weighed = weigh(asked(model)[extent], model, (one) => readAsked(one, viewOf(one.signal), model, lazily));
  const { signals, dimensions, coverage } = weighed;
  const marks = lazily ? [] : marksOf(readable(account));

  const isBare = !hasRecords(account) && account.usage.length === 0;
  if (isBare && !weighed.isTold) {
    // What stays silent about everybody says nothing of this account: no dimension is shown as if it did.
    const blank = dimensions.map((dimension) => ({ ...dimension, score: null, coverage: 0 }));
    return { state: 'unknown', reason: 'no_facts', segment, coverage: 0, dimensions: blank, signals, marks };
  }
  const measured: Measured = { segment, coverage, dimensions, signals, marks, ...(isBare && { isBare }) };
  if (weighed.lacks !== null) return { state: 'unknown', reason: weighed.lacks, ...measured };
  const outcome = weighed.outcome();
  const { score } = outcome;
  const status = bandOf(bandsOf(model, account.portal), score);
  return lazily
    ? new LazyScore(outcome, status, measured)
    : { state: 'scored', score, status, receipt: outcome.receipt(), losses: outcome.losses(), ...measured };
}

/** A score whose receipt is worked out where somebody reads it; of past scores, that is seldom. */
class LazyScore implements Measured {
  readonly state = 'scored';
  readonly score: number;
  readonly status: Scored['status'];
  readonly segment: Measured['segment'];
  readonly coverage: number;
  readonly dimensions: Measured['dimensions'];
  readonly signals: Measured['signals'];
  readonly marks: Measured['marks'];
  readonly isBare?: true;
  readonly #outcome: Outcome;
  #receipt: Scored['receipt'] | undefined;
  #losses: Scored['losses'] | undefined;

  constructor(outcome: Outcome, status: Scored['status'], measured: Measured) {
    this.score = outcome.score;
    this.status = status;
    this.segment = measured.segment;
    this.coverage = measured.coverage;
    this.dimensions = measured.dimensions;
    this.signals = measured.signals;
    this.marks = measured.marks;
    if (measured.isBare) this.isBare = true;
    this.#outcome = outcome;
  }

  get receipt(): Scored['receipt'] {
    this.#receipt ??= this.#outcome.receipt();
    return this.#receipt;
  }

  get losses(): Scored['losses'] {
    this.#losses ??= this.#outcome.losses();
    return this.#losses;
  }
}

const hasRecords = (account: FullView): boolean =>
  activityTypes(account.portal).some((type) => (account[type] ?? []).length > 0);

/**
 * What the score would be by some of its signals alone, as if the model had no others, and not held for a source that came or went; null
 * where that is too little for one, or says nothing of this account. For comparing two moments by what is known at both.
 */
export function scoreAmong(health: Scored, whole: Model, signals: ReadonlySet<string>): number | null {
  const model = asSegment(whole, health.segment);
  const readings = new Map(health.signals.map(({ signal, reading }) => [signal, reading]));
  const asks = asked(model).counting_signals;
  const weighed = weigh(asks, model, ({ key }) => (signals.has(key) ? readings.get(key) : undefined));
  return weighed.lacks !== null || (health.isBare && !weighed.isTold) ? null : weighed.outcome().score;
}
