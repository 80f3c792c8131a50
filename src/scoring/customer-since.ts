import type { FullView } from './account-view.ts';
import type { Model } from './model-shape.ts';
import type { Values } from './object-definition.ts';
import { hasValue, propertyOf } from './of-values.ts';
import { latest } from './once.ts';
import { type Purchase, purchases } from './purchases.ts';

/**
 * When a deal was won, ms, null where it was not: also beside paid invoices, which alone count as spend, and with an amount that nobody entered. A deal
 * of nothing or less is no purchase.
 */
const wonAt = ({ values: { hs_is_closed_won: won, closedate, amount } }: FullView['deals'][number]): number | null =>
  won === true && typeof closedate === 'number' && (amount ?? 1) > 0 ? closedate : null;

/** When the account bought something, ms, in no order. */
export const boughtAt = (account: FullView): readonly number[] => datesOf(purchases(account), account.deals);
const datesOf = latest((bought: readonly Purchase[], deals: FullView['deals']): readonly number[] => {
  const dates = bought.map(({ at }) => at);
  for (const deal of deals) {
    const at = wonAt(deal);
    if (at !== null) dates.push(at);
  }
  return dates;
});

/**
 * When the customer left, ms, as the model defines it; undefined: it has not, by the view's moment. A date may tell it for moments
 * at which the property's value was not known yet, and may lie ahead where notice was given; without one it left when we first
 * saw the value.
 */
export function leftAt(account: FullView, { churn }: Pick<Model, 'churn'>): number | undefined {
  if (churn === undefined) return undefined;
  const values = account.company.values as Values;
  const told = hasValue(values, churn);
  if (told === false) return undefined;
  const date = churn.date === undefined ? undefined : values[churn.date];
  if (typeof date === 'number') return account.now.hasCome(date) ? date : undefined;
  return told ? (account.companyValueSince(propertyOf(churn)) ?? account.now.ms) : undefined;
}

/**
 * When the company became a customer, ms; null: nothing tells. After it had left, the first purchase since: a win-back starts
 * anew.
 */
export function customerSince(account: FullView, model: Pick<Model, 'churn'>): number | null {
  return firstAfter(boughtAt(account), becameCustomer(account), hadLeft(account, model));
}

/** Whether the company became a customer fewer than `days` calendar days ago. Where nothing tells: no. */
export function isCustomerForLess(account: FullView, model: Pick<Model, 'churn'>, days: number): boolean {
  const became = becameCustomer(account);
  // A purchase can only have come sooner.
  if (became !== null && !account.now.isWithin(became, days) && hadLeft(account, model) === null) return false;
  const since = customerSince(account, model);
  return since !== null && account.now.isWithin(since, days);
}

/** The day on which HubSpot says that it became a customer, ms. */
function becameCustomer({ company }: FullView): number | null {
  const { hs_lifecyclestage_customer_date: became } = company.values;
  return typeof became === 'number' ? became : null;
}

/** When it left, by the model's date, as far as that has come; ms. It may be a customer again. */
function hadLeft({ company, now }: FullView, { churn }: Pick<Model, 'churn'>): number | null {
  const left = churn?.date === undefined ? null : (company.values as Values)[churn.date];
  return typeof left === 'number' && now.hasCome(left) ? left : null;
}

/** The first of the dates that comes after another; that one where none does. */
const firstAfter = latest((dates: readonly number[], became: number | null, since: number | null): number | null => {
  let first: number | null = null;
  const take = (at: number): void => {
    if ((since === null || at > since) && (first === null || at < first)) first = at;
  };
  dates.forEach(take);
  if (became !== null) take(became);
  return first ?? since;
});
