import { sql } from 'kysely';
import type { CompanyId } from '../ids.ts';
import type { PortalScope } from './tables.ts';

/** Which of these companies are held now. */
export async function heldCompanies(
  { db, portalId }: PortalScope,
  ids: readonly string[],
): Promise<ReadonlySet<CompanyId>> {
  const { rows } = await sql<{ id: CompanyId }>`
    select asked.id from unnest(${[...new Set(ids)]}::text[]) as asked(id) cross join lateral (
      select value from fact
      where portal_id = ${portalId} and object_type = 'companies' and record_id = asked.id
      order by seen_at desc limit 1
    ) latest
    where latest.value is not null
  `.execute(db);
  return new Set(rows.map(({ id }) => id));
}

/** By domain (lower case), the companies that have it now, by id. */
export async function companiesByDomain(
  { db, portalId }: PortalScope,
  domains: readonly string[],
): Promise<ReadonlyMap<string, readonly CompanyId[]>> {
  const { rows } = await sql<{ domain: string; id: CompanyId }>`
    select distinct f.domain, f.record_id as id from fact f
    where f.portal_id = ${portalId} and f.object_type = 'companies'
      and f.domain = any(${[...new Set(domains)]}::text[])
      and not exists (
        select from fact later
        where later.portal_id = ${portalId} and later.object_type = 'companies'
          and later.record_id = f.record_id and later.seen_at > f.seen_at
      )
    order by id
  `.execute(db);
  const found = Map.groupBy(rows, ({ domain }) => domain);
  return new Map([...found].map(([domain, companies]) => [domain, companies.map(({ id }) => id)]));
}
