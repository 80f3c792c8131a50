import cron from 'node-cron';

/** Runs a job on a cron schedule, one at a time. `stop` ends the schedule and waits for a run under way. */
export interface CycleSchedule {
  /** Runs the job now, unless it is running. */
  runNow(): Promise<void>;
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
}): CycleSchedule {
  let running: Promise<void> | undefined;
  const runNow = async (): Promise<void> => {
    running ??= options.cycle().finally(() => {
      running = undefined;
    });
    await running;
  };
  const task = cron.schedule(options.expression, runNow, { timezone: options.timeZone });
  return {
    runNow,
    stop: async () => {
      await task.destroy();
      await running;
    },
  };
}

/** When a schedule that runs from now on would tick first, ms since 1970 UTC; undefined: never. */
export function nextTick(expression: string, timeZone: string): number | undefined {
  const task = cron.createTask(expression, () => {}, { timezone: timeZone });
  const [next] = task.getNextRuns(1);
  void task.destroy();
  return next?.getTime();
}
