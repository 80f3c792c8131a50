import { afterAll, beforeAll, expect, test } from 'vitest';
import { portalId } from '../../src/ids.ts';
import { readAllUpkeep } from '../../src/jobs/read-upkeep.ts';
import type { Store } from '../../src/store/open-store.ts';
import { onEachEngine, openTestStore } from '../store/test-store.ts';

const PROFILE = { timeZone: 'UTC', currency: 'EUR', uiDomain: 'app.hubspot.com' };
const CYCLE = { published: true, asOf: 1, modelName: 'Standard B2B', modelVersion: '1.0.0', context: {} };

onEachEngine('upkeep', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await openTestStore(engine);
  });
  afterAll(() => store.close());

  test('of every portal with data: its last cycle, and what waits', async () => {
    expect(await readAllUpkeep(store)).toEqual([]);
    for (const id of [1, 2]) await store.portal(portalId(id)).saveProfile(PROFILE);
    for (const finishedAt of [500, 900, 700]) await store.portal(portalId(1)).saveCycle({ ...CYCLE, finishedAt });
    const touched = ['1', '2', '3'].map((id) => ({ objectType: 'deals' as const, id, touchedAt: 5 }));
    await store.portal(portalId(2)).touch(touched);
    expect(await readAllUpkeep(store)).toEqual([
      { lastCycleAt: 900, waitingRecords: 0 },
      { lastCycleAt: null, waitingRecords: 3 },
    ]);
  });
});
