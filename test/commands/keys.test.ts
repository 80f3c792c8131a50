import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { KEYS_USAGE } from '../../src/commands/keys.ts';
import { portalId } from '../../src/ids.ts';
import { type KeyRing, parseKeys } from '../../src/sealing/key-ring.ts';
import { openTokens, sealTokens } from '../../src/sealing/portal-tokens.ts';
import { makeSealer } from '../../src/sealing/sealer.ts';
import { openStore } from '../../src/store/open-store.ts';
import { dumpStore } from '../store/dump-store.ts';
import { makeDataDir } from '../store/test-store.ts';
import { expectOneLine, freshPath, run } from './run-command.ts';

const key = () => randomBytes(32).toString('base64');
const [OLD, NEW, LOST] = [key(), key(), key()];
const ring = (...keys: string[]): KeyRing => parseKeys(keys.join());
const tokensOf = (id: number) => ({ accessToken: `access-of-${id}`, refreshToken: `refresh-of-${id}` });

/** A data directory whose portals' tokens are sealed under these keys; portal 9 disconnected and has none. */
async function holding(sealedUnder: Readonly<Record<number, string>>): Promise<string> {
  const dataDir = await makeDataDir();
  const store = await openStore({ dataDir });
  for (const [id, under] of Object.entries({ ...sealedUnder, 9: OLD })) {
    const portal = store.portal(portalId(Number(id)));
    const sealedTokens = sealTokens(makeSealer(ring(under)), portal.portalId, tokensOf(Number(id)));
    await portal.install({ at: 1, by: null, scopes: [], sealedTokens, accessExpiresAt: 2 });
  }
  await store.portal(portalId(2)).leave('gone', 3);
  await store.portal(portalId(9)).leave('disconnected', 3);
  await store.close();
  return dataDir;
}
const reseal = (dataDir: string, keys: string, ...args: string[]) =>
  run(['src/cli.ts', 'keys', ...(args.length > 0 ? args : ['reseal'])], { DATA_DIR: dataDir, ENCRYPTION_KEYS: keys });

/** What opens with these keys alone: the portals, or what is said of the first that does not. */
async function opening(dataDir: string, keys: KeyRing): Promise<readonly number[] | string> {
  const store = await openStore({ dataDir });
  const opened: number[] = [];
  try {
    for (const { portalId: id } of await store.installations()) {
      const sealed = await store.portal(id).sealedTokens();
      if (sealed === undefined) continue;
      expect(openTokens(makeSealer(keys), id, sealed)).toEqual(tokensOf(id));
      opened.push(id);
    }
    return opened;
  } catch (error) {
    return (error as Error).message;
  } finally {
    await store.close();
  }
}

test('a key is changed: readable with both, sealed anew, readable with the new one alone', async () => {
  const dataDir = await holding({ 1: OLD, 2: OLD, 3: NEW });
  expect(await opening(dataDir, ring(NEW, OLD))).toEqual([1, 2, 3]);
  expect(await opening(dataDir, ring(NEW))).toMatch(
    /needs a key \w+ that ENCRYPTION_KEYS does not hold\. Add the old key/,
  );

  const id = ring(NEW)[0].id;
  const first = await reseal(dataDir, `${NEW},${OLD}`);
  expect([first.code, first.stderr]).toEqual([0, '']);
  expect(first.stdout).toContain(
    `Sealed anew under key ${id}: the tokens of 2 portals; under it already: of 1 portal.`,
  );
  expect(await opening(dataDir, ring(NEW))).toEqual([1, 2, 3]);

  const again = await reseal(dataDir, NEW);
  expect(again.stdout).toContain('the tokens of 0 portals; under it already: of 3 portals.');
  const dump = await dumpStore({ dataDir });
  expect(dump).toContain('keys_resealed');
  for (const secret of [OLD, NEW, 'access-of-1', 'refresh-of-2']) expect(dump).not.toContain(secret);
}, 120_000);

test('what does not open is left as it is and told; the others are sealed anew', async () => {
  const dataDir = await holding({ 1: LOST, 2: OLD });
  const finished = await reseal(dataDir, `${NEW},${OLD}`);
  expectOneLine(finished, /the tokens of 1 portal; .* Left as they are: of 1 portal\. .* portal 1 needs a key/);
  expect(finished.stdout).toBe('');
  for (const secret of [OLD, NEW, LOST]) expect(finished.stderr).not.toContain(secret);
  expect(await opening(dataDir, ring(NEW, LOST))).toEqual([1, 2]);
}, 120_000);

test('wrong input is one line, and touches nothing', async () => {
  const dataDir = freshPath();
  expectOneLine(await reseal(dataDir, NEW, 'make'), `Usage: ${KEYS_USAGE}`);
  expectOneLine(await reseal(dataDir, NEW, 'reseal', 'all'), `Usage: ${KEYS_USAGE}`);
  expectOneLine(await reseal(dataDir, ''), /ENCRYPTION_KEYS: set it to a key .*openssl rand -base64 32/);
  expectOneLine(await reseal(dataDir, `${NEW},nonsense`), /ENCRYPTION_KEYS: key 2 is not 32 bytes in base64/);
}, 120_000);
