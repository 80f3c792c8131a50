import { InputError } from '../errors.ts';
import { type Connection, endPool, makePool } from './connection.ts';
import { makeScopedConnect, type RowSecurity } from './row-security.ts';
import { aloneOnServer } from './work-alone.ts';

/**
 * Connects to a PostgreSQL server, and tries the connection. Throws `InputError`, with the remedy and without the
 * password, where the address is none or the server does not let us in.
 */
export async function connectPostgres(databaseUrl: string): Promise<Connection> {
  const address = parseAddress(databaseUrl);
  const settings = {
    connectionString: databaseUrl,
    application_name: 'account-health',
    connectionTimeoutMillis: 30_000,
  };
  const pool = makePool(settings);
  let rowSecurity: RowSecurity;
  try {
    const { rows } = await pool.query<{ bypasses: boolean }>(BYPASSES);
    rowSecurity = rows[0]?.bypasses ? 'bypassed' : 'enforced';
  } catch (error) {
    await pool.end();
    throw new InputError(`PostgreSQL at ${address} ${refusal(error)}`);
  }
  const connect = makeScopedConnect(() => pool.connect());
  // It connects only where there is something to lock.
  const locks = makePool({ ...settings, max: LOCKS_AT_ONCE });
  return {
    pool,
    rowSecurity,
    connect,
    connectReader: connect,
    alone: aloneOnServer(locks),
    async close() {
      await endPool(locks);
      await endPool(pool);
    },
  };
}

/** Portals whose tokens are refreshed at once, each for about a second every half hour. */
const LOCKS_AT_ONCE = 5;

const BYPASSES = 'select rolsuper or rolbypassrls as bypasses from pg_roles where rolname = current_user';

/** The address as it may be shown: user, host, port and database. */
function parseAddress(databaseUrl: string): string {
  const url = URL.parse(databaseUrl);
  if (url === null || !['postgres:', 'postgresql:'].includes(url.protocol)) {
    throw new InputError(
      'DATABASE_URL is not an address of a PostgreSQL database. It reads postgresql://user:password@host:5432/database.',
    );
  }
  const host = url.searchParams.get('host') ?? (url.host || 'localhost');
  return `${url.username === '' ? '' : `${url.username}@`}${host}${url.pathname}`;
}

/** What is wrong, by the error's code (Node's, or PostgreSQL's: appendix "Error Codes" of its manual), and the remedy. */
function refusal(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const message = error instanceof Error ? error.message : String(error);
  switch (code) {
    case 'ECONNREFUSED':
    case 'ENOENT':
      return 'does not answer. Start it, or correct host and port in DATABASE_URL.';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'has a host name that cannot be found. Correct the host in DATABASE_URL.';
    case '28P01':
    case '28000':
      return 'refuses the user or password. Correct them in DATABASE_URL.';
    case '3D000':
      return 'has no such database. Create it, or correct its name in DATABASE_URL.';
    default:
      return `cannot be used (${code || message.split('\n')[0]}). Check DATABASE_URL and the server.`;
  }
}
