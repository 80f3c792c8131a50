import { quarterOf } from '../../../src/scoring/portal-context.ts';
import { timeToFirstReply } from '../../../src/scoring/signals/time-to-first-reply.ts';
import { describeSignal } from './signal-table.ts';

const asOf = '2026-06-01';
const HOUR = 3_600_000;
const hours = (count: number) => ({ kind: 'duration', ms: count * HOUR }) as const;
const usual = (ms: number, tickets = 20, when = asOf) => ({
  ticketMedians: { [quarterOf(Date.parse(when))]: { resolution: { ms, tickets }, firstReply: { ms, tickets } } },
});
const replied = (count: number | null, rest = {}) => ({
  createdate: '2026-05-10',
  closed_date: '2026-05-20',
  time_to_first_agent_reply: count === null ? null : count * HOUR,
  ...rest,
});
const portal = usual(10 * HOUR);

describeSignal(timeToFirstReply, [
  { name: 'no tickets', account: { asOf, portal }, expected: { unknown: 'too_few', values: { count: 0, minimum: 3 } } },
  {
    name: 'the middle one, and those slower than usual',
    account: { asOf, portal, tickets: [replied(2), replied(30), replied(20), replied(1), replied(15)] },
    expected: {
      raw: 1.5,
      message: 'compared',
      values: { tickets: 5, own: hours(15), usual: hours(10) },
      records: ['t2', 't3', 't5'],
    },
  },
  {
    name: 'tickets that HubSpot saw no reply to tell nothing',
    account: { asOf, portal, tickets: [replied(2), replied(2), replied(null), replied(0), replied(-3)] },
    expected: { unknown: 'too_few', values: { count: 2, minimum: 3 } },
  },
  {
    name: 'nor do open ones, so that today and the past are judged alike',
    account: { asOf, portal, tickets: [replied(2), replied(2), replied(99, { closed_date: null })] },
    expected: { unknown: 'too_few', values: { count: 2, minimum: 3 } },
  },
  {
    name: 'the past, from what was solved by then',
    account: {
      asOf,
      portal,
      seenAt: '2026-09-01',
      tickets: [replied(5), replied(5), replied(5), replied(99, { closed_date: '2026-06-02' })],
    },
    expected: { raw: 0.5, message: 'compared', values: { tickets: 3 } },
  },
  {
    name: 'a portal without a median',
    account: { asOf, tickets: [replied(5), replied(5), replied(5)] },
    expected: { unknown: 'no_norm', values: { count: 0, minimum: 20 } },
  },
]);
