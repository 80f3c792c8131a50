import { setTimeout as delay } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import cron from 'node-cron';
import { type CycleTimes, nextStarts } from './cycle-times.ts';

/** Runs a job on a cron schedule, one at a time. `stop` ends the schedule and waits for a run under way. */
export interface CycleSchedule {
  /** Runs the job now, unless it is running. */
  runNow(): Promise<void>;
  /** Runs the job now, and where it is running, once more after that: for what a run under way cannot know. */
  runAnew(): Promise<void>;
  /** Goes by other times from now on; a run under way goes on. The same times again change nothing. */
  reschedule(times: CycleTimes): void;
  /** When the next runs start, ms since 1970 UTC, ascending. */
  next(count: number): readonly number[];
  stop(): Promise<void>;
}

/**
 * Schedules cycles of one portal in its own time zone. A tick that comes while a cycle runs is dropped: the next one brings what it
 * would have brought. `cycle` must not throw; what goes wrong is its own to report.
 */
export function scheduleCycles(options: {
  readonly times: CycleTimes;
  readonly timeZone: string;
  readonly cycle: () => Promise<void>;
}): CycleSchedule {
  const { timeZone } = options;
  let { times } = options;
  const stopping = new AbortController();
  let running: Promise<void> | undefined;
  /** When the run of a tick that has come starts, ms since 1970 UTC. */
  let waitsUntil: number | undefined;
  const runNow = async (): Promise<void> => {
    running ??= options.cycle().finally(() => {
      running = undefined;
    });
    await running;
  };
  function begin({ expression, afterTickMs }: CycleTimes) {
    const ending = new AbortController();
    const tick = async (): Promise<void> => {
      waitsUntil = Date.now() + afterTickMs;
      if (afterTickMs > 0) await delay(afterTickMs, undefined, { signal: ending.signal }).catch(() => {});
      // A tick that was waiting when its times ended comes to nothing.
      if (ending.signal.aborted) return;
      waitsUntil = undefined;
      await runNow();
    };
    const task = cron.schedule(expression, tick, { timezone: timeZone });
    return async () => {
      ending.abort();
      await task.destroy();
    };
  }
  let end = begin(times);
  return {
    reschedule(next) {
      if (stopping.signal.aborted || isDeepStrictEqual(next, times)) return;
      void end();
      waitsUntil = undefined;
      times = next;
      end = begin(next);
    },
    next(count) {
      const starts = nextStarts(times, timeZone, count);
      return waitsUntil === undefined ? starts : [waitsUntil, ...starts].slice(0, count);
    },
    runNow,
    async runAnew() {
      await running;
      if (!stopping.signal.aborted) await runNow();
    },
    stop: async () => {
      stopping.abort();
      await end();
      await running;
    },
  };
}
