import { expect, it } from 'vitest';
import { openTickets } from '../../../src/scoring/signals/open-tickets.ts';
import { describeSignal, rawOf } from './signal-table.ts';

const asOf = '2026-06-01';
const YESTERDAY = { createdate: '2026-05-31' } as const;
const SOLVED = { createdate: '2026-05-01', closed_date: '2026-05-02' } as const;

describeSignal(openTickets, [
  { name: 'no ticket ever', account: { asOf }, expected: { raw: 0, message: 'silent', silent: true, records: [] } },
  {
    name: 'solved ones only: a channel in use, and nothing open',
    account: { asOf, tickets: [SOLVED] },
    expected: { raw: 0, message: 'none', values: { open: 0, norm: 0 }, records: [] },
  },
  {
    name: 'the last one was opened 364 days ago: in use',
    account: { asOf, tickets: [{ createdate: '2025-06-02', closed_date: '2025-06-03' }] },
    expected: { raw: 0, message: 'none' },
  },
  {
    name: 'the last one was opened a year ago: silent',
    account: { asOf, tickets: [{ createdate: '2025-06-01', closed_date: '2025-06-03' }] },
    expected: { raw: 0, message: 'silent', silent: true },
  },
  {
    name: 'tickets that close as they are created are bookings',
    account: {
      asOf,
      tickets: [
        { createdate: '2026-05-01', closed_date: '2026-05-01' },
        { createdate: '2026-05-01T10:00:00Z', closed_date: '2026-05-01T10:01:00Z' },
      ],
    },
    expected: { raw: 0, message: 'silent', silent: true },
  },
  {
    name: 'a minute and a bit is work',
    account: { asOf, tickets: [{ createdate: '2026-05-01T10:00:00Z', closed_date: '2026-05-01T10:01:01Z' }] },
    expected: { raw: 0, message: 'none' },
  },
  {
    name: 'opened today',
    account: { asOf, tickets: [{ createdate: '2026-06-01T09:00:00Z' }] },
    expected: { raw: 1, message: 'open', values: { open: 1, norm: 0 }, records: ['t1'] },
  },
  {
    name: 'closed today is closed, closed tomorrow is open',
    account: {
      asOf: '2026-06-01T12:00:00Z',
      seenAt: '2026-09-01',
      tickets: [
        { ...YESTERDAY, closed_date: '2026-06-01T12:00:00Z' },
        { ...YESTERDAY, closed_date: '2026-06-01T12:00:01Z' },
      ],
    },
    expected: { raw: 1, message: 'open', records: ['t2'] },
  },
  {
    name: 'created tomorrow does not exist',
    account: { asOf, seenAt: '2026-09-01', tickets: [{ createdate: '2026-06-02' }] },
    expected: { raw: 0, message: 'silent', silent: true },
  },
  {
    name: 'a large account opens more',
    account: { asOf, tickets: [YESTERDAY, YESTERDAY], contacts: Array.from({ length: 25 }, () => ({})) },
    expected: { raw: 1, message: 'open', values: { open: 2 } },
  },
  {
    name: 'contacts of later do not make it larger',
    account: { asOf, seenAt: '2026-09-01', tickets: [YESTERDAY], contacts: [{ createdate: '2026-06-02' }] },
    expected: { raw: 1, message: 'open' },
  },
  {
    name: 'its own norm: one has been open all year',
    account: { asOf, tickets: [YESTERDAY, { createdate: '2025-01-01' }] },
    expected: { raw: 1, message: 'open', values: { open: 2, norm: 1 }, records: ['t2', 't1'] },
  },
  {
    name: 'a year with six open at every month’s end, none now',
    account: {
      asOf,
      tickets: Array.from({ length: 6 }, () => ({ createdate: '2025-01-01', closed_date: '2026-05-20' })),
    },
    expected: { raw: 0, message: 'silent', silent: true, values: { norm: 6 } },
  },
  {
    name: 'oldest first, and how many more',
    account: {
      asOf,
      tickets: ['2026-05-04', '2026-05-02', '2026-05-05', '2026-05-01'].map((createdate) => ({ createdate })),
    },
    expected: { raw: 4 / (1 + 2 / 12), message: 'open', records: ['t4', 't2', 't1'], more: 1 },
  },
  {
    name: 'five hundred',
    account: { asOf, tickets: Array.from({ length: 500 }, () => YESTERDAY) },
    expected: { raw: 500, message: 'open', values: { open: 500 } },
  },
  {
    name: 'closed on a day nobody recorded is closed',
    account: { asOf, tickets: [{ ...YESTERDAY, hs_is_closed: true }] },
    expected: { raw: 0, message: 'silent', silent: true },
  },
  {
    name: 'and was so, for all we know, before we saw it',
    account: { asOf, seenAt: '2026-09-01', tickets: [{ ...YESTERDAY, hs_is_closed: true }] },
    expected: { raw: 0, message: 'silent', silent: true },
  },
  {
    name: 'reopened, with the date on which it closed before: open',
    account: { asOf, tickets: [{ ...SOLVED, hs_is_closed: false }] },
    expected: { raw: 1, message: 'open', records: ['t1'] },
  },
  {
    name: 'closed before it was created: closed',
    account: { asOf, tickets: [{ createdate: '2026-05-20', closed_date: '2026-05-10' }] },
    expected: { raw: 0, message: 'silent', silent: true },
  },
  {
    name: 'deleted, or moved to another company',
    account: {
      asOf,
      seenAt: '2026-05-31',
      tickets: [
        { ...YESTERDAY, later: [{ seenAt: '2026-06-01', deleted: true }] },
        { ...YESTERDAY, unlinkedAt: '2026-06-01' },
      ],
    },
    expected: { raw: 0, message: 'silent', silent: true },
  },
]);

it('one more open ticket is never better', () => {
  const raws = [0, 1, 2, 10].map((count) =>
    rawOf(openTickets, {
      asOf,
      tickets: [SOLVED, ...Array.from({ length: count }, () => ({ createdate: '2024-01-01' }))],
    }),
  );
  expect(raws).toEqual([...new Set(raws)].toSorted((a, b) => a - b));
});
