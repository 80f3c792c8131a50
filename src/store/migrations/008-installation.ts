import { type Kysely, sql } from 'kysely';

const STATEMENTS = [
  sql`create table installation (
    portal_id bigint primary key,
    state text not null check (state in ('installed', 'gone', 'disconnected')),
    installed_at bigint not null,
    installed_by text,
    scopes jsonb not null,
    sealed_tokens text,
    access_expires_at bigint not null,
    gone_at bigint,
    writing_since bigint
  )`,
];

/** The portals that installed the app, and the tokens they gave it. */
export const installation = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db);
  },
};
