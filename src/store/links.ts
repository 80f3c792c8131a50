import { sql } from 'kysely';
import type { ObjectType } from '../scoring/properties.ts';
import { toStoredJson } from './stored-json.ts';
import type { PortalScope } from './tables.ts';

/** A record and all the companies it is associated with. */
export interface SeenLinks {
  readonly id: string;
  readonly companyIds: readonly string[];
}

/**
 * Opens a link to each company that is new to a record, and closes the links to those that are no longer there. HubSpot
 * does not date associations, so what is told last counts. A link that opened at this very moment, or later by a clock
 * that went back, and is not there after all never was. Each id may be given once; give a few hundred records, in the
 * transaction of the whole call.
 */
export async function setLinks(
  { db, portalId }: PortalScope,
  objectType: ObjectType,
  records: readonly SeenLinks[],
  seenAt: number,
): Promise<void> {
  const seen = sql`json_to_recordset(${toStoredJson(records)}) as r(id text, "companyIds" text[])`;
  const ofRecord = sql`l.portal_id = ${portalId} and l.object_type = ${objectType} and l.record_id = r.id`;
  // "Offset 0" and "limit 1" have each record looked up in the index. Left to choose, and with no statistics (the embedded
  // database gathers none), the planner reads every link of the type for each statement.
  const gone = sql`
    select open.ctid, open.linked_at from ${seen} cross join lateral (
      select l.ctid, l.linked_at from link l
      where ${ofRecord} and l.unlinked_at is null and not l.company_id = any(r."companyIds") offset 0
    ) open`;
  const goneSince = sql`array(select ctid from (${gone}) gone where linked_at >= ${seenAt})`;
  await sql`delete from link where ctid = any(${goneSince})`.execute(db);
  await sql`update link set unlinked_at = ${seenAt} where ctid = any(array(select ctid from (${gone}) gone))`.execute(
    db,
  );
  await sql`
    insert into link as held (portal_id, company_id, object_type, record_id, linked_at)
    select distinct ${portalId}::bigint, c.company_id, ${objectType}, r.id, ${seenAt}::bigint
    from ${seen} cross join unnest(r."companyIds") as c(company_id)
    left join lateral (
      select true as is_there from link l
      where ${ofRecord} and l.company_id = c.company_id and l.unlinked_at is null limit 1
    ) open on true
    where open.is_there is null
    on conflict (portal_id, company_id, object_type, record_id, linked_at) do update set unlinked_at = null
  `.execute(db);
}
