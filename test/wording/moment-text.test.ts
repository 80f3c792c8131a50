import { expect, test } from 'vitest';
import { makeMomentText } from '../../src/wording/moment-text.ts';

const NOW = Date.parse('2026-11-22T20:26:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

test.each([
  [-26 * HOUR, '1 day ago'],
  [-109 * MINUTE, '1 hour ago'],
  [-30_000, '0 minutes ago'],
  [0, '0 minutes ago'],
  [20_000, '0 minutes ago'],
  [49 * MINUTE, 'in 49 minutes'],
  [109 * MINUTE, 'in 2 hours'],
  [71 * HOUR, 'in 3 days'],
])('%i ms from now is %s', (ms, told) => {
  expect(makeMomentText('en', 'Europe/Rome', NOW)(NOW + ms)).toContain(`(${told})`);
});
