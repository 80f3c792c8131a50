import type { AccountFigures } from '../scoring/account-figures.ts';
import type { Calendar } from '../scoring/calendar.ts';
import { type Override, statusHeld } from '../scoring/override.ts';
import type { HealthScore } from '../scoring/score.ts';
import { CHECKED_ON, dimensionProperty } from './company-properties.ts';

/** A customer or not, with what the properties that a model may ask for are made of. Moments in ms since 1970 UTC. */
export interface AskedOf {
  readonly health: HealthScore;
  readonly figures: AccountFigures;
  readonly override: Override | undefined;
  /** Since when the status that is shown has held; null: not known. */
  readonly statusSince: number | null;
  readonly checkedAt: number;
  /** Of the portal: days are its days. */
  readonly calendar: Calendar;
}

/**
 * The values of every property that a model may ask for, as texts; what is not known is blank. A company that is no customer has none
 * of them.
 */
export function askedValues({ health, figures, override, ...moments }: AskedOf): Readonly<Record<string, string>> {
  if (health.state === 'not_customer') return {};
  const { calendar } = moments;
  const status = statusHeld(health.state === 'scored' ? health.status : 'unknown', override);
  const day = (at: number | null) => (at === null ? '' : calendar.isoDay(at));
  const amount = (value: number | null) => (value === null ? '' : String(value));
  return {
    account_health_status_since: day(moments.statusSince),
    account_health_revenue_at_risk: amount(revenueAtRisk(status, figures.yearlyRevenue)),
    account_health_next_renewal: day(figures.nextRenewalAt),
    account_health_overdue_amount: amount(figures.overdueAmount),
    [CHECKED_ON]: day(moments.checkedAt),
    ...Object.fromEntries(
      health.dimensions.map(({ key, score }) => [
        dimensionProperty(key),
        score === null ? '' : String(Math.round(score)),
      ]),
    ),
  };
}

/** All of it or nothing, by the status that is shown; null where the status or the revenue is not known. */
function revenueAtRisk(status: string | null, yearlyRevenue: number | null): number | null {
  if (status === 'healthy') return 0;
  return status === 'at_risk' || status === 'unhealthy' ? yearlyRevenue : null;
}
