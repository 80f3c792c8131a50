import { sql } from 'kysely';
import type { CompanyId } from '../ids.ts';
import type { PortalScope } from './tables.ts';

/** HubSpot nests no companies this deep; parents that lead in a circle end here. */
const LEVELS = 10;

/**
 * The companies below a company, by `hs_parent_company_id` as it is now: its children, theirs, and so on, nearest first, then by
 * id; at most `limit` of them, and how many there are. Each once, and never the company itself. Below a company that ended nothing is found.
 */
export async function childCompanies(
  { db, portalId }: PortalScope,
  companyId: CompanyId,
  limit: number,
): Promise<{ readonly ids: readonly CompanyId[]; readonly total: number }> {
  // One reading of the portal's companies, kept aside: each level looks into the few that have a parent.
  const { rows } = await sql<{ id: CompanyId; total: number }>`
    with recursive child as materialized (
      select f.record_id as id, f.value ->> 'hs_parent_company_id' as parent from fact f
      where f.portal_id = ${portalId} and f.object_type = 'companies'
        and f.value ->> 'hs_parent_company_id' is not null
        and not exists (
          select from fact later
          where later.portal_id = ${portalId} and later.object_type = 'companies'
            and later.record_id = f.record_id and later.seen_at > f.seen_at
        )
    ), below(id, level) as (
      select id, 1 from child where parent = ${companyId}
      union
      select child.id, below.level + 1 from below join child on child.parent = below.id where below.level < ${LEVELS}
    )
    select id, count(*) over () as total from below where id <> ${companyId}
    group by id order by min(level), id limit ${limit}
  `.execute(db);
  return { ids: rows.map(({ id }) => id), total: rows[0]?.total ?? 0 };
}
