import { type Kysely, sql } from 'kysely';

const STATEMENTS = [
  // Companies are found by their domain. Behind a policy no index is used whose expression might tell of rows that it hides ("leakproof",
  // PostgreSQL's manual, Rules and Privileges), as `lower` and `->>` might; by a column it is.
  sql`alter table fact add column domain text collate "C"
    generated always as (case when object_type = 'companies' then lower(value ->> 'domain') end) stored`,
  sql`drop index company_domain`,
  sql`create index company_domain on fact (portal_id, domain) where object_type = 'companies'`,
];

/** From here on each table with a `portal_id` has its policy: every migration ends with that (row-security.ts). */
export const rowSecurity = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db);
  },
};
