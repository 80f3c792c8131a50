import type { ScheduleAnswer } from '@account-health/contract/settings';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Store } from '../../../src/store/open-store.ts';
import { onEachEngine, openTestStore } from '../../store/test-store.ts';
import { openServedPortal, type ServedPortal } from './served-portal.ts';

const PATH = '/api/settings/schedule';
const DAILY = { every: 'daily', atHour: 6 } as const;
const HOURLY = { every: 'hourly', atHour: 6 } as const;

const look = async (portal: ServedPortal, query = '') => (await portal.ask<ScheduleAnswer>('GET', PATH + query)).body;
const change = (portal: ServedPortal, version: number, schedule: unknown, more = {}) =>
  portal.ask<ScheduleAnswer & { error?: string }>('PUT', PATH, { body: { version, schedule }, ...more });

onEachEngine('the schedule', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await openTestStore(engine);
  });
  afterAll(() => store.close());

  test('is the service’s own until somebody sets one; then it is theirs, and holds at once', async () => {
    const rescheduled: number[] = [];
    const portal = await openServedPortal(store, {
      work: { reschedule: async (id) => void rescheduled.push(id) },
    });
    expect(await look(portal)).toEqual({ version: 0, schedule: null, next: null });
    const changed = await change(portal, 0, DAILY);
    expect(changed).toEqual({ status: 200, body: { version: 1, schedule: DAILY, next: null } });
    expect(await look(portal)).toEqual(changed.body);
    expect(rescheduled).toEqual([portal.rig.store.portalId]);
    const [entry] = await portal.rig.store.auditEntries({ below: null, limit: 1 });
    expect(entry).toMatchObject({
      kind: 'schedule_changed',
      actor: { kind: 'user', userId: '1', email: 'admin@portal.example' },
      before: null,
      after: DAILY,
    });
  });

  test('is changed from what somebody saw, once; said again it changes nothing', async () => {
    const portal = await openServedPortal(store);
    await change(portal, 0, DAILY);
    expect((await change(portal, 0, DAILY)).body).toMatchObject({ version: 1, schedule: DAILY });
    const stale = await change(portal, 0, HOURLY);
    expect([stale.status, stale.body]).toEqual([
      409,
      { error: expect.stringContaining('Somebody else'), version: 1, schedule: DAILY, next: null },
    ]);
    // What holds already, said of a version that nobody can have seen.
    expect((await change(portal, 7, DAILY)).status).toBe(409);
    await change(portal, 1, HOURLY);
    const log = await portal.rig.store.auditEntries({ below: null, limit: 9 });
    expect(log.map(({ before, after }) => [before, after])).toEqual([
      [DAILY, HOURLY],
      [null, DAILY],
    ]);
  });
});

test('the next starts are told in the reader’s words and the portal’s time', async () => {
  const store = await openTestStore();
  try {
    const portal = await openServedPortal(store, {
      work: { nextCycles: () => [Date.UTC(2026, 5, 15, 11, 15), Date.UTC(2026, 5, 15, 12, 15)] },
    });
    await portal.rig.cycle();
    expect((await look(portal)).next).toBe(
      'Next: Jun 15, 2026, 1:15 PM (in 1 hour). After that: Jun 15, 2026, 2:15 PM (in 2 hours).',
    );
    expect((await look(portal, '?locale=it')).next).toMatch(
      /^Prossimo avvio: 15 giu 2026, 13:15 \(tra 1 ora\)\. Poi: /,
    );
    expect((await look(portal, '?locale=%F0%9F%98%80')).next).toMatch(/^Next: /);
  } finally {
    await store.close();
  }
});

test('only who may changes it, and only to what it can be', async () => {
  const store = await openTestStore();
  try {
    const portal = await openServedPortal(store);
    expect((await change(portal, 0, DAILY, { as: 'rep' })).status).toBe(403);
    expect((await portal.ask('GET', PATH, { as: 'rep' })).status).toBe(200);
    for (const wrong of [
      { ...DAILY, atHour: 24 },
      { ...DAILY, atHour: 1.5 },
      { ...DAILY, every: 'weekly' },
      { every: 'daily' },
      { ...DAILY, minute: 3 },
      null,
    ])
      expect((await change(portal, 0, wrong)).status).toBe(400);
    expect((await change(portal, -1, DAILY)).status).toBe(400);
    expect(await look(portal)).toMatchObject({ version: 0, schedule: null });
  } finally {
    await store.close();
  }
});
