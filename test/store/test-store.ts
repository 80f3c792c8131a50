import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { portalId } from '../../src/ids.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import type { PortalStore } from '../../src/store/portal-store.ts';
import { createPostgresDatabase } from './postgres-database.ts';

export type Engine = 'pglite' | 'postgres';

/** A block of tests for each engine; PostgreSQL's is skipped where the machine has none, which the start of the run tells. */
export function onEachEngine(title: string, body: (engine: Engine) => void): void {
  describe(`${title} on pglite`, () => body('pglite'));
  onPostgres(`${title} on postgres`, () => body('postgres'));
}

/** A block of tests for PostgreSQL alone: several processes share nothing else. */
export function onPostgres(title: string, body: () => void): void {
  describe.skipIf(inject('postgresUrl') === null)(title, body);
}

/** An empty store of its own; `close` also deletes it. Cheap enough for one a file, not for one a test: use portal ids. */
export async function openTestStore(engine: Engine = 'pglite'): Promise<Store> {
  if (engine === 'postgres') {
    const database = await createPostgresDatabase();
    const store = await openStore({ databaseUrl: database.url });
    return { ...store, close: () => store.close().then(database.drop) };
  }
  const dataDir = await makeDataDir();
  const store = await openStore({ dataDir });
  return { ...store, close: () => store.close().then(() => rmSync(dataDir, { recursive: true })) };
}

/** Portals of a store that the calling block of tests has to itself: each call gives another one, empty. */
export function freshPortals(engine: Engine): () => PortalStore {
  let store: Store;
  let portals = 0;
  beforeAll(async () => {
    store = await openTestStore(engine);
  });
  afterAll(() => store.close());
  return () => {
    portals += 1;
    return store.portal(portalId(portals));
  };
}

/** A data directory with an empty database: a copy, for making one from nothing takes seconds and much memory. */
export async function makeDataDir(): Promise<string> {
  const template = join(inject('runFolder'), 'template');
  if (!existsSync(template)) {
    const own = mkdtempSync(`${template}-`);
    await (await openStore({ dataDir: own })).close();
    // Another test process may have been faster: a folder is not moved over one that has files.
    try {
      renameSync(own, template);
    } catch {
      rmSync(own, { recursive: true });
    }
  }
  const dataDir = mkdtempSync(join(inject('runFolder'), 'data-'));
  cpSync(template, dataDir, { recursive: true });
  return dataDir;
}
