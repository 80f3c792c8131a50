import { type Calendar, makeCalendar } from '../scoring/calendar.ts';
import { type Model, modelAsKept } from '../scoring/model.ts';
import type { PortalContext } from '../scoring/portal-context.ts';
import type { CycleRecord } from '../store/cycles.ts';
import { makePastCycleAt, type PastCycleAt } from '../store/past-cycles.ts';
import type { PortalStore } from '../store/portal-store.ts';

/** A portal's latest cycle with what it scored by, ready to score by again: a context is large, and is parsed once a cycle. */
export interface LatestCycle extends Omit<CycleRecord, 'context'> {
  readonly portal: PortalContext;
  readonly model: Model;
  /** In the cycle's time zone, not the profile's: the portal may have moved to another one since. */
  readonly calendar: Calendar;
  /** Where the portal's pages are. */
  readonly uiDomain: string;
  /** `asOf` of the first cycle whose scores were published; null: none yet. */
  readonly publishedSince: number | null;
  /** What was scored by before. */
  readonly cycleAt: PastCycleAt;
}

/** Undefined before the portal's first cycle ended. */
export async function readLatestCycle(
  store: Pick<PortalStore, 'reading' | 'cycleAt'>,
): Promise<LatestCycle | undefined> {
  const { profile, record, publishedSince } = await store.reading(async (once) => ({
    profile: await once.profile(),
    record: await once.latestCycle(),
    publishedSince: await once.publishedSince(),
  }));
  if (profile === undefined || record === undefined) return undefined;
  const { context, ...cycle } = record;
  const { portal, model } = context as { portal: PortalContext; model: unknown };
  return {
    ...cycle,
    portal,
    model: modelAsKept(model),
    calendar: makeCalendar(portal.timeZone),
    uiDomain: profile.uiDomain,
    publishedSince: publishedSince ?? null,
    cycleAt: makePastCycleAt(store),
  };
}
