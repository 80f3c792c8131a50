import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { InputError } from '../../errors.ts';

export interface CsvRow {
  /** Where the row starts in the file, from 1. */
  readonly line: number;
  readonly values: readonly string[];
}

/**
 * The rows of a CSV file one by one, header first, blank lines left out. Each row has as many values as the header.
 * Throws InputError, naming file, line and remedy, where the file is no such thing.
 */
export async function* readRows(path: string): AsyncGenerator<CsvRow> {
  // Where the row starts that is being parsed: the parser runs ahead of the loop below, and tells only where rows end.
  let parsing = 1;
  const parser = parse({
    // Checked below, where the row's first line is known.
    relax_column_count: true,
    // Both in one file happen where one was edited by hand.
    record_delimiter: ['\r\n', '\n'],
    // The line travels as the record's first value.
    on_record: (values, { lines }) => {
      const line = parsing;
      parsing = lines + 1;
      return values.length === 1 && values[0] === '' ? null : [String(line), ...values];
    },
  });
  let columns: number | undefined;
  try {
    // Errors reach the loop; the callback only keeps them from being thrown twice.
    for await (const [line, ...values] of pipeline(utf8(path), parser, () => {}) as AsyncIterable<string[]>) {
      columns ??= values.length;
      if (values.length !== columns) {
        throw new InputError(
          `${path} line ${line}: the header has ${columns} columns and this row ${values.length}. Give every row as many values as the header; put values that hold a comma in quotes.`,
        );
      }
      yield { line: Number(line), values };
    }
  } catch (error) {
    throw readable(error, path, parsing);
  }
}

/** The file's text in pieces. A byte order mark is dropped. */
async function* utf8(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = async (chunk?: Buffer) => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      throw new InputError(`${path} line ${await lineNotUtf8(path)}: not UTF-8. Save the file as UTF-8.`);
    }
  };
  for await (const chunk of createReadStream(path)) yield await decode(chunk as Buffer);
  yield await decode();
}

async function lineNotUtf8(path: string): Promise<number> {
  const bytes = await readFile(path);
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const end = bytes.indexOf('\n', start);
    if (end === -1 || !isUtf8(bytes.subarray(start, end))) break;
    start = end + 1;
  }
  return line;
}

/** @param line where the row starts that could not be read. */
function readable(error: unknown, path: string, line: number): unknown {
  if (error instanceof CsvError) {
    return error.code === 'CSV_QUOTE_NOT_CLOSED'
      ? new InputError(
          `${path} line ${line}: a quote is opened and never closed. Close it, or double the quotes inside the value.`,
        )
      : new InputError(
          `${path} line ${line}: a quote in the wrong place. Put the whole value in quotes and double the quotes inside it.`,
        );
  }
  const code = (error as NodeJS.ErrnoException).code;
  if (!(error instanceof InputError) && code !== undefined && /^E[A-Z]+$/.test(code)) {
    return new InputError(`${path} cannot be read (${code}). Make it a file that this user may read.`);
  }
  return error;
}
