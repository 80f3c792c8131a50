/** The small pure parts: calendar, curve, receipt. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, makeCalendar } from '../../src/scoring/calendar.ts';
import { pointsOn } from '../../src/scoring/curve.ts';
import { type Loss, wholePoints } from '../../src/scoring/receipt.ts';

describe('calendar', () => {
  it.each([
    ['UTC', '2026-06-15T23:59:59.999Z', '2026-06-15'],
    ['Europe/Rome', '2026-06-15T22:00:00Z', '2026-06-16'],
    ['America/New_York', '2026-06-15T03:59:59Z', '2026-06-14'],
    ['Asia/Kolkata', '2026-06-15T18:30:00Z', '2026-06-16'],
    ['Asia/Kathmandu', '2026-06-15T18:14:59Z', '2026-06-15'],
    ['Europe/Rome', '2026-03-29T00:59:59Z', '2026-03-29'],
  ])('%s: %s falls on %s', (zone, moment, isoDay) => {
    expect(makeCalendar(zone).isoDay(Date.parse(moment))).toBe(isoDay);
  });

  it.each([
    ['UTC', '2026-06-15', '2026-06-15T23:59:59.999Z'],
    ['Europe/Rome', '2026-06-15', '2026-06-15T21:59:59.999Z'],
    ['Europe/Rome', '2026-03-28', '2026-03-28T22:59:59.999Z'],
    ['Europe/Rome', '2026-03-29', '2026-03-29T21:59:59.999Z'],
    ['America/New_York', '2026-11-01', '2026-11-02T04:59:59.999Z'],
    ['Pacific/Auckland', '2026-01-01', '2026-01-01T10:59:59.999Z'],
    // Clocks go forward, and back, at midnight.
    ['America/Santiago', '2026-09-05', '2026-09-06T03:59:59.999Z'],
    ['America/Santiago', '2026-04-04', '2026-04-05T03:59:59.999Z'],
    ['Africa/Cairo', '2026-04-23', '2026-04-23T21:59:59.999Z'],
  ])('%s: %s ends at %s', (zone, isoDay, moment) => {
    expect(new Date(makeCalendar(zone).endOfDay(isoDay)).toISOString()).toBe(moment);
  });

  it('the end of any day falls on it, and the next millisecond does not', () => {
    const zones = fc.constantFrom(
      'UTC',
      'Europe/Rome',
      'America/Los_Angeles',
      'America/Havana',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
    );
    fc.assert(
      fc.property(zones, fc.integer({ min: 10_000, max: 22_000 }), (zone, dayNumber) => {
        const calendar = makeCalendar(zone);
        const isoDay = new Date(dayNumber * DAY_MS).toISOString().slice(0, 10);
        const end = calendar.endOfDay(isoDay);
        expect([calendar.day(end), calendar.day(end + 1)]).toEqual([dayNumber, dayNumber + 1]);
      }),
    );
  });

  it.each([
    ['2026-03-31', 1, '2026-02-28'],
    ['2026-03-31', 24, '2024-03-31'],
    ['2024-02-29', 12, '2023-02-28'],
    ['2026-01-15', 13, '2024-12-15'],
  ])('%s less %i months is %s', (from, months, to) => {
    const calendar = makeCalendar('UTC');
    expect(calendar.dayMonthsBefore(Date.parse(from), months) * DAY_MS).toBe(Date.parse(to));
  });
});

describe('curve', () => {
  const curve = [
    [0, 100],
    [10, 50],
    [20, 0],
  ] as const;

  it.each([
    [-5, 100],
    [0, 100],
    [5, 75],
    [10, 50],
    [15, 25],
    [20, 0],
    [1e9, 0],
  ])('raw %d gives %d points', (raw, points) => {
    expect(pointsOn(curve, raw)).toBe(points);
  });

  it('never turns', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -50, max: 50, noNaN: true }),
        fc.double({ min: 0, max: 50, noNaN: true }),
        (raw, more) => {
          expect(pointsOn(curve, raw + more)).toBeLessThanOrEqual(pointsOn(curve, raw));
        },
      ),
    );
  });
});

describe('whole points of a receipt', () => {
  const shared = (losses: readonly Loss[], total: number) =>
    wholePoints(losses, total).map(({ loss: { key }, points }) => ({ key, points }));

  it('go by largest remainder, ties by key, nothing to what rounds to 0', () => {
    const losses = [
      { key: 'c', exact: 1.5 },
      { key: 'b', exact: 1.5 },
      { key: 'a', exact: 0.2 },
    ];
    // 96.8 is shown as 97: three points are to be shared.
    expect(shared(losses, 3)).toEqual([
      { key: 'b', points: 2 },
      { key: 'c', points: 1 },
    ]);
  });

  it('sum to the total whatever the losses, and none is further than a point from its exact loss', () => {
    const losses = fc.array(fc.double({ min: 0, max: 30, noNaN: true }), { maxLength: 20 });
    fc.assert(
      fc.property(losses, (exact) => {
        const named = exact.map((loss, index) => ({ key: `s${index}`, exact: loss }));
        const total = Math.round(exact.reduce((sum, loss) => sum + loss, 0));
        const rows = shared(named, total);
        expect(rows.reduce((sum, { points }) => sum + points, 0)).toBe(total);
        for (const { key, points } of rows) {
          const loss = named.find((one) => one.key === key)?.exact ?? 0;
          expect(Math.abs(points - loss)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('a sum that floats carried over a whole number still comes out', () => {
    const losses = [
      { key: 'a', exact: 5.000000000000001 },
      { key: 'b', exact: 4.999999999999999 },
    ];
    expect(shared(losses, 10)).toEqual([
      { key: 'a', points: 5 },
      { key: 'b', points: 5 },
    ]);
    expect(
      shared(
        [
          { key: 'a', exact: 1.0000001 },
          { key: 'b', exact: 1 },
        ],
        1,
      ),
    ).toEqual([{ key: 'a', points: 1 }]);
  });
});
