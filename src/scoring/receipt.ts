import { putInOrder } from './in-order.ts';

/** Exact points lost to one cause, >= 0. */
export interface Loss {
  /** Signal key; breaks ties. */
  readonly key: string;
  readonly exact: number;
}

/** A loss, in whole points. */
export interface WholeLoss<L extends Loss> {
  readonly loss: L;
  readonly points: number;
}

/**
 * Shares `total` whole points among the losses by largest remainder, ties by key, so that the rows sum exactly to `total`
 * (scoring.md, rule 2). Losses that come to 0 points are left out; the largest comes first.
 * Needs: `total` is the sum of the exact losses rounded to a whole number.
 */
export function wholePoints<L extends Loss>(losses: readonly L[], total: number): readonly WholeLoss<L>[] {
  const rows: { loss: L; points: number; remainder: number }[] = [];
  let left = total;
  for (const loss of losses) {
    if (loss.exact <= 0) continue;
    const points = Math.floor(loss.exact);
    rows.push({ loss, points, remainder: loss.exact - points });
    left -= points;
  }
  putInOrder(rows, (a, b) => a.remainder > b.remainder || (a.remainder === b.remainder && a.loss.key < b.loss.key));
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
  return putInOrder(
    rows.filter(({ points }) => points > 0),
    (a, b) => a.points > b.points || (a.points === b.points && a.loss.key < b.loss.key),
  );
}
