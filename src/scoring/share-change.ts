/** One part of a change of score. */
export interface ChangePiece {
  /** Points, exact; below 0 where it took points. */
  readonly exact: number;
}

/**
 * Shares `total` whole points among the pieces of a change by largest remainder, ties to the larger piece, then to the earlier
 * one, so that they sum exactly to `total`. A piece of exactly 0 gets nothing; no piece turns its sign, or is off by a point.
 * Needs: `total` is the exact sum, rounded up or down.
 */
export function shareChange<P extends ChangePiece>(
  pieces: readonly P[],
  total: number,
): readonly (P & { readonly points: number })[] {
  const shared = pieces
    .filter(({ exact }) => exact !== 0)
    .map((piece) => ({ piece, points: Math.floor(piece.exact), remainder: piece.exact - Math.floor(piece.exact) }));
  const first = shared.toSorted(
    (a, b) => b.remainder - a.remainder || Math.abs(b.piece.exact) - Math.abs(a.piece.exact),
  );
  let left = total - shared.reduce((sum, { points }) => sum + points, 0);
  for (const row of first) {
    if (left <= 0) break;
    row.points += 1;
    left -= 1;
  }
  // `+ 0`: of a piece just below 0, -1 and 1 are 0.
  return shared.map(({ piece, points }) => ({ ...piece, points: points + 0 }));
}
