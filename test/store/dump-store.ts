import { connectDataDir } from '../../src/store/connect-pglite.ts';
import { connectPostgres } from '../../src/store/connect-postgres.ts';
import type { Connection } from '../../src/store/connection.ts';
import type { StoreAddress } from '../../src/store/open-store.ts';
import { asAdmin } from './postgres-database.ts';

const TABLES = `select table_name as name from information_schema.tables where table_schema = 'public'`;

/** Every row of every table as text, as somebody sees it who got hold of the database. Nobody else may have it open where it is the embedded one. */
export async function dumpStore(address: StoreAddress): Promise<string> {
  const { connect, close } = await open(address);
  const client = await connect('all');
  try {
    const { rows: tables } = await client.query<{ name: string }>(TABLES);
    const lines: string[] = [];
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(`select t::text as row from "${name}" t`);
      lines.push(...rows.map(({ row }) => `${name}: ${row}`));
    }
    return lines.join('\n');
  } finally {
    client.release();
    await close();
  }
}

function open(address: StoreAddress): Promise<Connection> {
  // For whom no policy holds: to the tables' owner row-level security shows next to nothing.
  if ('databaseUrl' in address) return connectPostgres(asAdmin(address.databaseUrl));
  if ('dataDir' in address) return connectDataDir(address.dataDir);
  throw new Error('A database in memory is gone with its store.');
}
