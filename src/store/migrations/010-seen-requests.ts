import { type Kysely, sql } from 'kysely';

const STATEMENTS = [
  // What was asked of us lately and must not be done twice, with what was answered. Without a status it is still under way.
  sql`create table seen_request (
    portal_id bigint not null,
    key text collate "C" not null,
    fingerprint text collate "C" not null,
    claimed_at bigint not null,
    expires_at bigint not null,
    status integer,
    content_type text,
    body text,
    primary key (portal_id, key)
  )`,
];

/** Requests that change something, by their signature or idempotency key, for as long as they could be sent again. */
export const seenRequests = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db);
  },
};
