import { dayOf, evidence, money } from '../evidence.ts';
import { inOneCurrency, PURCHASE_READS, PURCHASE_SPARES, purchaseRhythm, purchases } from '../purchases.ts';
import { defineSignal, unknown } from '../signal.ts';
import { trendOver } from '../slope.ts';

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
    const { now } = account;
    const bought = purchases(account);
    const first = bought[0];
    if (first === undefined) return unknown('no_data');
    const shortest = Math.max(shortestWindowDays, 2 * purchaseRhythm(account, bought).meanGapDays);
    const isTooNew = (days: number) => now.isWithin(first.at, 2 * days - 1);
    let days = windowDays;
    while (isTooNew(days) && Math.floor(days / 2) >= shortest) days = Math.floor(days / 2);
    if (isTooNew(days)) return unknown('too_new', { days: days * 2 });

    const compared = inOneCurrency(
      bought.filter(({ at }) => now.isWithin(at, days * 2)),
      account.portal,
    );
    if (compared === null) return unknown('mixed_currencies');
    let [recent, before] = [0, 0];
    for (const { at, amount } of compared) {
      if (now.isWithin(at, days)) recent += amount;
      else before += amount;
    }
    // Spend that only just began has doubled for this purpose; spend that ended both windows ago has ended.
    const raw = before > 0 ? recent / before : recent > 0 ? 2 : 0;

    const tell = () => {
      const message =
        recent === 0
          ? before === 0
            ? 'ended_before'
            : 'ended'
          : raw < 0.9
            ? 'falling'
            : raw > 1.1
              ? 'rising'
              : 'constant';
      // What came before may be in another currency, without a rate: then the sentence speaks of the windows alone.
      const all = inOneCurrency(bought, account.portal) ?? [];
      const slope = trendOver(
        all.map(({ at, amount }) => ({ daysAgo: now.daysSince(at), amount })),
        now.daysSince(first.at) + 1,
        shortest,
      );
      const currency = compared[0]?.currency ?? first.currency;
      const values = {
        now: money(recent, currency),
        before: money(before, currency),
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
