/**
 * When a company's band counts as changed. Its status is always the band of the whole score; that it worsened or recovered is
 * told only where the score lies a margin beyond the threshold, so that a score that wavers around one tells nothing
 * (scoring.md, rule 7).
 */
import { type Bands, bandOf } from './bands.ts';
import type { Model } from './model-shape.ts';

export type Band = ReturnType<typeof bandOf>;

/** Whole points, where the model gives none. */
const STANDARD_MARGIN = 2;

/** How far beyond a threshold the score must lie, whole points, >= 0. */
export const marginOf = ({ bands }: Pick<Model, 'bands'>): number => bands.margin ?? STANDARD_MARGIN;

/**
 * What happened to a company's confirmed band. `started`: its first score, or the first after it was a customer no more; `ended`:
 * it is a customer no more. `from` is null for the one, `to` for the other.
 */
export type BandStep =
  | { readonly kind: 'started'; readonly from: null; readonly to: Band }
  | { readonly kind: 'worsened' | 'recovered'; readonly from: Band; readonly to: Band }
  | { readonly kind: 'ended'; readonly from: Band; readonly to: null };

export type Outcome =
  | {
      readonly state: 'scored';
      readonly score: number;
      /** Held down by a cap: that does not waver. */
      readonly isCapped?: boolean;
    }
  | { readonly state: 'unknown' | 'not_customer' };

/** The least healthy first. */
const ORDER: readonly Band[] = ['unhealthy', 'at_risk', 'healthy'];

const isBelow = (one: Band, other: Band): boolean => ORDER.indexOf(one) < ORDER.indexOf(other);

/**
 * What a new outcome does to the confirmed band; null: nothing. `confirmed` null: there is none. A fall below a threshold counts
 * at `margin` points under it (at least 1), a rise at `margin` points over it: a score that is beyond two thresholds may confirm
 * only the first. At 0 and 100, where no score lies further out, the margin is not asked for, nor of a fall to what a cap holds the
 * score at: it lies where the model put it, often right below a threshold. Without a score nothing changes.
 */
export function bandStep(confirmed: Band | null, outcome: Outcome, bands: Bands, margin: number): BandStep | null {
  if (outcome.state !== 'scored')
    return confirmed === null || outcome.state === 'unknown' ? null : { kind: 'ended', from: confirmed, to: null };
  const { score, isCapped = false } = outcome;
  if (confirmed === null) return { kind: 'started', from: null, to: bandOf(bands, score) };
  // With a margin of m a fall is confirmed where the score would be below the threshold with m - 1 points more.
  const fallen = bandOf(bands, score === 0 || isCapped ? score : score + Math.max(margin, 1) - 1);
  if (isBelow(fallen, confirmed)) return { kind: 'worsened', from: confirmed, to: fallen };
  const risen = bandOf(bands, score === 100 ? 100 : score - margin);
  return isBelow(confirmed, risen) ? { kind: 'recovered', from: confirmed, to: risen } : null;
}

/**
 * Whether the account itself crossed: `fromScore` does not lie beyond the threshold as it is now, and the score does so even
 * without what the model and the portal's sources did to it (`ownScore`). A threshold that moved past an account is no move of its own.
 */
export function isOwnMove(
  { kind, from }: Pick<BandStep, 'kind' | 'from'>,
  {
    fromScore,
    ownScore,
    isCapped,
  }: { readonly fromScore: number; readonly ownScore: number; readonly isCapped: boolean },
  bands: Bands,
  margin: number,
): boolean {
  const crosses = (score: number) => bandStep(from, { state: 'scored', score, isCapped }, bands, margin)?.kind === kind;
  return !crosses(fromScore) && crosses(ownScore);
}
