import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../../src/scoring/calendar.ts';
import { readSignal } from '../../../src/scoring/read-signal.ts';
import { productUsage } from '../../../src/scoring/signals/product-usage.ts';
import { account } from '../account-builder.ts';
import { day, describeSignal, measure, rawOf } from './signal-table.ts';

const asOf = '2026-06-30';
const ASOF_DAY = Date.parse(asOf) / DAY_MS;
const ago = (days: number) => new Date((ASOF_DAY - days) * DAY_MS).toISOString().slice(0, 10);

/** One row every so many days, from so many days ago to before so many. */
const logins = (from: number, to: number, every: number, value = 10, metric = 'logins') => {
  const rows = [];
  for (let days = from; days > to; days -= every) rows.push({ metric, value, at: `${ago(days)}T12:00:00Z` });
  return rows;
};
/** Days on which anybody's rows came in. */
const fed = (from: number, to: number, metric = 'logins') => ({
  usage: {
    runningSince: (ASOF_DAY - 400) * DAY_MS,
    days: { [metric]: Array.from({ length: from - to + 1 }, (_, index) => ASOF_DAY - from + index) },
  },
});
const portal = fed(200, 0);
/** Every second day before the window of 28 days: 14 days a window, 140 logins. */
const before = logins(111, 27, 2);

describeSignal(productUsage, [
  { name: 'nothing was ever posted', account: { asOf }, expected: { unknown: 'not_connected' } },
  { name: 'posted for others, never for this one', account: { asOf, portal }, expected: { unknown: 'no_data' } },
  {
    name: 'first posted for others on the day itself',
    account: { asOf: `${asOf}T12:00:00Z`, portal: fed(0, 0) },
    expected: { unknown: 'not_connected' },
  },
  {
    name: 'as usual',
    account: { asOf, portal, usage: [...before, ...logins(27, -1, 2)] },
    expected: {
      raw: 1,
      message: 'compared',
      values: { metric: 'logins', days: 14, total: 140, usualDays: 14, usualTotal: 140, windowDays: 28 },
    },
  },
  {
    name: 'half the days, as much in all: the days tell',
    account: { asOf, portal, usage: [...before, ...logins(27, -1, 4, 20)] },
    expected: { raw: 0.5, message: 'compared', values: { days: 7, total: 140 } },
  },
  {
    name: 'the same days, a fifth of the use: the use tells',
    account: { asOf, portal, usage: [...before, ...logins(27, -1, 2, 2)] },
    expected: { raw: 0.2, message: 'compared', values: { days: 14, total: 28 } },
  },
  {
    name: 'twice the use on twice the days',
    account: { asOf, portal, usage: [...before, ...logins(27, -1, 1)] },
    expected: { raw: 2, message: 'compared' },
  },
  {
    name: 'no more use, while other accounts’ comes in',
    account: { asOf, portal, usage: before },
    expected: { raw: 0, message: 'ended', values: { windowDays: 28, usualDays: 14 } },
  },
  {
    name: 'nought posted is no use',
    account: { asOf, portal, usage: [...before, ...logins(27, -1, 2, 0)] },
    expected: { raw: 0, message: 'ended' },
  },
  {
    name: 'the feed stopped for all: 8 days without a row',
    account: { asOf, portal: fed(200, 8), usage: before },
    expected: { unknown: 'stale', values: { metric: 'logins', last: day(`${ago(8)}T12:00:00Z`), days: 7 } },
  },
  {
    name: '7 days without a row are no sign yet',
    account: { asOf, portal: fed(200, 7), usage: before },
    expected: { raw: 0, message: 'ended' },
  },
  {
    name: 'another metric’s rows do not keep this one alive',
    account: { asOf, portal: fed(200, 0, 'seats'), usage: before },
    expected: { unknown: 'stale' },
  },
  {
    name: 'known for 55 days: too young to compare',
    account: { asOf, portal, usage: logins(54, -1, 1) },
    expected: { unknown: 'too_new', values: { days: 56 } },
  },
  {
    name: 'known for 56 days',
    account: { asOf, portal, usage: logins(55, -1, 1) },
    expected: { raw: 1, message: 'compared', values: { usualDays: 28 } },
  },
  {
    name: 'hardly ever used before: a fall says nothing',
    account: { asOf, portal, usage: [{ metric: 'logins', value: 3, at: ago(100) }] },
    expected: { unknown: 'too_few', values: { count: 0, minimum: 2 } },
  },
  {
    name: 'the first metric that the account has, in the model’s order, alone',
    account: {
      asOf,
      portal: { usage: { ...fed(200, 0).usage, days: { ...fed(200, 0).usage.days, seats: [ASOF_DAY - 1] } } },
      usage: [...before, ...logins(27, -1, 2), ...logins(111, 27, 2, 1_000, 'seats')],
    },
    settings: { metrics: ['seats', 'logins'] },
    expected: { raw: 0, message: 'ended' },
  },
  {
    name: 'a metric that the model does not name says nothing',
    account: { asOf, portal: fed(200, 0, 'seats'), usage: logins(111, -1, 2, 5, 'seats') },
    expected: { unknown: 'not_connected' },
  },
  {
    name: 'what lies ahead of the moment does not count',
    account: { asOf, portal, usage: [...before, ...logins(-1, -20, 1, 1_000)] },
    expected: { raw: 0, message: 'ended' },
  },
  {
    name: 'what was posted later did not count yet',
    account: {
      asOf,
      portal,
      usage: [...before, ...logins(27, -1, 2).map((row) => ({ ...row, seenAt: '2026-07-02' }))],
    },
    expected: { raw: 0, message: 'ended' },
  },
  {
    name: 'but for the time before the portal posted at all, dates decide',
    account: {
      asOf,
      portal: { usage: { ...portal.usage, runningSince: Date.parse('2026-07-01') } },
      usage: [...before, ...logins(27, -1, 2)].map((row) => ({ ...row, seenAt: '2026-07-02' })),
    },
    expected: { raw: 1, message: 'compared' },
  },
  {
    name: 'a correction stands from when it was posted',
    account: {
      asOf,
      portal,
      usage: [
        ...before,
        ...logins(27, -1, 2).flatMap((row) => [
          { ...row, value: 1_000_000, key: row.at },
          { ...row, key: row.at, seenAt: '2026-06-30T20:00:00Z' },
        ]),
      ],
    },
    expected: { raw: 1, message: 'compared', values: { total: 140 } },
  },
]);

