import { sql } from 'kysely';
import type { ObjectType } from '../scoring/object-types.ts';
import { rowBatches } from './row-batches.ts';
import { toStoredJson } from './stored-json.ts';
import type { PortalScope } from './tables.ts';

/** A record that somebody told us to look at again. */
export interface TouchedRecord {
  readonly objectType: ObjectType;
  readonly id: string;
  /** When we were told last, ms since 1970 UTC. */
  readonly touchedAt: number;
  /** Those that it is associated with may have changed as well: what happened to it dates none of them. */
  readonly withNeighbours?: true;
}

/** All or none. Rows are written in the order of their keys, so that calls at once never wait for each other in a ring. */
export async function touch({ db, portalId }: PortalScope, records: readonly TouchedRecord[]): Promise<void> {
  const latest = new Map<string, TouchedRecord>();
  for (const record of records) {
    const key = `${record.objectType}/${record.id}`;
    latest.set(key, later(record, latest.get(key)));
  }
  if (latest.size === 0) return;
  const inOrder = [...latest].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, record]) => record);
  await db.transaction().execute(async (transaction) => {
    for (const batch of rowBatches(inOrder)) {
      await sql`
        insert into touched_record as held (portal_id, object_type, record_id, touched_at, with_neighbours)
        select ${portalId}::bigint, r."objectType", r.id, r."touchedAt", coalesce(r."withNeighbours", false)
        from json_to_recordset(${toStoredJson(batch)})
          as r("objectType" text, id text, "touchedAt" bigint, "withNeighbours" boolean)
        on conflict (portal_id, object_type, record_id) do update set
          touched_at = greatest(held.touched_at, excluded.touched_at),
          with_neighbours = held.with_neighbours or excluded.with_neighbours
        where held.touched_at < excluded.touched_at or (excluded.with_neighbours and not held.with_neighbours)
      `.execute(transaction);
    }
  });
}

function later(record: TouchedRecord, other: TouchedRecord | undefined): TouchedRecord {
  const last = other !== undefined && other.touchedAt > record.touchedAt ? other : record;
  return record.withNeighbours || other?.withNeighbours ? { ...last, withNeighbours: true } : last;
}

/** By moment, then type, then id. */
export async function readTouched({ db, portalId }: PortalScope, limit: number): Promise<readonly TouchedRecord[]> {
  const { rows } = await sql<{ objectType: ObjectType; id: string; touchedAt: number; withNeighbours: boolean }>`
    select object_type as "objectType", record_id as id, touched_at as "touchedAt", with_neighbours as "withNeighbours"
    from touched_record
    where portal_id = ${portalId} order by touched_at, object_type, record_id limit ${limit}
  `.execute(db);
  return rows.map(({ withNeighbours, ...row }) => (withNeighbours ? { ...row, withNeighbours } : row));
}

/** Rows are locked in the order of their keys before any is deleted: see `touch`. */
export async function forgetTouched({ db, portalId }: PortalScope, records: readonly TouchedRecord[]): Promise<void> {
  for (const batch of rowBatches(records)) {
    await sql`
      with done as materialized (
        select held.object_type, held.record_id from touched_record held
        join json_to_recordset(${toStoredJson(batch)})
          as r("objectType" text, id text, "touchedAt" bigint, "withNeighbours" boolean)
          on held.object_type = r."objectType" and held.record_id = r.id
        where held.portal_id = ${portalId}
          and held.touched_at <= r."touchedAt" and (r."withNeighbours" or not held.with_neighbours)
        order by held.object_type, held.record_id for update of held
      )
      delete from touched_record held using done
      where held.portal_id = ${portalId} and held.object_type = done.object_type and held.record_id = done.record_id
    `.execute(db);
  }
}
