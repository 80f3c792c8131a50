import { expect, it } from 'vitest';
import { unresolvedComplaints } from '../../../src/scoring/signals/unresolved-complaints.ts';
import { describeSignal, rawOf } from './signal-table.ts';

const asOf = '2026-06-01';
const urgent = (createdate: string, more = {}) => ({ createdate, hs_ticket_priority: 'URGENT', ...more });
const SOLVED = { createdate: '2026-05-01', closed_date: '2026-05-02' } as const;

describeSignal(unresolvedComplaints, [
  { name: 'no ticket ever', account: { asOf }, expected: { raw: 0, message: 'silent', silent: true } },
  { name: 'a solved one', account: { asOf, tickets: [SOLVED] }, expected: { raw: 0, message: 'none', records: [] } },
  {
    name: 'bookings only',
    account: { asOf, tickets: [{ createdate: '2026-05-01', closed_date: '2026-05-01' }] },
    expected: { raw: 0, message: 'silent', silent: true },
  },
  {
    name: 'a year without tickets',
    account: { asOf, tickets: [{ createdate: '2025-06-01', closed_date: '2025-06-09' }] },
    expected: { raw: 0, message: 'silent', silent: true },
  },
  {
    name: 'open for two days: support has its chance',
    account: { asOf, tickets: [urgent('2026-05-30')] },
    expected: { raw: 0, message: 'none' },
  },
  {
    name: 'open for three days',
    account: { asOf, tickets: [urgent('2026-05-29')] },
    expected: { raw: 1.1, message: 'open', values: { complaints: 1, days: 3 }, records: ['t1'] },
  },
  {
    name: 'over a day of 25 hours in Rome: three days, not four',
    account: { asOf: '2026-10-26T22:59:59Z', timeZone: 'Europe/Rome', tickets: [urgent('2026-10-23')] },
    expected: { raw: 1.1, message: 'open', values: { days: 3 } },
  },
  {
    name: 'open for 60 days weighs three, and no more after that',
    account: { asOf, tickets: [urgent('2026-04-02'), urgent('2020-01-01')] },
    expected: { raw: 6, message: 'open', values: { complaints: 2, days: 2_343 }, records: ['t2', 't1'] },
  },
  {
    name: 'by category or priority, in any case, also one of several',
    account: {
      asOf,
      tickets: [
        { createdate: '2026-05-02', hs_ticket_category: 'Complaint' },
        { createdate: '2026-05-02', hs_ticket_category: 'BILLING_ISSUE;COMPLAINT' },
        { createdate: '2026-05-02', hs_ticket_priority: 'high' },
        { createdate: '2026-05-02', hs_ticket_category: 'COMPLAINTS_DESK', hs_ticket_priority: 'LOW' },
        { createdate: '2026-05-02' },
      ],
    },
    expected: { raw: 6, message: 'open', values: { complaints: 3 }, records: ['t1', 't2', 't3'] },
  },
  {
    name: 'what a complaint is, the model says',
    account: {
      asOf,
      tickets: [urgent('2026-05-02'), { createdate: '2026-05-02', hs_ticket_category: 'BILLING_ISSUE' }],
    },
    settings: { categories: ['Billing_Issue'], priorities: [] },
    expected: { raw: 2, message: 'open', records: ['t2'] },
  },
  {
    name: 'oldest first, and how many more',
    account: { asOf, tickets: ['2026-05-04', '2026-05-02', '2026-05-05', '2026-05-01'].map((at) => urgent(at)) },
    expected: { raw: 4 + (28 + 30 + 27 + 31) / 30, message: 'open', records: ['t4', 't2', 't1'], more: 1 },
  },
  {
    name: 'solved later was open then; which kind it was, nobody had seen',
    account: { asOf, seenAt: '2026-09-01', tickets: [urgent('2026-05-01', { closed_date: '2026-06-20' })] },
    expected: { unknown: 'not_known_then' },
  },
  {
    name: 'one unseen kind among known ones is no guess either',
    account: {
      asOf,
      seenAt: '2026-05-01',
      tickets: [urgent('2026-04-01'), urgent('2026-04-01', { seenAt: '2026-06-10' })],
    },
    // We were running, so the ticket seen later does not exist yet: the known one counts alone.
    expected: { raw: 3, message: 'open', records: ['t1'] },
  },
  {
    name: 'before we ran, solved tickets need no kind',
    account: { asOf, seenAt: '2026-09-01', tickets: [{ ...SOLVED, hs_ticket_priority: 'URGENT' }] },
    expected: { raw: 0, message: 'none' },
  },
  {
    name: 'a portal without categories goes by priority',
    account: {
      asOf,
      sources: { tickets: { missingProperties: ['hs_ticket_category'] } },
      tickets: [urgent('2026-05-02')],
    },
    expected: { raw: 2, message: 'open' },
  },
  {
    name: 'a portal without priorities goes by category',
    account: {
      asOf,
      sources: { tickets: { missingProperties: ['hs_ticket_priority'] } },
      tickets: [{ createdate: '2026-05-02', hs_ticket_category: 'COMPLAINT' }],
    },
    expected: { raw: 2, message: 'open' },
  },
  {
    name: 'a priority raised later counts from when it was seen',
    account: {
      asOf,
      seenAt: '2026-05-10',
      tickets: [
        {
          createdate: '2026-05-02',
          hs_ticket_priority: 'LOW',
          later: [{ seenAt: '2026-06-02', hs_ticket_priority: 'HIGH' }],
        },
      ],
    },
    expected: { raw: 0, message: 'none' },
  },
  {
    name: 'deleted; created later; closed before it was created',
    account: {
      asOf,
      seenAt: '2026-05-10',
      tickets: [
        urgent('2026-05-01', { later: [{ seenAt: '2026-05-20', deleted: true }] }),
        urgent('2026-06-02'),
        urgent('2026-05-20', { closed_date: '2026-05-10' }),
      ],
    },
    expected: { raw: 0, message: 'silent', silent: true },
  },
]);

it('grows with age and number', () => {
  const raws = [[], ['2026-05-29'], ['2026-05-20'], ['2026-05-20', '2026-05-29'], ['2026-04-01', '2026-05-20']].map(
    (days) => rawOf(unresolvedComplaints, { asOf, tickets: days.map((at) => urgent(at)) }),
  );
  expect(raws).toEqual([...new Set(raws)].toSorted((a, b) => a - b));
});
