import { expect, it } from 'vitest';
import { slaBreaches } from '../../../src/scoring/signals/sla-breaches.ts';
import { describeSignal, rawOf } from './signal-table.ts';

const asOf = '2026-06-01';
const open = (close: string | null, reply: string | null = null) => ({
  createdate: '2026-05-20',
  hs_time_to_close_sla_status: close,
  hs_time_to_first_response_sla_status: reply,
});
const solved = (close: string | null, reply: string | null = null, closed = '2026-05-25') => ({
  ...open(close, reply),
  createdate: '2026-01-10',
  closed_date: closed,
});

describeSignal(slaBreaches, [
  { name: 'no tickets', account: { asOf }, expected: { raw: 0, message: 'silent', silent: true, records: [] } },
  {
    name: 'solved 90 days ago: silent again',
    account: { asOf, tickets: [solved('4', null, '2026-03-03')] },
    expected: { raw: 0, message: 'silent', silent: true },
  },
  {
    name: 'solved 89 days ago counts',
    account: { asOf, tickets: [solved('4', null, '2026-03-04')] },
    expected: { raw: 1, message: 'missed_only', values: { open: 0, windowDays: 90 }, records: ['t1'] },
  },
  {
    name: 'the only one with a service level, and still open',
    account: { asOf, tickets: [open('1'), solved(null)] },
    expected: { raw: 1, message: 'missed_only', values: { open: 1 }, records: ['t1'] },
  },
  {
    name: 'tickets without a service level',
    account: { asOf, tickets: [open(null), solved(null), solved('')] },
    expected: { unknown: 'no_data' },
  },
  {
    name: 'of an open one nothing was known then',
    account: { asOf, seenAt: '2026-09-01', tickets: [open('1')] },
    expected: { unknown: 'not_known_then' },
  },
  {
    name: 'of solved ones it was',
    account: { asOf, seenAt: '2026-09-01', tickets: [solved('4'), solved('3')] },
    expected: { raw: 0.5, message: 'missed', values: { missed: 1, promised: 2, open: 0 }, records: ['t1'] },
  },
  {
    name: 'what was solved in time does not speak for an open one of which nothing was known then',
    account: { asOf, seenAt: '2026-09-01', tickets: [open('1'), solved('3'), solved('4')] },
    expected: { unknown: 'not_known_then' },
  },
  {
    name: 'of which nothing was promised by then: nobody had been promised anything',
    account: {
      asOf,
      seenAt: '2026-09-01',
      sources: { tickets: { filledSince: { hs_time_to_close_sla_status: Date.parse('2026-06-02') } } },
      tickets: [open('1'), solved(null)],
    },
    expected: { unknown: 'no_data' },
  },
  {
    name: 'overdue: open first, then those solved late, the latest first; and how many more',
    account: {
      asOf,
      tickets: [
        solved('4', '3', '2026-05-24'),
        solved('3', '4'),
        open('1'),
        open('0', '1'),
        solved('3', '3'),
        solved('3', null),
      ],
    },
    expected: {
      raw: 4 / 3,
      message: 'missed',
      values: { missed: 4, promised: 6, open: 2 },
      records: ['t3', 't4', 't2'],
      more: 1,
    },
  },
  {
    name: 'still in time: neither missed nor kept',
    account: { asOf, tickets: [open('0'), open('2', '0'), open('1')] },
    expected: { raw: 1, message: 'missed', values: { missed: 1, promised: 3 } },
  },
  {
    name: 'all in time',
    account: { asOf, tickets: [open('0', '3'), solved('3', '3')] },
    expected: { raw: 0, message: 'kept', values: { missed: 0, promised: 2 }, records: [] },
  },
  {
    name: 'the only one in time, and what the portal does not promise is not missed',
    account: {
      asOf,
      sources: { tickets: { missingProperties: ['hs_time_to_first_response_sla_status'] } },
      tickets: [open('0')],
    },
    expected: { raw: 0, message: 'kept', values: { promised: 1 } },
  },
  {
    name: 'closed tomorrow: how it stands is not known today',
    account: { asOf, seenAt: '2026-09-01', tickets: [solved('4', null, '2026-06-02'), solved('3')] },
    expected: { unknown: 'not_known_then' },
  },
  {
    name: 'codes of the portal’s own',
    account: { asOf, tickets: [open('LATE')] },
    settings: { missedStatuses: ['LATE'] },
    expected: { raw: 1, message: 'missed_only', values: { open: 1 } },
  },
  {
    name: 'five hundred',
    account: { asOf, tickets: Array.from({ length: 500 }, () => open('1')) },
    expected: { raw: 500, message: 'missed' },
  },
]);

it('one more that missed is never better, one more that kept never worse', () => {
  const many = <T>(count: number, one: T) => Array.from({ length: count }, () => one);
  const raws = [0, 1, 2, 9].map((count) =>
    rawOf(slaBreaches, { asOf, tickets: [solved('3'), ...many(count, open('1'))] }),
  );
  const eased = [9, 2, 1, 0].map((count) =>
    rawOf(slaBreaches, { asOf, tickets: [open('1'), ...many(count, solved('3'))] }),
  );
  for (const list of [raws, eased]) expect(list).toEqual([...new Set(list)].toSorted((a, b) => a - b));
});
