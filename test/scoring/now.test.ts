/** What a signal may ask of its moment, and for how long the answers hold. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, makeCalendar } from '../../src/scoring/calendar.ts';
import { WatchedNow } from '../../src/scoring/now.ts';

const NOON = Date.UTC(2026, 5, 15, 12);
const TODAY = NOON / DAY_MS - 0.5;
const days = (count: number): number => NOON + count * DAY_MS;
const utc = makeCalendar('UTC');

/** What one question was answered, and the calendar day on which the answer may change, counted from today. */
function asked<T>(ask: (now: WatchedNow) => T): readonly [T, number] {
  const now = new WatchedNow(NOON, utc);
  now.watch();
  const answer = ask(now);
  return [answer, now.changesOn - TODAY];
}

describe('an answer, and the day on which it may change', () => {
  const never = Number.POSITIVE_INFINITY;
  it.each<[string, (now: WatchedNow) => unknown, unknown, number]>([
    ['days since a moment change each day', (now) => now.daysSince(days(-3)), 3, 1],
    ['a moment ahead', (now) => now.daysSince(days(3)), -3, 1],
    ['in a window until it leaves it', (now) => now.isWithin(days(-29), 30), true, 1],
    ['just come', (now) => now.isWithin(NOON, 30), true, 30],
    ['ahead of any window', (now) => now.isWithin(days(4), 30), true, 34],
    ['out of a window for good', (now) => now.isWithin(days(-30), 30), false, never],
    ['more than so many days away', (now) => now.isWithin(days(11), -10), true, 1],
    ['that near, for good', (now) => now.isWithin(days(10), -10), false, never],
    ['a window without end', (now) => now.isWithin(days(-9_000), never), true, never],
    ['has come, for good', (now) => now.hasCome(NOON), true, never],
    ['may come on its day', (now) => now.hasCome(days(5) + 1), false, 5],
    ['may come later today', (now) => now.hasCome(NOON + 1), false, 0],
    ['never comes', (now) => now.hasCome(never), false, never],
    ['a day logged, until it is long ago', (now) => now.hadDay([TODAY - 40, TODAY - 3, TODAY + 1], 30), true, 27],
    ['the only one that long ago', (now) => now.hadDay([TODAY - 30], 30), false, never],
    ['not before the day is over', (now) => now.hadDay([TODAY - 40, TODAY, TODAY + 9], 30), false, 1],
    ['none yet', (now) => now.hadDay([TODAY + 9], 30), false, 10],
    ['none ever', (now) => now.hadDay([], 30), false, never],
    ['the moment itself holds for no other', (now) => now.ms, NOON, Number.NEGATIVE_INFINITY],
    ['the first of several', (now) => [now.hasCome(days(9)), now.isWithin(NOON, 7), now.hasCome(days(8))].length, 3, 7],
  ])('%s', (_what, ask, answer, changesOn) => {
    expect(asked(ask)).toEqual([answer, changesOn]);
  });

  it('what was asked before is forgotten', () => {
    const now = new WatchedNow(NOON, utc);
    now.daysSince(NOON);
    now.watch();
    expect(now.changesOn).toBe(never);
  });
});

const HOUR_MS = DAY_MS / 24;
const start = fc.integer({ min: NOON - 800 * DAY_MS, max: NOON + 800 * DAY_MS });
/** Hours from the start: of the same day, of days around it, of other years. */
const hours = fc.oneof(
  fc.integer({ min: -24, max: 24 }),
  fc.integer({ min: -24 * 20, max: 24 * 20 }),
  fc.integer({ min: -24 * 500, max: 24 * 500 }),
);
const question = fc.oneof(
  fc.record({ kind: fc.constant('isWithin' as const), hours, days: fc.integer({ min: -30, max: 400 }) }),
  fc.record({ kind: fc.constantFrom('hasCome' as const, 'daysSince' as const), hours }),
  fc.record({
    kind: fc.constant('hadDay' as const),
    hours,
    others: fc.array(hours),
    days: fc.integer({ min: 1, max: 40 }),
  }),
);
type Question = typeof question extends fc.Arbitrary<infer Q> ? Q : never;

/** Where answers given at one moment are said to hold at another: those of both. Else undefined. */
function heldAnswers(zone: string, from: number, until: number, questions: readonly Question[]) {
  const calendar = makeCalendar(zone);
  const answersAt = (now: WatchedNow) =>
    questions.map((one) => {
      const at = from + one.hours * HOUR_MS;
      if (one.kind === 'isWithin') return now.isWithin(at, one.days);
      if (one.kind !== 'hadDay') return now[one.kind](at);
      const logged = [at, ...one.others.map((other) => from + other * HOUR_MS)].map((ms) => Math.floor(ms / DAY_MS));
      return now.hadDay(
        [...new Set(logged)].toSorted((a, b) => a - b),
        one.days,
      );
    });
  const now = new WatchedNow(from, calendar);
  now.watch();
  const answers = answersAt(now);
  const then = new WatchedNow(until, calendar);
  return then.follows(now) && then.today < now.changesOn ? [answersAt(then), answers] : undefined;
}

describe('while answers are said to hold, whoever asks again is told the same', () => {
  it('at any two moments', () => {
    let held = 0;
    const zones = fc.constantFrom('UTC', 'Europe/Rome', 'America/Havana', 'Asia/Kathmandu');
    fc.assert(
      fc.property(zones, start, hours, fc.array(question, { maxLength: 3 }), (zone, from, later, questions) => {
        const answers = heldAnswers(zone, from, from + later * HOUR_MS, questions);
        if (answers === undefined) return;
        held += 1;
        expect(answers[0]).toEqual(answers[1]);
      }),
      { numRuns: 5_000 },
    );
    expect(held).toBeGreaterThan(500);
  });

  it('where the clocks go back to the day before', () => {
    // One minute past midnight it was 23:01 again.
    const [zone, back] = ['America/St_Johns', Date.parse('2010-11-07T02:31:00Z')];
    const calendar = makeCalendar(zone);
    expect(calendar.day(back - 1) - calendar.day(back)).toBe(1);
    const moments = [-90, -31, -1, -0.5, 0, 0.5, 30, 58, 60, 90].map((minutes) => back + minutes * 60_000);
    for (const from of moments)
      for (const until of moments)
        for (let hour = -30; hour <= 3; hour += 1) {
          const answers = heldAnswers(zone, from, until, [{ kind: 'isWithin', hours: hour, days: 1 }]);
          expect(answers?.[0]).toEqual(answers?.[1]);
        }
  });
});
