/** Tokens, codes and keys stand nowhere: not in the database, not in the log, not in errors. */
import { rmSync } from 'node:fs';
import pino from 'pino';
import { expect, it, onTestFinished } from 'vitest';
import { refreshPortal } from '../../src/jobs/refresh-portal.ts';
import { openStore, type StoreAddress } from '../../src/store/open-store.ts';
import { dumpStore } from '../store/dump-store.ts';
import { createPostgresDatabase } from '../store/postgres-database.ts';
import { type Engine, makeDataDir, onEachEngine } from '../store/test-store.ts';
import { MODEL } from './cycle-rig.ts';
import { openInstalledRig } from './installed-rig.ts';

const LIFE_MS = 30 * 60_000;

async function makeAddress(engine: Engine): Promise<StoreAddress> {
  if (engine === 'postgres') {
    const { url, drop } = await createPostgresDatabase();
    onTestFinished(drop);
    return { databaseUrl: url };
  }
  const dataDir = await makeDataDir();
  onTestFinished(() => rmSync(dataDir, { recursive: true }));
  return { dataDir };
}

/** As it is, and as bytes are commonly written. */
const forms = (secret: string) =>
  [secret, ...(['base64', 'base64url', 'hex'] as const).map((form) => Buffer.from(secret).toString(form))].map((text) =>
    text.replace(/=+$/, ''),
  );

onEachEngine('secrets', (engine) => {
  it('are in no table, no log line and no error, through install, refresh, early end and uninstall', async () => {
    const address = await makeAddress(engine);
    const store = await openStore(address);
    const lines: string[] = [];
    const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
    const rig = await openInstalledRig(store);
    const client = rig.clientOf(rig.tokenOf(rig.portal), log);
    rig.advance(LIFE_MS);
    await refreshPortal({ client, store, model: MODEL, language: 'en', clock: rig.clock });
    await rig.oauth.revoke((await rig.held()).accessToken);
    await client.account();
    rig.sandbox.portal.uninstall();
    await client.account().catch((error: unknown) => log.error({ err: error }, 'cycle failed'));
    await store.close();

    const dump = await dumpStore(address);
    // What is looked at is what is there: the sealed tokens themselves, and the lines of the repeated calls.
    expect(dump).toMatch(/v1\.[0-9a-f]{12}\.[\w-]{40}/);
    for (const table of ['portal', 'fact', 'sync_state', 'cycle', 'installation'])
      expect(dump).toContain(`${table}: (`);
    expect(lines.join()).toContain('HubSpot call will be repeated');
    expect(lines.join()).toContain('PortalDisconnected');
    expect(rig.secrets.length).toBe(10);
    const found = rig.secrets.flatMap((secret) =>
      forms(secret).filter((form) => form.length > 3 && `${dump}${lines.join('')}`.includes(form)),
    );
    expect(found).toEqual([]);
  }, 120_000);
});
