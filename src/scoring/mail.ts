import { type AccountView, daysBetween, isLogged, type KnownRecord } from './account-view.ts';

/** What a signal must read to follow an account's mail. */
export const MAIL_READS = {
  companies: ['hubspot_owner_id'],
  emails: ['hs_timestamp', 'hs_email_direction', 'hs_email_status', 'hubspot_owner_id'],
} as const;

type Email = KnownRecord<'emails', (typeof MAIL_READS)['emails'][number]>;

export const isInbound = ({ values }: KnownRecord<'emails', 'hs_email_direction'>): boolean =>
  values.hs_email_direction === 'INCOMING_EMAIL';

/** Sent by us and not known to have failed. Forwards into the CRM are neither sent nor received. */
export const isSent = (email: Email): boolean =>
  email.values.hs_email_direction === 'EMAIL' &&
  !['FAILED', 'BOUNCED', 'SCHEDULED'].includes(email.values.hs_email_status ?? '');

/** Emails within the last `days` calendar days of the view, oldest first. */
export const recentEmails = <E extends Email>(
  account: { asOf: number; calendar: AccountView<object>['calendar']; emails: readonly E[] },
  days: number,
): readonly E[] => account.emails.filter((email) => daysBetween(account.calendar, email.bornAt, account.asOf) < days);

/**
 * Whether silence in mail may count against the account (scoring.md, rule 4): mail can be read, and that of its owner, or where the
 * owner is not known of whoever wrote to it last, was being logged in the last `days` days.
 */
export function silenceCounts(account: AccountView<typeof MAIL_READS>, days: number): boolean {
  const { blocked, missingProperties } = account.portal.sources.emails;
  if (blocked !== null || MAIL_READS.emails.some((property) => missingProperties.includes(property))) return false;
  const writer = account.emails.findLast((email) => isSent(email) && email.values.hubspot_owner_id)?.values
    .hubspot_owner_id;
  const owner = account.company.values.hubspot_owner_id ?? writer;
  return typeof owner === 'string' && isLogged(account, 'emails', owner, days);
}
