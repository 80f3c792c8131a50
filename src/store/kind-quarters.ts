import { sql } from 'kysely';
import type { ObjectType } from '../scoring/object-types.ts';
import type { PortalScope } from './tables.ts';

/**
 * By the value of a property, the quarters (`quarterOf`) that held a record with it, ascending. A record lies at the first of
 * the moments that it has; a version that was seen after `trustedUntil` counts from when it was seen, if that is later.
 */
export async function kindQuarters(
  { db, portalId }: PortalScope,
  objectType: ObjectType,
  kind: string,
  moments: readonly string[],
  trustedUntil: number,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const moment = sql.join(
    moments.map(
      (name) => sql`case when jsonb_typeof(value->${name}::text) = 'number' then (value->${name}::text)::float8 end`,
    ),
  );
  const { rows } = await sql<{ kind: string; quarters: number[] }>`
    select kind, array_agg(quarter order by quarter) as quarters from (
      select distinct kind, (extract(year from at) * 4 + extract(quarter from at) - 1)::integer as quarter from (
        select kind, to_timestamp(case when seen_at > ${trustedUntil}::bigint then greatest(at, seen_at) else at end / 1000)
          at time zone 'UTC' as at
        from (
          select seen_at, value->>${kind}::text as kind, coalesce(${moment}) as at
          from fact where portal_id = ${portalId} and object_type = ${objectType}
        ) held
        where at between 0 and 4102444800000
      ) dated
      where kind <> ''
    ) used group by kind
  `.execute(db);
  return new Map(rows.map((row) => [row.kind, row.quarters]));
}
