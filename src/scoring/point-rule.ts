import { type CurvePlace, placeOn, pointsOn } from './curve.ts';
import type { AskedSignal } from './read-signal.ts';
import type { Reading } from './signal.ts';
import { UNKNOWN_POINTS } from './weigh-dimension.ts';

/** How a reading came by the points that count. */
export type PointRule =
  | {
      readonly kind: 'curve';
      readonly place: CurvePlace;
      /** What silence gave at most, where the curve alone would have given more; null: it did not matter. */
      readonly atMost: number | null;
    }
  /** The model counts an unknown as so many points. */
  | { readonly kind: 'unknown'; readonly points: number };

/** The rule; null: it is unknown, and does not count. */
export function pointRule({ curve, entry }: Pick<AskedSignal, 'curve' | 'entry'>, reading: Reading): PointRule | null {
  if (reading.kind === 'unknown') {
    const points = UNKNOWN_POINTS[entry.whenUnknown];
    return points === null ? null : { kind: 'unknown', points };
  }
  // Only silence gives less than the curve does, and then it gives what the model lets it.
  const isCut = reading.points < pointsOn(curve, reading.raw);
  return { kind: 'curve', place: placeOn(curve, reading.raw), atMost: isCut ? reading.points : null };
}
