import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { ACCOUNTS_USAGE, accounts } from '../../src/commands/accounts.ts';
import { CYCLE_USAGE, cycle } from '../../src/commands/cycle.ts';
import { DEMO_USAGE, demo } from '../../src/commands/demo.ts';
import { DEPLOY_USAGE } from '../../src/commands/deploy.ts';
import { DISCONNECT_USAGE } from '../../src/commands/disconnect.ts';
import { DOCTOR_USAGE, doctor } from '../../src/commands/doctor.ts';
import { ERASE_USAGE } from '../../src/commands/erase.ts';
import { EXPORT_USAGE } from '../../src/commands/export.ts';
import { HISTORY_USAGE, history } from '../../src/commands/history.ts';
import { INGEST_KEY_USAGE } from '../../src/commands/ingest-key.ts';
import { KEYS_USAGE } from '../../src/commands/keys.ts';
import { MANIFEST_USAGE } from '../../src/commands/manifest.ts';
import { MODEL_USAGE } from '../../src/commands/model.ts';
import { MOVERS_USAGE, movers } from '../../src/commands/movers.ts';
import { SANDBOX_USAGE, sandbox as sandboxCommand } from '../../src/commands/sandbox.ts';
import { InputError } from '../../src/errors.ts';
import { type Sandbox, startSandbox } from '../../src/local/sandbox/start-sandbox.ts';
import { SMALL_PORTAL } from '../jobs/small-portal.ts';
import { makeDataDir } from '../store/test-store.ts';
import { closedPort, expectOneLine, type Finished, freshFolder, freshPath, run } from './run-command.ts';

const CLI = 'src/cli.ts';
const STANDARD = readFileSync('models/standard-b2b.yaml', 'utf8');

let sandbox: Sandbox;
let nobodyThere: Promise<Finished>;

const settings = (dataDir: string) => ({
  HUBSPOT_API_URL: sandbox.url,
  HUBSPOT_ACCESS_TOKEN: sandbox.token,
  DATA_DIR: dataDir,
});
const service = (dataDir: string, port: number) => ({
  ...settings(dataDir),
  PORT: String(port),
  PUBLIC_URL: 'https://health.example.com',
  HUBSPOT_CLIENT_ID: 'id',
  HUBSPOT_CLIENT_SECRET: 'secret',
  ENCRYPTION_KEYS: `${'A'.repeat(43)}=`,
});
const portOf = () => Number(new URL(sandbox.url).port);

beforeAll(async () => {
  sandbox = await startSandbox({ data: SMALL_PORTAL, limits: 'off' });
  // It retries for up to a quarter of a minute: the other tests run meanwhile.
  const nobody = `http://127.0.0.1:${await closedPort()}`;
  nobodyThere = run([CLI, 'cycle'], { ...settings(freshPath()), HUBSPOT_API_URL: nobody });
});
afterAll(async () => {
  await nobodyThere;
  await sandbox.close();
});

const refusal = async (command: () => Promise<void>): Promise<string> => {
  const error = await command().catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(InputError);
  return (error as Error).message;
};

