import { sql } from 'kysely';
import type { Values } from '../scoring/object-definition.ts';
import { OBJECT_TYPES, type ObjectType } from '../scoring/object-types.ts';
import { toStoredJson } from './stored-json.ts';
import type { PortalScope } from './tables.ts';

/** A record's state as one call saw it; null values: it is gone. */
export interface SeenState {
  readonly id: string;
  readonly effectiveAt: number;
  readonly values: Values | null;
}

/**
 * Adds a version of each record whose state is news; gives their ids. Each id may be given once. This is one statement:
 * give a few hundred states, in the transaction of the whole call, under the lock of the type.
 *
 * `seenAt` is the moment before the portal was asked, and others may have looked later and saved before: what is held may
 * be newer than what is given. A state is news when it differs from the record's latest version and:
 * - Both have values, and HubSpot dates it later, or as late and it was seen no earlier. (As late is enough, for a read plan
 *   that grew, and properties that HubSpot computes, change the values and not the date.)
 * - The record is gone, and was seen so no earlier than its latest version. HubSpot's dates do not decide that: the date of
 *   archiving need not agree with the date of the last change, and restoring need not change it.
 * - The record is back, seen at a later moment than its end, whatever its date; where the look may be stale by some time
 *   (`staleByMs`), later by more than that.
 * - It was never seen, and is not gone.
 *
 * Two versions of one `seenAt` are one look at the portal: the later replaces the earlier, and a call can be repeated. A
 * version that HubSpot dates later but was seen earlier goes right after the latest one: the newest state is always the latest.
 */
export async function addVersions(
  { db, portalId }: PortalScope,
  objectType: ObjectType,
  states: readonly SeenState[],
  seenAt: number,
  staleByMs = 0,
): Promise<readonly string[]> {
  const given = states.map(({ id, effectiveAt, values }) => ({ id, at: effectiveAt, value: values }));
  const { rows } = await sql<{ record_id: string }>`
    insert into fact (portal_id, object_type, record_id, seen_at, effective_at, value)
    select ${portalId}::bigint, ${objectType}, r.id,
      case when latest.seen_at > seen.at then latest.seen_at + 1 else seen.at end, r.at, r.value
    from json_to_recordset(${toStoredJson(given)}) as r(id text, at bigint, value jsonb)
    cross join (select ${seenAt}::bigint as at) seen
    left join lateral (
      select f.seen_at, f.effective_at, f.value from fact f
      where f.portal_id = ${portalId} and f.object_type = ${objectType} and f.record_id = r.id
      order by f.seen_at desc limit 1
    ) latest on true
    where case
      when latest.seen_at is null then r.value is not null
      when latest.value is not distinct from r.value then false
      when r.value is null then seen.at >= latest.seen_at
      when latest.value is null then seen.at - ${staleByMs}::bigint > latest.seen_at
      else (r.at, seen.at) >= (latest.effective_at, latest.seen_at)
    end
    on conflict (portal_id, object_type, record_id, seen_at) do update
      set effective_at = excluded.effective_at, value = excluded.value
    returning record_id
  `.execute(db);
  return rows.map((row) => row.record_id);
}

/** Records whose latest version is not an end, by object type; 0 where there are none; custom objects only where there are some. */
export async function countRecords({ db, portalId }: PortalScope): Promise<Readonly<Record<ObjectType, number>>> {
  const { rows } = await sql<{ object_type: ObjectType; held: number }>`
    select object_type, count(*) as held from (
      select distinct on (object_type, record_id) object_type, value is not null as is_held from fact
      where portal_id = ${portalId}
      order by object_type desc, record_id desc, seen_at desc
    ) latest where is_held group by object_type
  `.execute(db);
  const none = OBJECT_TYPES.map((objectType) => [objectType, 0] as const);
  const held = rows.map((row) => [row.object_type, row.held] as const);
  return Object.fromEntries([...none, ...held]) as Record<ObjectType, number>;
}

/** Ids of records whose latest version is not an end, in byte order after `after`, at most `limit`. */
export async function heldIds(
  { db, portalId }: PortalScope,
  objectType: ObjectType,
  after: string | null,
  limit: number,
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select f.record_id as id from fact f
    where f.portal_id = ${portalId} and f.object_type = ${objectType} and f.record_id > ${after ?? ''}
      and f.value is not null and f.seen_at = (
        select max(l.seen_at) from fact l
        where l.portal_id = ${portalId} and l.object_type = ${objectType} and l.record_id = f.record_id
      )
    order by f.record_id limit ${limit}
  `.execute(db);
  return rows.map((row) => row.id);
}
