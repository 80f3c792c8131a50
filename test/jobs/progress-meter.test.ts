import { NO_CYCLE_YET } from '@account-health/contract/progress';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { InputError, PortalDisconnected, RetryLater, ScopeMissing, TypeMissing } from '../../src/errors.ts';
import { makeProgressMeter } from '../../src/jobs/progress-meter.ts';
import type { Progress } from '../../src/jobs/refresh-portal.ts';
import { readPlan } from '../../src/scoring/read-plan.ts';
import { SIGNALS } from '../../src/scoring/signals/registry.ts';
import type { Store } from '../../src/store/open-store.ts';
import type { SyncTick } from '../../src/sync/sync-progress.ts';
import { openTestStore } from '../store/test-store.ts';
import { openCycleRig } from './cycle-rig.ts';
import { STARTED, watchedCycle } from './watched-cycle.ts';

const TYPES = readPlan(SIGNALS).map(({ objectType }) => objectType);
const sync = (tick: Partial<SyncTick>): Progress => ({
  step: 'sync',
  objectType: 'deals',
  read: 0,
  expected: null,
  done: false,
  ...tick,
});

test('before the first cycle there is nothing to tell', () => {
  expect(watchedCycle().meter.snapshot()).toEqual(NO_CYCLE_YET);
});

test('the end of an earlier process lives on', () => {
  const { meter } = watchedCycle({ lastFinishedAt: STARTED - 60_000 });
  const last = { finishedAt: '2026-06-15T09:59:00.000Z', failure: null };
  expect(meter.snapshot()).toEqual({ ...NO_CYCLE_YET, last });
});

test('a cycle that has just begun: every type is there, and none is counted yet', () => {
  const { meter, begin } = watchedCycle();
  begin();
  expect(meter.snapshot()).toEqual({
    ...NO_CYCLE_YET,
    state: 'running',
    step: 'sync',
    startedAt: '2026-06-15T10:00:00.000Z',
    types: TYPES.map((objectType) => ({ objectType, read: 0, expected: null, done: false })),
  });
});

describe('records', () => {
  test('are expected in all once they are known of each type', () => {
    const { meter, begin } = watchedCycle();
    begin();
    const others = TYPES.filter((objectType) => objectType !== 'deals');
    for (const objectType of others) meter.see(sync({ objectType, read: 100, expected: 1_000 }));
    expect(meter.snapshot().records).toEqual({ read: 100 * others.length, expected: null });
    meter.see(sync({ read: 0, expected: null }));
    expect(meter.snapshot().records.expected).toBeNull();
    meter.see(sync({ read: 50, expected: 400 }));
    expect(meter.snapshot().records).toEqual({ read: 100 * others.length + 50, expected: 1_000 * others.length + 400 });
    const deals = { objectType: 'deals', read: 50, expected: 400, done: false };
    expect(meter.snapshot().types).toContainEqual(deals);
  });

  test('that came since HubSpot counted, or went, change what is expected', () => {
    const { meter, begin } = watchedCycle();
    begin();
    const deals = () => meter.snapshot().types.find(({ objectType }) => objectType === 'deals');
    meter.see(sync({ read: 105, expected: 100 }));
    expect(deals()).toEqual({ objectType: 'deals', read: 105, expected: 105, done: false });
    meter.see(sync({ read: 90, expected: 100, done: true }));
    expect(deals()).toEqual({ objectType: 'deals', read: 90, expected: 90, done: true });
    meter.see(sync({ read: 0, expected: null, done: true }));
    expect(deals()).toEqual({ objectType: 'deals', read: 0, expected: 0, done: true });
  });
});

test('rate and time left follow the clock, in each step by its own unit', () => {
  const { meter, begin, advance } = watchedCycle();
  begin();
  for (const objectType of TYPES) meter.see(sync({ objectType, read: 0, expected: 0, done: true }));
  for (let page = 1; page <= 50; page += 1) {
    advance(200);
    meter.see(sync({ read: page * 200, expected: 92_000 }));
  }
  expect(meter.snapshot()).toMatchObject({ step: 'sync', perSecond: 1_000, secondsLeft: 82 });
  advance(10_000);
  expect(meter.snapshot()).toMatchObject({ perSecond: 500, secondsLeft: 164 });

  meter.see({ step: 'score', companies: 100, of: 2_000 });
  expect(meter.snapshot()).toMatchObject({ step: 'score', perSecond: null, secondsLeft: null });
  for (let page = 2; page <= 7; page += 1) {
    advance(1_000);
    meter.see({ step: 'score', companies: page * 100, of: 2_000 });
  }
  expect(meter.snapshot()).toMatchObject({
    companies: { scored: 700, expected: 2_000 },
    perSecond: 100,
    secondsLeft: 13,
  });
  meter.see({ step: 'write', companies: 2_001, of: 2_000 });
  expect(meter.snapshot()).toMatchObject({
    step: 'write',
    companies: { scored: 2_001, expected: 2_001 },
    secondsLeft: null,
  });
});

