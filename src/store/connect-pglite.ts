import { once } from 'node:events';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { MessageChannel, Worker } from 'node:worker_threads';
import { InputError } from '../errors.ts';
import { type Connection, endPool, makePool } from './connection.ts';
import { lockDataDir } from './data-dir-lock.ts';
import type { ToWorker, WorkerData } from './pglite-worker.ts';
import { makePortStream } from './port-stream.ts';
import { readersFirst } from './readers-first.ts';
import { aloneInProcess } from './work-alone.ts';

/**
 * Opens the embedded database in a data directory, made where it is missing. Throws `InputError` where the directory
 * cannot be written, is in use by another process, or holds a database that does not open.
 */
export async function connectDataDir(folder: string): Promise<Connection> {
  const dataDir = resolve(folder);
  const unlock = await takeDataDir(dataDir);
  try {
    const embedded = await startWorker(join(dataDir, 'database'));
    return { ...embedded, close: () => embedded.close().finally(unlock) };
  } catch (error) {
    unlock();
    throw new InputError(
      `The database in ${dataDir} does not open (${reasonOf(error)}). Restore the folder from a backup, or set DATA_DIR to another one.`,
    );
  }
}

/** Opens an embedded database that is gone when it is closed. */
export const connectMemory = (): Promise<Connection> => startWorker(null);

async function takeDataDir(dataDir: string): Promise<() => void> {
  try {
    makeFolder(dataDir);
    return await lockDataDir(dataDir);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(
      `Data directory ${dataDir} cannot be written (${reasonOf(error)}). Give this user write access, or set DATA_DIR to another folder.`,
    );
  }
}

/** Folder by folder: Node 26's own recursive way never returns where a file system such as /proc refuses. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

async function startWorker(databaseDir: string | null): Promise<Connection> {
  const worker = new Worker(new URL('./pglite-worker.ts', import.meta.url), {
    workerData: { databaseDir } satisfies WorkerData,
  });
  let stopped = false;
  const exited = new Promise<void>((done) => {
    worker.once('exit', () => {
      stopped = true;
      done();
    });
  });
  await once(worker, 'message');
  // From here on a crash ends the worker's ports, and every query on them fails with that.
  worker.on('error', () => {});

  const pool = makePool({
    stream: () => {
      const { port1, port2 } = new MessageChannel();
      if (stopped) port2.close();
      else worker.postMessage({ kind: 'connect', port: port2 } satisfies ToWorker, [port2]);
      return makePortStream(port1);
    },
    // One session is all the database has; it lasts as long as the store. No part of it may come from PG* variables.
    max: 1,
    idleTimeoutMillis: 0,
    user: 'postgres',
    database: 'postgres',
    ssl: false,
  });
  const { asReader, asOther, waiting } = readersFirst(pool);
  return {
    pool,
    // Its user is a superuser, whom policies do not stop: they are there, for one set of migrations, but nothing is told to them.
    rowSecurity: 'embedded',
    connect: asOther,
    connectReader: asReader,
    alone: aloneInProcess(),
    async close() {
      while (waiting() > 0) await delay(5);
      await endPool(pool);
      worker.postMessage({ kind: 'close' } satisfies ToWorker);
      await exited;
    },
  };
}

const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error ? String(error.code) : (error.message.split('\n')[0] ?? error.name);
};
