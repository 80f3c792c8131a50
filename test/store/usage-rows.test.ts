import { Kysely, PostgresDialect } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { companyId, portalId } from '../../src/ids.ts';
import { DAY_MS } from '../../src/scoring/calendar.ts';
import { connectMemory } from '../../src/store/connect-pglite.ts';
import { hashIngestKey, ingestKeyId, isIngestKey, newIngestKey } from '../../src/store/ingest-key.ts';
import { makePortalStore } from '../../src/store/make-portal-store.ts';
import { migrate } from '../../src/store/migrate.ts';
import type { Store } from '../../src/store/open-store.ts';
import type { PortalStore } from '../../src/store/portal-store.ts';
import type { Tables } from '../../src/store/tables.ts';
import type { UsageRow } from '../../src/store/usage-rows.ts';
import { onEachEngine, openTestStore } from './test-store.ts';

const BY = { kind: 'service' } as const;

onEachEngine('posted usage', (engine) => {
  let store: Store;
  let portals = 0;
  beforeAll(async () => {
    store = await openTestStore(engine);
  });
  afterAll(() => store.close());

  const one = companyId('1');
  const makePortal = async (): Promise<PortalStore> => {
    portals += 1;
    const portal = store.portal(portalId(portals));
    const companies = ['1', '2', '3'].map((id) => ({ id, effectiveAt: 5, values: { domain: `C${id}.example` } }));
    await portal.saveRecords('companies', companies, 10);
    return portal;
  };
  const row = (more: Partial<UsageRow> = {}): UsageRow => ({
    companyId: one,
    metric: 'logins',
    key: 'a',
    at: 2 * DAY_MS,
    value: 5,
    ...more,
  });
  const usageOf = async (portal: PortalStore, id = one) =>
    ((await portal.account(id))?.usage ?? []).map(({ metric, key, at, value, seenAt }) => [
      metric,
      key,
      at,
      value,
      seenAt,
    ]);

  it('keeps a row once, and a correction as a version of its own', async () => {
    const portal = await makePortal();
    await portal.saveUsage([row()], 100);
    await portal.saveUsage([row()], 200);
    expect(await usageOf(portal)).toEqual([['logins', 'a', 2 * DAY_MS, 5, 100]]);
    await portal.saveUsage([row({ value: 6 })], 300);
    await portal.saveUsage([row({ value: 6, at: 3 * DAY_MS })], 400);
    expect(await usageOf(portal)).toEqual([
      ['logins', 'a', 2 * DAY_MS, 5, 100],
      ['logins', 'a', 2 * DAY_MS, 6, 300],
      ['logins', 'a', 3 * DAY_MS, 6, 400],
    ]);
  });

  it('of rows of one key in one post the last stands; companies, metrics and keys are apart', async () => {
    const portal = await makePortal();
    await portal.saveUsage(
      [row({ value: 1 }), row({ metric: 'seats' }), row({ key: 'b' }), row({ companyId: companyId('2') }), row()],
      100,
    );
    await portal.saveUsage([], 101);
    expect(await usageOf(portal)).toEqual([
      ['logins', 'a', 2 * DAY_MS, 5, 100],
      ['logins', 'b', 2 * DAY_MS, 5, 100],
      ['seats', 'a', 2 * DAY_MS, 5, 100],
    ]);
    expect(await usageOf(portal, companyId('2'))).toHaveLength(1);
    expect(await portal.account(companyId('3'))).not.toHaveProperty('usage');
  });

  it('takes many rows from several at once', async () => {
    const portal = await makePortal();
    const rows = Array.from({ length: 1_000 }, (_, index) => row({ key: `k${index}`, at: index * DAY_MS, value: 0.5 }));
    await Promise.all([
      portal.saveUsage(rows, 100),
      portal.saveUsage(rows.toReversed(), 100),
      portal.saveUsage(rows.slice(300), 100),
    ]);
    expect(await usageOf(portal)).toHaveLength(1_000);
    expect((await Array.fromAsync(portal.accounts())).flat().map(({ usage = [] }) => usage.length)).toEqual([
      1_000, 0, 0,
    ]);
  });

  it('tells when posting began, and of which days', async () => {
    const [portal, other] = [await makePortal(), await makePortal()];
    expect(await portal.usageFeed()).toBeUndefined();
    await portal.saveUsage([row({ at: 4 * DAY_MS - 1 }), row({ key: 'b', at: 4 * DAY_MS })], 200);
    await portal.saveUsage([row({ metric: 'seats', at: -1 }), row({ key: 'c', at: 4 * DAY_MS + 1 })], 300);
    expect(await portal.usageFeed()).toEqual({ runningSince: 200, days: { logins: [3, 4], seats: [-1] } });
    expect([await other.usageFeed(), await usageOf(other)]).toEqual([undefined, []]);
  });

  it('finds companies held now by id, and by the domain that they have now', async () => {
    const [portal, other] = [await makePortal(), await makePortal()];
    await portal.saveRecords('companies', [{ id: '2', effectiveAt: 6, values: { domain: 'new.example' } }], 20);
    await portal.saveRecords('companies', [{ id: '4', effectiveAt: 6, values: { domain: 'NEW.example' } }], 20);
    await portal.endRecords('companies', [{ id: '3', effectiveAt: 6 }], 20);
    expect([...(await portal.heldCompanies(['1', '2', '3', '99', '1']))].toSorted()).toEqual(['1', '2']);
    const domains = ['c1.example', 'c2.example', 'c3.example', 'new.example', 'c1.example'];
    expect([...(await portal.companiesByDomain(domains))].toSorted()).toEqual([
      ['c1.example', ['1']],
      ['new.example', ['2', '4']],
    ]);
    expect([...(await other.companiesByDomain(['new.example', 'c3.example']))]).toEqual([['c3.example', ['3']]]);
  });

  it('a key opens its own portal until it is revoked, and no other may revoke it', async () => {
    const [portal, other] = [await makePortal(), await makePortal()];
    const key = newIngestKey((bytes) => Buffer.alloc(bytes, portals));
    expect(isIngestKey(key)).toBe(true);
    const kept = { id: ingestKeyId(key), label: 'App', madeAt: 5 };
    await portal.addIngestKey({ ...kept, hash: hashIngestKey(key) }, BY);
    expect(await store.portalOfIngestKey(hashIngestKey(key))).toBe(portal.portalId);
    expect(await store.portalOfIngestKey(hashIngestKey(`${key}x`))).toBeUndefined();
    expect(await other.revokeIngestKey(kept.id, 9, BY)).toBe(false);
    expect([await portal.ingestKeys(), await other.ingestKeys()]).toEqual([[{ ...kept, revokedAt: null }], []]);
    expect([await portal.revokeIngestKey(kept.id, 9, BY), await portal.revokeIngestKey(kept.id, 10, BY)]).toEqual([
      true,
      false,
    ]);
    expect(await store.portalOfIngestKey(hashIngestKey(key))).toBeUndefined();
    expect(await portal.ingestKeys()).toEqual([{ ...kept, revokedAt: 9 }]);
  });
});

it('posted usage goes with a company that is purged', async () => {
  const { pool, close } = await connectMemory();
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  await migrate(db);
  const portal = makePortalStore({ db, portalId: portalId(1) });
  const row = { metric: 'logins', key: 'a', at: 5, value: 5 };
  await portal.saveUsage(
    ['1', '2'].map((id) => ({ ...row, companyId: companyId(id) })),
    100,
  );
  await portal.purge('companies', '1');
  expect(await db.selectFrom('usage_row').select('company_id').execute()).toEqual([{ company_id: '2' }]);
  await close();
});
