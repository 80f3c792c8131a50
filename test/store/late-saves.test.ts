import { expect, it } from 'vitest';
import { companyId } from '../../src/ids.ts';
import type { PortalStore } from '../../src/store/portal-store.ts';
import { freshPortals, onEachEngine } from './test-store.ts';

/** Sync reads a page at 20 and saves it at the end of each test; in between, at 30, the record was looked at again. */
onEachEngine('a page that is saved after a newer look', (engine) => {
  const freshPortal = freshPortals(engine);
  const deal = (effectiveAt: number, amount: number, companyIds: readonly string[] = ['1']) => [
    { id: 'd', effectiveAt, values: { amount }, companyIds },
  ];

  /** A portal with two companies and a deal of 1 at the first of them, modified at 5 and seen at 10. */
  async function makePortal(): Promise<PortalStore> {
    const portal = freshPortal();
    const companies = ['1', '2'].map((id) => ({ id, effectiveAt: 5, values: {} }));
    await portal.saveRecords('companies', companies, 10);
    await portal.saveRecords('deals', deal(5, 1), 10);
    return portal;
  }

  async function heldAt(portal: PortalStore, company: string) {
    const records = (await portal.account(companyId(company)))?.records ?? [];
    const open = records.find((record) => record.unlinkedAt === null);
    return open?.versions.at(-1)?.values;
  }

  it('does not undo a change', async () => {
    const portal = await makePortal();
    await portal.saveRecords('deals', deal(25, 3), 30);
    expect(await portal.saveRecords('deals', deal(15, 2), 20)).toEqual({ changed: 0 });
    expect(await heldAt(portal, '1')).toEqual({ amount: 3 });
  });

  it('does not undo what was computed anew without a date', async () => {
    const portal = await makePortal();
    await portal.saveRecords('deals', deal(5, 3), 30);
    expect(await portal.saveRecords('deals', deal(5, 2), 20)).toEqual({ changed: 0 });
    expect(await heldAt(portal, '1')).toEqual({ amount: 3 });
  });

  it('does not undo a deletion, whatever HubSpot’s dates are', async () => {
    const portal = await makePortal();
    await portal.endRecords('deals', [{ id: 'd', effectiveAt: 7 }], 30);
    expect(await portal.saveRecords('deals', deal(28, 2), 20)).toEqual({ changed: 0 });
    expect(await heldAt(portal, '1')).toBeNull();
  });

  it('does not undo a restoration: the archived list was read before it', async () => {
    const portal = await makePortal();
    await portal.endRecords('deals', [{ id: 'd', effectiveAt: 12 }], 15);
    await portal.saveRecords('deals', deal(5, 1), 30);
    expect(await portal.endRecords('deals', [{ id: 'd', effectiveAt: 12 }], 20)).toEqual({ changed: 0 });
    expect(await heldAt(portal, '1')).toEqual({ amount: 1 });
  });

  it('does not undo an association that was made since', async () => {
    const portal = await makePortal();
    await portal.saveRecords('deals', deal(5, 1, ['1', '2']), 30);
    await portal.saveRecords('deals', deal(5, 1, ['1']), 20);
    expect(await heldAt(portal, '2')).toEqual({ amount: 1 });
  });

  it('does not undo an association that was taken away since, but brings its values', async () => {
    const portal = await makePortal();
    await portal.saveRecords('deals', deal(5, 1, []), 30);
    expect(await portal.saveRecords('deals', deal(15, 2, ['1', '2']), 20)).toEqual({ changed: 1 });
    expect([await heldAt(portal, '1'), await heldAt(portal, '2')]).toEqual([undefined, undefined]);
    await portal.saveRecords('deals', deal(15, 2, ['2']), 31);
    expect(await heldAt(portal, '2')).toEqual({ amount: 2 });
  });

  it('sets the links of the records beside one that it leaves alone', async () => {
    const portal = await makePortal();
    await portal.saveRecords('deals', deal(5, 1, []), 30);
    const beside = { id: 'e', effectiveAt: 5, values: { amount: 9 }, companyIds: ['2'] };
    await portal.saveRecords('deals', [...deal(5, 1), beside], 20);
    expect([await heldAt(portal, '1'), await heldAt(portal, '2')]).toEqual([undefined, { amount: 9 }]);
  });

  it('brings back nothing that ended while search could still show it', async () => {
    const portal = await makePortal();
    await portal.endRecords('deals', [{ id: 'd', effectiveAt: 8 }], 15);
    expect(await portal.saveRecords('deals', deal(9, 2), 20, { staleByMs: 5 })).toEqual({ changed: 0 });
    expect(await portal.saveRecords('deals', deal(9, 2), 20, { staleByMs: 4 })).toEqual({ changed: 1 });
    expect(await heldAt(portal, '1')).toEqual({ amount: 2 });
  });

  it('takes values of a search as they come: only ends are shown late', async () => {
    const portal = await makePortal();
    expect(await portal.saveRecords('deals', deal(5, 2), 11, { staleByMs: 1_000 })).toEqual({ changed: 1 });
  });

  it('is the same whoever saves first, and however many at once', async () => {
    const portal = await makePortal();
    const looks = Array.from({ length: 12 }, (_, index) => ({ amount: index, at: 20 + index }));
    const shuffled = looks.toSorted((a, b) => ((a.at * 7) % 12) - ((b.at * 7) % 12));
    await Promise.all(
      shuffled.map(({ amount, at }) =>
        portal.saveRecords('deals', deal(at, amount, amount === 11 ? ['2'] : ['1']), at),
      ),
    );
    expect([await heldAt(portal, '1'), await heldAt(portal, '2')]).toEqual([undefined, { amount: 11 }]);
  });
});
