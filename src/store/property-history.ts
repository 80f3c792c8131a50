import { sql } from 'kysely';
import type { AccountFacts } from '../scoring/facts.ts';
import type { Property } from '../scoring/object-definition.ts';
import { OBJECT_TYPES, type ObjectType } from '../scoring/object-types.ts';
import { OBJECTS } from '../scoring/properties.ts';
import { mergeHistories, type RecordHistory } from '../scoring/property-history.ts';
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
      const held = await historiesOf(scope, new Map([[objectType, ids]]));
      const merged = batch.map(({ id, history }) => ({
        id,
        value: mergeHistories(held(objectType, id) ?? {}, history),
      }));
      await sql`
        insert into property_history (portal_id, object_type, record_id, value)
        select ${portalId}::bigint, ${objectType}, r.id, r.value
        from json_to_recordset(${toStoredJson(merged)}) as r(id text, value jsonb)
        on conflict (portal_id, object_type, record_id) do update set value = excluded.value
      `.execute(transaction);
    }
  });
}

/** Looks up what is held of a record's past; undefined: nothing. */
type HistoryOf = (objectType: ObjectType, id: string) => RecordHistory | undefined;

/** The accounts with what is held of the pasts of their companies and records. */
export async function withHistories(
  { db, portalId }: PortalScope,
  accounts: readonly AccountFacts[],
): Promise<readonly AccountFacts[]> {
  const ids = accounts.map(({ companyId }) => companyId);
  // "Offset 0": each record is looked up, never every history read: see links.ts.
  const { rows } = await sql<{ type: string; id: string; value: RecordHistory }>`
    select distinct on (r.type, r.id) r.type, r.id, h.value from (
      select 'companies' as type, c.id from unnest(${ids}::text[]) as c(id)
      union all
      select l.object_type, l.record_id from link l
      where l.portal_id = ${portalId} and l.company_id = any(${ids}::text[]) and l.object_type = any(${TELL_PAST}::text[])
    ) r cross join lateral (
      select value from property_history
      where portal_id = ${portalId} and object_type = r.type and record_id = r.id offset 0
    ) h
  `.execute(db);
  if (rows.length === 0) return accounts;
  const found = new Map(rows.map(({ type, id, value }) => [`${type}/${id}`, value]));
  return accounts.map((account) => {
    const companyHistory = found.get(`companies/${account.companyId}`);
    const records = account.records.map((record) => {
      const history = found.get(`${record.objectType}/${record.id}`);
      return history === undefined ? record : { ...record, history };
    });
    return { ...account, ...(companyHistory && { companyHistory }), records };
  });
}

/** Of most types no past is ever read: their records are not looked for. */
const TELL_PAST = OBJECT_TYPES.filter((type) =>
  Object.values<Property>(OBJECTS[type].properties).some(({ past }) => past !== undefined),
);

async function historiesOf(
  { db, portalId }: PortalScope,
  ids: ReadonlyMap<ObjectType, readonly string[]>,
): Promise<HistoryOf> {
  const asked = [...ids].flatMap(([type, of]) => of.map((id) => [type, id] as const));
  const { rows } = await sql<{ type: string; id: string; value: RecordHistory }>`
    select r.type, r.id, h.value
    from unnest(${asked.map(([type]) => type)}::text[], ${asked.map(([, id]) => id)}::text[]) as r(type, id)
    cross join lateral (
      select value from property_history
      where portal_id = ${portalId} and object_type = r.type and record_id = r.id
      offset 0 -- each record is looked up, never every history read: see links.ts
    ) h
  `.execute(db);
  const found = new Map(rows.map(({ type, id, value }) => [`${type}/${id}`, value]));
  return (type, id) => found.get(`${type}/${id}`);
}
