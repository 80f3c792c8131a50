import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { ScopeMissing } from '../../src/errors.ts';
import type { PortalClient } from '../../src/hubspot/portal-client.ts';
import { companyId } from '../../src/ids.ts';
import type { PortalData } from '../../src/local/sandbox/portal-data.ts';
import type { ReadPlan, TypePlan } from '../../src/scoring/read-plan.ts';
import type { Store } from '../../src/store/open-store.ts';
import { type HistoriesJob, readHistories } from '../../src/sync/read-histories.ts';
import { openTestStore } from '../store/test-store.ts';
import { DAY_MS, NOW, openPortalRig, type PortalRig, record, SMALL } from './portal-rig.ts';

const DEALS: TypePlan = {
  objectType: 'deals',
  properties: ['amount', 'closedate', 'createdate', 'dealstage', 'hs_is_closed'],
  history: ['dealstage'],
  associations: ['companies'],
};
const PLAN: ReadPlan = [
  { objectType: 'companies', properties: ['hs_csm_sentiment', 'name'], associations: [] },
  DEALS,
  { objectType: 'tickets', properties: ['createdate', 'subject'], associations: ['companies'] },
];
const LONG_AGO = Date.UTC(2025, 5, 1);
const many = (count: number): PortalData['objects'] => ({
  ...SMALL,
  deals: Array.from({ length: count }, (_, index) =>
    record(1_000 + index, { dealstage: 'closedwon', createdate: '2025-01-01' }, { companies: ['1'] }),
  ),
});
/** Every deal was in another stage before. */
const pastOf: PortalData['pastOf'] = (objectType) =>
  objectType === 'deals'
    ? {
        dealstage: [
          { value: 'contractsent', at: LONG_AGO },
          { value: 'closedwon', at: LONG_AGO + DAY_MS },
        ],
      }
    : {};

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

async function open(objects: PortalData['objects'], plan = PLAN): Promise<PortalRig> {
  const rig = await openPortalRig(store, objects, { pastOf });
  onTestFinished(rig.close);
  await rig.sync({ plan });
  return rig;
}

interface Asked {
  readonly type: string;
  readonly ids: readonly string[];
  readonly properties: readonly string[];
}

/** A client that writes down what is asked of the past; `before` each call. */
function watched(client: PortalClient, before: (call: number) => void = () => {}) {
  const asked: Asked[] = [];
  const pasts: PortalClient['pasts'] = async (type, ids, properties, order) => {
    before(asked.length + 1);
    asked.push({ type, ids, properties });
    return await client.pasts(type, ids, properties, order);
  };
  return { asked, client: { ...client, pasts } };
}

const run = (rig: PortalRig, client = rig.client, job: Partial<HistoriesJob> = {}): Promise<boolean> =>
  readHistories({
    client,
    store: rig.store,
    plan: PLAN,
    timeZone: 'UTC',
    clock: rig.now,
    until: Number.POSITIVE_INFINITY,
    ...job,
  });

/** How many deals have a past, of those that company 1 has. */
async function withPast(rig: PortalRig): Promise<number> {
  const account = await rig.store.account(companyId('1'));
  return (account?.records ?? []).filter(({ history }) => history !== undefined).length;
}

it('reads the past of each record once, 50 a call, and of no type and property that the plan does not name', async () => {
  const rig = await open(many(120));
  const { client, asked } = watched(rig.client);
  rig.sandbox.resetStats();
  expect(await run(rig, client)).toBe(true);
  expect(asked.map(({ ids }) => ids.length).toSorted((a, b) => a - b)).toEqual([20, 50, 50]);
  expect(new Set(asked.flatMap(({ ids }) => ids)).size).toBe(120);
  expect(asked.every(({ type, properties }) => type === 'deals' && properties.join() === 'dealstage')).toBe(true);
  expect(rig.calls()).toEqual({ 'POST objects/deals/batch/read': 3 });
  const [account] = await rig.facts();
  expect(account?.records.find(({ id }) => id === '1000')?.history).toEqual({
    dealstage: {
      readAt: NOW,
      values: [
        { at: LONG_AGO, value: 'contractsent' },
        { at: LONG_AGO + DAY_MS, value: 'closedwon' },
      ],
    },
  });
  expect(await run(rig, client)).toBe(true);
  await rig.sync({ plan: PLAN });
  await run(rig, client);
  expect(asked).toHaveLength(3);
});

