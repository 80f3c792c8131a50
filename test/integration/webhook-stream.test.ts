import { setTimeout as delay } from 'node:timers/promises';
import { inspect } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { companyId, portalId } from '../../src/ids.ts';
import { makePortalWorker } from '../../src/jobs/portal-worker.ts';
import { makeProgressMeter } from '../../src/jobs/progress-meter.ts';
import { publishedScore, scorePortal } from '../../src/jobs/score-portal.ts';
import type { FaultPlan } from '../../src/local/sandbox/faults.ts';
import { makeRandom } from '../../src/local/sandbox/generate/prng.ts';
import { startSandbox } from '../../src/local/sandbox/start-sandbox.ts';
import { COMPANY_PROPERTIES } from '../../src/publish/company-properties.ts';
import { desiredValues } from '../../src/publish/desired-values.ts';
import { makeCalendar } from '../../src/scoring/calendar.ts';
import { OBJECT_TYPES } from '../../src/scoring/object-types.ts';
import type { PortalContext } from '../../src/scoring/portal-context.ts';
import { readPlan } from '../../src/scoring/read-plan.ts';
import { SIGNALS } from '../../src/scoring/signals/registry.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import type { PortalStore } from '../../src/store/portal-store.ts';
import { syncPortal } from '../../src/sync/sync-portal.ts';
import { makeWording } from '../../src/wording/make-wording.ts';
import { makeUnpacedClient } from '../hubspot/test-client.ts';
import { MODEL } from '../jobs/cycle-rig.ts';
import { onEachEngine } from '../store/test-store.ts';
import { makeEventStream } from './event-stream.ts';
import { startApp } from './listening-app.ts';
import { makeLivingPortal, makePortalLife } from './portal-life.ts';
import { makeStoreAddress } from './store-address.ts';
import { readStoredRows } from './stored-rows.ts';

const EVENTS = 10_000;
/** Events happen and are sent a turn at a time; a turn lasts until HubSpot has answered some more calls. */
const TURNS = 100;
const CALLS_A_TURN = 5;
/** A cycle begins at these turns, the second of them with a full sync; from the last turn on there is none to help. */
const CYCLES_AT = [10, 25, 50];
const FULL_AT = 25;
const ALONE_FROM = 75;
/** Pages of records come when they are no longer true: much happens, and is looked at, while they are under way. */
const LATE_PAGES: FaultPlan = {
  queue: ['/search', 'GET /crm/objects'].map((match) => ({ kind: 'slow', match, times: 10_000 })),
  slowMs: 400,
};
const INDEXING_LAG_MS = 10_000;
/** Noon, so that no test lasts until the next UTC day: archived lists and weekly looks play no part. */
const NOW = Date.UTC(2026, 5, 15, 10);

