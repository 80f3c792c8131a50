/**
 * What sync and write-back cost against HubSpot's limits, and what HubSpot's official client costs on the same work: see USAGE.
 * Each row has a portal and a process of its own, so that it starts with whole budgets, as after a night's rest. The
 * arithmetic of the bounds is in `floors.ts`.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOptions, wholeNumber } from '../../../src/commands/options.ts';
import { runOrExplain } from '../../../src/commands/run-or-explain.ts';
import { InputError } from '../../../src/errors.ts';
import { type Bench, PARTS, SIZES } from './bench.ts';
import { timesOf } from './bench-portal.ts';
import { codeRows } from './code-rows.ts';
import { fullFloor } from './floors.ts';
import { syncRows, writeRows } from './own-rows.ts';
import { peerRows } from './peer-rows.ts';
import { CODE_HEAD, floorText, LIMITS_HEAD } from './rows.ts';

const USAGE = `npm run bench:sync -- [--latency MS,...] [--peers MS,...|none] [--only ROWS,...] [--scale N] [--no-limits]
  --latency    of each call; all rows are measured once for each (100,300)
  --peers      latencies at which HubSpot's official client is measured too (100)
  --only       which of ${PARTS.join(', ')} (all)
  --scale      a portal of so many times the size (1)
  --no-limits  no limits and no latency: what the code itself costs, at scale 1 and at --scale`;

function parse(args: string[]): Omit<Bench, 'takenAt' | 'folder'> {
  const options = {
    latency: { type: 'string', default: '100,300' },
    peers: { type: 'string', default: '100' },
    only: { type: 'string', default: PARTS.join() },
    scale: { type: 'string', default: '1' },
    'no-limits': { type: 'boolean', default: false },
  } as const;
  const given = readOptions(args, options, USAGE);
  const numbers = (name: string, text: string) => text.split(',').map((one) => wholeNumber(name, one, 0, 10_000));
  const asked = given.only.split(',');
  const strange = asked.find((name) => !PARTS.some((part) => part === name));
  if (strange !== undefined) throw new InputError(`--only ${strange}: give one or more of ${PARTS.join(', ')}.`);
  return {
    latencies: numbers('latency', given.latency),
    peerLatencies: given.peers === 'none' ? [] : numbers('peers', given.peers),
    parts: PARTS.filter((part) => asked.includes(part)),
    scale: wholeNumber('scale', given.scale, 1, 50),
    hasLimits: !given['no-limits'],
  };
}

async function* table(bench: Bench): AsyncGenerator<string> {
  if (!bench.hasLimits) {
    yield CODE_HEAD;
    return yield* codeRows(bench);
  }
  const sizes = timesOf(SIZES, bench.scale);
  yield `${floorText(sizes, fullFloor(sizes))}\n\n${LIMITS_HEAD}`;
  for (const latencyMs of bench.latencies) {
    yield* syncRows(bench, latencyMs);
    yield* writeRows(bench, latencyMs);
    if (bench.peerLatencies.includes(latencyMs)) yield* peerRows(bench, latencyMs);
  }
}

await runOrExplain(async () => {
  const args = process.argv.slice(2);
  if (args.includes('--help')) return console.log(USAGE);
  const options = parse(args);
  const folder = await mkdtemp(join(tmpdir(), 'account-health-bench-'));
  try {
    for await (const line of table({ ...options, takenAt: Date.now(), folder })) console.log(line);
  } finally {
    await rm(folder, { recursive: true });
  }
});
