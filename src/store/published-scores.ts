import { sql } from 'kysely';
import type { CompanyId } from '../ids.ts';
import { rowBatches } from './row-batches.ts';
import { toStoredJson } from './stored-json.ts';
import type { PortalScope } from './tables.ts';

/** A score as published at `asOf`, kept only when it differs from the one before. Null score: none (unknown, or not a customer). */
export interface PublishedScore {
  readonly companyId: CompanyId;
  readonly asOf: number;
  readonly score: number | null;
  readonly status: 'healthy' | 'at_risk' | 'unhealthy' | 'unknown' | 'not_customer';
  readonly modelVersion: string;
}

/**
 * Appends each score whose score, status or model version differs from the company's latest at or before its `asOf`. A
 * score for the very moment of an earlier one replaces it: the cycle was run again. All are kept, or none.
 */
export async function savePublished({ db, portalId }: PortalScope, scores: readonly PublishedScore[]): Promise<void> {
  // One moment after the other, so that each statement sees the scores before it; one row a company in each statement.
  const byMoment = Map.groupBy(scores, (score) => score.asOf);
  const moments = [...byMoment].sort(([a], [b]) => a - b);
  if (moments.length === 0) return;
  await db.transaction().execute(async (transaction) => {
    for (const [asOf, ofMoment] of moments) {
      const rows = [...new Map(ofMoment.map((score) => [score.companyId, score])).values()];
      for (const batch of rowBatches(rows)) {
        await sql`
          insert into published_score (portal_id, company_id, as_of, score, status, model_version)
          select ${portalId}::bigint, r."companyId", ${asOf}::bigint, r.score, r.status, r."modelVersion"
          from json_to_recordset(${toStoredJson(batch)})
            as r("companyId" text, score integer, status text, "modelVersion" text)
          left join lateral (
            select score, status, model_version from published_score p
            where p.portal_id = ${portalId} and p.company_id = r."companyId" and p.as_of <= ${asOf}
            order by p.as_of desc limit 1
          ) latest on true
          where (latest.score, latest.status, latest.model_version) is distinct from (r.score, r.status, r."modelVersion")
          on conflict (portal_id, company_id, as_of) do update
            set score = excluded.score, status = excluded.status, model_version = excluded.model_version
        `.execute(transaction);
      }
    }
  });
}

export async function readPublished(
  { db, portalId }: PortalScope,
  companyId: CompanyId,
): Promise<readonly PublishedScore[]> {
  const { rows } = await sql<Omit<PublishedScore, 'companyId'>>`
    select as_of as "asOf", score, status, model_version as "modelVersion" from published_score
    where portal_id = ${portalId} and company_id = ${companyId} order by as_of
  `.execute(db);
  return rows.map((row) => ({ companyId, ...row }));
}

/** The published scores of these companies, ascending by `asOf`; companies without any are not in the map. */
export async function readPublishedOf(
  { db, portalId }: PortalScope,
  companyIds: readonly CompanyId[],
): Promise<ReadonlyMap<CompanyId, readonly PublishedScore[]>> {
  const { rows } = await sql<PublishedScore>`
    select company_id as "companyId", as_of as "asOf", score, status, model_version as "modelVersion" from published_score
    where portal_id = ${portalId} and company_id = any(${companyIds}::text[]) order by company_id, as_of
  `.execute(db);
  return Map.groupBy(rows, (row) => row.companyId);
}

/** Every company's score as it stood published at a moment, or that of the companies given. */
export async function readPublishedAt(
  { db, portalId }: PortalScope,
  asOf: number,
  companyIds?: readonly CompanyId[],
): Promise<ReadonlyMap<CompanyId, PublishedScore>> {
  const given = companyIds === undefined ? sql`` : sql`and company_id = any(${companyIds}::text[])`;
  const { rows } = await sql<PublishedScore>`
    select distinct on (company_id)
      company_id as "companyId", as_of as "asOf", score, status, model_version as "modelVersion"
    from published_score
    where portal_id = ${portalId} and as_of <= ${asOf} ${given}
    order by company_id, as_of desc
  `.execute(db);
  return new Map(rows.map((row) => [row.companyId, row]));
}

/** A status that a company had, at `since` (ms) or later and before `before`. */
export interface AskedStatus {
  readonly companyId: CompanyId;
  readonly status: PublishedScore['status'];
  readonly since: number;
  readonly before: number;
}

/** A published score, and when the next one was published, of those asked about; null: it was the last. */
export interface HeldScore extends PublishedScore {
  readonly heldUntil: number | null;
}

/** Of each company, the last of its scores that is as asked; those without one are not in the map. */
export async function lastPublishedAs(
  { db, portalId }: PortalScope,
  asked: readonly AskedStatus[],
): Promise<ReadonlyMap<CompanyId, HeldScore>> {
  const { rows } = await sql<HeldScore>`
    select r."companyId", last.as_of as "asOf", last.score, last.status, last.model_version as "modelVersion", (
      select min(as_of) from published_score n
      where n.portal_id = ${portalId} and n.company_id = r."companyId" and n.as_of > last.as_of and n.as_of < r.before
    ) as "heldUntil"
    from json_to_recordset(${toStoredJson(asked)}) as r("companyId" text, status text, since bigint, before bigint)
    cross join lateral (
      select as_of, score, status, model_version from published_score p
      where p.portal_id = ${portalId} and p.company_id = r."companyId" and p.status = r.status
        and p.as_of >= r.since and p.as_of < r.before
      order by p.as_of desc limit 1
    ) last
  `.execute(db);
  return new Map(rows.map((row) => [row.companyId, row]));
}
