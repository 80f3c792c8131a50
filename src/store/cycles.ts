import type { CycleRecord } from './portal-store.ts';
import { toStoredJson } from './stored-json.ts';
import type { PortalScope } from './tables.ts';

/** A cycle saved again with the same `finishedAt` replaces itself. */
export async function saveCycle({ db, portalId }: PortalScope, cycle: CycleRecord): Promise<void> {
  const columns = {
    as_of: cycle.asOf,
    model_name: cycle.modelName,
    model_version: cycle.modelVersion,
    context: toStoredJson(cycle.context),
  };
  await db
    .insertInto('cycle')
    .values({ portal_id: portalId, finished_at: cycle.finishedAt, ...columns })
    .onConflict((conflict) => conflict.columns(['portal_id', 'finished_at']).doUpdateSet(columns))
    .execute();
}

export async function latestCycle({ db, portalId }: PortalScope): Promise<CycleRecord | undefined> {
  const row = await db
    .selectFrom('cycle')
    .selectAll()
    .where('portal_id', '=', portalId)
    .orderBy('finished_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    asOf: row.as_of,
    finishedAt: row.finished_at,
    modelName: row.model_name,
    modelVersion: row.model_version,
    context: row.context,
  };
}
