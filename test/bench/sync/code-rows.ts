import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Bench, exactness, portalOf, SIZES } from './bench.ts';
import { timesOf, totalOf } from './bench-portal.ts';
import { type Measured, measureClient, measureSync } from './measure.ts';
import { countText } from './peer-rows.ts';
import { codeRow, ratioText } from './rows.ts';

/** Without limits and latency, the time is the code's own, and the portal's. */
export async function* codeRows(bench: Bench): AsyncGenerator<string> {
  const large = portalOf(bench, timesOf(SIZES, bench.scale), {});
  const small = portalOf(bench, SIZES, {});
  let own: Measured | undefined;
  for (const portal of bench.scale === 1 ? [large] : [small, large]) {
    const dataDir = join(bench.folder, `own-${totalOf(portal.sizes)}`);
    own = await measureSync(portal, dataDir);
    yield codeRow('full sync', portal.sizes, own, await exactness(dataDir, portal));
    await rm(dataDir, { recursive: true });
  }
  if (own === undefined || bench.peerLatencies.length === 0) return;
  const peers = [
    ['official client, serial, counting only', null],
    ['official client, serial, each page stored as it comes', join(bench.folder, 'peer')],
  ] as const;
  const ratios: string[] = [];
  for (const [name, storeIn] of peers) {
    const work = { kind: 'read', inParallel: false, storeIn } as const;
    const measured = await measureClient(large, { work, limitPerSecond: null });
    yield codeRow(name, large.sizes, measured, countText(measured.last, large));
    ratios.push(ratioText(name, own, measured));
  }
  yield `\n${ratios.join('\n')}`;
}
