/** The second lock: what the database itself keeps from a connection, whatever the query. */
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest';
import { portalId } from '../../src/ids.ts';
import { connectPostgres } from '../../src/store/connect-postgres.ts';
import type { Connection } from '../../src/store/connection.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { acrossRows, makeScopedConnect, type SeenRows } from '../../src/store/row-security.ts';
import { fillEveryTable, openRaw, type RawDatabase, rowsOf, tablesOfPortals } from './filled-tables.ts';
import { asAdmin, createPostgresDatabase, execute, type TestDatabase } from './postgres-database.ts';
import { onEachEngine, openTestStore } from './test-store.ts';

/** Tables that hold nothing of a portal, and why they are there. */
const OF_NO_PORTAL: Readonly<Record<string, string>> = {
  kysely_migration: 'which migrations ran',
  kysely_migration_lock: 'whether one runs',
};

onEachEngine('the tables', (engine) => {
  let raw: RawDatabase;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ raw, close } = await openRaw(engine));
  });
  afterAll(() => close());

  it('each have a portal_id, or a reason to have none', async () => {
    const { rows } = await sql<{ name: string }>`
      select table_name as name from information_schema.tables where table_schema = current_schema()
    `.execute(raw);
    const ofPortals = new Set(await tablesOfPortals(raw));
    const others = rows.map(({ name }) => name).filter((name) => !ofPortals.has(name));
    expect(others.toSorted()).toEqual(Object.keys(OF_NO_PORTAL).toSorted());
  });

  it('of portals each have a policy that holds for their owner too', async () => {
    const { rows } = await sql<{ name: string }>`
      select c.relname as name from pg_class c
      where c.relrowsecurity and c.relforcerowsecurity
        and exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'one_portal' and p.polcmd = '*')
      order by 1
    `.execute(raw);
    expect(rows.map(({ name }) => name)).toEqual(await tablesOfPortals(raw));
  });
});

describe.skipIf(inject('postgresUrl') === null)('row-level security', () => {
  let database: TestDatabase;
  let store: Store;
  let connection: Connection;
  let raw: RawDatabase;
  let tables: readonly string[];
  beforeAll(async () => {
    database = await createPostgresDatabase();
    store = await openStore({ databaseUrl: database.url });
    connection = await connectPostgres(database.url);
    const pool = new pg.Pool({ connectionString: asAdmin(database.url) });
    raw = new Kysely({ dialect: new PostgresDialect({ pool }) });
    for (const portal of [1, 2]) await fillEveryTable(raw, portal, 2);
    tables = await tablesOfPortals(raw);
  });
  afterAll(async () => {
    await raw.destroy();
    await connection.close();
    await store.close();
    await database.drop();
  });

  /** Runs on a connection that sees these rows, and takes back what it did. */
  async function as<T>(seen: SeenRows, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await connection.connect(seen);
    try {
      await client.query('begin');
      return await work(client);
    } finally {
      await client.query('rollback');
      client.release();
    }
  }
  const portalsIn = async (client: pg.ClientBase, table: string): Promise<readonly string[]> => {
    const { rows } = await client.query(`select distinct portal_id::text as id from "${table}" order by 1`);
    return rows.map(({ id }) => id);
  };

  it('shows a query without a portal the rows of its own', async () => {
    for (const table of tables) {
      expect([table, await as(portalId(1), (client) => portalsIn(client, table))]).toEqual([table, ['1']]);
      expect([table, await as(portalId(2), (client) => portalsIn(client, table))]).toEqual([table, ['2']]);
      expect([table, await as(portalId(3), (client) => portalsIn(client, table))]).toEqual([table, []]);
    }
  });

  it('shows nothing to a query that names another portal', async () => {
    for (const table of tables) {
      const { rows } = await as(portalId(1), (client) => client.query(`select from "${table}" where portal_id = 2`));
      expect([table, rows.length]).toEqual([table, 0]);
    }
  });

  it('shows nothing where no portal is set, or what is none', async () => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    for (const table of tables) expect([table, await portalsIn(client, table)]).toEqual([table, []]);
    // What is left of a setting that was rolled back is an empty text.
    await client.query(`begin; select set_config('account_health.portal', '1', false); rollback`);
    for (const table of tables) expect([table, await portalsIn(client, table)]).toEqual([table, []]);
    await client.query(`select set_config('account_health.portal', 'everybody', false)`);
    for (const table of tables) await expect(portalsIn(client, table)).rejects.toThrow('invalid input syntax');
    await client.end();
  });

  it('lets nobody change, delete or take over another portal’s rows, or write any in its name', async () => {
    const before = await rowsOf(raw, 2);
    const client = await connection.connect(portalId(1));
    for (const table of tables) {
      // None but its own are there to be changed and deleted, and those may not be given away.
      await expect(client.query(`update "${table}" set portal_id = 2`)).rejects.toThrow('row-level security');
      await client.query(`update "${table}" set portal_id = 1 where portal_id = 2`);
      await client.query(`delete from "${table}" where portal_id = 2`);
    }
    await expect(client.query(`insert into portal values (9, '{}')`)).rejects.toThrow('row-level security');
    for (const table of tables) await client.query(`delete from "${table}"`);
    client.release();
    expect(await rowsOf(raw, 2)).toEqual(before);
    expect(await rowsOf(raw, 1)).toEqual({});
    await fillEveryTable(raw, 1, 2);
  });

  it('tells across portals which there are and whose a key is, nothing else, and changes nothing', async () => {
    const told = ['ingest_key', 'installation', 'portal'];
    for (const table of tables) {
      const expected = told.includes(table) ? ['1', '2'] : [];
      expect([table, await as('all', (client) => portalsIn(client, table))]).toEqual([table, expected]);
      const { rowCount } = await as('all', (client) => client.query(`delete from "${table}"`));
      expect([table, rowCount]).toEqual([table, 0]);
    }
    expect(await store.portals()).toEqual([1, 2]);
  });

  it('has a migration see the rows of all portals, and leaves its tables locked', async () => {
    const client = await connection.connect(portalId(1));
    onTestFinished(() => client.release());
    const pool = { connect: async () => ({ ...bound(client), release: () => {} }), end: async () => {} };
    const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: pool as never }) });
    const migration = acrossRows({
      async up(of) {
        await sql`update sync_state set state = '{"seen": true}'`.execute(of);
        await sql`create table made_later (portal_id bigint, what text)`.execute(of);
        await sql`insert into made_later values (1, 'a'), (2, 'b')`.execute(of);
      },
    });
    await client.query('begin');
    await migration.up(db);
    const { rows } = await client.query('select portal_id from made_later');
    await client.query('commit');
    expect(rows).toEqual([{ portal_id: 1 }]);
    expect(new Set((await rowsOf(raw, 2)).sync_state?.map((row) => row.includes('seen')))).toEqual(new Set([true]));
    expect(await portalsIn(client, 'sync_state')).toEqual(['1']);
    await client.query('drop table made_later');
  });

  it('is told to hold, or not: for a superuser, one with BYPASSRLS, and the embedded database', async () => {
    expect(store.rowSecurity).toBe('enforced');
    const admin = await openStore({ databaseUrl: asAdmin(database.url) });
    expect(admin.rowSecurity).toBe('bypassed');
    await admin.close();
    const name = new URL(database.url).username;
    await execute(asAdmin(database.url), `alter role ${name} bypassrls`);
    const passing = await openStore({ databaseUrl: database.url });
    expect(passing.rowSecurity).toBe('bypassed');
    await passing.close();
    await execute(asAdmin(database.url), `alter role ${name} nobypassrls`);
    const embedded = await openTestStore('pglite');
    expect(embedded.rowSecurity).toBe('embedded');
    await embedded.close();
  });
});

