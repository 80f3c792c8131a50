import { Kysely, PostgresDialect } from 'kysely';
import { expect, it } from 'vitest';
import { companyId, portalId } from '../../src/ids.ts';
import type { RecordHistory } from '../../src/scoring/property-history.ts';
import { connectMemory } from '../../src/store/connect-pglite.ts';
import { makePortalStore } from '../../src/store/make-portal-store.ts';
import { migrate } from '../../src/store/migrate.ts';
import type { PortalStore } from '../../src/store/portal-store.ts';
import type { Tables } from '../../src/store/tables.ts';
import { freshPortals, onEachEngine } from './test-store.ts';

onEachEngine('past values', (engine) => {
  const freshPortal = freshPortals(engine);
  const past = (readAt: number, ...values: readonly (readonly [number, string])[]): RecordHistory => ({
    dealstage: { readAt, values: values.map(([at, value]) => ({ at, value })) },
  });

  /** Deals 1 to 3 of company 1, and 1 of company 2 too, seen at 10; deal 4 seen at 20. */
  async function makePortal(): Promise<PortalStore> {
    const portal = freshPortal();
    await portal.saveRecords(
      'companies',
      [1, 2].map((id) => ({ id: `${id}`, effectiveAt: 1, values: {} })),
      10,
    );
    const deal = (id: string, ...companyIds: string[]) => ({ id, effectiveAt: 1, values: { amount: 1 }, companyIds });
    await portal.saveRecords('deals', [deal('1', '1', '2'), deal('2', '1'), deal('3', '1')], 10);
    await portal.saveRecords('deals', [deal('4', '1')], 20);
    return portal;
  }

  const unread = async (portal: PortalStore, properties = ['dealstage'], after: string | null = null, limit = 9) =>
    (await portal.unreadPasts('deals', properties, { after, seenBy: 10, limit })).map(
      ({ id, held }) => `${id}:${held}`,
    );

  const pastsOf = async (portal: PortalStore, company = '1') => {
    const account = await portal.account(companyId(company));
    return Object.fromEntries((account?.records ?? []).map(({ id, history }) => [id, history]));
  };

  it('come with the accounts: of records, at each of their companies, and of companies', async () => {
    const portal = await makePortal();
    // What was read before must not be what is read afterwards.
    await Array.fromAsync(portal.accounts());
    await portal.saveHistories('deals', [{ id: '1', history: past(30, [1, 'new'], [2, 'won']) }]);
    const stage = { lifecyclestage: { readAt: 30, values: [{ at: 1, value: null }] } };
    await portal.saveHistories('companies', [{ id: '2', history: stage }]);
    expect(await pastsOf(portal)).toEqual({ 1: past(30, [1, 'new'], [2, 'won']) });
    expect(await pastsOf(portal, '2')).toEqual({ 1: past(30, [1, 'new'], [2, 'won']) });
    const pages = await Array.fromAsync(portal.accounts());
    expect(pages.flat().map(({ companyHistory }) => companyHistory)).toEqual([undefined, stage]);
    expect(await pastsOf(await makePortal())).toEqual({});
  });

  it('are kept beside those of other properties, and never forgotten when read again', async () => {
    const portal = await makePortal();
    await portal.saveHistories('deals', [{ id: '1', history: past(30, [1, 'new'], [2, 'won']) }]);
    const amount = { amount: { readAt: 40, values: [{ at: 1, value: 5 }] } };
    await portal.saveHistories('deals', [{ id: '1', history: { ...past(40, [2, 'won'], [35, 'lost']), ...amount } }]);
    expect((await pastsOf(portal))[1]).toEqual({ ...past(40, [1, 'new'], [2, 'won'], [35, 'lost']), ...amount });
  });

  it('are to be read of records that were there by then, are held, and lack one of the properties', async () => {
    const portal = await makePortal();
    expect(await unread(portal)).toEqual(['1:', '2:', '3:']);
    expect(await unread(portal, ['dealstage'], '1', 1)).toEqual(['2:']);
    await portal.saveHistories('deals', [{ id: '2', history: past(30, [1, 'new']) }]);
    expect(await unread(portal)).toEqual(['1:', '3:']);
    expect(await unread(portal, ['dealstage', 'amount'])).toEqual(['1:', '2:dealstage', '3:']);
    await portal.endRecords('deals', [{ id: '3', effectiveAt: 2 }], 30);
    // Changed since: it was there.
    await portal.saveRecords('deals', [{ id: '1', effectiveAt: 2, values: { amount: 2 }, companyIds: ['1'] }], 30);
    expect(await unread(portal)).toEqual(['1:']);
    expect(await portal.unreadPasts('tickets', ['hs_is_closed'], { after: null, seenBy: 99, limit: 9 })).toEqual([]);
  });

  it('go when a record is purged, and are kept out from then on', async () => {
    const [portal, other] = [await makePortal(), await makePortal()];
    const rows = ['1', '2'].map((id) => ({ id, history: past(30, [1, 'new']) }));
    for (const one of [portal, other]) await one.saveHistories('deals', rows);
    await portal.purge('deals', '1');
    const again = { id: '1', effectiveAt: 1, values: {}, companyIds: ['1'] };
    await portal.saveHistories('deals', rows);
    await portal.saveRecords('deals', [again], 40);
    expect(Object.keys(await pastsOf(portal))).toEqual(['2', '3', '4']);
    expect((await pastsOf(portal))[2]).toBeDefined();
    expect(await unread(portal)).toEqual(['3:']);
    expect((await pastsOf(other))[1]).toBeDefined();
  });
});

it('leaves no row of what is purged, of companies too', async () => {
  const { pool, close } = await connectMemory();
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  await migrate(db);
  const portal = makePortalStore({ db, portalId: portalId(1) });
  for (const type of ['companies', 'deals'] as const)
    await portal.saveHistories(
      type,
      ['1', '2'].map((id) => ({ id, history: {} })),
    );
  await portal.purge('deals', '1');
  await portal.purge('companies', '2');
  const rows = await db.selectFrom('property_history').select(['object_type', 'record_id']).execute();
  expect(rows.map((row) => `${row.object_type} ${row.record_id}`).toSorted()).toEqual(['companies 1', 'deals 2']);
  await close();
});
