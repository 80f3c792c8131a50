import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { RowSecurity, SeenRows } from './row-security.ts';
import type { WorkAlone } from './work-alone.ts';

/** A way to a database: both engines are reached through the one `pg` driver. */
export interface Connection {
  readonly pool: pg.Pool;
  readonly rowSecurity: RowSecurity;
  /** A connection for whoever says whose rows it is for; where row security is enforced it sees no others. */
  connect(seen: SeenRows): Promise<pg.PoolClient>;
  /** Connects those who only read for somebody who waits: where connections are short, before all others. */
  connectReader(seen: SeenRows): Promise<pg.PoolClient>;
  /** Takes none of the connections that are lent. */
  readonly alone: WorkAlone;
  /** Lets the calls under way finish, then ends the pool and whatever was started for it. */
  close(): Promise<void>;
}

/** The driver gives `bigint` as text; ours are ms and counts, which a number holds exactly. */
const pgTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => (oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format)),
};

/**
 * A pool whose idle connections may break without ending the process, as an unheard `error` event would: the next query
 * connects anew or says what is wrong.
 */
export function makePool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({ ...config, types: pgTypes });
  pool.on('error', () => {});
  return pool;
}

/** Ends a pool after the calls that wait for a connection had theirs: the pool itself would let them wait forever. */
export async function endPool(pool: pg.Pool): Promise<void> {
  while (pool.waitingCount > 0) await delay(5);
  await pool.end();
}
