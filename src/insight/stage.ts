import type { Stage } from '@account-health/contract/playbooks';
import type { Calendar } from '../scoring/calendar.ts';

/** Calendar days as a customer. */
const ONBOARDING_DAYS = 90;
const FIRST_YEAR_DAYS = 365;
/** Calendar days ahead; a renewal that is late is as near. */
const RENEWAL_DAYS = 90;

/** Where an account stands. Who is new is helped in first; after that, a renewal that is near comes before all else. */
export function stageOf(account: {
  /** When it became a customer, ms; null: nothing tells, so that it has been one for long. */
  readonly customerSince: number | null;
  /** Ms; null: none is known. */
  readonly nextRenewalAt: number | null;
  readonly asOf: number;
  readonly calendar: Calendar;
}): Stage {
  const { customerSince, nextRenewalAt, asOf, calendar } = account;
  const today = calendar.day(asOf);
  const age = customerSince === null ? Number.POSITIVE_INFINITY : today - calendar.day(customerSince);
  if (age < ONBOARDING_DAYS) return 'onboarding';
  if (nextRenewalAt !== null && calendar.day(nextRenewalAt) - today <= RENEWAL_DAYS) return 'renewal';
  return age < FIRST_YEAR_DAYS ? 'adoption' : 'mature';
}
