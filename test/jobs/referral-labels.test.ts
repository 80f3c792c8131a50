/** Referrals told by the label of an association: from the portal to the card, and when labels go. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readScorecard } from '../../src/http/read-scorecard.ts';
import { readWebhookEvents } from '../../src/http/webhook-events.ts';
import { companyId } from '../../src/ids.ts';
import type { AsOf } from '../../src/jobs/as-of.ts';
import { makeTakeTouched } from '../../src/jobs/take-touched.ts';
import type { PortalEvent } from '../../src/local/sandbox/events.ts';
import type { PortalData, PortalRecord } from '../../src/local/sandbox/portal-data.ts';
import { planOf } from '../../src/scoring/model-signals.ts';
import type { Store } from '../../src/store/open-store.ts';
import { modelWith } from '../scoring/own-account.ts';
import { onEachEngine, openTestStore } from '../store/test-store.ts';
import { type CycleRig, MODEL, openCycleRig } from './cycle-rig.ts';
import { DAY_MS, NOW, OVERDUE, PAID, PROSPECT, SMALL_PORTAL } from './small-portal.ts';

const iso = (daysAgo: number) => new Date(NOW - daysAgo * DAY_MS).toISOString();
const deal = (id: string, dealname: string, ...companies: readonly string[]): PortalRecord => ({
  id,
  properties: {
    dealname,
    dealtype: 'newbusiness',
    createdate: iso(30),
    hs_is_closed: 'false',
    hs_is_closed_won: 'false',
    hs_lastmodifieddate: iso(20),
  },
  associations: { companies },
});
const label = (id: string, toId: string, text: string) => ({ from: 'deals', id, to: 'companies', toId, label: text });
/** The prospect's two deals: one brought by the paid customer, and one that it only pays for. */
const DATA: Partial<PortalData> = {
  objects: {
    ...SMALL_PORTAL.objects,
    deals: [
      ...(SMALL_PORTAL.objects.deals ?? []),
      deal('23', 'Harbour', PROSPECT, PAID),
      deal('24', 'Quay', PROSPECT, PAID),
    ],
  },
  associationLabels: [label('23', PAID, 'Referrer'), label('24', PAID, 'Billing')],
};
/** One referral loses points, so that the receipt has it. */
const CURVE = [
  [0, 0],
  [3, 100],
];
const modelNaming = (version: string, ...labels: readonly string[]) => {
  const referrals = { weight: 1, curve: CURVE, settings: { labels } };
  return modelWith({ version, dimensions: { ...MODEL.dimensions, advocacy: { weight: 50, signals: { referrals } } } });
};
const model = modelNaming('labels', 'referrer');
const REFERRED = { kind: 'scored', raw: 1, evidence: { message: 'referred', records: [{ id: '23' }] } };
const NOBODY = { kind: 'unknown', reason: 'no_data' };

