/**
 * The second lock between portals, on PostgreSQL: row-level security. Every query names its portal; should one ever fail to, the
 * database itself gives it no row of another (PostgreSQL's manual, Row Security Policies). A connection sees the rows of the portal
 * that its setting names; without one it sees none, and can write none.
 */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type pg from 'pg';
import type { PortalId } from '../ids.ts';

/** Whose rows a connection sees: a portal's, or of all portals those of `TOLD_ACROSS`, for `AcrossPortals` alone. */
export type SeenRows = PortalId | 'all';

/**
 * Whether the second lock holds. `bypassed`: the user is a superuser, or has BYPASSRLS, whom no policy stops. `embedded`: the one
 * user of the embedded database is a superuser; whoever can open its folder holds everything in it anyway.
 */
export type RowSecurity = 'enforced' | 'bypassed' | 'embedded';

const SETTING = 'account_health.portal';
const SEEN = `nullif(current_setting('${SETTING}', true), '')`;

/** Which portals there are, and whose a key is, is read without knowing the portal; what they hold, never. */
const TOLD_ACROSS = ['portal', 'installation', 'ingest_key'];

const OF_PORTALS = sql`
  select c.oid::regclass::text as name, c.relname in (${sql.join(TOLD_ACROSS)}) as "isTold"
  from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
    and a.attname = 'portal_id' and not a.attisdropped`;

/**
 * Gives each table with a `portal_id` its policy, where it has none, and has it hold for the tables' owner too (`force`): that is who
 * we are. Repeats safely.
 *
 * The policy's condition is an equality and nothing else. So the planner puts it together with the query's own, on the same column, and
 * compares the two portals once a query; a condition of any other kind would be tried on every row, and has other plans chosen.
 */
async function secureRows(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ name: string; isTold: boolean }>`
    ${OF_PORTALS} and not exists (select from pg_policy where polrelid = c.oid)`.execute(db);
  for (const { name, isTold } of rows) {
    await sql`create policy one_portal on ${sql.raw(name)}
      using (portal_id = ${sql.raw(`nullif(${SEEN}, 'all')::bigint`)})`.execute(db);
    if (isTold)
      await sql`create policy told_across on ${sql.raw(name)} for select using (${sql.raw(`${SEEN} = 'all'`)})`.execute(
        db,
      );
  }
  await alterEach(
    db,
    sql`${OF_PORTALS} and not c.relforcerowsecurity`,
    'enable row level security, force row level security',
  );
}

/** Has the tables' owner see the rows of all portals, until `secureRows`; the transaction that does both keeps others out. */
const openRows = (db: Kysely<unknown>) =>
  alterEach(db, sql`${OF_PORTALS} and c.relforcerowsecurity`, 'no force row level security');

async function alterEach(db: Kysely<unknown>, tables: ReturnType<typeof sql>, action: string): Promise<void> {
  const { rows } = await sql<{ name: string }>`${tables}`.execute(db);
  // In one go: it is done around every migration.
  await sql.raw(rows.map(({ name }) => `alter table ${name} ${action};`).join('\n') || 'select').execute(db);
}

/** A migration that may change the rows of all portals, and leaves no table of portals without its policy. */
export const acrossRows = ({ up }: Migration): Migration => ({
  async up(db) {
    await openRows(db);
    await up(db);
    await secureRows(db);
  },
});

/**
 * Lends connections that see these rows. What each one sees is remembered, so that a statement goes before the caller's only where it
 * served another portal last. It holds for all that the borrower does: it is set outside transactions, where no rollback takes it back.
 */
export function makeScopedConnect(connect: () => Promise<pg.PoolClient>): (seen: SeenRows) => Promise<pg.PoolClient> {
  const seenBy = new WeakMap<pg.PoolClient, SeenRows>();
  return async (seen) => {
    const client = await connectIdle(connect);
    if (seenBy.get(client) === seen) return client;
    try {
      await client.query('select set_config($1, $2, false)', [SETTING, String(seen)]);
    } catch (error) {
      client.release(true);
      throw error;
    }
    seenBy.set(client, seen);
    return client;
  };
}

/** A connection that was given back within a transaction is thrown away: ending that would take back what is set now. */
async function connectIdle(connect: () => Promise<pg.PoolClient>): Promise<pg.PoolClient> {
  while (true) {
    const client = await connect();
    if (client.getTransactionStatus() === 'I') return client;
    client.release(true);
  }
}
