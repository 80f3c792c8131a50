import { type RawBuilder, sql } from 'kysely';
import type { ObjectType } from '../scoring/object-types.ts';
import { toStoredJson } from './stored-json.ts';
import type { PortalScope } from './tables.ts';

/** A record and all the companies it is associated with. */
export interface SeenLinks {
  readonly id: string;
  readonly companyIds: readonly string[];
}

/**
 * Opens a link to each company that is new to a record, and closes the links to those that are no longer there. HubSpot
 * does not date associations, so who looked last counts: a record whose links were changed by a look after `seenAt` keeps
 * them. A link that opened at this very moment and is not there after all never was. Each id may be given once; give a
 * few hundred records, in the transaction of the whole call, under the lock of the type. Gives the companies whose links changed.
 */
export async function setLinks(
  scope: PortalScope,
  objectType: ObjectType,
  records: readonly SeenLinks[],
  seenAt: number,
): Promise<readonly string[]> {
  const { db, portalId } = scope;
  const held = Map.groupBy(await heldLinks(scope, objectType, records, seenAt), (link) => link.id);
  const atOnce: string[] = [];
  const gone: string[] = [];
  const companies = new Set<string>();
  const opened: { id: string; companyId: string }[] = [];
  for (const { id, companyIds } of records) {
    const links = held.get(id) ?? [];
    if (links.some((link) => link.isNewer)) continue;
    const wanted = new Set(companyIds);
    for (const { companyId, linkedAt, row } of links) {
      if (wanted.delete(companyId)) continue;
      (linkedAt === seenAt ? atOnce : gone).push(row);
      companies.add(companyId);
    }
    for (const companyId of wanted) {
      opened.push({ id, companyId });
      companies.add(companyId);
    }
  }
  if (atOnce.length > 0)
    await sql`delete from link where portal_id = ${portalId} and ctid = any(${atOnce}::tid[])`.execute(db);
  if (gone.length > 0)
    await sql`update link set unlinked_at = ${seenAt} where portal_id = ${portalId} and ctid = any(${gone}::tid[])`.execute(
      db,
    );
  if (opened.length === 0) return [...companies];
  await sql`
    insert into link as held (portal_id, company_id, object_type, record_id, linked_at)
    select ${portalId}::bigint, r."companyId", ${objectType}, r.id, ${seenAt}::bigint
    from json_to_recordset(${toStoredJson(opened)}) as r(id text, "companyId" text)
    on conflict (portal_id, company_id, object_type, record_id, linked_at) do update set unlinked_at = null
  `.execute(db);
  return [...companies];
}

interface HeldLink {
  readonly id: string;
  readonly companyId: string;
  readonly linkedAt: number;
  /** Where the row is: it stays there while the type is locked. */
  readonly row: string;
  /** Whether it was opened or closed after the look. */
  readonly isNewer: boolean;
}

/** Of each record its open links, and one that was closed after the look. */
async function heldLinks(
  { db, portalId }: PortalScope,
  objectType: ObjectType,
  records: readonly SeenLinks[],
  seenAt: number,
): Promise<readonly HeldLink[]> {
  const link = (state: RawBuilder<unknown>) => sql`
    select l.company_id, l.linked_at, l.unlinked_at, l.ctid from link l
    where l.portal_id = ${portalId} and l.object_type = ${objectType} and l.record_id = r.id and ${state}`;
  // "Offset 0" and "limit 1" have each record looked up in the index. Left to choose, and with no statistics (the embedded
  // database gathers none), the planner reads every link of the type.
  const { rows } = await sql<HeldLink>`
    select r.id, l.company_id as "companyId", l.linked_at as "linkedAt", l.ctid::text as row,
      coalesce(l.unlinked_at, l.linked_at) > ${seenAt} as "isNewer"
    from unnest(${records.map(({ id }) => id)}::text[]) as r(id) cross join lateral (
      (${link(sql`l.unlinked_at is null`)} offset 0) union all (${link(sql`l.unlinked_at > ${seenAt}`)} limit 1)
    ) l
  `.execute(db);
  return rows;
}
