/** A portal whose people published a model is scored by it from the next cycle on; between cycles by that of the latest. */
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { makePortalWorker } from '../../src/jobs/portal-worker.ts';
import { makeProgressMeter } from '../../src/jobs/progress-meter.ts';
import type { Store } from '../../src/store/open-store.ts';
import { onEachEngine, openTestStore } from '../store/test-store.ts';
import { MODEL, openCycleRig } from './cycle-rig.ts';
import { OVERDUE } from './small-portal.ts';

onEachEngine('a model of the portal’s own', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await openTestStore(engine);
  });
  afterAll(() => store.close());

  test('scores from the next cycle on; one that cannot be read stops the cycle, and says so', async () => {
    const rig = await openCycleRig(store);
    const errors: { err?: Error }[] = [];
    const meter = makeProgressMeter({ client: rig.client, clock: rig.now });
    const worker = makePortalWorker({
      ...{ client: rig.client, store, portalId: rig.store.portalId, model: MODEL, language: 'en', meter },
      clock: rig.now,
      pause: async () => {},
      log: { info: () => {}, error: (fields: object) => void errors.push(fields) },
      onCycle: () => {},
    });
    onTestFinished(async () => {
      await worker.stop();
      await rig.close();
    });
    const publish = (version: string, content: unknown, fromRevision: number) => {
      const by = { kind: 'service' } as const;
      const audit = { at: 1, actor: by, kind: 'model_published', about: 'Own', before: null, after: null } as const;
      return rig.store.putModelInUse({ name: 'Own', version, fresh: { content, yaml: '' }, fromRevision, audit });
    };
    const cycleOf = async () => {
      const cycle = await rig.store.latestCycle();
      return [cycle?.modelName, cycle?.modelVersion];
    };
    await worker.cycle();
    expect(await cycleOf()).toEqual([MODEL.name, MODEL.version]);
    const before = rig.shown(OVERDUE).account_health_score;

    // Of what the portal owes nothing counts any more.
    const { billing: _, ...dimensions } = MODEL.dimensions;
    // And a custom object is read besides.
    const label = { en: 'Projects' };
    const projects = {
      ...{
        weight: 0,
        curve: [
          [0, 0],
          [9, 100],
        ],
        whenUnknown: 'skip',
        settings: {},
      },
      mapped: { object: '2-99', property: 'begun', kind: 'count', windowDays: 9, label },
    };
    const own = { ...dimensions, mine: { weight: 0, signals: { projects } } };
    await publish('1', { ...MODEL, name: 'Own', version: '1', dimensions: own, caps: [] }, 0);
    rig.advance(60_000);
    await rig.store.touch([{ objectType: 'companies', id: OVERDUE, touchedAt: rig.now() }]);
    worker.wake();
    while ((await rig.store.touched(10)).length > 0) await new Promise(setImmediate);
    expect(rig.shown(OVERDUE).account_health_score).toBe(before);

    rig.advance(60_000);
    await worker.cycle();
    expect(await cycleOf()).toEqual(['Own', '1']);
    expect(Number(rig.shown(OVERDUE).account_health_score)).toBeGreaterThan(Number(before));
    expect(meter.snapshot().types.map(({ objectType }) => objectType)).toContain('2-99');

    await publish('2', { name: 'Own', version: '2', of: 'another app' }, 1);
    rig.advance(60_000);
    await worker.cycle();
    expect(await cycleOf()).toEqual(['Own', '1']);
    expect(errors.map(({ err }) => err?.message)).toContainEqual(
      expect.stringMatching(/^The portal's own health model "Own" 2 cannot be read by this version of the app/),
    );
    expect(meter.snapshot().last?.failure).toBe('set_up');
  });
});
