import type pg from 'pg';

type Connect = () => Promise<pg.PoolClient>;

/** After so many of them in a row one of the others has its turn: sync gets on, whatever is asked. */
const READERS_IN_A_ROW = 8;

export interface SharedSession {
  /** For short reads that somebody waits for. */
  readonly asReader: Connect;
  readonly asOther: Connect;
  /** How many wait. */
  waiting(): number;
}

/**
 * Lends a pool's one session to one after the other, between transactions: readers before all others who wait, each in the order of their asking.
 * Else a person's card would wait behind every page that sync is about to store.
 */
export function readersFirst(pool: Pick<pg.Pool, 'connect'>): SharedSession {
  const readers: (() => void)[] = [];
  const others: (() => void)[] = [];
  let isLent = false;
  let inARow = 0;

  function lendOn(): void {
    const isReader = others.length === 0 || (readers.length > 0 && inARow < READERS_IN_A_ROW);
    inARow = isReader ? inARow + 1 : 0;
    const next = (isReader ? readers : others).shift();
    isLent = next !== undefined;
    next?.();
  }

  const connectIn = (lane: (() => void)[]): Connect => {
    return async () => {
      if (isLent) await new Promise<void>((resolve) => lane.push(resolve));
      isLent = true;
      try {
        const session = await pool.connect();
        const release = session.release.bind(session);
        return Object.assign(session, {
          release(error?: Error | boolean) {
            release(error);
            lendOn();
          },
        });
      } catch (error) {
        lendOn();
        throw error;
      }
    };
  };
  return {
    asReader: connectIn(readers),
    asOther: connectIn(others),
    waiting: () => readers.length + others.length,
  };
}
