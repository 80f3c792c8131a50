import { expect, it } from 'vitest';
import { ticketTopics } from '../../../src/scoring/signals/ticket-topics.ts';
import { describeSignal, rawOf } from './signal-table.ts';

const asOf = '2026-06-30';
/** One of a topic that came up in the month so many 30 days ago; 0 is the last one. */
const ticket = (month: number, topic: string | null = 'PRODUCT_ISSUE', rest = {}) => ({
  createdate: new Date(Date.parse('2026-06-20') - month * 30 * 86_400_000).toISOString(),
  hs_ticket_category: topic,
  ...rest,
});
const times = <T>(count: number, one: T): readonly T[] => Array.from({ length: count }, () => one);

describeSignal(ticketTopics, [
  { name: 'no tickets', account: { asOf }, expected: { raw: 0, message: 'silent', silent: true, records: [] } },
  {
    name: 'tickets of half a year ago only: silent again',
    account: { asOf, tickets: [{ createdate: '2026-01-01', hs_ticket_category: 'A' }] },
    expected: { raw: 0, message: 'silent', silent: true, values: { days: 180 } },
  },
  {
    name: 'one of a day later: in use',
    account: { asOf, tickets: [{ createdate: '2026-01-02', hs_ticket_category: 'A' }] },
    expected: { raw: 0, message: 'steady', records: [] },
  },
  {
    name: 'bookings are no topic',
    account: {
      asOf,
      tickets: times(5, { createdate: '2026-06-20', closed_date: '2026-06-20', hs_ticket_category: 'RETURN' }),
    },
    expected: { raw: 0, message: 'silent', silent: true },
  },
  {
    name: 'no ticket has a category',
    account: { asOf, tickets: [ticket(0, null), ticket(1, null)] },
    expected: { unknown: 'no_data' },
  },
  {
    name: 'the category was not known then',
    account: { asOf, seenAt: '2026-09-01', tickets: [ticket(0)] },
    expected: { unknown: 'not_known_then' },
  },
  {
    name: 'one new ticket is not growth yet',
    account: { asOf, tickets: [ticket(0)] },
    expected: { raw: 0, message: 'steady' },
  },
  {
    name: 'two are',
    account: { asOf, tickets: [ticket(0), ticket(0, 'PRODUCT_ISSUE', { createdate: '2026-06-25' })] },
    expected: {
      raw: 2,
      message: 'growing',
      values: { topic: 'product issue', now: 2, norm: 0, others: 0 },
      records: ['t2', 't1'],
    },
  },
  {
    name: 'against its own months before: three, after five in five months',
    account: { asOf, tickets: [...times(3, ticket(0)), ...times(5, ticket(1))] },
    expected: { raw: 1, message: 'growing', values: { now: 3, norm: 1 } },
  },
  {
    name: 'less than before: no growth, and in two of six months not recurring',
    account: { asOf, tickets: [...times(3, ticket(0)), ...times(20, ticket(1))] },
    expected: { raw: 0, message: 'steady' },
  },
  {
    name: 'again and again, at the same pace',
    account: { asOf, tickets: [ticket(0, 'Login'), ticket(2, 'Login'), ticket(4, 'Login')] },
    expected: {
      raw: 0.5,
      message: 'recurring',
      values: { topic: 'Login', came: 3, months: 6 },
      records: ['t1', 't2', 't3'],
    },
  },
  {
    name: 'in five of six months',
    account: { asOf, tickets: [1, 2, 3, 4, 5].map((month) => ticket(month)) },
    expected: { raw: 5 / 6, message: 'recurring', values: { came: 5, months: 6 } },
  },
  {
    name: 'in every month',
    account: { asOf, tickets: [0, 1, 2, 3, 4, 5].map((month) => ticket(month)) },
    expected: { raw: 1, message: 'every_month', values: { months: 6, others: 0 } },
  },
  {
    name: 'two topics: the worse one is told, and that there is another',
    account: {
      asOf,
      tickets: [...[0, 1, 2].map((month) => ticket(month, 'A')), ...[0, 1, 2, 3].map((month) => ticket(month, 'B'))],
    },
    expected: { raw: 3 / 6 + 4 / 6, message: 'recurring', values: { topic: 'b', came: 4, others: 1 } },
  },
  {
    name: 'equal ones: by name',
    account: { asOf, tickets: [0, 1, 2].map((month) => ticket(month, 'Zoom;Audio')) },
    expected: { raw: 1, message: 'recurring', values: { topic: 'Audio', others: 1 }, records: ['t1', 't2', 't3'] },
  },
  {
    name: 'a large account',
    account: { asOf, tickets: times(2, ticket(0)), contacts: times(50, {}) },
    expected: { raw: 1, message: 'growing' },
  },
  {
    name: 'an account of fewer than 60 days',
    account: { asOf, company: { createdate: '2026-05-02' }, tickets: times(3, ticket(0)) },
    expected: { unknown: 'too_new', values: { days: 60 } },
  },
  {
    name: 'of 60 days: one month is compared with the one before',
    account: { asOf, company: { createdate: '2026-05-01' }, tickets: [...times(4, ticket(0)), ticket(1)] },
    expected: { raw: 1.5, message: 'growing', values: { norm: 1 } },
  },
  {
    name: 'a company record that is younger than its tickets',
    account: { asOf, company: { createdate: '2026-06-29' }, tickets: [ticket(0), ticket(0), ticket(4, 'Other')] },
    expected: { raw: 2, message: 'growing' },
  },
  {
    name: 'a portal that has had tickets for a month only',
    account: { asOf, sources: { tickets: { firstRecordAt: Date.parse('2026-06-01') } }, tickets: times(3, ticket(0)) },
    expected: { unknown: 'too_new' },
  },
  {
    name: 'tickets of tomorrow do not exist',
    account: {
      asOf,
      seenAt: '2026-06-01',
      tickets: [ticket(0), ...times(3, { createdate: '2026-07-01', hs_ticket_category: 'PRODUCT_ISSUE' })],
    },
    expected: { raw: 0, message: 'steady' },
  },
  {
    name: 'absurd: a thousand, and no company date that could be',
    account: { asOf, company: { createdate: '2090-01-01' }, tickets: [...times(1_000, ticket(0)), ticket(5)] },
    expected: { raw: (1_000 - 0.25) / 1.25, message: 'growing', values: { now: 1_000 } },
  },
]);

it('one more ticket in the last month is never better', () => {
  const raws = [0, 1, 2, 3, 10].map((count) =>
    rawOf(ticketTopics, { asOf, tickets: [ticket(1), ticket(2), ...times(count, ticket(0))] }),
  );
  expect(raws).toEqual(raws.toSorted((a, b) => a - b));
});

it('the order of tickets does not matter', () => {
  const tickets = [0, 1, 2, 3].flatMap((month) => ['A', 'B', 'C;A'].map((topic) => ticket(month, topic)));
  expect(rawOf(ticketTopics, { asOf, tickets: tickets.toReversed() })).toBe(rawOf(ticketTopics, { asOf, tickets }));
});
