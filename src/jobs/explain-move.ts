import { CAUSES, changeSincePublished } from '../scoring/attribution.ts';
import type { Calendar } from '../scoring/calendar.ts';
import type { AccountFacts } from '../scoring/facts.ts';
import type { Model } from '../scoring/model.ts';
import type { PortalContext } from '../scoring/portal-context.ts';
import type { HealthScore } from '../scoring/score.ts';
import type { BandEventPart } from '../store/band-events.ts';
import { lookOf, makePastCycleAt } from '../store/past-cycles.ts';
import type { PortalStore } from '../store/portal-store.ts';

/** A published score: as of when it was first shown, and when the next was; null: it held until now. */
export interface LookThen {
  readonly asOf: number;
  readonly heldUntil: number | null;
  readonly score: number | null;
  readonly modelVersion: string;
}

/** From one score to another, 0..100. */
export interface Move {
  readonly from: number;
  readonly to: number;
  readonly last: LookThen;
}

interface Now {
  readonly store: Pick<PortalStore, 'cycleAt'>;
  readonly portal: PortalContext;
  readonly model: Model;
  readonly calendar: Calendar;
  /** The moment of the later score, ms. */
  readonly asOf: number;
}

/**
 * Makes what explains a move since the last look at which the earlier score was still shown: its parts by cause, which sum to it,
 * and the moment of that look. Undefined where no cycle of then was kept, or the score of then cannot be computed again.
 */
export function makeExplainMove({ store, portal, model, calendar, asOf }: Now) {
  const cycleAt = makePastCycleAt(store);

  return async (
    facts: AccountFacts,
    health: HealthScore,
    { from, last }: Move,
  ): Promise<{ readonly parts: readonly BandEventPart[]; readonly at: number } | undefined> => {
    const cycle = await cycleAt((last.heldUntil ?? asOf) - 1);
    if (cycle === undefined) return undefined;
    const look = { ...cycle, ...lookOf(cycle, last.asOf), score: from };
    const change = changeSincePublished({ facts, portal, model, calendar }, asOf, health, look);
    if (change === null) return undefined;
    const parts = CAUSES.flatMap((cause): BandEventPart[] => {
      const rows = change.rows.filter((row) => row.cause === cause);
      if (rows.length === 0) return [];
      const signals = rows
        .toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points))
        .map(({ key, points }) => ({ signal: key, points }));
      return [{ cause, points: rows.reduce((sum, row) => sum + row.points, 0), signals }];
    });
    return { parts, at: look.at };
  };
}
