/** Five customers of a folder that pay in different ways, chosen by their rows, so that no id of theirs is written down here. */
import { type CsvAccount, dayNumber } from './csv-account.ts';

/** Days after the due date on which each invoice was paid, in the order of payment; negative: early. */
function daysLate({ invoices }: CsvAccount): readonly number[] {
  const paid = invoices.flatMap(({ due, paid: at }) =>
    at === null ? [] : [{ at, late: dayNumber(at) - dayNumber(due) }],
  );
  return paid.sort((a, b) => a.at - b.at).map(({ late }) => late);
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** By how many days more the later half of its invoices was late than the earlier one. */
function turn(account: CsvAccount): number {
  const late = daysLate(account);
  const half = Math.floor(late.length / 2);
  return mean(late.slice(half)) - mean(late.slice(0, half));
}

const shareLate = (account: CsvAccount): number => {
  const late = daysLate(account);
  return late.filter((days) => days > 0).length / late.length;
};

/** The customer with the most of something, of those that nothing before it chose; of equals the first in the file. */
const KINDS: readonly (readonly [string, (account: CsvAccount) => number])[] = [
  ['with a very late invoice', (account) => Math.max(...daysLate(account))],
  ['always late', shareLate],
  ['turning late', turn],
  ['with few invoices', ({ invoices }) => -invoices.length],
  ['punctual', (account) => -Math.max(...daysLate(account))],
];

export interface Payer {
  readonly kind: string;
  readonly account: CsvAccount;
}

/** Five different customers, of each kind the one that is it most. @throws Error where there are fewer. */
export function fivePayers(accounts: readonly CsvAccount[]): readonly Payer[] {
  const chosen: Payer[] = [];
  for (const [kind, most] of KINDS) {
    const left = accounts.filter((one) => one.invoices.length > 1 && !chosen.some(({ account }) => account === one));
    const [account] = left.toSorted((a, b) => most(b) - most(a));
    if (account === undefined) throw new Error(`No customer is left to be the one ${kind}.`);
    chosen.push({ kind, account });
  }
  return chosen;
}
