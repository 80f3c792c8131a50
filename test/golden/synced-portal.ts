import { portalId } from '../../src/ids.ts';
import { gatherPortalContext } from '../../src/jobs/portal-context.ts';
import { type ScoredCompany, scorePortal, withBands } from '../../src/jobs/score-portal.ts';
import type { PortalData } from '../../src/local/sandbox/portal-data.ts';
import { startSandbox } from '../../src/local/sandbox/start-sandbox.ts';
import type { Extent } from '../../src/scoring/asked.ts';
import { makeCalendar } from '../../src/scoring/calendar.ts';
import type { Model } from '../../src/scoring/model.ts';
import type { PortalContext } from '../../src/scoring/portal-context.ts';
import type { ReadPlan } from '../../src/scoring/read-plan.ts';
import type { Store } from '../../src/store/open-store.ts';
import type { PortalStore } from '../../src/store/portal-store.ts';
import { syncPortal } from '../../src/sync/sync-portal.ts';
import { makeUnpacedClient } from '../hubspot/test-client.ts';

/** Every company of a portal as a model scores it at a moment (ms; left out: that at which the portal was taken), by id. */
export type ScoreBy = (model: Model, asOf?: number) => Promise<readonly ScoredCompany[]>;

/**
 * Brings a portal's content into an empty store as a first cycle does, over HTTP, and gathers the portal's context. `tell` adds what
 * HubSpot does not hold, before that.
 */
export async function syncedContext(
  store: Store,
  data: PortalData,
  plan: ReadPlan,
  tell: (store: PortalStore) => Promise<void> = async () => {},
): Promise<PortalContext> {
  const { takenAt, timeZone } = data;
  const clock = () => takenAt;
  const portalStore = store.portal(portalId(data.portalId));
  const sandbox = await startSandbox({ data, limits: 'off', clock });
  try {
    const { client } = makeUnpacedClient({ baseUrl: sandbox.url, token: async () => sandbox.token, clock });
    await syncPortal({ client, store: portalStore, plan, ownProperties: [], timeZone, clock });
    await tell(portalStore);
    return await gatherPortalContext(await client.account(), client, portalStore, plan);
  } finally {
    await sandbox.close();
  }
}

/** The same, so that models can be scored over it. */
export async function syncedPortal(...[store, data, plan, tell]: Parameters<typeof syncedContext>): Promise<ScoreBy> {
  return scoreOver(store, data, await syncedContext(store, data, plan, tell));
}

/** Scores a portal that was synced into the store, in this context. */
export function scoreOver(store: Store, data: PortalData, context: PortalContext, extent?: Extent): ScoreBy {
  const calendar = makeCalendar(data.timeZone);
  return async (model, asOf = data.takenAt) => {
    const job = { store: store.portal(portalId(data.portalId)), model, calendar, asOf };
    const portal = await withBands({ ...job, portal: context });
    const scored: ScoredCompany[] = [];
    for await (const page of scorePortal({ ...job, portal, ...(extent && { extent }) })) scored.push(...page);
    return scored.toSorted((a, b) => (a.companyId < b.companyId ? -1 : 1));
  };
}
