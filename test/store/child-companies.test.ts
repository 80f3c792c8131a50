import { afterAll, beforeAll, expect, it } from 'vitest';
import { companyId, portalId } from '../../src/ids.ts';
import type { Store } from '../../src/store/open-store.ts';
import type { PortalStore } from '../../src/store/portal-store.ts';
import { onEachEngine, openTestStore } from './test-store.ts';

onEachEngine('child companies', (engine) => {
  let store: Store;
  let portals = 0;
  beforeAll(async () => {
    store = await openTestStore(engine);
  });
  afterAll(() => store.close());

  /** A portal with these companies, each with its parent's id; null: none. */
  async function portalOf(parents: Readonly<Record<string, string | null>>): Promise<PortalStore> {
    portals += 1;
    const portal = store.portal(portalId(portals));
    await save(portal, parents, 100);
    return portal;
  }
  const save = (portal: PortalStore, parents: Readonly<Record<string, string | null>>, at: number) =>
    portal.saveRecords(
      'companies',
      Object.entries(parents).map(([id, parent]) => ({
        id,
        effectiveAt: at,
        values: { name: `Company ${id}`, hs_parent_company_id: parent },
        companyIds: [],
      })),
      at,
    );
  const below = async (portal: PortalStore, id: string, limit = 100) =>
    await portal.childCompanies(companyId(id), limit);

  it('at every level, nearest first, then by id; none beside or above', async () => {
    const portal = await portalOf({ 1: null, 5: '1', 3: '1', 2: '5', 4: '2', 8: null, 9: '8' });
    expect(await below(portal, '1')).toEqual({ ids: ['3', '5', '2', '4'], total: 4 });
    expect(await below(portal, '5')).toEqual({ ids: ['2', '4'], total: 2 });
    expect(await below(portal, '4')).toEqual({ ids: [], total: 0 });
  });

  it('at most so many, with how many there are', async () => {
    const portal = await portalOf({ 1: null, 2: '1', 3: '1', 4: '2' });
    expect(await below(portal, '1', 2)).toEqual({ ids: ['2', '3'], total: 3 });
  });

  it('ends in a circle, and never finds the company itself', async () => {
    const portal = await portalOf({ 1: '3', 2: '1', 3: '2', 7: '7' });
    expect(await below(portal, '1')).toEqual({ ids: ['2', '3'], total: 2 });
    expect(await below(portal, '7')).toEqual({ ids: [], total: 0 });
  });

  it('as they are now: who moved, and who is gone with all below', async () => {
    const portal = await portalOf({ 1: null, 2: '1', 3: '2', 4: '1', 6: null });
    await save(portal, { 4: '6' }, 200);
    expect((await below(portal, '1')).ids).toEqual(['2', '3']);
    expect((await below(portal, '6')).ids).toEqual(['4']);
    await portal.endRecords('companies', [{ id: '2', effectiveAt: 300 }], 300);
    expect((await below(portal, '1')).ids).toEqual([]);
    // A parent that was merged away or deleted: its children are nobody's until HubSpot says whose.
    expect((await below(portal, '2')).ids).toEqual(['3']);
  });

  it('of this portal alone', async () => {
    const [one, other] = [await portalOf({ 1: null, 2: '1' }), await portalOf({ 1: null, 3: '1' })];
    expect([(await below(one, '1')).ids, (await below(other, '1')).ids]).toEqual([['2'], ['3']]);
  });
});
