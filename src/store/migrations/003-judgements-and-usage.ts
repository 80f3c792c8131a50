import { type Kysely, sql } from 'kysely';

const STATEMENTS = [
  // What people said of a company: append-only. Without a value it takes back what was said before.
  sql`create table judgement (
    portal_id bigint not null,
    company_id text collate "C" not null,
    kind text collate "C" not null,
    at bigint not null,
    value text,
    reason text,
    expires_at bigint,
    user_id text not null,
    user_email text,
    before jsonb not null,
    primary key (portal_id, company_id, kind, at)
  )`,
  sql`create table ingest_key (
    portal_id bigint not null,
    key_id text collate "C" not null,
    hash text collate "C" not null,
    label text not null,
    made_at bigint not null,
    revoked_at bigint,
    primary key (portal_id, key_id)
  )`,
  sql`create unique index ingest_key_hash on ingest_key (hash)`,
  // Append-only versions, as of facts.
  sql`create table usage_row (
    portal_id bigint not null,
    company_id text collate "C" not null,
    metric text collate "C" not null,
    key text collate "C" not null,
    seen_at bigint not null,
    at bigint not null,
    value double precision not null,
    primary key (portal_id, company_id, metric, key, seen_at)
  )`,
  // The UTC days that any company's rows speak of: whether the feed still flows, without reading all of it.
  sql`create table usage_day (
    portal_id bigint not null,
    metric text collate "C" not null,
    day integer not null,
    first_seen_at bigint not null,
    primary key (portal_id, metric, day)
  )`,
  sql`create index company_domain on fact (portal_id, lower(value ->> 'domain')) where object_type = 'companies'`,
];

export const judgementsAndUsage = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db);
  },
};
