import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { inject } from 'vitest';
import type { SyncJob } from './sync-child.ts';

export interface SyncProcess {
  /** Begins to sync, once it is loaded. */
  begin(): Promise<void>;
  /** Ends it with SIGKILL, and waits until it is gone. Does nothing where it has ended. */
  kill(): Promise<void>;
  /** Resolves when it has come to its own end; false where it was killed. Throws where it failed. */
  readonly finished: Promise<boolean>;
}

/** A process that syncs. `onStored` hears of each page that it stored, and how many records of the type it has read by then. */
export function spawnSyncProcess(job: SyncJob, onStored: (objectType: string, read: number) => void): SyncProcess {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'sync-child.ts'), JSON.stringify(job)], {
    stdio: ['pipe', 'pipe', 'inherit'],
    // Twenty of them load the same files.
    env: { ...process.env, NODE_COMPILE_CACHE: join(inject('runFolder'), 'compiled') },
  });
  const ready = Promise.withResolvers<void>();
  let isDone = false;
  createInterface(child.stdout).on('line', (line) => {
    const [word, objectType = '', read] = line.split(' ');
    if (word === 'ready') ready.resolve();
    if (word === 'stored') onStored(objectType, Number(read));
    if (word === 'done') isDone = true;
  });
  // All of its output has come when its streams are closed.
  const finished = once(child, 'close').then(([code, signal]) => {
    ready.resolve();
    if (signal !== 'SIGKILL' && !(isDone && code === 0)) throw new Error(`the sync failed: ${code} ${signal}`);
    return signal !== 'SIGKILL';
  });
  return {
    async begin() {
      await ready.promise;
      child.stdin.write('go\n');
    },
    async kill() {
      child.kill('SIGKILL');
      await finished;
    },
    finished,
  };
}
