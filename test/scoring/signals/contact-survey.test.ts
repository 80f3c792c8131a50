import { contactSurvey } from '../../../src/scoring/signals/contact-survey.ts';
import { describeSignal, percent } from './signal-table.ts';

const asOf = '2026-06-01';
const closed = (closed_date: string, hs_last_csat_rating: number | null, more = {}) => ({
  createdate: '2025-06-01',
  closed_date,
  hs_last_csat_rating,
  hs_last_csat_date: hs_last_csat_rating === null ? null : closed_date,
  ...more,
});
const surveyed = (day: string, hs_value: number) => ({
  hs_survey_type: 'CSAT',
  hs_value,
  hs_submission_timestamp: day,
});
const HAPPY = closed('2026-05-10', 2);

describeSignal(contactSurvey, [
  { name: 'no tickets', account: { asOf }, expected: { unknown: 'no_data' } },
  {
    name: 'closed tickets after which nobody answered',
    account: { asOf, tickets: [closed('2026-05-10', null), closed('2026-05-11', null), closed('2026-05-12', null)] },
    expected: { unknown: 'no_data' },
  },
  {
    name: 'answers with no closed ticket before them are about something else',
    account: {
      asOf,
      feedback_submissions: [surveyed('2026-05-01', 2), surveyed('2026-05-02', 2), surveyed('2026-05-03', 2)],
    },
    expected: { unknown: 'no_data' },
  },
  {
    name: 'two are too few',
    account: { asOf, tickets: [HAPPY, HAPPY] },
    expected: { unknown: 'too_few', values: { count: 2, minimum: 3 } },
  },
  {
    name: 'three of four satisfied: neither content nor unhappy is satisfied',
    account: { asOf, tickets: [HAPPY, closed('2026-05-11', 1), HAPPY, closed('2026-05-12', 0)] },
    expected: {
      raw: 0.5,
      message: 'solved',
      values: { good: 2, asked: 4, share: percent(0.5), back: 0 },
      records: ['t4', 't2'],
    },
  },
  {
    name: 'satisfied, but the ticket is open again',
    account: { asOf, tickets: [HAPPY, HAPPY, { ...HAPPY, hs_is_closed: false }] },
    expected: { raw: 2 / 3, message: 'came_back', values: { good: 2, back: 1 }, records: ['t3'] },
  },
  {
    name: 'an answer belongs to the last ticket closed before it, within two weeks',
    account: {
      asOf,
      tickets: [closed('2026-04-01', null), closed('2026-05-01', null), closed('2026-05-10', null)],
      feedback_submissions: [surveyed('2026-04-16', 0), surveyed('2026-05-09', 0), surveyed('2026-05-24', 2)],
    },
    settings: { minimumTickets: 2 },
    expected: { raw: 0.5, message: 'solved', values: { asked: 2 }, records: ['t2'] },
  },
  {
    name: 'of two answers after one ticket the first counts, and what the ticket shows before either',
    account: {
      asOf,
      tickets: [closed('2026-05-01', null), closed('2026-05-20', 2)],
      feedback_submissions: [surveyed('2026-05-02', 2), surveyed('2026-05-03', 0), surveyed('2026-05-21', 0)],
    },
    settings: { minimumTickets: 2 },
    expected: { raw: 1, message: 'solved', values: { asked: 2 }, records: [] },
  },
  {
    name: 'an answer of a day on which a ticket was rated is that rating, and not that of another ticket',
    account: {
      asOf,
      tickets: [closed('2026-05-01', null), closed('2026-05-11', 0, { hs_last_csat_date: '2026-05-10' })],
      feedback_submissions: [surveyed('2026-05-10', 0)],
    },
    settings: { minimumTickets: 1 },
    expected: { raw: 0, message: 'solved', values: { asked: 1 }, records: ['t2'] },
  },
  {
    name: 'the window is that of the closing',
    account: { asOf, tickets: [closed('2025-12-04', 2), closed('2025-12-03', 0), HAPPY, HAPPY] },
    expected: { raw: 1, message: 'solved', values: { asked: 3 } },
  },
  {
    name: 'all older than the window',
    account: { asOf, tickets: [closed('2025-12-03', 2), closed('2025-12-02', 2), closed('2025-12-01', 2)] },
    expected: { unknown: 'too_old', values: { days: 180 } },
  },
  {
    name: 'ratings that had not been seen then',
    account: { asOf, seenAt: '2026-09-01', tickets: [HAPPY, HAPPY, HAPPY] },
    expected: { unknown: 'not_known_then' },
  },
  {
    name: 'closed after the moment',
    account: { asOf, tickets: [closed('2026-06-02', 2), closed('2026-06-02', 2), closed('2026-06-02', 2)] },
    expected: { unknown: 'no_data' },
  },
  {
    name: 'a portal that rates from 1 to 5: 4 and 5 are satisfied',
    account: { asOf, tickets: [closed('2026-05-10', 5), closed('2026-05-11', 4), closed('2026-05-12', 2)] },
    expected: { raw: 2 / 3, message: 'solved', records: ['t3'] },
  },
  {
    name: 'a minimum of none still takes one',
    account: { asOf },
    settings: { minimumTickets: 0 },
    expected: { unknown: 'no_data' },
  },
]);
