import { expect, it } from 'vitest';
import { quarterOf } from '../../../src/scoring/portal-context.ts';
import { training } from '../../../src/scoring/signals/training.ts';
import { describeSignal, rawOf } from './signal-table.ts';

const asOf = '2026-06-01';
const NOW = quarterOf(Date.parse(asOf));
const logs = (type: 'meetings' | 'tickets', kind: string, ...quarters: readonly number[]) => ({
  kindQuarters: { meetings: {}, tickets: {}, [type]: { [kind]: quarters } },
});
const meeting = (title: string | null, rest = {}) => ({
  hs_createdate: '2026-05-01',
  hs_timestamp: '2026-05-05',
  hs_meeting_start_time: '2026-05-05',
  hs_meeting_outcome: 'COMPLETED',
  hs_meeting_title: title,
  ...rest,
});
const TICKET = { createdate: '2026-05-01', closed_date: '2026-05-10', hs_ticket_category: 'TRAINING' } as const;
const portal = logs('meetings', 'Training', NOW - 1);

describeSignal(training, [
  {
    name: 'none, in a portal that logs no training: nobody knows',
    account: { asOf, meetings: [meeting('Review')] },
    expected: { unknown: 'not_connected' },
  },
  {
    name: 'none, where others are trained',
    account: { asOf, portal },
    expected: { raw: 0, message: 'none', records: [], silent: true },
  },
  {
    name: 'where the last one was four quarters ago, it still logs them',
    account: { asOf, portal: logs('meetings', 'Training', NOW - 9, NOW - 4) },
    expected: { raw: 0, message: 'none', silent: true },
  },
  {
    name: 'where it was five quarters ago, no longer',
    account: { asOf, portal: logs('meetings', 'Training', NOW - 5) },
    expected: { unknown: 'not_connected' },
  },
  {
    name: 'what is logged from this quarter on does not speak of its beginning',
    account: { asOf, portal: logs('meetings', 'Training', NOW, NOW + 1) },
    expected: { unknown: 'not_connected' },
  },
  {
    name: 'kinds that are no training do not speak either',
    account: { asOf, portal: logs('tickets', 'BILLING_ISSUE', NOW - 1) },
    expected: { unknown: 'not_connected' },
  },
  {
    name: 'by the title, whatever the case and language',
    account: {
      asOf,
      meetings: [meeting('Admin TRAINING, part 2'), meeting('Kullanıcı eğitimi'), meeting('Trainer fees')],
    },
    expected: { raw: 2, message: 'trained', values: { sessions: 2, days: 365 }, records: ['m1', 'm2'] },
  },
  {
    name: 'by the activity type; once where both say so',
    account: {
      asOf,
      meetings: [
        meeting('Kick-off', { hs_activity_type: 'User training' }),
        meeting('Training', { hs_activity_type: 'Training' }),
      ],
    },
    expected: { raw: 2, message: 'trained' },
  },
  {
    name: 'by the category of a closed ticket; meetings and tickets, the latest first',
    account: {
      asOf,
      meetings: [meeting('Training')],
      tickets: [
        TICKET,
        { ...TICKET, closed_date: null },
        { ...TICKET, hs_ticket_category: 'USER_TRAINING;OTHER' },
        { ...TICKET, hs_ticket_category: 'OTHER' },
      ],
    },
    expected: { raw: 3, message: 'trained', records: ['t1', 't3', 'm1'] },
  },
  {
    name: 'called off, missed, put off, or nobody recorded what came of it',
    account: {
      asOf,
      portal,
      meetings: ['CANCELED', 'NO_SHOW', 'RESCHEDULED', 'SCHEDULED', null].map((outcome) =>
        meeting('Training', { hs_meeting_outcome: outcome }),
      ),
    },
    expected: { raw: 0, message: 'none' },
  },
  {
    name: 'entered afterwards, without an outcome',
    account: { asOf, meetings: [meeting('Training', { hs_meeting_outcome: null, hs_createdate: '2026-05-06' })] },
    expected: { raw: 1, message: 'trained' },
  },
  {
    name: 'a year ago is too long ago, a day less is not',
    account: {
      asOf,
      portal,
      meetings: ['2025-06-01', '2025-06-02'].map((start) => meeting('Training', { hs_meeting_start_time: start })),
      tickets: [{ ...TICKET, createdate: '2025-05-01', closed_date: '2025-06-01' }],
    },
    expected: { raw: 1, message: 'trained', records: ['m2'] },
  },
  {
    name: 'booked for tomorrow has not taken place',
    account: { asOf, portal, meetings: [meeting('Training', { hs_meeting_start_time: '2026-06-02' })] },
    expected: { raw: 0, message: 'none' },
  },
  {
    name: 'what came of a meeting was not known then',
    account: { asOf, portal, seenAt: '2026-09-01', meetings: [meeting('Training', { hs_meeting_outcome: null })] },
    expected: { unknown: 'not_known_then' },
  },
  {
    name: 'an outcome dates itself',
    account: { asOf, portal, seenAt: '2026-09-01', meetings: [meeting('Training')] },
    expected: { raw: 1, message: 'trained' },
  },
  {
    name: 'nor was the category of a ticket, where training is such',
    account: { asOf, portal: logs('tickets', 'TRAINING', NOW - 1), seenAt: '2026-09-01', tickets: [TICKET] },
    expected: { unknown: 'not_known_then' },
  },
  {
    name: 'where training is meetings, the tickets do not matter',
    account: { asOf, portal, seenAt: '2026-09-01', tickets: [TICKET] },
    expected: { raw: 0, message: 'none' },
  },
  {
    name: 'the portal’s own name for it',
    account: { asOf, meetings: [meeting('Coaching'), meeting('Training')] },
    settings: { names: ['coaching'] },
    expected: { raw: 1, message: 'trained', records: ['m1'] },
  },
  {
    name: 'five hundred',
    account: { asOf, meetings: Array.from({ length: 500 }, () => meeting('Training')) },
    expected: { raw: 500, message: 'trained', more: 497, records: ['m1', 'm10', 'm100'] },
  },
]);

it('one more session is never worse', () => {
  const raws = [0, 1, 2].map((count) =>
    rawOf(training, { asOf, portal, meetings: Array.from({ length: count }, () => meeting('Training')) }),
  );
  expect(raws).toEqual([0, 1, 2]);
});
