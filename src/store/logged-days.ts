import { sql } from 'kysely';
import type { PortalScope } from './tables.ts';

/**
 * By owner id, the UTC days (ms / 86,400,000, rounded down) on which at least one email, or call, was logged, ascending. Deleted
 * ones count too: that they were logged is what is asked.
 */
export async function loggedDays(
  { db, portalId }: PortalScope,
  objectType: 'emails' | 'calls',
): Promise<ReadonlyMap<string, readonly number[]>> {
  const { rows } = await sql<{ owner: string; days: number[] }>`
    select owner, array_agg(day order by day) as days from (
      select distinct value->>'hubspot_owner_id' as owner,
        floor((value->'hs_timestamp')::numeric / 86400000)::integer as day
      from fact
      where portal_id = ${portalId} and object_type = ${objectType} and jsonb_typeof(value->'hs_timestamp') = 'number'
    ) logged
    where owner is not null group by owner
  `.execute(db);
  return new Map(rows.map((row) => [row.owner, row.days]));
}
