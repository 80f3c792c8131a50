import type pg from 'pg';
import { oneAtATime } from '../one-at-a-time.ts';

export interface WorkAlone {
  /** Runs work while no other runs under the same key; whoever comes meanwhile waits, in the order of coming within a process. */
  run<T>(key: string, work: () => Promise<T>): Promise<T>;
  /** Once the work that was given so far has ended, well or badly; undefined where there is none. */
  ended(): Promise<void> | undefined;
}

/** Within this process: all that the embedded database needs, which has one process and one connection, and must not be held up. */
export function aloneInProcess(): WorkAlone {
  const queues = new Map<string, ReturnType<typeof oneAtATime>>();
  const underWay = new Set<Promise<unknown>>();
  return {
    run(key, work) {
      const inTurn = queues.get(key) ?? oneAtATime();
      queues.set(key, inTurn);
      const running = inTurn(work);
      underWay.add(running);
      return running.finally(() => underWay.delete(running));
    },
    ended: () => (underWay.size === 0 ? undefined : Promise.allSettled(underWay).then(() => {})),
  };
}

/**
 * Among all processes of a PostgreSQL server. The lock is a transaction's, on a connection of its own: the work may wait for HubSpot
 * for seconds, while sync goes on with the connections it has, and the death of the process frees the lock. A transaction's and
 * not a session's, for a pooler in between may give a session to others between transactions. `pool` serves nothing else.
 */
export function aloneOnServer(pool: pg.Pool): WorkAlone {
  const { run, ended } = aloneInProcess();
  return {
    ended,
    run: (key, work) =>
      run(key, async () => {
        const client = await pool.connect();
        try {
          await client.query('begin');
          await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [key]);
          return await work();
        } finally {
          // Nothing was written in it. A connection that broke is thrown away, and its lock is gone with it.
          await client.query('rollback').then(
            () => client.release(),
            () => client.release(true),
          );
        }
      }),
  };
}
