/** A store's tables as they are, read past the store. Nobody else may have the database open where it is the embedded one. */
import { connectDataDir } from '../../src/store/connect-pglite.ts';
import { connectPostgres } from '../../src/store/connect-postgres.ts';
import type { Connection } from '../../src/store/connection.ts';
import type { StoreAddress } from '../../src/store/open-store.ts';
import { asAdmin } from '../store/postgres-database.ts';

export interface StoredRows {
  /** What is so now, as texts that only compare, by what it is of: "deals 12", "companies of deals 12", "shown of 1". */
  readonly present: ReadonlyMap<string, string>;
  /**
   * `table: row` of every row in which one of these contacts' ids stands, but for the list of contacts that an email was
   * exchanged with: there a contact that is gone may stay, as an id alone.
   */
  naming(ids: readonly string[]): readonly string[];
}

const PRESENT = `
  with latest as (
    select distinct on (object_type, record_id) object_type, record_id, value from fact
    order by object_type, record_id, seen_at desc
  ), held as (select * from latest where value is not null)
  select object_type || ' ' || record_id as name, value::text as text from held
  union all
  select 'companies of ' || l.object_type || ' ' || l.record_id, string_agg(l.company_id, ' ' order by l.company_id)
  from link l join held using (object_type, record_id) where l.unlinked_at is null group by l.object_type, l.record_id
  union all
  select 'shown of ' || s.company_id, s.shown::text
  from shown_value s join held on held.object_type = 'companies' and held.record_id = s.company_id`;

const TABLES = `select table_name as name from information_schema.tables where table_schema = 'public'`;

export async function readStoredRows(address: StoreAddress): Promise<StoredRows> {
  const { pool, close } = await connect(address);
  try {
    const { rows: present } = await pool.query<{ name: string; text: string }>(PRESENT);
    const { rows: tables } = await pool.query<{ name: string }>(TABLES);
    const all: { readonly table: string; readonly row: string }[] = [];
    for (const { name: table } of tables) {
      const { rows } = await pool.query<{ row: string }>(`select to_jsonb(t)::text as row from "${table}" t`);
      all.push(...rows.map(({ row }) => ({ table, row })));
    }
    const held = new Set(present.map(({ name }) => name));
    return {
      present: new Map(
        present.map(({ name, text }) => [name, text.replace(CONTACTS, (list) => thoseHeld(list, held))]),
      ),
      naming(ids) {
        const wanted = new Set(ids);
        return all
          .filter(({ row }) =>
            row
              .replace(CONTACTS, '')
              .match(/\d+/g)
              ?.some((number) => wanted.has(number)),
          )
          .map(({ table, row }) => `${table}: ${row}`);
      },
    };
  } finally {
    await close();
  }
}

const CONTACTS = /"contacts": \[[^\]]*\]/g;

/**
 * Where a contact and an email were never seen at one company, nothing says that the email names the contact: it goes on
 * naming who is gone until the weekly look. No score counts a contact that is not the company's own.
 */
const thoseHeld = (list: string, held: ReadonlySet<string>) =>
  (list.match(/\d+/g) ?? []).filter((id) => held.has(`contacts ${id}`)).join();

function connect(address: StoreAddress): Promise<Connection> {
  if ('databaseUrl' in address) return connectPostgres(asAdmin(address.databaseUrl));
  if ('dataDir' in address) return connectDataDir(address.dataDir);
  throw new Error('A database in memory is gone with its store.');
}