describe('product usage', () => {
  it('does not depend on the order of posting', () => {
    const usage = [...before, ...logins(27, -1, 3, 7.1)];
    expect(rawOf(productUsage, { asOf, portal, usage: usage.toReversed() })).toBe(
      rawOf(productUsage, { asOf, portal, usage }),
    );
  });

  it('counts the days of the portal’s zone', () => {
    // Two rows on one day in UTC, on two in Rome.
    const late = ['T21:30:00Z', 'T22:30:00Z'];
    const days = (timeZone: string) => {
      const now = late.map((time, index) => ({
        metric: 'logins',
        value: 10,
        at: `${ago(5)}${time}`,
        key: String(index),
      }));
      const read = measure(productUsage, { asOf, timeZone, portal, usage: [...before, ...now] });
      return read.kind === 'measured' ? read.evidence.values.days : null;
    };
    expect([days('UTC'), days('Europe/Rome')]).toEqual([1, 2]);
  });

  it('needs nothing of HubSpot, and is no part of coverage where nothing was posted', () => {
    const entry = {
      weight: 1,
      whenUnknown: 'skip' as const,
      settings: {},
      curve: [
        [0, 0],
        [1, 100],
      ] as const,
    };
    const read = (usage: Parameters<typeof account>[0]['usage']) =>
      readSignal(productUsage, entry as never, account({ asOf, ...(usage && { usage, portal }) }).view, {
        silencePoints: 70,
      });
    expect(read(undefined)).toEqual({ kind: 'unknown', reason: 'not_connected' });
    expect(read([...before, ...logins(27, -1, 4, 20)])).toMatchObject({ kind: 'scored', points: 50 });
  });
});
