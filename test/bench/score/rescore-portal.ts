/** The nightly rescoring of a whole portal on PostgreSQL: read, scored, and written back to the store. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { loadPortal } from './load-portal.ts';
import type { Rescored } from './rescore-process.ts';

const run = promisify(execFile);

/** In a database of its own on that server, and a process of its own; the database is dropped in the end. */
export async function measureRescoring(
  serverUrl: string,
  companies: number,
): Promise<Rescored & { readonly loadSeconds: number }> {
  const name = `rescored_${companies}`;
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  await execute(serverUrl, `create database ${name}`);
  try {
    const startedAt = performance.now();
    await loadPortal(url.href, companies);
    const loadSeconds = (performance.now() - startedAt) / 1_000;
    const script = join(import.meta.dirname, 'rescore-process.ts');
    const { stdout } = await run(process.execPath, ['--expose-gc', script, url.href]);
    return { ...(JSON.parse(stdout) as Rescored), loadSeconds };
  } finally {
    await execute(serverUrl, `drop database ${name} with (force)`);
  }
}

async function execute(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
