import { type FileHandle, open } from 'node:fs/promises';
import { readStoreAddress } from '../config.ts';
import { InputError } from '../errors.ts';
import { openStore } from '../store/open-store.ts';
import type { PortalStore } from '../store/portal-store.ts';
import { choosePortal } from './choose-portal.ts';
import { readOptions } from './options.ts';

export const EXPORT_USAGE = 'npm run cli -- export --out FILE.jsonl [--portal ID]';

/** Of the lines' form; another number where a reader must know. */
const FORMAT = 1;

/** Writes everything held of a portal, secrets left out, as JSON lines: docs/operations.md says what they are. */
export async function exportCommand(args: string[]): Promise<void> {
  const { out, portal } = readOptions(args, { out: { type: 'string' }, portal: { type: 'string' } }, EXPORT_USAGE);
  if (out === undefined || out === '')
    throw new InputError(`Say which file to write with --out. Usage: ${EXPORT_USAGE}`);
  const store = await openStore(readStoreAddress());
  try {
    const chosen = store.portal(await choosePortal(store, portal));
    const file = await create(out);
    try {
      const rows = await writeLines(chosen, file, Date.now());
      console.log(`Portal ${chosen.portalId}: ${rows} rows written to ${out}.`);
    } finally {
      await file.close();
    }
  } finally {
    await store.close();
  }
}

/** A new file, that only we may read. @throws InputError where there is one, or where it cannot be made. */
async function create(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'wx', 0o600);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new InputError(`${path} exists already. Delete it, or name another file with --out.`);
    throw new InputError(`${path} cannot be written (${code}). Name another file with --out.`);
  }
}

/** How many rows. The last line says so too: an export without it was cut off. */
async function writeLines(portal: PortalStore, file: FileHandle, at: number): Promise<number> {
  const counts: Record<string, number> = {};
  const write = async (text: string): Promise<void> => {
    try {
      await file.appendFile(text);
    } catch (error) {
      throw new InputError(`The export cannot be written: ${(error as Error).message}.`);
    }
  };
  await write(line({ export: FORMAT, portalId: portal.portalId, at: new Date(at).toISOString() }));
  await portal.exportRows(async (table, rows) => {
    counts[table] = (counts[table] ?? 0) + rows.length;
    await write(rows.map((row) => line({ table, row })).join(''));
  });
  await write(line({ end: counts }));
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

const line = (value: object): string => `${JSON.stringify(value)}\n`;
