/** Companies under a label of the portal's: read beside the associations, by whatever way the records come. */
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { RetryLater } from '../../src/errors.ts';
import type { PortalClient } from '../../src/hubspot/portal-client.ts';
import type { PortalAssociationLabel } from '../../src/local/sandbox/portal-data.ts';
import type { SandboxOptions } from '../../src/local/sandbox/start-sandbox.ts';
import type { ReadPlan } from '../../src/scoring/read-plan.ts';
import type { Store } from '../../src/store/open-store.ts';
import { onEachEngine, openTestStore } from '../store/test-store.ts';
import { DAY_MS, openPortalRig, PLAN, type PortalRig, record, SMALL } from './portal-rig.ts';

const DEALS = 2_748;
const FIRST = 1_000;
const BATCH_READ = 'POST associations/deals/companies/batch/read';

const planWith = (...labels: readonly string[]): ReadPlan =>
  PLAN.map((one) => (one.objectType === 'deals' ? { ...one, labelled: { property: 'referrers', labels } } : one));

const idOf = (place: number) => String(FIRST + place);
/** Each deal is company 1's; every third has company 2 too, as its referrer every sixth, under another label every ninth. */
const OBJECTS = {
  companies: SMALL.companies ?? [],
  deals: Array.from({ length: DEALS }, (_, place) =>
    record(FIRST + place, { createdate: '2025-01-10T09:00:00Z' }, { companies: place % 3 === 0 ? ['1', '2'] : ['1'] }),
  ),
};
const label = (place: number, text: string): PortalAssociationLabel => ({
  from: 'deals',
  id: idOf(place),
  to: 'companies',
  toId: '2',
  label: text,
});
const LABELS = Array.from({ length: DEALS }, (_, place) => [
  ...(place % 9 === 0 ? [label(place, 'Billing')] : []),
  ...(place % 6 === 0 ? [label(place, 'Referrer')] : []),
]).flat();
const EXPECTED = Array.from({ length: DEALS }, (_, place) => [idOf(place), place % 6 === 0 ? ['2'] : []]);

onEachEngine('labels', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await openTestStore(engine);
  });
  afterAll(() => store.close());

  async function open(options: Partial<SandboxOptions> = {}, objects: typeof OBJECTS = OBJECTS) {
    const rig = await openPortalRig(store, objects, { ...options, labels: LABELS });
    onTestFinished(rig.close);
    return rig;
  }
  /** What is held of each deal, by id. */
  async function referrers(rig: PortalRig) {
    const first = (await rig.facts()).find(({ companyId }) => companyId === '1');
    const deals = (first?.records ?? []).filter(({ objectType }) => objectType === 'deals');
    return deals.map(({ id, versions }) => [id, versions.at(-1)?.values?.referrers]);
  }
  const callsOf = ({ calls }: PortalRig) => calls()[BATCH_READ] ?? 0;

  it.each([
    ['follows its cursor', 'opaque'],
    ['begins anywhere', 'id'],
  ] as const)('are those of each record, where the list %s, at a call a 1,000 records or so', async (_, listCursor) => {
    const rig = await open({ listCursor });
    await rig.sync({ plan: planWith('referrer') });
    expect(await referrers(rig)).toEqual(EXPECTED);
    expect(rig.calls()['GET objects/deals']).toBeGreaterThan(0);
    // No batch is begun before 800 wait, and none is cut.
    expect(callsOf(rig)).toBeLessThanOrEqual(Math.ceil(DEALS / 800));
    // Companies are linked by the same calls.
    const second = (await rig.facts()).find(({ companyId }) => companyId === '2');
    expect(second?.records).toHaveLength(DEALS / 3);
  });

  it('any of several will do; one that nobody uses finds nobody', async () => {
    const objects = { ...OBJECTS, deals: OBJECTS.deals.slice(0, 19) };
    const rig = await open({}, objects);
    await rig.sync({ plan: planWith('billing', 'referrer') });
    const named = (await referrers(rig)).flatMap(([id, ids]) => (String(ids) === '2' ? [Number(id) - FIRST] : []));
    expect(named).toEqual([0, 6, 9, 12, 18]);
    rig.advance(DAY_MS / 24);
    // Other labels: every deal is read again, though nothing changed.
    const outcome = await rig.sync({ plan: planWith('refer') });
    expect([outcome.deals?.read, outcome.companies?.read]).toEqual([19, 0]);
    expect((await referrers(rig)).flatMap(([, ids]) => ids)).toEqual([]);
  });

  it('what changed is read with its labels, at one call', async () => {
    const rig = await open({}, { ...OBJECTS, deals: OBJECTS.deals.slice(0, 5) });
    await rig.sync({ plan: planWith('referrer') });
    rig.advance(DAY_MS / 24);
    rig.sandbox.portal.upsert('deals', { id: idOf(3), properties: { amount: '7' } });
    rig.sandbox.portal.label('deals', idOf(3), 'companies', '2', ['REFERRER ']);
    rig.sandbox.resetStats();
    await rig.sync({ plan: planWith('referrer') });
    expect((await referrers(rig)).at(3)).toEqual([idOf(3), ['2']]);
    expect(callsOf(rig)).toBe(1);
    // Once more for the lag of HubSpot's search; then nothing has changed.
    for (const calls of [1, 0]) {
      rig.advance(DAY_MS / 24);
      rig.sandbox.resetStats();
      await rig.sync({ plan: planWith('referrer') });
      expect(callsOf(rig)).toBe(calls);
    }
  });

  it('without any to look for, nothing is asked, and nothing kept', async () => {
    const objects = { ...OBJECTS, deals: OBJECTS.deals.slice(0, 50) };
    const rig = await open({}, objects);
    let asked = 0;
    const client: PortalClient = Object.assign(Object.create(rig.client), {
      labelledAssociations: () => {
        asked += 1;
        throw new Error('Nobody should ask.');
      },
    });
    await rig.sync({ client });
    // What changed comes by search, whose associations are asked for on their own.
    rig.advance(DAY_MS / 24);
    rig.sandbox.portal.upsert('deals', { id: idOf(3), properties: { amount: '7' } });
    await rig.sync({ client });
    expect([asked, callsOf(rig)]).toEqual([0, 1]);
    expect(await referrers(rig)).toEqual(objects.deals.map(({ id }) => [id, undefined]));
  });

  it('a run that died before they were read is made up for by the next, which reads no page again', async () => {
    const rig = await open();
    const failing: PortalClient = Object.assign(Object.create(rig.client), {
      labelledAssociations: () => Promise.reject(new RetryLater('Not now.', 1_000)),
    });
    const plan = planWith('referrer');
    await expect(rig.sync({ client: failing, plan })).rejects.toThrow(RetryLater);
    expect(await referrers(rig)).toEqual([]);
    const staged = (await rig.store.stagedPages('deals')) as readonly { content: { records: readonly unknown[] } }[];
    const waiting = staged.reduce((sum, { content }) => sum + content.records.length, 0);
    expect(waiting).toBeGreaterThan(800);
    expect((await rig.sync({ plan })).deals?.read).toBe(DEALS - waiting);
    expect(await referrers(rig)).toEqual(EXPECTED);
  });
});
