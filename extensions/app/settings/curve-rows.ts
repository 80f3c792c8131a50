/** A curve as rows to edit: [raw value, points 0-100], raw values rising. */
export type Curve = readonly (readonly [number, number])[];
type Knots = [number, number][];

const copy = (curve: Curve): Knots => curve.map(([raw, points]) => [raw, points]);

export const withRaw = (curve: Curve, row: number, raw: number): Knots =>
  copy(curve).map((knot, index) => (index === row ? [raw, knot[1]] : knot));

export const withPoints = (curve: Curve, row: number, points: number): Knots =>
  copy(curve).map((knot, index) => (index === row ? [knot[0], points] : knot));

/** With a row behind the last one, a step as wide as the one before it and with the same points, so that it changes nothing yet. */
export function withRow(curve: Curve): Knots {
  const [last, before] = [curve.at(-1), curve.at(-2)];
  if (last === undefined)
    return [
      [0, 0],
      [100, 100],
    ];
  const step = before === undefined ? 1 : last[0] - before[0];
  return [...copy(curve), [last[0] + (step > 0 ? step : 1), last[1]]];
}

/** Without a row; a curve keeps two. */
export const withoutRow = (curve: Curve, row: number): Knots =>
  curve.length <= 2 ? copy(curve) : copy(curve).filter((_, index) => index !== row);
