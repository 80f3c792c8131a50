import { sql } from 'kysely';
import type { CompanyId } from '../ids.ts';
import type { PortalScope } from './tables.ts';

/** Companies not ended whose name contains the text, case-insensitive, by name, nameless ones last; at most `limit`. */
export async function findCompanies(
  { db, portalId }: PortalScope,
  text: string,
  limit: number,
): Promise<readonly { readonly id: CompanyId; readonly name: string | null }[]> {
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<{ id: CompanyId; name: string | null }>`
    select id, name from (
      select distinct on (record_id) record_id as id, value->>'name' as name, value is not null as is_held from fact
      where portal_id = ${portalId} and object_type = 'companies'
      order by record_id, seen_at desc
    ) company
    where is_held and coalesce(name, '') ilike ${pattern}
    order by lower(name) collate "C" nulls last, id
    limit ${limit}
  `.execute(db);
  return rows;
}

/** What these companies are called now, by id; null for one without a name. Those that are not held, or have ended, are left out. */
export async function companyNames(
  { db, portalId }: PortalScope,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  const { rows } = await sql<{ id: string; name: string | null }>`
    select id, name from (
      select distinct on (record_id) record_id as id, value->>'name' as name, value is not null as is_held from fact
      where portal_id = ${portalId} and object_type = 'companies' and record_id = any(${ids}::text[])
      order by record_id, seen_at desc
    ) company
    where is_held
  `.execute(db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
