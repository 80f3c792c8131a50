import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeBudget } from '../../src/hubspot/budget.ts';
import { makeVirtualTime } from './virtual-time.ts';

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

describe('a call budget', () => {
  it('never lets more calls arrive within any window than the limit, however the network delays them', async () => {
    const calls = fc.array(fc.record({ askedAfter: fc.nat(400), toServer: fc.nat(900), back: fc.nat(900) }), {
      minLength: 1,
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 50, max: 2_000 }),
        fc.integer({ min: 1, max: 9 }),
        calls,
        async (limit, windowMs, concurrency, requests) => {
          const { clock, sleep, run } = makeVirtualTime();
          const budget = makeBudget({ limit: { calls: limit, windowMs }, concurrency, clock, sleep });
          const starts: number[] = [];
          const arrivals: number[] = [];
          let underWay = 0;
          let most = 0;
          await run(
            Promise.all(
              requests.map(async ({ toServer, back }, index) => {
                await sleep(sum(requests.slice(0, index).map(({ askedAfter }) => askedAfter)));
                await budget.run(async () => {
                  starts.push(clock());
                  most = Math.max(most, ++underWay);
                  await sleep(toServer);
                  arrivals.push(clock());
                  await sleep(back);
                  underWay -= 1;
                });
              }),
            ),
          );
          expect(starts).toHaveLength(requests.length);
          expect(most).toBeLessThanOrEqual(concurrency);
          for (const times of [starts, arrivals.sort((a, b) => a - b)]) {
            for (const from of times) {
              expect(times.filter((at) => at >= from && at <= from + windowMs).length).toBeLessThanOrEqual(limit);
            }
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('uses the whole limit: a burst of twice the limit takes one window, not two', async () => {
    const { clock, sleep, run } = makeVirtualTime(0);
    const budget = makeBudget({ limit: { calls: 5, windowMs: 1_000 }, concurrency: 5, clock, sleep });
    const starts: number[] = [];
    const call = () =>
      budget.run(async () => {
        starts.push(clock());
      });
    await run(Promise.all(Array.from({ length: 10 }, call)));
    expect(starts).toEqual([0, 0, 0, 0, 0, 1_001, 1_001, 1_001, 1_001, 1_001]);
  });

  it('starts calls in the order they were asked for', async () => {
    const { clock, sleep, run } = makeVirtualTime();
    const budget = makeBudget({ limit: { calls: 2, windowMs: 100 }, concurrency: 2, clock, sleep });
    const order: number[] = [];
    const call = (number: number) =>
      budget.run(async () => {
        order.push(number);
        await sleep(30 - number);
      });
    await run(Promise.all([1, 2, 3, 4, 5, 6, 7].map(call)));
    expect(order).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('starts nothing during a pause, and goes on after it', async () => {
    const { clock, sleep, run } = makeVirtualTime(0);
    const budget = makeBudget({ limit: { calls: 100, windowMs: 10_000 }, concurrency: 1, clock, sleep });
    const starts: number[] = [];
    const call = (pauseMs: number) =>
      budget.run(async () => {
        starts.push(clock());
        if (pauseMs > 0) budget.pause(pauseMs);
      });
    await run(Promise.all([call(0), call(7_000), call(0), call(0)]));
    expect(starts).toEqual([0, 0, 7_000, 7_000]);
  });

  it('goes by a new limit as soon as it is stated', async () => {
    const { clock, sleep, run } = makeVirtualTime(0);
    const budget = makeBudget({ limit: { calls: 2, windowMs: 10_000 }, concurrency: 10, clock, sleep });
    const starts: number[] = [];
    const call = () =>
      budget.run(async () => {
        starts.push(clock());
      });
    await run(Promise.all([call(), call()]));
    budget.follow({ calls: 4, windowMs: 500 });
    await run(Promise.all([call(), call(), call()]));
    expect(starts).toEqual([0, 0, 0, 0, 501]);
    expect(budget.windowMs).toBe(500);
  });

  it('gives the place of a failed call back as well', async () => {
    const { clock, sleep, run } = makeVirtualTime(0);
    const budget = makeBudget({ limit: { calls: 1, windowMs: 100 }, concurrency: 1, clock, sleep });
    const failing = budget.run(() => Promise.reject(new Error('lost')));
    await expect(run(failing)).rejects.toThrow('lost');
    expect(await run(budget.run(async () => clock()))).toBe(101);
  });
});
