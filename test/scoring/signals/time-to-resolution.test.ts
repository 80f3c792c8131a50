import { expect, it } from 'vitest';
import { quarterOf } from '../../../src/scoring/portal-context.ts';
import { timeToResolution } from '../../../src/scoring/signals/time-to-resolution.ts';
import { describeSignal, rawOf } from './signal-table.ts';

const asOf = '2026-06-01';
const HOUR = 3_600_000;
const hours = (count: number) => ({ kind: 'duration', ms: count * HOUR }) as const;
const usual = (ms: number, tickets = 20, when = asOf) => ({
  ticketMedians: { [quarterOf(Date.parse(when))]: { resolution: { ms, tickets }, firstReply: { ms, tickets } } },
});
/** Solved in May, after so many hours. */
const took = (count: number) => ({
  createdate: new Date(Date.parse('2026-05-20') - count * HOUR).toISOString(),
  closed_date: '2026-05-20',
});
const portal = usual(10 * HOUR);

describeSignal(timeToResolution, [
  { name: 'no tickets', account: { asOf, portal }, expected: { unknown: 'too_few', values: { count: 0, minimum: 3 } } },
  {
    name: 'two',
    account: { asOf, portal, tickets: [took(5), took(5)] },
    expected: { unknown: 'too_few', values: { count: 2, minimum: 3 } },
  },
  {
    name: 'three, one of them slow',
    account: { asOf, portal, tickets: [took(5), took(90), took(4)] },
    expected: {
      raw: 0.5,
      message: 'compared',
      values: { tickets: 3, own: hours(5), usual: hours(10) },
      records: ['t2'],
    },
  },
  {
    name: 'an even number: between the two in the middle',
    account: { asOf, portal, tickets: [took(5), took(90), took(4), took(20)] },
    expected: { raw: 1.25, message: 'compared', records: ['t2', 't4'] },
  },
  {
    name: 'slowest first, and how many more',
    account: { asOf, portal, tickets: [took(20), took(30), took(40), took(30), took(10)] },
    expected: { raw: 3, message: 'compared', records: ['t3', 't2', 't4'], more: 1 },
  },
  {
    name: 'bookings and what is open, reopened or without a date is not counted',
    account: {
      asOf,
      portal,
      tickets: [
        took(20),
        took(20),
        took(1 / 60),
        { createdate: '2026-05-01' },
        { ...took(20), hs_is_closed: false },
        { createdate: '2026-05-01', hs_is_closed: true },
      ],
    },
    expected: { unknown: 'too_few', values: { count: 2, minimum: 3 } },
  },
  {
    name: 'closed tomorrow is open today',
    account: {
      asOf,
      portal,
      seenAt: '2026-09-01',
      tickets: [took(9), took(9), { ...took(9), closed_date: '2026-06-02' }],
    },
    expected: { unknown: 'too_few', values: { count: 2, minimum: 3 } },
  },
  {
    name: 'solved 179 days ago counts, 180 days ago does not',
    account: {
      asOf,
      portal,
      tickets: [took(9), took(9), { createdate: '2025-12-01', closed_date: '2025-12-04' }],
    },
    expected: { raw: 0.9, message: 'compared', values: { tickets: 3 }, records: ['t3'] },
  },
  {
    name: 'and so is one day more',
    account: {
      asOf,
      portal,
      tickets: [took(9), took(9), { createdate: '2025-12-01', closed_date: '2025-12-03T23:59:59Z' }],
    },
    expected: { unknown: 'too_few' },
  },
  {
    name: 'a portal that has solved few',
    account: { asOf, portal: usual(10 * HOUR, 19), tickets: [took(9), took(9), took(9)] },
    expected: { unknown: 'no_norm', values: { count: 19, minimum: 20 } },
  },
  {
    name: 'a portal that has solved none',
    account: { asOf, tickets: [took(9), took(9), took(9)] },
    expected: { unknown: 'no_norm', values: { count: 0, minimum: 20 } },
  },
  {
    name: 'what is usual in another quarter is not looked at',
    account: { asOf, portal: usual(10 * HOUR, 20, '2026-07-01'), tickets: [took(9), took(9), took(9)] },
    expected: { unknown: 'no_norm', values: { count: 0, minimum: 20 } },
  },
  {
    name: 'absurd: a decade',
    account: { asOf, portal: usual(1), tickets: [took(87_600), took(87_600), took(87_600)] },
    expected: { raw: 87_600 * HOUR, message: 'compared' },
  },
]);

it('a slower ticket is never better', () => {
  const raws = [1, 5, 10, 11, 500].map((count) =>
    rawOf(timeToResolution, { asOf, portal, tickets: [took(10), took(10), took(12), took(count)] }),
  );
  expect(raws).toEqual(raws.toSorted((a, b) => a - b));
});
