import { pipeline } from 'node:stream/promises';
import { readStoreAddress } from '../config.ts';
import { InputError } from '../errors.ts';
import { companyId } from '../ids.ts';
import { type HistoryAsked, type PortalHistory, readHistory } from '../jobs/read-history.ts';
import { openStore } from '../store/open-store.ts';
import { choosePortal } from './choose-portal.ts';
import { HISTORY_HEADER, historyCsv, historyJson, historyText } from './history-text.ts';
import { readOptions } from './options.ts';

export const HISTORY_USAGE =
  'npm run cli -- history [COMPANY_ID] [--from DATE] [--to DATE] [--recompute] [--json] [--portal ID]';

/**
 * Prints a company's weekly scores, as published and, for the time before, replayed; or those of the whole portal as CSV, a page
 * at a time. With --recompute all are computed anew with the latest cycle's model and what is known now, and say so. Calls nobody.
 */
export async function history(args: string[]): Promise<void> {
  const [first = ''] = args;
  const named = first !== '' && !first.startsWith('-');
  const options = readOptions(
    named ? args.slice(1) : args,
    {
      from: { type: 'string' },
      to: { type: 'string' },
      recompute: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      portal: { type: 'string' },
    },
    HISTORY_USAGE,
  );
  if (named && !/^\d{1,20}$/.test(first))
    throw new InputError(`${first} is no record id of a company. Usage: ${HISTORY_USAGE}`);
  if (!named && options.json)
    throw new InputError(`--json needs a company; the whole portal comes as CSV. Usage: ${HISTORY_USAGE}`);
  const [from, to] = [day('from', options.from), day('to', options.to)];
  if (from !== undefined && to !== undefined && from > to)
    throw new InputError(`--from ${from} lies after --to ${to}. Give an earlier date.`);
  const { recompute } = options;
  const asked: HistoryAsked = { from, to, recompute, companyId: named ? companyId(first) : undefined };

  const store = await openStore(readStoreAddress());
  try {
    const portalId = await choosePortal(store, options.portal);
    const found = await readHistory(store.portal(portalId), asked);
    if (found === undefined)
      throw new InputError(`No cycle has scored portal ${portalId} yet. Run one first: npm run cycle`);
    if (!named) return await printWhileRead(wholePortal(found));
    const [company] = (await Array.fromAsync(found.pages)).flat();
    if (company === undefined)
      throw new InputError(`Portal ${portalId} holds no company ${first}. List them: npm run cli -- accounts`);
    console.log(
      options.json ? JSON.stringify(historyJson(portalId, company, found)) : historyText(company, found, recompute),
    );
  } finally {
    await store.close();
  }
}

/** @throws InputError for anything but a real date. */
function day(name: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const real = /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(Date.parse(text) || 0).toISOString().startsWith(text);
  if (!real) throw new InputError(`--${name} ${text} is no date. Give one as YYYY-MM-DD.`);
  return text;
}

async function* wholePortal({ pages, timeZone }: PortalHistory): AsyncGenerator<string> {
  yield `${HISTORY_HEADER}\n`;
  for await (const page of pages)
    for (const company of page) if (company.lines.length > 0) yield `${historyCsv(company, timeZone)}\n`;
}

/** Waits where the reader is slower: what is not read must not pile up. One that has enough, as `head` has, is no failure. */
async function printWhileRead(texts: AsyncGenerator<string>): Promise<void> {
  try {
    await pipeline(texts, process.stdout, { end: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
  }
}
