import { expect, it } from 'vitest';
import { openQuotes } from '../../../src/scoring/signals/open-quotes.ts';
import { day, describeSignal, rawOf } from './signal-table.ts';

const asOf = '2026-06-01';
const quote = (hs_expiration_date: string, hs_status: string | null = 'APPROVAL_NOT_NEEDED', more = {}) => ({
  hs_createdate: '2026-01-10',
  hs_title: 'Two more sites',
  hs_expiration_date,
  hs_status,
  ...more,
});
const OPEN = { id: 'deal', createdate: '2026-01-05', closedate: '2026-07-01' } as const;
const WON = { ...OPEN, closedate: '2026-05-20', hs_is_closed: true, hs_is_closed_won: true } as const;
const LOST = { ...WON, hs_is_closed_won: false } as const;
const OF_DEAL = { deals: ['deal'] } as const;

describeSignal(openQuotes, [
  { name: 'no quotes', account: { asOf }, expected: { unknown: 'no_data' } },
  {
    name: 'one waits, and has time',
    account: { asOf, quotes: [quote('2026-06-30')] },
    expected: {
      raw: -7,
      message: 'waiting',
      values: { quotes: 1, name: 'Two more sites', until: day('2026-06-30T00:00:00Z') },
      records: ['q1'],
    },
  },
  {
    name: 'six days before its end it begins to show',
    account: { asOf, quotes: [quote('2026-06-07')] },
    expected: { raw: -6, message: 'waiting' },
  },
  {
    name: 'on its last day it holds',
    account: { asOf, quotes: [quote(asOf)] },
    expected: { raw: 0, message: 'waiting' },
  },
  {
    name: 'the day after it ran out',
    account: { asOf, quotes: [quote('2026-05-31')] },
    expected: { raw: 1, message: 'expired', values: { quotes: 1, until: day('2026-05-31T00:00:00Z') } },
  },
  {
    name: 'days are the portal’s',
    account: { asOf: '2026-05-31T22:30:00Z', timeZone: 'Europe/Rome', quotes: [quote('2026-05-31T21:30:00Z')] },
    expected: { raw: 1, message: 'expired' },
  },
  {
    name: '89 days after it counts',
    account: { asOf, quotes: [quote('2026-03-04')] },
    expected: { raw: 89, message: 'expired' },
  },
  {
    name: '90 days after nobody waits any more: silent',
    account: { asOf, quotes: [quote('2026-03-03')] },
    expected: { raw: -7, message: 'silent', silent: true, values: { days: 90 }, records: [] },
  },
  {
    name: 'several: the one that is the longest past, then the others; those that hold are not counted with them',
    account: { asOf, quotes: [quote('2026-06-20'), quote('2026-05-28'), quote('2026-05-02'), quote('2026-06-10')] },
    expected: { raw: 30, message: 'expired', values: { quotes: 2 }, records: ['q3', 'q2', 'q4'], more: 1 },
  },
  {
    name: 'several that hold: the first to run out',
    account: { asOf, quotes: [quote('2026-06-20'), quote('2026-06-04')] },
    expected: { raw: -3, message: 'waiting', values: { quotes: 2 }, records: ['q2', 'q1'] },
  },
  {
    name: 'its deal was won',
    account: { asOf, deals: [WON], quotes: [quote('2026-05-02', 'APPROVED', OF_DEAL)] },
    expected: { raw: -7, message: 'accepted', values: { name: 'Two more sites' }, records: ['q1'] },
  },
  {
    name: 'its deal was lost: it waits no more, and nobody accepted it',
    account: { asOf, deals: [LOST], quotes: [quote('2026-05-02', 'APPROVED', OF_DEAL)] },
    expected: { raw: -7, message: 'silent', silent: true },
  },
  {
    name: 'its deal is open',
    account: { asOf, deals: [OPEN], quotes: [quote('2026-05-02', 'APPROVED', OF_DEAL)] },
    expected: { raw: 30, message: 'expired' },
  },
  {
    name: 'another deal that was won answers nothing',
    account: { asOf, deals: [OPEN, { ...WON, id: 'other' }], quotes: [quote('2026-05-02', 'APPROVED', OF_DEAL)] },
    expected: { raw: 30, message: 'expired' },
  },
  {
    name: 'of two deals one was lost, and one is open',
    account: {
      asOf,
      deals: [OPEN, { ...LOST, id: 'other' }],
      quotes: [quote('2026-05-02', 'APPROVED', { deals: ['deal', 'other'] })],
    },
    expected: { raw: 30, message: 'expired' },
  },
  {
    name: 'the buyer accepted it, whatever became of the deal, and however that is written',
    account: { asOf, deals: [OPEN], quotes: [quote('2026-05-02', 'accepted', OF_DEAL)] },
    expected: { raw: -7, message: 'accepted' },
  },
  {
    name: 'the latest that was accepted is named',
    account: {
      asOf,
      quotes: [quote('2026-05-20', 'ACCEPTED', { hs_title: 'New' }), quote('2026-05-02', 'ACCEPTED')],
    },
    expected: { raw: -7, message: 'accepted', values: { name: 'New' }, records: ['q1'] },
  },
  {
    name: 'its deal is no deal of this account: whether it was answered shows elsewhere',
    account: { asOf, quotes: [quote('2026-05-02', 'APPROVED', OF_DEAL)] },
    expected: { unknown: 'no_data' },
  },
  {
    name: 'never sent: a draft, before or refused by our own approver, or without a status',
    account: {
      asOf,
      quotes: ['DRAFT', 'PENDING_APPROVAL', 'REJECTED', '', null].map((status) => quote('2026-05-02', status)),
    },
    expected: { raw: -7, message: 'silent', silent: true },
  },
  {
    name: 'a status that nobody knows may be worse than a quote that holds',
    account: { asOf, quotes: [quote('2026-06-20'), quote('2026-05-02', 'Countersigned')] },
    expected: { unknown: 'unmapped_value', values: { value: 'COUNTERSIGNED' } },
  },
  {
    name: 'but one that ran out is bad enough',
    account: { asOf, quotes: [quote('2026-05-02', 'Countersigned'), quote('2026-05-20')] },
    expected: { raw: 12, message: 'expired', records: ['q2'] },
  },
  {
    name: 'the model may know it',
    account: { asOf, quotes: [quote('2026-05-02', 'Countersigned')] },
    settings: { acceptedStatuses: ['COUNTERSIGNED'] },
    expected: { raw: -7, message: 'accepted' },
  },
  {
    name: 'without a date nothing runs out',
    account: { asOf, quotes: [{ ...quote(asOf), hs_expiration_date: null }] },
    expected: { unknown: 'no_data' },
  },
  {
    name: 'before we first saw it, its status is not known',
    account: { asOf, seenAt: '2026-09-01', deals: [OPEN], quotes: [quote('2026-05-02', 'APPROVED', OF_DEAL)] },
    expected: { unknown: 'not_known_then' },
  },
  {
    name: 'but the end of its deal is, from its date on',
    account: { asOf, seenAt: '2026-09-01', deals: [WON], quotes: [quote('2026-05-02', 'APPROVED', OF_DEAL)] },
    expected: { raw: -7, message: 'accepted' },
  },
  {
    name: 'and not before it',
    account: {
      asOf: '2026-05-19',
      seenAt: '2026-09-01',
      deals: [WON],
      quotes: [quote('2026-05-02', 'APPROVED', OF_DEAL)],
    },
    expected: { unknown: 'not_known_then' },
  },
  {
    name: 'what was accepted later waited then',
    account: {
      asOf,
      seenAt: '2026-05-20',
      quotes: [quote('2026-05-30', 'APPROVED', { later: [{ seenAt: '2026-06-03', hs_status: 'ACCEPTED' }] })],
    },
    expected: { raw: 2, message: 'expired' },
  },
  {
    name: 'a quote of tomorrow is not there',
    account: { asOf, quotes: [quote('2026-06-30', 'APPROVED', { hs_createdate: '2026-06-02' })] },
    expected: { unknown: 'no_data' },
  },
  {
    name: 'three thousand that hold for a century',
    account: { asOf, quotes: Array.from({ length: 3_000 }, () => quote('2126-06-01')) },
    expected: { raw: -7, message: 'waiting', values: { quotes: 3_000 }, more: 2_997 },
  },
]);

it('grows with every day, and another that waits never makes it better', () => {
  const ends = ['2026-07-01', '2026-06-05', '2026-06-01', '2026-05-31', '2026-03-04'];
  const raws = ends.map((end) => rawOf(openQuotes, { asOf, quotes: [quote(end)] }));
  expect(raws).toEqual([-7, -4, 0, 1, 89]);
  for (const [index, end] of ends.entries())
    for (const other of ends)
      expect(rawOf(openQuotes, { asOf, quotes: [quote(end), quote(other)] })).toBeGreaterThanOrEqual(raws[index] ?? 0);
});
