/**
 * How fast a portal is scored: `npm run bench:score -- [companies ...] [--only memory,aggregate,store]`; 10,000, 30,000 and 100,000
 * companies of 50 facts each unless told. From memory; beside it twelve bare aggregates over as many rows, in SQL and in typed arrays;
 * and read, scored and kept on PostgreSQL.
 */
import { execFile } from 'node:child_process';
import { parseArgs, promisify } from 'node:util';
import { startPostgres } from '../../store/postgres-cluster.ts';
import type { Measured, Task } from './memory-process.ts';
import { printAggregate, printRescoring } from './store.ts';

const PARTS = ['memory', 'aggregate', 'store'] as const;
const { values, positionals } = parseArgs({ allowPositionals: true, options: { only: { type: 'string' } } });
const sizes = positionals.length > 0 ? positionals.map(Number) : [10_000, 30_000, 100_000];
if (sizes.some((size) => !Number.isInteger(size) || size < 1))
  throw new Error('Give numbers of companies, as in: npm run bench:score -- 10000 30000');
const asked: readonly string[] = values.only?.split(',') ?? PARTS;
const unknown = asked.find((part) => !PARTS.some((known) => known === part));
if (unknown !== undefined) throw new Error(`There is no part "${unknown}". Use: ${PARTS.join(', ')}.`);

const WEEKS = 52;
/** How often a replay is measured, each time right after a pass: what slows the machine for a while slows both. */
const ROUNDS = 3;
const print = (line: string) => void process.stdout.write(`${line}\n`);

/** In a process of its own, so that no run leaves anything to the next. */
async function measure(companies: number, task: Task, threads: number): Promise<Measured> {
  const script = `${import.meta.dirname}/memory-process.ts`;
  const args = ['--expose-gc', script, String(companies), task, String(threads)];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout) as Measured;
}

async function printMemory(companies: number): Promise<void> {
  const row = (what: string, threads: number, { seconds, facts, peakMb }: Measured, passes: string, weeks = 1) => {
    const perSecond = Math.round((companies * weeks) / seconds).toLocaleString('en');
    const factsPerSecond = Math.round((facts * weeks) / seconds).toLocaleString('en');
    print(
      `| ${[companies, what, threads, seconds.toFixed(2), factsPerSecond, perSecond, passes, peakMb].join(' | ')} |`,
    );
  };
  const whole = await measure(companies, 'every_signal', 1);
  row('every signal, with evidence', 1, whole, '1.0');
  for (let round = 0; round < ROUNDS; round += 1) {
    const counting = await measure(companies, 'counting_signals', 1);
    row('signals that count, receipt', 1, counting, (counting.seconds / whole.seconds).toFixed(2));
    const replay = await measure(companies, 'replay', 1);
    const passes = [whole, counting].map(({ seconds }) => (replay.seconds / seconds).toFixed(1));
    row(`replay of ${WEEKS} weeks`, 1, replay, `${passes[0]} (${passes[1]})`, WEEKS);
  }
  const both = await measure(companies, 'counting_signals', 2);
  row('signals that count, receipt', 2, both, (both.seconds / whole.seconds).toFixed(2));
  const far = await measure(companies, 'far_apart', 1);
  row('the same, far apart in memory', 1, far, (far.seconds / whole.seconds).toFixed(2));
}

if (asked.includes('memory')) {
  print(
    '| companies | from memory | threads | s | facts/s | company-weeks/s | passes over every signal (over those that count) | peak MB |',
  );
  print('|---|---|---|---|---|---|---|---|');
  for (const companies of sizes) await printMemory(companies);
  print('');
}
if (asked.includes('aggregate') || asked.includes('store')) {
  const cluster = await startPostgres();
  if (cluster === undefined) throw new Error("PostgreSQL's programs are not found: put initdb and pg_ctl on the PATH.");
  try {
    if (asked.includes('aggregate')) await printAggregate(cluster.url, sizes);
    print('');
    if (asked.includes('store')) await printRescoring(cluster.url, sizes);
  } finally {
    await cluster.stop();
  }
}
