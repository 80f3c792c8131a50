import type { AccountMemory } from './account-memory.ts';
import type { FullView } from './account-view.ts';
import { asked, type Extent } from './asked.ts';
import { bandOf, bandsOf } from './bands.ts';
import { LazyScore, LazyUnknown } from './lazy-score.ts';
import { type Mark, marksOf } from './marks.ts';
import type { Model } from './model-shape.ts';
import { activityTypes } from './portal-context.ts';
import { readLazily, readWhole } from './read-signal.ts';
import { readable, type ViewOf } from './readable.ts';
import { asSegment } from './segments.ts';
import { sourceHold } from './source-change.ts';
import { standingOf } from './standing.ts';
import { type DimensionResult, type ExactLoss, type ReceiptEntry, type SignalResult, weigh } from './weigh.ts';

/** What lies behind a score. */
export interface Measured {
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
export const scoreAccount = (account: FullView, whole: Model, extent: Extent = 'every_signal'): HealthScore =>
  held(scoreFreely(account, whole, { extent }), account, whole);

/** As `scoreAccount`, by the signals that count: at one of many moments, of which the memory is. */
export const scoreWithMemory = (account: FullView, whole: Model, memory: AccountMemory): HealthScore =>
  held(scoreFreely(account, whole, { extent: 'counting_signals', memory }), account, whole);

export type Scored = Extract<HealthScore, { state: 'scored' }>;

const isHealthy = (health: HealthScore): health is Scored => health.state === 'scored' && health.status === 'healthy';

/** The score, held back where it is healthy and must not be. */
const held = (health: HealthScore, account: FullView, whole: Model): HealthScore =>
  isHealthy(health) ? heldBack(health, account, whole) : health;

/** A healthy score, held just below where it is healthy only because a source came or went (rule 3). */
function heldBack(health: Scored, account: FullView, whole: Model): Scored {
  const hold = sourceHold(account, (as, viewOf) =>
    isHealthy(scoreFreely(as, whole, { extent: 'counting_signals', viewOf })),
  );
  const bands = bandsOf(whole, account.portal);
  const score = bands.healthyFrom - 1;
  // Where quartiles call a score of 0 healthy there is nothing below it.
  if (hold === null || score < 0) return health;
  const { key, evidence: cause } = hold;
  const row = { key, signal: key, dimension: null, cause };
  const exact = health.losses.reduce((left, loss) => left - loss.exact, 100) - score;
  const { state, segment, coverage, dimensions, signals, marks, isBare } = health;
  return {
    ...{ state, segment, coverage, dimensions, signals, marks, ...(isBare && { isBare }) },
    score,
    status: bandOf(bands, score),
    receipt: [{ ...row, pointsLost: health.score - score }, ...health.receipt],
    losses: [...health.losses, { ...row, exact }],
  };
}

interface Manner {
  readonly extent: Extent;
  /** As each signal is to see the account; left out: as all of it is readable. */
  readonly viewOf?: ViewOf;
  readonly memory?: AccountMemory;
}

/** The score that nothing holds. */
function scoreFreely(account: FullView, whole: Model, { extent, viewOf, memory }: Manner): HealthScore {
  const { eligible, model, segment } =
    memory === undefined ? standingOf(account, whole) : memory.standingOf(account, whole);
  if (!eligible.customer) {
    const { customer: _, ...why } = eligible;
    return { state: 'not_customer', ...why };
  }
  const asks = asked(model)[extent];
  const seen = readable(account);
  const lazily = extent === 'counting_signals';
  const read = lazily ? readLazily : readWhole;
  const anew = () => weigh(asks, model, (one) => read(one, viewOf === undefined ? seen : viewOf(one.signal), model));
  const weighed = memory === undefined ? anew() : memory.weigh(asks, seen, model);
  const told = memory === undefined ? () => weighed : anew;

  const isBare = !hasRecords(account) && account.usage.length === 0;
  if (isBare && !weighed.isTold) {
    // What stays silent about everybody says nothing of this account: no dimension is shown as if it did.
    const { signals, dimensions } = told();
    const blank = dimensions.map((dimension) => ({ ...dimension, score: null, coverage: 0 }));
    const marks = lazily ? [] : marksOf(seen);
    return { state: 'unknown', reason: 'no_facts', segment, coverage: 0, dimensions: blank, signals, marks };
  }
  const { coverage, lacks } = weighed;
  const bands = bandsOf(model, account.portal);
  if (lazily) {
    const known = { segment, isBare, weighed, told };
    return lacks === null ? new LazyScore(bands, known) : new LazyUnknown(lacks, known);
  }
  const { dimensions, signals } = weighed;
  const marks = marksOf(seen);
  const measured: Measured = { segment, coverage, dimensions, signals, marks, ...(isBare && { isBare }) };
  if (lacks !== null) return { state: 'unknown', reason: lacks, ...measured };
  const outcome = weighed.outcome();
  const { score } = outcome;
  const status = bandOf(bands, score);
  return { state: 'scored', score, status, receipt: outcome.receipt(), losses: outcome.losses(), ...measured };
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
