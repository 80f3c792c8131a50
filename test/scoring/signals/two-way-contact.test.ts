import { expect, it } from 'vitest';
import { twoWayContact } from '../../../src/scoring/signals/two-way-contact.ts';
import { day, describeSignal, rawOf } from './signal-table.ts';

const asOf = '2026-06-01';
const company = { hubspot_owner_id: 'ann' } as const;
const logged = { mailLogged: { ann: ['2026-05-30'] } } as const;
const callsLogged = { callsLogged: { ann: ['2026-05-30'] } } as const;
const got = (hs_timestamp: string, more = {}) => ({ hs_timestamp, hs_email_direction: 'INCOMING_EMAIL', ...more });
const sent = (hs_timestamp: string, more = {}) => ({
  hs_timestamp,
  hs_email_direction: 'EMAIL',
  hs_email_status: 'SENT',
  hubspot_owner_id: 'ann',
  ...more,
});

const call = (
  hs_timestamp: string,
  hs_call_direction: 'INBOUND' | 'OUTBOUND',
  minutes = 0,
  hubspot_owner_id: string | null = null,
) => ({ hs_timestamp, hs_call_direction, hs_call_duration: minutes * 60_000, hubspot_owner_id });
const meeting = (hs_meeting_start_time: string, hs_meeting_outcome: string | null, more = {}) => ({
  hs_meeting_start_time,
  hs_meeting_outcome,
  ...more,
});
const BOOKED = { hs_createdate: '2026-04-01' } as const;