onEachEngine('referrals by label', (engine) => {
  let store: Store;
  const rigs: CycleRig[] = [];
  beforeAll(async () => {
    store = await openTestStore(engine);
  });
  afterAll(async () => {
    for (const rig of rigs) await rig.close();
    await store.close();
  });
  const open = async (data = DATA) => {
    const rig = await openCycleRig(store, data);
    rigs.push(rig);
    return rig;
  };
  const readingOf = async (rig: CycleRig, id = PAID, by = model, asOf?: AsOf) => {
    const health = (await rig.cycle({ model: by, asOf })).scored.get(id)?.health;
    if (health === undefined || health.state === 'not_customer') throw new Error(`${id} is no customer.`);
    return health.signals.find(({ signal }) => signal === 'referrals')?.reading;
  };
  const deals = (rig: CycleRig) => rig.calls()['GET objects/deals'] ?? 0;

  it('are counted for whoever is labelled, and the card names the deal', async () => {
    const rig = await open();
    expect(await readingOf(rig)).toMatchObject(REFERRED);
    expect(await readingOf(rig, OVERDUE)).toMatchObject(NOBODY);
    const card = await readScorecard(rig.store, companyId(PAID), 'en');
    const row = card.receipt.find(({ signal }) => signal === 'referrals');
    expect(row).toMatchObject({ records: [{ objectType: 'deals', id: '23', label: 'Harbour' }] });
    expect(row?.evidence).toMatch(/^Referred 1 deal to us in 730 days, 0 of them won/);
  });

  it('a label that goes without any event is let go within the week', async () => {
    const rig = await open();
    await readingOf(rig);
    rig.sandbox.portal.label('deals', '23', 'companies', PAID, []);
    rig.advance(DAY_MS);
    // It bumps no date: nothing tells.
    expect(await readingOf(rig)).toMatchObject(REFERRED);
    for (let day = 0; day < 7; day += 1) {
      rig.advance(DAY_MS);
      await rig.cycle({ model });
    }
    expect(await readingOf(rig)).toMatchObject(NOBODY);
    // What was so is not forgotten.
    expect(await readingOf(rig, PAID, model, { day: '2026-06-16' })).toMatchObject(REFERRED);
  });

  it('an event is enough: the deal is looked at again at once', async () => {
    const rig = await open();
    await readingOf(rig);
    const heard: PortalEvent[] = [];
    rig.sandbox.portal.onEvent((event) => heard.push(event));
    rig.advance(DAY_MS);
    rig.sandbox.portal.label('deals', '24', 'companies', PAID, ['Billing', 'Referrer']);
    rig.sandbox.portal.label('deals', '23', 'companies', PAID, []);
    const { client, store: held, now: clock } = rig;
    for (const { touched } of readWebhookEvents(heard).portals)
      await held.touch(touched.map((record) => ({ ...record, touchedAt: clock() })));
    await makeTakeTouched({ client, store: held, plan: planOf(model), language: 'en', clock })();
    const facts = await held.account(companyId(PAID));
    const named = ['23', '24'].map((id) => facts?.records.find((one) => one.id === id)?.versions.at(-1)?.values);
    expect(named.map((values) => values?.referrers)).toEqual([[], [PAID]]);
  });

  it('a company that is merged hands its referrals on, and one that is deleted is named no more', async () => {
    const rig = await open({ ...DATA, associationLabels: [label('23', PAID, 'Referrer')] });
    await readingOf(rig);
    rig.advance(DAY_MS);
    rig.sandbox.portal.merge('companies', OVERDUE, PAID);
    expect(await readingOf(rig, OVERDUE)).toMatchObject(REFERRED);
    const referrers = async () => {
      const facts = await rig.store.account(companyId(PROSPECT));
      return facts?.records.find(({ id }) => id === '23')?.versions.at(-1)?.values?.referrers;
    };
    expect(await referrers()).toEqual([OVERDUE]);
    rig.advance(DAY_MS);
    rig.sandbox.portal.archive('companies', OVERDUE);
    await rig.cycle({ model });
    expect(await referrers()).toEqual([]);
  });

  it('another label in the model has every deal read again, and no label none at all', async () => {
    const rig = await open();
    await rig.cycle();
    rig.sandbox.resetStats();
    expect(await readingOf(rig)).toMatchObject(REFERRED);
    expect(deals(rig)).toBeGreaterThan(0);
    rig.sandbox.resetStats();
    expect(await readingOf(rig)).toMatchObject(REFERRED);
    expect(deals(rig)).toBe(0);
    const other = modelNaming('other', 'Billing', 'referrer');
    expect(await readingOf(rig, PAID, other)).toMatchObject({ kind: 'scored', raw: 2 });
    expect(deals(rig)).toBeGreaterThan(0);
  });

  it('nothing is asked where the model names no label, though the portal has some', async () => {
    const rig = await open();
    expect(await readingOf(rig, PAID, modelNaming('none'))).toMatchObject({ kind: 'unknown', reason: 'not_set_up' });
    const facts = await rig.store.account(companyId(PAID));
    const held = facts?.records.filter(({ objectType }) => objectType === 'deals') ?? [];
    expect(held).toHaveLength(3);
    for (const { versions } of held) expect(versions.at(-1)?.values).not.toHaveProperty('referrers');
  });
});
