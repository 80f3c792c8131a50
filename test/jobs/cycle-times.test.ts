import type { Schedule } from '@account-health/contract/settings';
import { SCHEDULES } from '@account-health/contract/settings';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { cycleTimes, nextStarts } from '../../src/jobs/cycle-times.ts';

const HOUR_MS = 3_600_000;

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-06-15T10:20:00Z'), toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

const timesOf = (schedule: Schedule | null, place = 0, timeZone = 'Europe/Rome') =>
  cycleTimes({ schedule, fallback: '15 * * * *', timeZone, place });
const startsOf = (schedule: Schedule | null, place = 0, timeZone = 'Europe/Rome') =>
  nextStarts(timesOf(schedule, place, timeZone), timeZone, 3).map((at) => new Date(at).toISOString().slice(5, 16));

test.each<[string, Schedule | null, number, readonly string[]]>([
  ['the service’s own', null, 0, ['06-15T11:15', '06-15T12:15', '06-15T13:15']],
  ['the service’s own, at its place', null, 0.5, ['06-15T11:45', '06-15T12:45', '06-15T13:45']],
  ['hourly', { every: 'hourly', atHour: 3 }, 0.25, ['06-15T11:15', '06-15T12:15', '06-15T13:15']],
  // Rome is two hours ahead.
  ['every four hours', { every: 'every_4_hours', atHour: 3 }, 0, ['06-15T14:00', '06-15T18:00', '06-15T22:00']],
  ['twice a day', { every: 'twice_a_day', atHour: 15 }, 0.5, ['06-15T13:30', '06-16T01:30', '06-16T13:30']],
  ['daily', { every: 'daily', atHour: 0 }, 0, ['06-15T22:00', '06-16T22:00', '06-17T22:00']],
])('%s', (_what, schedule, place, starts) => {
  expect(startsOf(schedule, place)).toEqual(starts);
});

test('a schedule of the service’s that ticks more often has its starts before the next tick', () => {
  const given = { schedule: null, fallback: '*/10 * * * *', timeZone: 'UTC', place: 0.5 };
  expect(cycleTimes(given).afterTickMs).toBe(300_000);
});

test('the hour is the portal’s, also after its clocks changed', () => {
  vi.setSystemTime(Date.parse('2026-10-24T12:00:00Z'));
  expect(startsOf({ every: 'daily', atHour: 6 })).toEqual(['10-25T05:00', '10-26T05:00', '10-27T05:00']);
});

test('a run starts within the hour after its tick, before the next, and always at the portal’s place', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...SCHEDULES),
      fc.integer({ min: 0, max: 23 }),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      fc.constantFrom('UTC', 'Europe/Rome', 'Asia/Kathmandu', 'America/St_Johns'),
      (every, atHour, place, timeZone) => {
        const { afterTickMs } = timesOf({ every, atHour }, place, timeZone);
        expect(afterTickMs).toBe(Math.floor(place * HOUR_MS));
        const [first = 0, second = 0] = nextStarts(timesOf({ every, atHour }, place, timeZone), timeZone, 2);
        expect(second - first).toBeGreaterThanOrEqual(HOUR_MS);
        const hour = Number(
          new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format(first),
        );
        const hours = {
          hourly: [hour],
          every_4_hours: [0, 4, 8, 12, 16, 20],
          twice_a_day: [atHour, (atHour + 12) % 24],
          daily: [atHour],
        };
        expect(hours[every]).toContain(hour);
      },
    ),
    { numRuns: 60 },
  );
});