describeSignal(twoWayContact, [
  { name: 'no mail, and none is logged', account: { asOf, company }, expected: { unknown: 'not_logged' } },
  { name: 'no mail with this account', account: { asOf, company, ...logged }, expected: { unknown: 'no_data' } },
  {
    name: 'they wrote today',
    account: { asOf, company, emails: [got('2026-06-01T09:00:00Z')] },
    expected: {
      raw: 0,
      message: 'wrote',
      values: { days: 0, last: day('2026-06-01T09:00:00Z'), sent: 0, received: 1, windowDays: 90 },
      records: ['e1'],
    },
  },
  {
    name: 'late last evening, before a night of 23 hours, was yesterday',
    account: { asOf: '2026-03-28T23:00:00Z', timeZone: 'Europe/Rome', emails: [got('2026-03-28T22:59:59Z')] },
    expected: { raw: 1, message: 'wrote' },
  },
  {
    name: '30 days is a pause, whoever logs mail',
    account: { asOf, company, emails: [got('2026-05-02')] },
    expected: { raw: 30, message: 'wrote' },
  },
  {
    name: '31 days is silence, which needs logged mail',
    account: { asOf, company, emails: [got('2026-05-01')] },
    expected: { unknown: 'not_logged' },
  },
  {
    name: 'and counts where it is',
    account: { asOf, company, ...logged, emails: [got('2026-05-01')] },
    expected: { raw: 31, message: 'wrote' },
  },
  {
    name: 'logged 29 days ago is logged',
    account: { asOf, company, mailLogged: { ann: ['2026-05-03'] }, emails: [got('2026-01-01')] },
    expected: {
      raw: 151,
      message: 'quiet',
      values: { received: 0, sent: 0, channel: 'email', days: 151, windowDays: 90 },
    },
  },
  {
    name: 'logged 30 days ago is not, nor is mail logged later',
    account: { asOf, company, mailLogged: { ann: ['2026-05-02', '2026-06-02'] }, emails: [got('2026-01-01')] },
    expected: { unknown: 'not_logged' },
  },
  {
    name: 'another owner’s mail says nothing of this one’s',
    account: { asOf, company: { hubspot_owner_id: 'bob' }, ...logged, emails: [got('2026-01-01'), sent('2026-01-02')] },
    expected: { unknown: 'not_logged' },
  },
  {
    name: 'without an owner, whoever wrote last',
    account: { asOf, ...logged, emails: [got('2026-01-01'), sent('2026-01-02')] },
    expected: { raw: 151, message: 'quiet' },
  },
  {
    name: 'likewise where the owner was not known then',
    account: {
      asOf,
      seenAt: '2026-09-01',
      company: { hubspot_owner_id: 'bob' },
      ...logged,
      emails: [got('2026-01-01'), sent('2026-01-02')],
    },
    expected: { raw: 151, message: 'quiet' },
  },
  {
    name: 'what we wrote since stands unanswered: the latest first, and how many more',
    account: {
      asOf,
      company,
      ...logged,
      emails: [
        sent('2026-03-10'),
        got('2026-04-01'),
        ...['04', '02', '05', '03'].map((date) => sent(`2026-05-${date}`)),
      ],
    },
    expected: { raw: 61, message: 'wrote', values: { sent: 5, received: 1 }, records: ['e5', 'e3', 'e6'], more: 1 },
  },
  {
    name: 'they never wrote: counted from our first',
    account: { asOf, company, ...logged, emails: [sent('2026-04-02'), sent('2026-03-03')] },
    expected: { raw: 90, message: 'never', silent: true, values: { days: 90, sent: 1 }, records: ['e1'] },
  },
  {
    name: 'we gave up long ago: our first stands for it',
    account: { asOf, company, ...logged, emails: [sent('2026-01-02'), sent('2026-01-01')] },
    expected: { raw: 151, message: 'never', silent: true, values: { sent: 0 }, records: ['e2'] },
  },
  {
    name: 'our first is from today: no contact yet, so silence',
    account: { asOf, company, ...logged, emails: [sent('2026-06-01')] },
    expected: { raw: 0, message: 'never', silent: true, records: ['e1'] },
  },
  {
    name: 'mail that is logged on the very day may be logged later on it: it does not show yet that mail is logged',
    account: { asOf, company, mailLogged: { ann: [asOf] }, emails: [sent('2026-06-01')] },
    expected: { unknown: 'not_logged' },
  },
  {
    name: 'what failed, bounced or waits was not sent; a forward is from nobody',
    account: {
      asOf,
      company,
      ...logged,
      emails: [
        ...['FAILED', 'BOUNCED', 'SCHEDULED'].map((hs_email_status) => sent('2026-05-01', { hs_email_status })),
        got('2026-05-20', { hs_email_direction: 'FORWARDED_EMAIL' }),
      ],
    },
    expected: { unknown: 'no_data' },
  },
  {
    name: 'mail of later is not there, nor what was deleted by then',
    account: {
      asOf,
      company,
      ...logged,
      seenAt: '2026-05-25',
      emails: [
        got('2026-01-01'),
        got('2026-06-02'),
        got('2026-05-20', { later: [{ seenAt: '2026-05-30', deleted: true as const }] }),
        got('2026-05-20', { seenAt: '2026-06-05' }),
      ],
    },
    expected: { raw: 151, message: 'quiet', records: ['e1'] },
  },
  {
    name: 'they called',
    account: { asOf, emails: [got('2026-05-01')], calls: [call('2026-05-30', 'INBOUND')] },
    expected: { raw: 2, message: 'called', values: { sent: 0, received: 2 }, records: ['c1'] },
  },
  {
    name: 'a call of ours that lasted was a conversation, a short one an attempt',
    account: { asOf, calls: [call('2026-05-20', 'OUTBOUND', 2), call('2026-05-30', 'OUTBOUND', 1.9)] },
    expected: { raw: 12, message: 'talked', values: { sent: 2, received: 1 }, records: ['c2'] },
  },
  {
    name: 'a call of nobody knows which direction is neither side’s',
    account: { asOf, company, ...logged, calls: [{ hs_timestamp: '2026-05-30', hs_call_duration: 600_000 }] },
    expected: { unknown: 'no_data' },
  },
  {
    name: 'a meeting that was held, by when it began',
    account: { asOf, meetings: [meeting('2026-05-22', 'COMPLETED', BOOKED)] },
    expected: {
      raw: 10,
      message: 'met',
      values: { last: day('2026-05-22T00:00:00Z'), sent: 1, received: 1 },
      records: ['m1'],
    },
  },
  {
    name: 'missed, called off, put off, of nobody knows what outcome, or to come: no contact',
    account: {
      asOf,
      company,
      ...logged,
      meetings: [
        ...['NO_SHOW', 'CANCELED', 'RESCHEDULED', 'SCHEDULED', null].map((outcome) =>
          meeting('2026-05-22', outcome, BOOKED),
        ),
        meeting('2026-06-02', 'COMPLETED', BOOKED),
      ],
    },
    expected: { unknown: 'no_data' },
  },
  {
    name: 'a meeting marked as held that lies ahead, without a start time, was not',
    account: {
      asOf,
      company,
      ...logged,
      meetings: [{ hs_createdate: '2026-05-01', hs_timestamp: '2026-06-05', hs_meeting_outcome: 'COMPLETED' }],
    },
    expected: { unknown: 'no_data' },
  },
  {
    name: 'a meeting entered after it began, without an outcome, was held',
    account: { asOf, meetings: [meeting('2026-05-22', null, { hs_createdate: '2026-05-23' })] },
    expected: { raw: 10, message: 'met' },
  },
  {
    name: 'an outcome of the portal’s own, where the model names it',
    account: { asOf, meetings: [meeting('2026-05-22', 'Review done', BOOKED)] },
    settings: { heldOutcomes: ['Review done'] },
    expected: { raw: 10, message: 'met' },
  },
  {
    name: 'before we ran, an outcome is known from the start time on',
    account: {
      asOf,
      seenAt: '2026-09-01',
      meetings: [meeting('2026-05-22', 'COMPLETED', BOOKED), meeting('2026-06-02', 'COMPLETED', BOOKED)],
    },
    expected: { raw: 10, message: 'met', records: ['m1'] },
  },
  {
    name: 'a message: nobody knows who wrote it, so it counts both ways',
    account: { asOf, communications: [{ hs_timestamp: '2026-05-31', hs_communication_channel_type: 'SMS' }] },
    expected: { raw: 1, message: 'messaged', values: { sent: 1, received: 1 }, records: ['c1'] },
  },
  {
    name: 'our first try counts on any channel',
    account: { asOf, company, ...logged, emails: [sent('2026-04-02')], calls: [call('2026-03-03', 'OUTBOUND')] },
    expected: { raw: 90, message: 'never', silent: true, values: { sent: 1 }, records: ['e1'] },
  },
  {
    name: 'silence on the phone alone says nothing where mail cannot be read',
    account: {
      asOf,
      company,
      ...logged,
      sources: { emails: { blocked: 'scope_missing' } },
      calls: [call('2026-01-01', 'INBOUND')],
    },
    expected: { unknown: 'not_logged' },
  },
  {
    name: 'but where the owner’s calls are logged it counts, be mail logged or not',
    account: { asOf, company, ...callsLogged, calls: [call('2026-01-01', 'INBOUND')] },
    expected: { raw: 151, message: 'quiet', values: { channel: 'call' } },
  },
  {
    name: 'and where mail cannot be read',
    account: {
      asOf,
      company,
      ...callsLogged,
      sources: { emails: { blocked: 'scope_missing' } },
      calls: [call('2026-01-01', 'INBOUND')],
    },
    expected: { raw: 151, message: 'quiet', values: { channel: 'call' } },
  },
  {
    name: 'mail logged is enough where calls are not, as with contexts of earlier cycles',
    account: { asOf, company, ...logged, callsLogged: { ann: [], bob: ['2026-05-30'] }, emails: [got('2026-01-01')] },
    expected: { raw: 151, message: 'quiet' },
  },
  {
    name: 'another owner’s calls say nothing of this one’s, nor do those of long ago, or of the day itself',
    account: {
      asOf,
      company,
      callsLogged: { bob: ['2026-05-30'], ann: ['2026-05-02', '2026-06-01'] },
      emails: [got('2026-01-01')],
      calls: [call('2026-01-02', 'OUTBOUND', 0, 'bob')],
    },
    expected: { unknown: 'not_logged' },
  },
  {
    name: 'without an owner, whoever called last',
    account: {
      asOf,
      ...callsLogged,
      emails: [got('2026-01-01')],
      calls: [call('2026-01-02', 'OUTBOUND', 0, 'bob'), call('2026-01-03', 'OUTBOUND', 0, 'ann')],
    },
    expected: { raw: 151, message: 'quiet' },
  },
  {
    name: 'not whoever was called by them',
    account: {
      asOf,
      ...callsLogged,
      calls: [call('2026-01-02', 'OUTBOUND', 0, 'bob'), call('2026-01-03', 'INBOUND', 0, 'ann')],
    },
    expected: { unknown: 'not_logged' },
  },
  {
    name: 'calls that cannot be read, or that nobody knows of who made them, show no logging',
    account: {
      asOf,
      company,
      ...callsLogged,
      sources: { calls: { missingProperties: ['hubspot_owner_id'] } },
      emails: [got('2026-01-01')],
    },
    expected: { unknown: 'not_logged' },
  },
  {
    name: 'nor do those of a portal that grants them no more',
    account: {
      asOf,
      company,
      ...callsLogged,
      sources: { calls: { blocked: 'scope_missing' } },
      emails: [got('2026-01-01')],
    },
    expected: { unknown: 'not_logged' },
  },
  {
    name: 'silence in mail is none where the portal lacks what tells who wrote',
    account: {
      asOf,
      company,
      ...logged,
      sources: { emails: { missingProperties: ['hs_email_direction'] } },
      calls: [call('2026-01-01', 'INBOUND')],
    },
    expected: { unknown: 'not_logged' },
  },
  {
    name: '89 days ago is within the window, so somebody was in touch',
    account: { asOf, company, ...logged, emails: [got('2026-03-04')] },
    expected: { raw: 89, message: 'wrote', values: { sent: 0, received: 1 } },
  },
  {
    name: '90 days ago is not, and nobody was',
    account: { asOf, company, ...logged, emails: [got('2026-03-03')] },
    expected: { raw: 90, message: 'quiet', values: { sent: 0, received: 0 } },
  },
  {
    name: 'but for one try of ours: they were not, we were',
    account: { asOf, company, ...logged, emails: [got('2026-03-03'), sent('2026-03-04')] },
    expected: { raw: 90, message: 'wrote', values: { sent: 1, received: 0 } },
  },
  {
    name: 'three thousand emails',
    account: { asOf, emails: Array.from({ length: 3_000 }, () => got('2026-05-31')) },
    expected: { raw: 1, message: 'wrote', values: { received: 3_000 } },
  },
]);

it('grows with every day of silence', () => {
  const raws = ['2026-06-01', '2026-05-31', '2026-05-01', '2020-01-01'].map((at) =>
    rawOf(twoWayContact, { asOf, company, ...logged, emails: [got(at)] }),
  );
  expect(raws).toEqual([...new Set(raws)].toSorted((a, b) => a - b));
});

it('a new inbound contact on any channel never makes it worse', () => {
  const more = [
    { emails: [got('2026-05-20')] },
    { calls: [call('2026-05-20', 'INBOUND')] },
    { meetings: [meeting('2026-05-20', 'COMPLETED')] },
    { communications: [{ hs_timestamp: '2026-05-20' }] },
  ];
  const before = { asOf, company, ...logged, calls: [call('2026-05-01', 'INBOUND')] };
  for (const channel of more) expect(rawOf(twoWayContact, { ...before, ...channel })).toBe(12);
  expect(rawOf(twoWayContact, before)).toBe(31);
});
