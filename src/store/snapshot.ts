import type { Kysely, TransactionBuilder } from 'kysely';
import type { Tables } from './tables.ts';

/** A transaction that reads everything as it stood when it began, and writes nothing. */
export const snapshot = (db: Kysely<Tables>): TransactionBuilder<Tables> =>
  db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only');
