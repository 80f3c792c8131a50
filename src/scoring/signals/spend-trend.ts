import { daysBetween } from '../account-view.ts';
import { dayOf, evidence, money } from '../evidence.ts';
import {
  inOneCurrency,
  PURCHASE_READS,
  PURCHASE_SPARES,
  type Purchase,
  purchaseRhythm,
  purchases,
} from '../purchases.ts';
import { defineSignal, unknown } from '../signal.ts';
import { trendOver } from '../slope.ts';

const sum = (list: readonly Purchase[]): number => list.reduce((total, { amount }) => total + amount, 0);

/**
 * Spend in the latest window over spend in the window before it. The window is a year, in which any season is once; an account too
 * young for two of them is compared over two half-years or two quarters, if it buys often enough for that, which may be the season
 * (season.ts: then it is marked); others are unknown. The sentence also names the slope since the first purchase.
 */
export const spendTrend = defineSignal({
  key: 'spend_trend',
  unit: 'ratio',
  better: 'higher',
  reads: PURCHASE_READS,
  spares: PURCHASE_SPARES,
  connectedBy: { deals: [], invoices: [] },
  settings: { windowDays: 365, shortestWindowDays: 91 },
  measure(account, { windowDays, shortestWindowDays }) {
    const bought = purchases(account);
    const first = bought[0];
    if (first === undefined) return unknown('no_data');
    const ageDays = daysBetween(account.calendar, first.at, account.asOf) + 1;
    const shortest = Math.max(shortestWindowDays, 2 * purchaseRhythm(account, bought).meanGapDays);
    let days = windowDays;
    while (days * 2 > ageDays && Math.floor(days / 2) >= shortest) days = Math.floor(days / 2);
    if (days * 2 > ageDays) return unknown('too_new', { days: days * 2 });

    const recentFrom = account.calendar.daysAgo(account.asOf, days);
    const from = account.calendar.daysAgo(account.asOf, days * 2);
    const compared = inOneCurrency(
      bought.filter(({ at }) => at >= from),
      account.portal,
    );
    if (compared === null) return unknown('mixed_currencies');
    const now = sum(compared.filter(({ at }) => at >= recentFrom));
    const then = sum(compared.filter(({ at }) => at < recentFrom));
    // Spend that only just began has doubled for this purpose; spend that ended both windows ago has ended.
    const raw = then > 0 ? now / then : now > 0 ? 2 : 0;

    const tell = () => {
      const message =
        now === 0 ? (then === 0 ? 'ended_before' : 'ended') : raw < 0.9 ? 'falling' : raw > 1.1 ? 'rising' : 'constant';
      // What came before may be in another currency, without a rate: then the sentence speaks of the windows alone.
      const all = inOneCurrency(bought, account.portal) ?? [];
      const slope = trendOver(
        all.map(({ at, amount }) => ({ daysAgo: daysBetween(account.calendar, at, account.asOf), amount })),
        ageDays,
        shortest,
      );
      const currency = compared[0]?.currency ?? first.currency;
      const values = {
        now: money(now, currency),
        before: money(then, currency),
        days,
        slope: slope ?? 'none',
        season: days < windowDays ? 'possible' : 'same',
        first: dayOf(first.at),
        by: first.record.objectType,
      };
      const shown = compared.length > 0 ? compared : bought.slice(-1);
      return evidence(message, values, shown.map(({ record }) => record).toReversed());
    };
    return { kind: 'measured', raw, evidence: tell };
  },
});
