import { expect, it } from 'vitest';
import { freshPortals, onEachEngine } from './test-store.ts';

onEachEngine('names of companies', (engine) => {
  const makePortal = freshPortals(engine);

  it('are the latest of those that are held; of no other portal', async () => {
    const [portal, other] = [makePortal(), makePortal()];
    const named = (id: string, name: string | null) => ({ id, effectiveAt: 5, values: { name } });
    await portal.saveRecords('companies', [named('1', 'Old'), named('2', null), named('3', 'Gone')], 10);
    await portal.saveRecords('companies', [named('1', 'Vale Foods')], 11);
    await portal.endRecords('companies', [{ id: '3', effectiveAt: 6 }], 12);
    await other.saveRecords('companies', [named('4', 'Theirs')], 10);
    expect([...(await portal.companyNames(['1', '2', '3', '4', 'x']))].toSorted()).toEqual([
      ['1', 'Vale Foods'],
      ['2', null],
    ]);
    expect([...(await portal.companyNames([]))]).toEqual([]);
  });
});
