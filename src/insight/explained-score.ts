/** How one account's score came about, down to the rule of each signal: what scoring did, told again and not computed anew. */

import type { FullView } from '../scoring/account-view.ts';
import { asked } from '../scoring/asked.ts';
import { type Bands, bandsOf } from '../scoring/bands.ts';
import { type CapState, capStates } from '../scoring/caps.ts';
import { eligibility } from '../scoring/eligibility.ts';
import type { Model } from '../scoring/model.ts';
import { type PointRule, pointRule } from '../scoring/point-rule.ts';
import { type RawUnit, rawUnit } from '../scoring/raw-unit.ts';
import type { AskedSignal } from '../scoring/read-signal.ts';
import { type HealthScore, scoreAccount } from '../scoring/score.ts';
import { asSegment } from '../scoring/segments.ts';
import type { Reading } from '../scoring/signal.ts';
import { type ReceiptEntry, weigh } from '../scoring/weigh.ts';

export interface ExplainedSignal {
  readonly key: string;
  readonly unit: RawUnit;
  readonly reading: Reading;
  /** 0..100; null: unknown and not counted. */
  readonly points: number | null;
  readonly rule: PointRule | null;
  /** The model's, within the dimension. */
  readonly weight: number;
  /** Of the whole score, 0..1; 0: shown and not counted. */
  readonly share: number;
  /** Whole points on the receipt. */
  readonly pointsLost: number;
}

export interface ExplainedDimension {
  readonly key: string;
  readonly weight: number;
  /** The sum of its signals' shares. */
  readonly share: number;
  /** 0..100, not rounded; null where nothing in it counts. */
  readonly score: number | null;
  readonly signals: readonly ExplainedSignal[];
}

/** A cap, whether it bites, and the whole points that it costs on the receipt: the lowest that bites takes them all. */
export interface ExplainedCap extends CapState {
  readonly unit: RawUnit;
  readonly pointsLost: number;
}

export interface ExplainedScore {
  readonly health: HealthScore;
  /** The rule by which the account is a customer; null: it is none, and `health` says why. */
  readonly customerBy: Extract<ReturnType<typeof eligibility>, { customer: true }>['by'] | null;
  /** Dimensions that tell something, and those that the model wants at least; null where it is no customer. */
  readonly known: { readonly dimensions: number; readonly coverage: number } | null;
  /** The model as it is for this account. */
  readonly model: Model;
  readonly dimensions: readonly ExplainedDimension[];
  readonly caps: readonly ExplainedCap[];
  /** The row of what holds an account below healthy because a source came or went; null: nothing does. */
  readonly hold: ReceiptEntry | null;
  readonly bands: Bands;
}

/**
 * The score of an account at the view's moment with all that made it. Points lost of signals, caps and the hold sum to 100 less the
 * score, and the shares to 1, where there is a score.
 */
export function explainScore(view: FullView, whole: Model): ExplainedScore {
  const health = scoreAccount(view, whole);
  const eligible = eligibility(view, whole);
  const base = { health, customerBy: eligible.customer ? eligible.by : null, bands: bandsOf(whole, view.portal) };
  if (health.state === 'not_customer')
    return { ...base, known: null, model: whole, dimensions: [], caps: [], hold: null };

  const model = asSegment(whole, health.segment);
  const asks = asked(model).every_signal;
  const readings = new Map(health.signals.map(({ signal, reading }) => [signal, reading]));
  const weighed = weigh(asks, model, ({ key }) => readings.get(key));
  // Of whom nothing is known, nothing counts.
  const isBlank = health.state === 'unknown' && health.reason === 'no_facts';
  const shares = isBlank ? new Map<string, number>() : weighed.shares();
  const receipt = health.state === 'scored' ? health.receipt : [];
  const explain = (one: AskedSignal): readonly ExplainedSignal[] => {
    const reading = readings.get(one.key);
    if (reading === undefined) return [];
    const rule = pointRule(one, reading);
    return [
      {
        key: one.key,
        unit: rawUnit(one.signal, one.entry),
        reading,
        points: reading.kind === 'scored' ? reading.points : rule?.kind === 'unknown' ? rule.points : null,
        rule,
        weight: one.entry.weight,
        share: shares.get(one.key) ?? 0,
        pointsLost: lostBy(receipt, ({ key, dimension }) => dimension !== null && key === one.key),
      },
    ];
  };
  const dimensions = asks.dimensions.map(({ key, weight, signals }): ExplainedDimension => {
    const explained = signals.flatMap(explain);
    return {
      key,
      weight,
      share: explained.reduce((sum, { share }) => sum + share, 0),
      score: health.dimensions.find((one) => one.key === key)?.score ?? null,
      signals: explained,
    };
  });
  const all = asks.dimensions.flatMap(({ signals }) => signals);
  const isCap = ({ key, dimension }: ReceiptEntry) => dimension === null && model.caps.some((cap) => cap.key === key);
  const caps = capStates(asks, health.signals).map((state): ExplainedCap => {
    const one = all.find(({ key }) => key === state.cap.signal);
    return {
      ...state,
      unit: one === undefined ? { kind: 'value' } : rawUnit(one.signal, one.entry),
      pointsLost: lostBy(receipt, (row) => isCap(row) && row.key === state.cap.key),
    };
  });
  return {
    ...base,
    known: {
      coverage: health.coverage,
      dimensions: health.dimensions.filter(({ coverage, weight }) => coverage > 0 && weight > 0).length,
    },
    model,
    dimensions,
    caps,
    hold: receipt.find((row) => row.dimension === null && !isCap(row)) ?? null,
  };
}

const lostBy = (receipt: readonly ReceiptEntry[], is: (row: ReceiptEntry) => boolean): number =>
  receipt.find(is)?.pointsLost ?? 0;
