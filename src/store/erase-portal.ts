import { sql } from 'kysely';
import { MODEL_SETTING } from './model-setting.ts';
import { PORTAL_TABLES, type PortalTable } from './portal-tables.ts';
import type { PortalScope } from './tables.ts';

/** Rows of one transaction: others wait for none of them for long, and an erasure that dies keeps what it did. */
const BATCH_ROWS = 5_000;
/** What somebody still writes is deleted too, but not for ever. */
const MOST_ROUNDS = 5;

/** How many rows of a portal each table holds; tables without one are left out. */
export type RowCounts = Readonly<Partial<Record<PortalTable, number>>>;

export interface EraseOptions {
  /** Leaves the health models and which of them scores the portal, but no draft, so that an app that is installed anew scores as it did. Default: false. */
  readonly keepModel?: boolean;
}

/** What `erase` would delete. */
export async function countRows({ db, portalId }: PortalScope, options: EraseOptions = {}): Promise<RowCounts> {
  const counts: Partial<Record<PortalTable, number>> = {};
  for (const table of erased(options)) {
    const { rows } = await sql<{ rows: number }>`
      select count(*) as rows from ${sql.table(table)} where portal_id = ${portalId} and ${goes(table, options)}
    `.execute(db);
    const [{ rows: count } = { rows: 0 }] = rows;
    if (count > 0) counts[table] = count;
  }
  return counts;
}

/**
 * Deletes every row of a portal, its profile first: from then on events and usage of it are passed over. May be called again
 * after it died, and goes on. Ends once a whole round found nothing, so that what was being written meanwhile goes too; a cycle that
 * is still running would fill it again. Other portals' rows are untouched. What it deleted.
 */
export async function erasePortal({ db, portalId }: PortalScope, options: EraseOptions = {}): Promise<RowCounts> {
  const counts: Partial<Record<PortalTable, number>> = {};
  let found = true;
  for (let round = 0; found && round < MOST_ROUNDS; round += 1) {
    found = false;
    for (const table of erased(options)) {
      for (let deleted = BATCH_ROWS; deleted === BATCH_ROWS; ) {
        // By their places: there is no `limit` of a delete.
        const { numAffectedRows = 0n } = await sql`
          delete from ${sql.table(table)} where portal_id = ${portalId} and ctid = any (array(
            select ctid from ${sql.table(table)} where portal_id = ${portalId} and ${goes(table, options)} limit ${BATCH_ROWS}
          ))
        `.execute(db);
        deleted = Number(numAffectedRows);
        if (deleted === 0) break;
        found = true;
        counts[table] = (counts[table] ?? 0) + deleted;
      }
    }
  }
  return counts;
}

/** Of the settings, with the models that one stays which says by which version the portal is scored. */
const goes = (table: PortalTable, { keepModel = false }: EraseOptions) =>
  keepModel && table === 'portal_setting' ? sql`name <> ${MODEL_SETTING}` : sql`true`;

/** `portal` comes first among the tables. */
const erased = ({ keepModel = false }: EraseOptions): readonly PortalTable[] =>
  PORTAL_TABLES.filter((table) => !(keepModel && table === 'model'));
