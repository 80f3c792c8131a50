import { expect, it } from 'vitest';
import { emailEngagement } from '../../../src/scoring/signals/email-engagement.ts';
import { describeSignal, rawOf } from './signal-table.ts';

const asOf = '2026-06-01';
const sent = (hs_timestamp: string, counts: { open?: number; click?: number; reply?: number } = {}, more = {}) => ({
  hs_timestamp,
  hs_email_direction: 'EMAIL',
  hs_email_status: 'SENT',
  hs_email_open_count: counts.open ?? 0,
  hs_email_click_count: counts.click ?? 0,
  hs_email_reply_count: counts.reply ?? 0,
  ...more,
});
const MAY = '2026-05-10';
const reached = (delivered: number, open: number, click: number) => ({
  hs_email_delivered: delivered,
  hs_email_open: open,
  hs_email_click: click,
});

describeSignal(emailEngagement, [
  { name: 'no mail', account: { asOf }, expected: { unknown: 'too_few', values: { count: 0, minimum: 3 } } },
  {
    name: 'two emails',
    account: { asOf, emails: [sent(MAY), sent(MAY)] },
    expected: { unknown: 'too_few', values: { count: 2, minimum: 3 } },
  },
  {
    name: 'each counts by the best that came of it',
    account: {
      asOf,
      emails: [
        sent('2026-05-01', { open: 3 }),
        sent('2026-05-02', { open: 1, click: 2 }),
        sent('2026-05-03', { open: 9, click: 1, reply: 1 }),
        sent('2026-05-04'),
      ],
    },
    expected: {
      raw: (0.25 + 0.6 + 1) / 4,
      message: 'personal',
      values: { sent: 4, opened: 3, clicked: 2, replied: 1, days: 90 },
      records: ['e4'],
    },
  },
  {
    name: 'none was opened: the latest first, and how many more',
    account: { asOf, emails: ['2026-05-02', '2026-05-01', '2026-05-04', '2026-05-03'].map((at) => sent(at)) },
    expected: { raw: 0, message: 'personal', records: ['e3', 'e4', 'e1'], more: 1 },
  },
  {
    name: 'an empty count is none',
    account: { asOf, emails: [MAY, MAY, MAY].map((at) => sent(at, {}, { hs_email_open_count: null })) },
    expected: { raw: 0, message: 'personal' },
  },
  {
    name: '89 days ago counts, 90 days ago does not',
    account: { asOf, emails: [sent('2026-03-04'), sent(MAY), sent('2026-03-03')] },
    expected: { unknown: 'too_few', values: { count: 2, minimum: 3 } },
  },
  {
    name: 'the day is the portal’s, summer time or not',
    account: {
      asOf,
      timeZone: 'Europe/Rome',
      emails: [sent('2026-03-03T23:00:00Z', { reply: 1 }), sent(MAY), sent(MAY)],
    },
    expected: { raw: 1 / 3, message: 'personal' },
  },
  {
    name: 'received, forwarded, failed, bounced, scheduled and later ones were not sent',
    account: {
      asOf,
      seenAt: '2026-05-31',
      emails: [
        sent(MAY),
        sent(MAY),
        sent(MAY, {}, { hs_email_direction: 'INCOMING_EMAIL' }),
        sent(MAY, {}, { hs_email_direction: 'FORWARDED_EMAIL' }),
        sent(MAY, {}, { hs_email_status: 'FAILED' }),
        sent(MAY, {}, { hs_email_status: 'BOUNCED' }),
        sent(MAY, {}, { hs_email_status: 'SCHEDULED' }),
        sent('2026-06-02'),
        sent(MAY, {}, { later: [{ seenAt: '2026-06-01', deleted: true as const }] }),
      ],
    },
    expected: { unknown: 'too_few', values: { count: 2, minimum: 3 } },
  },
  {
    name: 'opens that nobody had seen by then are unknown, not none',
    account: { asOf, seenAt: '2026-09-01', emails: [MAY, MAY, MAY].map((at) => sent(at, { open: 1 })) },
    expected: { unknown: 'not_known_then' },
  },
  {
    name: 'an email seen before it was opened was not opened then',
    account: {
      asOf,
      seenAt: '2026-05-20',
      emails: [sent(MAY), sent(MAY), sent(MAY, {}, { later: [{ seenAt: '2026-06-02', hs_email_reply_count: 1 }] })],
    },
    expected: { raw: 0, message: 'personal', values: { replied: 0 } },
  },
  {
    name: 'marketing mail stands in',
    account: { asOf, emails: [sent(MAY)], contacts: [reached(10, 4, 1), reached(10, 2, 2), {}] },
    expected: { raw: 0.09, message: 'marketing', values: { delivered: 20, opened: 6, clicked: 3 }, records: [] },
  },
  {
    name: 'but not for enough personal mail',
    account: { asOf, emails: [sent(MAY), sent(MAY), sent(MAY)], contacts: [reached(10, 10, 10)] },
    expected: { raw: 0, message: 'personal' },
  },
  {
    name: 'more clicks than deliveries',
    account: { asOf, contacts: [reached(3, 900, 500)] },
    expected: { raw: 1, message: 'marketing' },
  },
  {
    name: 'two deliveries are too few',
    account: { asOf, contacts: [reached(2, 2, 2)] },
    expected: { unknown: 'too_few', values: { count: 0, minimum: 3 } },
  },
  {
    name: 'deliveries that nobody had seen by then may have been enough',
    account: { asOf, seenAt: '2026-09-01', contacts: [reached(20, 2, 2)] },
    expected: { unknown: 'not_known_then' },
  },
  {
    name: 'those of one person do not speak for the other, of whom nobody knew',
    account: {
      asOf,
      seenAt: '2026-05-01',
      runningSince: '2026-09-01',
      contacts: [reached(20, 20, 20), { ...reached(20, 0, 0), seenAt: '2026-09-01' }],
    },
    expected: { unknown: 'not_known_then' },
  },
  {
    name: 'nor the answered emails for those of which nobody knew',
    account: {
      asOf,
      seenAt: '2026-05-20',
      runningSince: '2026-09-01',
      emails: [...[1, 2, 3].map(() => sent(MAY, { reply: 1 })), sent(MAY, {}, { seenAt: '2026-09-01' })],
    },
    expected: { unknown: 'not_known_then' },
  },
  {
    name: 'nor marketing mail for enough personal mail of which nobody knew',
    account: {
      asOf,
      seenAt: '2026-05-20',
      runningSince: '2026-09-01',
      emails: [1, 2, 3].map(() => sent(MAY, {}, { seenAt: '2026-09-01' })),
      contacts: [reached(20, 20, 20)],
    },
    expected: { unknown: 'not_known_then' },
  },
  {
    name: 'where the portal does not tell opens at all, marketing mail stands in',
    account: {
      asOf,
      sources: { emails: { missingProperties: ['hs_email_open_count'] } },
      emails: [sent(MAY), sent(MAY), sent(MAY)],
      contacts: [reached(10, 4, 1)],
    },
    expected: { raw: 0.1, message: 'marketing' },
  },
]);

it('a reply is worth more than a click, a click more than an open, an open more than nothing', () => {
  const raws = [{ reply: 1 }, { click: 1 }, { open: 1 }, {}].map((counts) =>
    rawOf(emailEngagement, { asOf, emails: [sent(MAY, counts), sent(MAY), sent(MAY)] }),
  );
  expect(raws).toEqual([...new Set(raws)].toSorted((a, b) => b - a));
});
