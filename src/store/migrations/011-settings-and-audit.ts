import { type Kysely, sql } from 'kysely';

const STATEMENTS = [
  sql`create table portal_setting (
    portal_id bigint not null,
    name text collate "C" not null,
    version bigint not null,
    value json not null,
    primary key (portal_id, name)
  )`,
  // Append-only. Ids ascend, so that the log can be read in pages.
  sql`create table audit_entry (
    portal_id bigint not null,
    id bigint generated always as identity,
    at bigint not null,
    kind text collate "C" not null,
    actor jsonb not null,
    about text,
    before json,
    after json,
    primary key (portal_id, id)
  )`,
];

/** What admins set for their portal, and the log of who changed what. */
export const settingsAndAudit = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db);
  },
};
