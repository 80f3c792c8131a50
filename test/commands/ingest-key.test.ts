import { expect, onTestFinished, test, vi } from 'vitest';
import { ingestKey as command, INGEST_KEY_USAGE } from '../../src/commands/ingest-key.ts';
import { InputError } from '../../src/errors.ts';
import { portalId } from '../../src/ids.ts';
import { hashIngestKey, isIngestKey } from '../../src/store/ingest-key.ts';
import { openStore } from '../../src/store/open-store.ts';
import { makeDataDir } from '../store/test-store.ts';
import { run } from './run-command.ts';

const PROFILE = { timeZone: 'UTC', currency: 'EUR', uiDomain: 'app.hubspot.com' };

/** A data directory that knows these portals. */
async function holding(...portals: number[]): Promise<string> {
  const dataDir = await makeDataDir();
  const store = await openStore({ dataDir });
  for (const id of portals) await store.portal(portalId(id)).saveProfile(PROFILE);
  await store.close();
  return dataDir;
}
const ingestKey = (dataDir: string, ...args: string[]) =>
  run(['src/cli.ts', 'ingest-key', ...args], { DATA_DIR: dataDir });

test('a key is made, listed without showing it, and revoked', async () => {
  const dataDir = await holding(4711);
  const made = await ingestKey(dataDir, '--make', '--label', 'Our product');
  const key = made.stdout.trim();
  expect([made.code, isIngestKey(key)]).toEqual([0, true]);
  const id = hashIngestKey(key).slice(0, 8);
  expect(made.stderr).toBe(`Ingest key ${id} of portal 4711. It is shown this once; keep it as a secret.\n`);

  const listed = await asked(dataDir, '--list');
  expect(listed).toMatch(new RegExp(`^${id}  made \\d{4}-\\d\\d-\\d\\d  in use  Our product$`));
  expect(listed).not.toContain(key);

  expect(await asked(dataDir, '--revoke', id)).toBe(`Ingest key ${id} of portal 4711 is revoked.`);
  expect(await asked(dataDir, '--revoke', id)).toMatch(`Portal 4711 has no ingest key "${id}" in use.`);
  expect(await asked(dataDir, '--list')).toContain('revoked');
  const store = await openStore({ dataDir });
  onTestFinished(store.close);
  expect(await store.portalOfIngestKey(hashIngestKey(key))).toBeUndefined();
}, 60_000);

/** In this process: what the command printed, or refused. */
async function asked(dataDir: string, ...args: string[]): Promise<string> {
  vi.stubEnv('DATA_DIR', dataDir);
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  try {
    await command(args);
    return log.mock.calls.join('\n');
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as Error).message;
  } finally {
    log.mockRestore();
    vi.unstubAllEnvs();
  }
}

test('of several portals one must be named', async () => {
  const dataDir = await holding(1, 2);
  const name = 'Name a portal that the store holds with --portal: 1, 2.';
  expect(await asked(dataDir, '--make')).toBe(name);
  expect(await asked(dataDir, '--list', '--portal', '3')).toBe(name);
  expect(await asked(dataDir, '--list', '--portal', '2')).toBe('Portal 2 has no ingest keys.');
});

test('a store that holds nothing is told so', async () => {
  expect(await asked(await holding(), '--list')).toMatch('The store holds no portal yet. Run a cycle first');
});

test.each([
  { args: [] },
  { args: ['--make', '--list'] },
  { args: ['--list', '--label', 'x'] },
  { args: ['--revoke', 'a', '--make'] },
])('$args are refused with the usage', async ({ args }) => {
  expect(await asked('nowhere', ...args)).toBe(`Say what to do with ingest keys. Usage: ${INGEST_KEY_USAGE}`);
});
