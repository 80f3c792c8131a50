import { setTimeout as delay } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { scheduleCycles, tickSpacing } from '../../src/jobs/schedule-cycles.ts';

/** A schedule of a job that ends when it is told to; its own ticks come once a year. */
function schedule(expression = '0 0 1 1 *', afterTickMs = 0) {
  let started = 0;
  let running = 0;
  let most = 0;
  let end: () => void = () => {};
  const cycles = scheduleCycles({
    expression,
    timeZone: 'Europe/Rome',
    afterTickMs,
    async cycle() {
      started += 1;
      running += 1;
      most = Math.max(most, running);
      await new Promise<void>((resolve) => {
        end = resolve;
      });
      running -= 1;
    },
  });
  onTestFinished(async () => {
    end();
    await cycles.stop();
  });
  return { cycles, started: () => started, running: () => running, most: () => most, end: () => end() };
}

test('a run that comes while one is under way is dropped', async () => {
  const { cycles, started, most, end } = schedule();
  const runs = [cycles.runNow(), cycles.runNow(), cycles.runNow()];
  end();
  await Promise.all(runs);
  expect([started(), most()]).toEqual([1, 1]);
});

test('the next run starts once the one before has ended', async () => {
  const { cycles, started, end } = schedule();
  for (const nth of [1, 2]) {
    const run = cycles.runNow();
    end();
    await run;
    expect(started()).toBe(nth);
  }
});

test('stop waits for the run under way', async () => {
  const { cycles, running, end } = schedule();
  void cycles.runNow();
  let stopped = false;
  const stopping = cycles.stop().then(() => {
    stopped = true;
  });
  await delay(20);
  expect([stopped, running()]).toEqual([false, 1]);
  end();
  await stopping;
  expect(running()).toBe(0);
});

test('the schedule runs the job by itself, one at a time, until it is stopped', async () => {
  const { cycles, started, most, end } = schedule('* * * * * *');
  while (started() === 0) await delay(20);
  // Long enough for a tick that finds the run under way.
  await delay(1_100);
  end();
  await cycles.stop();
  expect([started(), most()]).toEqual([1, 1]);
});

test('a run anew begins after the one under way has ended; it is not that one', async () => {
  const { cycles, started, end } = schedule();
  const first = cycles.runNow();
  const anew = cycles.runAnew();
  await delay(20);
  expect(started()).toBe(1);
  end();
  await first;
  while (started() === 1) await delay(1);
  end();
  await anew;
  expect(started()).toBe(2);
});

test('a run starts so long after its tick, and not at all where the schedule ended meanwhile', async () => {
  const { cycles, started, end } = schedule('* * * * * *', 300);
  const late = schedule('* * * * * *', 60_000);
  // The tick comes with the next full second.
  await delay(1_000 - (Date.now() % 1_000) + 100);
  expect(started()).toBe(0);
  while (started() === 0) await delay(20);
  end();
  await Promise.all([cycles.stop(), late.cycles.stop()]);
  expect(late.started()).toBe(0);
});

test.each([
  ['15 * * * *', 3_600_000],
  ['*/10 * * * *', 600_000],
  ['0 3 * * *', 86_400_000],
])('between two ticks of %s', (expression, spacing) => {
  expect(tickSpacing(expression, 'UTC')).toBe(spacing);
});
