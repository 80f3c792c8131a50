import { expect, it } from 'vitest';
import { companyId } from '../../src/ids.ts';
import { freshPortals, onEachEngine } from './test-store.ts';

onEachEngine('records held', (engine) => {
  const makePortal = freshPortals(engine);
  const company = (id: string) => ({ id, effectiveAt: 5, values: { name: id } });
  const deal = (id: string, companyIds: readonly string[]) => ({
    id,
    effectiveAt: 5,
    values: { amount: 1 },
    companyIds,
  });

  it('are named page by page, ended ones left out', async () => {
    const portal = makePortal();
    const ids = Array.from({ length: 25 }, (_, index) => String(index + 1));
    await portal.saveRecords(
      'deals',
      ids.map((id) => deal(id, [])),
      10,
    );
    await portal.saveRecords(
      'deals',
      ids.map((id) => ({ ...deal(id, []), effectiveAt: 6, values: { amount: 2 } })),
      11,
    );
    await portal.endRecords(
      'deals',
      ['3', '10', '25'].map((id) => ({ id, effectiveAt: 6 })),
      12,
    );
    await portal.saveRecords('deals', [{ ...deal('10', []), effectiveAt: 7 }], 13);
    await portal.saveRecords('tickets', [deal('90', [])], 13);
    const found: string[] = [];
    for (;;) {
      const page = await portal.heldIds('deals', found.at(-1) ?? null, 7);
      if (page.length === 0) break;
      expect(page.length).toBeLessThanOrEqual(7);
      found.push(...page);
    }
    expect(found).toEqual(ids.filter((id) => id !== '3' && id !== '25').toSorted());
  });

  it('know the companies they are at, or were at lately', async () => {
    const portal = makePortal();
    await portal.saveRecords('deals', [deal('1', ['1', '2']), deal('2', ['2', '3']), deal('3', ['9'])], 10);
    await portal.saveRecords('deals', [deal('1', ['1'])], 20);
    const of = async (since: number) => (await portal.companiesOf('deals', ['1', '2', 'none'], since)).toSorted();
    expect(await of(0)).toEqual(['1', '2', '3']);
    expect((await portal.companiesOf('deals', ['1'], 20)).toSorted()).toEqual(['1', '2']);
    expect(await portal.companiesOf('deals', ['1'], 21)).toEqual(['1']);
    expect(await portal.companiesOf('tickets', ['1'], 0)).toEqual([]);
    expect(await portal.companiesOf('deals', [], 0)).toEqual([]);
    expect(await portal.companiesOf('companies', ['7', '8', '7'], 0)).toEqual(['7', '8']);
  });

  it('are known by the companies they are at, ended companies too', async () => {
    const [portal, other] = [makePortal(), makePortal()];
    await portal.saveRecords('companies', [company('1'), company('2')], 10);
    await portal.saveRecords('deals', [deal('1', ['1', '2']), deal('2', ['2']), deal('3', ['3'])], 10);
    await portal.saveRecords('tickets', [deal('1', ['1'])], 10);
    await portal.saveRecords('deals', [deal('1', ['2'])], 11);
    await portal.endRecords('companies', [{ id: '2', effectiveAt: 6 }], 12);
    await other.saveRecords('deals', [deal('9', ['1'])], 10);
    const linkedTo = async (...ids: string[]) =>
      (await portal.linkedTo(ids)).map(({ objectType, id }) => `${objectType}/${id}`).toSorted();
    expect(await linkedTo('1')).toEqual(['tickets/1']);
    expect(await linkedTo('1', '2')).toEqual(['deals/1', 'deals/2', 'tickets/1']);
    expect(await linkedTo()).toEqual([]);
  });

  it('come by company, in pages, as they do one at a time', async () => {
    const portal = makePortal();
    const ids = Array.from({ length: 450 }, (_, index) => String(index + 1));
    await portal.saveRecords('companies', ids.map(company), 10);
    await portal.endRecords('companies', [{ id: '7', effectiveAt: 6 }], 11);
    // Company 400 alone has more than a page may hold of links.
    const deals = Array.from({ length: 2_100 }, (_, index) => deal(`d${index}`, [index < 2_050 ? '400' : '12']));
    await portal.saveRecords('deals', deals, 10);
    const asked = ['400', '12', 'never seen', '7', ...ids.filter((id) => !['400', '12', '7'].includes(id)), '12'];
    const pages = await Array.fromAsync(portal.accountsOf(asked.map(companyId)));
    const accounts = pages.flat();
    expect(accounts.map((account) => account.companyId)).toEqual(
      asked.slice(0, -1).filter((id) => /^(?!7$)\d+$/.test(id)),
    );
    expect(pages.map((page) => page.length)).toEqual([1, 197, 200, 51]);
    for (const id of ['400', '12', '450'].map(companyId)) {
      expect(accounts.find((account) => account.companyId === id)).toEqual(await portal.account(id));
    }
    expect(await Array.fromAsync(portal.accountsOf([]))).toEqual([]);
  });
});
