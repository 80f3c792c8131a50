/** `npm run deploy` against a stand-in for HubSpot's CLI that notes how it was called. */
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { deploy } from '../../src/commands/deploy.ts';
import { requireNamesAndIds } from '../../src/deploy/cli-accounts.ts';
import { readProfile } from '../../src/deploy/profile.ts';
import { InputError } from '../../src/errors.ts';
import { expectOneLine, freshFolder, runIn } from '../commands/run-command.ts';

const CLI = resolve('src/cli.ts');
const BACKEND = 'https://health.acme.io';
const ENV = { HUBSPOT_ACCOUNT_ID: '4242', HUBSPOT_PERSONAL_ACCESS_KEY: 'the-key-of-the-account' };
/** The service's own, which are none of the CLI's business. */
const SERVICE = { ENCRYPTION_KEYS: 'of-the-service', HUBSPOT_CLIENT_SECRET: 'of-the-service', DATABASE_URL: 'of-it' };

/** A copy of this project, as far as a deploy looks at it, with a profile of a real address, in git. */
function project(profile: object = { accountId: 4242, variables: { BACKEND_URL: BACKEND } }): string {
  const root = freshFolder('deployed');
  const filter = (path: string) => !path.includes('node_modules');
  for (const path of ['app.json', 'hsproject.json', 'hubspot.config.yml', 'extensions', 'docs/listing/shared-data.md'])
    cpSync(path, join(root, path), { recursive: true, filter });
  writeFileSync(join(root, 'extensions/hsprofile.live.json'), JSON.stringify(profile));
  execFileSync('git', ['init', '--quiet'], { cwd: root });
  execFileSync('git', ['add', '.'], { cwd: root });
  return root;
}

/** A folder for the PATH with git, and with an `hs` that notes its arguments, folder and environment, and exits so. */
function programs(exitCode?: number): { readonly path: string; readonly called: () => string } {
  const folder = freshFolder('programs');
  const git = execFileSync('which', ['git'], { encoding: 'utf8' }).trim();
  symlinkSync(git, join(folder, 'git'));
  const note = join(folder, 'called');
  if (exitCode !== undefined) {
    const script = ['#!/bin/sh', `{ echo "args: $*"; echo "in: $PWD"; /usr/bin/env; } > ${note}`, `exit ${exitCode}`];
    writeFileSync(join(folder, 'hs'), script.join('\n'));
    chmodSync(join(folder, 'hs'), 0o755);
  }
  return { path: folder, called: () => (existsSync(note) ? readFileSync(note, 'utf8') : '') };
}

const run = (root: string, path: string, env: Readonly<Record<string, string>> = ENV) =>
  runIn(root, [CLI, 'deploy', '--profile', 'live'], { PATH: path, ...env });

describe('with all in order', () => {
  test('hs is called with the profile, and gets the account and its key, and no secret of the service', async () => {
    const root = project();
    const hs = programs(0);
    const { code, stdout, stderr } = await run(root, hs.path, { ...ENV, ...SERVICE });
    expect(code).toBe(0);
    expect(stdout).toContain(`Uploading to account 4242, with ${BACKEND}`);
    const [args, folder, ...env] = hs.called().trim().split('\n');
    expect([args, folder]).toEqual(['args: project upload --use-env --profile live', `in: ${root}`]);
    expect(env).toEqual(
      expect.arrayContaining([
        'HUBSPOT_ACCOUNT_ID=4242',
        'HUBSPOT_PERSONAL_ACCESS_KEY=the-key-of-the-account',
        'USE_ENVIRONMENT_HUBSPOT_CONFIG=true',
      ]),
    );
    expect(env.filter((line) => Object.keys(SERVICE).some((name) => line.startsWith(`${name}=`)))).toEqual([]);
    // The stand-ins for support addresses are told, and hold nobody up.
    expect(stderr).toContain('app.json: support.supportEmail is still a stand-in.');
    expect(stdout + stderr).not.toContain('the-key-of-the-account');
  });

  test('where hs fails, so does the deploy', async () => {
    const { code, stderr } = await run(project(), programs(3).path);
    expect([code, stderr.split('\n').at(-2)]).toEqual([
      1,
      "account-health: HubSpot's CLI did not upload the project; see what it said above.",
    ]);
  });

  test('without hs on the PATH it says how to get it', async () => {
    const { code, stderr } = await run(project(), programs().path);
    expect([code, stderr.split('\n').at(-2)]).toEqual([
      1,
      "account-health: HubSpot's CLI, hs, is not on the PATH. Install it: npm install -g @hubspot/cli",
    ]);
  });
});

