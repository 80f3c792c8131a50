import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { RetryLater } from '../../src/errors.ts';
import { generatePortal } from '../../src/local/sandbox/generate/generate-portal.ts';
import type { AccountFacts } from '../../src/scoring/facts.ts';
import type { Store } from '../../src/store/open-store.ts';
import type { PortalStore } from '../../src/store/portal-store.ts';
import type { SyncOptions } from '../../src/sync/sync-portal.ts';
import { onEachEngine, openTestStore } from '../store/test-store.ts';
import { DAY_MS, HOUR_MS, NOW, openPortalRig, PLAN, record, SMALL } from './portal-rig.ts';

const OLDEST = Date.UTC(2020, 4, 5);
/** Five pages; the oldest is in the middle of the second. */
const MANY_DEALS = Array.from({ length: 450 }, (_, index) => {
  const createdate = index === 150 ? String(OLDEST) : '2025-01-01';
  return record(1_000 + index, { amount: String(index), createdate }, { companies: ['1'] });
});

/** Waiting after a fault takes time: what was seen in one hour was seen in one run. */
const toTheHour = (facts: readonly AccountFacts[]): unknown =>
  JSON.parse(JSON.stringify(facts), (key, value) =>
    typeof value === 'number' && /^(seen|linked|unlinked)At$/.test(key) ? Math.floor(value / HOUR_MS) : value,
  );

/** Breaks the run off once so many records of deals were stored. */
const breakOffAfter = (records: number): Pick<SyncOptions, 'onProgress'> => ({
  onProgress: ({ objectType, read }) => {
    if (objectType === 'deals' && read >= records) throw new Error('broken off');
  },
});

