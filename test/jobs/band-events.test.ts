import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { companyId } from '../../src/ids.ts';
import { rescoreCompanies } from '../../src/jobs/rescore-companies.ts';
import { ALL_SCOPES } from '../../src/local/sandbox/object-types.ts';
import type { BandEvent } from '../../src/store/band-events.ts';
import type { Store } from '../../src/store/open-store.ts';
import { modelWith } from '../scoring/own-account.ts';
import { onEachEngine, openTestStore } from '../store/test-store.ts';
import { type CycleRig, openCycleRig } from './cycle-rig.ts';
import { DAY_MS, invoice, NOW, PAID } from './small-portal.ts';

const WEEK_MS = 7 * DAY_MS;
/** Without caps scores fall freely, and wait for the margin. */
const UNCAPPED = modelWith({ version: 'uncapped', caps: [] });

onEachEngine('what happened to bands', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await openTestStore(engine);
  });
  afterAll(() => store.close());

  async function open(): Promise<CycleRig> {
    const rig = await openCycleRig(store);
    onTestFinished(rig.close);
    return rig;
  }
  const latest = async ({ store: portal }: CycleRig, id = PAID): Promise<BandEvent | undefined> =>
    (await portal.latestBandEvents([companyId(id)])).get(companyId(id));
  const moves = async ({ store: portal }: CycleRig) => (await portal.bandEventsSince(0, 99)).events;
  const scoreOf = async (rig: CycleRig, options: Parameters<CycleRig['cycle']>[0] = {}, id = PAID): Promise<number> => {
    const health = (await rig.cycle(options)).scored.get(id)?.health;
    if (health?.state !== 'scored') throw new Error(`It has no score: ${health?.state}`);
    return health.score;
  };
  const sumOf = (event: BandEvent | undefined) => event?.parts?.reduce((sum, { points }) => sum + points, 0);
  /** Three invoices long overdue, a renewal lost and a bad word: whoever was healthy is so no more. */
  function makeWorse({ sandbox }: CycleRig): void {
    for (const id of [901, 902, 903]) sandbox.portal.upsert('invoices', invoice(id, PAID, 95, null));
    const lost = { hs_is_closed_won: 'false', dealstage: 'closedlost', closed_lost_reason: 'Too dear' };
    sandbox.portal.upsert('deals', { id: '21', properties: lost });
    sandbox.portal.upsert('companies', { id: PAID, properties: { hs_csm_sentiment: 'negative' } });
  }
  function makeWell({ sandbox }: CycleRig): void {
    for (const id of [901, 902, 903]) sandbox.portal.upsert('invoices', invoice(id, PAID, 95, 20));
    const won = { hs_is_closed_won: 'true', dealstage: 'closedwon', closed_lost_reason: '' };
    sandbox.portal.upsert('deals', { id: '21', properties: won });
    sandbox.portal.upsert('companies', { id: PAID, properties: { hs_csm_sentiment: 'positive' } });
  }

  test('a first score is no move; a fall and a recovery are told once each, with the scores between which they happened', async () => {
    const rig = await open();
    const first = await scoreOf(rig, { model: UNCAPPED });
    expect(await latest(rig)).toMatchObject({ kind: 'started', fromStatus: null, toStatus: 'healthy', own: null });
    rig.advance(DAY_MS);
    await rig.cycle({ model: UNCAPPED });
    expect(await moves(rig)).toEqual([]);

    rig.advance(DAY_MS);
    makeWorse(rig);
    const low = await scoreOf(rig, { model: UNCAPPED });
    const fellAt = rig.now();
    const fall = await latest(rig);
    expect(fall).toMatchObject({
      ...{ kind: 'worsened', fromStatus: 'healthy', fromScore: first, toScore: low, at: fellAt },
      ...{ modelVersion: 'uncapped', own: true, fromAt: NOW + DAY_MS },
    });
    // Between the last look at which it was healthy and this one, by cause: what happened since, for it was all new.
    expect(sumOf(fall)).toBe(low - first);
    expect(fall?.parts?.map(({ cause }) => cause)).toContain('behaviour');
    // The same moment again, and later ones.
    await rig.cycle({ model: UNCAPPED });
    expect(await moves(rig)).toEqual([{ ...fall, name: 'Alder & Sons' }]);
    rig.advance(DAY_MS);
    await rig.cycle({ model: UNCAPPED });
    expect(await moves(rig)).toHaveLength(1);

    rig.advance(DAY_MS);
    makeWell(rig);
    const well = await scoreOf(rig, { model: UNCAPPED });
    expect(await latest(rig)).toMatchObject({
      ...{ kind: 'recovered', fromStatus: fall?.toStatus, toStatus: 'healthy', toScore: well, own: true },
    });
    expect((await moves(rig)).map(({ kind }) => kind)).toEqual(['recovered', 'worsened']);
  });

  test('a fall to a cap is told as far as the cap holds it, though it lies within the margin', async () => {
    const rig = await open();
    const first = await scoreOf(rig);
    rig.advance(DAY_MS);
    // 65 days overdue: at most 32, a point below the threshold.
    rig.sandbox.portal.upsert('invoices', invoice(901, PAID, 95, null));
    expect(await scoreOf(rig)).toBe(32);
    expect(await latest(rig)).toMatchObject({
      ...{ kind: 'worsened', fromStatus: 'healthy', toStatus: 'unhealthy', fromScore: first, toScore: 32, own: true },
    });
    // Where the cap lets go it recovers as any other.
    rig.advance(DAY_MS);
    rig.sandbox.portal.upsert('invoices', invoice(901, PAID, 95, 94));
    await rig.cycle();
    expect(await latest(rig)).toMatchObject({ kind: 'recovered', fromStatus: 'unhealthy', own: true });
  });

  test('a free fall to as little below the threshold is told no further than the band above it', async () => {
    const rig = await open();
    await rig.cycle({ model: UNCAPPED });
    rig.advance(DAY_MS);
    makeWorse(rig);
    const low = await scoreOf(rig, { model: UNCAPPED, dryRun: true });
    const model = modelWith({
      version: 'a point above',
      caps: [],
      bands: { atRiskFrom: low + 1, healthyFrom: low + 10 },
    });
    const { scored } = await rig.cycle({ model });
    expect(scored.get(PAID)?.health).toMatchObject({ score: low, status: 'unhealthy' });
    expect(await latest(rig)).toMatchObject({ kind: 'worsened', fromStatus: 'healthy', toStatus: 'at_risk' });
  });

  test('an event that has one company rescored tells it, and the cycle after it does not', async () => {
    const rig = await open();
    await rig.cycle({ model: UNCAPPED });
    rig.advance(DAY_MS);
    makeWorse(rig);
    // What a dry cycle reads is stored; nothing of it is published.
    await rig.cycle({ model: UNCAPPED, dryRun: true });
    expect(await moves(rig)).toEqual([]);
    const { client, now: clock, store: portal } = rig;
    const job = { client, store: portal, language: 'en', clock, available: [], order: { priority: () => 0 } };
    await rescoreCompanies(job, [companyId(PAID)]);
    const told = await moves(rig);
    expect(told).toMatchObject([{ companyId: PAID, kind: 'worsened', at: clock() }]);
    rig.advance(DAY_MS);
    await rig.cycle({ model: UNCAPPED });
    expect(await moves(rig)).toEqual(told);
  });

  test('a cycle that died after telling it tells it no second time; one as of a past day tells nothing', async () => {
    const rig = await open();
    await rig.cycle({ model: UNCAPPED });
    rig.advance(DAY_MS);
    makeWorse(rig);
    // It dies after its last company was written, before it is kept.
    const saveCycle = () => Promise.reject(new Error('killed'));
    const dying: Store = { ...store, portal: (id) => ({ ...store.portal(id), saveCycle }) };
    await expect(rig.cycle({ model: UNCAPPED, store: dying })).rejects.toThrow('killed');
    const told = await moves(rig);
    expect(told).toHaveLength(1);
    rig.advance(DAY_MS);
    makeWell(rig);
    await rig.cycle({ model: UNCAPPED, asOf: { at: rig.now() - 1 } });
    expect(await moves(rig)).toEqual(told);
    makeWorse(rig);
    await rig.cycle({ model: UNCAPPED });
    expect(await moves(rig)).toEqual(told);
  });

  test('an edited model moves bands, but the account did not move', async () => {
    const rig = await open();
    const score = await scoreOf(rig);
    rig.advance(WEEK_MS);
    const bands = { atRiskFrom: 40, healthyFrom: Math.min(score + 4, 100) };
    await rig.cycle({ model: modelWith({ version: 'strict', bands }) });
    expect(await moves(rig)).toMatchObject([{ companyId: PAID, kind: 'worsened', modelVersion: 'strict', own: false }]);
    expect(sumOf(await latest(rig))).toBe(0);
  });

  test('nor did it where the edited model takes its points', async () => {
    const rig = await open();
    const score = await scoreOf(rig);
    const bands = { atRiskFrom: 10, healthyFrom: score, margin: 1 };
    const caps = [{ key: 'at_once', signal: 'overdue_balance', from: 0, scoreAtMost: 50 }];
    rig.advance(1_000);
    await rig.cycle({ model: modelWith({ version: 'before', bands }) });
    rig.advance(1_000);
    await rig.cycle({ model: modelWith({ version: 'after', bands, caps }) });
    const fall = await latest(rig);
    expect(fall).toMatchObject({ kind: 'worsened', fromScore: score, own: false });
    expect(fall?.toScore).toBeLessThan(score);
    expect(fall?.parts?.map(({ cause }) => cause)).toContain('model');
  });

  test('the margin is the model’s', async () => {
    const rig = await open();
    const score = await scoreOf(rig);
    rig.advance(1_000);
    const edited = (margin: number) => {
      const bands = { atRiskFrom: 10, healthyFrom: score + 3, margin };
      return modelWith({ version: `margin ${margin}`, bands });
    };
    const { scored } = await rig.cycle({ model: edited(4) });
    expect(scored.get(PAID)?.health).toMatchObject({ status: 'at_risk' });
    expect((await latest(rig))?.kind).toBe('started');
    rig.advance(1_000);
    await rig.cycle({ model: edited(3) });
    expect(await latest(rig)).toMatchObject({ kind: 'worsened', toStatus: 'at_risk' });
  });

  test('who is a customer no more ends; a win-back starts anew', async () => {
    const rig = await open();
    const score = await scoreOf(rig);
    const type = (value: string) => rig.sandbox.portal.upsert('companies', { id: PAID, properties: { type: value } });
    rig.advance(DAY_MS);
    type('PARTNER');
    await rig.cycle();
    expect(await latest(rig)).toMatchObject({
      ...{
        kind: 'ended',
        fromStatus: 'healthy',
        fromScore: score,
        fromAt: NOW,
        toStatus: null,
        toScore: null,
        own: null,
      },
    });
    rig.advance(DAY_MS);
    makeWorse(rig);
    type('');
    await rig.cycle();
    expect(await latest(rig)).toMatchObject({ kind: 'started', fromStatus: null });
    expect(await moves(rig)).toEqual([]);
  });

  test('where a source was lost meanwhile, its part is told apart', async () => {
    const rig = await open();
    await rig.cycle({ model: UNCAPPED });
    rig.advance(DAY_MS);
    makeWorse(rig);
    rig.sandbox.portal.setScopes(ALL_SCOPES.filter((scope) => scope !== 'tickets'));
    await rig.cycle({ model: UNCAPPED });
    const fall = await latest(rig);
    expect(fall).toMatchObject({ kind: 'worsened' });
    expect(sumOf(fall)).toBe((fall?.toScore ?? 0) - (fall?.fromScore ?? 0));
    expect(fall?.parts?.map(({ cause }) => cause)).toEqual(expect.arrayContaining(['sources', 'behaviour']));
  });
});
