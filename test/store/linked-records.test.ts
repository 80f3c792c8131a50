import { setTimeout as delay } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { companyId, portalId } from '../../src/ids.ts';
import type { ObjectType } from '../../src/scoring/object-types.ts';
import { connectDataDir } from '../../src/store/connect-pglite.ts';
import { connectPostgres } from '../../src/store/connect-postgres.ts';
import { openStore, type StoreAddress } from '../../src/store/open-store.ts';
import type { PortalStore } from '../../src/store/portal-store.ts';
import { makeStoreAddress } from '../integration/store-address.ts';
import { onEachEngine } from './test-store.ts';

const PORTAL = portalId(1);
const COMPANIES = Array.from({ length: 30 }, (_, index) => `${index}`);
const TYPES = ['deals', 'tickets', 'emails'] as const satisfies readonly ObjectType[];

const recordsOf = async (portal: PortalStore) =>
  (await Array.fromAsync(portal.accounts())).flat().map(({ companyId: id, records }) => ({ id, records }));

/** Runs a statement past the store, which must be closed: the embedded database is one process's. */
async function pastTheStore(address: StoreAddress, statement: string): Promise<readonly unknown[]> {
  const { connect, close } = await ('databaseUrl' in address
    ? connectPostgres(address.databaseUrl)
    : connectDataDir((address as { dataDir: string }).dataDir));
  try {
    const session = await connect(PORTAL);
    const { rows } = await session.query(statement).finally(() => session.release());
    return rows;
  } finally {
    await close();
  }
}

async function makePortal(address: StoreAddress) {
  const store = await openStore(address);
  const portal = store.portal(PORTAL);
  await portal.saveRecords(
    'companies',
    COMPANIES.map((id) => ({ id, effectiveAt: 1, values: {} })),
    1,
  );
  return { store, portal };
}

onEachEngine('what was put together of companies’ records', (engine) => {
  it('is kept by whoever reads all of them, dropped where something of it changes, and read from then on', async () => {
    const address = await makeStoreAddress(engine);
    const { store, portal } = await makePortal(address);
    const deal = (id: string, ...companyIds: string[]) => ({ id, effectiveAt: 1, values: { amount: 1 }, companyIds });
    await portal.saveRecords('deals', [deal('d', '1', '2'), deal('e', '3')], 10);
    // Its company was another one once, which holds what becomes of it, too.
    await portal.saveRecords('deals', [deal('m', '4')], 10);
    await portal.saveRecords('deals', [deal('m', '5')], 12);
    await recordsOf(portal);
    await portal.endRecords(
      'deals',
      [
        { id: 'd', effectiveAt: 20 },
        { id: 'm', effectiveAt: 20 },
      ],
      20,
    );
    await store.close();
    const kept = await pastTheStore(
      address,
      'select company_id as id from company_records order by length(company_id), 1',
    );
    expect(kept).toEqual(COMPANIES.filter((id) => !['1', '2', '4', '5'].includes(id)).map((id) => ({ id })));

    // Only what is kept can tell of this from now on.
    await pastTheStore(address, 'delete from link');
    const again = await openStore(address);
    onTestFinished(() => again.close());
    const records = (id: string) =>
      again
        .portal(PORTAL)
        .account(companyId(id))
        .then((account) => account?.records);
    expect(await records('3')).toEqual([
      {
        objectType: 'deals',
        id: 'e',
        linkedAt: 10,
        unlinkedAt: null,
        versions: [{ effectiveAt: 1, seenAt: 10, values: { amount: 1 } }],
      },
    ]);
    expect(await records('1')).toEqual([]);
  });

  // The embedded database does one transaction after the other.
  if (engine === 'postgres')
    it('is not kept while somebody writes, and nobody waits for that', async () => {
      const address = (await makeStoreAddress(engine)) as { databaseUrl: string };
      const { store, portal } = await makePortal(address);
      const seen = { id: 'd', effectiveAt: 1, values: { amount: 1 } };
      await portal.saveRecords('deals', [{ ...seen, companyIds: ['1'] }], 10);

      const { connect, close } = await connectPostgres(address.databaseUrl);
      const session = await connect(PORTAL);
      await session.query('begin; lock table link in exclusive mode');
      const writing = portal.saveRecords(
        'deals',
        [{ ...seen, effectiveAt: 2, values: { amount: 2 }, companyIds: ['2'] }],
        20,
      );
      // It has the lock of its type by now, or soon; who reads before that keeps what it is about to drop.
      await delay(100);
      const amounts = async () =>
        Object.fromEntries(
          (await recordsOf(portal)).flatMap(({ id, records }) => records.map(({ versions }) => [id, versions.length])),
        );
      expect(await amounts()).toEqual({ 1: 1 });
      const { rows } = await session.query('select count(*)::int as kept from company_records');
      expect(rows).toEqual([{ kept: 0 }]);
      await session.query('commit');
      session.release();
      await close();
      await writing;
      expect(await amounts()).toEqual({ 1: 2, 2: 2 });
      expect(await amounts()).toEqual({ 1: 2, 2: 2 });
      await store.close();
      expect(await pastTheStore(address, 'select company_id from company_records')).toHaveLength(COMPANIES.length);
    });

  it('is put together by several at once, in whatever order each of them goes', async () => {
    const address = await makeStoreAddress(engine);
    const { store, portal } = await makePortal(address);
    onTestFinished(() => store.close());
    const ids = COMPANIES.map(companyId);
    const readAll = async (asked: typeof ids) => (await Array.fromAsync(portal.accountsOf(asked))).flat();
    for (let round = 0; round < 20; round += 1) {
      const seen = { id: 'd', effectiveAt: round, values: { amount: round }, companyIds: COMPANIES };
      await portal.saveRecords('deals', [seen], 10 + round);
      const read = await Promise.all([
        readAll(ids),
        readAll(ids.toReversed()),
        readAll(ids),
        readAll(ids.toReversed()),
      ]);
      const amounts = read.flat().map(({ records }) => records[0]?.versions.at(-1)?.values?.amount);
      expect(new Set(amounts)).toEqual(new Set([round]));
    }
  });

  it('is never older than what was written, however many read and write at once', async () => {
    const address = await makeStoreAddress(engine);
    const { store, portal } = await makePortal(address);
    let moment = 10;
    let writing = TYPES.length;
    const write = async (type: (typeof TYPES)[number]) => {
      for (let round = 0; round < 40; round += 1) {
        moment += 1;
        const seen = Array.from({ length: 5 }, (_, index) => ({
          id: `${(round * 3 + index) % 11}`,
          effectiveAt: moment,
          values: { hs_object_source: `${round}` },
          companyIds: [COMPANIES[(round + index * 7) % 30] ?? '', COMPANIES[(round * 5) % 30] ?? ''],
        }));
        await portal.saveRecords(type, seen, moment);
        if (round % 9 === 0) await portal.endRecords(type, [{ id: `${round % 11}`, effectiveAt: moment }], moment);
      }
      writing -= 1;
    };
    const read = async () => {
      while (writing > 0) await recordsOf(portal);
    };
    await Promise.all([...TYPES.map(write), read(), read()]);
    const held = await recordsOf(portal);
    await store.close();
    const [count] = (await pastTheStore(address, 'select count(*)::int as kept from company_records')) as [
      { kept: number },
    ];
    expect(count.kept).toBe(COMPANIES.length);
    await pastTheStore(address, 'delete from company_records');
    const again = await openStore(address);
    onTestFinished(() => again.close());
    expect(held).toEqual(await recordsOf(again.portal(PORTAL)));
  });
});