onEachEngine('an interrupted sync', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await openTestStore(engine);
  });
  afterAll(() => store.close());

  async function open(
    ...[objects, options]: [Parameters<typeof openPortalRig>[1], Parameters<typeof openPortalRig>[2]?]
  ) {
    const rig = await openPortalRig(store, objects, options);
    onTestFinished(rig.close);
    return rig;
  }

  it('goes on with the first pass where it was, and then looks for what changed meanwhile', async () => {
    const rig = await open({ ...SMALL, deals: MANY_DEALS }, { listCursor: 'id' });
    await expect(rig.sync(breakOffAfter(100))).rejects.toThrow('broken off');
    // The first page of the list; searches come after it.
    expect((await rig.store.countRecords()).deals).toBe(100);
    const broken = await rig.state('deals');
    expect(broken).toMatchObject({ runningSince: null, completeTo: null });
    expect(broken.cursor).toEqual({
      startedAt: NOW,
      since: null,
      unread: [{ above: '1099', upTo: null }],
      list: { after: '1099', upTo: '1099', beyondId: 0 },
      topId: null,
      read: 100,
      expected: null,
    });

    rig.advance(HOUR_MS);
    // On a page that is stored already, and on one that is yet to come.
    rig.sandbox.portal.upsert('deals', { id: '1000', properties: { amount: '5000' } });
    rig.sandbox.portal.upsert('deals', { id: '1449', properties: { amount: '6000' } });
    rig.sandbox.resetStats();
    await rig.sync();
    expect((await rig.store.countRecords()).deals).toBe(450);
    expect((await rig.versions('1', 'deals', '1000')).map((values) => values?.amount)).toEqual([0, 5000]);
    expect((await rig.versions('1', 'deals', '1449')).map((values) => values?.amount)).toEqual([6000]);
    expect(await rig.state('deals')).toMatchObject({
      cursor: null,
      completeTo: NOW + HOUR_MS,
      firstRecordAt: OLDEST,
      filledSince: { amount: OLDEST, createdate: OLDEST },
    });
  });

  it('reads the rest by searches where the cursor of an earlier run is not good any more', async () => {
    const rig = await open({ ...SMALL, deals: MANY_DEALS });
    await expect(rig.sync(breakOffAfter(100))).rejects.toThrow('broken off');
    const broken = await rig.state('deals');
    const { cursor } = broken;
    if (!cursor?.list?.after) throw new Error('no cursor');
    const stale = { ...cursor, list: { ...cursor.list, after: 'stale' } };
    await rig.store.saveSyncState('deals', { ...broken, cursor: stale });
    await rig.sync();
    expect((await rig.store.countRecords()).deals).toBe(450);
    expect((await rig.state('deals')).cursor).toBeNull();
  });

  it('goes on with the archived records where it was, and begins anew on another day', async () => {
    const rig = await open({ ...SMALL, deals: MANY_DEALS });
    await rig.sync();
    for (const { id } of MANY_DEALS.slice(0, 250)) rig.sandbox.portal.archive('deals', id);
    rig.advance(DAY_MS);
    const breakOff = async () => {
      const endRecords: PortalStore['endRecords'] = async (type, records, seenAt) => {
        if (records.some(({ id }) => id === '1100')) throw new Error('broken off');
        return rig.store.endRecords(type, records, seenAt);
      };
      await expect(rig.sync({ store: { ...rig.store, endRecords } })).rejects.toThrow('broken off');
    };
    await breakOff();
    expect((await rig.store.countRecords()).deals).toBe(350);
    expect((await rig.state('deals')).archived).toMatchObject({ startedAt: rig.now() });

    rig.sandbox.resetStats();
    await rig.sync();
    expect((await rig.store.countRecords()).deals).toBe(200);
    // The second and the third page.
    expect(rig.calls()['GET objects/deals']).toBe(2);
    expect(await rig.state('deals')).toMatchObject({ archived: null, reconciledAt: rig.now() });

    rig.sandbox.portal.archive('deals', '1300');
    rig.advance(DAY_MS);
    await breakOff();
    rig.advance(DAY_MS);
    rig.sandbox.resetStats();
    await rig.sync();
    expect(rig.calls()['GET objects/deals']).toBe(3);
    expect((await rig.store.countRecords()).deals).toBe(199);
  });

  it('goes on with a pass over changes where it was, with the pages that still waited for their associations', async () => {
    const rig = await open({ ...SMALL, deals: MANY_DEALS });
    await rig.sync();
    rig.advance(HOUR_MS);
    for (const { id } of MANY_DEALS) rig.sandbox.portal.upsert('deals', { id, properties: { amount: '7' } });
    await expect(rig.sync(breakOffAfter(200))).rejects.toThrow('broken off');
    expect((await rig.state('deals')).cursor?.unread).toEqual([{ above: '0', upTo: '1249' }]);
    expect((await rig.store.stagedPages('deals')).map(({ key }) => key)).toEqual(['1250']);
    expect((await rig.versions('1', 'deals', '1449')).map((values) => values?.amount)).toEqual([449]);

    rig.sandbox.resetStats();
    await rig.sync();
    // Two pages, and one call for the associations of all three.
    expect(rig.calls()).toMatchObject({
      'POST objects/deals/search': 2,
      'POST associations/deals/companies/batch/read': 1,
    });
    const amounts = (await rig.facts())[0]?.records.filter(({ objectType }) => objectType === 'deals');
    expect(amounts?.map(({ versions }) => versions.at(-1)?.values?.amount)).toEqual(Array(450).fill(7));
    expect(await rig.store.stagedPages('deals')).toEqual([]);
  });

  it('starts over when the plan changed in the middle of a pass', async () => {
    const rig = await open({ ...SMALL, deals: MANY_DEALS });
    await expect(rig.sync(breakOffAfter(200))).rejects.toThrow('broken off');
    expect(await rig.store.stagedPages('deals')).not.toEqual([]);
    const plan = PLAN.map((one) => (one.objectType === 'deals' ? { ...one, properties: ['amount', 'dealname'] } : one));
    await rig.sync({ plan });
    for (const id of ['1000', '1449']) {
      expect((await rig.versions('1', 'deals', id)).at(-1)).toEqual({ amount: Number(id) - 1000, dealname: null });
    }
  });

  it('stops all types at the first failure, leaves what was stored, and goes on next time', async () => {
    const tickets = Array.from({ length: 450 }, (_, index) => record(5_000 + index, {}, { companies: ['1'] }));
    // Calls that take a while are under way when the first type fails.
    const rig = await open({ ...SMALL, deals: MANY_DEALS, tickets }, { latencyMs: 30 });
    const failAtTickets: SyncOptions['onProgress'] = ({ objectType }) => {
      if (objectType === 'tickets') throw new Error('tickets failed');
    };
    await expect(rig.sync({ onProgress: failAtTickets })).rejects.toThrow('tickets failed');
    const calls = rig.sandbox.stats().total;
    const held = await rig.store.countRecords();
    expect(held.tickets).toBe(100);
    expect(held.deals).toBeLessThan(450);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(rig.sandbox.stats().total).toBe(calls);
    expect(await rig.store.countRecords()).toEqual(held);

    await rig.sync();
    expect(await rig.store.countRecords()).toMatchObject({ deals: 450, tickets: 450 });
  });

  it('is loud where HubSpot does not answer, and keeps the cursor', async () => {
    const rig = await open({ ...SMALL, deals: MANY_DEALS });
    const breakDeals: SyncOptions['onProgress'] = ({ objectType }) => {
      if (objectType !== 'deals') return;
      rig.sandbox.setFaults({ queue: [{ kind: '503', match: 'objects/2026-09/deals', times: 100 }] });
    };
    await expect(rig.sync({ onProgress: breakDeals })).rejects.toThrow(RetryLater);
    expect((await rig.state('deals')).cursor?.list?.upTo).toBe('1099');
    rig.sandbox.setFaults('none');
    await rig.sync();
    expect((await rig.store.countRecords()).deals).toBe(450);
  });

  it('ends with the same facts where one call in twenty fails', async () => {
    const { objects } = generatePortal({ seed: 3, now: NOW, companies: 25, whaleRecords: 250 });
    const calm = await open(objects);
    const rough = await open(objects);
    const kinds = ['429', '423', '500', '502', '503', 'reset', 'reset-after', 'truncated'] as const;
    rough.sandbox.setFaults({ seed: 5, chance: Object.fromEntries(kinds.map((kind) => [kind, 0.05 / kinds.length])) });
    for (const rig of [calm, rough]) {
      await rig.sync();
      for (const amount of ['1', '2', '3', '4', '5', '6']) {
        rig.advance(6 * HOUR_MS);
        for (const deal of objects.deals?.slice(0, 30) ?? []) {
          rig.sandbox.portal.upsert('deals', { id: deal.id, properties: { amount } });
        }
        await rig.sync();
      }
    }
    expect(rough.sandbox.stats().faults).toBeGreaterThan(2);
    expect(toTheHour(await rough.facts())).toEqual(toTheHour(await calm.facts()));
  });
});
