import { createHash } from 'node:crypto';
import { dayOf } from './date-value.ts';

/** How old the day of the latest check becomes, where nothing else is written of a company. */
const REFRESH_DAYS = 7;

/**
 * Whether the day of the latest check is to be written by itself: where HubSpot shows none or no such day, one in the future, or one of a
 * week ago. Half of the companies wait a day longer, other ones each time: what was written in one go spreads over the days, so
 * that the whole portal does not fall due at once for ever. Both days are texts as HubSpot has them; blank stays blank.
 */
export function isCheckDue(companyId: string, today: string, shown: string): boolean {
  if (today === '' || shown === '') return today !== shown;
  const before = dayOf(shown);
  const age = before === null ? Number.NaN : (dayOf(today) ?? Number.NaN) - before;
  if (!(age >= 0)) return true;
  return age > REFRESH_DAYS || (age === REFRESH_DAYS && !waits(companyId, shown));
}

/** A coin that falls the same way whenever it is thrown for the same company and day. */
const waits = (companyId: string, shown: string): boolean =>
  ((createHash('sha256')
    .update(`${companyId}/${dayOf(shown)}`)
    .digest()[0] ?? 0) &
    1) ===
  1;
