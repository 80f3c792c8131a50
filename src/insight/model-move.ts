/** What another model changes for one company. */
import { changeByModel } from '../scoring/attribution.ts';
import { type Bands, bandOf } from '../scoring/bands.ts';
import type { HealthScore, Scored } from '../scoring/score.ts';

/** A status as it is counted; `not_customer` has none in HubSpot. */
export type Standing = 'healthy' | 'at_risk' | 'unhealthy' | 'unknown' | 'not_customer';

export const standingOf = (health: HealthScore): Standing => (health.state === 'scored' ? health.status : health.state);

export const scoreOf = (health: HealthScore): number | null => (health.state === 'scored' ? health.score : null);

/** Why no score, as `notScoredText` words it. */
export interface NotScored {
  readonly state: 'unknown' | 'not_customer';
  readonly reason: string;
  /** Ms; only of a customer that left. */
  readonly leftAt?: number;
}

/** One signal's, cap's or hold's part in a change of score. */
export interface MoveRow {
  readonly key: string;
  readonly signal: string;
  /** Null: a cap or a hold. */
  readonly dimension: string | null;
  /** Whole, never 0; below 0: it costs more under the draft. */
  readonly points: number;
}

/** What makes the difference. */
export type MoveReason =
  /** Rows that sum exactly to the change of score, the most points first; `thresholds`: the same score would be in another band. */
  | { readonly kind: 'rescored'; readonly rows: readonly MoveRow[]; readonly thresholds: Bands | null }
  /** It is no customer, or has no score, under one of the models: why. */
  | { readonly kind: 'was' | 'is'; readonly notScored: NotScored };

/** The most telling difference; empty where there is none. */
export function moveReasons(
  was: HealthScore,
  is: HealthScore,
  bands: { readonly before: Bands; readonly after: Bands },
): readonly MoveReason[] {
  if (was.state === 'scored' && is.state === 'scored') return [rescored(was, is, bands)];
  // Where both lack a score, what the draft says is news.
  if (is.state !== 'scored') return [{ kind: 'is', notScored: notScored(is) }];
  return was.state === 'scored' ? [] : [{ kind: 'was', notScored: notScored(was) }];
}

function rescored(
  was: Scored,
  is: Scored,
  { before, after }: { readonly before: Bands; readonly after: Bands },
): MoveReason {
  const rows = changeByModel(was, is)
    .rows.map(({ key, signal, dimension, points }): MoveRow => ({ key, signal, dimension, points }))
    .toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points) || (a.key < b.key ? -1 : 1));
  const thresholds = bandOf(before, is.score) === is.status ? null : after;
  return { kind: 'rescored', rows, thresholds };
}

function notScored(health: Exclude<HealthScore, { state: 'scored' }>): NotScored {
  const leftAt = health.state === 'not_customer' ? health.leftAt : undefined;
  return { state: health.state, reason: health.reason, ...(leftAt !== undefined && { leftAt }) };
}
