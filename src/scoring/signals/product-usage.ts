import { DAY_MS } from '../calendar.ts';
import { dayOf, evidence } from '../evidence.ts';
import { defineSignal, unknown } from '../signal.ts';

/** The usual window is the mean of so many windows before, where there are as many. */
const WINDOWS_BEFORE = 3;

/**
 * How much the account uses the product, against its own before: days on which it was active, or how much it did on them,
 * whichever fell more. Read from usage posted to us. The model names the metrics in the order of its trust; the first that the
 * account has is read.
 */
export const productUsage = defineSignal({
  key: 'product_usage',
  unit: 'ratio',
  better: 'higher',
  reads: {},
  connectedBy: {},
  settings: {
    metrics: ['active_users', 'logins', 'sessions', 'active_minutes', 'events'],
    windowDays: 28,
    /** Active days of a usual window, below which a fall says nothing. */
    minimumDays: 2,
    /** Without a row of any account for longer, it is the feed that stopped, not the customer. */
    staleAfterDays: 7,
  },
  measure(account, { metrics, windowDays, minimumDays, staleAfterDays }) {
    const { now, calendar, portal } = account;
    const metric = metrics.find((name) => account.usage.some((row) => row.metric === name));
    if (metric === undefined) {
      // The day itself is not over: what is posted later on it must not count yet.
      const wasPosted = metrics.some((name) =>
        portal.usage?.days[name]?.some((day) => now.hasCome((day + 1) * DAY_MS)),
      );
      return unknown(wasPosted ? 'no_data' : 'not_connected');
    }
    const rows = account.usage.filter((row) => row.metric === metric);
    const today = Math.floor(now.ms / DAY_MS);
    const fed = portal.usage?.days[metric]?.findLast((day) => day < today) ?? 0;
    const lastDay = Math.max(fed, Math.floor((rows.at(-1)?.at ?? 0) / DAY_MS));
    if (today - lastDay > staleAfterDays)
      return unknown('stale', { metric, last: dayOf(lastDay * DAY_MS + DAY_MS / 2), days: staleAfterDays });

    const known = Math.min(now.daysSince(rows[0]?.at ?? now.ms) + 1, windowDays * (1 + WINDOWS_BEFORE));
    if (known < 2 * windowDays) return unknown('too_new', { days: 2 * windowDays });
    const of = (from: number, to: number) => {
      const within = rows.filter(({ at, value }) => value > 0 && now.daysSince(at) >= from && now.daysSince(at) < to);
      // Row by row from the oldest, so that the sum does not depend on the order of posting.
      const total = within.reduce((sum, { value }) => sum + value, 0);
      return { total, days: new Set(within.map(({ at }) => calendar.day(at))).size };
    };
    const recent = of(0, windowDays);
    const before = of(windowDays, known);
    const windows = (known - windowDays) / windowDays;
    const usual = { total: before.total / windows, days: before.days / windows };
    if (usual.days < minimumDays) return unknown('too_few', { count: Math.round(usual.days), minimum: minimumDays });
    const raw = Math.min(recent.days / usual.days, recent.total / usual.total);
    const shown = {
      metric,
      windowDays,
      days: recent.days,
      total: recent.total,
      usualDays: Math.round(usual.days),
      usualTotal: Math.round(usual.total),
    };
    return { kind: 'measured', raw, evidence: () => evidence(recent.days === 0 ? 'ended' : 'compared', shown) };
  },
});
