import type { ScoredCompany } from '../../src/jobs/score-portal.ts';
import type { HealthScore } from '../../src/scoring/score.ts';

/** How often each of several things occurred. */
export type Counts = Readonly<Record<string, number>>;

/** What one day's scores of a portal come to: figures over all companies, none of a single one. */
export interface Summary {
  readonly companies: number;
  /** By the reason that they are no customers. */
  readonly notCustomers: Counts;
  /** Customers without a score, by its reason. */
  readonly unknown: Counts;
  readonly bands: Readonly<Record<'healthy' | 'at_risk' | 'unhealthy', number>>;
  /** Of the scored ones, 0..100; null: none is. */
  readonly score: Spread | null;
  /** Of the customers, scored or not, 0..1. */
  readonly coverage: Spread | null;
  /** How often a cap was on a receipt, by its key. */
  readonly caps: Counts;
  /** Customers by the model's segment; those by the model as it stands are left out. */
  readonly segments: Counts;
  /** Per signal, over the customers. */
  readonly signals: readonly SignalSummary[];
}

export interface Spread {
  readonly mean: number;
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

export interface SignalSummary {
  readonly signal: string;
  /** Customers of whom it is known. */
  readonly known: number;
  /** Of these, those whose reading is only that nothing bad was heard. */
  readonly silent: number;
  /** Customers of whom it is not, by reason. */
  readonly unknown: Counts;
}

type Customer = Exclude<HealthScore, { state: 'not_customer' }>;

/** The summary of one day's scores. */
export function summarise(scored: readonly Pick<ScoredCompany, 'health'>[]): Summary {
  const all = scored.map(({ health }) => health);
  const customers = all.filter((health): health is Customer => health.state !== 'not_customer');
  const withScore = customers.filter((health) => health.state === 'scored');
  const inBand = (band: string) => withScore.filter(({ status }) => status === band).length;
  const signals = [...new Set(customers.flatMap((health) => health.signals.map(({ signal }) => signal)))];
  return {
    companies: all.length,
    notCustomers: count(all.flatMap((health) => (health.state === 'not_customer' ? [health.reason] : []))),
    unknown: count(customers.flatMap((health) => (health.state === 'unknown' ? [health.reason] : []))),
    bands: { healthy: inBand('healthy'), at_risk: inBand('at_risk'), unhealthy: inBand('unhealthy') },
    score: spreadOf(withScore.map(({ score }) => score)),
    coverage: spreadOf(customers.map(({ coverage }) => coverage)),
    caps: count(
      withScore.flatMap(({ receipt }) => receipt.filter((row) => row.dimension === null)).map(({ key }) => key),
    ),
    segments: count(customers.flatMap(({ segment }) => segment ?? [])),
    signals: signals.map((signal) => {
      const readings = customers.flatMap((health) => health.signals.filter((result) => result.signal === signal));
      const reasons = readings.flatMap(({ reading }) => (reading.kind === 'unknown' ? [reading.reason] : []));
      const silent = readings.filter(
        ({ reading }) => reading.kind === 'scored' && reading.evidence.message === 'silent',
      );
      return { signal, known: readings.length - reasons.length, silent: silent.length, unknown: count(reasons) };
    }),
  };
}

/** Most frequent first. */
function count(names: readonly string[]): Counts {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries([...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)));
}

function spreadOf(values: readonly number[]): Spread | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (least === undefined || most === undefined) return null;
  const [lower, upper] = [sorted[(sorted.length - 1) >> 1] ?? 0, sorted[sorted.length >> 1] ?? 0];
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, median: (lower + upper) / 2, least, most };
}
