import { type Kysely, sql } from 'kysely';

/**
 * Ids and names are compared by their bytes (`collate "C"`): it is faster, and pages come in the same order on every
 * database, whatever its own collation.
 */
const STATEMENTS = [
  sql`create table portal (
    portal_id bigint primary key,
    profile jsonb not null
  )`,
  sql`create table fact (
    portal_id bigint not null,
    object_type text collate "C" not null,
    record_id text collate "C" not null,
    seen_at bigint not null,
    effective_at bigint not null,
    value jsonb,
    primary key (portal_id, object_type, record_id, seen_at)
  )`,
  sql`create table link (
    portal_id bigint not null,
    company_id text collate "C" not null,
    object_type text collate "C" not null,
    record_id text collate "C" not null,
    linked_at bigint not null,
    unlinked_at bigint,
    primary key (portal_id, company_id, object_type, record_id, linked_at)
  )`,
  // Finds the open links of a record, and keeps a pair from being open twice.
  sql`create unique index link_open on link (portal_id, object_type, record_id, company_id) where unlinked_at is null`,
  sql`create table sync_state (
    portal_id bigint not null,
    object_type text collate "C" not null,
    state jsonb not null,
    primary key (portal_id, object_type)
  )`,
  // The context is json, not jsonb: the order of a model's keys is part of it.
  sql`create table cycle (
    portal_id bigint not null,
    finished_at bigint not null,
    as_of bigint not null,
    published boolean not null,
    model_name text not null,
    model_version text not null,
    context json not null,
    primary key (portal_id, finished_at)
  )`,
  sql`create table published_score (
    portal_id bigint not null,
    company_id text collate "C" not null,
    as_of bigint not null,
    score integer,
    status text not null,
    model_version text not null,
    primary key (portal_id, company_id, as_of)
  )`,
  sql`create table shown_value (
    portal_id bigint not null,
    company_id text collate "C" not null,
    shown jsonb not null,
    primary key (portal_id, company_id)
  )`,
];

export const firstTables = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db);
  },
};
