import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InputError } from '../../../src/errors.ts';
import { readPortalFolder } from '../../../src/local/sandbox/folder.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'portal-folders-'));
});
afterAll(() => rm(root, { recursive: true }));

/** A folder of these files; its path. */
async function folder(files: Readonly<Record<string, string | Buffer>>): Promise<string> {
  const dir = await mkdtemp(join(root, 'portal-'));
  for (const [file, content] of Object.entries(files)) await writeFile(join(dir, file), content);
  return dir;
}

/** The message of the InputError that reading this folder ends in, with the folder's own path as DIR. */
async function refusal(dir: string): Promise<string> {
  const error = await readPortalFolder(dir).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(InputError);
  return (error as InputError).message.replaceAll(dir, 'DIR');
}

const COMPANIES = 'id,name,createdate\n1,One,2024-01-05T10:00:00Z\n2,"Two, Inc",2024-02-01\n';

describe('readPortalFolder refuses', () => {
  const REMEDY =
    'Give a folder with companies.csv and, beside it, contacts.csv, deals.csv, tickets.csv, emails.csv or invoices.csv.';
  it('what is no portal folder', async () => {
    const dir = await folder({ 'deals.csv': 'id\n1\n' });
    expect(await refusal(join(dir, 'nowhere'))).toBe(`No portal folder at DIR. ${REMEDY}`);
    expect(await refusal(join(dir, 'deals.csv'))).toBe(`DIR is not a folder. ${REMEDY}`);
    expect(await refusal(dir)).toBe(`No companies.csv in DIR. ${REMEDY}`);
    await mkdir(join(dir, 'companies.csv'));
    expect(await refusal(dir)).toBe(
      'DIR/companies.csv cannot be read (EISDIR). Make it a file that this user may read.',
    );
  });

  it.each<[string, string | Buffer, string]>([
    ['empty file', '', 'is empty. Give it a header of property names with an id column, or remove it.'],
    ['unnamed column', 'id,,name\n', 'line 1: column 2 has no name. Name every column.'],
    ['column twice', 'id,name,name\n', 'line 1: there are two columns named name. Name each column once.'],
    [
      'too few values',
      'id,dealname,amount\n1,A,1\n\n2,B\n',
      'line 4: the header has 3 columns and this row 2. Give every row as many values as the header; put values that hold a comma in quotes.',
    ],
    [
      'too many values, after a value with a line break',
      'id,dealname\n1,"A\nB"\n2,C,D\n',
      'line 4: the header has 2 columns and this row 3. Give every row as many values as the header; put values that hold a comma in quotes.',
    ],
    [
      'quote never closed',
      'id,dealname\n1,A\n2,"B\n3,C\n',
      'line 3: a quote is opened and never closed. Close it, or double the quotes inside the value.',
    ],
    [
      'quote inside an unquoted value',
      'id,dealname\n1,A\n2,B"C"\n',
      'line 3: a quote in the wrong place. Put the whole value in quotes and double the quotes inside it.',
    ],
    [
      'text after a closing quote',
      'id,dealname\n1,"A"B\n',
      'line 2: a quote in the wrong place. Put the whole value in quotes and double the quotes inside it.',
    ],
    [
      'too few values, after lines that end in both ways',
      'id,dealname\r\n1,A\n2,B\r\n3\n',
      'line 4: the header has 2 columns and this row 1. Give every row as many values as the header; put values that hold a comma in quotes.',
    ],
    ['empty id', 'id,dealname\n1,A\n,B\n', "line 3: the id is empty. Give every row its record's id."],
    ['id twice', 'id,dealname\n7,A\n8,B\n7,C\n', 'line 4: id 7 stands on line 2 already. Give each record one row.'],
    ...['x1', '1.5', '-3', '007', '0', '1234567890123456'].map((id): [string, string, string] => [
      `id ${id}`,
      `id,dealname\n${id},A\n`,
      `line 2: id "${id}" is no record id. Use digits only, 15 at most, the first no zero.`,
    ]),
    [
      'unknown company',
      'id,company_id\n1,2\n2,3\n',
      'line 3: company_id 3 is not in companies.csv. Add that company, or leave company_id empty.',
    ],
    ...['31/01/2024', '2024-02-30', '2024-13-01T00:00:00Z', '2024-01-31T10:00:00', 'soon'].map(
      (date): [string, string, string] => [
        `date ${date}`,
        `id,closedate\n1,${date}\n`,
        `line 2: closedate "${date}" is not a date. Write it in ISO 8601, e.g. 2024-03-31T09:00:00Z.`,
      ],
    ),
    [
      'number',
      'id,amount\n1,"1,000"\n',
      'line 2: amount "1,000" is not a number. Write digits with a decimal point, e.g. 1234.50.',
    ],
    ['flag', 'id,hs_is_closed\n1,yes\n', 'line 2: hs_is_closed "yes" is neither true nor false. Write true or false.'],
    [
      'not UTF-8',
      Buffer.from('id,dealname\n1,Caf\u00e9\n2,Caf\u00e9\n', 'latin1'),
      'line 2: not UTF-8. Save the file as UTF-8.',
    ],
    [
      'cut in the middle of a character',
      Buffer.from('id,dealname\n1,A\n2,Caf\u00e9').subarray(0, -1),
      'line 3: not UTF-8. Save the file as UTF-8.',
    ],
  ])('a malformed file: %s', async (_, deals, message) => {
    const dir = await folder({ 'companies.csv': COMPANIES, 'deals.csv': deals });
    expect(await refusal(dir)).toBe(`DIR/deals.csv ${message}`);
  });

  it.each([
    ['a quote never closed', '900,"open\n', 'line 902: a quote is opened and never closed'],
    ['a stray quote', '900,a"b\n901,c\n', 'line 902: a quote in the wrong place'],
    ['a missing value', '900\n901,c\n', 'line 902: the header has 2 columns and this row 1'],
    ['a byte that is not UTF-8', Buffer.from([0x39, 0x30, 0x2c, 0xff, 0x0a]), 'line 902: not UTF-8'],
  ])('names the line of %s far into a file of several pieces', async (_, bad, message) => {
    const before = Array.from({ length: 900 }, (__, index) => `${index + 1},${'ü'.repeat(100)}\n`).join('');
    const dir = await folder({
      'companies.csv': COMPANIES,
      'deals.csv': Buffer.concat([Buffer.from(`id,dealname\n${before}`), Buffer.from(bad as string)]),
    });
    expect(await refusal(dir)).toContain(`DIR/deals.csv ${message}`);
  });

  it.each([
    ['no id column', 'name\nOne\n', 'DIR/companies.csv line 1: there is no id column. Add one with record ids.'],
    [
      'no date',
      'id,name\n1,One\n',
      'DIR/companies.csv tells no date. Fill createdate, so that the folder has a day it was taken.',
    ],
  ])('companies with %s', async (_, companies, message) => {
    expect(await refusal(await folder({ 'companies.csv': companies }))).toBe(message);
  });
});
