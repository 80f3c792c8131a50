import type { FullView } from './account-view.ts';
import type { Model } from './model.ts';
import { PURCHASE_READS, purchases } from './purchases.ts';

/** What eligibility reads besides what the signals do. */
export const ELIGIBILITY_READS = {
  companies: ['name', 'domain', 'type', 'lifecyclestage', 'hs_lifecyclestage_customer_date'],
  ...PURCHASE_READS,
} as const;

export type Eligibility =
  | { readonly customer: true }
  /** `reason` is `no_purchase_or_stage`, or the reason of the exclusion that ruled the company out. */
  | { readonly customer: false; readonly reason: string };

/**
 * When deals were won, ms: also beside paid invoices, which alone count as spend, and with an amount that nobody entered. A deal
 * of nothing or less is no purchase.
 */
const wonAt = ({ deals }: FullView): readonly number[] =>
  deals.flatMap(({ values: { hs_is_closed_won: won, closedate, amount } }) =>
    won === true && typeof closedate === 'number' && (amount ?? 1) > 0 ? [closedate] : [],
  );

/**
 * Whether the company is a current customer at the view's moment (scoring.md, Who is scored): its lifecycle stage says so, or it
 * bought something within the model's months; and no exclusion applies. HubSpot gives only today's stage, so for a past moment
 * the date on which it became a customer stands in.
 */
export function eligibility(account: FullView, model: Pick<Model, 'eligibility'>): Eligibility {
  const { lifecycleStages, purchaseWithinMonths, exclude } = model.eligibility;
  const { values } = account.company;
  for (const { reason, property, values: excluded } of exclude) {
    const value = values[property]?.toLowerCase();
    if (value && excluded.some((name) => name.toLowerCase() === value)) return { customer: false, reason };
  }
  const stage = values.lifecyclestage;
  const inStage = typeof stage === 'string' && lifecycleStages.includes(stage);
  const becameCustomer = stage === undefined && typeof values.hs_lifecyclestage_customer_date === 'number';
  if (inStage || becameCustomer) return { customer: true };

  const earliest = account.calendar.dayMonthsBefore(account.asOf, purchaseWithinMonths);
  const bought = [...purchases(account).map(({ at }) => at), ...wonAt(account)];
  if (bought.some((at) => account.calendar.day(at) >= earliest)) return { customer: true };
  return { customer: false, reason: 'no_purchase_or_stage' };
}
