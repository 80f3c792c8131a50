import type { CallOrder } from '../hubspot/call-order.ts';
import type { PortalClient } from '../hubspot/portal-client.ts';
import type { TypePlan } from '../scoring/read-plan.ts';
import type { PortalStore } from '../store/portal-store.ts';
import type { PropertyChoice } from '../store/sync-state.ts';
import { askedProperties } from './choose-properties.ts';
import { withAssociations, withLentCompanies } from './complete-records.ts';
import { isWanted, windowFrom } from './read-window.ts';
import { storePage } from './store-page.ts';

export interface RereadJob {
  readonly client: PortalClient;
  readonly store: PortalStore;
  readonly plan: TypePlan;
  readonly choice: PropertyChoice;
  readonly ownProperties: readonly string[];
  /** The portal's time zone, IANA. */
  readonly timeZone: string;
  /** Ms since 1970 UTC. */
  readonly clock: () => number;
  readonly order?: CallOrder;
}

/**
 * Looks at records by id and stores how they stand now, associations included; what is not there has ended, and
 * what is too old to be read is left as it is. `held` are
 * the ids that are there, `ended` those that are not, and those that were merged into them. The outcome does not depend on why, or how often, one looks. Throws what the client throws.
 */
export async function rereadRecords(
  job: RereadJob,
  ids: readonly string[],
): Promise<{ readonly held: readonly string[]; readonly ended: readonly string[]; readonly changed: number }> {
  if (ids.length === 0) return { held: [], ended: [], changed: 0 };
  const { client, store, plan, choice, order = {} } = job;
  const { objectType } = plan;
  const own = objectType === 'companies' ? job.ownProperties : [];
  const { records, askedAt } = await client.read(objectType, ids, askedProperties(choice, own), order);
  // HubSpot answers a merged record's id with the record that it went into.
  const asked = new Set(ids);
  const live = records.filter(({ id }) => asked.has(id));
  const held = new Set(live.map(({ id }) => id));
  const recent = live.filter((record) => isWanted(record, windowFrom(plan, askedAt)));

  const linked = await withAssociations(client, plan, choice, recent, order);
  const complete = await withLentCompanies(client, choice.companiesVia, linked, order);
  const page = { ...job, own, records: complete, askedAt, staleByMs: 0, dirtyValues: {} };
  const stored = recent.length === 0 ? { changed: 0, ended: [] } : await storePage(page);
  const gone = ids.filter((id) => !held.has(id)).map((id) => ({ id, effectiveAt: askedAt }));
  const ended = gone.length === 0 ? { changed: 0 } : await store.endRecords(objectType, gone, askedAt);
  return {
    held: [...held],
    ended: [...gone.map(({ id }) => id), ...stored.ended],
    changed: stored.changed + ended.changed,
  };
}
