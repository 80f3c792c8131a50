import { InputError } from '../errors.ts';
import type { Calendar } from '../scoring/calendar.ts';

/** A moment as a person gives it: a calendar day, which means its close in the portal's time zone, or an exact instant. */
export type AsOf = { readonly day: string } | { readonly at: number };

/** Parses what stands after `--as-of`. @throws InputError for anything but a real date, YYYY-MM-DD, or an ISO 8601 instant. */
export function parseAsOf(text: string): AsOf {
  const at = Date.parse(text);
  // Date.parse takes 30 February for 2 March.
  const day = text.slice(0, 10);
  const real = !Number.isNaN(at) && new Date(Date.parse(day)).toISOString().startsWith(day);
  if (real && /^\d{4}-\d{2}-\d{2}$/.test(text)) return { day };
  if (real && /^\d{4}-\d{2}-\d{2}T.+(Z|[+-]\d{2}:?\d{2})$/.test(text)) return { at };
  throw new InputError(`--as-of ${text} is no date. Give one as YYYY-MM-DD, or with a time as 2026-05-31T12:00:00Z.`);
}

/** The moment, ms since 1970 UTC. */
export const momentOf = (asOf: AsOf, calendar: Calendar): number =>
  'at' in asOf ? asOf.at : calendar.endOfDay(asOf.day);
