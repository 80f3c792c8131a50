import { makeProgressMeter, type ProgressMeterOptions } from '../../src/jobs/progress-meter.ts';

export const STARTED = Date.UTC(2026, 5, 15, 10);

/** A meter over a client and a clock that do as they are told. */
export function watchedCycle(options: Partial<ProgressMeterOptions> = {}) {
  let now = STARTED;
  let calls = { total: 7, rateLimited: 2, failed: 3 };
  const budgets = {
    general: { used: 0, limit: 110 },
    search: { used: 0, limit: 5 },
    associations: { used: 0, limit: 100 },
  };
  const client = {
    get calls() {
      return calls;
    },
    budgets,
  };
  const meter = makeProgressMeter({ client, clock: () => now, ...options });
  return {
    meter,
    client,
    budgets,
    clock: () => now,
    advance: (ms: number) => {
      now += ms;
    },
    /** Calls that were made since. */
    call: (total: number, rateLimited = 0, failed = 0) => {
      calls = {
        total: calls.total + total,
        rateLimited: calls.rateLimited + rateLimited,
        failed: calls.failed + failed,
      };
    },
    /** A cycle under way, and how it ends. */
    begin() {
      const { promise, resolve, reject } = Promise.withResolvers<string>();
      const ended = meter.run(() => promise);
      return { ended, succeed: () => resolve('done'), fail: reject };
    },
  };
}
