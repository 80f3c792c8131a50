import { type Kysely, sql } from 'kysely';
import type { PortalId } from '../ids.ts';
import { portalOfIngestKey } from './ingest-keys.ts';
import { type Installation, readInstallations } from './installations.ts';
import { tablesAreCurrent } from './migrate.ts';
import type { Tables } from './tables.ts';

/** The few questions that are not about one portal. They tell which portals there are and whose something is, never what a portal holds. */
export interface AcrossPortals {
  /** Whose ingest key has this hash; undefined for one that nobody has, or that was revoked. */
  portalOfIngestKey(hash: string): Promise<PortalId | undefined>;
  /** The portals with a saved profile, ascending. */
  portals(): Promise<PortalId[]>;
  /** Every portal that ever installed the app and was not erased since, ascending. */
  installations(): Promise<readonly Installation[]>;
  /** Whether the tables are those of this version of the app. Rejects where the database does not answer. */
  isCurrent(): Promise<boolean>;
  /** Which PostgreSQL it is, and how much room all that is stored takes. */
  about(): Promise<{ readonly version: string; readonly bytes: number }>;
}

/** The one place whose queries see the rows of all portals, besides migrations. What is asked of one portal belongs in PortalStore. */
export function makeAcrossPortals(db: Kysely<Tables>): AcrossPortals {
  return {
    portalOfIngestKey: (hash) => portalOfIngestKey(db, hash),
    installations: () => readInstallations(db),
    async portals() {
      const rows = await db.selectFrom('portal').select('portal_id').orderBy('portal_id').execute();
      return rows.map((row) => row.portal_id);
    },
    isCurrent: () => tablesAreCurrent(db),
    async about() {
      const { rows } = await sql<{ version: string; bytes: number }>`
        select current_setting('server_version') as version, pg_database_size(current_database()) as bytes
      `.execute(db);
      return rows[0] ?? { version: 'unknown', bytes: 0 };
    },
  };
}
