/**
 * A monotone piecewise-linear curve from a raw value to points 0..100: knots `[raw, points]` with raw strictly ascending
 * and points never turning. Outside the knots the nearest knot's points hold.
 */
export type Curve = readonly (readonly [raw: number, points: number])[];

type Knot = Curve[number];

/** Where on a curve a raw value lies: what says how many points it gives. */
export type CurvePlace =
  /** At the first knot or before it, or at the last or beyond: its points hold. */
  | { readonly kind: 'up_to' | 'from'; readonly knot: Knot }
  /** Beyond the one and up to the other: the points run straight from that to this. */
  | { readonly kind: 'between'; readonly before: Knot; readonly after: Knot };

/** The piece of the curve that gives `pointsOn` its points. */
export function placeOn(curve: Curve, raw: number): CurvePlace {
  const [first, last] = [curve[0], curve.at(-1)];
  if (first === undefined || last === undefined) throw new Error('A curve needs at least one knot.');
  if (raw <= first[0]) return { kind: 'up_to', knot: first };
  if (raw >= last[0]) return { kind: 'from', knot: last };
  const after = curve.findIndex(([to]) => raw <= to);
  return { kind: 'between', before: curve[after - 1] ?? first, after: curve[after] ?? last };
}

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
