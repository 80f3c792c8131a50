/**
 * A full sync, killed twenty times with SIGKILL: anywhere from the opening of the store to its last pages.
 *
 * A sync reads each object type in several chains of pages, and asks for the next page of a chain when it has stored the
 * one before. So each kill may cost the pages in hand, one of each chain, and no others.
 */
import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { portalId } from '../../src/ids.ts';
import { makeRandom } from '../../src/local/sandbox/generate/prng.ts';
import type { Sandbox } from '../../src/local/sandbox/start-sandbox.ts';
import { openStore, type StoreAddress } from '../../src/store/open-store.ts';
import { syncPortal } from '../../src/sync/sync-portal.ts';
import { makeUnpacedClient } from '../hubspot/test-client.ts';
import { createPostgresDatabase } from '../store/postgres-database.ts';
import { type Engine, makeDataDir, onEachEngine, openTestStore } from '../store/test-store.ts';
import { PORTAL_ID, READING, SYNC_AT, startHardPortal } from './hard-portal.ts';
import { differing, type HeldFacts, readHeldFacts } from './held-facts.ts';
import { fetchedForNothing, pagesAgain, type Run } from './pages-again.ts';
import { spawnSyncProcess } from './sync-process.ts';
import { watchPages } from './watch-pages.ts';

const KILLS = 20;
/** Lists and searches of one type that may be under way at once: four and six. */
const CHAINS = 10;
const TIMEOUT_MS = 180_000;
const aheadMs = SYNC_AT - Date.now();

/** The same portal twice: HubSpot's docs promise a cursor that only a page gives; where any id will do, several lists are read. */
let sandboxes: Readonly<Record<Engine, Sandbox>>;
let undisturbed: HeldFacts;
let records = 0;
beforeAll(async () => {
  const clock = () => Date.now() + aheadMs;
  const open = (listCursor: 'id' | 'opaque') =>
    startHardPortal(50, { limits: 'off', latencyMs: 10, clock, listCursor });
  sandboxes = { pglite: await open('opaque'), postgres: await open('id') };
  const sandbox = sandboxes.pglite;
  const store = await openTestStore();
  const portal = store.portal(portalId(PORTAL_ID));
  const { client } = makeUnpacedClient({ baseUrl: sandbox.url, token: async () => sandbox.token, clock });
  await syncPortal({ ...READING, client, store: portal, clock });
  undisturbed = await readHeldFacts(portal);
  const held = await portal.countRecords();
  for (const type of ['companies', 'contacts', 'deals', 'tickets', 'invoices'] as const) {
    expect(held[type]).toBe(sandbox.portal.count(type));
  }
  records = Object.values(held).reduce((sum, count) => sum + count);
  await store.close();
}, TIMEOUT_MS);
afterAll(() => Promise.all(Object.values(sandboxes).map((sandbox) => sandbox.close())));

async function makeAddress(engine: Engine): Promise<StoreAddress> {
  if (engine === 'postgres') {
    const database = await createPostgresDatabase();
    onTestFinished(database.drop);
    return { databaseUrl: database.url };
  }
  const dataDir = await makeDataDir();
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  return { dataDir };
}

/** Twenty runs that are killed, and one that comes to its end. */
async function syncKilled(sandbox: Sandbox, address: StoreAddress, seed: number): Promise<readonly Run[]> {
  const random = makeRandom(seed);
  let run: Run = { asked: [], stored: [] };
  const runs = [run];
  const url = await watchPages(sandbox.url, () => run.asked);
  const read = new Map<string, number>();
  let heard = () => {};
  const start = () => {
    const started = spawnSyncProcess({ url, token: sandbox.token, address, aheadMs }, (objectType, count) => {
      run.stored.push(objectType);
      read.set(objectType, Math.max(count, read.get(objectType) ?? 0));
      heard();
    });
    onTestFinished(started.kill);
    return started;
  };
  const hasRead = (share: number) => [...read.values()].reduce((sum, count) => sum + count, 0) >= share * records;

  let running = start();
  // Not so late that a run may end before its kill reaches it.
  const shares = Array.from({ length: KILLS }, () => random.between(0, 0.8)).toSorted((a, b) => a - b);
  for (const share of shares) {
    // Loads while the one before it works.
    const next = start();
    await running.begin();
    const isFar = new Promise<void>((resolve) => {
      heard = () => {
        if (hasRead(share)) resolve();
      };
      heard();
    });
    await Promise.race([isFar, running.finished]);
    // Until then somewhere in its start, or between two pages.
    await sleep(random.whole(0, 40));
    await running.kill();
    expect(await running.finished).toBe(false);
    run = { asked: [], stored: [] };
    runs.push(run);
    running = next;
  }
  await running.begin();
  expect(await running.finished).toBe(true);
  return runs;
}

onEachEngine('a full sync, killed twenty times,', (engine) => {
  it(
    'ends with the facts of an undisturbed one, and has fetched no page twice but those in hand',
    async () => {
      const seed = Math.floor(Math.random() * 1_000_000);
      const address = await makeAddress(engine);
      const runs = await syncKilled(sandboxes[engine], address, seed);

      const store = await openStore(address);
      const facts = await readHeldFacts(store.portal(portalId(PORTAL_ID)));
      await store.close();
      expect(differing(facts, undisturbed), `seed ${seed}`).toEqual([]);

      expect(fetchedForNothing(runs), `seed ${seed}`).toEqual([]);
      for (const [objectType, { again, inHand, mostInHand }] of Object.entries(pagesAgain(runs))) {
        expect(again, `${objectType}, seed ${seed}`).toBeLessThanOrEqual(inHand);
        expect(mostInHand, `${objectType}, seed ${seed}`).toBeLessThanOrEqual(CHAINS);
      }
    },
    TIMEOUT_MS,
  );
});
