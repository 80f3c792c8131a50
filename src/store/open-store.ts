import { Kysely, PostgresDialect } from 'kysely';
import { InputError } from '../errors.ts';
import type { PortalId } from '../ids.ts';
import { type AcrossPortals, makeAcrossPortals } from './across-portals.ts';
import { connectDataDir, connectMemory } from './connect-pglite.ts';
import { connectPostgres } from './connect-postgres.ts';
import type { Connection } from './connection.ts';
import { countStamps } from './counted-stamps.ts';
import { makePortalStore } from './make-portal-store.ts';
import { migrate } from './migrate.ts';
import type { PortalStore } from './portal-store.ts';
import { rememberSettings } from './remembered-settings.ts';
import type { RowSecurity, SeenRows } from './row-security.ts';
import type { Tables } from './tables.ts';

/** Where the facts live: a PostgreSQL server, an embedded database in a folder, or one that is gone after `close`. */
export type StoreAddress = { readonly databaseUrl: string } | { readonly dataDir: string } | { readonly memory: true };

export interface Store extends AcrossPortals {
  /** The one handle that reads and writes a portal's rows; it sees no other portal's. */
  portal(id: PortalId): PortalStore;
  /** Whether the database, too, keeps portals apart. */
  readonly rowSecurity: RowSecurity;
  /**
   * Lets the calls under way finish, writes everything out and gives the data directory back; later calls are refused.
   * May be called again.
   */
  close(): Promise<void>;
}

/** What serves a portal's requests: it opens the handle of a portal whose id was proven, and cannot ask which others there are. */
export type PortalHandles = Pick<Store, 'portal'>;

/**
 * Opens the store and brings its tables up to date. Throws `InputError`, one line with the remedy, where the address
 * cannot be used; nothing stays open or locked then.
 */
export async function openStore(address: StoreAddress): Promise<Store> {
  const connection = await connect(address);
  let closing: Promise<void> | undefined;
  let isClosed = false;
  const databaseBy = (connectIt: Connection['connect'], seen: SeenRows) => {
    const open = {
      connect: () => (isClosed ? Promise.reject(new Error('The store is closed.')) : connectIt(seen)),
      end: () => connection.pool.end(),
      options: {},
    };
    return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: open }) });
  };
  const ofAll = databaseBy(connection.connect, 'all');
  try {
    await migrate(ofAll);
  } catch (error) {
    await connection.close();
    throw mayNotCreate(error) ? new InputError(MAY_NOT_CREATE) : error;
  }
  async function end(): Promise<void> {
    // What HubSpot answers to a refresh under way may be the only token that it takes from now on.
    const underWay = connection.alone.ended();
    if (underWay !== undefined) await underWay;
    isClosed = true;
    await connection.close();
  }
  // Others write to a PostgreSQL server too.
  const ways = 'databaseUrl' in address ? [] : [countStamps(), rememberSettings()];
  const quick = (store: PortalStore) => ways.reduce((slower, way) => way(slower), store);
  return {
    ...makeAcrossPortals(ofAll),
    rowSecurity: connection.rowSecurity,
    portal(id) {
      const [db, forReaders] = [databaseBy(connection.connect, id), databaseBy(connection.connectReader, id)];
      return quick(makePortalStore({ db, portalId: id }, forReaders, connection.alone));
    },
    close() {
      closing ??= end();
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
