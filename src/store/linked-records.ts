/**
 * The records of companies with all their versions and what is held of their pasts. Put together once, a company's are kept as one row:
 * to read that takes a tenth of the time in which each record is looked up.
 */
import { type RawBuilder, sql } from 'kysely';
import type { PortalId } from '../ids.ts';
import type { FactRecord } from '../scoring/facts.ts';
import type { Property, Values } from '../scoring/object-definition.ts';
import { OBJECT_TYPES, type ObjectType } from '../scoring/object-types.ts';
import { OBJECTS } from '../scoring/properties.ts';
import type { RecordHistory } from '../scoring/property-history.ts';
import { nobodyWrites } from './lock-writers.ts';
import type { PortalScope } from './tables.ts';

/** A record in one of its link intervals, as it is kept. A change of this shape needs a migration that drops what is kept. */
type KeptRecord = readonly [
  objectType: FactRecord['objectType'],
  id: string,
  linkedAt: number,
  unlinkedAt: number | null,
  versions: readonly (readonly [effectiveAt: number, seenAt: number, values: Values | null])[],
  history: RecordHistory | null,
];

/** All of a company's, by type, id and beginning of the link. */
export type LinkedRecords = readonly KeptRecord[];

export const toFacts = (records: LinkedRecords): readonly FactRecord[] =>
  records.map(([objectType, id, linkedAt, unlinkedAt, versions, history]) => ({
    objectType,
    id,
    versions: versions.map(([effectiveAt, seenAt, values]) => ({ effectiveAt, seenAt, values })),
    linkedAt,
    unlinkedAt,
    ...(history && { history }),
  }));

interface GatheredRow {
  readonly companyId: string;
  readonly records: LinkedRecords;
}

/**
 * Puts the records of these companies together, of which nothing is kept. `keeps`: for those who come later they are kept, unless somebody
 * is writing; not for a scope within a transaction.
 */
export async function gatherLinkedRecords(
  scope: PortalScope,
  companyIds: readonly string[],
  keeps: boolean,
): Promise<ReadonlyMap<string, LinkedRecords>> {
  if (companyIds.length === 0) return new Map();
  const rows = await (keeps ? gatherAndKeep : gather)(scope, companyIds);
  return new Map(rows.map(({ companyId, records }) => [companyId, records]));
}

/** Of most types no past is ever read: it is not looked for. */
const TELL_PAST = OBJECT_TYPES.filter((type) =>
  Object.values<Property>(OBJECTS[type].properties).some(({ past }) => past !== undefined),
);

/** "Offset 0": each record is looked up, never every fact or history read: see links.ts. */
const gathering = (portalId: PortalId, companyIds: readonly string[]): RawBuilder<GatheredRow> => sql`
  select c.id as "companyId", coalesce(linked.records, '[]') as records
  from unnest(${companyIds}::text[]) as c(id) cross join lateral (
    select json_agg(
      json_build_array(l.object_type, l.record_id, l.linked_at, l.unlinked_at, f.versions, h.value)
      order by l.object_type, l.record_id, l.linked_at
    ) as records
    from link l cross join lateral (
      select json_agg(json_build_array(effective_at, seen_at, value) order by seen_at) as versions from fact
      where portal_id = ${portalId} and object_type = l.object_type and record_id = l.record_id offset 0
    ) f left join lateral (
      select value from property_history
      where portal_id = ${portalId} and object_type = l.object_type and record_id = l.record_id
        and l.object_type = any(${TELL_PAST}::text[]) offset 0
    ) h on true
    where l.portal_id = ${portalId} and l.company_id = c.id and f.versions is not null
  ) linked`;

async function gather({ db, portalId }: PortalScope, companyIds: readonly string[]): Promise<readonly GatheredRow[]> {
  return (await gathering(portalId, companyIds).execute(db)).rows;
}

/** Whoever writes later drops what he changes; so nobody may write between the reading and the keeping. */
async function gatherAndKeep(scope: PortalScope, companyIds: readonly string[]): Promise<readonly GatheredRow[]> {
  const { portalId } = scope;
  return await scope.db.transaction().execute(async (db) => {
    if (!(await nobodyWrites({ db, portalId }))) return await gather({ db, portalId }, companyIds);
    const { rows } = await sql<GatheredRow>`
      with gathered as materialized (${gathering(portalId, companyIds)}), kept as (
        insert into company_records (portal_id, company_id, records)
        select ${portalId}::bigint, "companyId", records from gathered
        -- In one order, so that two who keep the same never wait for each other in a ring.
        order by "companyId" collate "C"
        on conflict do nothing
      )
      select "companyId", records from gathered
    `.execute(db);
    return rows;
  });
}

/**
 * Drops what is kept of the companies that any of these records is or was associated with, and of others by id. Within the writing
 * transaction, once, as its last statement but one that deletes links: rows are locked in the order of their keys, so that writers of two types never wait
 * for each other in a ring.
 */
export async function forgetLinkedRecords(
  { db, portalId }: PortalScope,
  objectType: ObjectType,
  ids: readonly string[],
  companyIds: readonly string[] = [],
): Promise<void> {
  if (ids.length === 0 && companyIds.length === 0) return;
  const ofRecord = sql`l.portal_id = ${portalId} and l.object_type = ${objectType} and l.record_id = r.id`;
  // Before the first cycle nothing is kept: then no link is looked up.
  await sql`
    with dropped as materialized (
      select company_id from company_records
      where portal_id = ${portalId} and exists (select 1 from company_records where portal_id = ${portalId})
        and company_id = any(array(
          select l.company_id from unnest(${ids}::text[]) as r(id) cross join lateral (
            (select l.company_id from link l where ${ofRecord} and l.unlinked_at is null offset 0)
            union all
            (select l.company_id from link l where ${ofRecord} and l.unlinked_at is not null offset 0)
          ) l
          union
          select unnest(${companyIds}::text[])
        ))
      order by company_id for update
    )
    delete from company_records using dropped
    where company_records.portal_id = ${portalId} and company_records.company_id = dropped.company_id
  `.execute(db);
}
