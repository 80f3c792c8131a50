/** Custom objects, which come in because the model names them: synced, scored, told and let go like any other records. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readScorecard } from '../../src/http/read-scorecard.ts';
import { companyId } from '../../src/ids.ts';
import { ALL_SCOPES } from '../../src/local/sandbox/object-types.ts';
import type { PortalData, PortalRecord } from '../../src/local/sandbox/portal-data.ts';
import type { Store } from '../../src/store/open-store.ts';
import { modelWith } from '../scoring/own-account.ts';
import { onEachEngine, openTestStore } from '../store/test-store.ts';
import { type CycleRig, MODEL, openCycleRig } from './cycle-rig.ts';
import { DAY_MS, NOW, OVERDUE, PAID, SMALL_PORTAL } from './small-portal.ts';

const iso = (daysAgo: number) => new Date(NOW - daysAgo * DAY_MS).toISOString();
const project = (id: string, startedAgo: number, company: string): PortalRecord => ({
  id,
  properties: {
    started: iso(startedAgo).slice(0, 10),
    hs_createdate: iso(startedAgo),
    hs_lastmodifieddate: iso(1),
  },
  associations: { companies: [company] },
});
const DATA: Partial<PortalData> = {
  objects: { ...SMALL_PORTAL.objects, projects: [project('901', 5, PAID), project('902', 50, PAID)] },
  extraProperties: { projects: [{ name: 'started', type: 'date' }] },
};
const model = modelWith({
  version: 'projects',
  dimensions: {
    ...MODEL.dimensions,
    adoption: {
      weight: 100,
      signals: {
        projects: {
          weight: 1,
          curve: [
            [0, 0],
            [4, 100],
          ],
          mapped: { object: '2-1', property: 'started', kind: 'count', windowDays: 365, label: { en: 'Projects' } },
        },
      },
    },
  },
});

onEachEngine('custom objects', (engine) => {
  let store: Store;
  const rigs: CycleRig[] = [];
  beforeAll(async () => {
    store = await openTestStore(engine);
  });
  afterAll(async () => {
    for (const rig of rigs) await rig.close();
    await store.close();
  });
  const open = async (...given: Parameters<typeof openCycleRig> extends [unknown, ...infer Rest] ? Rest : never) => {
    const rig = await openCycleRig(store, ...given);
    rigs.push(rig);
    return rig;
  };
  const readingOf = async (rig: CycleRig, id = PAID) => {
    const health = (await rig.cycle({ model })).scored.get(id)?.health;
    if (health === undefined || health.state === 'not_customer') throw new Error(`${id} is no customer.`);
    return health.signals.find(({ signal }) => signal === 'projects')?.reading;
  };

  it('are read, counted, shown with their records, and followed when they change and go', async () => {
    const rig = await open(DATA);
    expect(await readingOf(rig)).toMatchObject({ kind: 'scored', raw: 2 });
    expect((await rig.store.countRecords())['2-1']).toBe(2);
    const card = await readScorecard(rig.store, companyId(PAID), 'en');
    expect(card.receipt.find(({ signal }) => signal === 'projects')).toMatchObject({
      label: 'Projects',
      evidence: 'Projects: 2 in the last 365 days.',
      records: [
        { objectType: '2-1', id: '901', label: 'Record of Jun 10, 2026' },
        { objectType: '2-1', id: '902' },
      ],
    });
    expect(card.receipt.find(({ signal }) => signal === 'projects')?.records[0]?.url).toMatch(/\/record\/2-1\/901$/);

    rig.advance(DAY_MS);
    rig.sandbox.portal.upsert('2-1', { ...project('903', 1, PAID), properties: { started: iso(1).slice(0, 10) } });
    expect(await readingOf(rig)).toMatchObject({ kind: 'scored', raw: 3 });
    rig.advance(DAY_MS);
    rig.sandbox.portal.archive('2-1', '901');
    expect(await readingOf(rig)).toMatchObject({ kind: 'scored', raw: 2 });

    await rig.store.purge('companies', PAID);
    expect(await rig.store.companiesOf('2-1', ['902', '903'], 0)).toEqual([]);
  });

  it('nobody who has none is unknown, for the portal has some', async () => {
    expect(await readingOf(await open(DATA), OVERDUE)).toMatchObject({ kind: 'scored', raw: 0 });
  });

  it('are not read unless the model names them', async () => {
    const rig = await open(DATA);
    await rig.cycle();
    expect(Object.keys(rig.calls()).filter((path) => path.includes('2-1'))).toEqual([]);
  });

  it('without the scope, or in a portal that has no such object, are unknown for that reason', async () => {
    const scopes = ALL_SCOPES.filter((scope) => scope !== 'crm.objects.custom.read');
    expect(await readingOf(await open(DATA, { scopes }))).toMatchObject({ kind: 'unknown', reason: 'scope_missing' });
    expect(await readingOf(await open())).toMatchObject({ kind: 'unknown', reason: 'type_missing' });
  });
});
