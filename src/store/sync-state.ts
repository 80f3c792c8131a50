import type { ObjectType } from '../scoring/properties.ts';
import type { SyncState } from './portal-store.ts';
import type { PortalScope } from './tables.ts';

export async function readSyncState(
  { db, portalId }: PortalScope,
  objectType: ObjectType,
): Promise<SyncState | undefined> {
  const row = await db
    .selectFrom('sync_state')
    .select('state')
    .where('portal_id', '=', portalId)
    .where('object_type', '=', objectType)
    .executeTakeFirst();
  return row?.state;
}

export async function saveSyncState(scope: PortalScope, objectType: ObjectType, value: SyncState): Promise<void> {
  const state = JSON.stringify(value);
  await scope.db
    .insertInto('sync_state')
    .values({ portal_id: scope.portalId, object_type: objectType, state })
    .onConflict((conflict) => conflict.columns(['portal_id', 'object_type']).doUpdateSet({ state }))
    .execute();
}