describe('options', () => {
  test.each([
    [cycle, ['--nope'], `Unknown option '--nope'. Usage: ${CYCLE_USAGE}`],
    [cycle, ['extra'], `Unexpected argument 'extra'. Usage: ${CYCLE_USAGE}`],
    [cycle, ['--as-of'], `Option '--as-of <value>' argument missing. Usage: ${CYCLE_USAGE}`],
    [cycle, ['--json=yes'], `Option '--json' does not take an argument. Usage: ${CYCLE_USAGE}`],
    [accounts, ['--nope'], `Unknown option '--nope'. Usage: ${ACCOUNTS_USAGE}`],
    [accounts, ['--status', 'happy'], '--status happy: use one of unhealthy, at_risk, healthy, unknown, not_customer.'],
    [accounts, ['--json', '--csv'], `Give --json or --csv, not both. Usage: ${ACCOUNTS_USAGE}`],
    [movers, ['--nope'], `Unknown option '--nope'. Usage: ${MOVERS_USAGE}`],
    [movers, ['--days', '0'], '--days 0: give a whole number from 1 to 3650.'],
    [movers, ['--days', 'week'], '--days week: give a whole number from 1 to 3650.'],
    [history, ['1', '--nope'], `Unknown option '--nope'. Usage: ${HISTORY_USAGE}`],
    [history, ['1', '2'], `Unexpected argument '2'. Usage: ${HISTORY_USAGE}`],
    [history, ['Alder'], `Alder is no record id of a company. Usage: ${HISTORY_USAGE}`],
    [history, ['--json'], `--json needs a company; the whole portal comes as CSV. Usage: ${HISTORY_USAGE}`],
    [history, ['1', '--from', '2026-02-30'], '--from 2026-02-30 is no date. Give one as YYYY-MM-DD.'],
    [history, ['1', '--to', 'today'], '--to today is no date. Give one as YYYY-MM-DD.'],
    [
      history,
      ['1', '--from', '2026-03-01', '--to', '2026-02-01'],
      '--from 2026-03-01 lies after --to 2026-02-01. Give an earlier date.',
    ],
    [doctor, ['--nope'], `Unknown option '--nope'. Usage: ${DOCTOR_USAGE}`],
    [demo, ['--companies', '-5'], `Option '--companies' argument is ambiguous. Usage: ${DEMO_USAGE}`],
    [demo, ['--once', '--as-of', '2026-02-30'], '--as-of 2026-02-30 is no date. Give one as YYYY-MM-DD, '],
    [demo, ['--once', '--companies', '0'], '--companies 0: give a whole number from 1 to 100000.'],
    [demo, ['--once', '--companies', 'ten'], '--companies ten: give a whole number from 1 to 100000.'],
    [demo, ['--once', '--seed', '1.5'], '--seed 1.5: give a whole number from 0 to 2147483648.'],
    [demo, ['--port', '65536'], '--port 65536: give a whole number from 0 to 65535.'],
    [
      demo,
      ['--once', '--portal', '/no/such/folder'],
      'No portal folder at /no/such/folder. Give a folder with companies.csv',
    ],
    [demo, ['--once', '--portal', 'package.json'], 'package.json is not a folder. Give a folder with companies.csv'],
    [sandboxCommand, ['--once'], `Unknown option '--once'. Usage: ${SANDBOX_USAGE}`],
    [sandboxCommand, ['--port', 'x', '--companies', '1'], '--port x: give a whole number from 0 to 65535.'],
  ])('%o %j', async (command, args, says) => {
    const message = await refusal(() => command(args));
    expect(message).toContain(says);
    expect(message).not.toContain('\n');
  });
});

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('the command line', () => {
  test('names its commands to who asks for another', async () => {
    const finished = await Promise.all(
      [['nothing'], ['toString'], ['--once'], ['']].map((args) => run([CLI, ...args])),
    );
    for (const one of finished)
      expectOneLine(
        one,
        /There is no command ".*"\. Use one of: demo, cycle, accounts, movers, history, doctor, export, erase, disconnect, ingest-key, keys, model, manifest, deploy, sandbox\.$/m,
      );
  });

  test('help is no failure', async () => {
    const [all, none, one] = await Promise.all([run([CLI, '--help']), run([CLI]), run([CLI, 'cycle', '--help'])]);
    expect(none).toEqual(all);
    expect(all).toEqual({
      code: 0,
      stderr: '',
      stdout: `${[DEMO_USAGE, CYCLE_USAGE, ACCOUNTS_USAGE, MOVERS_USAGE, HISTORY_USAGE, DOCTOR_USAGE, EXPORT_USAGE, ERASE_USAGE, DISCONNECT_USAGE, INGEST_KEY_USAGE, KEYS_USAGE, MODEL_USAGE, MANIFEST_USAGE, DEPLOY_USAGE, SANDBOX_USAGE].join('\n')}\n`,
    });
    expect(one).toEqual({ code: 0, stderr: '', stdout: `${CYCLE_USAGE}\n` });
  });
});

