/**
 * What a sync costs against HubSpot's limits: `npm run bench:sync [latencyMs ...]`.
 *
 * The bound is the arithmetic of the published limits alone. Listing gives 100 records a call at 110 calls in 10 s, search 200 a call at
 * 5 calls a second, side by side; associations of searched records cost one call per 1,000 of a type, on a budget of their own.
 * With `x` records listed and the rest searched, both end together where x / 1,100 = (records - x) / 1,000.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sleep } from '../../../src/commands/sleep.ts';
import { makePortalClient } from '../../../src/hubspot/make-portal-client.ts';
import { portalId } from '../../../src/ids.ts';
import { OBJECT_TYPES } from '../../../src/scoring/properties.ts';
import { readPlan } from '../../../src/scoring/read-plan.ts';
import { SIGNALS } from '../../../src/scoring/signals/registry.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { PortalStore } from '../../../src/store/portal-store.ts';
import { syncPortal } from '../../../src/sync/sync-portal.ts';
import { benchPortal } from './bench-portal.ts';

const latencies = process.argv.length > 2 ? process.argv.slice(2) : ['100', '300'];
const MB = 1024 * 1024;
const data = benchPortal(1);

interface Counts {
  readonly total: number;
  readonly overLimit: number;
  readonly byStatus: Readonly<Record<string, number>>;
  readonly peak: { readonly general: number; readonly search: number };
}

function boundOf(records: number): { calls: number; seconds: number } {
  const listed = (records * 1_100) / 2_100;
  const calls = { list: Math.ceil(listed / 100), search: Math.ceil((records - listed) / 200) };
  // Rolling windows: the first 110 calls and the first 5 searches go out at once.
  const seconds = Math.max(10 * Math.floor((calls.list - 1) / 110), Math.floor((calls.search - 1) / 5));
  return { calls: calls.list + calls.search + Math.ceil((records - listed) / 1_000), seconds };
}

/** Records, and links to companies, that the store holds otherwise than the portal. */
async function differences(store: PortalStore): Promise<number> {
  const expected = new Set<string>();
  for (const [type, records] of Object.entries(data.objects)) {
    for (const { id, associations } of records) {
      for (const company of type === 'companies' ? [id] : (associations.companies ?? []))
        expected.add(`${type}/${id}@${company}`);
    }
  }
  let wrong = 0;
  const see = (link: string) => {
    if (!expected.delete(link)) wrong += 1;
  };
  for await (const page of store.accounts()) {
    for (const { companyId, records } of page) {
      see(`companies/${companyId}@${companyId}`);
      for (const { objectType, id, unlinkedAt } of records)
        if (unlinkedAt === null) see(`${objectType}/${id}@${companyId}`);
    }
  }
  return wrong + expected.size;
}

async function measure(latencyMs: string): Promise<void> {
  const portal = fork(join(import.meta.dirname, 'portal-process.ts'), ['1', latencyMs]);
  const [{ url, token }] = (await once(portal, 'message')) as [{ url: string; token: string }];
  const dataDir = await mkdtemp(join(tmpdir(), 'account-health-bench-'));
  const store = await openStore({ dataDir });
  const portalStore = store.portal(portalId(data.portalId));

  async function run(name: string, every: number): Promise<void> {
    portal.send({ every });
    const [{ touched }] = (await once(portal, 'message')) as [{ touched: number }];
    const records =
      every === 0 ? OBJECT_TYPES.reduce((sum, type) => sum + (data.objects[type]?.length ?? 0), 0) : touched;
    // Each run starts with whole budgets, as after a night's rest.
    const client = makePortalClient({ token: async () => token, baseUrl: url, clock: Date.now, sleep });
    let peak = 0;
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage.rss());
    }, 100);
    const started = performance.now();
    await syncPortal({
      client,
      store: portalStore,
      plan: readPlan(SIGNALS),
      ownProperties: [],
      timeZone: 'UTC',
      clock: Date.now,
    });
    const seconds = (performance.now() - started) / 1_000;
    clearInterval(watch);
    const counts = (await (await fetch(`${url}/__stats`)).json()) as Counts;
    const bound = boundOf(records);
    const wrong = await differences(portalStore);
    const row = [
      name,
      `${latencyMs} ms`,
      counts.total,
      name === 'full' ? `+${counts.total - bound.calls}` : '',
      `${seconds.toFixed(1)} s`,
      name === 'full' ? `${(seconds / bound.seconds).toFixed(2)} x ${bound.seconds} s` : '',
      counts.byStatus['429'] ?? 0,
      `${counts.peak.general}/${counts.peak.search}`,
      Math.round(peak / MB),
      wrong === 0 ? 'exact' : `${wrong} wrong`,
    ];
    console.log(`| ${row.join(' | ')} |`);
    await sleep(11_000);
  }

  await run('full', 0);
  await run('nothing changed', 0);
  await run('1 % changed', 100);
  await run('10 % changed', 10);
  await store.close();
  await rm(dataDir, { recursive: true });
  portal.kill();
}

console.log(
  '| sync | latency | calls | over the minimum | wall | of the bound | 429s | peak calls 10 s / 1 s | peak MB | records and links |',
);
console.log('|---|---|---|---|---|---|---|---|---|---|');
for (const latencyMs of latencies) await measure(latencyMs);
