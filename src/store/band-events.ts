import { sql } from 'kysely';
import type { CompanyId } from '../ids.ts';
import type { Cause } from '../scoring/attribution.ts';
import type { Band, BandStep } from '../scoring/confirmed-band.ts';
import { rowBatches } from './row-batches.ts';
import { toStoredJson } from './stored-json.ts';
import type { PortalScope } from './tables.ts';

/** A cause of the change from `fromScore` to `toScore`. Whole points, signed. */
export interface BandEventPart {
  readonly cause: Cause;
  /** The sum of its signals'. */
  readonly points: number;
  /** By the keys of the receipt, the largest first; never empty. */
  readonly signals: readonly { readonly signal: string; readonly points: number }[];
}

/** Something that happened to a company's confirmed band, told once. Moments in ms since 1970 UTC. */
export interface BandEvent {
  readonly companyId: CompanyId;
  /** As of when the score is that told it. */
  readonly at: number;
  readonly kind: BandStep['kind'];
  /** Null where it started. */
  readonly fromStatus: Band | null;
  /** Null where it ended. */
  readonly toStatus: Band | null;
  /** The last score that was published in the band before, or the one that confirmed it, and a moment at which it was looked at. Null where it started. */
  readonly fromAt: number | null;
  readonly fromScore: number | null;
  /** Null where it ended. */
  readonly toScore: number | null;
  /** Of the model that told it. */
  readonly modelVersion: string;
  /** Whether the account itself moved; false where only the model or the portal's sources did. Null where it started or ended. */
  readonly own: boolean | null;
  /** Sum exactly to `toScore` - `fromScore`. Null: not known, or it started or ended. */
  readonly parts: readonly BandEventPart[] | null;
}

/** An event of a company that is held, with its name. */
export type NamedBandEvent = BandEvent & { readonly name: string | null };

/** Of a row `e`. */
export const COLUMNS = sql`
  e.company_id as "companyId", e.at, e.kind, e.from_status as "fromStatus", e.to_status as "toStatus", e.from_at as "fromAt",
  e.from_score as "fromScore", e.to_score as "toScore", e.model_version as "modelVersion", e.own, e.parts
`;

/** The latest event of each of these companies; those without any are not in the map. */
export async function latestBandEvents(
  { db, portalId }: PortalScope,
  companyIds: readonly CompanyId[],
): Promise<ReadonlyMap<CompanyId, BandEvent>> {
  const { rows } = await sql<BandEvent>`
    select distinct on (e.company_id) ${COLUMNS} from band_event e
    where e.portal_id = ${portalId} and e.company_id = any(${companyIds}::text[])
    order by e.company_id, e.at desc
  `.execute(db);
  return new Map(rows.map((row) => [row.companyId, row]));
}

/** Adds events. One for the very moment of an earlier one of its company is that one, and adds nothing. */
export async function saveBandEvents({ db, portalId }: PortalScope, events: readonly BandEvent[]): Promise<void> {
  for (const batch of rowBatches(events)) {
    await sql`
      insert into band_event (
        portal_id, company_id, at, kind, from_status, to_status, from_at, from_score, to_score, model_version, own, parts
      )
      select ${portalId}::bigint, r.* from json_to_recordset(${toStoredJson(batch)}) as r(
        "companyId" text, at bigint, kind text, "fromStatus" text, "toStatus" text, "fromAt" bigint, "fromScore" integer,
        "toScore" integer, "modelVersion" text, own boolean, parts json
      )
      on conflict (portal_id, company_id, at) do nothing
    `.execute(db);
  }
}

/** The companies that worsened or recovered at a moment or later, the newest first, then by id: at most `limit`, and how many there are. */
export async function bandEventsSince(
  { db, portalId }: PortalScope,
  since: number,
  limit: number,
): Promise<{ readonly events: readonly NamedBandEvent[]; readonly total: number }> {
  const { rows } = await sql<NamedBandEvent & { readonly total: number }>`
    select ${COLUMNS}, company.value ->> 'name' as name, count(*) over () as total
    from band_event e cross join lateral (
      select value from fact
      where portal_id = ${portalId} and object_type = 'companies' and record_id = e.company_id
      order by seen_at desc limit 1
    ) company
    where e.portal_id = ${portalId} and e.at >= ${since} and e.kind in ('worsened', 'recovered') and company.value is not null
    order by e.at desc, e.company_id
    limit ${limit}
  `.execute(db);
  const events = rows.map(({ total: _, ...event }) => event);
  return { events, total: Number(rows[0]?.total ?? 0) };
}
