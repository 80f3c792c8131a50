import { sql } from 'kysely';
import { type CompanyId, companyId } from '../ids.ts';
import type { ObjectType } from '../scoring/object-types.ts';
import { rowBatches } from './row-batches.ts';
import type { PortalScope } from './tables.ts';

/**
 * Companies that any of these records is associated with, or was until `since` (ms) or later; each once. Companies are
 * their own.
 */
export async function companiesOf(
  { db, portalId }: PortalScope,
  objectType: ObjectType,
  ids: readonly string[],
  since: number,
): Promise<readonly CompanyId[]> {
  if (objectType === 'companies') return [...new Set(ids)].map(companyId);
  const found = new Set<CompanyId>();
  for (const batch of rowBatches(ids)) {
    const ofRecord = sql`l.portal_id = ${portalId} and l.object_type = ${objectType} and l.record_id = r.id`;
    // Each record is looked up in the index, never every link read: see links.ts.
    const { rows } = await sql<{ company_id: CompanyId }>`
      select distinct l.company_id from unnest(${batch}::text[]) as r(id) cross join lateral (
        (select l.company_id from link l where ${ofRecord} and l.unlinked_at is null offset 0)
        union all
        (select l.company_id from link l where ${ofRecord} and l.unlinked_at >= ${since} offset 0)
      ) l
    `.execute(db);
    for (const row of rows) found.add(row.company_id);
  }
  return [...found];
}

/** Records with an open link to any of these companies, each once. */
export async function linkedTo(
  { db, portalId }: PortalScope,
  companyIds: readonly string[],
): Promise<readonly { readonly objectType: ObjectType; readonly id: string }[]> {
  const { rows } = await sql<{ objectType: ObjectType; id: string }>`
    select distinct l.object_type as "objectType", l.record_id as id
    from unnest(${companyIds}::text[]) as c(id) cross join lateral (
      select object_type, record_id, unlinked_at from link where portal_id = ${portalId} and company_id = c.id offset 0
    ) l
    -- Outside: within, it would have the index of open links chosen, and every link of the portal read for each company.
    where l.unlinked_at is null
  `.execute(db);
  return rows;
}
