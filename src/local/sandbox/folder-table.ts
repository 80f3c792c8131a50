import { basename } from 'node:path';
import { InputError } from '../../errors.ts';
import { type CsvRow, readRows } from './folder-rows.ts';
import { asHubSpot, guessKind } from './folder-values.ts';
import type { ObjectTypeInfo } from './object-types.ts';
import { type PropertyKind, STANDARD_PROPERTIES } from './standard-properties.ts';

/** The records of one CSV file. */
export interface FolderTable {
  readonly records: readonly FolderRecord[];
  /** Columns that are no standard properties of HubSpot's. */
  readonly extraProperties: readonly { readonly name: string; readonly type: string }[];
}

export interface FolderRecord {
  readonly id: string;
  readonly properties: Record<string, string | null>;
  readonly associations: { readonly companies?: readonly string[] };
}

/** Not properties: the record's own id and its company's. */
const ID = 'id';
const COMPANY_ID = 'company_id';

/**
 * Reads one object type's file; undefined where it has no id column, so that its rows are no records.
 * @param companyIds the ids that company_id may hold; undefined while the companies themselves are read.
 * Throws InputError naming file, line and remedy.
 */
export async function readTable(
  path: string,
  type: ObjectTypeInfo,
  companyIds: ReadonlySet<string> | undefined,
): Promise<FolderTable | undefined> {
  const known: Readonly<Record<string, PropertyKind>> = {
    ...STANDARD_PROPERTIES[type.plural],
    [type.createdProperty]: 'datetime',
    [type.modifiedProperty]: 'datetime',
  };
  const records: FolderRecord[] = [];
  const lineOfId = new Map<string, number>();
  let header: readonly string[] | undefined;
  for await (const row of readRows(path)) {
    if (header === undefined) {
      header = checkHeader(path, row);
      if (!header.includes(ID)) return undefined;
      continue;
    }
    const id = checkId(path, row, row.values[header.indexOf(ID)] ?? '', lineOfId);
    const company = header.includes(COMPANY_ID) ? (row.values[header.indexOf(COMPANY_ID)] ?? '') : undefined;
    if (companyIds !== undefined && company !== undefined && company !== '' && !companyIds.has(company)) {
      throw new InputError(
        `${path} line ${row.line}: company_id ${company} is not in companies.csv. Add that company, or leave company_id empty.`,
      );
    }
    const properties = checkValues(path, row, header, known);
    if (company && type.primaryCompanyProperty !== undefined) properties[type.primaryCompanyProperty] = company;
    const linked = companyIds !== undefined && company !== undefined;
    records.push({ id, properties, associations: linked ? { companies: company === '' ? [] : [company] } : {} });
  }
  if (header === undefined) {
    throw new InputError(`${path} is empty. Give it a header of property names with an id column, or remove it.`);
  }
  return { records, extraProperties: typeExtras(header, known, records) };
}

function checkHeader(path: string, { line, values }: CsvRow): readonly string[] {
  values.forEach((name, index) => {
    if (name === '') throw new InputError(`${path} line ${line}: column ${index + 1} has no name. Name every column.`);
    if (values.indexOf(name) !== index) {
      throw new InputError(`${path} line ${line}: there are two columns named ${name}. Name each column once.`);
    }
  });
  return values;
}

function checkId(path: string, { line }: CsvRow, id: string, lineOfId: Map<string, number>): string {
  if (id === '') throw new InputError(`${path} line ${line}: the id is empty. Give every row its record's id.`);
  // HubSpot's ids are numbers that JavaScript can hold; 007 and 7 would be one of them.
  if (!/^[1-9]\d{0,14}$/.test(id)) {
    throw new InputError(
      `${path} line ${line}: id "${id}" is no record id. Use digits only, 15 at most, the first no zero.`,
    );
  }
  const before = lineOfId.get(id);
  if (before !== undefined) {
    throw new InputError(`${path} line ${line}: id ${id} stands on line ${before} already. Give each record one row.`);
  }
  lineOfId.set(id, line);
  return id;
}

function checkValues(
  path: string,
  row: CsvRow,
  header: readonly string[],
  known: Readonly<Record<string, PropertyKind>>,
): Record<string, string | null> {
  const properties: Record<string, string | null> = {};
  header.forEach((name, index) => {
    if (name === ID || name === COMPANY_ID) return;
    const given = row.values[index] ?? '';
    const value = given === '' ? null : asHubSpot(known[name] ?? 'string', given);
    if (value !== null && typeof value !== 'string') {
      throw new InputError(`${path} line ${row.line}: ${name} "${given}" ${value.wrong}. ${value.remedy}`);
    }
    properties[name] = value;
  });
  return properties;
}

/** The columns HubSpot does not know, each with the type that all its values have; their times are then written alike. */
function typeExtras(
  header: readonly string[],
  known: Readonly<Record<string, PropertyKind>>,
  records: readonly FolderRecord[],
): FolderTable['extraProperties'] {
  const names = header.filter((name) => name !== ID && name !== COMPANY_ID && !Object.hasOwn(known, name));
  return names.map((name) => {
    const type = guessKind(records.flatMap(({ properties }) => properties[name] ?? []));
    for (const { properties } of records) {
      const value = properties[name];
      if (value) properties[name] = asHubSpot(type, value) as string;
    }
    return { name, type };
  });
}

/** The object type a file is named after, e.g. "deals" of deals.csv. */
export const typeName = (file: string): string => basename(file, '.csv');
