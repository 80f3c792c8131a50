import { type Kysely, sql } from 'kysely';

const STATEMENTS = [
  // `at`: the band event that it answers, or when somebody asked for it on a card; so that nothing is answered twice.
  sql`create table play (
    portal_id bigint not null,
    company_id text collate "C" not null,
    kind text collate "C" not null,
    at bigint not null,
    decided_at bigint not null,
    state text collate "C" not null,
    reason text,
    from_status text,
    to_status text,
    score integer,
    owner_id text,
    owner_name text,
    subject text,
    due_at bigint,
    tried_at bigint,
    task_id text,
    task_state text,
    after_30 json,
    after_90 json,
    primary key (portal_id, company_id, kind, at)
  )`,
  sql`create index play_decided on play (portal_id, decided_at)`,
];

/** The tasks that playbooks and people had made, those that were not made and why, and what became of the accounts. */
export const plays = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db);
  },
};
