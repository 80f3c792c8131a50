import { type Kysely, sql } from 'kysely';

const STATEMENTS = [
  // One row a record: by property, when it was read and its past values.
  sql`create table property_history (
    portal_id bigint not null,
    object_type text collate "C" not null,
    record_id text collate "C" not null,
    value jsonb not null,
    primary key (portal_id, object_type, record_id)
  )`,
];

/** What HubSpot tells of the past values of properties. */
export const propertyHistory = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db);
  },
};
