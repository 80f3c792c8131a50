import { portalId } from '../../src/ids.ts';
import { withBands } from '../../src/jobs/score-portal.ts';
import { makeCalendar } from '../../src/scoring/calendar.ts';
import type { Model } from '../../src/scoring/model.ts';
import { scoreAt } from '../../src/scoring/replay.ts';
import { syncedContext } from '../golden/synced-portal.ts';
import type { Company } from './examples.ts';

/** Every company of a portal by a model, at the moment at which the portal was taken. */
export type ReadBy = (model: Model) => Promise<readonly Company[]>;

/**
 * Brings a portal's content into an empty store and reads it with every signal, as the card does: a cycle reads only those that count,
 * and the table shows the others too.
 */
export async function readPortal(...[store, data, plan, tell]: Parameters<typeof syncedContext>): Promise<ReadBy> {
  const context = await syncedContext(store, data, plan, tell);
  const calendar = makeCalendar(data.timeZone);
  const ofPortal = store.portal(portalId(data.portalId));
  return async (model) => {
    const portal = await withBands({ store: ofPortal, portal: context, model, calendar, asOf: data.takenAt });
    const companies: Company[] = [];
    for await (const page of ofPortal.accounts())
      for (const facts of page) {
        const health = scoreAt(facts, data.takenAt, portal, model, calendar);
        if (health !== undefined) companies.push({ companyId: facts.companyId, health });
      }
    return companies;
  };
}
