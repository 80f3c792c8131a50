import { readdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { InputError } from '../../errors.ts';
import { type FolderRecord, type FolderTable, readTable, typeName } from './folder-table.ts';
import { hash } from './generate/prng.ts';
import { STANDARD_TYPES } from './object-types.ts';
import type { PortalData } from './portal-data.ts';

const REMEDY =
  'Give a folder with companies.csv and, beside it, contacts.csv, deals.csv, tickets.csv, emails.csv or invoices.csv.';

/** The properties that date a record, by the object type that dates a folder best. */
const DATED_BY: readonly (readonly [objectType: string, properties: readonly string[]])[] = [
  ['invoices', ['hs_invoice_date']],
  ['deals', ['createdate', 'closedate']],
  ['tickets', ['createdate']],
  ['companies', ['createdate']],
];

const DAY_MS = 86_400_000;

/**
 * A portal from a folder of CSV files, one per object type and named after it; the header holds HubSpot's property names,
 * plus `id` and `company_id` (the company a record is associated with). Files that hold no HubSpot records are left out,
 * with a note to `onNote`. Throws InputError with file, line and remedy; nothing is half loaded.
 */
export async function readPortalFolder(dir: string, onNote: (note: string) => void = () => {}): Promise<PortalData> {
  const files = await csvFiles(dir);
  const types = new Map(STANDARD_TYPES.map((type) => [type.plural, type]));
  const tables = new Map<string, FolderTable>();
  let companyIds: ReadonlySet<string> | undefined;
  for (const file of files) {
    const path = join(dir, file);
    const type = types.get(typeName(file));
    const table = type === undefined ? undefined : await readTable(path, type, companyIds);
    if (table !== undefined) tables.set(typeName(file), table);
    else if (file === COMPANIES)
      throw new InputError(`${path} line 1: there is no id column. Add one with record ids.`);
    else onNote(`${path} left out: ${type === undefined ? 'not an object type of HubSpot' : 'no id column'}.`);
    if (file === COMPANIES) companyIds = new Set(table?.records.map((record) => record.id));
  }
  const loaded = [...tables];
  return {
    portalId: 10_000_000 + (hash(0, basename(resolve(dir))) % 10_000_000),
    timeZone: 'UTC',
    companyCurrency: mostFrequentCurrency(loaded.flatMap(([, table]) => table.records)),
    takenAt: takenAt(dir, tables),
    objects: Object.fromEntries(loaded.map(([name, table]) => [name, table.records])),
    extraProperties: Object.fromEntries(
      loaded.flatMap(([name, table]) => (table.extraProperties.length > 0 ? [[name, table.extraProperties]] : [])),
    ),
  };
}

const COMPANIES = 'companies.csv';

/** Companies first: the other files refer to them. */
async function csvFiles(dir: string): Promise<readonly string[]> {
  let names: readonly string[];
  try {
    names = await readdir(dir);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new InputError(`No portal folder at ${dir}. ${REMEDY}`);
    if (code === 'ENOTDIR') throw new InputError(`${dir} is not a folder. ${REMEDY}`);
    throw new InputError(`The portal folder ${dir} cannot be read (${code}). Make it readable for this user.`);
  }
  if (!names.includes(COMPANIES)) throw new InputError(`No companies.csv in ${dir}. ${REMEDY}`);
  const others = names.filter((name) => name.endsWith('.csv') && name !== COMPANIES).sort();
  return [COMPANIES, ...others];
}

/** The close (UTC) of the newest day that the folder tells of. */
function takenAt(dir: string, tables: ReadonlyMap<string, FolderTable>): number {
  for (const [objectType, properties] of DATED_BY) {
    let newest = Number.NEGATIVE_INFINITY;
    for (const record of tables.get(objectType)?.records ?? []) {
      for (const property of properties) newest = Math.max(newest, happenedAt(record, property));
    }
    if (newest > Number.NEGATIVE_INFINITY) return Math.floor(newest / DAY_MS) * DAY_MS + DAY_MS - 1;
  }
  throw new InputError(
    `${join(dir, COMPANIES)} tells no date. Fill createdate, so that the folder has a day it was taken.`,
  );
}

function happenedAt({ properties }: FolderRecord, property: string): number {
  const value = properties[property];
  // The close date of a deal that is not closed is only expected, and may lie far ahead.
  if (!value || (property === 'closedate' && properties.hs_is_closed !== 'true')) return Number.NEGATIVE_INFINITY;
  return Date.parse(value);
}

/** Of the records that name one; the alphabetically first of several that are equally frequent; else USD. */
function mostFrequentCurrency(records: readonly FolderRecord[]): string {
  const counts = new Map<string, number>();
  for (const { properties } of records) {
    const currency = properties.hs_currency ?? properties.hs_currency_code ?? properties.deal_currency_code;
    if (currency) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  }
  const [first] = [...counts].sort(([a, timesA], [b, timesB]) => timesB - timesA || (a < b ? -1 : 1));
  return first?.[0] ?? 'USD';
}
