import { toStoredJson } from './stored-json.ts';
import type { PortalScope } from './tables.ts';

/** Keeps a model under its name and version, unless there is one: what a version stands for never changes. */
export async function saveModel(
  { db, portalId }: PortalScope,
  name: string,
  version: string,
  content: unknown,
): Promise<void> {
  await db
    .insertInto('model')
    .values({ portal_id: portalId, name, version, content: toStoredJson(content) })
    .onConflict((conflict) => conflict.columns(['portal_id', 'name', 'version']).doNothing())
    .execute();
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
