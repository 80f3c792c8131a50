import { type Kysely, sql } from 'kysely';

const STATEMENTS = [
  // Kept, so that it can be read at once, and dropped when anything of it changes. json, not jsonb: it is never looked into.
  sql`create table company_records (
    portal_id bigint not null,
    company_id text collate "C" not null,
    records json not null,
    primary key (portal_id, company_id)
  )`,
];

/** The linked records of a company as one row. */
export const companyRecords = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db);
  },
};
