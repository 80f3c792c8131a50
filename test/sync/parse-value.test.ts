import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseValue } from '../../src/sync/parse-value.ts';

const UTC = 'UTC';
const ZONES = ['UTC', 'Europe/Rome', 'America/Sao_Paulo', 'Africa/Cairo', 'Asia/Kathmandu', 'Pacific/Auckland'];
const moments = fc.date({ min: new Date(0), max: new Date(Date.UTC(2199, 11, 31)), noInvalidDate: true });

describe('parseValue', () => {
  it.each([
    ['text', ' Mary  & Sons ', ' Mary  & Sons '],
    ['text', '0012', '0012'],
    ['prose', '<p>We&nbsp;plan <b>two</b>\n new sites</p>', 'We plan two new sites'],
    ['prose', '5 < 6 &amp; 7', '5 < 6 7'],
    ['prose', 'x'.repeat(600), 'x'.repeat(500)],
    ['prose', '<br>&#160;', null],
    ['number', '0', 0],
    ['number', '-12.50', -12.5],
    ['number', ' 7 ', 7],
    ['amount', '.5', 0.5],
    ['amount', '1.25E3', 1250],
    ['amount', '9007199254740991', 9007199254740991],
    ['flag', 'true', true],
    ['flag', 'false', false],
    ['time', '2024-03-04T05:06:07.089Z', Date.UTC(2024, 2, 4, 5, 6, 7, 89)],
    ['time', '2024-03-04T05:06:07+02:00', Date.UTC(2024, 2, 4, 3, 6, 7)],
    ['time', '2024-03-04T05:06Z', Date.UTC(2024, 2, 4, 5, 6)],
    ['time', '1709528767089', 1709528767089],
    ['time', '2024-03-04', Date.UTC(2024, 2, 4)],
  ] as const)('reads %s %j', (kind, text, value) => {
    expect(parseValue(kind, text, UTC)).toBe(value);
  });

  it.each(['text', 'number', 'amount', 'flag', 'time'] as const)('takes nothing as known to be empty: %s', (kind) => {
    for (const text of ['', null, undefined]) expect(parseValue(kind, text, UTC)).toBeNull();
  });

  it.each([
    ['number', 'n/a'],
    ['number', '12,50'],
    ['number', '0x10'],
    ['number', 'Infinity'],
    ['number', '1e400'],
    ['amount', '9007199254740993'],
    ['amount', ' '],
    ['flag', 'yes'],
    ['flag', 'TRUE '],
    ['time', 'yesterday'],
    ['time', '2024-02-30'],
    ['time', '2024-02-30T00:00:00Z'],
    ['time', '2024-13-01'],
    // Which moment this is would be a guess.
    ['time', '2024-03-04T05:06:07'],
    ['time', '0001-01-01T00:00:00Z'],
    ['time', '1969-12-31'],
    ['time', '2200-01-01'],
    ['time', '99991231000000000'],
    ['time', '-1'],
  ] as const)('finds %s %j unreadable', (kind, text) => {
    expect(parseValue(kind, text, UTC)).toBeUndefined();
  });

  it('takes a day as its first moment in the portal time zone', () => {
    expect(parseValue('time', '2024-07-01', 'Europe/Rome')).toBe(Date.UTC(2024, 5, 30, 22));
    expect(parseValue('time', '2024-01-01', 'America/New_York')).toBe(Date.UTC(2024, 0, 1, 5));
    // Clocks went from 00:00 to 01:00 that night: the day had no midnight.
    expect(parseValue('time', '2018-11-04', 'America/Sao_Paulo')).toBe(Date.UTC(2018, 10, 4, 3));
  });

  it('is loud about an unknown time zone', () => {
    expect(() => parseValue('time', '2024-07-01', 'Rome')).toThrow(RangeError);
  });

  it('loses no precision of numbers', () => {
    const numbers = fc.double({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER, noNaN: true });
    fc.assert(
      fc.property(numbers, (value) => parseValue('number', String(value), UTC) === (Object.is(value, -0) ? 0 : value)),
    );
    fc.assert(fc.property(fc.maxSafeInteger(), (value) => parseValue('amount', String(value), UTC) === value));
  });

  it('reads a moment to the millisecond, as ISO 8601 and as epoch milliseconds', () => {
    fc.assert(
      fc.property(moments, (date) => {
        expect(parseValue('time', date.toISOString(), UTC)).toBe(date.getTime());
        expect(parseValue('time', String(date.getTime()), UTC)).toBe(date.getTime());
      }),
    );
  });

  it('puts a day at the moment where the calendar of the zone turns to it', () => {
    const days = fc.date({
      min: new Date(Date.UTC(1971, 0, 1)),
      max: new Date(Date.UTC(2100, 0, 1)),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, fc.constantFrom(...ZONES), (date, timeZone) => {
        const text = date.toISOString().slice(0, 10);
        const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
        const start = parseValue('time', text, timeZone);
        if (typeof start !== 'number') throw new Error(`${text} was not read`);
        expect(format.format(start)).toBe(text);
        expect(format.format(start - 1) < text).toBe(true);
      }),
    );
  });

  it('reads or refuses any text, and never gives a number or a time out of range', () => {
    const texts = fc.oneof(fc.string(), fc.stringMatching(/^[-+0-9.eTZ:]{0,25}$/));
    fc.assert(
      fc.property(fc.constantFrom('number', 'amount', 'time', 'flag'), texts, (kind, text) => {
        const value = parseValue(kind, text, UTC);
        if (typeof value === 'number') {
          expect(Math.abs(value)).toBeLessThanOrEqual(Number.MAX_SAFE_INTEGER);
          if (kind === 'time') expect(value >= 0 && value < Date.UTC(2200, 0, 1)).toBe(true);
        }
      }),
    );
  });
});
