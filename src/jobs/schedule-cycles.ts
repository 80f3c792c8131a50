import { setTimeout as delay } from 'node:timers/promises';
import cron from 'node-cron';

/** Runs a job on a cron schedule, one at a time. `stop` ends the schedule and waits for a run under way. */
export interface CycleSchedule {
  /** Runs the job now, unless it is running. */
  runNow(): Promise<void>;
  /** Runs the job now, and where it is running, once more after that: for what a run under way cannot know. */
  runAnew(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Schedules cycles of one portal in its own time zone. A tick that comes while a cycle runs is dropped: the next one brings what it
 * would have brought. `cycle` must not throw; what goes wrong is its own to report.
 */
export function scheduleCycles(options: {
  readonly expression: string;
  readonly timeZone: string;
  readonly cycle: () => Promise<void>;
  /** How long after each tick the run starts, ms, so that many portals do not begin at once; default 0. */
  readonly afterTickMs?: number;
}): CycleSchedule {
  const { afterTickMs = 0 } = options;
  const stopping = new AbortController();
  let running: Promise<void> | undefined;
  const runNow = async (): Promise<void> => {
    running ??= options.cycle().finally(() => {
      running = undefined;
    });
    await running;
  };
  const tick = async (): Promise<void> => {
    // A tick that is waiting when the schedule ends comes to nothing.
    if (afterTickMs > 0) await delay(afterTickMs, undefined, { signal: stopping.signal }).catch(() => {});
    if (!stopping.signal.aborted) await runNow();
  };
  const task = cron.schedule(options.expression, tick, { timezone: options.timeZone });
  return {
    runNow,
    async runAnew() {
      await running;
      if (!stopping.signal.aborted) await runNow();
    },
    stop: async () => {
      stopping.abort();
      await task.destroy();
      await running;
    },
  };
}

/** When a schedule that runs from now on would tick first, ms since 1970 UTC; undefined: never. */
export function nextTick(expression: string, timeZone: string): number | undefined {
  return nextTicks(expression, timeZone, 1)[0];
}

/** Between the next two ticks, ms; undefined where there are not two. */
export function tickSpacing(expression: string, timeZone: string): number | undefined {
  const [first, second] = nextTicks(expression, timeZone, 2);
  return first === undefined || second === undefined ? undefined : second - first;
}

function nextTicks(expression: string, timeZone: string, count: number): readonly number[] {
  const task = cron.createTask(expression, () => {}, { timezone: timeZone });
  const next = task.getNextRuns(count);
  void task.destroy();
  return next.map((moment) => moment.getTime());
}
