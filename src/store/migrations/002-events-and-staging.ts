import { type Kysely, sql } from 'kysely';

const STATEMENTS = [
  // Finds the closed links of a record: whom it was associated with lately, and all of them when it is purged.
  sql`create index link_closed on link (portal_id, object_type, record_id, unlinked_at) where unlinked_at is not null`,
  // The content is json, not jsonb: it is given back as it came.
  sql`create table staged_page (
    portal_id bigint not null,
    object_type text collate "C" not null,
    key text collate "C" not null,
    content json not null,
    primary key (portal_id, object_type, key)
  )`,
  sql`create table touched_record (
    portal_id bigint not null,
    object_type text collate "C" not null,
    record_id text collate "C" not null,
    touched_at bigint not null,
    with_neighbours boolean not null,
    primary key (portal_id, object_type, record_id)
  )`,
  sql`create index touched_first on touched_record (portal_id, touched_at, object_type, record_id)`,
  sql`create table rescored_company (
    portal_id bigint not null,
    company_id text collate "C" not null,
    as_of bigint not null,
    primary key (portal_id, company_id)
  )`,
  sql`create table purge_request (
    portal_id bigint not null,
    contact_id text collate "C" not null,
    primary key (portal_id, contact_id)
  )`,
  sql`create table purged_record (
    portal_id bigint not null,
    object_type text collate "C" not null,
    record_id text collate "C" not null,
    primary key (portal_id, object_type, record_id)
  )`,
  // Cursors have another shape now: a pass that was under way begins anew. What it stored stays.
  sql`update sync_state set state = state || '{"cursor": null, "choice": null, "round": null}'::jsonb`,
];

export const eventsAndStaging = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db);
  },
};
