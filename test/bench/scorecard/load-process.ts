/**
 * Asks for scorecards on a schedule, whatever the answers do (an open loop): a request that waits for a busy service is timed from when it was due.
 * In a process of its own, so that its work delays nobody. Speaks over IPC with `scorecard.ts`.
 */
import { Pool } from 'undici';
import { signV3 } from '../../../src/hubspot/signature.ts';
import { LARGE_COMPANIES, PORTAL } from './filled-store.ts';

export const CLIENT_SECRET = 'bench';
export const PUBLIC_URL = 'https://bench.example.com';

/** One run. */
export interface Load {
  readonly url: string;
  readonly perSecond: number;
  readonly seconds: number;
  readonly companies: readonly string[];
  /** Which companies: a mix of often and seldom opened ones, or each once in order. */
  readonly draw: 'mix' | 'each';
}

/** What came of it. Times in ms, from when each request was due. */
export interface Answers {
  readonly ms: readonly number[];
  readonly largestBytes: number;
  readonly errors: number;
}

/** Of the requests, so many go to a fifth of the companies, and so many to the large ones. */
const SHARE_OF_OFTEN = 0.7;
const SHARE_OF_LARGE = 0.005;

/** The company of the request of a number; the same for the same number. */
function drawn({ companies, draw }: Load, number: number): string {
  const at = (from: number, length: number, part: number) => companies[from + Math.floor(part * length)] ?? '';
  if (draw === 'each') return companies[number % companies.length] ?? '';
  const [kind, place] = [random(number, 1), random(number, 2)];
  const small = companies.length - LARGE_COMPANIES;
  if (kind < SHARE_OF_LARGE) return at(0, LARGE_COMPANIES, place);
  return at(LARGE_COMPANIES, kind < SHARE_OF_OFTEN ? small / 5 : small, place);
}

/** 0..1, of two numbers (splitmix32). */
function random(number: number, salt: number): number {
  let mixed = (number * 2 + salt) * 0x9e3779b9;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 4_294_967_296;
}

async function run(load: Load, first: number): Promise<Answers> {
  const pool = new Pool(load.url);
  const ms: number[] = [];
  let [largestBytes, errors] = [0, 0];
  const ask = async (number: number, dueAt: number): Promise<void> => {
    const path = `/api/companies/${drawn(load, number)}/scorecard?locale=en&portalId=${PORTAL}`;
    const timestamp = String(Date.now());
    const signature = signV3({
      clientSecret: CLIENT_SECRET,
      method: 'GET',
      uri: PUBLIC_URL + path,
      rawBody: '',
      timestamp,
    });
    const headers = { 'x-hubspot-request-timestamp': timestamp, 'x-hubspot-signature-v3': signature };
    try {
      const { statusCode, body } = await pool.request({ method: 'GET', path, headers });
      const { byteLength } = await body.arrayBuffer();
      largestBytes = Math.max(largestBytes, byteLength);
      if (statusCode !== 200) errors += 1;
    } catch {
      errors += 1;
    }
    ms.push(performance.now() - dueAt);
  };
  const total = Math.round(load.perSecond * load.seconds);
  const startedAt = performance.now();
  const underWay: Promise<void>[] = [];
  for (let number = 0; number < total; ) {
    const due = Math.min(total, Math.ceil(((performance.now() - startedAt) / 1000) * load.perSecond));
    for (; number < due; number += 1) underWay.push(ask(first + number, startedAt + (number * 1000) / load.perSecond));
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(underWay);
  await pool.close();
  return { ms, largestBytes, errors };
}

if (process.argv[1] === import.meta.filename) {
  let first = 0;
  process.on('message', async (load: Load) => {
    const answers = await run(load, first);
    first += answers.ms.length;
    process.send?.(answers);
  });
  process.once('disconnect', () => process.exit());
}
