/** When cron expressions tick, by the machine's clock. */
import cron from 'node-cron';

/** The next ticks of an expression in a time zone, ms since 1970 UTC, ascending; fewer where there are no more. */
export function nextTicks(expression: string, timeZone: string, count: number): readonly number[] {
  const task = cron.createTask(expression, () => {}, { timezone: timeZone });
  const next = task.getNextRuns(count);
  void task.destroy();
  return next.map((moment) => moment.getTime());
}

/** Between the next two ticks, ms; undefined where there are not two. */
export function tickSpacing(expression: string, timeZone: string): number | undefined {
  const [first, second] = nextTicks(expression, timeZone, 2);
  return first === undefined || second === undefined ? undefined : second - first;
}