describe('is refused in one line, before hs is called', () => {
  const key = `pat-na1-${randomUUID()}`;
  const write = (path: string, text: string) => (root: string) => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const appendTo = (path: string, text: string) => (root: string) =>
    writeFileSync(join(root, path), readFileSync(join(root, path), 'utf8') + text);
  const table: readonly (readonly [string, (root: string) => void, RegExp])[] = [
    [
      'a key in a file',
      write('docs/notes.md', `\n\n${key}`),
      /docs\/notes\.md:3 \(a private-app token\)\. Take it out/,
    ],
    [
      'a key in a profile, which every card can read',
      write(
        'extensions/hsprofile.live.json',
        `{"accountId":4242,"variables":{"BACKEND_URL":"${BACKEND}","KEY":"${key}"}}`,
      ),
      /extensions\/hsprofile\.live\.json: variables\.KEY is missing or wrong/,
    ],
    [
      'a stale metafile',
      appendTo('extensions/app/app-hsmeta.json', ' '),
      /: extensions\/app\/app-hsmeta\.json\. Run npm run manifest\.$/m,
    ],
    ['app.json with a mistake', write('app.json', '{}'), /^app\.json: uid: /],
    [
      'a key in hubspot.config.yml',
      appendTo('hubspot.config.yml', `    personalAccessKey: ${key}\n`),
      /hubspot\.config\.yml: portals\.0\.personalAccessKey does not belong there/,
    ],
    ['hubspot.config.yml that is no YAML', write('hubspot.config.yml', `a: [${key}`), /cannot be read as YAML/],
    [
      'no such profile',
      (root) => execFileSync('rm', [join(root, 'extensions/hsprofile.live.json')]),
      /There are: local\.$/m,
    ],
  ];
  test.each(table)('%s', async (_, spoil, says) => {
    const root = project();
    spoil(root);
    const hs = programs(0);
    const refusal = await deploy(['--profile', 'live'], root, { ...ENV, PATH: hs.path }).catch((error) => error);
    expect(refusal).toBeInstanceOf(InputError);
    expect(refusal.message).toMatch(says);
    expect(refusal.message).not.toContain(key);
    expect(hs.called()).toBe('');
  });

  test('another account’s key, and no key at all', async () => {
    const root = project();
    const hs = programs(0);
    await expect(
      deploy(['--profile', 'live'], root, { ...ENV, PATH: hs.path, HUBSPOT_ACCOUNT_ID: '1' }),
    ).rejects.toThrow('HUBSPOT_ACCOUNT_ID is 1, but the profile "live" is for account 4242.');
    expectOneLine(
      await run(root, hs.path, {}),
      /HUBSPOT_ACCOUNT_ID: set it to .*; HUBSPOT_PERSONAL_ACCESS_KEY: set it to/,
    );
    expect(hs.called()).toBe('');
  });

  test('this project as it is, whose profile only stands in for a real one', async () => {
    const hs = programs(0);
    const PATH = `${hs.path}${delimiter}${process.env.PATH}`;
    expectOneLine(
      await runIn(process.cwd(), [CLI, 'deploy', '--profile', 'local'], { ...ENV, PATH }),
      'BACKEND_URL https://account-health.example.com only stands in',
    );
    expect(hs.called()).toBe('');
  });

  test('no profile said', async () => {
    await expect(deploy([], project())).rejects.toThrow('Usage: npm run deploy -- --profile NAME');
  });
});

describe('a profile', () => {
  test.each([
    [{ accountId: '4242', variables: { BACKEND_URL: BACKEND } }, /accountId is missing or wrong/],
    [{ variables: { BACKEND_URL: BACKEND } }, /accountId is missing or wrong/],
    [{ accountId: 1 }, /variables is missing or wrong/],
    [{ accountId: 1, variables: { BACKEND_URL: 'http://health.acme.io' } }, /BACKEND_URL is missing or wrong/],
    [{ accountId: 1, variables: { BACKEND_URL: `${BACKEND}/` } }, /BACKEND_URL is missing or wrong/],
    [{ accountId: 1, variables: { BACKEND_URL: 'https://app.example.com' } }, /only stands in/],
  ])('%j is refused', (profile, says) => {
    expect(() => readProfile(project(profile), 'live')).toThrow(says);
  });

  test.each(['../hsprofile', '', 'a/b', 'local.json'])('%j is no name of one', (name) => {
    expect(() => readProfile(project(), name)).toThrow('There are: live, local.');
  });
});

test.each([
  ['portals:\n  - name: a\n    portalId: 1\n', true],
  ['defaultPortal: a\nhttpTimeout: 1\nallowUsageTracking: true\nportals:\n  - {name: a, portalId: 1, env: qa}\n', true],
  ['portals:\n  - {name: a, portalId: 1, auth: {tokenInfo: {accessToken: x}}}\n', false],
  ['portals:\n  - {name: a, portalId: 1, apiKey: x}\n', false],
  ['accounts: []\nportals: []\n', false],
  ['portals:\n  - {name: a, portalId: "x"}\n', false],
  ['', false],
])('hubspot.config.yml %j holds names and ids alone: %s', (text, holds) => {
  const root = freshFolder('accounts');
  writeFileSync(join(root, 'hubspot.config.yml'), text);
  if (holds) expect(() => requireNamesAndIds(root)).not.toThrow();
  else expect(() => requireNamesAndIds(root)).toThrow('does not belong there');
});
