import { type Kysely, sql } from 'kysely';
import { isCustomType, OBJECT_TYPES, type ObjectType } from '../scoring/object-types.ts';
import { forgetLinkedRecords } from './linked-records.ts';
import { lockWriters } from './lock-writers.ts';
import { rowBatches } from './row-batches.ts';
import type { PortalScope, Tables } from './tables.ts';

/**
 * Deletes a record's versions, past values and links, and that it was touched; of a company also what was published, shown, said and posted of it. The id
 * stays behind, and keeps out what was read before and is saved later: `withoutPurged` leaves it out. Waits for the saves
 * under way. A page that is staged keeps the record until sync has gone through that page and dropped it: seconds, or
 * until the next run where one died.
 */
export async function purge({ db, portalId }: PortalScope, objectType: ObjectType, id: string): Promise<void> {
  // A company's links belong to records of the other types.
  const types = objectType === 'companies' ? [...OBJECT_TYPES, ...(await customTypes({ db, portalId }))] : [objectType];
  await db.transaction().execute(async (transaction) => {
    for (const type of types) {
      await lockWriters({ db: transaction, portalId }, type);
    }
    await transaction
      .insertInto('purged_record')
      .values({ portal_id: portalId, object_type: objectType, record_id: id })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await forgetLinkedRecords({ db: transaction, portalId }, objectType, [id], objectType === 'companies' ? [id] : []);
    for (const table of ['fact', 'property_history', 'touched_record'] as const) {
      await transaction
        .deleteFrom(table)
        .where('portal_id', '=', portalId)
        .where('object_type', '=', objectType)
        .where('record_id', '=', id)
        .execute();
    }
    if (objectType === 'companies') await deleteOfCompany(transaction, portalId, id);
    else await deleteLinksOf(transaction, portalId, objectType, id);
    // Written anew for its stamp: what was computed before must not be shown any more.
    await sql`update portal set profile = profile where portal_id = ${portalId}`.execute(transaction);
  });
}

/** The custom objects that are read, in the order in which they are locked. */
async function customTypes({ db, portalId }: PortalScope): Promise<readonly ObjectType[]> {
  const rows = await db.selectFrom('sync_state').select('object_type').where('portal_id', '=', portalId).execute();
  return rows
    .map((row) => row.object_type)
    .filter(isCustomType)
    .toSorted();
}

/** Two statements, one for each index of links by record. */
async function deleteLinksOf(db: Kysely<Tables>, portalId: number, objectType: ObjectType, id: string): Promise<void> {
  const ofRecord = sql`portal_id = ${portalId} and object_type = ${objectType} and record_id = ${id}`;
  await sql`delete from link where ${ofRecord} and unlinked_at is null`.execute(db);
  await sql`delete from link where ${ofRecord} and unlinked_at is not null`.execute(db);
}

/** The tables that tell something of a company by `company_id`. */
const OF_COMPANY = [
  'link',
  'published_score',
  'band_event',
  'play',
  'shown_value',
  'rescored_company',
  'judgement',
  'usage_row',
] as const;

async function deleteOfCompany(db: Kysely<Tables>, portalId: PortalScope['portalId'], id: string): Promise<void> {
  for (const table of OF_COMPANY) {
    await db.deleteFrom(table).where('portal_id', '=', portalId).where('company_id', '=', id).execute();
  }
}

/** The rows of records that were not purged. The caller holds the type's lock. */
export async function withoutPurged<Row extends { readonly id: string }>(
  { db, portalId }: PortalScope,
  objectType: ObjectType,
  rows: readonly Row[],
): Promise<readonly Row[]> {
  const found = await sql<{ id: string }>`
    select p.record_id as id from purged_record p
    where p.portal_id = ${portalId} and p.object_type = ${objectType} and p.record_id = any(${rows.map(({ id }) => id)}::text[])
  `.execute(db);
  if (found.rows.length === 0) return rows;
  const purged = new Set(found.rows.map(({ id }) => id));
  return rows.filter(({ id }) => !purged.has(id));
}

export async function requestPurge({ db, portalId }: PortalScope, contactIds: readonly string[]): Promise<void> {
  for (const batch of rowBatches([...new Set(contactIds)].toSorted())) {
    await db
      .insertInto('purge_request')
      .values(batch.map((id) => ({ portal_id: portalId, contact_id: id })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** By id. */
export async function readPurgeRequests({ db, portalId }: PortalScope): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('purge_request')
    .select('contact_id')
    .where('portal_id', '=', portalId)
    .orderBy('contact_id')
    .execute();
  return rows.map((row) => row.contact_id);
}

export async function forgetPurgeRequests({ db, portalId }: PortalScope, contactIds: readonly string[]): Promise<void> {
  for (const batch of rowBatches(contactIds)) {
    await db.deleteFrom('purge_request').where('portal_id', '=', portalId).where('contact_id', 'in', batch).execute();
  }
}
