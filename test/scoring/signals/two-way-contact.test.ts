import { expect, it } from 'vitest';
import { twoWayContact } from '../../../src/scoring/signals/two-way-contact.ts';
import { day, describeSignal, rawOf } from './signal-table.ts';

const asOf = '2026-06-01';
const company = { hubspot_owner_id: 'ann' } as const;
const logged = { mailLogged: { ann: ['2026-05-30'] } } as const;
const got = (hs_timestamp: string, more = {}) => ({ hs_timestamp, hs_email_direction: 'INCOMING_EMAIL', ...more });
const sent = (hs_timestamp: string, more = {}) => ({
  hs_timestamp,
  hs_email_direction: 'EMAIL',
  hs_email_status: 'SENT',
  hubspot_owner_id: 'ann',
  ...more,
});

describeSignal(twoWayContact, [
  { name: 'no mail, and none is logged', account: { asOf, company }, expected: { unknown: 'not_logged' } },
  { name: 'no mail with this account', account: { asOf, company, ...logged }, expected: { unknown: 'no_data' } },
  {
    name: 'they wrote today',
    account: { asOf, company, emails: [got('2026-06-01T09:00:00Z')] },
    expected: {
      raw: 0,
      message: 'last',
      values: { days: 0, last: day('2026-06-01T09:00:00Z'), sent: 0, received: 1, windowDays: 90 },
      records: ['e1'],
    },
  },
  {
    name: 'late last evening, before a night of 23 hours, was yesterday',
    account: { asOf: '2026-03-28T23:00:00Z', timeZone: 'Europe/Rome', emails: [got('2026-03-28T22:59:59Z')] },
    expected: { raw: 1, message: 'last' },
  },
  {
    name: '30 days is a pause, whoever logs mail',
    account: { asOf, company, emails: [got('2026-05-02')] },
    expected: { raw: 30, message: 'last' },
  },
  {
    name: '31 days is silence, which needs logged mail',
    account: { asOf, company, emails: [got('2026-05-01')] },
    expected: { unknown: 'not_logged' },
  },
  {
    name: 'and counts where it is',
    account: { asOf, company, ...logged, emails: [got('2026-05-01')] },
    expected: { raw: 31, message: 'last' },
  },
  {
    name: 'logged 29 days ago is logged',
    account: { asOf, company, mailLogged: { ann: ['2026-05-03'] }, emails: [got('2026-01-01')] },
    expected: { raw: 151, message: 'last', values: { received: 0 } },
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
    expected: { raw: 151, message: 'last' },
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
    expected: { raw: 151, message: 'last' },
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
    expected: { raw: 61, message: 'last', values: { sent: 5, received: 1 }, records: ['e5', 'e3', 'e6'], more: 1 },
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
    expected: { raw: 151, message: 'last', records: ['e1'] },
  },
  {
    name: 'three thousand emails',
    account: { asOf, emails: Array.from({ length: 3_000 }, () => got('2026-05-31')) },
    expected: { raw: 1, message: 'last', values: { received: 3_000 } },
  },
]);

it('grows with every day of silence', () => {
  const raws = ['2026-06-01', '2026-05-31', '2026-05-01', '2020-01-01'].map((at) =>
    rawOf(twoWayContact, { asOf, company, ...logged, emails: [got(at)] }),
  );
  expect(raws).toEqual([...new Set(raws)].toSorted((a, b) => a - b));
});
