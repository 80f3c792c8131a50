import { describe, expect, test } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { momentOf, parseAsOf } from '../../src/jobs/as-of.ts';
import { makeCalendar } from '../../src/scoring/calendar.ts';

describe('a moment as a person gives it', () => {
  test.each([
    ['2026-05-31', { day: '2026-05-31' }],
    ['2024-02-29', { day: '2024-02-29' }],
    ['2026-05-31T12:00:00Z', { at: Date.UTC(2026, 4, 31, 12) }],
    ['2026-05-31T12:00:00.250Z', { at: Date.UTC(2026, 4, 31, 12, 0, 0, 250) }],
    ['2026-05-31T12:00Z', { at: Date.UTC(2026, 4, 31, 12) }],
    ['2026-05-31T12:00:00+02:00', { at: Date.UTC(2026, 4, 31, 10) }],
    ['2026-05-31T12:00:00-0530', { at: Date.UTC(2026, 4, 31, 17, 30) }],
  ])('%s', (text, moment) => {
    expect(parseAsOf(text)).toEqual(moment);
  });

  test.each([
    '',
    'yesterday',
    '2026-02-30',
    '2025-02-29',
    '2026-13-01',
    '2026-5-31',
    '31.05.2026',
    '05/31/2026',
    '2026',
    '2026-05',
    '20260531',
    '1780000000000',
    '2026-05-31T12:00:00',
    '2026-05-31 12:00:00Z',
    '2026-05-31T25:00:00Z',
    '2026-02-30T12:00:00Z',
    '2026-05-31x',
    ' 2026-05-31',
  ])('"%s" is none', (text) => {
    expect(() => parseAsOf(text)).toThrow(InputError);
    expect(() => parseAsOf(text)).toThrow(
      `--as-of ${text} is no date. Give one as YYYY-MM-DD, or with a time as 2026-05-31T12:00:00Z.`,
    );
  });
});

describe('a day means its close in the portal’s zone', () => {
  test.each([
    ['UTC', '2026-05-31', '2026-05-31T23:59:59.999Z'],
    ['Europe/Rome', '2026-05-31', '2026-05-31T21:59:59.999Z'],
    ['America/New_York', '2026-05-31', '2026-06-01T03:59:59.999Z'],
    ['Asia/Kathmandu', '2026-05-31', '2026-05-31T18:14:59.999Z'],
    // The day on which the clocks go back has 25 hours.
    ['Europe/Rome', '2026-10-25', '2026-10-25T22:59:59.999Z'],
  ])('%s %s', (timeZone, day, moment) => {
    expect(new Date(momentOf({ day }, makeCalendar(timeZone))).toISOString()).toBe(moment);
  });

  test('an instant is itself in every zone', () => {
    expect(momentOf({ at: 12_345 }, makeCalendar('Asia/Tokyo'))).toBe(12_345);
  });
});
