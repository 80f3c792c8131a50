import { Kysely, PostgresDialect } from 'kysely';
import { InputError } from '../errors.ts';
import type { PortalId } from '../ids.ts';
import { connectDataDir, connectMemory } from './connect-pglite.ts';
import { connectPostgres } from './connect-postgres.ts';
import type { Connection } from './connection.ts';
import { countStamps } from './counted-stamps.ts';
import { portalOfIngestKey } from './ingest-keys.ts';
import { makePortalStore } from './make-portal-store.ts';
import { migrate } from './migrate.ts';
import type { PortalStore } from './portal-store.ts';
import type { Tables } from './tables.ts';

/** Where the facts live: a PostgreSQL server, an embedded database in a folder, or one that is gone after `close`. */
export type StoreAddress = { readonly databaseUrl: string } | { readonly dataDir: string } | { readonly memory: true };

export interface Store {
  /** The one handle that reads and writes a portal's rows; it sees no other portal's. */
  portal(id: PortalId): PortalStore;
  /** Whose ingest key has this hash; undefined for one that nobody has, or that was revoked. */
  portalOfIngestKey(hash: string): Promise<PortalId | undefined>;
  /** The portals with a saved profile, ascending. */
  portals(): Promise<PortalId[]>;
  /**
   * Lets the calls under way finish, writes everything out and gives the data directory back; later calls are refused.
   * May be called again.
   */
  close(): Promise<void>;
}

/**
 * Opens the store and brings its tables up to date. Throws `InputError`, one line with the remedy, where the address
 * cannot be used; nothing stays open or locked then.
 */
export async function openStore(address: StoreAddress): Promise<Store> {
  const connection = await connect(address);
  let closing: Promise<void> | undefined;
  const databaseBy = (connectIt: Connection['connect']) => {
    const open = {
      connect: () => (closing === undefined ? connectIt() : Promise.reject(new Error('The store is closed.'))),
      end: () => connection.pool.end(),
      options: {},
    };
    return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: open }) });
  };
  const [db, forReaders] = [databaseBy(connection.connect), databaseBy(connection.connectReader)];
  try {
    await migrate(db);
  } catch (error) {
    await connection.close();
    throw mayNotCreate(error) ? new InputError(MAY_NOT_CREATE) : error;
  }
  // Others write to a PostgreSQL server too.
  const stamped = 'databaseUrl' in address ? (store: PortalStore) => store : countStamps();
  return {
    portal: (id) => stamped(makePortalStore({ db, portalId: id }, forReaders)),
    portalOfIngestKey: (hash) => portalOfIngestKey(db, hash),
    async portals() {
      const rows = await db.selectFrom('portal').select('portal_id').orderBy('portal_id').execute();
      return rows.map((row) => row.portal_id);
    },
    close() {
      closing ??= connection.close();
      return closing;
    },
  };
}

function connect(address: StoreAddress): Promise<Connection> {
  if ('databaseUrl' in address) return connectPostgres(address.databaseUrl);
  return 'dataDir' in address ? connectDataDir(address.dataDir) : connectMemory();
}

// Since PostgreSQL 15 only a database's owner may create tables in its schema "public".
const MAY_NOT_CREATE =
  'The user in DATABASE_URL may not create tables. Make it the owner of the database, or grant it "create" on schema public.';

const mayNotCreate = (error: unknown) => error instanceof Error && 'code' in error && error.code === '42501';
