/**
 * The scorecard endpoint under load: `npm run bench:scorecard [-- --seconds 30 --warm-up 15 --companies 3000 --no-limits --engines embedded,postgres]`. Service and sync in one process, as in
 * `npm start`; the load and the local portal in one each. PostgreSQL is that of DATABASE_URL (an empty database), or one that is started for the run.
 */
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type { StoreAddress } from '../../src/store/open-store.ts';
import { startPostgres } from '../store/postgres-cluster.ts';
import { companyIds, LARGE_COMPANIES } from './scorecard/filled-store.ts';
import type { Answers, Load } from './scorecard/load-process.ts';
import type { Asked } from './scorecard/service-process.ts';

const { values: options } = parseArgs({
  options: {
    seconds: { type: 'string', default: '30' },
    rate: { type: 'string', default: '200' },
    companies: { type: 'string', default: '3000' },
    'warm-up': { type: 'string', default: '15' },
    engines: { type: 'string', default: 'embedded,postgres' },
    'no-limits': { type: 'boolean', default: false },
  },
});
const seconds = Number(options.seconds);
const perSecond = Number(options.rate);
/** So many keep a full sync at work for longer than the measuring takes, at HubSpot's limits. */
const SYNCED_COMPANIES = '2000';

const child = (file: string, ...args: string[]) => fork(new URL(`./scorecard/${file}`, import.meta.url), args);
const reply = async <T>(of: ChildProcess): Promise<T> => ((await once(of, 'message')) as [T])[0];
async function ask<T>(of: ChildProcess, message: Load | Asked): Promise<T> {
  of.send(message);
  return await reply<T>(of);
}

/** A local portal in a process of its own, and how to reach it. */
async function startPortal() {
  const limits = options['no-limits'] ? ['--no-limits'] : [];
  const args = ['src/cli.ts', 'sandbox', '--port', '0', '--companies', SYNCED_COMPANIES, ...limits];
  const portal = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface(portal.stdout)) {
    const [, url, token] = /HUBSPOT_API_URL=(\S+) HUBSPOT_ACCESS_TOKEN=(\S+)/.exec(line) ?? [];
    if (url && token) return { url, token, stop: () => portal.kill() };
  }
  throw new Error('The local portal did not start.');
}

function show(what: string, { ms, largestBytes, errors }: Answers): void {
  const sorted = ms.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1).padStart(8);
  const size = (largestBytes / 1000).toFixed(1).padStart(6);
  console.log(
    `${what.padEnd(46)}${String(ms.length).padStart(6)}${at(0.5)}${at(0.95)}${at(0.99)}${at(1)}${size}${String(errors).padStart(5)}`,
  );
}

async function measure(name: string, address: StoreAddress): Promise<void> {
  const service = child('service-process.ts', JSON.stringify(address), options.companies);
  const { url } = await reply<{ url: string }>(service);
  const load = child('load-process.ts');
  const companies = companyIds(Number(options.companies));
  const large = companies.slice(0, LARGE_COMPANIES);
  const run = (given: Partial<Load>) =>
    ask<Answers>(load, { url, perSecond, seconds, companies, draw: 'mix', ...given });
  /** One after the other. */
  const each = (of: readonly string[], rate: number) =>
    run({ companies: of, draw: 'each', perSecond: rate, seconds: of.length / rate });

  show(`${name}: 5,000 records, cold`, await each(large, 0.5));
  const again = Array.from({ length: 25 }, () => large).flat();
  show(`${name}: 5,000 records, warm`, await each(again, 20));
  show(`${name}: 50 records, cold, 20 a second`, await each(companies.slice(-100), 20));
  show(`${name}: warm-up`, await run({ seconds: Number(options['warm-up']) }));
  await ask(service, { kind: 'pauses' });
  show(`${name}: idle`, await run({}));
  const idle = await ask<{ longestPauseMs: number; pause99Ms: number }>(service, { kind: 'pauses' });
  const portal = await startPortal();
  await ask(service, { kind: 'sync', url: portal.url, token: portal.token });
  show(`${name}: while a full sync runs`, await run({}));
  const busy = await ask<typeof idle>(service, { kind: 'pauses' });
  console.log(
    `  pauses of the event loop, 99 % and longest, ms: idle ${idle.pause99Ms.toFixed(0)}, ${idle.longestPauseMs.toFixed(0)}; syncing ${busy.pause99Ms.toFixed(0)}, ${busy.longestPauseMs.toFixed(0)}`,
  );
  portal.stop();
  load.kill();
  service.kill();
  await once(service, 'exit');
}

console.log(`${''.padEnd(46)}  asked     p50     p95     p99     max    kB  errors`);
const engines = options.engines.split(',');
if (engines.includes('embedded')) {
  const dataDir = await mkdtemp(join(tmpdir(), 'account-health-bench-'));
  await measure('embedded', { dataDir });
  await rm(dataDir, { recursive: true });
}
if (engines.includes('postgres')) {
  const given = process.env.DATABASE_URL;
  const cluster = given ? undefined : await startPostgres();
  const databaseUrl = given ?? cluster?.url;
  if (databaseUrl === undefined) {
    console.error('PostgreSQL is not installed here: install it, or set DATABASE_URL to an empty database.');
    process.exitCode = 1;
  } else await measure('PostgreSQL', { databaseUrl });
  await cluster?.stop();
}
