/**
 * HubSpot's call limits: the general one per app (rolling ten seconds, and a day for private apps), search per account
 * and second, associations apart. Refused calls do not use budget up.
 */
import { type Answer, type PolicyName, rateLimited } from './error-bodies.ts';

export type CallFamily = 'general' | 'search' | 'associations' | 'oauth';

export interface BudgetLimits {
  /** Calls per 10 s and app; default 110, as for marketplace apps (private apps: 100 or 190). */
  readonly general?: number;
  /** Association calls per 10 s; default 100. */
  readonly associations?: number;
  /** Searches per second and account; default 5. */
  readonly search?: number;
  /** Calls a day of private-app tokens, until midnight in the portal's time zone; default 250,000. */
  readonly daily?: number;
  /** Whether 429 answers say `Retry-After`; default false, since HubSpot does not promise it. */
  readonly retryAfter?: boolean;
}

interface Budgeted {
  /** Undefined: within the limits. */
  readonly refusal: Answer | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

export interface CallBudgets {
  take(family: CallFamily, app: { readonly id: string; readonly isPrivate: boolean }): Budgeted;
}

const TEN_SECONDS = 10_000;

/** Calls within the last `windowMs`: at most `limit`. */
function makeRollingWindow(limit: number, windowMs: number, clock: () => number) {
  let taken: number[] = [];
  return {
    limit,
    windowMs,
    take(): boolean {
      const now = clock();
      taken = taken.filter((at) => at > now - windowMs);
      if (taken.length >= limit) return false;
      taken.push(now);
      return true;
    },
    remaining: () => Math.max(0, limit - taken.length),
    retryAfterMs: () => (taken[0] ?? clock()) + windowMs - clock(),
  };
}

type RollingWindow = ReturnType<typeof makeRollingWindow>;

export function makeCallBudgets(options: {
  readonly limits: BudgetLimits | 'off';
  readonly clock: () => number;
  readonly timeZone: string;
}): CallBudgets {
  const { limits, clock } = options;
  if (limits === 'off') return { take: () => ({ refusal: undefined, headers: {} }) };
  const search = makeRollingWindow(limits.search ?? 5, 1000, clock);
  const windows = new Map<string, RollingWindow>();
  const windowOf = (family: 'general' | 'associations', app: string) => {
    const key = `${family} ${app}`;
    const found =
      windows.get(key) ?? makeRollingWindow(limits[family] ?? (family === 'general' ? 110 : 100), TEN_SECONDS, clock);
    windows.set(key, found);
    return found;
  };
  const days = makeDailyCount(limits.daily ?? 250_000, clock, options.timeZone);
  const refuse = (policy: PolicyName, afterMs: number) =>
    rateLimited(policy, limits.retryAfter === true ? Math.max(1, Math.ceil(afterMs / 1000)) : undefined);

  return {
    take(family, app) {
      if (family === 'oauth') return { refusal: undefined, headers: {} };
      // Search answers carry no rate-limit headers at all.
      if (family === 'search') {
        return { refusal: search.take() ? undefined : refuse('SECONDLY', search.retryAfterMs()), headers: {} };
      }
      const window = windowOf(family, app.id);
      const dayIsUp = app.isPrivate && days.left() <= 0;
      const refusal = dayIsUp
        ? refuse('DAILY', 3_600_000)
        : window.take()
          ? undefined
          : refuse('TEN_SECONDLY_ROLLING', window.retryAfterMs());
      if (app.isPrivate && refusal === undefined) days.count();
      const headers: Record<string, string> = {
        'X-HubSpot-RateLimit-Max': String(window.limit),
        'X-HubSpot-RateLimit-Remaining': String(window.remaining()),
        'X-HubSpot-RateLimit-Interval-Milliseconds': String(window.windowMs),
      };
      if (app.isPrivate) {
        headers['X-HubSpot-RateLimit-Daily'] = String(days.limit);
        headers['X-HubSpot-RateLimit-Daily-Remaining'] = String(days.left());
      }
      return { refusal, headers };
    },
  };
}

/** Calls since midnight in a time zone. */
function makeDailyCount(limit: number, clock: () => number, timeZone: string) {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone });
  let day = '';
  let used = 0;
  const roll = () => {
    const today = format.format(clock());
    if (today !== day) used = 0;
    day = today;
  };
  return {
    limit,
    left() {
      roll();
      return Math.max(0, limit - used);
    },
    count() {
      roll();
      used += 1;
    },
  };
}
