import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { InputError } from '../errors.ts';
import { firstTables } from './migrations/001-first-tables.ts';
import { eventsAndStaging } from './migrations/002-events-and-staging.ts';
import { judgementsAndUsage } from './migrations/003-judgements-and-usage.ts';
import { models } from './migrations/004-models.ts';
import { propertyHistory } from './migrations/005-property-history.ts';
import { bandEvents } from './migrations/006-band-events.ts';
import { companyRecords } from './migrations/007-company-records.ts';
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
};

/**
 * Brings the tables up to date, all or nothing. Kysely's migrator holds an advisory lock while it runs, so several
 * instances may start at once on one PostgreSQL. Throws `InputError` where a newer version of the app was here before.
 */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  const { error } = await migrator.migrateToLatest();
  if (error instanceof Error && error.message.startsWith('corrupted migrations')) {
    throw new InputError(
      'The database was used by a newer version of this app. Upgrade the app, or name another database or data directory.',
    );
  }
  if (error !== undefined) throw error;
}
