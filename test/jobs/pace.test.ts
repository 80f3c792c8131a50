import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makePace } from '../../src/jobs/pace.ts';

const SECOND = 1_000;

/** A pace that saw a count of `perPage` more every `everyMs`, from 0 ms on and up to `forMs`. */
function steady(perPage: number, everyMs: number, forMs: number) {
  const pace = makePace();
  for (let page = 1; page * everyMs <= forMs + everyMs; page += 1) pace.see(page * perPage, (page - 1) * everyMs);
  return pace;
}

test('the rate is of the last half minute', () => {
  const pace = makePace();
  for (let at = 0; at <= 60; at += 1) pace.see(at * 100, at * SECOND);
  expect(pace.perSecond(60 * SECOND)).toBe(100);
  for (let at = 61; at <= 75; at += 1) pace.see(6_000 + (at - 60) * 300, at * SECOND);
  expect(pace.perSecond(75 * SECOND)).toBe((15 * 100 + 15 * 300) / 30);
  for (let at = 76; at <= 120; at += 1) pace.see(6_000 + (at - 60) * 300, at * SECOND);
  expect(pace.perSecond(120 * SECOND)).toBe(300);
});

test('what was there at the first count is not counted as done in no time', () => {
  const pace = makePace();
  pace.see(50_000, 0);
  pace.see(50_200, 2 * SECOND);
  expect(pace.perSecond(2 * SECOND)).toBe(100);
});

test('nothing is said of the rate for a second, nor of the time left for five', () => {
  expect(makePace().perSecond(10 * SECOND)).toBeNull();
  expect(makePace().secondsLeft(100, 10 * SECOND)).toBeNull();
  const pace = steady(100, 100, 10 * SECOND);
  expect([pace.perSecond(999), pace.perSecond(SECOND)]).toEqual([null, expect.any(Number)]);
  expect([pace.secondsLeft(20_000, 4_999), pace.secondsLeft(20_000, 5 * SECOND)]).toEqual([null, expect.any(Number)]);
});

test('the time left is what remains at that rate, in whole seconds, rounded up', () => {
  const pace = steady(100, 100, 10 * SECOND);
  expect(pace.perSecond(10 * SECOND)).toBe(1_000);
  expect(pace.secondsLeft(20_100, 10 * SECOND)).toBe(10);
  expect(pace.secondsLeft(20_101, 10 * SECOND)).toBe(11);
  expect(pace.secondsLeft(10_101, 10 * SECOND)).toBe(1);
  expect(pace.secondsLeft(10_100, 10 * SECOND)).toBeNull();
});

test('no time left is told while the work stands still, and none of years', () => {
  const pace = steady(100, 100, 10 * SECOND);
  expect(pace.perSecond(39 * SECOND)).toBeGreaterThan(0);
  expect([pace.perSecond(41 * SECOND), pace.secondsLeft(20_000, 41 * SECOND)]).toEqual([0, null]);
  expect(pace.secondsLeft(1_000 * 8 * 86_400, 10 * SECOND)).toBeNull();
});

test('a clock that is set back gives no figure rather than a wrong one', () => {
  const pace = steady(100, 100, 10 * SECOND);
  pace.see(10_200, -60 * SECOND);
  expect([pace.perSecond(-60 * SECOND), pace.secondsLeft(20_000, -60 * SECOND)]).toEqual([null, null]);
});

test('calls that come in bursts, as a ten-second limit gives them, do not make the time left jump', () => {
  const pace = makePace();
  const told: { at: number; left: number | null }[] = [];
  // 11 calls of 200 records in a second, then nine seconds of waiting: 220 records a second, 100,000 of them.
  for (let tick = 0; tick < 4_500; tick += 1) {
    const at = tick * 100;
    const calls = Math.floor(tick / 100) * 11 + Math.min(11, tick % 100);
    if (tick % 100 < 11) pace.see(calls * 200, at);
    if (tick % 10 === 0 && at >= 30 * SECOND) told.push({ at: at / SECOND, left: pace.secondsLeft(100_000, at) });
  }
  for (const { at, left } of told) {
    const truth = 100_000 / 220 - at;
    if (truth < 20) continue;
    expect(left).toBeGreaterThan(truth * 0.7 - 10);
    expect(left).toBeLessThan(truth * 1.3 + 10);
  }
  expect(told.length).toBeGreaterThan(400);
});

test('whatever comes: a whole number of seconds, at least one, or nothing', () => {
  const step = fc.record({ more: fc.integer({ min: -100, max: 500 }), afterMs: fc.nat(20_000) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), fc.nat(40_000), fc.nat(60_000), (steps, expected, laterMs) => {
      const pace = makePace();
      let at = 0;
      let count = 0;
      for (const { more, afterMs } of steps) {
        at += afterMs;
        count += more;
        pace.see(count, at);
      }
      const rate = pace.perSecond(at + laterMs);
      const left = pace.secondsLeft(expected, at + laterMs);
      expect(rate === null || (Number.isFinite(rate) && rate >= 0)).toBe(true);
      expect(left === null || (Number.isInteger(left) && left >= 1 && left <= 7 * 86_400)).toBe(true);
    }),
  );
});
