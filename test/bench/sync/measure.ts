/** One measurement: a portal and whoever is measured on it, each in a fresh process, so that every budget is whole. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { ClientJob, Counted } from './client-process.ts';
import type { Effort } from './measured.ts';
import type { PortalReport, PortalSetup } from './portal-process.ts';
import type { SyncTimes } from './sync-process.ts';

export type Measured = Effort & PortalReport;

/** The portal's heap holds a whole portal; nobody measured gets more than Node's own default. */
const PORTAL_HEAP = '--max-old-space-size=12000';

/** Runs the process `script` with `job`. */
async function measure<Last>(portal: PortalSetup, script: string, job: object): Promise<Measured & { last: Last }> {
  const host = start('portal-process.ts', portal, [PORTAL_HEAP]);
  try {
    const address = await host.next<{ url: string; token: string }>();
    const worker = start(script, { ...job, ...address }, []);
    await worker.next();
    host.process.send('start');
    await host.next();
    worker.process.send('go');
    const effort = await worker.next<Effort>();
    host.process.send('report');
    const report = await host.next<PortalReport>();
    const last = await worker.end<Last>();
    return { ...effort, ...report, last };
  } finally {
    host.process.kill();
  }
}

export const measureSync = (portal: PortalSetup, dataDir: string) =>
  measure<SyncTimes>(portal, 'sync-process.ts', { dataDir, aheadMs: portal.aheadMs, hasLimits: portal.hasLimits });

export const measureWrite = (portal: PortalSetup, dataDir: string) =>
  measure(portal, 'write-process.ts', { dataDir, plan: portal });

/** `last` is what the client counted. */
export const measureClient = (portal: PortalSetup, job: ClientJob) =>
  measure<Counted>(portal, 'client-process.ts', job);

/** A child process as a sequence of messages. Its warnings are kept back: they are told where it fails. */
function start(script: string, job: object, execArgv: string[]) {
  const child: ChildProcess = fork(join(import.meta.dirname, script), [JSON.stringify(job)], {
    execArgv,
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  });
  let complaints = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    complaints += chunk.toString();
  });
  const messages: unknown[] = [];
  child.on('message', (message) => messages.push(message));
  const exited = once(child, 'exit');

  async function next<T>(): Promise<T> {
    while (messages.length === 0) {
      const [what] = await Promise.race([once(child, 'message'), exited.then(() => ['exit'])]);
      if (what === 'exit' && messages.length === 0) throw new Error(`${script} ended early:\n${complaints}`);
    }
    return messages.shift() as T;
  }
  return {
    process: child,
    next,
    /** Its last message, if it had one to say, once it has ended. */
    async end<T>(): Promise<T> {
      const [code] = await exited;
      if (code !== 0) throw new Error(`${script} failed:\n${complaints}`);
      return messages.shift() as T;
    },
  };
}
