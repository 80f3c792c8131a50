import { expect, it } from 'vitest';
import { companyId } from '../../src/ids.ts';
import type { PortalStore } from '../../src/store/portal-store.ts';
import { freshPortals, onEachEngine } from './test-store.ts';

const STARTED = {
  kind: 'started',
  fromStatus: null,
  toStatus: 'unhealthy',
  fromAt: null,
  fromScore: null,
  toScore: 5,
  modelVersion: '1',
  own: null,
  parts: null,
} as const;

onEachEngine('purging', (engine) => {
  const freshPortal = freshPortals(engine);
  const one = companyId('1');
  const contact = (id: string, firstname = 'Ada', effectiveAt = 5) => ({
    id,
    effectiveAt,
    values: { firstname },
    companyIds: ['1', '2'],
  });

  /** A portal with two companies, and two contacts and a deal with their like ids at both. */
  async function makePortal(): Promise<PortalStore> {
    const portal = freshPortal();
    const companies = ['1', '2'].map((id) => ({ id, effectiveAt: 5, values: {} }));
    await portal.saveRecords('companies', companies, 10);
    await portal.saveRecords('contacts', [contact('7'), contact('8')], 10);
    await portal.saveRecords('deals', [{ ...contact('7'), values: { amount: 1 } }], 10);
    return portal;
  }

  const recordsOf = async (portal: PortalStore, id = one) =>
    ((await portal.account(id))?.records ?? []).map((record) => `${record.objectType}/${record.id}`);

  it('deletes every version and every link of the record, and nothing else', async () => {
    const [portal, other] = [await makePortal(), await makePortal()];
    await portal.saveRecords('contacts', [contact('7', 'Ada Maria', 6)], 11);
    await portal.saveRecords('contacts', [{ ...contact('7', 'Ada', 7), companyIds: ['2'] }], 12);
    await portal.touch([
      { objectType: 'contacts', id: '7', touchedAt: 13 },
      { objectType: 'deals', id: '7', touchedAt: 13 },
    ]);
    await portal.purge('contacts', '7');
    expect(await recordsOf(portal)).toEqual(['contacts/8', 'deals/7']);
    expect(await portal.companiesOf('contacts', ['7'], 0)).toEqual([]);
    expect(await portal.countRecords()).toMatchObject({ companies: 2, contacts: 1, deals: 1 });
    expect((await portal.touched(9)).map(({ objectType }) => objectType)).toEqual(['deals']);
    expect(await recordsOf(other)).toEqual(['contacts/7', 'contacts/8', 'deals/7']);
  });

  it('keeps out what was read before and is saved later, beside records that are let in', async () => {
    const portal = await makePortal();
    await portal.purge('contacts', '7');
    await portal.purge('contacts', '7');
    await portal.purge('contacts', 'never seen');
    expect(await portal.saveRecords('contacts', [contact('7', 'Ada', 9), contact('9')], 20)).toEqual({ changed: 1 });
    expect(await portal.saveRecords('contacts', [contact('never seen')], 20)).toEqual({ changed: 0 });
    expect(await portal.endRecords('contacts', [{ id: '7', effectiveAt: 9 }], 20)).toEqual({ changed: 0 });
    expect(await recordsOf(portal)).toEqual(['contacts/8', 'contacts/9', 'deals/7']);
    expect(await portal.companiesOf('contacts', ['7', 'never seen'], 0)).toEqual([]);
  });

  it('takes an ended record too', async () => {
    const portal = await makePortal();
    await portal.endRecords('contacts', [{ id: '7', effectiveAt: 9 }], 11);
    await portal.purge('contacts', '7');
    expect(await recordsOf(portal)).toEqual(['contacts/8', 'deals/7']);
  });

  it('takes with a company what was published and shown of it', async () => {
    const portal = await makePortal();
    for (const id of ['1', '2'].map(companyId)) {
      await portal.savePublished([{ companyId: id, asOf: 5, score: 5, status: 'unhealthy', modelVersion: '1' }]);
      await portal.saveShown([{ companyId: id, values: { score: '5' } }]);
      await portal.saveBandEvents([{ ...STARTED, companyId: id, at: 5 }]);
    }
    await portal.purge('companies', '1');
    expect([await portal.account(one), await portal.published(one)]).toEqual([undefined, []]);
    expect([...(await portal.shown([one, companyId('2')])).keys()]).toEqual(['2']);
    expect([...(await portal.latestBandEvents([one, companyId('2')])).keys()]).toEqual(['2']);
    expect(await portal.companiesOf('deals', ['7'], 0)).toEqual(['2']);
    expect(await recordsOf(portal, companyId('2'))).toEqual(['contacts/7', 'contacts/8', 'deals/7']);
  });

  it('holds against saves under way', async () => {
    const portal = await makePortal();
    const page = Array.from({ length: 60 }, (_, index) => contact(String(index)));
    const saves = Array.from({ length: 12 }, (_, index) => portal.saveRecords('contacts', page, 20 + index));
    await Promise.all([...saves.slice(0, 6), portal.purge('contacts', '42'), ...saves.slice(6)]);
    expect((await portal.heldIds('contacts', '4', 5)).slice(0, 4)).toEqual(['40', '41', '43', '44']);
    expect(await portal.companiesOf('contacts', ['42'], 0)).toEqual([]);
  });

  it('remembers what is to be purged until it is forgotten, portal by portal', async () => {
    const [portal, other] = [await makePortal(), await makePortal()];
    await portal.requestPurge(['8', '7', '8']);
    await portal.requestPurge(['7', '10']);
    await portal.requestPurge([]);
    expect(await portal.purgeRequests()).toEqual(['10', '7', '8']);
    expect(await other.purgeRequests()).toEqual([]);
    await other.forgetPurgeRequests(['7']);
    await portal.forgetPurgeRequests(['7', '10']);
    await portal.forgetPurgeRequests([]);
    expect(await portal.purgeRequests()).toEqual(['8']);
  });
});
