/**
 * A monotone piecewise-linear curve from a raw value to points 0..100: knots `[raw, points]` with raw strictly ascending
 * and points never turning. Outside the knots the nearest knot's points hold.
 */
export type Curve = readonly (readonly [raw: number, points: number])[];

/** Points 0..100 for a raw value. */
export function pointsOn(curve: Curve, raw: number): number {
  let before = curve[0];
  if (before === undefined) throw new Error('A curve needs at least one knot.');
  if (raw <= before[0]) return before[1];
  for (const knot of curve) {
    if (raw <= knot[0]) {
      const share = (raw - before[0]) / (knot[0] - before[0] || 1);
      return before[1] + share * (knot[1] - before[1]);
    }
    before = knot;
  }
  return before[1];
}
