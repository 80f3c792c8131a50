import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeBudget } from '../../src/hubspot/budget.ts';
import { BACKGROUND, type CallOrder, FOR_PEOPLE } from '../../src/hubspot/call-order.ts';
import { makeVirtualTime } from './virtual-time.ts';

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

describe('a call budget', () => {
  it('never lets more calls arrive within any window than the limit, however unevenly the network delivers', async () => {
    const calls = fc.array(fc.record({ askedAfter: fc.nat(400), late: fc.nat(900), lateBack: fc.nat(900) }), {
      minLength: 1,
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 50, max: 2_000 }),
        fc.integer({ min: 1, max: 9 }),
        fc.nat(600),
        fc.nat(600),
        calls,
        async (limit, windowMs, concurrency, up, down, requests) => {
          const { clock, sleep, run } = makeVirtualTime();
          const budget = makeBudget({ limit: { calls: limit, windowMs }, concurrency, clock, sleep });
          const arrivals: number[] = [];
          let underWay = 0;
          let most = 0;
          const call = async (late: number, lateBack: number) => {
            most = Math.max(most, ++underWay);
            await sleep(up + late);
            arrivals.push(clock());
            await sleep(down + lateBack);
            underWay -= 1;
          };
          // The network's best was seen often enough.
          for (let index = 0; index < 20; index += 1) await run(budget.run(() => call(0, 0)));
          await run(
            Promise.all(
              requests.map(async ({ late, lateBack }, index) => {
                await sleep(sum(requests.slice(0, index).map(({ askedAfter }) => askedAfter)));
                await budget.run(() => call(late, lateBack));
              }),
            ),
          );
          expect(arrivals).toHaveLength(requests.length + 20);
          expect(most).toBeLessThanOrEqual(concurrency);
          for (const from of arrivals) {
            expect(arrivals.filter((at) => at >= from && at <= from + windowMs).length).toBeLessThanOrEqual(limit);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('does not pay for the way there and back: a steady network is used at its full limit', async () => {
    const { clock, sleep, run } = makeVirtualTime(0);
    const budget = makeBudget({ limit: { calls: 5, windowMs: 1_000 }, concurrency: 6, clock, sleep });
    const times = (count: number) =>
      run(Promise.all(Array.from({ length: count }, () => budget.run(() => sleep(300).then(clock)))));
    const before = Math.max(...(await times(20)));
    await run(sleep(2_000));
    const from = clock();
    // Four windows of 1 s and their margin after the first five; without it, each would take 300 ms more.
    expect(Math.max(...(await times(25))) - from).toBe(4 * 1_020 + 300);
    expect(before).toBe(3 * 1_320 + 300);
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
    expect(starts).toEqual([0, 0, 0, 0, 0, 1_020, 1_020, 1_020, 1_020, 1_020]);
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

  it('starts the more urgent ones first', async () => {
    const { clock, sleep, run } = makeVirtualTime();
    const budget = makeBudget({ limit: { calls: 1, windowMs: 100 }, concurrency: 1, clock, sleep });
    const order: string[] = [];
    const call = (name: string, priority: number) =>
      budget.run(async () => void order.push(name), { priority: () => priority });
    await run(Promise.all([call('first come', 2), call('b', 2), call('c', 1), call('d', 2), call('e', -1)]));
    expect(order).toEqual(['first come', 'e', 'c', 'b', 'd']);
  });

  it('asks for the urgency whenever a turn is given, for it may change meanwhile', async () => {
    const { clock, sleep, run } = makeVirtualTime();
    const budget = makeBudget({ limit: { calls: 1, windowMs: 100 }, concurrency: 1, clock, sleep });
    const order: string[] = [];
    let urgency = 2;
    const call = (name: string, priority: () => number) => budget.run(async () => void order.push(name), { priority });
    const changes = budget.run(async () => {
      urgency = 0;
    });
    await run(Promise.all([changes, call('a', () => 1), call('b', () => urgency)]));
    expect(order).toEqual(['b', 'a']);
  });

  it('keeps what is between our share and HubSpot’s own limit for calls that a person waits for', async () => {
    const { clock, sleep, run } = makeVirtualTime(0);
    const budget = makeBudget({ limit: { calls: 1, windowMs: 100 }, concurrency: 9, clock, sleep });
    budget.follow({ calls: 2, windowMs: 1_000, urgentCalls: 3 });
    const start = (order?: CallOrder) => budget.run(async () => clock(), order);
    const usual = [start(), start(), start()];
    const urgent = [start(FOR_PEOPLE), start(FOR_PEOPLE)];
    const [first, second, third, asked, last] = await run(Promise.all([...usual, ...urgent]));
    // Two are under way when the first urgent one comes: it takes the third place; who comes after waits as all do.
    expect([first, second, asked]).toEqual([0, 0, 0]);
    expect(last).toBeGreaterThanOrEqual(1_000);
    expect(third).toBeGreaterThanOrEqual(1_000);
  });

  it('has calls in the background leave half of the limit to those that come later', async () => {
    const { clock, sleep, run } = makeVirtualTime(0);
    const budget = makeBudget({ limit: { calls: 4, windowMs: 1_000 }, concurrency: 4, clock, sleep });
    const starts: string[] = [];
    const call = (name: string, priority?: number) =>
      budget.run(
        async () => void starts.push(`${name} ${clock()}`),
        priority === undefined ? {} : { priority: () => priority },
      );
    const background = Promise.all(['a', 'b', 'c'].map((name) => call(name, BACKGROUND)));
    const urgent = sleep(100).then(() => Promise.all([call('urgent'), call('urgent'), call('urgent')]));
    await run(Promise.all([background, urgent]));
    // The third urgent one has the place that `a` had; then `c` waits until only one place is taken.
    expect(starts).toEqual(['a 0', 'b 0', 'urgent 100', 'urgent 100', 'urgent 1020', 'c 1120']);
  });

  it('notices when what was in the background no longer is', async () => {
    const { clock, sleep, run } = makeVirtualTime(0);
    const budget = makeBudget({ limit: { calls: 2, windowMs: 10_000 }, concurrency: 2, clock, sleep });
    let priority = BACKGROUND;
    const start = () => budget.run(async () => clock(), { priority: () => priority });
    const change = async () => {
      await sleep(300);
      priority = 1;
    };
    const [, second] = await run(Promise.all([start(), start(), change()]));
    expect(second).toBeLessThanOrEqual(600);
  });

  it('gives up a call that waits when its signal says so, and spends no place on it', async () => {
    const { clock, sleep, run } = makeVirtualTime(0);
    const budget = makeBudget({ limit: { calls: 1, windowMs: 100 }, concurrency: 1, clock, sleep });
    const starts: string[] = [];
    const needless = new AbortController();
    const call = (name: string, signal?: AbortSignal) =>
      budget.run(async () => void starts.push(`${name} ${clock()}`), signal && { signal });
    const reason = new Error('needless');
    const work = Promise.allSettled([
      call('a', needless.signal).then(() => needless.abort(reason)),
      call('b', needless.signal),
      call('c'),
      call('d', AbortSignal.abort(reason)),
    ]);
    const outcomes = await run(work);
    expect(outcomes.map((outcome) => (outcome.status === 'rejected' ? outcome.reason : 'done'))).toEqual([
      'done',
      reason,
      'done',
      reason,
    ]);
    expect(starts).toEqual(['a 0', 'c 120']);
  });

  it('tells how many places are taken', async () => {
    const { clock, sleep, run } = makeVirtualTime(0);
    const budget = makeBudget({ limit: { calls: 3, windowMs: 100 }, concurrency: 3, clock, sleep });
    expect(budget.use).toEqual({ used: 0, limit: 3 });
    await run(Promise.all([budget.run(() => sleep(10)), budget.run(() => sleep(10))]));
    expect(budget.use).toEqual({ used: 2, limit: 3 });
    await run(sleep(121));
    expect(budget.use).toEqual({ used: 0, limit: 3 });
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
    expect(starts).toEqual([0, 0, 0, 0, 520]);
    expect(budget.windowMs).toBe(500);
  });

  it('gives the place of a failed call back as well', async () => {
    const { clock, sleep, run } = makeVirtualTime(0);
    const budget = makeBudget({ limit: { calls: 1, windowMs: 100 }, concurrency: 1, clock, sleep });
    const failing = budget.run(() => Promise.reject(new Error('lost')));
    await expect(run(failing)).rejects.toThrow('lost');
    expect(await run(budget.run(async () => clock()))).toBe(120);
  });
});
