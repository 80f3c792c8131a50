/** The cycles of the past, ready to score by again. */
import { type Model, modelAsKept } from '../scoring/model.ts';
import type { PortalContext } from '../scoring/portal-context.ts';
import type { CycleRecord } from './cycles.ts';
import type { PortalStore } from './portal-store.ts';

/** A cycle of the past, with what it scored by. */
export interface PastCycle extends Pick<CycleRecord, 'asOf' | 'finishedAt'> {
  readonly portal: PortalContext;
  readonly model: Model;
}

/** Gives the cycle by whose scores the portal went at a moment (ms); undefined: there was none. */
export type PastCycleAt = (moment: number) => Promise<PastCycle | undefined>;

/** Between two cycles every company is compared with the same few moments; those that events rescored, with others. */
const MOST_MOMENTS = 9;

/** Remembers the cycles of a few moments: a context is large. Cycles are only added; what is remembered goes with the latest one. */
export function makePastCycleAt(store: Pick<PortalStore, 'cycleAt'>): PastCycleAt {
  const known = new Map<number, Promise<PastCycle | undefined>>();
  return (moment) => {
    const found = known.get(moment);
    if (found !== undefined) return found;
    if (known.size >= MOST_MOMENTS) known.clear();
    const read = store.cycleAt(moment).then((record) => record && pastCycle(record));
    known.set(moment, read);
    // One that could not be read is read again.
    read.catch(() => known.delete(moment));
    return read;
  };
}

function pastCycle({ asOf, finishedAt, context }: CycleRecord): PastCycle {
  const { portal, model } = context as { portal: PortalContext; model: unknown };
  return { asOf, finishedAt, portal, model: modelAsKept(model) };
}

/**
 * When a company was looked at, and until when what was seen counted, ms: by the cycle; or, where an event after it had the company
 * rescored, then.
 */
export const lookOf = (
  { asOf, finishedAt }: Pick<CycleRecord, 'asOf' | 'finishedAt'>,
  rescoredAt: number,
): { readonly at: number; readonly seenUntil: number } =>
  rescoredAt > finishedAt ? { at: rescoredAt, seenUntil: rescoredAt } : { at: asOf, seenUntil: finishedAt };
