import { sql } from 'kysely';
import type { CompanyId } from '../ids.ts';
import { rowBatches } from './row-batches.ts';
import type { PortalScope } from './tables.ts';

export async function saveRescored(
  { db, portalId }: PortalScope,
  companyIds: readonly CompanyId[],
  asOf: number,
): Promise<void> {
  for (const batch of rowBatches([...new Set(companyIds)].toSorted())) {
    await sql`
      insert into rescored_company (portal_id, company_id, as_of)
      select ${portalId}::bigint, c.id, ${asOf}::bigint from unnest(${batch}::text[]) as c(id)
      on conflict (portal_id, company_id) do update set as_of = excluded.as_of
    `.execute(db);
  }
}

export async function readRescoredAt({ db, portalId }: PortalScope, companyId: CompanyId): Promise<number | undefined> {
  const row = await db
    .selectFrom('rescored_company')
    .select('as_of')
    .where('portal_id', '=', portalId)
    .where('company_id', '=', companyId)
    .executeTakeFirst();
  return row?.as_of;
}
