import { setTimeout as delay } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { scheduleCycles } from '../../src/jobs/schedule-cycles.ts';
import { tickSpacing } from '../../src/jobs/ticks.ts';

/** A schedule of a job that ends when it is told to; its own ticks come once a year. */
function schedule(expression = '0 0 1 1 *', afterTickMs = 0) {
  let started = 0;
  let running = 0;
  let most = 0;
  let end: () => void = () => {};
  const cycles = scheduleCycles({
    times: { expression, afterTickMs },
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

test('other times hold at once, without a run of their own; the run under way goes on', async () => {
  const { cycles, started, end } = schedule();
  const run = cycles.runNow();
  cycles.reschedule({ expression: '* * * * * *', afterTickMs: 0 });
  expect(started()).toBe(1);
  end();
  await run;
  while (started() === 1) await delay(20);
  end();
  cycles.reschedule({ expression: '0 0 1 1 *', afterTickMs: 0 });
  const sofar = started();
  await delay(1_200);
  expect(started()).toBe(sofar);
});

test('a tick that waits for its place comes to nothing where the times change meanwhile', async () => {
  const { cycles, started } = schedule('* * * * * *', 600);
  await delay(1_000 - (Date.now() % 1_000) + 100);
  // It waits for its place: that is when the next run starts.
  const [first = 0] = cycles.next(2);
  expect(first - Date.now()).toBeLessThan(600);
  cycles.reschedule({ expression: '0 0 1 1 *', afterTickMs: 0 });
  await delay(800);
  expect(started()).toBe(0);
  expect(new Date(cycles.next(1)[0] ?? 0).toISOString().slice(5, 16)).toBe('12-31T23:00');
});

test('the same times again leave a tick that waits for its place', async () => {
  const { cycles, started, end } = schedule('* * * * * *', 600);
  await delay(1_000 - (Date.now() % 1_000) + 100);
  cycles.reschedule({ expression: '* * * * * *', afterTickMs: 600 });
  const waits = (cycles.next(1)[0] ?? 0) - Date.now();
  expect(waits).toBeLessThan(600);
  await delay(waits + 100);
  expect(started()).toBe(1);
  end();
});

test('once it has stopped no other times begin', async () => {
  const { cycles, started } = schedule();
  await cycles.stop();
  cycles.reschedule({ expression: '* * * * * *', afterTickMs: 0 });
  await delay(1_200);
  expect(started()).toBe(0);
});
