import { companyId, portalId } from '../../src/ids.ts';
import type { ScoredCompany } from '../../src/jobs/score-portal.ts';
import type { PortalData } from '../../src/local/sandbox/portal-data.ts';
import { makeCalendar } from '../../src/scoring/calendar.ts';
import type { Model } from '../../src/scoring/model.ts';
import { planOf } from '../../src/scoring/model-signals.ts';
import type { Past } from '../../src/scoring/replay.ts';
import type { Store } from '../../src/store/open-store.ts';
import { scoreOver, syncedContext } from '../golden/synced-portal.ts';

/** A portal that was synced once, for reading its scores at as many dates as one likes. */
export interface HeldPortal {
  /** Of all types. */
  readonly records: number;
  /** Every company as scored at the close of a calendar day (YYYY-MM-DD) of the portal, by id. */
  scoredAt(day: string): Promise<readonly ScoredCompany[]>;
  /** What a company's past is replayed from: nothing was published yet. @throws Error where the portal has no such company. */
  pastOf(company: string): Promise<Past>;
}

/**
 * Syncs the portal into the store as of the moment at which its content was taken: what HubSpot tells only as of today is known
 * from then on, and days before are replayed.
 */
export async function holdPortal(data: PortalData, model: Model, store: Store): Promise<HeldPortal> {
  const calendar = makeCalendar(data.timeZone);
  const portal = await syncedContext(store, data, planOf(model));
  const scoreBy = scoreOver(store, data, portal, 'every_signal');
  return {
    records: Object.values(data.objects).reduce((sum, records) => sum + records.length, 0),
    scoredAt: (day) => scoreBy(model, calendar.endOfDay(day)),
    async pastOf(company) {
      for await (const [facts] of store.portal(portalId(data.portalId)).accountsOf([companyId(company)]))
        if (facts !== undefined) return { facts, portal, model, calendar, published: [], publishedSince: null };
      throw new Error(`The portal has no company ${company}.`);
    },
  };
}
