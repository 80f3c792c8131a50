import { Kysely, PostgresDialect, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { expect, it } from 'vitest';
import { portalId } from '../../src/ids.ts';
import { connectMemory } from '../../src/store/connect-pglite.ts';
import { makePortalStore } from '../../src/store/make-portal-store.ts';
import { migrate } from '../../src/store/migrate.ts';
import { firstTables } from '../../src/store/migrations/001-first-tables.ts';
import type { Tables } from '../../src/store/tables.ts';

it('an older database keeps what it holds; a pass that was under way in it begins anew', async () => {
  const { pool, close } = await connectMemory();
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const provider = { getMigrations: async () => ({ '001-first-tables': firstTables }) };
  await new Migrator({ db, provider }).migrateToLatest();
  const old = { planHash: 'h', cursor: { kind: 'full', after: '100', startedAt: 1, since: null }, completeTo: 5 };
  await sql`insert into sync_state values (1, 'deals', ${JSON.stringify(old)}::jsonb)`.execute(db);

  await migrate(db);
  const portal = makePortalStore({ db, portalId: portalId(1) });
  const now = { planHash: 'h', cursor: null, completeTo: 5, choice: null, round: null };
  expect(await portal.syncState('deals')).toEqual(now);
  await migrate(db);
  expect(await portal.syncState('deals')).toEqual(now);
  await close();
});
