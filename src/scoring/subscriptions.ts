import type { AccountView, KnownRecord } from './account-view.ts';
import { DAY_MS } from './calendar.ts';
import { currencyOf } from './currency.ts';
import { isWorth } from './purchases.ts';
import { type Unknown, unknown } from './signal.ts';

/** What a signal must read to know what subscriptions bring in a month. */
export const SUBSCRIPTION_READS = {
  subscriptions: [
    'hs_name',
    'hs_createdate',
    'hs_status',
    'hs_recurring_billing_start_date',
    'hs_recurring_billing_frequency',
    'hs_mrr',
    'hs_next_payment_amount',
    'hs_last_payment_amount',
    'hs_last_payment_date',
    'hs_currency_code',
  ],
} as const;

type Subscription = KnownRecord<'subscriptions', (typeof SUBSCRIPTION_READS)['subscriptions'][number]>;

/** Whether it is being paid. HubSpot's docs: its statuses; `unpaid` and `paused` are met in portals besides. */
const STANDING: Readonly<Record<string, 'paid' | 'unpaid' | 'ended'>> = {
  active: 'paid',
  past_due: 'unpaid',
  unpaid: 'unpaid',
  paused: 'ended',
  canceled: 'ended',
  expired: 'ended',
};

/** Months between two payments, by HubSpot's values of the billing frequency. */
const MONTHS: Readonly<Record<string, number>> = {
  weekly: 12 / 52,
  biweekly: 12 / 26,
  monthly: 1,
  quarterly: 3,
  per_six_months: 6,
  annually: 12,
  per_two_years: 24,
  per_three_years: 36,
  per_four_years: 48,
  per_five_years: 60,
};
const MONTH_MS = (365.25 / 12) * DAY_MS;

/** A subscription that has begun and brings money, or did. */
export interface Revenue {
  readonly subscription: Subscription;
  readonly standing: 'paid' | 'unpaid' | 'ended';
  /** A month, > 0; as of now, since HubSpot tells no other. */
  readonly amount: number;
  /** ISO 4217. */
  readonly currency: string;
  /** Ms. */
  readonly startedAt: number;
  /** The end of what was paid for, ms; null where it goes on, or where nobody knows when it ended. */
  readonly endedAt: number | null;
}

const positive = (...amounts: readonly (number | null | undefined)[]): number => amounts.find(isWorth) ?? 0;

/** Any of these tells what it brings. */
const AMOUNTS = ['hs_mrr', 'hs_next_payment_amount', 'hs_last_payment_amount'] as const;

const missing = (properties: string): Unknown => unknown('property_missing', { types: 'subscriptions', properties });

function revenueOf(
  { now, portal }: Pick<AccountView<object>, 'now' | 'portal'>,
  subscription: Subscription,
): Revenue | Unknown | 'none' {
  const { values } = subscription;
  const startedAt = values.hs_recurring_billing_start_date ?? subscription.bornAt;
  if (!now.hasCome(startedAt)) return 'none';
  if (values.hs_status === undefined) return unknown('not_known_then');
  const status = (values.hs_status ?? '').toLowerCase();
  if (status === 'scheduled') return 'none';
  const standing = Object.hasOwn(STANDING, status) ? STANDING[status] : undefined;
  if (standing === undefined) return unknown('unmapped_value', { value: status });

  const lastPaidAt = values.hs_last_payment_date;
  // One that ended before its first payment never brought anything.
  if (standing === 'ended' && lastPaidAt === null) return 'none';
  const told = values.hs_recurring_billing_frequency;
  const frequency = (told || 'monthly').toLowerCase();
  const months = told !== undefined && Object.hasOwn(MONTHS, frequency) ? MONTHS[frequency] : undefined;
  const payment = positive(values.hs_next_payment_amount, values.hs_last_payment_amount);
  if (positive(values.hs_mrr) === 0) {
    // What a portal without the property would have told may be a loss.
    const [lacking] = AMOUNTS.filter((property) => values[property] === undefined);
    if (payment === 0) return lacking === undefined ? 'none' : missing(lacking);
    if (months === undefined)
      return told === undefined
        ? missing('hs_recurring_billing_frequency')
        : unknown('unmapped_value', { value: frequency });
  }
  return {
    subscription,
    standing,
    amount: positive(values.hs_mrr, payment / (months ?? 1)),
    currency: currencyOf(values.hs_currency_code, portal),
    startedAt,
    endedAt:
      standing === 'ended' && typeof lastPaidAt === 'number' && told !== undefined
        ? lastPaidAt + (months ?? 1) * MONTH_MS
        : null,
  };
}

/** What the account's subscriptions bring or brought; what cannot be told of one of them cannot be told of all. */
export function revenues(
  account: Pick<AccountView<object>, 'now' | 'portal'> & { readonly subscriptions: readonly Subscription[] },
): readonly Revenue[] | Unknown {
  const known: Revenue[] = [];
  for (const subscription of account.subscriptions) {
    const revenue = revenueOf(account, subscription);
    if (revenue === 'none') continue;
    if ('reason' in revenue) return revenue;
    known.push(revenue);
  }
  return known;
}

/** Whether it was being paid for at a moment in the past. Where nobody knows when it ended, it was. */
export const broughtAt = ({ startedAt, endedAt }: Revenue, at: number): boolean =>
  startedAt <= at && (endedAt === null || endedAt > at);
