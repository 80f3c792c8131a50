import { type Actor, type NewAuditEntry, recordAudit } from './audit-log.ts';
import { nextRevision } from './model-drafts.ts';
import { MODEL_SETTING } from './model-setting.ts';
import { toStoredJson } from './stored-json.ts';
import type { PortalScope } from './tables.ts';

/** Who has a model score from now on, and since when, ms. */
export interface ModelPublished {
  readonly at: number;
  readonly by: Actor;
}

/** A version of a model that was kept. */
export interface KeptVersion {
  readonly name: string;
  readonly version: string;
  /** Ms since 1970 UTC; null: kept before this was. */
  readonly publishedAt: number | null;
  readonly by: Actor | null;
}

/** A version with what it says. */
export interface KeptModel extends KeptVersion {
  /** Plain JSON, with the order of its keys. */
  readonly content: unknown;
  /** As people wrote it; null: it came from a file of the service's. */
  readonly yaml: string | null;
}

/** A model that a portal is to be scored by from now on. */
export interface ModelInUse {
  readonly name: string;
  readonly version: string;
  /** What the draft became; null: the version was kept before, and the draft stays as it is. */
  readonly fresh: { readonly content: unknown; readonly yaml: string } | null;
  /** Of the draft, as whoever changes it saw it. */
  readonly fromRevision: number;
  readonly audit: NewAuditEntry;
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
    const scope = { db: transaction, portalId };
    if (!(await addModel(scope, { name, version, content, yaml: null, at, by }))) return;
    const entry = { at, actor: by, kind: 'model_published', about: name, before: null, after: { version } } as const;
    await recordAudit(scope, entry);
  });
}

interface NewModel extends ModelPublished {
  readonly name: string;
  readonly version: string;
  readonly content: unknown;
  readonly yaml: string | null;
}

/** False where there is such a version. */
async function addModel({ db, portalId }: PortalScope, given: NewModel): Promise<boolean> {
  const { name, version, content, yaml, at, by } = given;
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto('model')
    .values({
      portal_id: portalId,
      name,
      version,
      content: toStoredJson(content),
      yaml,
      published_at: at,
      published_by: toStoredJson(by),
    })
    .onConflict((conflict) => conflict.columns(['portal_id', 'name', 'version']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows > 0n;
}

/**
 * Has a version score the portal from now on, and logs that: all of it or nothing. False, and nothing is changed, where the draft has another
 * revision by now, or a version that is to be fresh is there already.
 */
export async function putModelInUse({ db, portalId }: PortalScope, change: ModelInUse): Promise<boolean> {
  const { name, version, fresh, fromRevision, audit } = change;
  const isDone = db.transaction().execute(async (transaction) => {
    const scope = { db: transaction, portalId };
    if (!(await nextRevision(scope, fromRevision, fresh === null ? 'keep' : null))) throw new Overtaken();
    const published = { at: audit.at, by: audit.actor };
    if (fresh !== null && !(await addModel(scope, { name, version, ...fresh, ...published }))) throw new Overtaken();
    const value = toStoredJson({ name, version });
    await transaction
      .insertInto('portal_setting')
      .values({ portal_id: portalId, name: MODEL_SETTING, version: 1, value })
      .onConflict((conflict) =>
        conflict
          .columns(['portal_id', 'name'])
          .doUpdateSet(({ eb, ref }) => ({ value, version: eb(ref('portal_setting.version'), '+', 1) })),
      )
      .execute();
    await recordAudit(scope, audit);
    return true;
  });
  return await isDone.catch((error: unknown) => {
    if (error instanceof Overtaken) return false;
    throw error;
  });
}

/** Undoes a transaction. */
class Overtaken extends Error {}

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

/** Undefined: no such version was kept. */
export async function readKeptModel(
  { db, portalId }: PortalScope,
  name: string,
  version: string,
): Promise<KeptModel | undefined> {
  return await db
    .selectFrom('model')
    .select(['name', 'version', 'content', 'yaml', 'published_at as publishedAt', 'published_by as by'])
    .where('portal_id', '=', portalId)
    .where('name', '=', name)
    .where('version', '=', version)
    .executeTakeFirst();
}

/** The newest first; those of which nobody knows when last. */
export async function readModelVersions({ db, portalId }: PortalScope): Promise<readonly KeptVersion[]> {
  return await db
    .selectFrom('model')
    .select(['name', 'version', 'published_at as publishedAt', 'published_by as by'])
    .where('portal_id', '=', portalId)
    .orderBy('published_at', (order) => order.desc().nullsLast())
    .orderBy('name')
    .orderBy('version', 'desc')
    .execute();
}