test('calls are those of the cycle; after its end they stand', async () => {
  const { meter, begin, call } = watchedCycle();
  const cycle = begin();
  call(40, 2, 3);
  expect(meter.snapshot().calls).toEqual({ total: 40, rateLimited: 2, failed: 3 });
  cycle.succeed();
  await cycle.ended;
  call(10, 1, 1);
  expect(meter.snapshot().calls).toEqual({ total: 40, rateLimited: 2, failed: 3 });
  begin();
  call(5);
  expect(meter.snapshot().calls).toEqual({ total: 5, rateLimited: 0, failed: 0 });
});

test('budgets are shares of this moment, cycle or not, and never above one', () => {
  const { meter, budgets } = watchedCycle();
  budgets.general = { used: 55, limit: 110 };
  budgets.search = { used: 4, limit: 5 };
  expect(meter.snapshot()).toMatchObject({
    budgets: { general: 0.5, search: 0.8, associations: 0 },
    highestBudget: 0.8,
  });
  // HubSpot lowered the limit while calls held their places.
  budgets.associations = { used: 100, limit: 50 };
  expect(meter.snapshot()).toMatchObject({ budgets: { associations: 1 }, highestBudget: 1 });
});

describe('the end of a cycle', () => {
  test('gives what the cycle gave, and keeps its figures until the next begins', async () => {
    const { meter, begin, advance } = watchedCycle();
    const cycle = begin();
    meter.see(sync({ read: 300, expected: 300, done: true }));
    meter.see({ step: 'score', companies: 20, of: 20 });
    advance(90_000);
    cycle.succeed();
    expect(await cycle.ended).toBe('done');
    const last = { finishedAt: '2026-06-15T10:01:30.000Z', failure: null };
    expect(meter.snapshot()).toMatchObject({
      state: 'idle',
      step: null,
      startedAt: '2026-06-15T10:00:00.000Z',
      records: { read: 300 },
      companies: { scored: 20, expected: 20 },
      perSecond: null,
      secondsLeft: null,
      last,
    });

    advance(1_000);
    begin();
    expect(meter.snapshot()).toMatchObject({
      state: 'running',
      startedAt: '2026-06-15T10:01:31.000Z',
      records: { read: 0 },
      companies: { scored: 0, expected: null },
      last,
    });
  });

  test.each([
    [new InputError('Give another name.'), 'set_up'],
    [new PortalDisconnected('The token is not accepted'), 'disconnected'],
    [new TypeMissing('This portal has no invoices'), 'type_missing'],
    [new ScopeMissing('The token lacks tickets', ['tickets']), 'scopes'],
    [new RetryLater('HubSpot does not answer', 1_000), 'unreachable'],
    [new TypeError('cannot read secrets.path of undefined'), 'defect'],
  ])('in failure throws it on, and tells its kind: %s', async (error, failure) => {
    const { meter, begin, call } = watchedCycle();
    const cycle = begin();
    call(3);
    cycle.fail(error);
    await expect(cycle.ended).rejects.toBe(error);
    const last = { finishedAt: '2026-06-15T10:00:00.000Z', failure };
    expect(meter.snapshot()).toMatchObject({ state: 'idle', step: null, calls: { total: 3 }, last });

    const next = begin();
    next.succeed();
    await next.ended;
    expect(meter.snapshot().last?.failure).toBeNull();
  });
});

describe('a real cycle', () => {
  let store: Store;
  beforeAll(async () => {
    store = await openTestStore('pglite');
  });
  afterAll(() => store.close());

  test('is told as its report tells it', async () => {
    const rig = await openCycleRig(store);
    onTestFinished(() => rig.close());
    const meter = makeProgressMeter({ client: rig.client, clock: rig.now });
    const steps = new Set<string | null>();
    const onProgress = (progress: Progress) => {
      meter.see(progress);
      steps.add(meter.snapshot().step);
    };
    const { report } = await meter.run(() => rig.cycle({ onProgress, pastForMs: 0 }));
    const { records, types, companies, calls } = meter.snapshot();
    expect([...steps]).toEqual(['sync', 'score', 'write']);
    expect(Object.fromEntries(types.map(({ objectType, read }) => [objectType, read]))).toEqual(report.synced);
    expect(types.filter(({ done }) => !done)).toEqual([]);
    expect(records.expected).toBe(records.read);
    expect(companies).toEqual({ scored: 5, expected: 5 });
    expect(calls).toEqual(report.calls);
  });
});
