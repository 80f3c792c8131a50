import { rmSync } from 'node:fs';
import { onTestFinished } from 'vitest';
import type { StoreAddress } from '../../src/store/open-store.ts';
import { createPostgresDatabase } from '../store/postgres-database.ts';
import { type Engine, makeDataDir } from '../store/test-store.ts';

/** Of an empty database, until the test ends. */
export async function makeStoreAddress(engine: Engine): Promise<StoreAddress> {
  if (engine === 'postgres') {
    const database = await createPostgresDatabase();
    onTestFinished(database.drop);
    return { databaseUrl: database.url };
  }
  const dataDir = await makeDataDir();
  onTestFinished(() => rmSync(dataDir, { recursive: true }));
  return { dataDir };
}
