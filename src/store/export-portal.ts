import { sql } from 'kysely';
import { EXPORTED_TABLES, type PortalTable, secretColumns } from './portal-tables.ts';
import { snapshot } from './snapshot.ts';
import type { PortalScope } from './tables.ts';

/** Rows that are in memory at once. */
const BATCH_ROWS = 1_000;

/** A row as it is stored, by column, without `portal_id` and without secrets. */
export type ExportedRow = Readonly<Record<string, unknown>>;

/** Takes the rows of one table, some at a time; the next come once it is done with these. */
export type TakeRows = (table: PortalTable, rows: readonly ExportedRow[]) => Promise<void>;

/**
 * Gives every row of a portal, table by table, as they all stood at one moment, whoever writes meanwhile. Memory stays flat, in the
 * database too: rows come through a cursor. The embedded database has one session: nobody else is answered until the end.
 */
export async function exportPortal({ db, portalId }: PortalScope, take: TakeRows): Promise<void> {
  await snapshot(db).execute(async (transaction) => {
    for (const table of EXPORTED_TABLES) {
      const left = new Set(['portal_id', ...secretColumns(table)]);
      // A number of ours, as text: a declaration takes no parameters on every engine.
      await sql`declare exported no scroll cursor for select * from ${sql.table(table)} where portal_id = ${sql.lit(portalId)}`.execute(
        transaction,
      );
      for (;;) {
        const { rows } = await sql<ExportedRow>`fetch ${sql.lit(BATCH_ROWS)} from exported`.execute(transaction);
        if (rows.length === 0) break;
        const shown = rows.map((row) =>
          Object.fromEntries(Object.entries(row).filter(([column]) => !left.has(column))),
        );
        await take(table, shown);
      }
      await sql`close exported`.execute(transaction);
    }
  });
}
