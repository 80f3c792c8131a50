import { type Kysely, sql } from 'kysely';

const STATEMENTS = [
  // Null of models that were kept before it was kept who published them, and of those that come from a file of the service's.
  sql`alter table model add column yaml text, add column published_at bigint, add column published_by jsonb`,
  // A row stays when its draft is gone: the revision rises with every change, so that none is mistaken for another.
  sql`create table model_draft (
    portal_id bigint not null primary key,
    revision bigint not null,
    yaml text,
    based_on text,
    changed_at bigint,
    changed_by jsonb
  )`,
];

/** What a portal's people wrote of their model: the YAML of what was published, and the draft. */
export const portalModels = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db);
  },
};
