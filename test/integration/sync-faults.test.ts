/** A full sync from a portal that fails in every way that HubSpot and the network do. */
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { RetryLater } from '../../src/errors.ts';
import type { FaultPlan } from '../../src/local/sandbox/faults.ts';
import type { ListCursor } from '../../src/local/sandbox/objects-list.ts';
import type { Store } from '../../src/store/open-store.ts';
import { onEachEngine, openTestStore } from '../store/test-store.ts';
import { type FaultRig, LIMITS, openFaultRig, type SeenCall } from './fault-rig.ts';
import { SYNC_AT } from './hard-portal.ts';
import { differing, type HeldFacts, readHeldFacts } from './held-facts.ts';

/** One call in twenty. A stalled answer outlives the client's deadline, whatever that is. */
const KINDS = ['429', '423', '477', '500', '502', 'reset', 'truncated', 'stall'] as const;
const ONE_IN_TWENTY = Object.fromEntries(KINDS.map((kind) => [kind, 0.05 / KINDS.length]));
/** A fault costs a call and its wait: of a whole window after a 429, and of a backoff after the others. */
const FAULT_MS = 12_000;
/**
 * Two runs do not ask for quite the same pages. Where several lists of a type are read, how much they bring and how much
 * searches do differs from run to run, and a list takes twice the calls of a search.
 */
const MORE_CALLS = { opaque: 1.25, id: 2 } as const;
/** Lists and searches of all object types that may be under way or wait for their turn: one and six of each. */
const OPEN = 42;
/** Of one call. */
const TRIES = 6;
/** Not enough for one call to use up its tries. */
const BURST = 5;

onEachEngine('a full sync from a portal that fails', (engine) => {
  let store: Store;
  let facts: HeldFacts;
  /** What a sync without faults takes, by what the lists' cursors are made of. */
  let calm: Readonly<Record<ListCursor, { readonly calls: number; readonly tookMs: number }>>;
  beforeAll(async () => {
    store = await openTestStore(engine);
    const sync = async (listCursor: ListCursor) => {
      const rig = await openFaultRig(store, { listCursor });
      await rig.sync();
      facts = await readHeldFacts(rig.store);
      await rig.close();
      return { calls: rig.calls.length, tookMs: rig.time.clock() - SYNC_AT };
    };
    calm = { opaque: await sync('opaque'), id: await sync('id') };
  });
  afterAll(() => store.close());

  async function open(listCursor: ListCursor, faults: FaultPlan = {}): Promise<FaultRig> {
    const rig = await openFaultRig(store, { listCursor, faults });
    onTestFinished(rig.close);
    return rig;
  }

  async function expectSameFacts(rig: FaultRig): Promise<void> {
    expect(differing(await readHeldFacts(rig.store), facts)).toEqual([]);
  }

  it('at one call in twenty ends with the same facts, in bounded time, with one call more for each that failed', async () => {
    const plans: readonly (readonly [ListCursor, FaultPlan])[] = [
      // Each kind once; many 429s, which say when to come back; many bodies that are cut short.
      ['opaque', { seed: 35 }],
      ['id', { seed: 52, retryAfterSeconds: 3 }],
      ['opaque', { seed: 300 }],
      ['id', { seed: 80 }],
    ];
    const runs = await Promise.all(
      plans.map(async ([cursor, plan]) => ({ cursor, rig: await open(cursor, { ...plan, chance: ONE_IN_TWENTY }) })),
    );
    await Promise.all(runs.map(({ rig }) => rig.sync()));
    for (const { cursor, rig } of runs) {
      await expectSameFacts(rig);
      const { total, faults, peak, overLimit } = rig.sandbox.stats();
      expect(faults).toBeGreaterThanOrEqual(6);
      expect(total - faults).toBeLessThanOrEqual(MORE_CALLS[cursor] * calm[cursor].calls);
      expect(rig.time.clock() - SYNC_AT).toBeLessThanOrEqual(calm[cursor].tookMs + faults * FAULT_MS);
      for (const [budget, limit] of Object.entries(LIMITS)) {
        expect(peak[budget as keyof typeof LIMITS], budget).toBeLessThanOrEqual(limit);
      }
      expect(overLimit).toBe(0);
    }
    const [first] = runs;
    for (const status of ['429', '423', '477', '500', '502', 'reset']) {
      expect(first?.rig.sandbox.stats().byStatus[status], status).toBeGreaterThanOrEqual(1);
    }
  });

  it.each([
    { retryAfterSeconds: 17, quietMs: { general: 17_000, search: 17_000 } },
    { retryAfterSeconds: undefined, quietMs: { general: 10_000, search: 1_000 } },
  ])('makes no storm of a burst of 429s (Retry-After: $retryAfterSeconds)', async ({ retryAfterSeconds, quietMs }) => {
    const rig = await open('opaque');
    const burst: FaultPlan = {
      queue: ['GET /crm/objects/', '/search'].map((match) => ({ kind: '429', match, times: BURST })),
      ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
    };
    let pages = 0;
    const refuse = () => {
      pages += 1;
      // By then lists and searches of several types are under way.
      if (pages === 5) rig.sandbox.setFaults(burst);
    };
    await rig.sync({ onProgress: refuse });
    await expectSameFacts(rig);
    const refused = rig.calls.filter(({ answered }) => answered?.status === 429);
    expect(rig.calls.length - refused.length).toBeLessThanOrEqual(MORE_CALLS.opaque * calm.opaque.calls);
    for (const budget of ['general', 'search'] as const) {
      const calls = rig.calls.filter((call) => budgetOf(call) === budget);
      const moments = refused.filter((call) => budgetOf(call) === budget).map(({ answered }) => answered?.at ?? 0);
      expect(moments.length, budget).toBeGreaterThan(0);
      // Time stands still for the calls under way. After them, silence.
      for (const at of moments) {
        expect(calls.filter((call) => call.at > at && call.at < at + quietMs[budget])).toEqual([]);
      }
    }
  });

  it('gives up where 429s do not end, after few calls, and the next run goes on', async () => {
    const rig = await open('opaque');
    // Lists and searches: of lists alone it would not even tell.
    const refuse = () => rig.sandbox.setFaults({ queue: [{ kind: '429', match: '/crm/objects/', times: 10_000 }] });
    await expect(rig.sync({ onProgress: refuse })).rejects.toThrow(RetryLater);
    const refused = rig.calls.filter(({ answered }) => answered?.status === 429);
    expect(refused.length).toBeLessThanOrEqual(TRIES * OPEN);
    rig.sandbox.setFaults('none');
    await rig.sync();
    await expectSameFacts(rig);
  });

  it('gives up where it is told to come back much later (477), and the next run goes on', async () => {
    const rig = await open('opaque');
    const retryAfterSeconds = 7_200;
    let left = 3;
    const migrate = () => {
      left -= 1;
      if (left === 0) rig.sandbox.setFaults({ queue: [{ kind: '477', times: 1 }], retryAfterSeconds });
    };
    const failure = await rig.sync({ onProgress: migrate }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(RetryLater);
    expect(failure).toMatchObject({ afterMs: retryAfterSeconds * 1_000 });
    const held = await rig.store.countRecords();
    expect(Object.values(held).some((count) => count > 0)).toBe(true);

    rig.time.advance(retryAfterSeconds * 1_000);
    await rig.sync();
    await expectSameFacts(rig);
  });
});

function budgetOf({ name }: SeenCall): 'general' | 'search' | 'associations' {
  if (name.endsWith('/search')) return 'search';
  return name.includes('/associations/') ? 'associations' : 'general';
}
