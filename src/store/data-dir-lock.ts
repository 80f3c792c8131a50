import { spawnSync } from 'node:child_process';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { InputError, InUse } from '../errors.ts';

/** Who holds a data directory. The start time tells a process from a later one that was given the same id. */
interface Holder {
  readonly pid: number;
  readonly startedAt: string;
}

/**
 * Takes the data directory for this process; two processes on one embedded database lose rows in silence. A lock whose
 * process is gone is taken over. Returns the function that gives it back. Throws `InputError` while it is in use.
 */
export async function lockDataDir(dataDir: string): Promise<() => void> {
  const path = join(dataDir, 'lock');
  const own = JSON.stringify({ pid: process.pid, startedAt: processStart(process.pid) ?? 'unknown' } satisfies Holder);
  // Somebody else may win each of these races, but not often: every round ends with the lock held by a live process.
  for (let round = 0; round < 10; round += 1) {
    if (createFile(path, own)) return () => release(path, own);
    const found = await readLock(path);
    if (found === undefined) continue;
    const holder = livingHolder(found);
    if (holder !== undefined) {
      throw new InUse(
        `Data directory ${dataDir} is in use by process ${holder.pid}. Stop it, or set DATA_DIR to another folder.`,
      );
    }
    if (await takeOver(path, found, own)) return () => release(path, own);
    await delay(50);
  }
  throw new InputError(
    `Data directory ${dataDir} has a lock that cannot be taken. If no other process uses it, delete ${path} and ${path}.takeover.`,
  );
}

/**
 * Replaces a dead process's lock. Of several processes that found it dead only one can create the marker, and the lock
 * is replaced only by who holds the marker and still reads the dead lock: a fresh lock is never overwritten. A marker
 * whose process died meanwhile is replaced in the same way.
 */
async function takeOver(path: string, dead: string, own: string): Promise<boolean> {
  const marker = `${path}.takeover`;
  if (!createFile(marker, own)) {
    const found = await readLock(marker);
    if (found === undefined || livingHolder(found) !== undefined) return false;
    if (!(await takeOver(marker, found, own))) return false;
  }
  if (readText(path) !== dead) {
    rmSync(marker, { force: true });
    return false;
  }
  renameSync(marker, path);
  return true;
}

function release(path: string, own: string): void {
  if (readText(path) === own) rmSync(path, { force: true });
}

/** The lock's text; undefined when it went away. A lock that is still empty is being written: wait for it a little. */
async function readLock(path: string): Promise<string | undefined> {
  for (let tries = 0; tries < 20; tries += 1) {
    const text = readText(path);
    if (text === undefined || parseHolder(text) !== undefined) return text;
    await delay(25);
  }
  return readText(path);
}

function parseHolder(text: string): Holder | undefined {
  try {
    const { pid, startedAt } = JSON.parse(text);
    return Number.isInteger(pid) && typeof startedAt === 'string' ? { pid, startedAt } : undefined;
  } catch {
    return undefined;
  }
}

function livingHolder(text: string): Holder | undefined {
  const holder = parseHolder(text);
  return holder !== undefined && isAlive(holder) ? holder : undefined;
}

function isAlive(holder: Holder): boolean {
  const start = processStart(holder.pid);
  if (start === undefined) return false;
  return start === holder.startedAt || start === 'unknown' || holder.startedAt === 'unknown';
}

/** When a process started, in words that only compare with themselves; undefined when no such process runs. */
function processStart(pid: number): string | undefined {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, as another user.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return undefined;
  }
  if (process.platform === 'linux') {
    // proc(5): after the name in brackets come the state and, 19 fields on, the start in clock ticks since boot.
    const stat = readText(`/proc/${pid}/stat`);
    const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields?.[0] === 'Z' ? undefined : (fields?.[19] ?? 'unknown');
  }
  // One language and one place for `ps`, as the words of two processes are compared.
  const { stdout } = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
    encoding: 'utf8',
    env: { LC_ALL: 'C', PATH: '/bin:/usr/bin' },
  });
  return stdout?.trim() || 'unknown';
}

/** False when the file is there already. */
function createFile(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
