import { dayOf, evidence } from '../evidence.ts';
import { PURCHASE_READS, PURCHASE_SPARES, purchaseDays, purchaseRhythm, purchases } from '../purchases.ts';
import { seasonalSilenceDays } from '../season.ts';
import { defineSignal, unknown } from '../signal.ts';

/** Whoever buys at longer gaps buys seldom: less than once a month. */
const SELDOM_GAP_DAYS = 30;

/**
 * Recency, frequency and own rhythm in one number of days: how much longer than its mean gap the account has been silent, plus
 * twice the gap at which it buys. The gap of a seldom buyer is drawn toward `priorGapDays`, which is also its most: somebody who
 * buys once a year, on time, is no alarm. Of a seasonal account only the silence counts that goes beyond what it kept at this time of
 * year before (season.ts); once its season should have begun, all of it does.
 */
export const timeSinceLastPurchase = defineSignal({
  key: 'time_since_last_purchase',
  unit: 'days',
  better: 'lower',
  reads: PURCHASE_READS,
  spares: PURCHASE_SPARES,
  connectedBy: { deals: [], invoices: [] },
  settings: { priorGapDays: 180 },
  measure(account, { priorGapDays }) {
    const bought = purchases(account);
    const last = bought.at(-1);
    if (last === undefined) return unknown('no_data');
    const rhythm = purchaseRhythm(account, bought);
    const { now, calendar } = account;
    const gap = Math.min(priorGapDays, (rhythm.spanDays + priorGapDays) / rhythm.purchaseDays);
    const silence = () => ({
      since: now.daysSince(last.at),
      ofSeason: seasonalSilenceDays(purchaseDays(calendar, bought), calendar.day(now.ms)),
    });
    const beyond = () => {
      const { since, ofSeason } = silence();
      return Math.max(0, since - Math.max(rhythm.meanGapDays, ofSeason));
    };
    const isInTime = now.isWithin(last.at, Math.floor(rhythm.meanGapDays) + 1);
    const raw = (isInTime ? 0 : beyond()) + 2 * gap;
    const tell = () => {
      const { since, ofSeason } = silence();
      const values = {
        days: since,
        last: dayOf(last.at),
        gap: Math.round(rhythm.meanGapDays),
        purchases: rhythm.purchaseDays,
        season: ofSeason,
        by: last.record.objectType,
      };
      // Two purchases make a gap, not a habit.
      const few = rhythm.purchaseDays === 1 ? 'once' : rhythm.purchaseDays === 2 ? 'twice' : null;
      // In time, it is the gap itself that costs points, and not the silence.
      const habit = isInTime && rhythm.meanGapDays > SELDOM_GAP_DAYS ? 'seldom' : 'rhythm';
      return evidence(!isInTime && ofSeason > rhythm.meanGapDays ? 'season' : (few ?? habit), values, [last.record]);
    };
    return { kind: 'measured', raw, evidence: tell };
  },
});
