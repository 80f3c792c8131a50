import { expect, test } from 'vitest';
import { makeWording } from '../../src/wording/make-wording.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const said = (locale: string, ms: number): string =>
  makeWording({ locale, timeZone: 'UTC' }).say('signal.time_to_resolution.evidence.compared', {
    tickets: 3,
    own: { kind: 'duration', ms },
    usual: { kind: 'duration', ms: 0 },
  });

test.each([
  [0, '0 minutes'],
  [90_000, '1.5 minutes'],
  [59 * MINUTE, '59 minutes'],
  [HOUR, '1 hour'],
  [23.6 * HOUR, '24 hours'],
  [DAY, '1 day'],
  [36 * HOUR, '1.5 days'],
  [10.4 * DAY, '10 days'],
  [1234 * DAY, '1,234 days'],
])('%d ms', (ms, text) => {
  expect(said('en', ms)).toContain(` ${text} `);
});

test.each([
  ['it', '1,5 giorni'],
  ['tr', '1,5 gün'],
  ['ko', '1.5일'],
  ['ro', '1,5 zile'],
])('in %s', (locale, text) => {
  expect(said(locale, 36 * HOUR)).toContain(text);
});