/** A client's own methods, for a copy of it. */
const bound = (client: pg.PoolClient) => ({ query: client.query.bind(client), processID: 1 });

describe.skipIf(inject('postgresUrl') === null)('a connection that serves several portals', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createPostgresDatabase();
  });
  afterAll(() => database.drop());

  /** So many connections, lent by the portal whose rows they see. */
  function lend(max: number) {
    const pool = new pg.Pool({ connectionString: database.url, max });
    pool.on('error', () => {});
    onTestFinished(() => pool.end());
    return { pool, connect: makeScopedConnect(() => pool.connect()) };
  }
  const seenBy = async (client: pg.ClientBase): Promise<string> => {
    const { rows } = await client.query(`select current_setting('account_health.portal', true) as seen`);
    return rows[0]?.seen;
  };

  it('sees the borrower’s rows each time, however they take turns', async () => {
    const { connect } = lend(3);
    const borrow = async (seen: SeenRows) => {
      const client = await connect(seen);
      const found = await seenBy(client);
      client.release();
      return found;
    };
    const asked = Array.from({ length: 300 }, (_, index) => (index % 7 === 0 ? 'all' : portalId(1 + (index % 4))));
    expect(await Promise.all(asked.map(borrow))).toEqual(asked.map(String));
  });

  it('is told only where it served another last', async () => {
    const { pool, connect } = lend(1);
    const said: unknown[] = [];
    pool.on('connect', (client) => {
      const query = client.query.bind(client);
      client.query = ((...given: [string, unknown[]]) => {
        said.push(given[1]?.[1]);
        return query(...given);
      }) as never;
    });
    for (const seen of [1, 1, 1, 2, 2, 1]) (await connect(portalId(seen))).release();
    expect(said).toEqual(['1', '2', '1']);
  });

  it('sees the borrower’s rows after a query failed, and after a transaction was rolled back', async () => {
    const { connect } = lend(1);
    const first = await connect(portalId(1));
    await expect(first.query('select nothing')).rejects.toThrow('does not exist');
    first.release();
    const second = await connect(portalId(2));
    await second.query('begin');
    await expect(second.query('select nothing')).rejects.toThrow('does not exist');
    await second.query('rollback');
    expect(await seenBy(second)).toBe('2');
    second.release();
    const third = await connect(portalId(2));
    expect(await seenBy(third)).toBe('2');
    third.release();
  });

  it.each(['begin', 'begin; select 1/0'])('is thrown away where it was given back after: %s', async (left) => {
    const { connect } = lend(1);
    const first = await connect(portalId(1));
    await first.query(left).catch(() => {});
    // The driver learns of it a moment after the error; in between, telling the portal fails, as below.
    await expect.poll(() => first.getTransactionStatus()).not.toBe('I');
    first.release();
    const second = await connect(portalId(2));
    await second.query('rollback');
    expect(await seenBy(second)).toBe('2');
    second.release();
  });

  it('is not lent where it cannot be told', async () => {
    const { pool, connect } = lend(1);
    (await connect(portalId(1))).release();
    pool.once('acquire', (client) => {
      client.query = (() => Promise.reject(new Error('no answer'))) as never;
    });
    await expect(connect(portalId(2))).rejects.toThrow('no answer');
    const next = await connect(portalId(2));
    expect(await seenBy(next)).toBe('2');
    next.release();
  });
});
