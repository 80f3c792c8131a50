import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { OBJECT_TYPES } from '../../src/scoring/object-types.ts';
import type { Store } from '../../src/store/open-store.ts';
import { onEachEngine, openTestStore } from '../store/test-store.ts';
import { DAY_MS, HOUR_MS, NOW, openPortalRig, PLAN, record, SMALL } from './portal-rig.ts';

onEachEngine('syncPortal', (engine) => {
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

  it('stores everything the first time, typed', async () => {
    const rig = await open(SMALL, { timeZone: 'Europe/Rome' });
    const outcome = await rig.sync();
    expect(await rig.store.countRecords()).toEqual({
      ...Object.fromEntries(OBJECT_TYPES.map((type) => [type, 0])),
      companies: 2,
      contacts: 2,
      deals: 1,
      tickets: 1,
      emails: 1,
      invoices: 1,
    });
    expect(outcome.contacts).toEqual({
      pages: 1,
      read: 2,
      changed: 2,
      ended: [],
      blocked: null,
      missingProperties: [],
      dirtyValues: {},
    });
    expect(await rig.versions('1', 'companies', '1')).toEqual([{ name: 'Alder & Sons', hs_csm_sentiment: 'positive' }]);
    expect(await rig.versions('1', 'deals', '21')).toEqual([
      {
        amount: 1200.5,
        createdate: Date.UTC(2025, 0, 10, 9, 0, 0, 250),
        closedate: Date.UTC(2025, 0, 31, 23),
        hs_is_closed: true,
      },
    ]);
    expect(await rig.versions('1', 'tickets', '31')).toEqual([
      { subject: 'No light', createdate: 1735722000000, closed_date: null },
    ]);
    expect(await rig.versions('1', 'emails', '41')).toEqual([
      { hs_timestamp: Date.UTC(2025, 4, 5, 10), hs_email_direction: 'INCOMING_EMAIL', contacts: ['11', '12'] },
    ]);
    expect(await rig.state('deals')).toMatchObject({
      cursor: null,
      runningSince: NOW,
      completeTo: NOW,
      firstRecordAt: Date.UTC(2025, 0, 10, 9, 0, 0, 250),
    });
    // Companies have no birth, so what they have filled counts from 0.
    expect(await rig.state('companies')).toMatchObject({
      firstRecordAt: null,
      filledSince: { name: 0, hs_csm_sentiment: 0 },
    });
    // The older of the two.
    const ada = Date.UTC(2025, 1, 1);
    expect((await rig.state('contacts')).filledSince).toEqual({ createdate: ada, firstname: ada });
    expect((await rig.state('tickets')).filledSince).not.toHaveProperty('closed_date');
  });

  it('spends one search call a type where nothing changed', async () => {
    const rig = await open();
    await rig.sync();
    const before = await rig.facts();
    rig.advance(HOUR_MS);
    rig.sandbox.resetStats();
    const outcome = await rig.sync();
    expect(rig.sandbox.stats().byFamily).toEqual({ general: 0, search: 6, associations: 0, oauth: 0 });
    expect(Object.values(outcome).map(({ read, changed }) => [read, changed])).toEqual(Array(6).fill([0, 0]));
    expect(await rig.facts()).toEqual(before);
    expect((await rig.state('deals')).completeTo).toBe(NOW + HOUR_MS);
    expect((await rig.state('deals')).runningSince).toBe(NOW);
  });

  it('reads what changed, and adds versions', async () => {
    const rig = await open();
    await rig.sync();
    rig.advance(HOUR_MS);
    rig.sandbox.portal.upsert('contacts', { id: '12', properties: { firstname: 'Eve' } });
    rig.sandbox.portal.upsert('deals', { id: '21', properties: { amount: '1300' } });
    rig.sandbox.portal.upsert('invoices', {
      id: '52',
      properties: { hs_number: 'INV-2', hs_invoice_date: '2024-01-02' },
      associations: { companies: ['2'] },
    });
    const outcome = await rig.sync();
    expect(Object.fromEntries(Object.entries(outcome).map(([type, { changed }]) => [type, changed]))).toEqual({
      ...Object.fromEntries(PLAN.map(({ objectType }) => [objectType, 0])),
      contacts: 1,
      deals: 1,
      invoices: 1,
    });
    expect((await rig.versions('1', 'deals', '21')).map((values) => values?.amount)).toEqual([1200.5, 1300]);
    expect((await rig.versions('1', 'contacts', '12')).map((values) => values?.firstname)).toEqual(['Ada', 'Eve']);
    expect(await rig.versions('2', 'invoices', '52')).toHaveLength(1);
    const older = Date.UTC(2024, 0, 2);
    expect(await rig.state('invoices')).toMatchObject({ firstRecordAt: older, filledSince: { hs_number: older } });
  });

  it('reaches back for changes that the search index showed late', async () => {
    const rig = await open(SMALL, { indexingLagMs: 60_000 });
    await rig.sync();
    rig.advance(HOUR_MS);
    rig.sandbox.portal.upsert('deals', { id: '21', properties: { amount: '1300' } });
    rig.advance(1_000);
    await rig.sync();
    expect(await rig.versions('1', 'deals', '21')).toHaveLength(1);
    rig.advance(120_000);
    await rig.sync();
    expect((await rig.versions('1', 'deals', '21')).map((values) => values?.amount)).toEqual([1200.5, 1300]);
  });

  it('follows a changed record to its new company, and an email to its new contacts', async () => {
    const rig = await open();
    await rig.sync();
    rig.advance(HOUR_MS);
    rig.sandbox.portal.upsert('tickets', { id: '31', properties: {}, associations: { companies: ['2'] } });
    rig.sandbox.portal.upsert('emails', { id: '41', properties: {}, associations: { contacts: ['12'] } });
    await rig.sync();
    expect(await rig.versions('1', 'tickets', '31')).toEqual([]);
    expect(await rig.versions('2', 'tickets', '31')).toHaveLength(1);
    expect((await rig.versions('1', 'emails', '41')).map((values) => values?.contacts)).toEqual([['11', '12'], ['12']]);
  });

  it('gives an invoice that has only a contact the companies of that contact, in either pass', async () => {
    const plan = PLAN.map((type) =>
      type.objectType === 'invoices' ? { ...type, companiesVia: 'contacts' as const } : type,
    );
    const lent = { contacts: ['12'] };
    const invoices = [
      record(52, { hs_number: 'INV-2' }, lent),
      record(53, { hs_number: 'INV-3' }),
      record(54, { hs_number: 'INV-4' }, { companies: ['2'], ...lent }),
    ];
    const rig = await open({ ...SMALL, invoices });
    await rig.sync({ plan });
    expect(await rig.versions('1', 'invoices', '52')).toEqual([{ hs_number: 'INV-2', hs_invoice_date: null }]);
    expect(await rig.versions('1', 'invoices', '53')).toEqual([]);
    // One with a company of its own keeps to it.
    expect(await rig.versions('1', 'invoices', '54')).toEqual([]);
    expect(await rig.versions('2', 'invoices', '54')).toHaveLength(1);
    rig.advance(HOUR_MS);
    rig.sandbox.portal.upsert('invoices', record(55, { hs_number: 'INV-5' }, lent));
    await rig.sync({ plan });
    expect(await rig.versions('1', 'invoices', '55')).toHaveLength(1);
  });

  it('ends archived records, looking for them once a day', async () => {
    const rig = await open();
    await rig.sync();
    rig.advance(HOUR_MS);
    rig.sandbox.portal.archive('deals', '21');
    await rig.sync();
    expect((await rig.store.countRecords()).deals).toBe(1);

    rig.advance(DAY_MS);
    const outcome = await rig.sync();
    expect(outcome.deals?.changed).toBe(1);
    expect((await rig.store.countRecords()).deals).toBe(0);
    const [first] = await rig.facts();
    const deal = first?.records.find(({ objectType }) => objectType === 'deals');
    expect(deal?.versions.at(-1)).toEqual({ effectiveAt: NOW + HOUR_MS, seenAt: rig.now(), values: null });

    rig.advance(HOUR_MS);
    rig.sandbox.resetStats();
    await rig.sync();
    expect(rig.calls()).not.toHaveProperty('GET objects/deals');
  });

  it('ends the companies that were merged into another', async () => {
    const rig = await open();
    await rig.sync();
    rig.advance(HOUR_MS);
    rig.sandbox.portal.merge('companies', '2', '1');
    rig.sandbox.portal.upsert('deals', { id: '21', properties: {} });
    await rig.sync();
    expect((await rig.facts()).map(({ companyId }) => companyId)).toEqual(['2']);
    expect(await rig.versions('2', 'deals', '21')).toHaveLength(1);
  });
});
