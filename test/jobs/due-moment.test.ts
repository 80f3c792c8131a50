import { expect, test } from 'vitest';
import { dueMoment } from '../../src/jobs/due-moment.ts';
import { makeCalendar } from '../../src/scoring/calendar.ts';

test.each([
  ['at nine, so many days on', '2026-06-15T10:00:00Z', 2, 'Europe/Rome', '2026-06-17T07:00:00.000Z'],
  ['today, before nine', '2026-06-15T05:00:00Z', 0, 'Europe/Rome', '2026-06-15T07:00:00.000Z'],
  [
    'today, after nine: in an hour, in whole minutes',
    '2026-06-15T10:00:30Z',
    0,
    'Europe/Rome',
    '2026-06-15T11:01:00.000Z',
  ],
  ['today, at nine', '2026-06-15T07:00:00Z', 0, 'Europe/Rome', '2026-06-15T08:00:00.000Z'],
  ['over a change of the clocks', '2026-10-24T10:00:00Z', 2, 'Europe/Rome', '2026-10-26T08:00:00.000Z'],
  ['on the portal’s day, not UTC’s', '2026-06-15T23:00:00Z', 1, 'Asia/Seoul', '2026-06-17T00:00:00.000Z'],
])('%s', (_what, now, days, zone, expected) => {
  expect(new Date(dueMoment(Date.parse(now), days, makeCalendar(zone))).toISOString()).toBe(expected);
});

test('of a clock that tells parts of a millisecond, too', () => {
  const due = dueMoment(Date.parse('2026-06-15T10:00:30Z') + 0.5, 0, makeCalendar('Europe/Rome'));
  expect(new Date(due).toISOString()).toBe('2026-06-15T11:01:00.000Z');
});
