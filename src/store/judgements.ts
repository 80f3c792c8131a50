import { type RawBuilder, sql } from 'kysely';
import type { CompanyId, PortalId } from '../ids.ts';
import type { Override, OverrideStatus } from '../scoring/override.ts';
import type { PulseValue } from '../scoring/pulses.ts';
import { type NewAuditEntry, recordAudit } from './audit-log.ts';
import { toStoredJson } from './stored-json.ts';
import type { PortalScope } from './tables.ts';

/** What a person said of a company: a pulse, or a status in place of the score's. Times in ms since 1970 UTC. */
export type NewJudgement = {
  readonly companyId: CompanyId;
  readonly at: number;
  readonly userId: string;
  /** Null where HubSpot did not tell. */
  readonly userEmail: string | null;
} & (
  | {
      readonly kind: 'pulse';
      readonly value: PulseValue;
      readonly reason: string;
      /** The last moment at which it holds. */
      readonly expiresAt: number;
    }
  | {
      readonly kind: 'override';
      readonly value: OverrideStatus;
      readonly reason: string;
      readonly expiresAt: number;
    }
  /** Takes back the override that holds. */
  | { readonly kind: 'override'; readonly value: null; readonly reason: string | null; readonly expiresAt: null }
);

/** An entry of the log. `before`: what held of its kind, and the score and status as last published; nulls where there was none. */
export type Judgement = NewJudgement & {
  readonly before: { readonly value: string | null; readonly score: number | null; readonly status: string | null };
};

interface JudgementRow extends Omit<Judgement, 'companyId' | 'kind' | 'value'> {
  readonly value: string | null;
}

const COLUMNS = sql`
  at, value, reason, expires_at as "expiresAt", user_id as "userId", user_email as "userEmail", before
`;

/**
 * Adds to the log, unless the latest of its kind says the same of the company, by the same person and for as long: HubSpot repeats
 * requests. Taking back what does not hold adds nothing. Gives the latest of its kind as it stands then; undefined: none was ever
 * made. One at a time for each company.
 */
export async function addJudgement(
  { db, portalId }: PortalScope,
  { companyId, kind, ...said }: NewJudgement,
): Promise<Judgement | undefined> {
  return await db.transaction().execute(async (transaction) => {
    await sql`
      select pg_advisory_xact_lock(hashtextextended(${`${portalId}/judgement/${companyId}`}, 0))
    `.execute(transaction);
    const [latest] = (
      await sql<JudgementRow>`
        select ${COLUMNS} from judgement
        where portal_id = ${portalId} and company_id = ${companyId} and kind = ${kind} order by at desc limit 1
      `.execute(transaction)
    ).rows;
    const held = latest?.value != null && said.at <= (latest.expiresAt ?? 0) ? latest.value : null;
    const isSame = latest !== undefined && fingerprint(latest) === fingerprint(said);
    if (said.value === null ? held === null : isSame && held !== null)
      return latest && toJudgement(companyId, kind, latest);

    const published = await transaction
      .selectFrom('published_score')
      .select(['score', 'status'])
      .where('portal_id', '=', portalId)
      .where('company_id', '=', companyId)
      .orderBy('as_of', 'desc')
      .limit(1)
      .executeTakeFirst();
    const row: JudgementRow = {
      ...said,
      // The clock may have been put back: what is said later stands later.
      at: Math.max(said.at, (latest?.at ?? 0) + 1),
      before: { value: held, score: published?.score ?? null, status: published?.status ?? null },
    };
    await sql`
      insert into judgement (portal_id, company_id, kind, at, value, reason, expires_at, user_id, user_email, before)
      select ${portalId}::bigint, ${companyId}::text, ${kind}::text, r.*
      from json_to_record(${toStoredJson(row)}) as r(
        at bigint, value text, reason text, "expiresAt" bigint, "userId" text, "userEmail" text, before jsonb
      )
    `.execute(transaction);
    await recordAudit({ db: transaction, portalId }, auditOf(companyId, kind, row, held === null ? undefined : latest));
    return toJudgement(companyId, kind, row);
  });
}

/** The reason is in the log of what was said alone: somebody's own words may name a contact. */
function auditOf(
  companyId: CompanyId,
  kind: Judgement['kind'],
  { at, userId, userEmail: email, value, expiresAt }: JudgementRow,
  held: JudgementRow | undefined,
): NewAuditEntry {
  return {
    at,
    actor: { kind: 'user', userId, email },
    kind: kind === 'pulse' ? 'pulse_given' : value === null ? 'override_ended' : 'override_set',
    about: companyId,
    before: held === undefined ? null : { value: held.value, expiresAt: held.expiresAt },
    after: value === null ? null : { value, expiresAt },
  };
}

const fingerprint = ({ value, reason, expiresAt, userId }: Omit<JudgementRow, 'at' | 'before' | 'userEmail'>) =>
  JSON.stringify([value, reason, expiresAt, userId]);

const toJudgement = (companyId: CompanyId, kind: Judgement['kind'], row: JudgementRow) =>
  ({ companyId, kind, ...row }) as Judgement;

/** All that was ever said of a company, in the order of time. */
export async function readJudgements(
  { db, portalId }: PortalScope,
  companyId: CompanyId,
): Promise<readonly Judgement[]> {
  const { rows } = await sql<JudgementRow & Pick<Judgement, 'kind'>>`
    select kind, ${COLUMNS} from judgement
    where portal_id = ${portalId} and company_id = ${companyId} order by at, kind
  `.execute(db);
  return rows.map(({ kind, ...row }) => toJudgement(companyId, kind, row));
}

/** The overrides that hold at a moment, of these companies. */
export async function readOverrides(
  { db, portalId }: PortalScope,
  companyIds: readonly CompanyId[],
  at: number,
): Promise<ReadonlyMap<CompanyId, Override>> {
  const { rows } = await sql<{ companyId: CompanyId } & { [K in keyof Override]: Override[K] | null }>`
    select * from (
      select distinct on (company_id)
        company_id as "companyId", value as status, reason, at as "setAt", expires_at as "expiresAt", user_email as by
      from judgement
      where portal_id = ${portalId} and company_id = any(${companyIds}::text[]) and kind = 'override' and at <= ${at}
      order by company_id, at desc
    ) latest
    where status is not null and "expiresAt" >= ${at}
  `.execute(db);
  return new Map(rows.map(({ companyId, ...override }) => [companyId, override as Override]));
}

/** When the first pulse was given, of any company; undefined: none yet. */
export async function pulsesSince({ db, portalId }: PortalScope): Promise<number | undefined> {
  const { rows } = await sql<{ first: number | null }>`
    select min(at) as first from judgement where portal_id = ${portalId} and kind = 'pulse'
  `.execute(db);
  return rows[0]?.first ?? undefined;
}

/** The pulses of a company as JSON, by time; null where there are none. Part of a query. */
export const pulsesOf = (portalId: PortalId, companyId: RawBuilder<unknown>) => sql`(
  select json_agg(
    json_build_object('value', value, 'reason', reason, 'givenAt', at, 'expiresAt', expires_at) order by at
  ) from judgement
  where portal_id = ${portalId} and company_id = ${companyId} and kind = 'pulse' and value is not null
)`;
