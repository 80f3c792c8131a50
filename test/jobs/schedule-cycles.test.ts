import { setTimeout as delay } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { scheduleCycles } from '../../src/jobs/schedule-cycles.ts';

/** A schedule of a job that ends when it is told to; its own ticks come once a year. */
function schedule(expression = '0 0 1 1 *') {
  let started = 0;
  let running = 0;
  let most = 0;
  let end: () => void = () => {};
  const cycles = scheduleCycles({
    expression,
    timeZone: 'Europe/Rome',
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
