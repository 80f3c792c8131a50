import { sql } from 'kysely';
import type { TicketMedian, TicketMedians } from '../scoring/portal-context.ts';
import type { PortalScope } from './tables.ts';

interface Row {
  readonly quarter: number;
  readonly solved: number;
  readonly took: number;
  readonly replied: number;
  readonly reply: number | null;
}

const medianOf = (ms: number | null, tickets: number): TicketMedian | null => (ms === null ? null : { ms, tickets });

/**
 * By quarter (`quarterOf`), the medians of the tickets that were solved in the four quarters before it and took more than a
 * minute (as `tookWork` has it), as their versions stood when the quarter began, or at `runningSince` where that is later.
 *
 * A ticket counts for four quarters. The dates bound what `to_timestamp` takes; the sums stay in the database.
 */
export async function ticketMedians(
  { db, portalId }: PortalScope,
  runningSince: number,
): Promise<ReadonlyMap<number, TicketMedians>> {
  const { rows } = await sql<Row>`
    with version as (
      select seen_at, lead(seen_at) over (partition by record_id order by seen_at) as until,
        case when jsonb_typeof(value->'createdate') = 'number' then (value->'createdate')::float8 end as created,
        case when jsonb_typeof(value->'closed_date') = 'number' then (value->'closed_date')::float8 end as closed,
        case when jsonb_typeof(value->'time_to_first_agent_reply') = 'number'
          then (value->'time_to_first_agent_reply')::float8 end as reply,
        coalesce(value->'hs_is_closed' = 'false'::jsonb, false) as reopened
      from fact where portal_id = ${portalId} and object_type = 'tickets'
    ), solved as materialized (
      select seen_at, until, closed - created as took, case when reply > 0 then reply end as reply,
        (extract(year from at) * 4 + extract(quarter from at) - 1)::integer as closed_in
      from version cross join lateral (select to_timestamp(closed / 1000) at time zone 'UTC' as at) utc
      where closed - created > 60000 and closed between 0 and 4102444800000 and not reopened
    ), known as (
      select closed_in + n as quarter, took, reply from solved
      cross join generate_series(1, 4) n
      cross join lateral (
        select extract(epoch from make_date((closed_in + n) / 4, (closed_in + n) % 4 * 3 + 1, 1)) * 1000 as at
      ) beginning
      where (seen_at <= ${runningSince} or seen_at <= beginning.at)
        and (until is null or (until > ${runningSince} and until > beginning.at))
    )
    select quarter, count(*) as solved, percentile_cont(0.5) within group (order by took) as took,
      count(reply) as replied, percentile_cont(0.5) within group (order by reply) as reply
    from known group by quarter order by quarter
  `.execute(db);
  return new Map(
    rows.map(({ quarter, solved, took, replied, reply }) => [
      quarter,
      { resolution: medianOf(took, solved), firstReply: medianOf(reply, replied) },
    ]),
  );
}
