import { type RawBuilder, sql } from 'kysely';
import type { CompanyId } from '../ids.ts';
import type { AccountFacts, RecordVersion } from '../scoring/facts.ts';
import type { RecordHistory } from '../scoring/property-history.ts';
import type { Pulse } from '../scoring/pulses.ts';
import type { UsageVersion } from '../scoring/usage.ts';
import { pulsesOf } from './judgements.ts';
import { gatherLinkedRecords, type LinkedRecords, toFacts } from './linked-records.ts';
import { readAhead } from './read-ahead.ts';
import type { PortalScope } from './tables.ts';
import { usageOf } from './usage-rows.ts';

/** A page of accounts is full at either of these; a company with more records than that is a page of its own. */
const PAGE_COMPANIES = 200;
const PAGE_LINKS = 2_000;
/** Rows of usage are small: so many weigh as much as a record. */
const USAGE_A_LINK = 10;

/**
 * Every company that has not ended, by id in byte order. Each page is read on its own, so no transaction stays open
 * while the caller works, and a few pages ahead; what is saved meanwhile may show in later pages.
 */
export const readAccounts = (scope: PortalScope) =>
  readAhead(pagesOfAll(scope), (ids) => factsOf(scope, ids, { keeps: true }));

async function* pagesOfAll(scope: PortalScope): AsyncGenerator<readonly string[], void> {
  let after = '';
  for (;;) {
    const ids = await idsAfter(scope, after);
    yield* pagesOf(await sizesOf(scope, ids));
    const last = ids.at(-1);
    if (last === undefined || ids.length < PAGE_COMPANIES) return;
    after = last;
  }
}

/** Undefined where the company is not held, or has ended. */
export async function readAccount(scope: PortalScope, companyId: CompanyId): Promise<AccountFacts | undefined> {
  const [account] = await factsOf(scope, [companyId]);
  return account?.company.at(-1)?.values == null ? undefined : account;
}

/** These companies, each once, in the order given; those that are not held or have ended are left out. */
export const readAccountsOf = (scope: PortalScope, companyIds: readonly CompanyId[]) =>
  readAhead(pagesOfGiven(scope, companyIds), (ids) => factsOf(scope, ids, { keeps: true }));

async function* pagesOfGiven(
  scope: PortalScope,
  companyIds: readonly CompanyId[],
): AsyncGenerator<readonly string[], void> {
  const ids = [...new Set(companyIds)];
  for (let start = 0; start < ids.length; start += PAGE_COMPANIES) {
    yield* pagesOf(await sizesOf(scope, ids.slice(start, start + PAGE_COMPANIES)));
  }
}

interface CompanySize {
  readonly id: string;
  readonly isHeld: boolean;
  readonly links: number;
}

/** How many records a company has, or as much usage. */
const weightOf = (portalId: number, companyId: RawBuilder<unknown>) => sql<number>`(
  (select count(*) from link l where l.portal_id = ${portalId} and l.company_id = ${companyId}) +
  (select count(*) from usage_row u where u.portal_id = ${portalId} and u.company_id = ${companyId}) / ${USAGE_A_LINK}::bigint
)`;

/** The next companies by id, ended ones included, so that the last id always leads on. */
async function idsAfter({ db, portalId }: PortalScope, after: string): Promise<readonly string[]> {
  // In the order of the primary key, so that the index gives them one after the other.
  const { rows } = await sql<{ id: string }>`
    select distinct on (record_id) record_id as id from fact
    where portal_id = ${portalId} and object_type = 'companies' and record_id > ${after}
    order by record_id, seen_at limit ${PAGE_COMPANIES}
  `.execute(db);
  return rows.map((row) => row.id);
}

/** In the order given; those that are not held are left out. */
async function sizesOf({ db, portalId }: PortalScope, ids: readonly string[]): Promise<readonly CompanySize[]> {
  const { rows } = await sql<CompanySize>`
    select r.id, latest."isHeld",
      ${weightOf(portalId, sql.ref('r.id'))} as links
    from unnest(${ids}::text[]) with ordinality as r(id, place) cross join lateral (
      select value is not null as "isHeld" from fact
      where portal_id = ${portalId} and object_type = 'companies' and record_id = r.id
      order by seen_at desc limit 1
    ) latest
    order by r.place
  `.execute(db);
  return rows;
}

function* pagesOf(companies: readonly CompanySize[]): Generator<readonly string[]> {
  let ids: string[] = [];
  let links = 0;
  for (const company of companies) {
    if (!company.isHeld) continue;
    if (ids.length > 0 && links + company.links > PAGE_LINKS) {
      yield ids;
      ids = [];
      links = 0;
    }
    ids.push(company.id);
    links += company.links;
  }
  if (ids.length > 0) yield ids;
}

interface AccountRow {
  readonly companyId: string;
  /** Null where the company was never seen. */
  readonly company: readonly RecordVersion[] | null;
  /** Null where the company's records must be put together first. */
  readonly records: LinkedRecords | null;
  readonly companyHistory: RecordHistory | null;
  readonly pulses: readonly Pulse[] | null;
  readonly usage: readonly UsageVersion[] | null;
}

interface AccountOptions {
  /** Keeps what had to be put together: see `gatherLinkedRecords`. */
  readonly keeps?: boolean;
}

/** In the order of the ids given; those without facts are left out. One query: to be asked takes the embedded database longer than to look up. */
async function factsOf(
  scope: PortalScope,
  ids: readonly string[],
  { keeps = false }: AccountOptions = {},
): Promise<readonly AccountFacts[]> {
  const { db, portalId } = scope;
  const { rows } = await sql<AccountRow>`
    select c.id as "companyId", (
        select json_agg(json_build_object('effectiveAt', effective_at, 'seenAt', seen_at, 'values', value) order by seen_at)
        from fact where portal_id = ${portalId} and object_type = 'companies' and record_id = c.id
      ) as company, (
        select records from company_records where portal_id = ${portalId} and company_id = c.id
      ) as records, (
        select value from property_history
        where portal_id = ${portalId} and object_type = 'companies' and record_id = c.id
      ) as "companyHistory",
      ${pulsesOf(portalId, sql.ref('c.id'))} as pulses, ${usageOf(portalId, sql.ref('c.id'))} as usage
    from unnest(${ids}::text[]) with ordinality as c(id, place) order by c.place
  `.execute(db);
  const missing = rows.flatMap(({ companyId, records }) => (records === null ? [companyId] : []));
  const gathered = await gatherLinkedRecords(scope, missing, keeps);
  return rows.flatMap(({ companyId, company, records, companyHistory, pulses, usage }) => {
    if (company === null) return [];
    return [
      {
        companyId,
        company,
        records: toFacts(records ?? gathered.get(companyId) ?? []),
        ...(pulses && { pulses }),
        ...(usage && { usage }),
        ...(companyHistory && { companyHistory }),
      },
    ];
  });
}
