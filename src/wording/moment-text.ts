/** Moments for people who ask how old something is. */

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** Makes "Jun 15, 2026, 12:00 PM (2 hours ago)" of moments, ms since 1970 UTC, in the locale and time zone given. */
export function makeMomentText(locale: string, timeZone: string, now: number): (at: number) => string {
  const date = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium', timeStyle: 'short' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
  return (at) => {
    const [unit, ms] = UNITS.find(([, length]) => Math.abs(now - at) >= length) ?? (['minute', 60_000] as const);
    // What is past is as old as it surely is; what is to come is told to the nearest. A moment of the same minute is "0 minutes ago".
    const count = at < now ? Math.ceil((at - now) / ms) : Math.round((at - now) / ms);
    return `${date.format(at)} (${relative.format(count === 0 ? -0 : count, unit)})`;
  };
}
