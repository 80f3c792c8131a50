/**
 * Figures of an account that are written beside its score, where the model asks for them. Each is known where the signal is that
 * tells the same story, and reads what that signal reads: so the two never disagree about what the portal holds.
 */
import type { FullView } from './account-view.ts';
import { currencyOf, toPortalCurrency } from './currency.ts';
import { dueAt, owed } from './invoices.ts';
import type { Model, Writable } from './model-shape.ts';
import type { Values } from './object-definition.ts';
import { purchases } from './purchases.ts';
import { sourceProblem, withoutLost } from './read-signal.ts';
import { isRenewal, renewalProblem } from './renewals.ts';
import type { Signal } from './signal.ts';
import { overdueBalance } from './signals/overdue-balance.ts';
import { recurringRevenue } from './signals/recurring-revenue.ts';
import { renewalOutcome } from './signals/renewal-outcome.ts';
import { spendTrend } from './signals/spend-trend.ts';
import { revenues } from './subscriptions.ts';

/** As of the view's moment; null: not asked for, or not known. Amounts are in the portal's currency, >= 0, to the cent. */
export interface AccountFigures {
  /**
   * When the renewal is due that comes next, ms since 1970 UTC: by the property that the model names, else by the deals that are open;
   * null also where there is none.
   */
  readonly nextRenewalAt: number | null;
  /** Owed on invoices past their due date; 0 where invoices are connected and nothing is. */
  readonly overdueAmount: number | null;
  /** What the account brings in a year: by the property that the model names, else by its subscriptions and purchases. */
  readonly yearlyRevenue: number | null;
}

const SIGNALS_OF: Readonly<Partial<Record<Writable, readonly Signal[]>>> = {
  next_renewal: [renewalOutcome],
  overdue_amount: [overdueBalance],
  revenue_at_risk: [recurringRevenue, spendTrend],
};

/** The signals whose sources these figures need; whether the model reads the signals themselves does not matter. */
export const figureSignals = (write: readonly Writable[]): readonly Signal[] =>
  [...new Set(write)].flatMap((figure) => SIGNALS_OF[figure] ?? []);

/** The figures that the model asks for. */
export function accountFigures(
  account: FullView,
  model: Pick<Model, 'write' | 'renewalPipelines' | 'account'>,
): AccountFigures {
  const asked = (figure: Writable) => model.write.includes(figure);
  return {
    nextRenewalAt: asked('next_renewal') ? nextRenewalAt(account, model) : null,
    overdueAmount: asked('overdue_amount') ? overdueAmount(account) : null,
    yearlyRevenue: asked('revenue_at_risk') ? yearlyRevenue(account, model) : null,
  };
}

/** The number, or moment, in a company property that the model names; null: none is named, or it is empty. */
function namedNumber({ company }: FullView, property: string | undefined): number | null {
  const value = property === undefined ? undefined : (company.values as Values)[property];
  return typeof value === 'number' ? value : null;
}

/** What the signal's sources tell of the account; null where they do not tell. */
const toldBy = (signal: Signal, account: FullView): FullView | null =>
  sourceProblem(signal, account.portal.sources, account.now.ms) === null ? withoutLost(signal, account) : null;

/** An open renewal that is later than this was forgotten in its pipeline, and hides none that comes after it. */
const FORGOTTEN_DAYS = 90;

/**
 * Where the model names no property, by deals alone: HubSpot tells a subscription's next payment, which is no renewal. One that is late
 * is still to be decided, and comes first.
 */
function nextRenewalAt(
  account: FullView,
  { renewalPipelines, account: named = {} }: Pick<Model, 'renewalPipelines' | 'account'>,
): number | null {
  const told = namedNumber(account, named.renewalDate);
  if (told !== null && account.now.daysSince(told) <= FORGOTTEN_DAYS) return told;
  const seen = toldBy(renewalOutcome, account);
  if (seen === null || renewalProblem(seen, renewalPipelines) !== null) return null;
  const due = seen.deals.flatMap((deal) => {
    const { closedate, hs_is_closed: isClosed } = deal.values;
    if (isClosed !== false || typeof closedate !== 'number' || !isRenewal(deal, renewalPipelines)) return [];
    return seen.now.daysSince(closedate) > FORGOTTEN_DAYS ? [] : [closedate];
  });
  return due.length === 0 ? null : Math.min(...due);
}

/** Each balance at the rate of its invoice's date, as the signal sums them. What cannot be told of one cannot be told of all. */
function overdueAmount(account: FullView): number | null {
  const seen = toldBy(overdueBalance, account);
  if (seen === null) return null;
  const balances = seen.invoices
    .filter((invoice) => seen.now.daysSince(dueAt(invoice) ?? seen.now.ms) > 0)
    .map((invoice) => ({
      amount: owed(invoice),
      currency: currencyOf(invoice.values.hs_currency, seen.portal),
      at: invoice.bornAt,
    }));
  return sumOf(
    seen,
    balances.filter(({ amount }) => amount === null || amount > 0),
  );
}

/** The year that spend is summed over, as the signal `spend_trend` counts it. */
const YEAR_DAYS = 365;

/**
 * Twelve months of what its subscriptions bring now, whether paid or past due. Where none is running, or they do not tell, what it
 * spent in the last twelve months; null where it never bought.
 */
function yearlyRevenue(account: FullView, { account: named = {} }: Pick<Model, 'account'>): number | null {
  const told = namedNumber(account, named.revenue);
  if (told !== null && told >= 0) return Math.round(told * 100) / 100;
  const bringing = revenues(withoutLost(recurringRevenue, account));
  const running = 'reason' in bringing ? [] : bringing.filter(({ standing }) => standing !== 'ended');
  if (running.length > 0) {
    const yearly = running.map(({ amount, currency }) => ({ amount: 12 * amount, currency, at: account.now.ms }));
    return sumOf(account, yearly);
  }
  const seen = toldBy(spendTrend, account);
  if (seen === null) return null;
  const bought = purchases(seen);
  const recent = bought.filter(({ at }) => seen.now.isWithin(at, YEAR_DAYS));
  return bought.length === 0 ? null : sumOf(seen, recent);
}

interface DatedAmount {
  /** Null: not known. */
  readonly amount: number | null;
  /** ISO 4217. */
  readonly currency: string;
  readonly at: number;
}

/** In the portal's currency, each at the rate of its own moment; null where one amount or rate is not known. */
function sumOf({ portal }: Pick<FullView, 'portal'>, amounts: readonly DatedAmount[]): number | null {
  let sum = 0;
  for (const { amount, currency, at } of amounts) {
    const converted = amount === null ? null : toPortalCurrency(amount, currency, at, portal);
    if (converted === null) return null;
    sum += converted;
  }
  return Math.round(sum * 100) / 100;
}
