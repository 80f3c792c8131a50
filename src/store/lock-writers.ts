import { sql } from 'kysely';
import type { PortalId } from '../ids.ts';
import { isCustomType, OBJECT_TYPES, type ObjectType } from '../scoring/object-types.ts';
import type { PortalScope } from './tables.ts';

/**
 * Waits until no other transaction writes facts of this portal's object type, and keeps others waiting until this one ends. What
 * is news depends on what is held: two writers at once (sync and events) would each decide by what the other is about to
 * change, and could wait for each other in a ring. The first statement of a transaction, by types in the same order.
 */
export async function lockWriters({ db, portalId }: PortalScope, objectType: ObjectType): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${keyOf(portalId, objectType)}, 0))`.execute(db);
}

/** Whether no other transaction writes facts of this portal. If so, none will until this one ends. Never waits. */
export async function nobodyWrites({ db, portalId }: PortalScope): Promise<boolean> {
  const keys = [...OBJECT_TYPES.map((type) => keyOf(portalId, type)), keyOf(portalId, ANY_CUSTOM)];
  const { rows } = await sql<{ free: boolean }>`
    select bool_and(pg_try_advisory_xact_lock_shared(hashtextextended(key, 0))) as free from unnest(${keys}::text[]) as key
  `.execute(db);
  return rows[0]?.free ?? false;
}

/** Nobody knows which custom objects others write: all have one lock. */
const ANY_CUSTOM = '2-0';

const keyOf = (portalId: PortalId, objectType: ObjectType) =>
  `${portalId}/${isCustomType(objectType) ? ANY_CUSTOM : objectType}`;
