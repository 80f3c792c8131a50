import fc from 'fast-check';
import { expect, it } from 'vitest';
import { meetingsHeld } from '../../../src/scoring/signals/meetings-held.ts';
import { day, describeSignal, rawOf } from './signal-table.ts';

const asOf = '2026-06-01';
const company = { hubspot_owner_id: 'ann' } as const;
const logged = { mailLogged: { ann: ['2026-05-30'] } } as const;
/** Booked ahead, as meetings are. */
const meeting = (hs_meeting_start_time: string, hs_meeting_outcome: string | null, more = {}) => ({
  hs_meeting_start_time,
  hs_meeting_outcome,
  hs_createdate: '2026-01-01',
  ...more,
});
const held = (at: string, more = {}) => meeting(at, 'COMPLETED', more);
const missed = (at: string) => meeting(at, 'NO_SHOW');

describeSignal(meetingsHeld, [
  {
    name: 'no meetings, though mail is logged',
    account: { asOf, company, ...logged },
    expected: { unknown: 'no_data' },
  },
  {
    name: 'held and missed, the missed ones shown first, each kind latest first',
    account: {
      asOf,
      meetings: [
        held('2026-05-01', { hs_meeting_title: 'Review' }),
        missed('2026-05-02'),
        held('2026-05-03'),
        missed('2026-05-04'),
        held('2026-05-05'),
      ],
    },
    expected: {
      raw: 1,
      message: 'unbooked',
      values: { held: 3, missed: 2, days: 90 },
      records: ['m4', 'm2', 'm5'],
      more: 2,
    },
  },
  {
    name: 'a no-show alone is worse than nothing',
    account: { asOf, meetings: [missed('2026-05-02')] },
    expected: { raw: -1, message: 'unbooked', values: { held: 0, missed: 1 }, records: ['m1'] },
  },
  {
    name: 'the next one booked is worth a part: the nearest of them is named',
    account: {
      asOf,
      meetings: [held('2026-05-05'), meeting('2026-07-09', 'SCHEDULED'), meeting('2026-06-09', 'SCHEDULED')],
    },
    expected: { raw: 1.5, message: 'booked', values: { next: day('2026-06-09T00:00:00Z') }, records: ['m1', 'm3'] },
  },
  {
    name: 'a booking alone',
    account: { asOf, meetings: [meeting('2026-06-09', null)] },
    expected: { raw: 0.5, message: 'booked', values: { held: 0, missed: 0 } },
  },
  {
    name: 'called off or put off counts for nothing, whether it was to come or not',
    account: {
      asOf,
      meetings: [
        held('2026-05-05'),
        ...['CANCELED', 'RESCHEDULED'].flatMap((outcome) => [
          meeting('2026-05-06', outcome),
          meeting('2026-06-09', outcome),
        ]),
      ],
    },
    expected: { raw: 1, message: 'unbooked', records: ['m1'] },
  },
  {
    name: 'nobody recorded what came of it: unknown, not none',
    account: { asOf, company, ...logged, meetings: [held('2026-01-05'), meeting('2026-05-06', 'SCHEDULED')] },
    expected: { unknown: 'no_data' },
  },
  {
    name: 'entered after it began, without an outcome: held',
    account: { asOf, meetings: [meeting('2026-05-06', null, { hs_createdate: '2026-05-06T10:00:00Z' })] },
    expected: { raw: 1, message: 'unbooked' },
  },
  {
    name: '89 days ago counts, 90 days ago does not, by the portal’s day',
    account: {
      asOf,
      timeZone: 'Europe/Rome',
      meetings: [held('2026-03-03T23:00:00Z'), held('2026-03-03T22:59:59Z')],
    },
    expected: { raw: 1, message: 'unbooked', records: ['m1'] },
  },
  {
    name: 'used to meet, and no longer does',
    account: { asOf, company, ...logged, meetings: [held('2026-01-05'), held('2026-02-05')] },
    expected: { raw: 0, message: 'none', values: { last: day('2026-02-05T00:00:00Z'), days: 90 }, records: ['m2'] },
  },
  {
    name: 'which says nothing where no mail of its owner is logged, though calls are',
    account: { asOf, company, callsLogged: logged.mailLogged, meetings: [held('2026-02-05')] },
    expected: { unknown: 'not_logged' },
  },
  {
    name: 'nor where mail cannot be read',
    account: {
      asOf,
      company,
      ...logged,
      sources: { emails: { blocked: 'scope_missing' } },
      meetings: [held('2026-02-05')],
    },
    expected: { unknown: 'not_logged' },
  },
  {
    name: 'before we ran: outcomes are known from the start time on, bookings from when they were made',
    account: {
      asOf,
      seenAt: '2026-09-01',
      meetings: [
        held('2026-05-05'),
        held('2026-06-05'),
        meeting('2026-06-06', 'NO_SHOW'),
        held('2026-06-02', { hs_createdate: '2026-06-02' }),
      ],
    },
    expected: { raw: 1.5, message: 'booked', values: { next: day('2026-06-05T00:00:00Z') }, records: ['m1', 'm2'] },
  },
  {
    name: 'as we run, one that is called off ahead is no booking from when we saw it',
    account: {
      asOf,
      seenAt: '2026-05-20',
      meetings: [
        held('2026-05-05'),
        meeting('2026-06-09', 'SCHEDULED', { later: [{ seenAt: '2026-05-30', hs_meeting_outcome: 'CANCELED' }] }),
        meeting('2026-06-10', 'SCHEDULED', { later: [{ seenAt: '2026-06-05', hs_meeting_outcome: 'CANCELED' }] }),
      ],
    },
    expected: { raw: 1.5, message: 'booked', values: { next: day('2026-06-10T00:00:00Z') } },
  },
  {
    name: 'outcomes of the portal’s own, where the model names them',
    account: { asOf, meetings: [meeting('2026-05-05', 'Review done'), meeting('2026-05-06', 'Stood up')] },
    settings: { heldOutcomes: ['Review done'], missedOutcomes: ['Stood up'], windowDays: 60 },
    expected: { raw: 0, message: 'unbooked', values: { held: 1, missed: 1, days: 60 } },
  },
  {
    name: 'two thousand meetings',
    account: { asOf, meetings: Array.from({ length: 2_000 }, () => held('2026-05-31')) },
    expected: { raw: 2_000, message: 'unbooked' },
  },
]);

it('one more held is never worse, one more missed never better, the order of records no matter', () => {
  const outcome = fc.constantFrom('COMPLETED', 'NO_SHOW', 'CANCELED', 'SCHEDULED', null);
  const at = fc.constantFrom('2026-02-01', '2026-04-01', '2026-05-20', '2026-06-20');
  const any = fc.array(fc.tuple(at, outcome), { maxLength: 6 });
  fc.assert(
    fc.property(any, fc.constantFrom('2026-04-02', '2026-05-21'), (list, more) => {
      const meetings = [held('2026-05-05'), ...list.map(([start, how]) => meeting(start, how))].map((one, index) => ({
        id: `m${index}`,
        ...one,
      }));
      const raw = rawOf(meetingsHeld, { asOf, meetings });
      expect(rawOf(meetingsHeld, { asOf, meetings: meetings.toReversed() })).toBe(raw);
      expect(rawOf(meetingsHeld, { asOf, meetings: [...meetings, held(more)] })).toBeGreaterThan(raw);
      expect(rawOf(meetingsHeld, { asOf, meetings: [...meetings, missed(more)] })).toBeLessThan(raw);
    }),
    { numRuns: 50 },
  );
});
