import { type RawBuilder, sql } from 'kysely';
import type { CompanyId } from '../ids.ts';
import type { AccountFacts, FactRecord, RecordVersion } from '../scoring/facts.ts';
import type { Values } from '../scoring/object-definition.ts';
import { readPulses } from './judgements.ts';
import type { PortalScope } from './tables.ts';
import { readUsage } from './usage-rows.ts';

/** A page of accounts is full at either of these; a company with more records than that is a page of its own. */
const PAGE_COMPANIES = 200;
const PAGE_LINKS = 2_000;
/** Rows of usage are small: so many weigh as much as a record. */
const USAGE_A_LINK = 10;

/**
 * Every company that has not ended, by id in byte order. Each page is read on its own, so no transaction stays open
 * while the caller works; what is saved meanwhile may show in later pages.
 */
export async function* readAccounts(scope: PortalScope): AsyncGenerator<readonly AccountFacts[]> {
  let after = '';
  for (;;) {
    const companies = await companiesAfter(scope, after);
    for (const ids of pagesOf(companies)) yield await factsOf(scope, ids);
    const last = companies.at(-1);
    if (last === undefined || companies.length < PAGE_COMPANIES) return;
    after = last.id;
  }
}

/** Undefined where the company is not held, or has ended. */
export async function readAccount(scope: PortalScope, companyId: CompanyId): Promise<AccountFacts | undefined> {
  const [account] = await factsOf(scope, [companyId]);
  return account?.company.at(-1)?.values == null ? undefined : account;
}

/** These companies, each once, in the order given; those that are not held or have ended are left out. */
export async function* readAccountsOf(
  scope: PortalScope,
  companyIds: readonly CompanyId[],
): AsyncGenerator<readonly AccountFacts[]> {
  const ids = [...new Set(companyIds)];
  for (let start = 0; start < ids.length; start += PAGE_COMPANIES) {
    const companies = await companiesGiven(scope, ids.slice(start, start + PAGE_COMPANIES));
    for (const page of pagesOf(companies)) yield await factsOf(scope, page);
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
async function companiesAfter({ db, portalId }: PortalScope, after: string): Promise<readonly CompanySize[]> {
  const { rows } = await sql<CompanySize>`
    select company.id, company."isHeld",
      ${weightOf(portalId, sql.ref('company.id'))} as links
    from (
      select distinct on (record_id) record_id as id, value is not null as "isHeld" from fact
      where portal_id = ${portalId} and object_type = 'companies' and record_id > ${after}
      order by record_id, seen_at desc limit ${PAGE_COMPANIES}
    ) company
    order by company.id
  `.execute(db);
  return rows;
}

async function companiesGiven(
  { db, portalId }: PortalScope,
  ids: readonly CompanyId[],
): Promise<readonly CompanySize[]> {
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

interface VersionRow {
  readonly effective_at: number;
  readonly seen_at: number;
  readonly value: Values | null;
}

interface CompanyRow extends VersionRow {
  readonly record_id: string;
}

interface LinkRow extends VersionRow {
  readonly company_id: string;
  readonly object_type: FactRecord['objectType'];
  readonly record_id: string;
  readonly linked_at: number;
  readonly unlinked_at: number | null;
}

/** In the order of the ids given; those without facts are left out. */
async function factsOf(scope: PortalScope, ids: readonly string[]): Promise<readonly AccountFacts[]> {
  const { db, portalId } = scope;
  const companies = await sql<CompanyRow>`
    select record_id, effective_at, seen_at, value from fact
    where portal_id = ${portalId} and object_type = 'companies' and record_id = any(${ids}::text[])
    order by record_id, seen_at
  `.execute(db);
  const links = await sql<LinkRow>`
    select l.company_id, l.object_type, l.record_id, l.linked_at, l.unlinked_at, f.effective_at, f.seen_at, f.value
    from link l cross join lateral (
      select effective_at, seen_at, value from fact
      where portal_id = ${portalId} and object_type = l.object_type and record_id = l.record_id
      offset 0 -- each record is looked up, never every fact read: see links.ts
    ) f
    where l.portal_id = ${portalId} and l.company_id = any(${ids}::text[])
    order by l.company_id, l.object_type, l.record_id, l.linked_at, f.seen_at
  `.execute(db);
  const pulses = Map.groupBy(await readPulses(scope, ids), (row) => row.companyId);
  const usage = Map.groupBy(await readUsage(scope, ids), (row) => row.companyId);
  const versions = Map.groupBy(companies.rows, (row) => row.record_id);
  const records = Map.groupBy(recordsOf(links.rows), (entry) => entry.companyId);
  return ids.flatMap((companyId) => {
    const company = versions.get(companyId);
    if (company === undefined) return [];
    const ofCompany = records.get(companyId) ?? [];
    const said = pulses.get(companyId)?.map(({ companyId: _, ...pulse }) => pulse);
    const used = usage.get(companyId)?.map(({ companyId: _, ...version }) => version);
    return [
      {
        companyId,
        company: company.map(toVersion),
        records: ofCompany.map((entry) => entry.record),
        ...(said && { pulses: said }),
        ...(used && { usage: used }),
      },
    ];
  });
}

/** One record for each link interval; the rows of an interval stand together. */
function recordsOf(rows: readonly LinkRow[]): readonly { readonly companyId: string; readonly record: FactRecord }[] {
  const entries: { companyId: string; record: FactRecord; versions: RecordVersion[] }[] = [];
  for (const row of rows) {
    const last = entries.at(-1);
    const { objectType, id, linkedAt } = last?.record ?? {};
    const isSame =
      last?.companyId === row.company_id &&
      objectType === row.object_type &&
      id === row.record_id &&
      linkedAt === row.linked_at;
    if (last !== undefined && isSame) {
      last.versions.push(toVersion(row));
      continue;
    }
    const versions = [toVersion(row)];
    const record = {
      objectType: row.object_type,
      id: row.record_id,
      versions,
      linkedAt: row.linked_at,
      unlinkedAt: row.unlinked_at,
    };
    entries.push({ companyId: row.company_id, record, versions });
  }
  return entries;
}

const toVersion = (row: VersionRow): RecordVersion => ({
  effectiveAt: row.effective_at,
  seenAt: row.seen_at,
  values: row.value,
});
