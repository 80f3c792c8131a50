import { afterAll, beforeAll, expect, it } from 'vitest';
import { companyId, portalId } from '../../src/ids.ts';
import type { AccountFacts } from '../../src/scoring/facts.ts';
import type { Store } from '../../src/store/open-store.ts';
import { onEachEngine, openTestStore } from './test-store.ts';

onEachEngine('reading accounts', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await openTestStore(engine);
  });
  afterAll(() => store.close());

  const companies = (ids: readonly string[]) =>
    ids.map((id) => ({ id, effectiveAt: 5, values: { name: `Company ${id}` } }));
  const emails = (count: number, company: string) =>
    Array.from({ length: count }, (_, index) => ({
      id: `${company}-${index}`,
      effectiveAt: 5,
      values: { hs_timestamp: index },
      companyIds: [company],
    }));

  async function pagesOf(portal: number): Promise<(readonly AccountFacts[])[]> {
    const pages: (readonly AccountFacts[])[] = [];
    for await (const page of store.portal(portalId(portal)).accounts()) pages.push(page);
    return pages;
  }

  it('has no page for a portal without companies', async () => {
    expect(await pagesOf(1)).toEqual([]);
  });

  it('pages by id through every company that has not ended', async () => {
    const portal = store.portal(portalId(2));
    const ids = Array.from({ length: 450 }, (_, index) => String(index + 1));
    await portal.saveRecords('companies', companies(ids), 10);
    // A whole page of ended ones must not end the pages.
    const ended = ids.filter((id) => id.startsWith('2') || id.startsWith('1'));
    await portal.endRecords(
      'companies',
      ended.map((id) => ({ id, effectiveAt: 6 })),
      11,
    );
    const pages = await pagesOf(2);
    const held = ids.filter((id) => !ended.includes(id)).sort();
    expect(ended.length).toBeGreaterThan(200);
    expect(pages.flat().map((account) => account.companyId)).toEqual(held);
    expect(pages.every((page) => page.length > 0 && page.length <= 200)).toBe(true);
  });

  it('gives a page of exactly 200 companies once', async () => {
    const portal = store.portal(portalId(3));
    await portal.saveRecords('companies', companies(Array.from({ length: 200 }, (_, index) => `c${index}`)), 10);
    expect((await pagesOf(3)).map((page) => page.length)).toEqual([200]);
  });

  it('cuts pages by records, and gives a whale a page of its own', async () => {
    const portal = store.portal(portalId(4));
    await portal.saveRecords('companies', companies(['1', '2', '3', '4', '5']), 10);
    await portal.saveRecords('emails', emails(1_200, '1'), 10);
    await portal.saveRecords('emails', emails(2_400, '3'), 10);
    await portal.saveRecords('emails', emails(1_000, '4'), 10);
    await portal.saveRecords('emails', emails(1_000, '5'), 10);
    const pages = await pagesOf(4);
    expect(pages.map((page) => page.map((account) => `${account.companyId}:${account.records.length}`))).toEqual([
      ['1:1200', '2:0'],
      ['3:2400'],
      ['4:1000', '5:1000'],
    ]);
  });

  it('assembles versions by the moment they were seen, and a shared record for each of its companies', async () => {
    const portal = store.portal(portalId(5));
    await portal.saveRecords('companies', companies(['1', '2']), 10);
    await portal.saveRecords('companies', [{ id: '1', effectiveAt: 7, values: { name: 'Renamed' } }], 20);
    const ticket = { id: 't', effectiveAt: 6, companyIds: ['1', '2'] };
    await portal.saveRecords('tickets', [{ ...ticket, values: { subject: 'a' } }], 10);
    await portal.saveRecords('tickets', [{ ...ticket, values: { subject: 'b' } }], 100);
    await portal.endRecords('tickets', [{ id: 't', effectiveAt: 50 }], 1_000);
    const record = {
      objectType: 'tickets',
      id: 't',
      versions: [
        { effectiveAt: 6, seenAt: 10, values: { subject: 'a' } },
        { effectiveAt: 6, seenAt: 100, values: { subject: 'b' } },
        { effectiveAt: 50, seenAt: 1_000, values: null },
      ],
      linkedAt: 10,
      unlinkedAt: null,
    };
    const first = {
      companyId: '1',
      company: [
        { effectiveAt: 5, seenAt: 10, values: { name: 'Company 1' } },
        { effectiveAt: 7, seenAt: 20, values: { name: 'Renamed' } },
      ],
      records: [record],
    };
    const second = {
      companyId: '2',
      company: [{ effectiveAt: 5, seenAt: 10, values: { name: 'Company 2' } }],
      records: [record],
    };
    expect(await pagesOf(5)).toEqual([[first, second]]);
    expect(await portal.account(companyId('1'))).toEqual(first);
  });

  it('gives the records of a company by type and id, each once with all its versions, however many there are', async () => {
    const portal = store.portal(portalId(8));
    await portal.saveRecords('companies', companies(['1', '2']), 10);
    await portal.saveRecords('tickets', [{ id: 't', effectiveAt: 6, values: { subject: 'a' }, companyIds: ['1'] }], 10);
    for (const [seenAt, effectiveAt] of [
      [10, 5],
      [20, 6],
    ] as const) {
      const some = emails(450, '1').map((email) => ({ ...email, effectiveAt, values: { hs_timestamp: seenAt } }));
      await portal.saveRecords('emails', some, seenAt);
    }
    const account = await portal.account(companyId('1'));
    const ids = Array.from({ length: 450 }, (_, index) => `1-${index}`).sort();
    expect(account?.records.map(({ id }) => id)).toEqual([...ids, 't']);
    const versions = account?.records.map((record) => record.versions.map(({ seenAt }) => seenAt).join());
    expect(versions).toEqual([...ids.map(() => '10,20'), '10']);
  });

  it('tells of a record that was linked twice as two, each with all its versions', async () => {
    const portal = store.portal(portalId(9));
    await portal.saveRecords('companies', companies(['1']), 10);
    const ticket = { id: 't', effectiveAt: 5, values: { subject: 'a' } };
    await portal.saveRecords('tickets', [{ ...ticket, companyIds: ['1'] }], 10);
    await portal.saveRecords('tickets', [{ ...ticket, companyIds: [] }], 20);
    await portal.saveRecords('tickets', [{ ...ticket, companyIds: ['1'] }], 30);
    await portal.endRecords('tickets', [{ id: 't', effectiveAt: 6 }], 40);
    const account = await portal.account(companyId('1'));
    expect(account?.records.map(({ linkedAt, unlinkedAt }) => [linkedAt, unlinkedAt])).toEqual([
      [10, 20],
      [30, null],
    ]);
    for (const { versions } of account?.records ?? []) expect(versions.map(({ seenAt }) => seenAt)).toEqual([10, 40]);
  });

  it('does not hold an account of a company that ended or never was', async () => {
    const portal = store.portal(portalId(6));
    await portal.saveRecords('companies', companies(['1']), 10);
    await portal.endRecords('companies', [{ id: '1', effectiveAt: 6 }], 11);
    expect(await portal.account(companyId('1'))).toBeUndefined();
    expect(await portal.account(companyId('2'))).toBeUndefined();
  });

  it('lets the reader write between pages', async () => {
    const portal = store.portal(portalId(7));
    await portal.saveRecords('companies', companies(Array.from({ length: 250 }, (_, index) => `c${index}`)), 10);
    let read = 0;
    for await (const page of portal.accounts()) {
      read += page.length;
      await portal.saveShown(
        page.map((account) => ({ companyId: companyId(account.companyId), values: { score: '1' } })),
      );
    }
    expect(read).toBe(250);
  });
});
