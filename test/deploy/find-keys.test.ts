import { execFileSync } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keysIn, keysInProject } from '../../src/deploy/find-keys.ts';
import { InputError } from '../../src/errors.ts';
import { newIngestKey } from '../../src/store/ingest-key.ts';
import { freshFolder } from '../commands/run-command.ts';

/** Put together here, so that no file of ours holds what looks like a key. */
const uuid = () => randomUUID();
const base64 = (bytes: number) => randomBytes(bytes).toString('base64');
const KEYS: Readonly<Record<string, () => string>> = {
  'private-app token': () => `pat-na1-${uuid()}`,
  'private-app token of Europe': () => `pat-eu1-${uuid()}`,
  'personal access key': () => `CiR${randomBytes(120).toString('base64url')}`,
  'access token': () => `CN${randomBytes(80).toString('base64url')}`,
  'client secret': () => `clientSecret: '${uuid()}'`,
  'client secret in JSON': () => `{"client_secret": "${uuid()}"}`,
  'refresh token': () => `refresh_token=${uuid()}`,
  'ingest key': () => newIngestKey(randomBytes),
  'encryption key': () => `ENCRYPTION_KEYS=${base64(32)}`,
  'two encryption keys': () => `export ENCRYPTION_KEYS="${base64(32)},${base64(32)}"`,
  'setting in YAML': () => `      HUBSPOT_CLIENT_SECRET: ${uuid()}`,
  'key in the environment': () => `HUBSPOT_PERSONAL_ACCESS_KEY=${base64(60).replaceAll('+', 'x')}`,
  'database with its password': () =>
    `DATABASE_URL=postgres://app:${randomBytes(12).toString('hex')}@db.acme.io/health`,
  'private key': () => `-----BEGIN ${'RSA '}PRIVATE KEY-----`,
};

describe('looks like a key', () => {
  test.each(Object.entries(KEYS))('%s, on whichever line, and is not told itself', (_, make) => {
    for (let round = 0; round < 50; round += 1) {
      const key = make();
      const found = keysIn(`first\n  ${key}\nthird`);
      expect([key, found.map(({ line }) => line)]).toEqual([key, [2]]);
      expect(JSON.stringify(found)).not.toMatch(/[\w-]{24,}/);
    }
  });

  test('beside whatever else stands on its line', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(KEYS)),
        fc.string({ unit: fc.constantFrom(' ', 'a', '"', ':', '(', '#') }),
        (make, before) => {
          expect(keysIn(`${before} ${make()}`)).toHaveLength(1);
        },
      ),
    );
  });
});

describe('does not look like one', () => {
  test.each([
    'HUBSPOT_ACCESS_TOKEN=... npm run cycle',
    'ENCRYPTION_KEYS=',
    'ENCRYPTION_KEYS=$(openssl rand -base64 32)',
    'ENCRYPTION_KEYS=NEW,OLD',
    'ENCRYPTION_KEYS: z.string({ error: "make one" })',
    'HUBSPOT_CLIENT_SECRET: "client-secret-of-the-tests"',
    "HUBSPOT_PERSONAL_ACCESS_KEY: 'set-me-to-your-personal-access-key'",
    'HUBSPOT_PERSONAL_ACCESS_KEY: personalAccessKey,',
    'DATABASE_URL=postgres://app:secret@db/health',
    `postgres://app:\${process.env.PASSWORD}@db/health`,
    'const clientSecret = options.clientSecret;',
    `uid: ${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(12)}`,
    '-----BEGIN PUBLIC KEY-----',
    'pat-na1-xxxxxxxx',
    'Authorization: Bearer $INGEST_KEY',
  ])('%s', (line) => {
    expect(keysIn(line)).toEqual([]);
  });

  test('a package’s checksum', () => {
    for (let round = 0; round < 2_000; round += 1) expect(keysIn(`"integrity": "sha512-${base64(64)}",`)).toEqual([]);
  });
});

describe('a project', () => {
  test('is searched in what git tracks and in what it would take in next, not in what it ignores', () => {
    const root = freshFolder('searched');
    const git = (...args: string[]) => execFileSync('git', args, { cwd: root });
    git('init', '--quiet');
    mkdirSync(join(root, 'extensions/a b'), { recursive: true });
    const key = KEYS['private-app token']?.();
    writeFileSync(join(root, '.gitignore'), 'ignored\n');
    writeFileSync(join(root, 'ignored'), `${key}`);
    writeFileSync(join(root, 'tracked.md'), `one\n\n${key}\n`);
    writeFileSync(join(root, 'gone.md'), `${key}`);
    git('add', '.');
    execFileSync('rm', [join(root, 'gone.md')]);
    writeFileSync(join(root, 'extensions/a b/new “file”.json'), `"${key}"`);
    writeFileSync(join(root, 'clean.bin'), randomBytes(5_000));
    expect(
      keysInProject(root)
        .map(({ path, line }) => `${path}:${line}`)
        .toSorted(),
    ).toEqual(['extensions/a b/new “file”.json:1', 'tracked.md:3']);
  });

  test('that is none of git’s cannot be searched', () => {
    const root = freshFolder('not-git');
    writeFileSync(join(root, '.git'), 'broken');
    expect(() => keysInProject(root)).toThrow(InputError);
  });

  test('of ours holds none', () => {
    expect(keysInProject(process.cwd()).map(({ path, line, what }) => `${path}:${line} ${what}`)).toEqual([]);
  });
});
