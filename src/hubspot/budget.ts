/**
 * A rolling-window call budget: at most `calls` calls in any `windowMs`, first come first served.
 *
 * HubSpot counts a call when it arrives, some time between our sending it and our having the answer. So a call holds
 * its place from its start until `windowMs` after its answer. Any two calls that HubSpot could see in one window then
 * hold places at the same moment, and the limit holds however unevenly the network delivers, with no margin guessed.
 */
export interface Budget {
  readonly windowMs: number;
  /** Runs `call` when its turn comes; calls start in the order they were asked for. */
  run<T>(call: () => Promise<T>): Promise<T>;
  /** Starts nothing for this long: HubSpot said that the budget is used up. */
  pause(forMs: number): void;
  /** Goes by the limit that HubSpot states from now on. */
  follow(limit: BudgetLimit): void;
}

export interface BudgetLimit {
  /** Calls per window, whole, >= 1. */
  readonly calls: number;
  /** Length of the rolling window, ms. */
  readonly windowMs: number;
}

interface BudgetOptions {
  readonly limit: BudgetLimit;
  /** Calls under way at once, >= 1. */
  readonly concurrency: number;
  /** Ms; only differences matter. */
  readonly clock: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

export function makeBudget({ limit, concurrency, clock, sleep }: BudgetOptions): Budget {
  let { calls, windowMs } = limit;
  let underWay = 0;
  let pausedUntil = Number.NEGATIVE_INFINITY;
  let serving = false;
  /** When the calls that still hold a place were answered, ascending. */
  let answeredAt: number[] = [];
  const waiting: (() => void)[] = [];

  /** How long until one more call may start; undefined: not before one under way ends. */
  function waitMs(now: number): number | undefined {
    if (now < pausedUntil) return pausedUntil - now;
    if (underWay >= concurrency || underWay >= calls) return undefined;
    answeredAt = answeredAt.filter((at) => at + windowMs >= now);
    const excess = underWay + answeredAt.length - calls;
    // One ms more, as a clock that counts whole ms may be that much behind.
    return excess < 0 ? 0 : (answeredAt[excess] ?? now) + windowMs + 1 - now;
  }

  async function serve(): Promise<void> {
    if (serving) return;
    serving = true;
    for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
      const ms = waitMs(clock());
      if (ms === undefined) break;
      if (ms > 0) {
        await sleep(ms);
        continue;
      }
      waiting.shift();
      underWay += 1;
      next();
    }
    serving = false;
  }

  return {
    get windowMs() {
      return windowMs;
    },
    async run(call) {
      const turn = Promise.withResolvers<void>();
      waiting.push(turn.resolve);
      void serve();
      await turn.promise;
      try {
        return await call();
      } finally {
        underWay -= 1;
        answeredAt.push(clock());
        void serve();
      }
    },
    pause(forMs) {
      pausedUntil = Math.max(pausedUntil, clock() + forMs);
    },
    follow(stated) {
      calls = stated.calls;
      windowMs = stated.windowMs;
    },
  };
}
