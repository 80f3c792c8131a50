import { z } from 'zod';
import type { CompanyId } from '../ids.ts';
import { type Calendar, DAY_MS, makeCalendar } from '../scoring/calendar.ts';
import type { PortalStore } from '../store/portal-store.ts';
import type { UsageRow } from '../store/usage-rows.ts';
import { asPlainText, inOneLine } from './in-one-line.ts';

export const MOST_ROWS = 1_000;

/** Older usage tells nothing of today; a replay looks back 12 months, and compares. */
const OLDEST_DAYS = 800;
/** A day's total is dated to its end, and zones differ. */
const AHEAD_MS = 2 * DAY_MS;

const rowSchema = z.strictObject(
  {
    companyId: z
      .union([z.string().regex(/^\d{1,20}$/), z.int().min(1).transform(String)], {
        error: "give the company's record id in HubSpot",
      })
      .optional(),
    domain: z.string({ error: 'give a domain such as acme.example' }).trim().toLowerCase().min(1).max(255).optional(),
    metric: z
      .string({ error: 'name what is counted, such as logins' })
      .regex(/^[a-z][a-z0-9_]{0,49}$/, 'use lower-case letters, digits and underscores, such as active_users'),
    at: z.union([z.iso.datetime({ offset: true }), z.iso.date()], {
      error: 'give a day (2026-03-31) or a moment with its zone (2026-03-31T09:00:00Z)',
    }),
    value: z
      .number({ error: 'give a number' })
      .min(0, 'give a number of 0 or more')
      .max(1e12, 'give a number up to 1e12'),
    key: z.string({ error: 'give a text of up to 100 characters' }).min(1).max(100).optional(),
  },
  { error: (issue) => (issue.code === 'unrecognized_keys' ? undefined : 'give an object') },
);

type Row = z.infer<typeof rowSchema>;
interface RowError {
  readonly index: number;
  readonly error: string;
}

/** Takes posted rows apart into those that can be kept and what is wrong with the others, each by its place. */
export async function readUsageRows(
  store: Pick<PortalStore, 'profile' | 'heldCompanies' | 'companiesByDomain'>,
  rows: readonly unknown[],
  now: number,
): Promise<{ readonly usable: readonly UsageRow[]; readonly errors: readonly RowError[] }> {
  const calendar = makeCalendar((await store.profile())?.timeZone ?? 'UTC');
  const read = rows.map((row) => rowSchema.safeParse(row));
  const wellFormed = read.flatMap(({ data }) => data ?? []);
  const ids = wellFormed.flatMap((row) => row.companyId ?? []);
  const domains = wellFormed.flatMap((row) => (row.companyId === undefined ? (row.domain ?? []) : []));
  const held = ids.length === 0 ? new Set<string>() : await store.heldCompanies(ids);
  const byDomain =
    domains.length === 0 ? new Map<string, readonly CompanyId[]>() : await store.companiesByDomain(domains);

  const usable: UsageRow[] = [];
  const errors: RowError[] = [];
  read.forEach(({ data, error }, index) => {
    const company = data && companyOf(data, held, byDomain);
    const at = data && momentOf(data.at, calendar);
    const wrong = error
      ? inOneLine(error)
      : typeof company === 'object'
        ? company.error
        : at !== undefined && mistimed(at, now);
    if (wrong) errors.push({ index, error: asPlainText(wrong) });
    else if (data !== undefined && typeof company === 'string' && at !== undefined) {
      // A caller's key can never be taken for a moment.
      const key = data.key === undefined ? `at:${at}` : `key:${data.key}`;
      usable.push({ companyId: company, metric: data.metric, key, at, value: data.value });
    }
  });
  return { usable, errors };
}

function companyOf(
  { companyId, domain }: Row,
  held: ReadonlySet<string>,
  byDomain: ReadonlyMap<string, readonly CompanyId[]>,
): CompanyId | { readonly error: string } {
  if (companyId !== undefined) {
    if (domain !== undefined) return { error: 'give companyId or domain, not both' };
    return held.has(companyId)
      ? (companyId as CompanyId)
      : { error: `companyId: no company ${companyId} has been read from HubSpot; new ones appear after the next sync` };
  }
  if (domain === undefined) return { error: 'give companyId or domain' };
  const [only, ...others] = byDomain.get(domain) ?? [];
  if (only === undefined) return { error: `domain: no company in HubSpot has the domain ${domain}` };
  return others.length === 0
    ? only
    : { error: `domain: ${others.length + 1} companies have the domain ${domain}; give the companyId` };
}

/** A day counts when it is over. */
const momentOf = (at: string, calendar: Calendar): number =>
  at.includes('T') ? Date.parse(at) : calendar.endOfDay(at);

function mistimed(at: number, now: number): string | false {
  if (at > now + AHEAD_MS) return 'at: this lies in the future';
  return at < now - OLDEST_DAYS * DAY_MS && `at: this lies more than ${OLDEST_DAYS} days back`;
}
