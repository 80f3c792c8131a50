/**
 * Scores made accounts from memory, as a thread of its own or several of one process: a batch is made, and only what follows is timed.
 * Each account is new to the process, as it is at night, and comes in a page of so many records as the store gives them out.
 */
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { readModel } from '../../../src/model-file.ts';
import { viewAt } from '../../../src/scoring/account-view.ts';
import { makeCalendar } from '../../../src/scoring/calendar.ts';
import type { AccountFacts } from '../../../src/scoring/facts.ts';
import { namedProperties } from '../../../src/scoring/model-signals.ts';
import { historyAt, weeklyMoments } from '../../../src/scoring/replay.ts';
import { scoreAccount } from '../../../src/scoring/score.ts';
import { AS_OF, madeAccount, RECORDS_A_COMPANY } from './made-accounts.ts';
import { madeContext, strewn } from './made-portal.ts';

/** What is measured of each account. `far_apart`: the signals that count, of a large batch whose objects a collection has moved about. */
export type Task = 'counting_signals' | 'far_apart' | 'every_signal' | 'replay';

/** A share of a portal's companies. */
interface Share {
  readonly companies: number;
  readonly task: Task;
  readonly thread: number;
  readonly threads: number;
  /** How many threads have made their batch, of all batches so far. */
  readonly made: Int32Array;
}

/** What a thread did. */
interface ShareDone {
  /** In which scoring ran, ms. */
  readonly ms: number;
  /** Of all scores, so that nothing is left out as unused. */
  readonly scores: number;
}

/** What was measured of a portal of so many companies. */
export interface Measured {
  readonly companies: number;
  readonly facts: number;
  /** By the slowest thread. */
  readonly seconds: number;
  readonly peakMb: number;
  readonly scores: number;
}

/** The store's pages are of 2,000 records. */
const PAGE = 2_000 / RECORDS_A_COMPANY;
const FAR_APART = 2_000;
/** So many others a thread scores, or replays, first: its code is compiled by then, as in a service that has been running for a night. */
const WARM_UP = { pass: 40_000, replay: 4_000 };
const WEEKS = 52;
const MB = 1024 * 1024;

/** Until every thread has made its batch: none is timed while another makes one. */
function waitFor(made: Int32Array, all: number): void {
  Atomics.add(made, 0, 1);
  Atomics.notify(made, 0);
  for (let now = Atomics.load(made, 0); now < all; now = Atomics.load(made, 0)) Atomics.wait(made, 0, now);
}

async function scoreShare({ companies, task, thread, threads, made }: Share): Promise<ShareDone> {
  const portal = madeContext();
  const calendar = makeCalendar(portal.timeZone);
  const model = await readModel('models/standard-b2b.yaml');
  const named = namedProperties(model);
  const moments = weeklyMoments(calendar, AS_OF, WEEKS - 1);

  function take(facts: AccountFacts): number {
    if (task === 'replay') {
      const past = { facts, portal, model, calendar, published: [], publishedSince: null };
      return historyAt(past, moments).reduce((sum, { score }) => sum + (score ?? 0), 0);
    }
    const view = viewAt(facts, AS_OF, portal, calendar, named);
    const health = view && scoreAccount(view, model, task === 'every_signal' ? task : 'counting_signals');
    return health?.state === 'scored' ? health.receipt.reduce((sum, { pointsLost }) => sum + pointsLost, 0) : 0;
  }
  let ms = 0;
  let scores = 0;
  let batches = 0;
  function takeBatch(from: number, to: number): void {
    const batch: AccountFacts[] = [];
    for (let number = from; number < to; number += 1) {
      if (number % threads === thread) batch.push(strewn(madeAccount(number), companies));
    }
    if (task === 'far_apart') globalThis.gc?.();
    batches += 1;
    waitFor(made, batches * threads);
    const startedAt = performance.now();
    for (const facts of batch) scores += take(facts);
    ms += performance.now() - startedAt;
  }
  const size = task === 'far_apart' ? FAR_APART : PAGE;
  const warmUp = companies + WARM_UP[task === 'replay' ? 'replay' : 'pass'] * threads;
  for (let from = companies; from < warmUp; from += size * threads) takeBatch(from, from + size * threads);
  [ms, scores] = [0, 0];
  for (let from = 0; from < companies; from += size * threads)
    takeBatch(from, Math.min(companies, from + size * threads));
  return { ms, scores };
}

/** In threads of this process. */
async function measureInMemory(companies: number, task: Task, threads: number): Promise<Measured> {
  let peak = 0;
  const sample = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 100);
  const made = new Int32Array(new SharedArrayBuffer(4));
  const shares = Array.from({ length: threads }, (_, thread): Share => ({ companies, task, thread, threads, made }));
  const done = await Promise.all(
    shares.map(
      (share) =>
        new Promise<ShareDone>((resolve, reject) => {
          const worker = new Worker(new URL(import.meta.url), { workerData: share });
          worker.on('message', resolve);
          worker.on('error', reject);
        }),
    ),
  );
  clearInterval(sample);
  return {
    companies,
    facts: companies * RECORDS_A_COMPANY,
    seconds: Math.max(...done.map(({ ms }) => ms)) / 1_000,
    peakMb: Math.round(peak / MB),
    scores: done.reduce((sum, one) => sum + one.scores, 0),
  };
}

if (!isMainThread) parentPort?.postMessage(await scoreShare(workerData as Share));
else {
  const [companies = '10000', task = 'counting_signals', threads = '1'] = process.argv.slice(2);
  process.stdout.write(JSON.stringify(await measureInMemory(Number(companies), task as Task, Number(threads))));
}
