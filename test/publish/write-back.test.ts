import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { companyId } from '../../src/ids.ts';
import { ASKS_NOTHING, type Asking, CHECKED_ON, UPDATED_AT } from '../../src/publish/company-properties.ts';
import { ensureProperties } from '../../src/publish/ensure-properties.ts';
import { type DesiredValues, type WriteBackOptions, writeBack } from '../../src/publish/write-back.ts';
import type { Store } from '../../src/store/open-store.ts';
import { onEachEngine, openTestStore } from '../store/test-store.ts';
import { HOUR_MS, NOW, openPortalRig, PLAN, record } from '../sync/portal-rig.ts';

const SCORE = 'account_health_score';
const STATUS = 'account_health_status';
const RISK = 'account_health_top_risk';

const COMPANIES = Array.from({ length: 250 }, (_, index) => record(index + 1, { name: `Company ${index + 1}` }));

const healthy = (id: number | string, score = 80): DesiredValues => ({
  companyId: companyId(String(id)),
  values: { [SCORE]: String(score), [STATUS]: 'healthy', [RISK]: '' },
});
const blank = (id: number): DesiredValues => ({
  companyId: companyId(String(id)),
  values: { [SCORE]: '', [STATUS]: '', [RISK]: '' },
});

onEachEngine('writeBack', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await openTestStore(engine);
  });
  afterAll(() => store.close());

  async function open(companies = COMPANIES.slice(0, 3), model = ASKS_NOTHING) {
    const rig = await openPortalRig(store, { companies });
    onTestFinished(rig.close);
    const { available } = await ensureProperties({ client: rig.client, store: rig.store, model });
    rig.sandbox.resetStats();
    return {
      ...rig,
      sync: () => rig.sync({ plan: PLAN.slice(0, 1), ownProperties: available }),
      write: (desired: readonly DesiredValues[], options: Partial<WriteBackOptions> = {}) =>
        writeBack({
          client: rig.client,
          store: rig.store,
          desired: [desired],
          available,
          clock: rig.now,
          dryRun: false,
          ...options,
        }),
      value: (id: number, name: string) => rig.sandbox.portal.record('companies', String(id))?.properties[name],
      writes: () => rig.calls()['POST objects/companies/batch/update'] ?? 0,
    };
  }

  it('writes what changed, with the moment, and the second time nothing', async () => {
    const rig = await open();
    const desired = [healthy(1), healthy(2, 91), blank(3)];
    expect(await rig.write(desired)).toEqual({ changed: 2, unchanged: 1, failed: 0, refused: [], unwritable: null });
    expect([rig.value(1, SCORE), rig.value(2, SCORE), rig.value(3, SCORE)]).toEqual(['80', '91', null]);
    expect(rig.value(1, STATUS)).toBe('healthy');
    expect(Date.parse(rig.value(1, UPDATED_AT) ?? '')).toBe(NOW);
    expect(rig.value(3, UPDATED_AT)).toBeNull();
    expect(rig.writes()).toBe(1);

    rig.advance(HOUR_MS);
    const dated = desired.map(({ values, ...company }) => ({ ...company, values: { ...values, [UPDATED_AT]: '1' } }));
    for (const again of [desired, dated]) {
      expect(await rig.write(again)).toEqual({ changed: 0, unchanged: 3, failed: 0, refused: [], unwritable: null });
    }
    expect(rig.writes()).toBe(1);

    expect(await rig.write([healthy(1), healthy(2, 90), blank(3)])).toMatchObject({ changed: 1, unchanged: 2 });
    expect(Date.parse(rig.value(1, UPDATED_AT) ?? '')).toBe(NOW);
    expect(Date.parse(rig.value(2, UPDATED_AT) ?? '')).toBe(NOW + HOUR_MS);
  });

  it('writes in batches of a hundred, across pages', async () => {
    const rig = await open(COMPANIES);
    const pages = [COMPANIES.slice(0, 90), COMPANIES.slice(90, 240), COMPANIES.slice(240)];
    async function* desired() {
      for (const page of pages) yield page.map(({ id }) => healthy(id));
    }
    expect(await rig.write([], { desired: desired() })).toMatchObject({ changed: 250, unchanged: 0 });
    expect(rig.writes()).toBe(3);
    expect(COMPANIES.map(({ id }) => rig.value(Number(id), SCORE))).toEqual(Array(250).fill('80'));
  });

  it('blanks a score that ceases, and its moment with it', async () => {
    const rig = await open();
    await rig.write([healthy(1)]);
    expect(await rig.write([blank(1)])).toMatchObject({ changed: 1 });
    expect([SCORE, STATUS, UPDATED_AT].map((name) => rig.value(1, name) ?? '')).toEqual(['', '', '']);
    expect(await rig.write([blank(1)])).toMatchObject({ changed: 0, unchanged: 1 });
  });

  it('writes again what somebody changed in HubSpot, once sync has seen it', async () => {
    const rig = await open();
    await rig.write([healthy(1), healthy(2)]);
    await rig.sync();
    rig.advance(HOUR_MS);
    rig.sandbox.portal.upsert('companies', { id: '1', properties: { [SCORE]: '3' } });
    // Not a value of ours to judge by: it never causes a write.
    rig.sandbox.portal.upsert('companies', { id: '2', properties: { [UPDATED_AT]: '2020-01-01T00:00:00Z' } });
    await rig.sync();
    expect(await rig.write([healthy(1), healthy(2)])).toMatchObject({ changed: 1, unchanged: 1 });
    expect(rig.value(1, SCORE)).toBe('80');
  });

  it('comes back through sync once, as no news, and is not written again', async () => {
    const rig = await open();
    await rig.sync();
    rig.advance(HOUR_MS);
    await rig.write([healthy(1), healthy(2), healthy(3)]);
    rig.advance(HOUR_MS);
    expect((await rig.sync()).companies).toMatchObject({ read: 3, changed: 0 });
    expect(await rig.write([healthy(1), healthy(2), healthy(3)])).toMatchObject({ changed: 0, unchanged: 3 });
    rig.advance(HOUR_MS);
    expect((await rig.sync()).companies).toMatchObject({ read: 0, changed: 0 });
  });

  it.each(['batch', 'record'] as const)(
    'reports a refused company and writes its batch-mates (refuses the %s)',
    async (fails) => {
      const rig = await open(COMPANIES.slice(0, 40));
      rig.sandbox.portal.refuseUpdates('companies', '17', { message: 'Region is required', fails });
      const desired = COMPANIES.slice(0, 40).map(({ id }) => healthy(id));
      const outcome = await rig.write(desired);
      expect(outcome).toMatchObject({ changed: 39, unchanged: 0, failed: 1 });
      expect(outcome.refused).toEqual([{ companyId: '17', message: expect.stringContaining('Region is required') }]);
      expect([16, 17, 18].map((id) => rig.value(id, SCORE))).toEqual(['80', null, '80']);

      rig.sandbox.portal.allowUpdates('companies', '17');
      expect(await rig.write(desired)).toMatchObject({ changed: 1, unchanged: 39, failed: 0 });
      expect(rig.value(17, SCORE)).toBe('80');
    },
  );

  it('where no company may be written, it sends one batch, reads all pages, and remembers nothing', async () => {
    const rig = await open(COMPANIES);
    const scopes = ['crm.objects.companies.read', 'crm.schemas.companies.read'];
    rig.sandbox.portal.setScopes(scopes);
    let pages = 0;
    async function* desired() {
      for (const page of [COMPANIES.slice(0, 120), COMPANIES.slice(120)]) {
        pages += 1;
        yield page.map(({ id }) => healthy(id));
      }
    }
    expect(await rig.write([], { desired: desired() })).toEqual({
      changed: 0,
      unchanged: 0,
      failed: 250,
      refused: [],
      unwritable: ['crm.objects.companies.write'],
    });
    expect([pages, rig.writes()]).toEqual([2, 1]);

    rig.sandbox.portal.setScopes([...scopes, 'crm.objects.companies.write']);
    const all = COMPANIES.map(({ id }) => healthy(id));
    expect(await rig.write(all)).toMatchObject({ changed: 250, failed: 0, unwritable: null });
  });

  it('reports a company that was merged away meanwhile', async () => {
    const rig = await open();
    rig.sandbox.portal.merge('companies', '1', '2');
    const outcome = await rig.write([healthy(1), healthy(2), healthy(3)]);
    expect(outcome).toMatchObject({ changed: 2, failed: 1, refused: [{ companyId: '2' }] });
  });

  it('counts the same in a dry run, and sends and remembers nothing', async () => {
    const rig = await open();
    const desired = [healthy(1), healthy(2), blank(3)];
    expect(await rig.write(desired, { dryRun: true })).toEqual({
      changed: 2,
      unchanged: 1,
      failed: 0,
      refused: [],
      unwritable: null,
    });
    expect(rig.sandbox.stats().total).toBe(0);
    expect(rig.value(1, SCORE)).toBeNull();
    expect(await rig.write(desired)).toMatchObject({ changed: 2, unchanged: 1 });
  });

  it('writes only the properties that the portal has', async () => {
    const rig = await open();
    rig.sandbox.portal.removeProperty('companies', RISK);
    rig.sandbox.portal.removeProperty('companies', UPDATED_AT);
    expect(await rig.write([healthy(1)], { available: [SCORE, STATUS] })).toMatchObject({ changed: 1, failed: 0 });
    const shown = await rig.store.shown([companyId('1')]);
    expect(Object.fromEntries(shown)).toEqual({ 1: { [SCORE]: '80', [STATUS]: 'healthy' } });
  });

  describe('the day of the latest check', () => {
    const model: Asking = { ...ASKS_NOTHING, write: ['checked_on'] };
    const checked = (rig: { now: () => number }, one: DesiredValues): DesiredValues => ({
      ...one,
      values: { ...one.values, [CHECKED_ON]: new Date(rig.now()).toISOString().slice(0, 10) },
    });
    const FIRST = '2026-01-15';

    it('is written with what changed, and by itself where it is a week old, which is no change', async () => {
      const rig = await open(COMPANIES, model);
      const write = (score = 80) => rig.write(COMPANIES.map(({ id }) => checked(rig, healthy(id, score))));
      expect(await write()).toMatchObject({ changed: 250 });
      expect([rig.value(1, CHECKED_ON), rig.writes()]).toEqual([FIRST, 3]);

      for (let day = 1; day <= 6; day += 1) {
        rig.advance(24 * HOUR_MS);
        expect(await write()).toMatchObject({ changed: 0, unchanged: 250 });
      }
      rig.advance(24 * HOUR_MS);
      const { changed } = await write();
      // Not all on the same day for ever, nor more calls than a batch a hundred.
      expect(changed).toBeGreaterThan(80);
      expect(changed).toBeLessThan(170);
      expect(rig.writes()).toBe(3 + Math.ceil(changed / 100));
      expect(await write()).toMatchObject({ changed: 0 });
      rig.advance(24 * HOUR_MS);
      expect(await write()).toMatchObject({ changed: 250 - changed });
      const days = new Set(COMPANIES.map(({ id }) => rig.value(Number(id), CHECKED_ON)));
      expect([...days].sort()).toEqual(['2026-01-22', '2026-01-23']);
      expect(new Set(COMPANIES.map(({ id }) => Date.parse(rig.value(Number(id), UPDATED_AT) ?? '')))).toEqual(
        new Set([NOW]),
      );

      rig.advance(24 * HOUR_MS);
      expect(await write(79)).toMatchObject({ changed: 250 });
      expect([rig.value(1, CHECKED_ON), rig.value(2, CHECKED_ON)]).toEqual(['2026-01-24', '2026-01-24']);
      expect(Date.parse(rig.value(1, UPDATED_AT) ?? '')).toBe(rig.now());
    });

    it('is written where HubSpot shows none, or somebody typed one that is no such day', async () => {
      const rig = await open(COMPANIES.slice(0, 4), model);
      const desired = () => COMPANIES.slice(0, 4).map(({ id }) => checked(rig, healthy(id)));
      await rig.write(desired());
      rig.advance(HOUR_MS);
      for (const [id, value] of [
        ['1', ''],
        ['2', '2030-01-01'],
        ['3', '2026-01-14'],
      ] as const)
        rig.sandbox.portal.upsert('companies', { id, properties: { [CHECKED_ON]: value } });
      await rig.sync();
      expect(await rig.write(desired())).toMatchObject({ changed: 2, unchanged: 2 });
      expect([1, 2, 3, 4].map((id) => rig.value(id, CHECKED_ON))).toEqual([FIRST, FIRST, '2026-01-14', FIRST]);
      expect(Date.parse(rig.value(1, UPDATED_AT) ?? '')).toBe(NOW);
    });

    it('is blanked where it is not wanted, and stays so', async () => {
      const rig = await open(COMPANIES.slice(0, 1), model);
      await rig.write([checked(rig, healthy(1))]);
      const without = { ...healthy(1), values: { ...healthy(1).values, [CHECKED_ON]: '' } };
      expect(await rig.write([without])).toMatchObject({ changed: 1 });
      expect([rig.value(1, CHECKED_ON), rig.value(1, SCORE)]).toEqual(['', '80']);
      expect(await rig.write([without])).toMatchObject({ changed: 0, unchanged: 1 });
    });
  });

  it('remembers the batches that were taken before a failure', async () => {
    const rig = await open(COMPANIES);
    const desired = COMPANIES.map(({ id }) => healthy(id));
    async function* failing() {
      yield desired.slice(0, 100);
      rig.sandbox.setFaults({ queue: [{ kind: '503', match: 'batch/update', times: 100 }] });
      yield desired.slice(100);
    }
    await expect(rig.write([], { desired: failing() })).rejects.toThrow(/503/);
    rig.sandbox.setFaults('none');
    expect(await rig.write(desired)).toMatchObject({ changed: 150, unchanged: 100 });
  });
});
