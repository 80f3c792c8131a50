/** Exact points lost to one cause, >= 0. */
export interface Loss {
  /** Signal key; breaks ties. */
  readonly key: string;
  readonly exact: number;
}

/**
 * Shares `total` whole points among the losses by largest remainder, ties by key, so that the rows sum exactly to `total`
 * (scoring.md, rule 2). Losses that come to 0 points are left out; the largest comes first.
 * Needs: `total` is the sum of the exact losses rounded to a whole number.
 */
export function wholePoints(
  losses: readonly Loss[],
  total: number,
): readonly { readonly key: string; readonly points: number }[] {
  const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : 1);
  const rows = losses
    .filter(({ exact }) => exact > 0)
    .map(({ key, exact }) => ({ key, points: Math.floor(exact), remainder: exact - Math.floor(exact) }))
    .toSorted((a, b) => b.remainder - a.remainder || byKey(a, b));
  let left = total - rows.reduce((sum, { points }) => sum + points, 0);
  for (const row of rows) {
    if (left <= 0) break;
    row.points += 1;
    left -= 1;
  }
  // Floats can carry a sum of exact losses a hair over a whole number: then the smallest remainder gives the point back.
  for (const row of rows.toReversed()) {
    if (left >= 0) break;
    if (row.points === 0) continue;
    row.points -= 1;
    left += 1;
  }
  return rows
    .filter(({ points }) => points > 0)
    .toSorted((a, b) => b.points - a.points || byKey(a, b))
    .map(({ key, points }) => ({ key, points }));
}
