import { type CycleProgress, NO_CYCLE_YET } from '@account-health/contract/progress';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Store } from '../../src/store/open-store.ts';
import { watchedCycle } from '../jobs/watched-cycle.ts';
import { openTestStore } from '../store/test-store.ts';
import { type SignedService, startSignedService } from './signed-service.ts';

const whole = z.int().min(0);
const share = z.number().min(0).max(1);
const moment = z.iso.datetime();

const FAILURES = ['unreachable', 'scopes', 'type_missing', 'disconnected', 'set_up', 'defect'] as const;

/** The contract, spelled out: nothing more, nothing less. */
const answer: z.ZodType<CycleProgress> = z.strictObject({
  state: z.enum(['idle', 'running']),
  step: z.enum(['sync', 'score', 'write']).nullable(),
  startedAt: moment.nullable(),
  records: z.strictObject({ read: whole, expected: whole.nullable() }),
  types: z.array(
    z.strictObject({ objectType: z.string().min(1), read: whole, expected: whole.nullable(), done: z.boolean() }),
  ),
  companies: z.strictObject({ scored: whole, expected: whole.nullable() }),
  perSecond: z.number().min(0).nullable(),
  calls: z.strictObject({ total: whole, rateLimited: whole, failed: whole }),
  budgets: z.strictObject({ general: share, search: share, associations: share }),
  highestBudget: share,
  secondsLeft: z.int().min(1).nullable(),
  last: z.strictObject({ finishedAt: moment, failure: z.enum(FAILURES).nullable() }).nullable(),
});

const OURS = 4_711;
const OTHERS = 4_712;

describe('GET /api/progress', () => {
  const cycle = watchedCycle();
  let store: Store;
  let service: SignedService;

  const read = async (portal = OURS): Promise<CycleProgress> => {
    const response = await service.ask('/api/progress', { portalId: portal });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    return answer.parse(await response.json());
  };

  beforeAll(async () => {
    store = await openTestStore();
    const progress = (portal: number) => (portal === OURS ? cycle.meter.snapshot() : undefined);
    service = await startSignedService(store, cycle.clock, undefined, progress);
  });
  afterAll(async () => {
    service.close();
    await store.close();
  });

  test('is idle before the first cycle, then tells how far it is, and how it ended', async () => {
    expect(await read()).toEqual(NO_CYCLE_YET);

    const { ended, succeed } = cycle.begin();
    cycle.budgets.general = { used: 99, limit: 110 };
    for (let page = 1; page <= 11; page += 1) {
      cycle.call(1);
      cycle.meter.see({ step: 'sync', objectType: 'deals', read: page * 100, expected: 5_000, done: false });
      cycle.advance(1_000);
    }
    const reading = await read();
    expect(reading).toMatchObject({
      state: 'running',
      step: 'sync',
      startedAt: '2026-06-15T10:00:00.000Z',
      records: { read: 1_100, expected: null },
      perSecond: 90.9,
      calls: { total: 11 },
      budgets: { general: 0.9 },
      highestBudget: 0.9,
      secondsLeft: null,
      last: null,
    });
    expect(reading.types).toContainEqual({ objectType: 'deals', read: 1_100, expected: 5_000, done: false });

    cycle.meter.see({ step: 'score', companies: 50, of: 100 });
    cycle.advance(5_000);
    cycle.meter.see({ step: 'score', companies: 75, of: 100 });
    expect(await read()).toMatchObject({ step: 'score', companies: { scored: 75, expected: 100 }, secondsLeft: 5 });

    succeed();
    await ended;
    const last = { finishedAt: '2026-06-15T10:00:16.000Z', failure: null };
    expect(await read()).toMatchObject({ state: 'idle', step: null, records: { read: 1_100 }, last });
  });

  test('tells why a cycle failed, and nothing of how we are built', async () => {
    const { ended, fail } = cycle.begin();
    fail(new TypeError('cannot read token of undefined'));
    await expect(ended).rejects.toThrow('token');
    const { last } = await read();
    expect(last?.failure).toBe('defect');
  });

  test('is of the signed portal only', async () => {
    expect(await read(OTHERS)).toEqual(NO_CYCLE_YET);
    const unsigned = await service.ask('/api/progress', { portalId: OURS, secret: 'of another app' });
    expect([unsigned.status, await unsigned.text()]).toEqual([401, '']);
    const swapped = await service.ask('/api/progress', {
      portalId: OTHERS,
      changePath: (path) => path.replace(String(OTHERS), String(OURS)),
    });
    expect(swapped.status).toBe(401);
  });

  test('is there too where no cycles run', async () => {
    const bare = await startSignedService(store, cycle.clock);
    const response = await bare.ask('/api/progress', { portalId: OURS });
    bare.close();
    expect(answer.parse(await response.json())).toEqual(NO_CYCLE_YET);
  });
});
