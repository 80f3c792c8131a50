/** Calendar days as HubSpot's DateInput has them, and as the server does. */

/** `month` starts at 0. */
export interface InputDay {
  readonly year: number;
  readonly month: number;
  readonly date: number;
}

const DAY_MS = 86_400_000;

const ofIso = (isoDay: string): InputDay => {
  const [year = 0, month = 1, date = 1] = isoDay.split('-').map(Number);
  return { year, month: month - 1, date };
};

/** YYYY-MM-DD. */
export const isoOf = ({ year, month, date }: InputDay): string =>
  [String(year).padStart(4, '0'), String(month + 1).padStart(2, '0'), String(date).padStart(2, '0')].join('-');

/** The day in a time zone, so many days after a moment (ms). */
export function dayAfter(now: number, days: number, timeZone: string): InputDay {
  // Sweden writes days as ISO 8601 does. Whole days on, at noon: no change of the clocks makes it another day.
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(now);
  return ofIso(new Date(Date.parse(`${today}T12:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10));
}
