import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { InputError } from '../errors.ts';
import { firstTables } from './migrations/001-first-tables.ts';
import { eventsAndStaging } from './migrations/002-events-and-staging.ts';
import { judgementsAndUsage } from './migrations/003-judgements-and-usage.ts';
import { models } from './migrations/004-models.ts';
import { propertyHistory } from './migrations/005-property-history.ts';
import { bandEvents } from './migrations/006-band-events.ts';
import { companyRecords } from './migrations/007-company-records.ts';
import { installation } from './migrations/008-installation.ts';
import { rowSecurity } from './migrations/009-row-security.ts';
import { seenRequests } from './migrations/010-seen-requests.ts';
import { settingsAndAudit } from './migrations/011-settings-and-audit.ts';
import { portalModels } from './migrations/012-portal-models.ts';
import { plays } from './migrations/013-plays.ts';
import { acrossRows } from './row-security.ts';
import type { Tables } from './tables.ts';

/** In order. A migration that was released is never edited: add the next number. */
const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '001-first-tables': firstTables,
  '002-events-and-staging': eventsAndStaging,
  '003-judgements-and-usage': judgementsAndUsage,
  '004-models': models,
  '005-property-history': propertyHistory,
  '006-band-events': bandEvents,
  '007-company-records': companyRecords,
  '008-installation': installation,
  '009-row-security': rowSecurity,
  '010-seen-requests': seenRequests,
  '011-settings-and-audit': settingsAndAudit,
  '012-portal-models': portalModels,
  '013-plays': plays,
};

/**
 * Brings the tables up to date, all or nothing. Kysely's migrator holds an advisory lock while it runs, so several
 * instances may start at once on one PostgreSQL. Throws `InputError` where a newer version of the app was here before.
 */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const migrations = Object.entries(MIGRATIONS).map(([name, migration]) => [name, acrossRows(migration)]);
  const migrator = new Migrator({ db, provider: { getMigrations: async () => Object.fromEntries(migrations) } });
  const { error } = await migrator.migrateToLatest();
  if (error instanceof Error && error.message.startsWith('corrupted migrations')) {
    throw new InputError(
      'The database was used by a newer version of this app. Upgrade the app, or name another database or data directory.',
    );
  }
  if (error !== undefined) throw error;
}

/** Whether all migrations, and no others, were done: by us as we opened the store, or since by a newer version. */
export async function tablesAreCurrent(db: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return rows.map(({ name }) => name).join() === Object.keys(MIGRATIONS).toSorted().join();
}
