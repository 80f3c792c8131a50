import { type AsOf, momentOf } from '../jobs/as-of.ts';
import { readPortalFolder } from '../local/sandbox/folder.ts';
import { generatePortal } from '../local/sandbox/generate/generate-portal.ts';
import type { PortalData } from '../local/sandbox/portal-data.ts';
import { DAY_MS, makeCalendar } from '../scoring/calendar.ts';
import { wholeNumber } from './options.ts';

/** Options of the commands that start a local portal. */
export const LOCAL_PORTAL_OPTIONS = {
  portal: { type: 'string' },
  companies: { type: 'string', default: '300' },
  seed: { type: 'string', default: '1' },
} as const;

/** The content of a local portal: a folder of CSV files, or a generated one as of today. */
export async function localPortal(
  options: { portal?: string | undefined; companies: string; seed: string },
  now: number,
): Promise<PortalData> {
  if (options.portal !== undefined) return readPortalFolder(options.portal, (note) => console.error(`Note: ${note}`));
  const companies = wholeNumber('companies', options.companies, 1, 100_000);
  const seed = wholeNumber('seed', options.seed, 0, 2 ** 31);
  return generatePortal({ seed, companies, now: Math.floor(now / DAY_MS) * DAY_MS });
}

const HOUR_MS = 3_600_000;

/**
 * The time in a local portal. A portal of today lives in today's time; an old one wakes an hour before the close of the day on
 * which it was taken, or of a later day that is asked for, so that a demonstration ends on that day.
 */
export function portalClock(data: PortalData, asOf: AsOf | undefined, now: () => number): () => number {
  const startedAt = now();
  const asked = asOf === undefined ? 0 : momentOf(asOf, makeCalendar(data.timeZone));
  const lastDay = Math.max(data.takenAt, asked);
  if (lastDay > startedAt - DAY_MS) return now;
  const wakes = lastDay - HOUR_MS;
  return () => wakes + (now() - startedAt);
}