onEachEngine('10,000 webhook events, shuffled, repeated and late', (engine) => {
  const seed = Math.floor(Math.random() * 1_000_000);

  it(`end in what a full sync brings (seed ${seed})`, async () => {
    const begun = performance.now();
    // Twenty times as fast as ours: events come minutes late, and cycles take longer than a minute.
    let aheadMs = 0;
    const clock = () => NOW + Math.floor(20 * (performance.now() - begun)) + aheadMs;
    const random = makeRandom(seed);
    const data = makeLivingPortal(seed, NOW);
    const { timeZone } = data;
    const sandbox = await startSandbox({ data, limits: 'off', indexingLagMs: INDEXING_LAG_MS, clock });
    onTestFinished(() => sandbox.close());
    const { client } = makeUnpacedClient({ baseUrl: sandbox.url, token: async () => sandbox.token, clock });
    const stores: Store[] = [];
    onTestFinished(() => Promise.all(stores.map((store) => store.close())).then(() => {}));
    const open = async () => {
      const address = await makeStoreAddress(engine);
      const store = await openStore(address);
      stores.push(store);
      return { address, store, portal: store.portal(portalId(data.portalId)) };
    };
    const { address, store, portal } = await open();
    const failures: unknown[] = [];
    const worker = makePortalWorker({
      client,
      store,
      portalId: portal.portalId,
      model: MODEL,
      language: 'en',
      clock,
      pause: async () => {},
      log: { info: () => {}, error: (fields: object) => void failures.push(fields) },
      meter: makeProgressMeter({ client, clock }),
      onCycle: () => {},
    });
    onTestFinished(worker.stop);
    const app = await startApp({ store, clock, onEvents: worker.wake });
    await worker.cycle();
    sandbox.setFaults(LATE_PAGES);

    const stream = makeEventStream(random.fork('stream'), TURNS);
    const life = makePortalLife({ portal: sandbox.portal, data, random: random.fork('life'), clock });
    sandbox.portal.onEvent((event) => {
      // Those of our own writes, which lead nowhere, would only be counted.
      if (event.changeSource === 'CRM_UI') stream.push(event);
    });
    const isCalm = async () => (await portal.touched(1)).length + (await portal.purgeRequests()).length === 0;
    /** Events that were sent while each cycle ran. */
    const duringCycles: number[] = [];
    let cycle: Promise<void> | undefined;
    const beginCycle = async (isFull: boolean) => {
      await cycle;
      if (isFull) await readAllAgain(portal);
      const { sent } = stream;
      cycle = worker.cycle().then(() => {
        duringCycles.push(stream.sent - sent);
        cycle = undefined;
      });
    };
    for (let turn = 0; turn <= TURNS; turn++) {
      const { total } = sandbox.stats();
      while (stream.pushed < (EVENTS * (turn + 1)) / (TURNS + 1)) life.happen();
      if (CYCLES_AT.includes(turn)) await beginCycle(turn === FULL_AT);
      if (turn === ALONE_FROM) await cycle;
      await Promise.all(stream.due(turn).map(app.post));
      while (sandbox.stats().total < total + CALLS_A_TURN && (cycle || !(await isCalm()))) await delay(5);
    }
    await cycle;
    while (!(await isCalm())) await delay(5);
    await worker.stop();
    expect([...failures, ...app.complaints].map((one) => inspect(one))).toEqual([]);

    // As of the latest cycle's portal: that is what events are scored with.
    const context = (await portal.latestCycle())?.context as { readonly portal: PortalContext };
    const published = await portal.publishedAt(clock());
    const scoring = { portal: context.portal, model: MODEL, calendar: makeCalendar(timeZone) };
    // What was before we ran is told as we found it then, of which a store that is new knows nothing: only our own replays tell it.
    const ownChanges = new Map<string, number | null>();
    for await (const page of scorePortal({ ...scoring, store: portal, asOf: clock() }))
      for (const company of page) ownChanges.set(company.companyId, company.change30d);
    await store.close();
    const fresh = await open();
    sandbox.setFaults('none');
    // It reads by search, too.
    aheadMs = INDEXING_LAG_MS;
    const ownProperties = COMPANY_PROPERTIES.properties.map(({ name }) => name);
    await syncPortal({ client, store: fresh.portal, plan: readPlan(SIGNALS), ownProperties, timeZone, clock });
    const asOf = clock();
    const wording = makeWording({ locale: 'en', timeZone });
    const wrongScores: unknown[] = [];
    for (const scored of (await Array.fromAsync(scorePortal({ ...scoring, store: fresh.portal, asOf }))).flat()) {
      const id = scored.companyId;
      const company = { ...scored, change30d: ownChanges.get(id) ?? null };
      const { properties = {} } = sandbox.portal.record('companies', id) ?? {};
      for (const [name, wanted] of Object.entries(desiredValues(company, wording).values)) {
        if ((properties[name] ?? '') !== wanted) wrongScores.push({ id, name, shown: properties[name], wanted });
      }
      const { score, status } = publishedScore(company, asOf, MODEL);
      const last = published.get(companyId(id));
      if (last?.score !== score || last.status !== status) wrongScores.push({ id, published: last, score, status });
    }
    await fresh.store.close();

    const held = await readStoredRows(address);
    const wanted = await readStoredRows(fresh.address);
    const names = [...new Set([...held.present.keys(), ...wanted.present.keys()])];
    const differing = names
      .map((name) => ({ name, held: held.present.get(name), wanted: wanted.present.get(name) }))
      .filter((row) => row.held !== row.wanted);
    expect(differing).toEqual([]);
    expect(wrongScores).toEqual([]);
    // Only their ids stay, to keep out whatever else comes of them.
    expect(held.naming(life.purged).filter((row) => !row.startsWith('purged_record: '))).toEqual([]);

    expect(wanted.present.size).toBeGreaterThan(5_000);
    expect(stream.sent / stream.pushed).toBeGreaterThan(1.1);
    expect(duringCycles.filter((sent) => sent > 100)).toHaveLength(CYCLES_AT.length);
    expect([...life.done].filter(([, times]) => times < 50)).toEqual([]);
  }, 240_000);
});

async function readAllAgain(portal: PortalStore): Promise<void> {
  for (const type of OBJECT_TYPES) {
    const state = await portal.syncState(type);
    if (state) await portal.saveSyncState(type, { ...state, completeTo: null });
  }
}
