import { sql } from 'kysely';
import type { CompanyId } from '../ids.ts';
import { rowBatches } from './row-batches.ts';
import { toStoredJson } from './stored-json.ts';
import type { PortalScope } from './tables.ts';

/** The value of each property we write, as HubSpot last showed it to us or took it from us. */
export type ShownValues = Readonly<Record<string, string | null>>;

/**
 * Keeps what HubSpot shows, property by property: those not named keep what was known of them. Rows that say nothing new
 * are not written. Of two rows of one company the later counts. Rows are written by company, so that calls at once (sync and
 * events) never wait for each other in a ring.
 */
export async function saveShown(
  { db, portalId }: PortalScope,
  rows: readonly { readonly companyId: CompanyId; readonly values: ShownValues }[],
): Promise<void> {
  const byCompany = new Map<CompanyId, ShownValues>();
  for (const row of rows) byCompany.set(row.companyId, { ...byCompany.get(row.companyId), ...row.values });
  const merged = [...byCompany].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([id, shown]) => ({ id, shown }));
  if (merged.length === 0) return;
  await db.transaction().execute(async (transaction) => {
    for (const batch of rowBatches(merged)) {
      await sql`
        insert into shown_value as held (portal_id, company_id, shown)
        select ${portalId}::bigint, r.id, r.shown
        from json_to_recordset(${toStoredJson(batch)}) as r(id text, shown jsonb)
        on conflict (portal_id, company_id) do update set shown = held.shown || excluded.shown
        where not held.shown @> excluded.shown
      `.execute(transaction);
    }
  });
}

/** Forgets what HubSpot shows for these properties, of every company: they are gone, and new ones of the name are empty. */
export async function forgetShown({ db, portalId }: PortalScope, properties: readonly string[]): Promise<void> {
  await sql`
    update shown_value set shown = shown - ${properties}::text[]
    where portal_id = ${portalId} and jsonb_exists_any(shown, ${properties}::text[])
  `.execute(db);
}

/** By company; companies that nothing is known of are not in the map. */
export async function readShown(
  { db, portalId }: PortalScope,
  companyIds: readonly CompanyId[],
): Promise<ReadonlyMap<CompanyId, ShownValues>> {
  const shown = new Map<CompanyId, ShownValues>();
  for (const batch of rowBatches(companyIds)) {
    const { rows } = await sql<{ company_id: CompanyId; shown: ShownValues }>`
      select company_id, shown from shown_value where portal_id = ${portalId} and company_id = any(${batch}::text[])
    `.execute(db);
    for (const row of rows) shown.set(row.company_id, row.shown);
  }
  return shown;
}
