import type { FullView } from './account-view.ts';
import { boughtAt, leftAt } from './customer-since.ts';
import type { Model } from './model-shape.ts';
import type { Values } from './object-definition.ts';
import { hasValue } from './of-values.ts';
import { latest } from './once.ts';
import { PURCHASE_READS } from './purchases.ts';

/** What eligibility reads besides what the signals do. */
export const ELIGIBILITY_READS = {
  companies: ['name', 'domain', 'type', 'lifecyclestage', 'hs_lifecyclestage_customer_date'],
  ...PURCHASE_READS,
} as const;

export type Eligibility =
  | {
      readonly customer: true;
      /** The rule that says so; `became_customer`: the date, where the stage of the moment is not known. */
      readonly by: 'named' | 'stage' | 'became_customer' | 'purchase';
    }
  | {
      readonly customer: false;
      /**
       * `no_purchase_or_stage`, `not_named`, `churned`, `own_company` where the addresses of the portal's users tell it, or the
       * reason of the exclusion that ruled the company out.
       */
      readonly reason: string;
      /** When it left, ms. Only of one that churned. */
      readonly leftAt?: number;
    };

/**
 * Whether the company is a current customer at the view's moment (scoring.md, Who is scored). No exclusion applies, it is not the
 * portal's own by its domain, it has not left; and the property that the admin named says so, or, where none is named or its value is
 * not known yet, its lifecycle stage or a purchase within the model's months. The own domain is inferred: what the admin's property
 * names a customer is one. Where the stage of a past moment is not known, the date on which it became a customer stands in.
 */
export function eligibility(account: FullView, model: Pick<Model, 'eligibility' | 'churn'>): Eligibility {
  const { customers, lifecycleStages, purchaseWithinMonths, exclude, detectOwnCompany = true } = model.eligibility;
  const { values } = account.company;
  const excluded = ruledOut(values as Values, exclude);
  if (excluded !== undefined) return { customer: false, reason: excluded.reason };
  const named = customers === undefined ? undefined : hasValue(values as Values, customers);
  const isOwn = isSameDomain(values.domain, account.portal.ownDomain);
  if (detectOwnCompany && isOwn && named !== true) return { customer: false, reason: 'own_company' };
  const left = leftAt(account, model);
  if (left !== undefined) return { customer: false, reason: 'churned', leftAt: left };

  if (named !== undefined) return named ? { customer: true, by: 'named' } : { customer: false, reason: 'not_named' };

  const stage = values.lifecyclestage;
  const inStage = typeof stage === 'string' && lifecycleStages.includes(stage);
  const becameCustomer = stage === undefined && typeof values.hs_lifecyclestage_customer_date === 'number';
  if (inStage || becameCustomer) return { customer: true, by: inStage ? 'stage' : 'became_customer' };

  const earliest = account.calendar.dayMonthsBefore(account.now.ms, purchaseWithinMonths);
  if (boughtAt(account).some((at) => account.calendar.day(at) >= earliest)) return { customer: true, by: 'purchase' };
  return { customer: false, reason: 'no_purchase_or_stage' };
}

/** The first exclusion that the company's values meet; undefined: none. */
const ruledOut = latest((values: Values, exclude: Model['eligibility']['exclude']) =>
  exclude.find((rule) => hasValue(values, rule) === true),
);

/** Whether a company's domain is this one; HubSpot keeps what people type, so `www.` and case do not matter. */
const isSameDomain = (domain: string | null | undefined, own: string | undefined): boolean =>
  typeof domain === 'string' &&
  own !== undefined &&
  domain
    .trim()
    .toLowerCase()
    .replace(/^www\./, '') === own;
