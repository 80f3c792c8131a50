import { type RawBuilder, sql } from 'kysely';
import type { CompanyId, PortalId } from '../ids.ts';
import { DAY_MS } from '../scoring/calendar.ts';
import type { PortalContext } from '../scoring/portal-context.ts';
import type { UsageVersion } from '../scoring/usage.ts';
import { rowBatches } from './row-batches.ts';
import { toStoredJson } from './stored-json.ts';
import type { PortalScope } from './tables.ts';

/** Usage of one company, as it was posted. */
export interface UsageRow extends Omit<UsageVersion, 'seenAt'> {
  readonly companyId: CompanyId;
}

/**
 * Keeps each row that differs from the latest version of its company, metric and key; of several the last stands. All or none, in
 * the order of their keys, so that calls at once never wait for each other in a ring.
 */
export async function saveUsage(
  { db, portalId }: PortalScope,
  rows: readonly UsageRow[],
  seenAt: number,
): Promise<void> {
  const last = new Map(rows.map((row) => [JSON.stringify([row.companyId, row.metric, row.key]), row]));
  const inOrder = [...last].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  if (inOrder.length === 0) return;
  const days = Map.groupBy(inOrder, ({ metric, at }) => `${metric}/${Math.floor(at / DAY_MS)}`);
  const ofDays = [...days].toSorted(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, [first]]) => first ?? []);
  await db.transaction().execute(async (transaction) => {
    for (const batch of rowBatches(inOrder)) {
      await sql`
        insert into usage_row (portal_id, company_id, metric, key, seen_at, at, value)
        select ${portalId}::bigint, r."companyId", r.metric, r.key, ${seenAt}::bigint, r.at, r.value
        from json_to_recordset(${toStoredJson(batch)})
          as r("companyId" text, metric text, key text, at bigint, value double precision)
        left join lateral (
          select at, value from usage_row u
          where u.portal_id = ${portalId} and u.company_id = r."companyId" and u.metric = r.metric and u.key = r.key
          order by u.seen_at desc limit 1
        ) latest on true
        where (latest.at, latest.value) is distinct from (r.at, r.value)
        on conflict (portal_id, company_id, metric, key, seen_at) do update set at = excluded.at, value = excluded.value
      `.execute(transaction);
    }
    for (const batch of rowBatches(ofDays)) {
      await sql`
        insert into usage_day (portal_id, metric, day, first_seen_at)
        select ${portalId}::bigint, r.metric, floor(r.at / ${DAY_MS}::float8), ${seenAt}::bigint
        from json_to_recordset(${toStoredJson(batch)}) as r(metric text, at float8)
        on conflict (portal_id, metric, day) do nothing
      `.execute(transaction);
    }
  });
}

/** What the portal as a whole posted; undefined: nothing yet. */
export async function readUsageFeed({ db, portalId }: PortalScope): Promise<PortalContext['usage']> {
  const { rows } = await sql<{ metric: string; day: number; seenAt: number }>`
    select metric, day, first_seen_at as "seenAt" from usage_day where portal_id = ${portalId} order by metric, day
  `.execute(db);
  if (rows.length === 0) return undefined;
  const days = Map.groupBy(rows, ({ metric }) => metric);
  return {
    runningSince: rows.reduce((first, { seenAt }) => Math.min(first, seenAt), Number.POSITIVE_INFINITY),
    days: Object.fromEntries([...days].map(([metric, of]) => [metric, of.map(({ day }) => day)])),
  };
}

/** When usage of a day that had none yet was last posted, ms since 1970 UTC; undefined: never. */
export async function readUsagePostedAt({ db, portalId }: PortalScope): Promise<number | undefined> {
  const row = await db
    .selectFrom('usage_day')
    .select(({ fn }) => fn.max('first_seen_at').as('at'))
    .where('portal_id', '=', portalId)
    .executeTakeFirst();
  return row?.at ?? undefined;
}

/** Every version of the usage of a company as JSON, by metric, key and time; null where there is none. Part of a query. */
export const usageOf = (portalId: PortalId, companyId: RawBuilder<unknown>) => sql`(
  select json_agg(
    json_build_object('metric', metric, 'key', key, 'at', at, 'value', value, 'seenAt', seen_at)
    order by metric, key, seen_at
  ) from usage_row where portal_id = ${portalId} and company_id = ${companyId}
)`;
