import { sql } from 'kysely';
import type { PortalScope } from './tables.ts';

/** How up to date a portal is. */
export interface Upkeep {
  /** When its last cycle finished, ms since 1970 UTC; null: none has. */
  readonly lastCycleAt: number | null;
  /** Records that events told of and nobody has looked at yet. */
  readonly waitingRecords: number;
}

export async function readUpkeep({ db, portalId }: PortalScope): Promise<Upkeep> {
  const { rows } = await sql<Upkeep>`
    select
      (select max(finished_at) from cycle where portal_id = ${portalId}) as "lastCycleAt",
      (select count(*) from touched_record where portal_id = ${portalId}) as "waitingRecords"
  `.execute(db);
  return rows[0] ?? { lastCycleAt: null, waitingRecords: 0 };
}
