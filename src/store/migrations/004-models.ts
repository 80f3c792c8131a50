import { type Kysely, sql } from 'kysely';

const STATEMENTS = [
  sql`create table model (
    portal_id bigint not null,
    name text collate "C" not null,
    version text collate "C" not null,
    content json not null,
    primary key (portal_id, name, version)
  )`,
];

/** The health models that scored a portal, each as it was when its version was first used. */
export const models = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db);
  },
};
