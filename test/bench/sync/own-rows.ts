import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Bench, changesAt, exactness, portalOf, SIZES, WRITTEN, writtenText } from './bench.ts';
import { type Sizes, timesOf } from './bench-portal.ts';
import { changesFloor, fewestCalls, fullFloor, listFloor } from './floors.ts';
import { measureSync, measureWrite } from './measure.ts';
import { limitsRow } from './rows.ts';

const HOUR_MS = 3_600_000;
/** When the re-reading of all records begins, spread over most of a week. */
const ROUND_BEGUN_MS = 25 * HOUR_MS;

/** The full sync, and what it costs to stay up to date: each time from a copy of one store that has just been filled. */
export async function* syncRows(bench: Bench, latencyMs: number): AsyncGenerator<string> {
  const sizes = timesOf(SIZES, bench.scale);
  const filled = join(bench.folder, `filled-${latencyMs}`);
  if (bench.parts.includes('full')) {
    const portal = portalOf(bench, sizes, { latencyMs });
    const measured = await measureSync(portal, filled);
    const fewest = fewestCalls(sizes, measured.seconds);
    const exact = await exactness(filled, portal);
    yield limitsRow('full sync', latencyMs, measured, { floor: fullFloor(sizes), fewest, exact, ...measured.last });
    yield await byIdRow(bench, sizes, latencyMs);
  } else if (bench.parts.includes('incremental')) {
    await measureSync(portalOf(bench, sizes, { hasLimits: false }), filled);
  }
  if (!bench.parts.includes('incremental')) return;
  const runs: readonly Run[] = [
    { name: 'nothing changed', changed: {} },
    {
      name: "nothing changed, next day: the day's share of the weekly re-read",
      changed: {},
      earlierAheadMs: ROUND_BEGUN_MS,
      aheadMs: ROUND_BEGUN_MS + 24 * HOUR_MS,
    },
    ...changesAt(sizes).map(([name, changed]) => ({ name, changed })),
  ];
  for (const { name, changed, earlierAheadMs, aheadMs = 0 } of runs) {
    const dataDir = join(bench.folder, 'incremental');
    await cp(filled, dataDir, { recursive: true });
    if (earlierAheadMs !== undefined) {
      await measureSync(portalOf(bench, sizes, { hasLimits: false, aheadMs: earlierAheadMs }), dataDir);
    }
    const portal = portalOf(bench, sizes, { latencyMs, changed, aheadMs });
    const measured = await measureSync(portal, dataDir);
    const floor = changesFloor(changed);
    const exact = await exactness(dataDir, portal);
    yield limitsRow(name, latencyMs, measured, { floor, fewest: floor.calls, exact });
    await rm(dataDir, { recursive: true });
  }
}

/** The full sync of a portal whose lists go on after any id. */
async function byIdRow(bench: Bench, sizes: Sizes, latencyMs: number): Promise<string> {
  const dataDir = join(bench.folder, `by-id-${latencyMs}`);
  const portal = portalOf(bench, sizes, { latencyMs, listCursor: 'id' });
  const measured = await measureSync(portal, dataDir);
  const fewest = fewestCalls(sizes, measured.seconds);
  const exact = await exactness(dataDir, portal);
  await rm(dataDir, { recursive: true });
  return limitsRow("full sync, the list's cursor being an id", latencyMs, measured, {
    floor: fullFloor(sizes),
    fewest,
    exact,
    ...measured.last,
  });
}

interface Run {
  readonly name: string;
  readonly changed: Sizes;
  /** A run between, which is not measured: how far the clock is ahead then. */
  readonly earlierAheadMs?: number;
  readonly aheadMs?: number;
}

export async function* writeRows(bench: Bench, latencyMs: number): AsyncGenerator<string> {
  if (!bench.parts.includes('write-back')) return;
  const dataDir = join(bench.folder, `write-${latencyMs}`);
  const measured = await measureWrite(portalOf(bench, WRITTEN, { latencyMs }), dataDir);
  const floor = listFloor(WRITTEN);
  const exact = writtenText(measured.written);
  yield limitsRow('write-back of 20,000 companies', latencyMs, measured, { floor, fewest: floor.calls, exact });
}
