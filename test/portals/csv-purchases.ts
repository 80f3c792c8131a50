/** What the invoice rows of one company say of its buying at the close of a day: arithmetic of its own, none of the product's. */
import { type CsvAccount, dayNumber } from './csv-account.ts';

interface Payment {
  readonly id: string;
  readonly day: number;
  readonly cents: number;
}

/** What was paid by the moment, oldest first. */
function paidBy({ invoices }: CsvAccount, at: number): readonly Payment[] {
  const paid: (Payment & { readonly ms: number })[] = [];
  for (const { id, paid: ms, issued, cents } of invoices)
    if (ms !== null && ms <= at && issued <= at && cents > 0) paid.push({ id, ms, day: dayNumber(ms), cents });
  paid.sort((a, b) => (a.ms !== b.ms ? a.ms - b.ms : a.id < b.id ? -1 : 1));
  return paid;
}

export interface ExpectedRhythm {
  /** Calendar days since it last paid for something. */
  readonly since: number;
  readonly lastId: string;
  /** Different days on which it did. */
  readonly purchaseDays: number;
  readonly firstDay: number;
  readonly lastDay: number;
  /** Days of silence that it kept at this time of year in both of the last two years. */
  readonly seasonDays: number;
}

/** Null: it has bought nothing. */
export function expectedRhythm(account: CsvAccount, at: number): ExpectedRhythm | null {
  const paid = paidBy(account, at);
  const [first, last] = [paid[0], paid.at(-1)];
  if (first === undefined || last === undefined) return null;
  return {
    since: dayNumber(at) - last.day,
    lastId: last.id,
    purchaseDays: new Set(paid.map(({ day }) => day)).size,
    firstDay: first.day,
    lastDay: last.day,
    seasonDays: seasonDays([...new Set(paid.map(({ day }) => day))], dayNumber(at)),
  };
}

/**
 * The shorter of the silences around the same day one and two years before, each of a quarter to a year and of two usual gaps at least,
 * and each as long as it was by that day; 0 where there was none. One may be over by up to a month: seasons begin late.
 */
function seasonDays(days: readonly number[], today: number): number {
  const usual = ((days.at(-1) ?? 0) - (days[0] ?? 0)) / (days.length - 1);
  let shortest = Number.POSITIVE_INFINITY;
  for (const then of [today - 365, today - 730]) {
    let silent = 0;
    for (let index = days.length - 1; index > 0; index -= 1) {
      const [from, until] = [days[index - 1] ?? 0, days[index] ?? 0];
      const long = until - from >= 90 && until - from >= 2 * usual && until - from <= 365;
      if (long && from <= then && then < until + 30) silent = then - from;
    }
    shortest = Math.min(shortest, silent);
  }
  return shortest;
}

/** Cents paid in the `days` days that end with the moment's, and in as many before them; the ids of both, newest first. */
export function spentIn(account: CsvAccount, at: number, days: number) {
  let [now, before] = [0, 0];
  const ids: string[] = [];
  for (const { id, day, cents } of [...paidBy(account, at)].reverse()) {
    const ago = dayNumber(at) - day;
    if (ago >= 2 * days) continue;
    if (ago < days) now += cents;
    else before += cents;
    ids.push(id);
  }
  return { now, before, ids };
}
