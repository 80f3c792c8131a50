import { type Bench, changesAt, portalOf, SIZES, WRITTEN, writtenText } from './bench.ts';
import { companyLinks, type PortalPlan, type Sizes, timesOf, totalOf } from './bench-portal.ts';
import type { Counted } from './client-process.ts';
import { changesFloor, fewestCalls, fullFloor, GENERAL, listFloor, SEARCH } from './floors.ts';
import { measureClient } from './measure.ts';
import { limitsRow } from './rows.ts';

const CLIENT = 'official client 14.0.1';

/** HubSpot's official client on the same work, with the same limits. */
export async function* peerRows(bench: Bench, latencyMs: number): AsyncGenerator<string> {
  const sizes = timesOf(SIZES, bench.scale);
  if (bench.parts.includes('full')) {
    yield await readRow(bench, latencyMs, sizes, false);
    yield await readRow(bench, latencyMs, sizes, true);
  }
  if (bench.parts.includes('incremental')) {
    for (const [name, changed] of changesAt(sizes)) yield await searchRow(bench, latencyMs, { name, sizes, changed });
  }
  if (bench.parts.includes('write-back')) yield await writeRow(bench, latencyMs);
}

async function readRow(bench: Bench, latencyMs: number, sizes: Sizes, inParallel: boolean): Promise<string> {
  const portal = portalOf(bench, sizes, { latencyMs });
  const measured = await measureClient(portal, {
    work: { kind: 'read', inParallel, storeIn: null },
    limitPerSecond: inParallel ? GENERAL.calls / GENERAL.seconds : null,
  });
  const fewest = fewestCalls(sizes, measured.seconds);
  const exact = countText(measured.last, portal);
  const name = `${CLIENT}, full, ${inParallel ? '6 types in parallel with its limiter' : 'serial'}`;
  return limitsRow(name, latencyMs, measured, { floor: fullFloor(sizes), fewest, exact });
}

async function searchRow(
  bench: Bench,
  latencyMs: number,
  run: { readonly name: string; readonly sizes: Sizes; readonly changed: Sizes },
): Promise<string> {
  const portal = portalOf(bench, run.sizes, { latencyMs, changed: run.changed });
  const measured = await measureClient(portal, {
    work: { kind: 'search', since: bench.takenAt },
    limitPerSecond: SEARCH.calls / SEARCH.seconds,
  });
  const floor = changesFloor(run.changed);
  const exact = countText(measured.last, portal, run.changed);
  return limitsRow(`${CLIENT}, ${run.name}`, latencyMs, measured, {
    floor: measured.last.failed === null ? floor : null,
    fewest: floor.calls,
    exact,
  });
}

async function writeRow(bench: Bench, latencyMs: number): Promise<string> {
  const portal = portalOf(bench, WRITTEN, { latencyMs });
  const measured = await measureClient(portal, {
    work: { kind: 'write', plan: portal },
    limitPerSecond: GENERAL.calls / GENERAL.seconds,
  });
  const floor = listFloor(WRITTEN);
  const exact = writtenText(measured.written);
  const name = `${CLIENT}, write-back with its limiter`;
  return limitsRow(name, latencyMs, measured, { floor, fewest: floor.calls, exact });
}

/** Compares counts alone: the client keeps nothing. */
export function countText({ records, links, failed }: Counted, portal: PortalPlan, changed?: Sizes): string {
  if (failed !== null) return `fails with ${failed}`;
  const missing = totalOf(changed ?? portal.sizes) + companyLinks(portal, changed !== undefined) - records - links;
  return missing === 0 ? 'counts exact' : `${missing} lost`;
}
