import { styleText } from 'node:util';
import type { AccountList, ListedAccount } from '../jobs/list-accounts.ts';
import { makeCalendar } from '../scoring/calendar.ts';

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
    [companyId, text(name ?? ''), score === null ? '' : String(score), status, text(reason)].map(quoted).join(','),
  );
  return ['company_id,name,score,status,reason', ...rows].join('\n');
}

const quoted = (value: string): string => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/** What anybody may have typed must not be a formula to the spreadsheet that opens it (OWASP: CSV injection). */
const text = (value: string): string => (/^[=+\-@\t\r]/.test(value) ? `'${value}` : value);

const number = (value: number): string => value.toLocaleString('en');

/** Names come from the portal: what they hold must not break the table, or steer the terminal. */
const oneLine = (value: string): string => value.replace(/\p{Cc}+/gu, ' ');
