import { type Kysely, sql } from 'kysely';

const STATEMENTS = [
  sql`create table band_event (
    portal_id bigint not null,
    company_id text collate "C" not null,
    at bigint not null,
    kind text collate "C" not null,
    from_status text,
    to_status text,
    from_at bigint,
    from_score integer,
    to_score integer,
    model_version text not null,
    own boolean,
    parts json,
    primary key (portal_id, company_id, at)
  )`,
  // What happened lately, of every company.
  sql`create index band_event_at on band_event (portal_id, at)`,
];

/** When companies' bands worsened and recovered: append-only, a company's latest row is its confirmed band. */
export const bandEvents = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db);
  },
};
