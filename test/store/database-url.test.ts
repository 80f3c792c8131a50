import { afterEach, describe, expect, inject, it } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { asAdmin, createPostgresDatabase, execute, type TestDatabase } from './postgres-database.ts';

const isRefused = async (databaseUrl: string, message: string) =>
  expect(openStore({ databaseUrl })).rejects.toMatchObject({ name: 'InputError', message });

describe('a DATABASE_URL that is wrong', () => {
  it('is told when it is no address', async () => {
    const message =
      'DATABASE_URL is not an address of a PostgreSQL database. It reads postgresql://user:password@host:5432/database.';
    for (const url of ['', 'localhost', 'mysql://u:hidden@localhost/x']) await isRefused(url, message);
  });

  it('is told, without the password, when nobody answers', async () => {
    await isRefused(
      'postgresql://someone:hidden@127.0.0.1:1/health',
      'PostgreSQL at someone@127.0.0.1:1/health does not answer. Start it, or correct host and port in DATABASE_URL.',
    );
  });

  it('is told when the host has no such name', async () => {
    await isRefused(
      'postgresql://someone:hidden@no-such-host.invalid/health',
      'PostgreSQL at someone@no-such-host.invalid/health has a host name that cannot be found. Correct the host in DATABASE_URL.',
    );
  });
});

describe.skipIf(inject('postgresUrl') === null)('a PostgreSQL database', () => {
  const databases: TestDatabase[] = [];
  afterEach(async () => {
    for (const database of databases.splice(0)) await database.drop();
  });
  async function makeDatabase(): Promise<URL> {
    const database = await createPostgresDatabase();
    databases.push(database);
    return new URL(database.url);
  }
  const shown = (url: URL) => `PostgreSQL at ${url.username}@${url.searchParams.get('host')}${url.pathname}`;

  it('that is missing, or a user that is, is told', async () => {
    const url = await makeDatabase();
    const other = new URL(url);
    other.pathname = '/nothing_here';
    await isRefused(
      other.href,
      `${shown(other)} has no such database. Create it, or correct its name in DATABASE_URL.`,
    );
    const stranger = new URL(url);
    stranger.username = 'stranger';
    stranger.password = 'hidden';
    await isRefused(stranger.href, `${shown(stranger)} refuses the user or password. Correct them in DATABASE_URL.`);
  });

  it('where we may not create tables is told', async () => {
    const url = await makeDatabase();
    const role = `guest_${url.pathname.slice(1)}`;
    await execute(asAdmin(url.href), `create role ${role} login`);
    const guest = new URL(url);
    guest.username = role;
    await isRefused(
      guest.href,
      'The user in DATABASE_URL may not create tables. Make it the owner of the database, or grant it "create" on schema public.',
    );
    await execute(asAdmin(url.href), `drop role ${role}`);
  });

  it('is set up once by instances that start together', async () => {
    const url = await makeDatabase();
    const stores = await Promise.all(Array.from({ length: 5 }, () => openStore({ databaseUrl: url.href })));
    expect(await Promise.all(stores.map((store) => store.portals()))).toEqual(stores.map(() => []));
    await Promise.all(stores.map((store) => store.close()));
  });

  it('that a newer version used is refused', async () => {
    const url = await makeDatabase();
    await (await openStore({ databaseUrl: url.href })).close();
    await execute(url.href, `insert into kysely_migration values ('999-from-the-future', '2099-01-01T00:00:00.000Z')`);
    await isRefused(
      url.href,
      'The database was used by a newer version of this app. Upgrade the app, or name another database or data directory.',
    );
  });

  it('that is restarted is used again without ending the process', async () => {
    const url = await makeDatabase();
    const store = await openStore({ databaseUrl: url.href });
    await execute(
      asAdmin(url.href),
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    await expect.poll(() => store.portals().catch(() => 'broken')).toEqual([]);
    await store.close();
  });
});
