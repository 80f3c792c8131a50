import { cpSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { doctorText, toDo } from '../../src/commands/doctor-text.ts';
import { type Finding, SECTIONS } from '../../src/jobs/findings.ts';
import { ALL_SCOPES } from '../../src/local/sandbox/object-types.ts';
import { type Sandbox, startSandbox } from '../../src/local/sandbox/start-sandbox.ts';
import { makeWording } from '../../src/wording/make-wording.ts';
import { SMALL_PORTAL } from '../jobs/small-portal.ts';
import { makeDataDir } from '../store/test-store.ts';
import { closedPort, expectOneLine, type Finished, freshFolder, freshPath, run, start } from './run-command.ts';

const CLI = 'src/cli.ts';

let sandbox: Sandbox;
let dataDir: string;
let cycled: Finished;
let silent: Promise<Finished>;
beforeAll(async () => {
  sandbox = await startSandbox({ data: SMALL_PORTAL, limits: 'off' });
  dataDir = await makeDataDir();
  cycled = await run([CLI, 'cycle', '--json'], settings());
  // It retries for up to a quarter of a minute, with the database open: the other tests run meanwhile, on theirs.
  const copy = freshPath();
  cpSync(dataDir, copy, { recursive: true });
  const nobody = `http://127.0.0.1:${await closedPort()}`;
  silent = doctor({ ...settings(copy), HUBSPOT_API_URL: nobody }, '--json');
});
afterAll(async () => {
  await silent;
  await sandbox.close();
});

const settings = (folder = dataDir) => ({
  HUBSPOT_API_URL: sandbox.url,
  HUBSPOT_ACCESS_TOKEN: sandbox.token,
  DATA_DIR: folder,
});
const doctor = (env: Readonly<Record<string, string>>, ...options: readonly string[]) =>
  run([CLI, 'doctor', ...options], env);

/** Rows on a screen of 120 columns. */
const onScreen = ({ stdout }: Finished): number =>
  stdout.split('\n').reduce((rows, line) => rows + Math.max(1, Math.ceil(line.length / 120)), 0);

interface Printed {
  readonly broken: boolean;
  readonly findings: readonly Finding[];
  readonly todo: readonly string[];
}
function parsed({ stdout }: Finished): Printed & { readonly keys: readonly string[] } {
  expect(stdout).toMatch(/^[^\n]+\n$/);
  const printed = JSON.parse(stdout) as Printed;
  return { ...printed, keys: printed.findings.map(({ key }) => key) };
}

test('speaks the language of the portal', async () => {
  const { code, stdout, stderr } = await doctor({ ...settings(), PORTAL_LANGUAGE: 'it-IT' });
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toContain('Nulla: è tutto a posto.');
  expect(stdout).not.toMatch(/\b(?:the|is|are|and|of|to|ago)\b/i);
});

test('a portal in good order: every section, a mark a line, nothing to do, and nothing written', async () => {
  expect([cycled.code, cycled.stderr]).toEqual([0, '']);
  sandbox.resetStats();
  const finished = await doctor(settings());
  expect([finished.code, finished.stderr]).toEqual([0, '']);
  const paragraphs = finished.stdout.trimEnd().split('\n\n');
  expect(paragraphs.map((text) => text.split('\n')[0])).toEqual([
    'Connection',
    'Granted',
    'Missing',
    'Up to date',
    'What to do',
  ]);
  for (const line of paragraphs.slice(0, -1).flatMap((text) => text.split('\n').slice(1)))
    expect(line).toMatch(/^ {2}(ok {6}|look {4}|broken {2})\S/);
  expect(finished.stdout).toContain(`portal ${SMALL_PORTAL.portalId}, time zone Europe/Rome, currency EUR`);
  expect(finished.stdout).toContain(`embedded, ${dataDir}`);
  expect(finished.stdout).toMatch(/models\/standard-b2b\.yaml is valid: Standard B2B, version \d+\.\d+\.\d+/);
  expect(finished.stdout).toMatch(/The last cycle ended .*, with the model Standard B2B \d+\.\d+\.\d+/);
  expect(finished.stdout).toMatch(/Complete to .*, with so many records held: .*invoices \(38\), /);
  // A screen: no longer than it takes to read at once.
  expect(onScreen(finished)).toBeLessThan(48);
  expect(paragraphs.at(-1)).toBe('What to do\n  Nothing: all is well.');
  expect(Object.keys(sandbox.stats().byPath).filter((path) => /update|create|groups/.test(path))).toEqual([]);
  // No colours where no terminal is.
  expect(stripVTControlCharacters(finished.stdout)).toBe(finished.stdout);
});

test('what is broken exits with 1, says what to do first, and hides nothing else; --json prints one object', async () => {
  sandbox.portal.setScopes(ALL_SCOPES.filter((scope) => !/companies\.write|invoices/.test(scope)));
  sandbox.portal.removeProperty('tickets', 'hs_is_closed');
  const [words, json] = [await doctor(settings()), await doctor(settings(), '--json')];
  sandbox.portal.setScopes(ALL_SCOPES);
  sandbox.portal.defineProperty('tickets', { name: 'hs_is_closed', type: 'bool' });
  for (const finished of [words, json]) expect([finished.code, finished.stderr]).toEqual([1, '']);

  const steps = words.stdout.slice(words.stdout.indexOf('What to do')).trimEnd().split('\n').slice(1);
  expect(steps.map((step) => step.slice(0, 5))).toEqual(['  1. ', '  2. ', '  3. ', '  4. ']);
  expect(steps[0]).toContain('Grant crm.objects.companies.write');
  expect(words.stdout).toMatch(/ {2}look {4}invoices: cannot be read.*Overdue invoices, Payment habit/);

  const { broken, keys, todo } = parsed(json);
  expect(broken).toBe(true);
  expect(keys).toEqual(expect.arrayContaining(['hubspot', 'unwritable', 'refused', 'properties_missing', 'cycle']));
  expect(todo).toEqual(steps.map((step) => step.slice(5)));
});

test('before the first cycle: no folder is made only for looking', async () => {
  const folder = freshPath();
  const finished = await doctor(settings(folder), '--json');
  expect(finished.code).toBe(0);
  expect(parsed(finished).keys).toContain('database_new');
  expect(existsSync(folder)).toBe(false);
});

test('an unreachable HubSpot, a wrong token: one line each, and the state of the store', async () => {
  const refused = await doctor({ ...settings(), HUBSPOT_ACCESS_TOKEN: 'wrong' }, '--json');
  for (const [finished, key] of [
    [await silent, 'hubspot_silent'],
    [refused, 'hubspot_refused'],
  ] as const) {
    expect([finished.code, finished.stderr]).toEqual([1, '']);
    const { keys, todo } = parsed(finished);
    expect(keys).toEqual(expect.arrayContaining([key, 'database', 'cycle', 'type', 'schedule']));
    expect(todo).toHaveLength(1);
    expect(finished.stdout).not.toContain('wrong"');
  }
});

describe('a database', () => {
  test('that another process has open: said in words, and HubSpot is examined all the same', async () => {
    const folder = await makeDataDir();
    const holder = start(['test/store/hold-store.ts', folder, '1']);
    while (!holder.stdout().includes('saved') && holder.child.exitCode === null)
      await new Promise((resolve) => holder.child.stdout?.once('data', resolve));
    const finished = await doctor(settings(folder), '--json');
    holder.child.kill('SIGKILL');
    await holder.finished;
    expect([finished.code, finished.stderr]).toEqual([0, '']);
    const { findings, keys, todo } = parsed(finished);
    expect(findings.find(({ key }) => key === 'database_in_use')?.text).toContain('open in another process');
    expect(keys).toContain('readable');
    expect(todo.join()).toContain('stop the service and run doctor again');
  });

  test('that does not answer: one line without its password, and HubSpot all the same', async () => {
    const DATABASE_URL = `postgresql://nobody:secret@127.0.0.1:${await closedPort()}/none`;
    const finished = await doctor({ ...settings(), DATABASE_URL }, '--json');
    expect([finished.code, finished.stderr]).toEqual([1, '']);
    const { keys, todo } = parsed(finished);
    expect(keys).toEqual(expect.arrayContaining(['database_unusable', 'readable']));
    expect(todo[0]).toMatch(/PostgreSQL at nobody@127\.0\.0\.1:\d+\/none does not answer\. Start it/);
    expect(finished.stdout).not.toContain('secret');
  });
});

test('a model and a schedule that are wrong, with line and remedy', async () => {
  const file = join(freshFolder(), 'model.yaml');
  writeFileSync(file, 'name: 7\n');
  const finished = await doctor({ ...settings(), MODEL_FILE: file, SYNC_SCHEDULE: 'never' }, '--json');
  expect([finished.code, finished.stderr]).toEqual([1, '']);
  const { keys, todo } = parsed(finished);
  expect(keys).toEqual(expect.arrayContaining(['model_unusable', 'schedule_unusable', 'readable', 'cycle']));
  expect(todo[0]).toMatch(/model\.yaml, line 1: name: must be text/);
  expect(todo[1]).toContain('SYNC_SCHEDULE: give a cron expression');
});

describe('the settings of the service', () => {
  const SERVICE = {
    PUBLIC_URL: 'https://health.example.com',
    HUBSPOT_CLIENT_ID: 'id',
    HUBSPOT_CLIENT_SECRET: 'client-secret',
    ENCRYPTION_KEYS: Buffer.alloc(32, 7).toString('base64'),
  };
  test('complete, and without any of their secrets; not told where nobody means to run it', async () => {
    const finished = await doctor({ ...settings(), ...SERVICE }, '--json');
    const { findings, todo } = parsed(finished);
    expect(findings.find(({ key }) => key === 'service')).toMatchObject({
      mark: 'ok',
      text: expect.stringContaining('https://health.example.com'),
    });
    expect(findings.find(({ key }) => key === 'database')?.text).toMatch(/; PostgreSQL \d+\.\d+.*, \d+ MB\.$/);
    expect(todo).toEqual([]);
    expect(finished.stdout).not.toMatch(/client-secret|BwcHBwcH/);
    expect(cycled.code).toBe(0);
    expect(parsed(await doctor(settings(), '--json')).keys.filter((key) => key.startsWith('service'))).toEqual([]);
  });

  test('incomplete: each with its remedy; an address without https', async () => {
    const { ENCRYPTION_KEYS: _, ...lacking } = SERVICE;
    const unset = parsed(await doctor({ ...settings(), ...lacking }, '--json'));
    expect(unset.keys).toContain('service_unset');
    expect(unset.todo).toEqual([expect.stringMatching(/^ENCRYPTION_KEYS: set it to a key/)]);
    const open = parsed(await doctor({ ...settings(), ...SERVICE, PUBLIC_URL: 'http://health.example.com' }, '--json'));
    expect(open.todo).toEqual([expect.stringContaining('set PUBLIC_URL to its https address')]);
  });
});

test('without a token there is nothing to start with', async () => {
  expectOneLine(await doctor({ DATA_DIR: freshPath() }), /HUBSPOT_ACCESS_TOKEN: set it to a private-app token/);
});

describe('the text', () => {
  const wording = makeWording({ locale: 'en', timeZone: 'UTC' });
  const finding = (mark: Finding['mark'], text: string, remedy: string | null): Finding => ({
    section: SECTIONS[0],
    mark,
    key: 'hubspot',
    text,
    remedy,
  });

  test('what to do: each once, the broken first', () => {
    const findings = [
      finding('look', 'a', 'A'),
      finding('broken', 'b', 'B'),
      finding('look', 'c', 'A'),
      finding('ok', 'd', 'D'),
    ];
    expect(toDo(findings)).toEqual(['B', 'A']);
  });

  test('one line a finding, whatever the portal’s names hold; no section without a finding', () => {
    const text = stripVTControlCharacters(doctorText([finding('look', 'a\u001b[31m\nb', 'do\nit')], wording));
    expect(text.split('\n')).toEqual(['Connection', '  look    a [31m b', '', 'What to do', '  1. do it']);
  });
});
