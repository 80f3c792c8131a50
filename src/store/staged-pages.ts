import type { ObjectType } from '../scoring/object-types.ts';
import type { SyncState } from './sync-state.ts';
import { saveSyncState } from './sync-state.ts';
import type { PortalScope } from './tables.ts';

/** A page that waits for its associations, or their labels. `content` is plain JSON, given back as it came. */
export interface StagedPage {
  /** Unique within the type: by its last record, and whether a search or the list gave it. */
  readonly key: string;
  readonly content: unknown;
}

/** A page of the same key is replaced: it was read again. */
export async function stagePage(
  { db, portalId }: PortalScope,
  objectType: ObjectType,
  page: StagedPage,
  state: SyncState,
): Promise<void> {
  const content = JSON.stringify(page.content);
  await db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('staged_page')
      .values({ portal_id: portalId, object_type: objectType, key: page.key, content })
      .onConflict((conflict) => conflict.columns(['portal_id', 'object_type', 'key']).doUpdateSet({ content }))
      .execute();
    await saveSyncState({ db: transaction, portalId }, objectType, state);
  });
}

export async function readStagedPages(
  { db, portalId }: PortalScope,
  objectType: ObjectType,
): Promise<readonly StagedPage[]> {
  return await db
    .selectFrom('staged_page')
    .select(['key', 'content'])
    .where('portal_id', '=', portalId)
    .where('object_type', '=', objectType)
    .orderBy('key')
    .execute();
}

export async function dropStaged(
  { db, portalId }: PortalScope,
  objectType: ObjectType,
  keys: readonly string[],
): Promise<void> {
  if (keys.length === 0) return;
  await db
    .deleteFrom('staged_page')
    .where('portal_id', '=', portalId)
    .where('object_type', '=', objectType)
    .where('key', 'in', keys)
    .execute();
}