describe('settings', () => {
  test('a missing token', async () => {
    const dataDir = freshPath();
    expectOneLine(
      await run([CLI, 'cycle'], { DATA_DIR: dataDir }),
      /HUBSPOT_ACCESS_TOKEN: set it to a private-app token/,
    );
    expect(existsSync(dataDir)).toBe(false);
  });

  test('several at once, all named', async () => {
    const finished = await run(['src/main.ts'], { PORT: 'x', SYNC_SCHEDULE: 'never', LOG_LEVEL: 'loud' });
    expectOneLine(finished, /HUBSPOT_CLIENT_ID: /);
    for (const name of [
      'PORT',
      'SYNC_SCHEDULE',
      'LOG_LEVEL',
      'PUBLIC_URL',
      'HUBSPOT_CLIENT_ID',
      'HUBSPOT_CLIENT_SECRET',
      'ENCRYPTION_KEYS',
    ])
      expect(finished.stderr).toMatch(new RegExp(`[:;] ${name}: `));
  });

  test('a wrong token: nothing is read, and the data directory is free again', async () => {
    const dataDir = await makeDataDir();
    const finished = await run([CLI, 'cycle'], { ...settings(dataDir), HUBSPOT_ACCESS_TOKEN: 'wrong' });
    expectOneLine(finished, 'HubSpot does not accept the access token (401): check HUBSPOT_ACCESS_TOKEN');
    expect(finished.stderr).not.toContain('wrong');
    expect(finished.stdout).toBe('');
    expect(existsSync(join(dataDir, 'lock'))).toBe(false);
  });

  test('a moment that is no date, and one of later', async () => {
    const dataDir = freshPath();
    const noDate = await run([CLI, 'cycle', '--as-of', 'tomorrow'], settings(dataDir));
    expectOneLine(noDate, /--as-of tomorrow is no date\. Give one as YYYY-MM-DD/);
    expect(existsSync(dataDir)).toBe(false);
    const later = await run([CLI, 'cycle', '--as-of', '2999-01-01'], settings(await makeDataDir()));
    expectOneLine(later, /--as-of 2999-01-01 lies in the future\. Give today or an earlier date\./);
    expect(sandbox.portal.record('companies', '1')?.properties).not.toHaveProperty('account_health_score');
  });

  test('HubSpot does not answer at its address', async () => {
    expectOneLine(
      await nobodyThere,
      /gave no answer \(ECONNREFUSED\).*Nothing is lost: check the network and HUBSPOT_API_URL, and run again in a minute\./,
    );
  });

  test('the token lacks a scope that nothing works without', async () => {
    const poor = await startSandbox({ data: SMALL_PORTAL, limits: 'off', scopes: ['tickets'] });
    const finished = await run([CLI, 'cycle'], {
      ...settings(await makeDataDir()),
      HUBSPOT_API_URL: poor.url,
      HUBSPOT_ACCESS_TOKEN: poor.token,
    });
    await poor.close();
    expectOneLine(finished, /lacks scopes for .*crm\.objects\.companies\.read.*Grant them to the private app/);
  });
});

