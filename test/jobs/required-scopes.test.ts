/** Scopes that a cycle cannot do without, and those without which it cannot write. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ScopeMissing } from '../../src/errors.ts';
import { readScorecard } from '../../src/http/read-scorecard.ts';
import { companyId } from '../../src/ids.ts';
import { ALL_SCOPES } from '../../src/local/sandbox/object-types.ts';
import { propertiesOf } from '../../src/publish/company-properties.ts';
import type { Store } from '../../src/store/open-store.ts';
import { makeUnpacedClient } from '../hubspot/test-client.ts';
import { openTestStore } from '../store/test-store.ts';
import { type CycleRig, MODEL, openCycleRig } from './cycle-rig.ts';
import { startRefusingProxy } from './refusing-proxy.ts';
import { PAID } from './small-portal.ts';

let store: Store;
const rigs: CycleRig[] = [];
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(async () => {
  for (const rig of rigs) await rig.close();
  await store.close();
});

async function open(options: Parameters<typeof openCycleRig>[2] = {}): Promise<CycleRig> {
  const rig = await openCycleRig(store, {}, options);
  rigs.push(rig);
  return rig;
}
const without = (...scopes: readonly string[]) => ALL_SCOPES.filter((scope) => !scopes.includes(scope));

describe('what no cycle can do without', () => {
  test('companies: it says so, naming the scope; the scores shown stay', async () => {
    const rig = await open();
    await rig.cycle();
    const before = rig.shown(PAID);
    rig.advance(60_000);
    rig.sandbox.portal.setScopes(without('crm.objects.companies.read'));
    const error = await rig.cycle().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ScopeMissing);
    expect((error as Error).message).toMatch(/crm\.objects\.companies\.read$/);
    expect(rig.shown(PAID)).toEqual(before);
    expect(await readScorecard(rig.store, companyId(PAID), 'en')).toMatchObject({ state: 'scored' });
  });

  test('the account, and the companies’ properties', async () => {
    const rig = await open({ scopes: without('crm.objects.companies.read', 'crm.schemas.companies.read') });
    await expect(rig.cycle()).rejects.toThrow(/GET \/crm\/properties\/.*companies: crm\.objects\.companies\.read/);
    const url = await startRefusingProxy(rig.sandbox.url, () => ({ status: 403, body: '{}' }));
    const { client } = makeUnpacedClient({ baseUrl: url, token: async () => rig.sandbox.token, clock: rig.now });
    await expect(rig.cycle({ client })).rejects.toThrow(/GET \/account-info\/.*: oauth/);
  });
});

describe('what may not be written', () => {
  test('scores: they are computed, told, and on the card; granted, the next cycle writes them', async () => {
    const rig = await open({ scopes: without('crm.objects.companies.write') });
    const { unwritable, report, scored } = await rig.cycle();
    expect(unwritable).toEqual(['crm.objects.companies.write']);
    expect(report.written).toMatchObject({ changed: 0, failed: 3 });
    expect(scored.get(PAID)?.health.state).toBe('scored');
    expect(await readScorecard(rig.store, companyId(PAID), 'en')).toMatchObject({ state: 'scored' });
    expect(rig.shown(PAID).account_health_score).toBeNull();

    rig.sandbox.portal.setScopes(ALL_SCOPES);
    rig.advance(60_000);
    expect(await rig.cycle()).toMatchObject({ unwritable: null, report: { written: { changed: 3, failed: 0 } } });
    expect(rig.shown(PAID).account_health_score).toMatch(/^\d+$/);
  });

  test('properties: nothing is written, the card works; granted, the next cycle makes and fills them', async () => {
    const rig = await open({ scopes: without('crm.schemas.companies.write') });
    const { uncreated, report } = await rig.cycle();
    expect(uncreated?.scopes).toEqual(['crm.schemas.companies.write']);
    expect(uncreated?.properties).toEqual(propertiesOf(MODEL).map(({ name }) => name));
    expect(report.written).toEqual({ changed: 0, unchanged: 5, failed: 0 });
    expect(rig.shown(PAID)).toEqual({});
    expect(await readScorecard(rig.store, companyId(PAID), 'en')).toMatchObject({ state: 'scored' });

    rig.sandbox.portal.setScopes(ALL_SCOPES);
    rig.advance(60_000);
    expect(await rig.cycle()).toMatchObject({ uncreated: null, report: { written: { changed: 3 } } });
    expect(rig.shown(PAID).account_health_score).toMatch(/^\d+$/);
  });
});
