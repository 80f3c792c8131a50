import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import type { Store } from '../../src/store/open-store.ts';
import { onEachEngine, openTestStore } from '../store/test-store.ts';
import { DAY_MS, HOUR_MS, openPortalRig, record, SMALL } from './portal-rig.ts';

/** More than are looked at in one go. */
const TICKETS = Array.from({ length: 2_500 }, (_, index) =>
  record(10_000 + index, { subject: `T${index}`, createdate: '2025-01-01' }, { companies: ['1'] }),
);

onEachEngine('the weekly re-read', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await openTestStore(engine);
  });
  afterAll(() => store.close());

  async function open(...[objects = SMALL]: [Parameters<typeof openPortalRig>[1]?]) {
    const rig = await openPortalRig(store, objects);
    onTestFinished(rig.close);
    return rig;
  }
  type Rig = Awaited<ReturnType<typeof open>>;

  /** Syncs every few hours; the calls of the busiest run. */
  async function liveFor(rig: Rig, days: number, everyHours = 12): Promise<number> {
    let most = 0;
    for (let hours = 0; hours < days * 24; hours += everyHours) {
      rig.advance(everyHours * HOUR_MS);
      rig.sandbox.resetStats();
      await rig.sync();
      most = Math.max(most, rig.sandbox.stats().total);
    }
    return most;
  }

  it('finds within a week what bumps no date: an association that changed, a record that was deleted for good', async () => {
    const rig = await open();
    await rig.sync();
    rig.advance(HOUR_MS);
    rig.sandbox.portal.associate('tickets', '31', 'companies', ['2']);
    rig.sandbox.portal.associate('emails', '41', 'contacts', ['11']);
    rig.sandbox.portal.purge('deals', '21');
    await liveFor(rig, 1);
    expect(await rig.versions('1', 'tickets', '31')).toHaveLength(1);
    await liveFor(rig, 6);
    expect(await rig.versions('1', 'tickets', '31')).toEqual([]);
    expect(await rig.versions('2', 'tickets', '31')).toHaveLength(1);
    expect((await rig.versions('1', 'emails', '41')).at(-1)?.contacts).toEqual(['11']);
    expect((await rig.store.countRecords()).deals).toBe(0);
  });

  it('finds it in the next week as well', async () => {
    const rig = await open();
    await rig.sync();
    await liveFor(rig, 8);
    rig.sandbox.portal.associate('tickets', '31', 'companies', ['2']);
    await liveFor(rig, 8);
    expect(await rig.versions('2', 'tickets', '31')).toHaveLength(1);
  });

  it('reads a little at each run, every record once, and goes on where it was', async () => {
    const rig = await open({ ...SMALL, tickets: TICKETS });
    await rig.sync();
    rig.sandbox.resetStats();
    await liveFor(rig, 1.5);
    const started = await rig.state('tickets');
    expect(started.round).toMatchObject({ done: false, read: 0, total: 2_500, topId: '12499' });

    await liveFor(rig, 2.5);
    expect((await rig.state('tickets')).round).toMatchObject({ done: false, read: 1_000 });
    // 1,000 records by the hundred, their associations, and the run's own searches and daily looks.
    expect(await liveFor(rig, 3)).toBeLessThan(60);
    expect((await rig.state('tickets')).round).toMatchObject({ done: true, read: 2_500, held: 2_500 });
    expect(await rig.versions('1', 'tickets', '10000')).toHaveLength(1);
  });

  it('has everything read again where HubSpot counts records that are not held', async () => {
    const rig = await open();
    await rig.sync();
    // Held as deleted; it came back without a date and without an event.
    await rig.store.endRecords('deals', [{ id: '21', effectiveAt: rig.now() + 1 }], rig.now() + 1);
    await liveFor(rig, 6);
    expect((await rig.store.countRecords()).deals).toBe(0);
    await liveFor(rig, 2);
    expect((await rig.store.countRecords()).deals).toBe(1);
    expect((await rig.versions('1', 'deals', '21')).at(-1)).toMatchObject({ amount: 1200.5 });
  });

  it('costs nothing for a day after everything was read', async () => {
    const rig = await open({ ...SMALL, tickets: TICKETS });
    await rig.sync();
    rig.advance(HOUR_MS);
    rig.sandbox.resetStats();
    await rig.sync();
    expect(rig.sandbox.stats().total).toBe(6);
    rig.advance(DAY_MS - 2 * HOUR_MS);
    rig.sandbox.resetStats();
    await rig.sync();
    // The UTC day is another: definitions, archived records. No record by its id.
    expect(rig.calls()).not.toHaveProperty('POST objects/tickets/batch/read');
  });
});