describe('the model', () => {
  const mistakes: readonly [string, string, RegExp][] = [
    ['no YAML', STANDARD.replace('  support:', '\tsupport:'), /line \d+: this is not valid YAML/],
    ['an unknown signal', STANDARD.replace('pulse:', 'puls:'), /line \d+: .*there is no signal "puls"/],
    ['a negative weight', STANDARD.replace('weight: 25', 'weight: -1'), /line \d+: .*a weight is zero or more/],
    [
      'a curve that turns',
      STANDARD.replace('[0.5, 30]', '[0.5, 99]'),
      /line \d+: .*points must only rise or only fall/,
    ],
  ];
  test.each(mistakes)('%s', async (_what, text, says) => {
    const dataDir = freshPath();
    const file = join(freshFolder(), 'my-model.yaml');
    writeFileSync(file, text);
    for (const [name, value] of Object.entries({ ...settings(dataDir), MODEL_FILE: file })) vi.stubEnv(name, value);
    const message = await refusal(() => cycle([]));
    const at = text.split('\n').findIndex((line, index) => line !== STANDARD.split('\n')[index]) + 1;
    expect(message.startsWith(`${file}, line ${at}: `)).toBe(true);
    expect(message).toMatch(says);
    expect(existsSync(dataDir)).toBe(false);
  });

  test('that is not there', async () => {
    const finished = await run([CLI, 'cycle'], { ...settings(freshPath()), MODEL_FILE: 'models/none.yaml' });
    expectOneLine(finished, /No model file can be read at models\/none\.yaml\. Give the path of a YAML file/);
  });
});

describe('places to keep data', () => {
  test('a data directory that cannot be made', async () => {
    const file = join(freshFolder(), 'file');
    writeFileSync(file, '');
    const finished = await run([CLI, 'cycle'], settings(join(file, 'data')));
    expectOneLine(
      finished,
      /Data directory .*file\/data cannot be written \(ENOTDIR\)\. Give this user write access, or set DATA_DIR/,
    );
  });

  test('a database that does not answer', async () => {
    const DATABASE_URL = `postgresql://nobody:secret@127.0.0.1:${await closedPort()}/none`;
    const finished = await run([CLI, 'cycle'], { ...settings(freshPath()), DATABASE_URL });
    expectOneLine(
      finished,
      /PostgreSQL at nobody@127\.0\.0\.1:\d+\/none does not answer\. Start it, or correct host and port/,
    );
    expect(finished.stderr).not.toContain('secret');
  });
});

describe('a portal folder', () => {
  test('with a row that is cut short', async () => {
    const folder = freshFolder('portal');
    writeFileSync(join(folder, 'companies.csv'), 'id,name,createdate\n1,Alder,2026-01-01T00:00:00Z\n2,Birch\n');
    const finished = await run([CLI, 'demo', '--once', '--portal', folder]);
    expectOneLine(finished, /companies\.csv line 3: the header has 3 columns and this row 2\. Give every row/);
    expect(finished.stdout).toBe('');
  });
});

describe('ports in use', () => {
  test('by the demo: said before the work, not after it', async () => {
    const finished = await run([CLI, 'demo', '--companies', '1', '--port', String(portOf())]);
    expectOneLine(finished, new RegExp(`Port ${portOf()} is in use\\. Choose another with --port N\\.`));
    expect(finished.stdout).not.toContain('Health as of');
  });

  test('by the local portal', async () => {
    const finished = await run([CLI, 'sandbox', '--companies', '1', '--port', String(portOf())]);
    expectOneLine(finished, new RegExp(`Port ${portOf()} is in use\\. Choose another with --port\\.`));
  });

  test('by the service: nothing is read', async () => {
    const dataDir = await makeDataDir();
    const finished = await run(['src/main.ts'], service(dataDir, portOf()));
    expectOneLine(finished, new RegExp(`Port ${portOf()} is in use\\. Stop what uses it, or set PORT to another\\.`));
    expect(finished.stdout).toBe('');
    expect(existsSync(join(dataDir, 'lock'))).toBe(false);
  });
});

test('the service refuses a wrong token as a cycle does', async () => {
  const finished = await run(['src/main.ts'], { ...service(await makeDataDir(), 0), HUBSPOT_ACCESS_TOKEN: 'wrong' });
  expectOneLine(finished, 'HubSpot does not accept the access token (401): check HUBSPOT_ACCESS_TOKEN');
});
