import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { portalId } from '../../src/ids.ts';
import { makePortalStore } from '../../src/store/make-portal-store.ts';
import { EXPORTED_TABLES, PORTAL_TABLES, type PortalTable } from '../../src/store/portal-tables.ts';
import { fillEveryTable, openRaw, type RawDatabase, rowsOf, tablesOfPortals } from './filled-tables.ts';
import { onEachEngine } from './test-store.ts';

onEachEngine('a portal’s data', (engine) => {
  let raw: RawDatabase;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ raw, close } = await openRaw(engine));
  });
  afterAll(() => close());
  const portal = (id: number) => makePortalStore({ db: raw, portalId: portalId(id) });

  async function exported(id: number): Promise<Map<PortalTable, unknown[]>> {
    const found = new Map<PortalTable, unknown[]>();
    await portal(id).exportRows(async (table, rows) => {
      found.set(table, [...(found.get(table) ?? []), ...rows]);
    });
    return found;
  }

  test('every table with a portal_id is covered', async () => {
    expect(PORTAL_TABLES.toSorted()).toEqual(await tablesOfPortals(raw));
  });

  test('an export holds every row of the portal, no other’s, and no secret', async () => {
    const filled = await fillEveryTable(raw, 1, 3);
    await fillEveryTable(raw, 2, 3);
    const found = await exported(1);
    expect([...found.keys()]).toEqual([...EXPORTED_TABLES]);
    for (const [table, rows] of found) expect([table, rows.length]).toEqual([table, filled[table]]);
    const text = JSON.stringify([...found]);
    expect(text).toContain('of-1-');
    expect(text).not.toContain('of-2-');
    expect(text).not.toContain('"hash"');
    expect(text).not.toContain('"sealed_tokens"');
    expect(text).not.toContain('portal_id');
  });

  test('rows come in batches, each once, as they stood when the export began', async () => {
    await fillEveryTable(raw, 3, 1);
    await sql`insert into fact select 3, 'deals', n::text, 1, 1, '{}'::jsonb from generate_series(1, 2500) n`.execute(
      raw,
    );
    const ids: string[] = [];
    let batches = 0;
    await portal(3).exportRows(async (table, rows) => {
      if (table !== 'fact') return;
      batches += 1;
      ids.push(...rows.map((row) => String(row.record_id)));
    });
    expect([batches, ids.length, new Set(ids).size]).toEqual([3, 2_501, 2_501]);
  });

  test('an erasure leaves no row in any table, and another portal as it was', async () => {
    await fillEveryTable(raw, 4, 2);
    await sql`insert into fact select 4, 'deals', n::text, 1, 1, '{}'::jsonb from generate_series(1, 12000) n`.execute(
      raw,
    );
    await fillEveryTable(raw, 5, 2);
    const before = await rowsOf(raw, 5);
    const counted = await portal(4).countRows();
    expect(counted).toMatchObject({ portal: 1, fact: 12_002, model: 2 });
    expect(Object.keys(counted).toSorted()).toEqual(PORTAL_TABLES.toSorted());
    expect(await portal(4).erase()).toEqual(counted);
    expect(await rowsOf(raw, 4)).toEqual({});
    expect(await portal(4).countRows()).toEqual({});
    expect(await rowsOf(raw, 5)).toEqual(before);
    expect(await portal(4).erase()).toEqual({});
  });

  test('the models stay where that is asked', async () => {
    await fillEveryTable(raw, 6, 2);
    const { model, ...rest } = await portal(6).countRows();
    expect([model, await portal(6).countRows({ keepModel: true })]).toEqual([2, rest]);
    await portal(6).erase({ keepModel: true });
    expect(Object.keys(await rowsOf(raw, 6))).toEqual(['model']);
  });

  test('an erasure that died is gone on with', async () => {
    await fillEveryTable(raw, 7, 2);
    await sql`delete from portal where portal_id = 7`.execute(raw);
    await portal(7).erase();
    expect(await rowsOf(raw, 7)).toEqual({});
  });
});
