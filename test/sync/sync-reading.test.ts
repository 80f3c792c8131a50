import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { companyId } from '../../src/ids.ts';
import { ALL_SCOPES } from '../../src/local/sandbox/object-types.ts';
import type { Store } from '../../src/store/open-store.ts';
import { onEachEngine, openTestStore } from '../store/test-store.ts';
import { DAY_MS, HOUR_MS, NOW, openPortalRig, PLAN, SMALL } from './portal-rig.ts';

onEachEngine('what syncPortal asks for', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await openTestStore(engine);
  });
  afterAll(() => store.close());

  async function open(
    ...[objects = SMALL, options]: [Parameters<typeof openPortalRig>[1]?, Parameters<typeof openPortalRig>[2]?]
  ) {
    const rig = await openPortalRig(store, objects, options);
    onTestFinished(rig.close);
    return rig;
  }

  it('does without what the token may not read, and reads it once it may', async () => {
    const rig = await open(SMALL, { scopes: ALL_SCOPES.filter((scope) => scope !== 'sales-email-read') });
    const outcome = await rig.sync();
    expect(outcome.emails?.blocked).toEqual({
      reason: 'scope_missing',
      scopes: expect.arrayContaining(['sales-email-read']),
    });
    expect((await rig.state('emails')).blocked?.reason).toBe('scope_missing');
    expect((await rig.state('emails')).runningSince).toBeNull();
    expect(await rig.store.countRecords()).toMatchObject({ companies: 2, deals: 1, invoices: 1, emails: 0 });

    rig.sandbox.portal.setScopes(ALL_SCOPES);
    expect((await rig.sync()).emails?.blocked).toBeNull();
    expect((await rig.state('emails')).blocked).toBeNull();
    expect((await rig.store.countRecords()).emails).toBe(1);
  });

  it('does without a type that the portal does not have', async () => {
    const rig = await open();
    const unknown = {
      objectType: 'starships' as 'deals',
      properties: ['amount'],
      associations: ['companies' as const],
    };
    const outcome = await rig.sync({ plan: [...PLAN, unknown] });
    expect(outcome).toMatchObject({
      starships: { blocked: { reason: 'type_missing', scopes: [] } },
      deals: { read: 1 },
    });
  });

  it('asks only for properties that exist, and reads the type anew when one appears', async () => {
    const rig = await open(SMALL);
    rig.sandbox.portal.removeProperty('companies', 'hs_csm_sentiment');
    const outcome = await rig.sync();
    expect(outcome.companies?.missingProperties).toEqual(['hs_csm_sentiment']);
    expect((await rig.state('companies')).missingProperties).toEqual(['hs_csm_sentiment']);
    expect(await rig.versions('1', 'companies', '1')).toEqual([{ name: 'Alder & Sons' }]);

    rig.advance(HOUR_MS);
    rig.sandbox.portal.defineProperty('companies', { name: 'hs_csm_sentiment', type: 'string' });
    // Definitions are looked at once a day.
    expect((await rig.sync()).companies).toMatchObject({ read: 0, missingProperties: ['hs_csm_sentiment'] });
    rig.advance(DAY_MS - HOUR_MS);
    expect((await rig.sync()).companies).toMatchObject({ read: 2, missingProperties: [] });
    expect(await rig.versions('1', 'companies', '1')).toEqual([
      { name: 'Alder & Sons' },
      { name: 'Alder & Sons', hs_csm_sentiment: 'positive' },
    ]);
    expect((await rig.state('companies')).runningSince).toBe(NOW + DAY_MS);
  });

  it('reads a type anew when its plan changes, and only that type', async () => {
    const rig = await open();
    await rig.sync();
    rig.advance(HOUR_MS);
    const plan = PLAN.map((one) =>
      one.objectType === 'deals' ? { ...one, properties: ['amount', 'createdate', 'dealname'] } : one,
    );
    const outcome = await rig.sync({ plan });
    expect([outcome.deals?.read, outcome.tickets?.read]).toEqual([1, 0]);
    expect((await rig.versions('1', 'deals', '21')).at(-1)).toHaveProperty('dealname');
  });

  it('reads anew when the portal moves to another time zone, for a day then begins at another moment', async () => {
    const rig = await open();
    await rig.sync();
    rig.advance(HOUR_MS);
    await rig.sync({ timeZone: 'Europe/Rome' });
    const closed = (await rig.versions('1', 'deals', '21')).map((values) => values?.closedate);
    expect(closed).toEqual([Date.UTC(2025, 1, 1), Date.UTC(2025, 0, 31, 23)]);
  });

  it('counts values that cannot be read, and takes them as empty', async () => {
    const deals = ['12 pounds', '1e999', '', '7'].map((amount, index) => ({
      id: String(21 + index),
      properties: { amount, createdate: index === 3 ? '0001-01-01T00:00:00Z' : '2025-01-01' },
      associations: { companies: ['1'] },
    }));
    const rig = await open({ ...SMALL, deals });
    expect((await rig.sync()).deals?.dirtyValues).toEqual({ amount: 2, createdate: 1 });
    expect((await rig.versions('1', 'deals', '21'))[0]).toMatchObject({
      amount: null,
      createdate: Date.UTC(2025, 0, 1),
    });
    expect((await rig.versions('1', 'deals', '24'))[0]).toMatchObject({ amount: 7, createdate: null });
  });

  it('keeps what HubSpot shows of our own properties apart from the facts', async () => {
    const rig = await open(SMALL, { extra: { companies: [{ name: 'account_health_score', type: 'number' }] } });
    const ownProperties = ['account_health_score'];
    rig.sandbox.portal.upsert('companies', { id: '1', properties: { account_health_score: '72' } });
    await rig.sync({ ownProperties });
    const before = await rig.facts();
    rig.advance(HOUR_MS);
    rig.sandbox.portal.upsert('companies', { id: '1', properties: { account_health_score: '99' } });
    const outcome = await rig.sync({ ownProperties });
    expect(outcome.companies).toMatchObject({ read: 1, changed: 0 });
    expect(await rig.facts()).toEqual(before);
    const shown = await rig.store.shown(['1', '2'].map(companyId));
    expect(Object.fromEntries(shown)).toEqual({ 1: { account_health_score: '99' }, 2: { account_health_score: null } });

    // The appearance of a property of ours is no reason to read all companies again.
    rig.sandbox.portal.defineProperty('companies', { name: 'account_health_status', type: 'string' });
    rig.sandbox.resetStats();
    await rig.sync({ ownProperties: [...ownProperties, 'account_health_status'] });
    expect(rig.calls()).not.toHaveProperty('GET objects/companies');
  });
});
