import { sql } from 'kysely';
import type { ObjectType } from '../scoring/object-types.ts';
import { mergeHistories, type RecordHistory } from '../scoring/property-history.ts';
import { forgetLinkedRecords } from './linked-records.ts';
import { lockWriters } from './lock-writers.ts';
import { withoutPurged } from './purges.ts';
import { rowBatches } from './row-batches.ts';
import { toStoredJson } from './stored-json.ts';
import type { PortalScope } from './tables.ts';

/** A record whose past is to be read, and the properties of which it is held already. */
export interface UnreadPast {
  readonly id: string;
  readonly held: readonly string[];
}

/**
 * Records held now, and seen for the first time at a moment (ms) or before, of which the past of one of these properties is not
 * held: in byte order after an id, at most `limit`.
 */
export async function unreadPasts(
  { db, portalId }: PortalScope,
  objectType: ObjectType,
  properties: readonly string[],
  { after, seenBy, limit }: { readonly after: string | null; readonly seenBy: number; readonly limit: number },
): Promise<readonly UnreadPast[]> {
  const { rows } = await sql<UnreadPast>`
    select f.record_id as id,
      coalesce((select json_agg(k) from jsonb_object_keys(h.value) k), '[]'::json) as held
    from fact f left join property_history h
      on h.portal_id = f.portal_id and h.object_type = f.object_type and h.record_id = f.record_id
    where f.portal_id = ${portalId} and f.object_type = ${objectType} and f.record_id > ${after ?? ''}
      and f.value is not null and f.seen_at = (
        select max(l.seen_at) from fact l
        where l.portal_id = ${portalId} and l.object_type = ${objectType} and l.record_id = f.record_id
      )
      and exists (
        select 1 from fact e
        where e.portal_id = ${portalId} and e.object_type = ${objectType} and e.record_id = f.record_id
          and e.seen_at <= ${seenBy}
      )
      and not coalesce(h.value ?& ${properties}::text[], false)
    order by f.record_id limit ${limit}
  `.execute(db);
  return rows;
}

/**
 * Keeps what was read of records' pasts, all or none, beside what is held of other properties; read again, nothing is forgotten that
 * HubSpot has dropped since. Each id may be given once; purged records are left out.
 */
export async function saveHistories(
  { db, portalId }: PortalScope,
  objectType: ObjectType,
  rows: readonly { readonly id: string; readonly history: RecordHistory }[],
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const scope = { db: transaction, portalId };
    await lockWriters(scope, objectType);
    for (const given of rowBatches(rows)) {
      const batch = await withoutPurged(scope, objectType, given);
      const ids = batch.map(({ id }) => id);
      const held = await historiesOf(scope, objectType, ids);
      const merged = batch.map(({ id, history }) => ({ id, value: mergeHistories(held.get(id) ?? {}, history) }));
      await sql`
        insert into property_history (portal_id, object_type, record_id, value)
        select ${portalId}::bigint, ${objectType}, r.id, r.value
        from json_to_recordset(${toStoredJson(merged)}) as r(id text, value jsonb)
        on conflict (portal_id, object_type, record_id) do update set value = excluded.value
      `.execute(transaction);
    }
    await forgetLinkedRecords(
      scope,
      objectType,
      rows.map(({ id }) => id),
    );
  });
}

/** What is held of these records' pasts, by id. */
async function historiesOf(
  { db, portalId }: PortalScope,
  objectType: ObjectType,
  ids: readonly string[],
): Promise<ReadonlyMap<string, RecordHistory>> {
  const { rows } = await sql<{ id: string; value: RecordHistory }>`
    select r.id, h.value from unnest(${ids}::text[]) as r(id) cross join lateral (
      select value from property_history
      where portal_id = ${portalId} and object_type = ${objectType} and record_id = r.id
      offset 0 -- each record is looked up, never every history read: see links.ts
    ) h
  `.execute(db);
  return new Map(rows.map(({ id, value }) => [id, value]));
}