it('goes on after a kill with what is not held: the batches that were under way are lost alone', async () => {
  const rig = await open(many(450));
  const broken = watched(rig.client, (call) => {
    if (call > 5) throw new Error('killed');
  });
  await expect(run(rig, broken.client)).rejects.toThrow('killed');
  expect(await withPast(rig)).toBe(250);
  const { client, asked } = watched(rig.client);
  await run(rig, client);
  expect(asked).toHaveLength(4);
  expect(await withPast(rig)).toBe(450);
});

it('ends when its time is over, and goes on in the next run', async () => {
  const rig = await open(many(450));
  expect(await run(rig, rig.client, { until: rig.now() })).toBe(false);
  expect(await withPast(rig)).toBe(0);
  // Time passes while HubSpot answers.
  const { client, asked } = watched(rig.client, () => rig.advance(1));
  expect(await run(rig, client, { until: rig.now() + 1 })).toBe(false);
  expect([asked.length, await withPast(rig)]).toEqual([8, 400]);
  expect(await run(rig)).toBe(true);
  expect(await withPast(rig)).toBe(450);
});

it('asks for a new property alone where the plan grows by one, and for all of records that are new to it', async () => {
  const rig = await open(many(60));
  await run(rig);
  rig.sandbox.portal.upsert('deals', { id: '7', properties: { dealstage: 'x' }, associations: { companies: ['1'] } });
  // Reading another property has the whole type read again: what came since was there before we were running.
  const grown = PLAN.map((type) =>
    type === DEALS
      ? { ...DEALS, properties: [...DEALS.properties, 'dealname'], history: ['amount', 'dealstage'] }
      : type,
  );
  rig.advance(DAY_MS);
  await rig.sync({ plan: grown });
  const { client, asked } = watched(rig.client);
  await run(rig, client, { plan: grown });
  const ofBoth = asked.filter(({ properties }) => properties.length === 2);
  expect(ofBoth.map(({ ids }) => ids)).toEqual([['7']]);
  expect(
    asked.filter((one) => !ofBoth.includes(one)).map(({ ids, properties }) => [ids.length, ...properties]),
  ).toEqual([
    [50, 'amount'],
    [10, 'amount'],
  ]);
});

it('passes over records that came once we were running, and properties that the portal lacks', async () => {
  const rig = await open(many(2));
  rig.advance(DAY_MS);
  rig.sandbox.portal.upsert('deals', { id: '7', properties: { dealstage: 'x' }, associations: { companies: ['1'] } });
  await rig.sync({ plan: PLAN });
  const { client, asked } = watched(rig.client);
  const plan = PLAN.map((type) => (type === DEALS ? { ...DEALS, history: ['dealstage', 'no_such'] } : type));
  await run(rig, client, { plan });
  expect(asked).toEqual([{ type: 'deals', ids: ['1000', '1001'], properties: ['dealstage'] }]);
});

it.each([
  ['the scope is missing', () => Promise.reject(new ScopeMissing('no', ['crm.objects.deals.read']))],
  ['HubSpot refuses', () => Promise.resolve(undefined)],
])('%s: nothing fails, it is noted, and asked again on another day', async (_, pasts) => {
  const rig = await open(many(3));
  expect(await run(rig, { ...rig.client, pasts })).toBe(true);
  expect((await rig.state('deals')).history).toMatchObject({ done: false, refusedAt: NOW });
  const { client, asked } = watched(rig.client);
  await run(rig, client);
  expect(asked).toEqual([]);
  rig.advance(DAY_MS);
  await run(rig, client);
  expect([asked.length, await withPast(rig)]).toEqual([1, 3]);
});

it('where HubSpot cannot answer now, the next run goes on', async () => {
  const rig = await open(many(3));
  rig.sandbox.setFaults({ queue: [{ kind: '503', match: 'batch/read', times: 99 }] });
  expect(await run(rig)).toBe(false);
  rig.sandbox.setFaults('none');
  expect(await run(rig)).toBe(true);
  expect(await withPast(rig)).toBe(3);
});

it('tells the refusal of a call from its answer: more than 50 records are refused', async () => {
  const rig = await open(many(51));
  const ids = Array.from({ length: 51 }, (_, index) => String(1_000 + index));
  expect(await rig.client.pasts('deals', ids, ['dealstage'])).toBeUndefined();
  expect((await rig.client.pasts('deals', ids.slice(1), ['dealstage']))?.records).toHaveLength(50);
});

it('leaves out what was purged', async () => {
  const rig = await open(many(3));
  const { client } = watched(rig.client);
  const pasts: PortalClient['pasts'] = async (...call) => {
    const answer = await client.pasts(...call);
    await rig.store.purge('deals', '1001');
    return answer;
  };
  await run(rig, { ...client, pasts });
  expect(await withPast(rig)).toBe(2);
});
