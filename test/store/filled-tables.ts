/** The database itself, with rows in every table that there is, whatever its columns: for what must not miss a table. */
import { Kysely, PostgresDialect, sql } from 'kysely';
import { connectMemory } from '../../src/store/connect-pglite.ts';
import { connectPostgres } from '../../src/store/connect-postgres.ts';
import { migrate } from '../../src/store/migrate.ts';
import type { Tables } from '../../src/store/tables.ts';
import { asAdmin, createPostgresDatabase } from './postgres-database.ts';
import type { Engine } from './test-store.ts';

export type RawDatabase = Kysely<Tables>;

/** An empty database, its tables made. */
export async function openRaw(engine: Engine): Promise<{ readonly raw: RawDatabase; close(): Promise<void> }> {
  const database = engine === 'postgres' ? await createPostgresDatabase() : undefined;
  const connection = database === undefined ? await connectMemory() : await connectPostgres(asAdmin(database.url));
  const pool = { connect: () => connection.connect('all'), end: () => connection.pool.end(), options: {} };
  const raw = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  await migrate(raw);
  return {
    raw,
    async close() {
      await connection.close();
      await database?.drop();
    },
  };
}

interface Column {
  readonly name: string;
  readonly type: string;
  /** Nothing else tells apart the rows of a portal. */
  readonly alone: boolean;
  /** A text that its check lets pass; null: it has none. */
  readonly allowed: string | null;
}

/** Fills every table with a `portal_id` with so many rows of a portal, or one where there can be but one. Its texts hold `of-<portal>-`. */
export async function fillEveryTable(raw: RawDatabase, portal: number, rows: number): Promise<Record<string, number>> {
  const filled: Record<string, number> = {};
  for (const table of await tablesOfPortals(raw)) {
    const columns = await columnsOf(raw, table);
    const count = columns.some(({ alone }) => alone) ? 1 : rows;
    for (let row = 1; row <= count; row += 1) {
      const values = columns.map(({ name, type, allowed }) => {
        if (name === 'portal_id') return String(portal);
        return allowed === null ? columnValue(type, portal, row) : `'${allowed}'`;
      });
      const names = columns.map(({ name }) => `"${name}"`).join(', ');
      await sql.raw(`insert into "${table}" (${names}) values (${values.join(', ')})`).execute(raw);
    }
    filled[table] = count;
  }
  return filled;
}

/** Every row of a portal as text, by table; tables without one are left out. */
export async function rowsOf(raw: RawDatabase, portal: number): Promise<Record<string, readonly string[]>> {
  const found: Record<string, readonly string[]> = {};
  for (const table of await tablesOfPortals(raw)) {
    const { rows } = await sql<{ text: string }>`
      select t::text as text from ${sql.table(table)} t where portal_id = ${portal} order by 1
    `.execute(raw);
    if (rows.length > 0) found[table] = rows.map(({ text }) => text);
  }
  return found;
}

export async function tablesOfPortals(raw: RawDatabase): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.columns
    where column_name = 'portal_id' and table_schema = current_schema() order by 1
  `.execute(raw);
  return rows.map(({ name }) => name);
}

async function columnsOf(raw: RawDatabase, table: string): Promise<readonly Column[]> {
  const { rows } = await sql<Column>`
    select column_name as name, data_type as type,
      column_name = 'portal_id' and exists (
        select from pg_index i where i.indrelid = to_regclass(table_name) and i.indisprimary and i.indnkeyatts = 1
      ) as alone,
      (
        select substring(pg_get_constraintdef(c.oid) from '''([^'']+)''') from pg_constraint c join pg_attribute a
          on a.attrelid = c.conrelid and c.conkey = array[a.attnum]
        where c.contype = 'c' and c.conrelid = to_regclass(table_name) and a.attname = column_name
      ) as allowed
    from information_schema.columns
    where table_name = ${table} and table_schema = current_schema() and is_generated = 'NEVER' and is_identity = 'NO'
  `.execute(raw);
  return rows;
}

function columnValue(type: string, portal: number, row: number): string {
  const text = `of-${portal}-${row}`;
  if (type === 'boolean') return 'false';
  if (type.startsWith('json')) return `'{"of": "${text}"}'`;
  if (type === 'bytea') return `'${text}'::bytea`;
  if (type === 'ARRAY') return `array['${text}']`;
  if (type === 'text' || type === 'character varying') return `'${text}'`;
  return String(row);
}
