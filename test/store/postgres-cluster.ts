import { execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface PostgresCluster {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Makes a PostgreSQL cluster in a new folder and starts it, on a unix socket in that folder alone; fast, not durable.
 * Undefined where PostgreSQL's programs are not found.
 */
export async function startPostgres(): Promise<PostgresCluster | undefined> {
  const bin = findPrograms();
  if (bin === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'health-pg-'));
  const asUser = serverUser();
  if (asUser !== undefined) chownSync(folder, asUser.uid, asUser.gid);
  const data = join(folder, 'data');
  const pgCtl = (...args: string[]) =>
    run(join(bin, 'pg_ctl'), ['-D', data, '-w', ...args], { cwd: folder, ...asUser });
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const options = ['-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'];
    await run(join(bin, 'initdb'), ['-D', data, ...options], { cwd: folder, ...asUser });
    const settings = ['fsync=off', 'full_page_writes=off', 'listen_addresses=', `unix_socket_directories=${folder}`];
    const flags = settings.map((setting) => `-c ${setting}`).join(' ');
    await pgCtl('-l', join(folder, 'log'), '-o', flags, 'start');
  } catch (error) {
    remove();
    throw error;
  }
  // The server outlives a test run that is killed; so a shell waits for the end of its input, which comes in any case.
  const script = 'read -r _; "$0" -D "$1" -m immediate -w stop; rm -rf "$2"';
  const guard = spawn('sh', ['-c', script, join(bin, 'pg_ctl'), data, folder], {
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    ...asUser,
  });
  return {
    url: `postgresql://postgres@localhost/postgres?host=${folder}`,
    async stop() {
      guard.stdin.end();
      await once(guard, 'exit');
    },
  };
}

/** The folder of initdb and pg_ctl: as pg_config says, on the PATH, or where Debian puts them; the newest there. */
function findPrograms(): string | undefined {
  const said = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' }).stdout?.trim();
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...(said ? [said] : []),
    ...(process.env.PATH ?? '').split(delimiter),
    ...versions.map((version) => join(debian, version, 'bin')),
  ];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl')));
}

/** PostgreSQL refuses to run as root: then `postgres` runs it, or `nobody`. Undefined: whoever we are. */
function serverUser(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) =>
      Number(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout || NaN),
    );
    if (uid !== undefined && gid !== undefined && !Number.isNaN(uid) && !Number.isNaN(gid)) return { uid, gid };
  }
  throw new Error(
    'PostgreSQL cannot run as root, and there is no user "postgres" or "nobody". Run the tests as another user.',
  );
}
