import { sql } from 'kysely';
import type { CompanyId } from '../ids.ts';
import type { StatusHistory } from '../scoring/status-since.ts';
import type { PortalScope } from './tables.ts';

interface Row {
  readonly companyId: CompanyId;
  readonly kind: 'published' | 'override';
  readonly at: number;
  readonly status: string | null;
  readonly expiresAt: number | null;
}

type Published = StatusHistory['published'][number];
type Said = StatusHistory['overrides'][number];

/** What the statuses of these companies were made of, up to a moment; companies of which there is nothing are not in the map. */
export async function readStatusHistory(
  { db, portalId }: PortalScope,
  companyIds: readonly CompanyId[],
  upTo: number,
): Promise<ReadonlyMap<CompanyId, StatusHistory>> {
  // Scores change often and statuses seldom, so that only the changes of status leave the database. "Offset 0" has each company
  // looked up in the index: see links.ts.
  const { rows } = await sql<Row>`
    select r.id as "companyId", one.* from unnest(${companyIds}::text[]) as r(id) cross join lateral (
      (
        select 'published' as kind, as_of as at, status, null::bigint as "expiresAt" from (
          select as_of, status, lag(status) over (order by as_of) as before from published_score p
          where p.portal_id = ${portalId} and p.company_id = r.id and p.as_of <= ${upTo}
        ) score
        where before is distinct from status offset 0
      ) union all (
        select 'override' as kind, at, value as status, expires_at as "expiresAt" from judgement j
        where j.portal_id = ${portalId} and j.company_id = r.id and j.kind = 'override' and j.at <= ${upTo} offset 0
      )
    ) one
    order by at
  `.execute(db);
  const histories = new Map<CompanyId, StatusHistory>();
  for (const [companyId, entries] of Map.groupBy(rows, (row) => row.companyId)) {
    const of = (kind: Row['kind']) => entries.filter((entry) => entry.kind === kind);
    histories.set(companyId, {
      published: of('published').map(({ at, status }) => ({ at, status: status as Published['status'] })),
      overrides: of('override').map(({ at, status, expiresAt }) => ({
        at,
        status: status as Said['status'],
        expiresAt,
      })),
    });
  }
  return histories;
}
