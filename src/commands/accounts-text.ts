import { styleText } from 'node:util';
import type { AccountList, ListedAccount } from '../jobs/list-accounts.ts';
import { makeCalendar } from '../scoring/calendar.ts';
import { csvLine, csvText } from './csv-line.ts';
import { oneLine } from './one-line.ts';

const NAME_WIDTH = 32;
const STATUS_WIDTH = 'not customer'.length;

/** A line for each company, for a terminal. `kept`: those of the list that were asked for. */
export function accountsText(list: AccountList, kept: readonly ListedAccount[]): string {
  const { asOf, timeZone, model, accounts } = list;
  const day = makeCalendar(timeZone).isoDay(asOf);
  const of = kept.length === accounts.length ? '' : ` of ${number(accounts.length)}`;
  const head = `${styleText('bold', 'Accounts as of')} ${day}, ${oneLine(model.name)} ${oneLine(model.version)}: ${number(kept.length)}${of}`;
  const named = kept.map((account) => ({ ...account, name: oneLine(account.name || account.companyId) }));
  const width = Math.min(NAME_WIDTH, Math.max(0, ...named.map(({ name }) => name.length)));
  const lines = named.map(({ name, score, status, reason }) =>
    [
      `  ${(score === null ? '' : String(score)).padStart(3)}`,
      status.replace('_', ' ').padEnd(STATUS_WIDTH),
      name.slice(0, width).padEnd(width),
      oneLine(reason),
    ]
      .join('  ')
      .trimEnd(),
  );
  return [head, ...lines].join('\n');
}

/** A header and a line for each company, quoted as RFC 4180 has it; a score that there is not is empty. */
export function accountsCsv(accounts: readonly ListedAccount[]): string {
  const rows = accounts.map(({ companyId, name, score, status, reason }) =>
    csvLine([companyId, csvText(name ?? ''), score === null ? '' : String(score), status, csvText(reason)]),
  );
  return ['company_id,name,score,status,reason', ...rows].join('\n');
}

const number = (value: number): string => value.toLocaleString('en');
