import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startPostgres } from './store/postgres-cluster.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a throw-away PostgreSQL server; null where its programs are not installed. */
    postgresUrl: string | null;
    /** A folder that is deleted after the run. */
    runFolder: string;
  }
}

/** Starts a PostgreSQL server for the run, and takes it away afterwards. Without its programs CI fails, others are told. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startPostgres();
  if (cluster === undefined) {
    const reason = 'initdb and pg_ctl were not found. Install PostgreSQL (Debian package "postgresql") to run them.';
    if (process.env.CI) throw new Error(`No store tests on PostgreSQL: ${reason}`);
    console.warn(`\n*** SKIPPED, all store tests on PostgreSQL: ${reason} ***\n`);
  }
  const runFolder = mkdtempSync(join(tmpdir(), 'health-test-'));
  project.provide('postgresUrl', cluster?.url ?? null);
  project.provide('runFolder', runFolder);
  return async () => {
    await cluster?.stop();
    rmSync(runFolder, { recursive: true, force: true });
  };
}
