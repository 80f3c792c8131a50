/** Until an admin says "start writing", scores are computed, kept and shown by us, and the portal is only read. */
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { companyId } from '../../src/ids.ts';
import type { Progress } from '../../src/jobs/refresh-portal.ts';
import type { Store } from '../../src/store/open-store.ts';
import { openTestStore } from '../store/test-store.ts';
import { openCycleRig } from './cycle-rig.ts';
import { openEventsRig } from './events-rig.ts';
import { NOW, OVERDUE, PAID } from './small-portal.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

const MINUTE_MS = 60_000;

async function open() {
  const rig = await openCycleRig(store);
  onTestFinished(rig.close);
  /** Calls that could change something in the portal: whatever is not reading by another name. */
  const changes = () =>
    Object.keys(rig.calls()).filter(
      (call) => !/^GET /.test(call) && !/\/(search|batch\/read)$/.test(call) && !call.includes('token-info'),
    );
  const published = async (id: string) => await rig.store.published(companyId(id));
  return { ...rig, changes, published };
}

test('a cycle makes no property and writes no company, and its scores are published in our store', async () => {
  const rig = await open();
  const steps = new Set<string>();
  const onProgress = ({ step }: Progress) => void steps.add(step);
  const { report, refused } = await rig.cycle({ writes: false, onProgress });
  // Nor is anybody told that it writes.
  expect([...steps]).toEqual(['sync', 'score']);
  expect(rig.changes()).toEqual([]);
  expect(rig.shown(PAID)).toEqual({});
  expect(refused).toEqual([]);
  expect(report.companies.scored).toBe(2);
  expect(await rig.published(PAID)).toMatchObject([{ asOf: NOW, score: 83, status: 'healthy' }]);
  const cycle = await rig.store.latestCycle();
  expect(cycle).toMatchObject({ published: true });
  // `doctor` must not tell that companies were written.
  expect(cycle?.context).not.toHaveProperty('written');
});

test('the first cycle that writes makes the properties and writes every customer, with the same scores', async () => {
  const rig = await open();
  const before = await rig.cycle({ writes: false });
  rig.advance(MINUTE_MS);
  const { report } = await rig.cycle();
  expect(rig.changes().length).toBeGreaterThan(0);
  expect(rig.shown(PAID)).toMatchObject({ account_health_score: '83', account_health_status: 'healthy' });
  expect(report.bands).toEqual(before.report.bands);
  expect(report.written.changed).toBe(before.report.written.changed);
});

test('neither the preview nor the first writing counts as a move of anybody', async () => {
  const rig = await open();
  await rig.cycle({ writes: false });
  rig.advance(MINUTE_MS);
  await rig.cycle();
  expect(await rig.store.bandEventsSince(0, 100)).toEqual({ events: [], total: 0 });
  const events = await rig.store.latestBandEvents([companyId(PAID), companyId(OVERDUE)]);
  expect([...events.values()].map(({ kind, at, own }) => [kind, at, own])).toEqual([
    ['started', NOW, null],
    ['started', NOW, null],
  ]);
});

test('an event rescores its company in our store, and writes it only where that is allowed', async () => {
  const rig = await openEventsRig(store);
  onTestFinished(rig.close);
  const shown = rig.shown(OVERDUE).account_health_score;
  let writes = false;
  const take = rig.takeTouched({ writes: async () => writes });
  rig.sandbox.portal.archive('invoices', '616');
  await rig.deliver();
  const taken = await take();
  expect([taken.rescored > 0, taken.written]).toEqual([true, 0]);
  expect(rig.shown(OVERDUE).account_health_score).toBe(shown);
  const [latest] = (await rig.store.published(companyId(OVERDUE))).toReversed();
  expect(String(latest?.score)).not.toBe(shown);

  writes = true;
  await rig.store.touch([{ objectType: 'companies', id: OVERDUE, touchedAt: rig.now() }]);
  rig.advance(MINUTE_MS);
  expect((await take()).written).toBe(1);
  expect(rig.shown(OVERDUE).account_health_score).toBe(String(latest?.score));
});
