import { type ChangeRow, RECOMPUTED } from './attribution.ts';
import type { Evidence } from './evidence.ts';
import type { Unknown } from './signal.ts';

/**
 * What there is to tell of one row of a change:
 * - `worse`, `better`: what was found is worse, or better, than before;
 * - `unknown`: it can be read no more;
 * - `reweighed`: what was found tells nothing else than before, or the opposite; it counts for more or less in the whole;
 * - `model`: the model counts it otherwise;
 * - `bites`, `lifted`, `moved`: a cap or a hold came, went, or takes another number of points, because the score without it moved;
 * - `recomputed`: the published score would come out otherwise today.
 */
export type Story =
  | 'worse'
  | 'better'
  | 'unknown'
  | 'reweighed'
  | 'model'
  | 'bites'
  | 'lifted'
  | 'moved'
  | 'recomputed';

/** A row of a change with what is told of it, and no more: plain data. */
export interface ToldRow extends Pick<ChangeRow, 'cause' | 'key' | 'signal' | 'dimension' | 'points'> {
  readonly story: Story;
  /** What was found; of what is better also what had been. Null: there is nothing to show. */
  readonly found: Evidence | Unknown | null;
  readonly had: Evidence | Unknown | null;
}

export function toldRow(row: ChangeRow): ToldRow {
  const { cause, key, signal, dimension, points, before, after } = row;
  const story = storyOf(row);
  const had = story === 'better' || story === 'lifted' ? before.told : null;
  return { cause, key, signal, dimension, points, story, found: after.told, had };
}

function storyOf({ key, cause, dimension, exact, before, after }: ChangeRow): Story {
  if (key === RECOMPUTED) return 'recomputed';
  if (dimension === null) return before.told === null ? 'bites' : after.told === null ? 'lifted' : 'moved';
  if (cause === 'model') return 'model';
  if (after.reading === null) return before.reading === null || after.told === null ? 'reweighed' : 'unknown';
  const way = before.reading === null ? exact : after.reading - before.reading;
  if (way === 0 || way > 0 !== exact > 0) return 'reweighed';
  return exact > 0 ? 'better' : 'worse';
}
