import { expect, it } from 'vitest';
import { contactBreadth } from '../../../src/scoring/signals/contact-breadth.ts';
import { describeSignal, measure, rawOf } from './signal-table.ts';

const asOf = '2026-06-01';
const company = { hubspot_owner_id: 'ann' } as const;
const logged = { mailLogged: { ann: ['2026-05-30'] } } as const;
const MAY = '2026-05-10';
const from = (hs_timestamp: string, ...contacts: string[]) => ({
  hs_timestamp,
  hs_email_direction: 'INCOMING_EMAIL',
  contacts,
});
const to = (...contacts: string[]) => ({ hs_timestamp: MAY, hs_email_direction: 'EMAIL', contacts });
/** `c1`, `c2` ... */
const people = (count: number) => Array.from({ length: count }, () => ({}));

describeSignal(contactBreadth, [
  {
    name: 'no contacts',
    account: { asOf, company, ...logged, emails: [from(MAY, 'c1')] },
    expected: { unknown: 'no_data' },
  },
  {
    name: 'no mail, and none is logged',
    account: { asOf, company, contacts: people(3) },
    expected: { unknown: 'not_logged' },
  },
  {
    name: 'no calls, though they are logged: nobody is in touch',
    account: { asOf, company, callsLogged: { ann: ['2026-05-30'] }, contacts: people(4) },
    expected: { raw: 0, message: 'nobody', silent: true, records: ['c1', 'c2', 'c3'], more: 1 },
  },
  {
    name: 'no mail, though it is logged: nobody is in touch',
    account: { asOf, company, ...logged, contacts: people(4) },
    expected: {
      raw: 0,
      message: 'nobody',
      silent: true,
      values: { people: 0, contacts: 4, expected: 2, days: 90 },
      records: ['c1', 'c2', 'c3'],
      more: 1,
    },
  },
  {
    name: 'the only contact there is may be lost',
    account: { asOf, contacts: people(1), emails: [from(MAY, 'c1')] },
    expected: { raw: 0.5, message: 'people', values: { people: 1, contacts: 1, expected: 2 }, records: [] },
  },
  {
    name: 'in a company of three one is enough',
    account: { asOf, company: { numberofemployees: 3 }, contacts: people(3), emails: [from(MAY, 'c1')] },
    expected: { raw: 1, message: 'people', values: { people: 1, expected: 1 }, records: ['c2', 'c3'] },
  },
  {
    name: 'not in one of four, nor where nobody knew how many they were then',
    account: { asOf, company: { numberofemployees: 4 }, contacts: people(3), emails: [from(MAY, 'c1')] },
    expected: { raw: 0.5, message: 'people', values: { expected: 2 } },
  },
  {
    name: 'which is so before we ran',
    account: {
      asOf,
      seenAt: '2026-09-01',
      company: { numberofemployees: 1 },
      contacts: people(1),
      emails: [from(MAY, 'c1')],
    },
    expected: { raw: 0.5, message: 'people' },
  },
  {
    name: 'whoever called, met us or exchanged messages is in touch, each counted once',
    account: {
      asOf,
      contacts: people(30),
      emails: [from(MAY, 'c1')],
      calls: [
        { hs_timestamp: MAY, hs_call_direction: 'INBOUND', contacts: ['c1', 'c2'] },
        { hs_timestamp: MAY, hs_call_direction: 'OUTBOUND', hs_call_duration: 600_000, contacts: ['c3'] },
        { hs_timestamp: MAY, hs_call_direction: 'OUTBOUND', hs_call_duration: 5_000, contacts: ['c9'] },
      ],
      meetings: [
        { hs_meeting_start_time: MAY, hs_meeting_outcome: 'COMPLETED', contacts: ['c3', 'c4'] },
        { hs_meeting_start_time: MAY, hs_meeting_outcome: 'NO_SHOW', contacts: ['c8'] },
      ],
      communications: [{ hs_timestamp: MAY, contacts: ['c5'] }],
    },
    expected: { raw: 1, message: 'people', values: { people: 5, expected: 5 } },
  },
  {
    name: 'six contacts need two people, seven three',
    account: { asOf, contacts: people(7), emails: [from(MAY, 'c2'), from(MAY, 'c2')] },
    expected: {
      raw: 1 / 3,
      message: 'people',
      values: { people: 1, expected: 3 },
      records: ['c1', 'c3', 'c4'],
      more: 3,
    },
  },
  {
    name: 'five are enough for any size',
    account: { asOf, contacts: people(900), emails: [from(MAY, 'c1', 'c2', 'c3', 'c4', 'c5', 'c6')] },
    expected: {
      raw: 6 / 5,
      message: 'people',
      values: { people: 6, contacts: 900, expected: 5 },
      more: 891,
      records: ['c10', 'c100', 'c101'],
    },
  },
  {
    name: 'whom we merely write to is not in touch',
    account: { asOf, company, ...logged, contacts: people(2), emails: [to('c1', 'c2')] },
    expected: { raw: 0, message: 'nobody', silent: true, records: ['c1', 'c2'] },
  },
  {
    name: 'people of other companies on the same email are not theirs',
    account: { asOf, contacts: people(4), emails: [from(MAY, 'c1', 'somebody')] },
    expected: { raw: 0.5, message: 'people', values: { people: 1 } },
  },
  {
    name: 'mail came, and nobody knows from whom',
    account: { asOf, company, ...logged, contacts: people(4), emails: [from(MAY), from(MAY, 'somebody')] },
    expected: { unknown: 'no_data' },
  },
  {
    name: '89 days ago counts, 90 days ago does not',
    account: { asOf, contacts: people(4), emails: [from('2026-03-04', 'c1'), from('2026-03-03', 'c2')] },
    expected: { raw: 0.5, message: 'people', records: ['c2', 'c3', 'c4'] },
  },
  {
    name: 'the day is the portal’s, summer time or not',
    account: {
      asOf,
      timeZone: 'Europe/Rome',
      contacts: people(4),
      emails: [from('2026-03-03T23:00:00Z', 'c1'), from('2026-03-03T22:59:59Z', 'c2')],
    },
    expected: { raw: 0.5, message: 'people' },
  },
  {
    name: 'contacts, mail and deletions of later; contacts deleted by then',
    account: {
      asOf,
      seenAt: '2026-05-20',
      contacts: [
        {},
        { createdate: '2026-06-02' },
        { later: [{ seenAt: '2026-05-30', deleted: true }] },
        { later: [{ seenAt: '2026-06-02', deleted: true }] },
      ],
      emails: [from(MAY, 'c1', 'c3'), from('2026-06-02', 'c4')],
    },
    expected: { raw: 0.5, message: 'people', values: { people: 1, contacts: 2 }, records: ['c4'] },
  },
  {
    name: 'before we ran, mail had the senders it has',
    account: { asOf, seenAt: '2026-09-01', contacts: people(2), emails: [from(MAY, 'c1')] },
    expected: { raw: 0.5, message: 'people', values: { people: 1, contacts: 2 } },
  },
]);

it('names people as HubSpot does, with what of the name there is', () => {
  const contacts = [{ firstname: 'Ann', lastname: 'Lee' }, { lastname: 'Roe' }, {}];
  const measured = measure(contactBreadth, { asOf, company, ...logged, contacts });
  expect(measured).toMatchObject({ evidence: { records: [{ name: 'Ann Lee' }, { name: 'Roe' }, { name: null }] } });
});

it('is higher the more people write', () => {
  const raws = [1, 2, 3].map((count) =>
    rawOf(contactBreadth, {
      asOf,
      contacts: people(9),
      emails: [from(MAY, ...['c1', 'c2', 'c3'].slice(0, count))],
    }),
  );
  expect(raws).toEqual([...new Set(raws)].toSorted((a, b) => a - b));
});
