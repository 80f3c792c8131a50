import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

export interface TestDatabase {
  /** As its owner, who is nobody special on the server: row-level security holds for it, as it should in production. */
  readonly url: string;
  drop(): Promise<void>;
}

/** A new, empty database on the run's PostgreSQL server, and a user who owns it. */
export async function createPostgresDatabase(): Promise<TestDatabase> {
  const server = inject('postgresUrl');
  if (server === null) throw new Error('There is no PostgreSQL in this run: see `onEachEngine`.');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await execute(server, `create role ${name} login`);
  await execute(server, `create database ${name} owner ${name}`);
  const url = new URL(server);
  url.username = name;
  url.pathname = `/${name}`;
  return {
    url: url.href,
    async drop() {
      await execute(server, `drop database ${name} with (force)`);
      await execute(server, `drop role ${name}`);
    },
  };
}

/** The same database as the server's superuser, whom no policy stops. */
export function asAdmin(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  url.username = 'postgres';
  return url.href;
}

export async function execute(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
