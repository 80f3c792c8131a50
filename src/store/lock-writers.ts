import { sql } from 'kysely';
import type { ObjectType } from '../scoring/object-types.ts';
import type { PortalScope } from './tables.ts';

/**
 * Waits until no other transaction writes facts of this portal's object type, and keeps others waiting until this one ends. What
 * is news depends on what is held: two writers at once (sync and events) would each decide by what the other is about to
 * change, and could wait for each other in a ring. The first statement of a transaction, by types in the same order.
 */
export async function lockWriters({ db, portalId }: PortalScope, objectType: ObjectType): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${portalId}/${objectType}`}, 0))`.execute(db);
}
