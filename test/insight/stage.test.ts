import { expect, test } from 'vitest';
import { stageOf } from '../../src/insight/stage.ts';
import { makeCalendar } from '../../src/scoring/calendar.ts';

const calendar = makeCalendar('Europe/Rome');
const AS_OF = Date.parse('2026-06-15T10:00:00+02:00');
const day = (text: string | null) => (text === null ? null : Date.parse(`${text}T23:30:00+02:00`));

test.each([
  ['new', '2026-06-15', null, 'onboarding'],
  ['the last day of the first 90', '2026-03-18', null, 'onboarding'],
  ['the day after', '2026-03-17', null, 'adoption'],
  ['new, though the renewal is near', '2026-06-01', '2026-06-20', 'onboarding'],
  ['a renewal in 90 days', '2026-01-01', '2026-09-13', 'renewal'],
  ['in 91 days', '2026-01-01', '2026-09-14', 'adoption'],
  ['a renewal that is late', '2024-01-01', '2026-05-01', 'renewal'],
  ['the last day of the first year', '2025-06-16', null, 'adoption'],
  ['a year', '2025-06-15', null, 'mature'],
  ['nobody knows since when', null, null, 'mature'],
  ['nobody knows since when, and the renewal is near', null, '2026-07-01', 'renewal'],
])('%s', (_what, since, renewal, expected) => {
  expect(stageOf({ customerSince: day(since), nextRenewalAt: day(renewal), asOf: AS_OF, calendar })).toBe(expected);
});
