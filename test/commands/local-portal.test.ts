import { expect, it } from 'vitest';
import { localPortal, portalClock } from '../../src/commands/local-portal.ts';
import type { PortalData } from '../../src/local/sandbox/portal-data.ts';

const portal = (takenAt: string): PortalData => ({
  portalId: 1,
  timeZone: 'UTC',
  companyCurrency: 'EUR',
  takenAt: Date.parse(takenAt),
  objects: {},
});

it.each([
  [
    'a portal of today lives now, whatever the hour',
    '2026-11-21T00:00:00Z',
    undefined,
    '2026-11-21T23:59:00Z',
    '2026-11-21T23:59:00Z',
  ],
  [
    'an old one wakes an hour before it was taken',
    '2011-12-09T23:59:59Z',
    undefined,
    '2026-11-21T10:00:00Z',
    '2011-12-09T22:59:59Z',
  ],
  [
    'or before the close of a later day that is asked for',
    '2011-12-09T23:59:59Z',
    { day: '2012-01-31' },
    '2026-11-21T10:00:00Z',
    '2012-01-31T22:59:59Z',
  ],
  [
    'an earlier day is a replay',
    '2011-12-09T23:59:59Z',
    { day: '2011-06-30' },
    '2026-11-21T10:00:00Z',
    '2011-12-09T22:59:59Z',
  ],
  [
    'a day to come leaves it in the present',
    '2011-12-09T23:59:59Z',
    { day: '2030-01-01' },
    '2026-11-21T10:00:00Z',
    '2026-11-21T10:00:00Z',
  ],
])('%s', (_, takenAt, asOf, now, expected) => {
  let time = Date.parse(now);
  const clock = portalClock(portal(takenAt), asOf, () => time);
  expect(new Date(clock()).toISOString().slice(0, 19)).toBe(expected.slice(0, 19));
  time += 5_000;
  expect(clock() - Date.parse(expected)).toBeGreaterThanOrEqual(5_000);
});

it('the invented portal is of the day', async () => {
  const data = await localPortal({ companies: '5', seed: '1' }, Date.parse('2026-11-21T23:59:00Z'));
  expect(new Date(data.takenAt).toISOString()).toBe('2026-11-21T00:00:00.000Z');
});
