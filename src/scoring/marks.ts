import type { AccountView } from './account-view.ts';
import { dayOf, type EvidenceValue } from './evidence.ts';
import { type PURCHASE_READS, purchaseDays, purchases } from './purchases.ts';
import { isOffSeason, possibleSeasonDays } from './season.ts';

/** What is worth knowing of an account beside its score. It counts for nothing: no mark moves a score or a status. */
export interface Mark {
  readonly key: 'seasonal' | 'possibly_seasonal';
  /** For the mark's sentence. */
  readonly values: Readonly<Record<string, EvidenceValue>>;
}

const MONTH_DAYS = 365 / 12;

/** The marks of an account at the view's moment; mostly none. */
export function marksOf(account: AccountView<typeof PURCHASE_READS>): readonly Mark[] {
  const { now, calendar } = account;
  const bought = purchases(account);
  const last = bought.at(-1);
  if (last === undefined) return [];
  const days = purchaseDays(calendar, bought);
  const today = calendar.day(now.ms);
  const season = possibleSeasonDays(days, today);
  if (season !== null)
    return [{ key: 'possibly_seasonal', values: { purchases: days.length, months: Math.ceil(season / MONTH_DAYS) } }];
  if (!isOffSeason(days, today)) return [];
  return [{ key: 'seasonal', values: { days: today - calendar.day(last.at), last: dayOf(last.at) } }];
}
