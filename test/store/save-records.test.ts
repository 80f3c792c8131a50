import { expect, it } from 'vitest';
import { companyId } from '../../src/ids.ts';
import type { FactRecord } from '../../src/scoring/facts.ts';
import type { PortalStore } from '../../src/store/portal-store.ts';
import type { SeenRecord } from '../../src/store/save-records.ts';
import { freshPortals, onEachEngine } from './test-store.ts';

onEachEngine('saving records', (engine) => {
  const freshPortal = freshPortals(engine);
  /** A new portal that holds one company, "1", seen at 10. */
  async function makePortal(): Promise<PortalStore> {
    const portal = freshPortal();
    await portal.saveRecords('companies', [{ id: '1', effectiveAt: 5, values: { name: 'One' } }], 10);
    return portal;
  }

  const deal = (values: SeenRecord['values'], effectiveAt = 5, companyIds: readonly string[] = ['1']): SeenRecord => ({
    id: 'd',
    effectiveAt,
    values,
    companyIds,
  });

  const recordsOf = async (portal: PortalStore, id = '1'): Promise<readonly FactRecord[]> =>
    (await portal.account(companyId(id)))?.records ?? [];

  const statesOf = async (portal: PortalStore) =>
    (await recordsOf(portal))[0]?.versions.map((version) => [version.seenAt, version.values]);

  it('adds a version only when the values change, whatever the order of their keys', async () => {
    const portal = await makePortal();
    expect(await portal.saveRecords('deals', [deal({ amount: 1, dealname: 'A' })], 10)).toEqual({ changed: 1 });
    expect(await portal.saveRecords('deals', [deal({ dealname: 'A', amount: 1 }, 6)], 11)).toEqual({ changed: 0 });
    expect(await portal.saveRecords('deals', [deal({ dealname: 'A', amount: 2 }, 6)], 12)).toEqual({ changed: 1 });
    expect(await statesOf(portal)).toEqual([
      [10, { amount: 1, dealname: 'A' }],
      [12, { amount: 2, dealname: 'A' }],
    ]);
  });

  it('gives values back as they were saved, but for what PostgreSQL cannot hold', async () => {
    const portal = await makePortal();
    const values = {
      text: 'Şirket "\\u0000" \\ 🙂',
      amount: 0.1,
      big: 1_754_000_000_123,
      flag: false,
      none: null,
      ids: ['2', '10'],
    };
    await portal.saveRecords('deals', [deal(values)], 10);
    expect(await statesOf(portal)).toEqual([[10, values]]);
    await portal.saveRecords('deals', [deal({ text: 'cut \ud83d and \u0000nul' })], 11);
    expect((await statesOf(portal))?.at(-1)).toEqual([11, { text: 'cut \ufffd and nul' }]);
  });

  it('replaces a version of the same moment, and repeats safely', async () => {
    const portal = await makePortal();
    await portal.saveRecords('deals', [deal({ amount: 1 })], 10);
    expect(await portal.saveRecords('deals', [deal({ amount: 1 })], 10)).toEqual({ changed: 0 });
    expect(await portal.saveRecords('deals', [deal({ amount: 2 })], 10)).toEqual({ changed: 1 });
    expect(await statesOf(portal)).toEqual([[10, { amount: 2 }]]);
  });

  it('takes the last of two records with one id in one call', async () => {
    const portal = await makePortal();
    const { changed } = await portal.saveRecords('deals', [deal({ amount: 1 }), deal({ amount: 2 })], 10);
    expect(changed).toBe(1);
    expect(await statesOf(portal)).toEqual([[10, { amount: 2 }]]);
  });

  it('ignores a state that HubSpot dates before the one it holds, and takes one of the same date', async () => {
    const portal = await makePortal();
    await portal.saveRecords('deals', [deal({ amount: 2 }, 8)], 10);
    expect(await portal.saveRecords('deals', [deal({ amount: 1 }, 7)], 11)).toEqual({ changed: 0 });
    expect(await portal.saveRecords('deals', [deal({ amount: 2, dealname: 'read since' }, 8)], 12)).toEqual({
      changed: 1,
    });
    expect(await statesOf(portal)).toEqual([
      [10, { amount: 2 }],
      [12, { amount: 2, dealname: 'read since' }],
    ]);
  });

  it('keeps the newest state latest, though it was seen earlier', async () => {
    const portal = await makePortal();
    await portal.saveRecords('deals', [deal({ amount: 1 }, 5)], 1_000);
    await portal.saveRecords('deals', [deal({ amount: 2 }, 6)], 20);
    expect(await statesOf(portal)).toEqual([
      [1_000, { amount: 1 }],
      [1_001, { amount: 2 }],
    ]);
  });

  it('ends records, once, whatever the date of archiving; unknown ones add nothing', async () => {
    const portal = await makePortal();
    await portal.saveRecords('deals', [deal({ amount: 1 }, 8)], 10);
    const gone = [
      { id: 'd', effectiveAt: 7 },
      { id: 'never seen', effectiveAt: 7 },
    ];
    expect(await portal.endRecords('deals', gone, 11)).toEqual({ changed: 1 });
    expect(await portal.endRecords('deals', gone, 12)).toEqual({ changed: 0 });
    expect(await statesOf(portal)).toEqual([
      [10, { amount: 1 }],
      [11, null],
    ]);
    expect(await portal.countRecords()).toMatchObject({ companies: 1, deals: 0 });
  });

  it('brings a record back when it is seen after its end, but not in the cycle that ended it', async () => {
    const portal = await makePortal();
    await portal.saveRecords('deals', [deal({ amount: 1 }, 5)], 10);
    await portal.endRecords('deals', [{ id: 'd', effectiveAt: 8 }], 11);
    expect(await portal.saveRecords('deals', [deal({ amount: 1 }, 5)], 11)).toEqual({ changed: 0 });
    expect(await portal.saveRecords('deals', [deal({ amount: 1 }, 5)], 12)).toEqual({ changed: 1 });
    expect((await statesOf(portal))?.map(([seenAt]) => seenAt)).toEqual([10, 11, 12]);
  });

  it('opens and closes links, one record for each interval', async () => {
    const portal = await makePortal();
    await portal.saveRecords('companies', [{ id: '2', effectiveAt: 5, values: {} }], 10);
    for (const [companyIds, seenAt] of [
      [['1', '2', '1'], 10],
      [['1', '2'], 11],
      [['2'], 12],
      [['1', '2'], 13],
    ] as const) {
      await portal.saveRecords('deals', [deal({}, 5, companyIds)], seenAt);
    }
    const intervals = async (id: string) =>
      (await recordsOf(portal, id)).map((record) => [record.linkedAt, record.unlinkedAt]);
    expect(await intervals('1')).toEqual([
      [10, 12],
      [13, null],
    ]);
    expect(await intervals('2')).toEqual([[10, null]]);
  });

  it('forgets a link that was set and taken away at one moment', async () => {
    const portal = await makePortal();
    await portal.saveRecords('deals', [deal({}, 5, ['1'])], 10);
    await portal.saveRecords('deals', [deal({}, 5, [])], 10);
    expect(await recordsOf(portal)).toEqual([]);
    await portal.saveRecords('deals', [deal({}, 5, ['1'])], 10);
    expect(await recordsOf(portal)).toHaveLength(1);
  });

  it('saves all of a call, in several statements, or nothing', async () => {
    const portal = await makePortal();
    const many = Array.from({ length: 1_203 }, (_, index) => ({ ...deal({ amount: index }), id: `d${index}` }));
    expect(await portal.saveRecords('deals', many, 10)).toEqual({ changed: 1_203 });
    const spoilt = many.map((record, index) => ({ ...record, values: {}, effectiveAt: index === 1_200 ? 0.5 : 6 }));
    await expect(portal.saveRecords('deals', spoilt, 11)).rejects.toThrow('bigint');
    expect((await recordsOf(portal)).every((record) => record.versions.length === 1)).toBe(true);
    const counts = Object.entries(await portal.countRecords()).filter(([, count]) => count > 0);
    expect(Object.fromEntries(counts)).toEqual({ companies: 1, deals: 1_203 });
  });

  it('takes calls at once, each whole', async () => {
    const portal = await makePortal();
    const calls = Array.from({ length: 8 }, (_, call) =>
      portal.saveRecords('deals', [{ ...deal({ amount: call }), id: `d${call}` }], 10),
    );
    expect(await Promise.all(calls)).toEqual(calls.map(() => ({ changed: 1 })));
    expect(await recordsOf(portal)).toHaveLength(8);
  });
});
