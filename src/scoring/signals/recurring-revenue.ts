import type { AccountView, KnownRecord } from '../account-view.ts';
import { inOneCurrency } from '../currency.ts';
import { dayOf, evidence, money, refTo } from '../evidence.ts';
import { isWorth } from '../purchases.ts';
import { defineSignal, type Measurement, unknown } from '../signal.ts';
import { broughtAt, type Revenue, revenues, SUBSCRIPTION_READS } from '../subscriptions.ts';

const DEAL_READS = ['dealname', 'createdate', 'closedate', 'hs_is_closed', 'hs_is_closed_won', 'hs_mrr'] as const;
type Deal = KnownRecord<'deals', (typeof DEAL_READS)[number]>;
type Account = Pick<AccountView<object>, 'now' | 'calendar' | 'portal'>;

const sum = (list: readonly { readonly amount: number }[]): number =>
  list.reduce((total, { amount }) => total + amount, 0);
const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);
const WORST: readonly Revenue['standing'][] = ['unpaid', 'ended', 'paid'];

/** What was nothing and is something has doubled for this purpose. */
const ratio = (now: number, before: number): number => (before > 0 ? now / before : 2);
const trend = (raw: number) => (raw < 0.9 ? 'shrinking' : raw > 1.1 ? 'growing' : 'constant');

/**
 * What subscriptions bring a month now, over what they brought a year ago (or at the first one's start, if that is later). What is past
 * due counts in part, and growth not while anything is. Amounts are today's: HubSpot tells no earlier ones.
 */
function ofSubscriptions(
  account: Account,
  bringing: readonly Revenue[],
  windowDays: number,
  pastDueShare: number,
): Measurement {
  const yearAgo = account.calendar.daysBefore(account.now.ms, windowDays);
  // One that ended on a day nobody knows may have been gone by the time that it would be the first.
  const dated = bringing.filter(({ standing, endedAt }) => standing !== 'ended' || endedAt !== null);
  const first = Math.min(...(dated.length > 0 ? dated : bringing).map(({ startedAt }) => startedAt));
  const since = Math.max(yearAgo, first);
  const counted = bringing.filter((revenue) => revenue.standing !== 'ended' || broughtAt(revenue, since));
  const rated = inOneCurrency(
    counted.map((revenue) => ({ ...revenue, at: account.now.ms })),
    account.portal,
  );
  if (rated === null) return unknown('mixed_currencies');

  const [paid, unpaid] = (['paid', 'unpaid'] as const).map((standing) =>
    rated.filter((one) => one.standing === standing),
  );
  const [now, due] = [sum(paid ?? []), sum(unpaid ?? [])];
  const before = sum(rated.filter((revenue) => broughtAt(revenue, since)));
  if (now === 0 && due === 0 && before === 0) return unknown('no_data');
  const whole = ratio(now + due, before);
  // Whatever has grown, what nobody pays for is no growth.
  const raw = due > 0 ? (Math.min(1, whole) * (now + pastDueShare * due)) / (now + due) : whole;
  if (first > yearAgo && due === 0 && raw >= 1) return unknown('too_new', { days: windowDays });

  const currency = rated[0]?.currency ?? account.portal.currency;
  const values = {
    now: money(now, currency),
    before: money(before, currency),
    unpaid: money(due, currency),
    subscriptions: unpaid?.length ?? 0,
    since: dayOf(since),
  };
  const message = due > 0 ? (now > 0 ? 'past_due' : 'past_due_all') : now === 0 ? 'ended' : trend(raw);
  const records = rated
    .toSorted(
      (a, b) =>
        WORST.indexOf(a.standing) - WORST.indexOf(b.standing) ||
        b.amount - a.amount ||
        byId(a.subscription, b.subscription),
    )
    .map(({ subscription }) => refTo(subscription, subscription.values.hs_name));
  return { kind: 'measured', raw, evidence: () => evidence(message, values, records) };
}

/**
 * The monthly revenue of the deals won in the latest window, over that of the window before it. HubSpot does not tell how long a deal's
 * revenue goes on, so that no deal at all tells of an end only where the account had renewed before.
 */
function ofDeals(account: Account, deals: readonly Deal[], windowDays: number): Measurement {
  const won = deals
    .flatMap((deal) => {
      const { hs_is_closed_won: isWon, closedate: at, hs_mrr: amount } = deal.values;
      return isWon === true && typeof at === 'number' && isWorth(amount)
        ? [{ deal, amount, ago: account.now.daysSince(at) }]
        : [];
    })
    .filter(({ ago }) => ago >= 0)
    .toSorted((a, b) => a.ago - b.ago || byId(a.deal, b.deal));
  const oldest = won.at(-1);
  if (oldest === undefined) return unknown('no_data');
  if (oldest.ago < windowDays) return unknown('too_new', { days: windowDays * 2 });
  const recent = won.filter(({ ago }) => ago < windowDays);
  const earlier = won.filter(({ ago }) => ago >= windowDays && ago < windowDays * 2);
  const [now, before] = [sum(recent), sum(earlier)];
  const days = new Set(won.map(({ ago }) => ago)).size;
  if (now === 0 && days < 2) return unknown('too_few', { count: days, minimum: 2 });
  if (now === 0 && before === 0) return unknown('no_data');

  const raw = ratio(now, before);
  const { currency } = account.portal;
  const values = { now: money(now, currency), before: money(before, currency), days: windowDays };
  const records = [...recent, ...earlier].map(({ deal }) => refTo(deal, deal.values.dealname));
  return {
    kind: 'measured',
    raw,
    evidence: () => evidence(now === 0 ? 'deals_ended' : `deals_${trend(raw)}`, values, records),
  };
}

/** Monthly recurring revenue now, over that of a year ago: by subscriptions, or by won deals where the account has none. */
export const recurringRevenue = defineSignal({
  key: 'recurring_revenue',
  unit: 'ratio',
  better: 'higher',
  reads: { ...SUBSCRIPTION_READS, deals: DEAL_READS },
  spares: {
    // Any of the amounts will do; where it matters how often it is paid, or when it ended, the signal says so itself.
    subscriptions: [
      'hs_name',
      'hs_recurring_billing_frequency',
      'hs_mrr',
      'hs_next_payment_amount',
      'hs_last_payment_amount',
      'hs_last_payment_date',
      'hs_currency_code',
    ],
    deals: ['dealname', 'createdate'],
  },
  connectedBy: { subscriptions: [], deals: ['hs_mrr'] },
  settings: { windowDays: 365, pastDueShare: 0.5 },
  measure(account, { windowDays, pastDueShare }) {
    const bringing = revenues(account);
    if ('reason' in bringing) return bringing;
    return bringing.length > 0
      ? ofSubscriptions(account, bringing, windowDays, pastDueShare)
      : ofDeals(account, account.deals, windowDays);
  },
});
