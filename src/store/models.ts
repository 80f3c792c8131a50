import { type Actor, recordAudit } from './audit-log.ts';
import { toStoredJson } from './stored-json.ts';
import type { PortalScope } from './tables.ts';

/** Who has a model score from now on, and since when, ms. */
export interface ModelPublished {
  readonly at: number;
  readonly by: Actor;
}

/** Keeps a model under its name and version and logs that, unless there is one: what a version stands for never changes. */
export async function saveModel(
  { db, portalId }: PortalScope,
  name: string,
  version: string,
  content: unknown,
  { at, by }: ModelPublished,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const { numInsertedOrUpdatedRows = 0n } = await transaction
      .insertInto('model')
      .values({ portal_id: portalId, name, version, content: toStoredJson(content) })
      .onConflict((conflict) => conflict.columns(['portal_id', 'name', 'version']).doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 0n) return;
    const entry = { at, actor: by, kind: 'model_published', about: name, before: null, after: { version } } as const;
    await recordAudit({ db: transaction, portalId }, entry);
  });
}

export async function readStoredModel({ db, portalId }: PortalScope, name: string, version: string): Promise<unknown> {
  const row = await db
    .selectFrom('model')
    .select('content')
    .where('portal_id', '=', portalId)
    .where('name', '=', name)
    .where('version', '=', version)
    .executeTakeFirst();
  return row?.content;
}
