import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export interface ListedCompany {
  readonly id: string;
  readonly name: string;
  readonly score: number | null;
  readonly status: string;
}

export interface RunningDemo {
  readonly url: string;
  /** The first company whose status is this. @throws Error where there is none. */
  first(status: string): Promise<ListedCompany>;
  companies(): Promise<readonly ListedCompany[]>;
  stop(): Promise<void>;
}

/** What `npm run demo` serves, once its first cycle is done. */
export async function startDemo(companies: number): Promise<RunningDemo> {
  const args = ['src/cli.ts', 'demo', '--companies', String(companies), '--port', '0'];
  const demo: ChildProcess = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  if (demo.stdout === null) throw new Error('The demo has no standard output.');
  let url = '';
  for await (const line of createInterface(demo.stdout)) {
    url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0] ?? '';
    if (url !== '') break;
  }
  const listed = async () =>
    (await (await fetch(`${url}/records.json?type=companies&text=`)).json()) as readonly ListedCompany[];
  return {
    url,
    companies: listed,
    async first(status) {
      const found = (await listed()).find((one) => one.status === status);
      if (found === undefined) throw new Error(`The demo has no company that is ${status}.`);
      return found;
    },
    async stop() {
      if (demo.exitCode !== null) return;
      demo.kill('SIGTERM');
      await once(demo, 'exit');
    },
  };
}
