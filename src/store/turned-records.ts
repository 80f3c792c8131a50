import { sql } from 'kysely';
import type { ObjectType } from '../scoring/properties.ts';
import type { TurnedRecords } from './portal-store.ts';
import { rowBatches } from './row-batches.ts';
import type { PortalScope } from './tables.ts';

interface TurnRow {
  readonly id: string;
  readonly isHeld: boolean;
  /** Whether it was there not all the time since the moment. */
  readonly hasAppeared: boolean;
  readonly hasMoved: boolean;
}

/** Which of these records have ended, or appeared or changed companies at or after `since` (ms). Unknown ids are in no list. */
export async function turnedSince(
  { db, portalId }: PortalScope,
  objectType: ObjectType,
  ids: readonly string[],
  since: number,
): Promise<TurnedRecords> {
  const found: TurnRow[] = [];
  const version = sql`f.portal_id = ${portalId} and f.object_type = ${objectType} and f.record_id = r.id`;
  const link = sql`l.portal_id = ${portalId} and l.object_type = ${objectType} and l.record_id = r.id`;
  for (const batch of rowBatches([...new Set(ids)])) {
    const { rows } = await sql<TurnRow>`
      select r.id, latest.value is not null as "isHeld",
        (select f.value from fact f where ${version} and f.seen_at < ${since} order by f.seen_at desc limit 1) is null
          or exists (select from fact f where ${version} and f.seen_at >= ${since} and f.value is null) as "hasAppeared",
        exists (select from link l where ${link} and l.unlinked_at is null and l.linked_at >= ${since})
          or exists (select from link l where ${link} and l.unlinked_at >= ${since}) as "hasMoved"
      from unnest(${batch}::text[]) as r(id) cross join lateral (
        select f.seen_at, f.value from fact f where ${version} order by f.seen_at desc limit 1
      ) latest
    `.execute(db);
    found.push(...rows);
  }
  const idsOf = (rows: readonly TurnRow[]) => rows.map(({ id }) => id);
  return {
    ended: idsOf(found.filter(({ isHeld }) => !isHeld)),
    appeared: idsOf(found.filter(({ isHeld, hasAppeared }) => isHeld && hasAppeared)),
    relinked: idsOf(found.filter(({ hasMoved }) => hasMoved)),
  };
}
