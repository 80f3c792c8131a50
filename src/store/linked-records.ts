import { sql } from 'kysely';
import type { FactRecord, RecordVersion } from '../scoring/facts.ts';
import type { Values } from '../scoring/object-definition.ts';
import type { PortalScope } from './tables.ts';

/** A version of a linked record. */
type Version = readonly [
  objectType: FactRecord['objectType'],
  recordId: string,
  linkedAt: number,
  unlinkedAt: number | null,
  effectiveAt: number,
  seenAt: number,
  values: Values | null,
];

/**
 * The records of these companies with all their versions, by company: one for each link interval, by type, id and beginning of the
 * link. A company is one row of JSON: what the driver makes of a row for each version takes a third longer. (A text holds some
 * million versions.)
 */
export async function readLinkedRecords(
  { db, portalId }: PortalScope,
  companyIds: readonly string[],
): Promise<ReadonlyMap<string, readonly FactRecord[]>> {
  const { rows } = await sql<{ companyId: string; versions: readonly Version[] }>`
    select company_id as "companyId", json_agg(
      json_build_array(object_type, record_id, linked_at, unlinked_at, effective_at, seen_at, value)
    ) as versions
    from (
      select l.company_id, l.object_type, l.record_id, l.linked_at, l.unlinked_at, f.effective_at, f.seen_at, f.value
      from link l cross join lateral (
        select effective_at, seen_at, value from fact
        where portal_id = ${portalId} and object_type = l.object_type and record_id = l.record_id
        offset 0 -- each record is looked up, never every fact read: see links.ts
      ) f
      where l.portal_id = ${portalId} and l.company_id = any(${companyIds}::text[])
      order by l.company_id, l.object_type, l.record_id, l.linked_at, f.seen_at
    ) version
    group by company_id
  `.execute(db);
  return new Map(rows.map(({ companyId, versions }) => [companyId, [...recordsOf(versions)]]));
}

/** One record for each link interval, whose versions stand together. */
function* recordsOf(rows: readonly Version[]): Generator<FactRecord> {
  let record: FactRecord | undefined;
  let versions: RecordVersion[] = [];
  for (const [objectType, id, linkedAt, unlinkedAt, effectiveAt, seenAt, values] of rows) {
    if (record?.id !== id || record.objectType !== objectType || record.linkedAt !== linkedAt) {
      if (record !== undefined) yield record;
      versions = [];
      record = { objectType, id, versions, linkedAt, unlinkedAt };
    }
    versions.push({ effectiveAt, seenAt, values });
  }
  if (record !== undefined) yield record;
}
