import { expect, it } from 'vitest';
import { firstContactResolution } from '../../../src/scoring/signals/first-contact-resolution.ts';
import { describeSignal, percent, rawOf } from './signal-table.ts';

const asOf = '2026-06-01';
const solved = (createdate: string, more = {}) => ({ createdate, closed_date: '2026-05-15', ...more });
const FIRST = solved('2026-05-10', { hs_num_times_contacted: 1 });
const AGAIN = solved('2026-05-11', { hs_num_times_contacted: 2 });
const REOPENED = solved('2026-05-12', { hs_ticket_reopened_at: '2026-05-13' });

describeSignal(firstContactResolution, [
  { name: 'no tickets', account: { asOf }, expected: { unknown: 'too_few', values: { count: 0, minimum: 3 } } },
  {
    name: 'two',
    account: { asOf, tickets: [FIRST, AGAIN] },
    expected: { unknown: 'too_few', values: { count: 2, minimum: 3 } },
  },
  {
    name: 'three, one of them contacted twice',
    account: { asOf, tickets: [FIRST, AGAIN, FIRST] },
    expected: {
      raw: 2 / 3,
      message: 'rate',
      values: { first: 2, solved: 3, share: percent(1 - 1 / 3) },
      records: ['t2'],
    },
  },
  {
    name: 'nobody had to be contacted at all',
    account: {
      asOf,
      tickets: [solved('2026-05-10'), solved('2026-05-10'), solved('2026-05-10', { hs_num_times_contacted: 0 })],
    },
    expected: { raw: 1, message: 'all', values: { solved: 3 }, records: [] },
  },
  {
    name: 'all came back: the latest first, and how many more',
    account: { asOf, tickets: [AGAIN, REOPENED, REOPENED, AGAIN] },
    expected: { raw: 0, message: 'none', values: { first: 0, solved: 4 }, records: ['t3', 't2', 't4'], more: 1 },
  },
  {
    name: 'all but one came back',
    account: { asOf, tickets: [AGAIN, FIRST, REOPENED] },
    expected: { raw: 1 / 3, message: 'rate', values: { first: 1, solved: 3 } },
  },
  {
    name: 'reopened after the moment had not come back yet',
    account: {
      asOf,
      sources: { tickets: { missingProperties: ['hs_num_times_contacted'] } },
      seenAt: '2026-09-01',
      tickets: [REOPENED, solved('2026-05-10'), solved('2026-05-10', { hs_ticket_reopened_at: '2026-06-02' })],
    },
    expected: { raw: 2 / 3, message: 'rate', records: ['t1'] },
  },
  {
    name: 'how often somebody was contacted was not known then',
    account: { asOf, seenAt: '2026-09-01', tickets: [FIRST, FIRST, AGAIN, REOPENED] },
    expected: { unknown: 'not_known_then' },
  },
  {
    name: 'where too few counts were known, the reopened ones alone make no rate',
    account: {
      asOf,
      seenAt: '2026-05-20',
      runningSince: '2026-09-01',
      tickets: [FIRST, FIRST, { ...REOPENED, seenAt: '2026-08-01' }],
    },
    expected: { unknown: 'not_known_then' },
  },
  {
    name: 'the window is that of the closing: 179 days ago',
    account: {
      asOf,
      tickets: Array.from({ length: 3 }, () => ({ ...FIRST, createdate: '2024-01-01', closed_date: '2025-12-04' })),
    },
    expected: { raw: 1, message: 'all' },
  },
  {
    name: '180 days ago is out',
    account: { asOf, tickets: [FIRST, FIRST, { ...FIRST, createdate: '2024-01-01', closed_date: '2025-12-03' }] },
    expected: { unknown: 'too_few', values: { count: 2, minimum: 3 } },
  },
  {
    name: 'the day of closing is the portal’s',
    account: {
      asOf,
      timeZone: 'America/New_York',
      tickets: [FIRST, FIRST, { ...FIRST, createdate: '2024-01-01', closed_date: '2025-12-04T04:59:59Z' }],
    },
    expected: { unknown: 'too_few' },
  },
  {
    name: 'open, bookings, closed later, closed undated, reopened and open, closed before created, deleted: none is solved',
    account: {
      asOf,
      seenAt: '2026-05-20',
      tickets: [
        FIRST,
        FIRST,
        { createdate: '2026-05-10' },
        solved('2026-05-15'),
        solved('2026-05-10', { closed_date: '2026-06-02' }),
        { createdate: '2026-05-10', hs_is_closed: true },
        solved('2026-05-10', { hs_is_closed: false }),
        solved('2026-05-20'),
        { ...FIRST, later: [{ seenAt: '2026-05-30', deleted: true as const }] },
      ],
    },
    expected: { unknown: 'too_few', values: { count: 2, minimum: 3 } },
  },
  {
    name: 'a thousand contacts count like two',
    account: {
      asOf,
      tickets: [FIRST, FIRST, { ...AGAIN, hs_num_times_contacted: 1_000 }, { ...FIRST, hs_num_times_contacted: -3 }],
    },
    expected: { raw: 3 / 4, message: 'rate' },
  },
]);

it('is lower the more came back', () => {
  const raws = [0, 1, 2, 3].map((again) =>
    rawOf(firstContactResolution, { asOf, tickets: [FIRST, FIRST, FIRST].fill(AGAIN, 0, again) }),
  );
  expect(raws).toEqual([...new Set(raws)].toSorted((a, b) => b - a));
});
