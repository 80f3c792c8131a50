import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { portalId } from '../../src/ids.ts';
import { lockDataDir } from '../../src/store/data-dir-lock.ts';
import { openStore } from '../../src/store/open-store.ts';
import { makeDataDir } from './test-store.ts';

const HOLD_STORE = fileURLToPath(new URL('./hold-store.ts', import.meta.url));

const newFolder = () => mkdtempSync(join(inject('runFolder'), 'folder-'));
const inUse = (dataDir: string, pid: number | undefined) =>
  `Data directory ${dataDir} is in use by process ${pid}. Stop it, or set DATA_DIR to another folder.`;

describe('a data directory', () => {
  const children: ChildProcess[] = [];
  afterEach(async () => {
    for (const child of children.splice(0)) await kill(child);
  });

  /** A process that holds the store open and has saved records in it. */
  async function holdStore(dataDir: string, count: number): Promise<ChildProcess> {
    const child = spawn(process.execPath, [HOLD_STORE, dataDir, String(count)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    if (child.stdout === null) throw new Error('no output');
    const [said] = await once(child.stdout, 'data');
    expect(String(said)).toBe('saved\n');
    return child;
  }

  async function kill(child: ChildProcess): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  it('is refused while another process has it, and after kill -9 opens with all that was saved', async () => {
    const dataDir = await makeDataDir();
    const child = await holdStore(dataDir, 700);
    await expect(openStore({ dataDir })).rejects.toMatchObject({
      name: 'InUse',
      message: inUse(dataDir, child.pid),
    });
    await kill(child);
    const store = await openStore({ dataDir });
    expect(await store.portal(portalId(1)).countRecords()).toMatchObject({ companies: 700 });
    await store.close();
  });

  it('is made where it is missing, refused a second time in one process, and free after close', async () => {
    const dataDir = join(newFolder(), 'a', 'b');
    const store = await openStore({ dataDir });
    await store.portal(portalId(1)).saveProfile({ timeZone: 'UTC', currency: 'EUR', uiDomain: 'x' });
    await expect(openStore({ dataDir })).rejects.toThrow(inUse(dataDir, process.pid));
    await store.close();
    await store.close();
    expect(readdirSync(dataDir)).toEqual(['database']);
    const again = await openStore({ dataDir });
    expect(await again.portals()).toEqual([1]);
    await again.close();
  });

  it('lets the calls under way finish when it closes, and refuses later ones', async () => {
    const dataDir = await makeDataDir();
    const store = await openStore({ dataDir });
    const portal = store.portal(portalId(1));
    const save = (id: string) => portal.saveRecords('companies', [{ id, effectiveAt: 5, values: {} }], 10);
    const saving = ['1', '2', '3', '4'].map(save);
    await saving[0];
    await Promise.all([...saving, store.close()]);
    await expect(save('5')).rejects.toThrow('The store is closed.');
    const again = await openStore({ dataDir });
    expect(await again.portal(portalId(1)).countRecords()).toMatchObject({ companies: 4 });
    await again.close();
  });

  it('starts anew where a first start was cut short', async () => {
    const dataDir = newFolder();
    mkdirSync(join(dataDir, 'database.new'));
    writeFileSync(join(dataDir, 'database.new', 'PG_VERSION'), 'half');
    const store = await openStore({ dataDir });
    expect(await store.portals()).toEqual([]);
    await store.close();
    expect(readdirSync(dataDir)).toEqual(['database']);
  });

  it('that cannot be written, or holds no database, is told in one line, and left unlocked', async () => {
    const file = join(newFolder(), 'file');
    writeFileSync(file, '');
    const unwritable = `Data directory ${file} cannot be written (ENOTDIR). Give this user write access, or set DATA_DIR to another folder.`;
    await expect(openStore({ dataDir: file })).rejects.toMatchObject({ name: 'InputError', message: unwritable });
    // Nobody may make folders there, not even root; Node's recursive way would never return.
    await expect(openStore({ dataDir: '/proc/nowhere/data' })).rejects.toThrow(/^Data directory .* cannot be written/);

    const dataDir = newFolder();
    writeFileSync(join(dataDir, 'database'), 'no folder');
    await expect(openStore({ dataDir })).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(/^The database in .* does not open \(.+\)\. Restore the folder .*$/),
    });
    expect(existsSync(join(dataDir, 'lock'))).toBe(false);
  });

  it('may be none: in memory', async () => {
    const store = await openStore({ memory: true });
    const portal = store.portal(portalId(1));
    await portal.saveRecords('companies', [{ id: '1', effectiveAt: 5, values: {} }], 10);
    expect(await portal.countRecords()).toMatchObject({ companies: 1 });
    await store.close();
  });
});

describe('the lock of a data directory', () => {
  const lockOf = (dataDir: string) => join(dataDir, 'lock');
  const hold = (dataDir: string, holder: unknown) => writeFileSync(lockOf(dataDir), JSON.stringify(holder));

  it('is taken over from a process that is gone, and from one whose id went to another', async () => {
    const gone = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
    await once(gone, 'exit');
    for (const holder of [
      { pid: gone.pid, startedAt: 'unknown' },
      { pid: process.pid, startedAt: 'long ago' },
    ]) {
      const dataDir = newFolder();
      hold(dataDir, holder);
      const unlock = await lockDataDir(dataDir);
      expect(JSON.parse(readFileSync(lockOf(dataDir), 'utf8'))).toMatchObject({ pid: process.pid });
      await expect(lockDataDir(dataDir)).rejects.toThrow(inUse(dataDir, process.pid));
      unlock();
      expect(readdirSync(dataDir)).toEqual([]);
    }
  });

  it('is taken over when it was left empty', async () => {
    const dataDir = newFolder();
    writeFileSync(lockOf(dataDir), '');
    (await lockDataDir(dataDir))();
    expect(readdirSync(dataDir)).toEqual([]);
  });

  it('goes to one of many that find it dead at once', async () => {
    const dataDir = newFolder();
    hold(dataDir, { pid: process.pid, startedAt: 'long ago' });
    const tries = await Promise.allSettled(Array.from({ length: 20 }, () => lockDataDir(dataDir)));
    expect(tries.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
  });

  it('is never taken while another takes it over', async () => {
    const dataDir = newFolder();
    // As this process would leave it.
    await lockDataDir(dataDir);
    copyFileSync(lockOf(dataDir), `${lockOf(dataDir)}.takeover`);
    hold(dataDir, { pid: process.pid, startedAt: 'long ago' });
    await expect(lockDataDir(dataDir)).rejects.toThrow(`delete ${lockOf(dataDir)} and ${lockOf(dataDir)}.takeover.`);
  });

  it('is taken over where processes died while they took it over', async () => {
    for (const left of ['', JSON.stringify({ pid: process.pid, startedAt: 'long ago' })]) {
      const dataDir = newFolder();
      hold(dataDir, { pid: process.pid, startedAt: 'long ago' });
      writeFileSync(`${lockOf(dataDir)}.takeover`, left);
      writeFileSync(`${lockOf(dataDir)}.takeover.takeover`, left);
      const tries = await Promise.allSettled(Array.from({ length: 20 }, () => lockDataDir(dataDir)));
      expect(tries.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
      expect(readdirSync(dataDir)).toEqual(['lock']);
    }
  });

  it('is not given back by one that lost it', async () => {
    const dataDir = newFolder();
    const unlock = await lockDataDir(dataDir);
    hold(dataDir, { pid: 1, startedAt: 'another' });
    unlock();
    expect(existsSync(lockOf(dataDir))).toBe(true);
  });
});
