import type { Kysely } from 'kysely';
import type { PortalId } from '../ids.ts';
import { type Actor, recordAudit } from './audit-log.ts';
import type { PortalScope, Tables } from './tables.ts';

/** A key that lets a portal's own systems post usage. The key itself is not kept. Times in ms since 1970 UTC. */
export interface IngestKey {
  /** What people call it by. */
  readonly id: string;
  readonly label: string;
  readonly madeAt: number;
  readonly revokedAt: number | null;
}

export async function addIngestKey(
  { db, portalId }: PortalScope,
  { id, hash, label, madeAt }: Omit<IngestKey, 'revokedAt'> & { readonly hash: string },
  by: Actor,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('ingest_key')
      .values({ portal_id: portalId, key_id: id, hash, label, made_at: madeAt, revoked_at: null })
      .execute();
    const entry = {
      at: madeAt,
      actor: by,
      kind: 'ingest_key_made',
      about: id,
      before: null,
      after: { label },
    } as const;
    await recordAudit({ db: transaction, portalId }, entry);
  });
}

/** Revoked ones too, in the order of their making. */
export async function readIngestKeys({ db, portalId }: PortalScope): Promise<readonly IngestKey[]> {
  const rows = await db
    .selectFrom('ingest_key')
    .select(['key_id', 'label', 'made_at', 'revoked_at'])
    .where('portal_id', '=', portalId)
    .orderBy('made_at')
    .orderBy('key_id')
    .execute();
  return rows.map((row) => ({ id: row.key_id, label: row.label, madeAt: row.made_at, revokedAt: row.revoked_at }));
}

/** False where the portal has no such key that was not revoked before. */
export async function revokeIngestKey(
  { db, portalId }: PortalScope,
  id: string,
  at: number,
  by: Actor,
): Promise<boolean> {
  return await db.transaction().execute(async (transaction) => {
    const revoked = await transaction
      .updateTable('ingest_key')
      .set({ revoked_at: at })
      .where('portal_id', '=', portalId)
      .where('key_id', '=', id)
      .where('revoked_at', 'is', null)
      .returning('label')
      .executeTakeFirst();
    if (revoked === undefined) return false;
    const entry = { at, actor: by, kind: 'ingest_key_revoked', about: id, before: revoked, after: null } as const;
    await recordAudit({ db: transaction, portalId }, entry);
    return true;
  });
}

/** Whose key this is; undefined for one that nobody has, or that was revoked. The one look-up across portals: a key names its portal. */
export async function portalOfIngestKey(db: Kysely<Tables>, hash: string): Promise<PortalId | undefined> {
  const row = await db
    .selectFrom('ingest_key')
    .select('portal_id')
    .where('hash', '=', hash)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return row?.portal_id;
}
