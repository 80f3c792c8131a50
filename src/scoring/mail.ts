import { type AccountView, isLogged, type KnownRecord } from './account-view.ts';
import type { Now } from './now.ts';
import { once } from './once.ts';
import type { Source } from './portal-context.ts';

/** What a signal must read to follow an account's mail. */
export const MAIL_READS = {
  companies: ['hubspot_owner_id'],
  emails: ['hs_timestamp', 'hs_email_direction', 'hs_email_status', 'hubspot_owner_id'],
} as const;

type Email = KnownRecord<'emails', (typeof MAIL_READS)['emails'][number]>;

export const isInbound = ({ values }: KnownRecord<'emails', 'hs_email_direction'>): boolean =>
  values.hs_email_direction === 'INCOMING_EMAIL';

const NOT_SENT: readonly string[] = ['FAILED', 'BOUNCED', 'SCHEDULED'];

/** Sent by us and not known to have failed. Forwards into the CRM are neither sent nor received. */
export const isSent = (email: Email): boolean =>
  email.values.hs_email_direction === 'EMAIL' && !NOT_SENT.includes(email.values.hs_email_status ?? '');

/** Emails within the last `days` calendar days of the view, oldest first. */
export function recentEmails<E extends Email>(
  { now, emails }: { readonly now: Now; readonly emails: readonly E[] },
  days: number,
): readonly E[] {
  return emails.slice(emails.findLastIndex(({ bornAt }) => !now.isWithin(bornAt, days)) + 1);
}

const isReadable = once(
  ({ blocked, missingProperties }: Source) =>
    blocked === null && !MAIL_READS.emails.some((property) => missingProperties.includes(property)),
);

const lastWriter = (emails: readonly Email[]): string | null | undefined =>
  emails.findLast((email) => isSent(email) && email.values.hubspot_owner_id)?.values.hubspot_owner_id;

/**
 * Whether silence in mail may count against the account (scoring.md, rule 4): mail can be read, and that of its owner, or where the
 * owner is not known of whoever wrote to it last, was being logged in the last `days` days.
 */
export function silenceCounts(account: AccountView<typeof MAIL_READS>, days: number): boolean {
  if (!isReadable(account.portal.sources.emails)) return false;
  const owner = account.company.values.hubspot_owner_id ?? lastWriter(account.emails);
  return typeof owner === 'string' && isLogged(account, 'emails', owner, days);
}
