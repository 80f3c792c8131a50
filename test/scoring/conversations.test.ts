/** What holds of every signal of engagement and growth over any account at all, dirty data included. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { viewAt } from '../../src/scoring/account-view.ts';
import { DAY_MS, makeCalendar } from '../../src/scoring/calendar.ts';
import { type Touch, touches } from '../../src/scoring/conversations.ts';
import type { AccountFacts } from '../../src/scoring/facts.ts';
import { isInbound, isSent } from '../../src/scoring/mail.ts';
import { HELD_OUTCOMES, isHeld } from '../../src/scoring/meetings.ts';
import { ACTIVITY_TYPES } from '../../src/scoring/object-types.ts';
import type { Signal } from '../../src/scoring/signal.ts';
import { contactBreadth } from '../../src/scoring/signals/contact-breadth.ts';
import { growth } from '../../src/scoring/signals/growth.ts';
import { meetingsHeld } from '../../src/scoring/signals/meetings-held.ts';
import { twoWayContact } from '../../src/scoring/signals/two-way-contact.ts';
import { account } from './account-builder.ts';
import { AS_OF, accountFactsOf, CONNECTED, RUNNING_SINCE } from './arbitrary-account.ts';
import { type Told, tellAll } from './signals/signal-table.ts';

const calendar = makeCalendar(CONNECTED.timeZone);

function measure(signal: Signal, facts: AccountFacts, asOf = AS_OF): Told | undefined {
  const view = viewAt(facts, asOf, CONNECTED, calendar);
  return view && tellAll(signal.measure(view, signal.settings));
}

const changed = (
  facts: AccountFacts,
  change: (values: Record<string, unknown>, type: string) => object,
): AccountFacts =>
  ({
    ...facts,
    records: facts.records.map((record) => ({
      ...record,
      versions: record.versions.map((version) => ({
        ...version,
        values: version.values && { ...version.values, ...change(version.values, record.objectType) },
      })),
    })),
  }) as AccountFacts;

const SEASON_MS = 90 * DAY_MS;
/** Dates that many records share. */
const sameMoments = (values: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' && value > SEASON_MS ? value - (value % SEASON_MS) : value,
    ]),
  );

it('a meeting is a touch once it begins, even where a booking counts as held', () => {
  const { view } = account({
    asOf: '2026-06-15',
    seenAt: '2026-06-01',
    calls: [{ hs_timestamp: '2026-06-10', hs_call_direction: 'INBOUND' }],
    meetings: ['2026-06-12', '2026-06-18', '2026-06-20'].map((start) => ({
      ...{ hs_createdate: '2026-06-02', hs_timestamp: start, hs_meeting_start_time: start },
      hs_meeting_outcome: 'SCHEDULED',
    })),
  });
  const channels = touches(view, { heldOutcomes: ['SCHEDULED'], talkMinutes: 2 }).map(({ channel }) => channel);
  expect(channels).toEqual(['call', 'meeting']);
});

it('touches come by time, then by type and id, and none of any channel is lost', () => {
  let severalChannels = 0;
  fc.assert(
    fc.property(accountFactsOf(['emails', 'calls', 'meetings', 'communications']), (facts) => {
      const view = viewAt(changed(facts, sameMoments), AS_OF, CONNECTED, calendar);
      if (view === undefined) return;
      const { emails, calls, meetings, communications } = view;
      const all = touches(view, { heldOutcomes: HELD_OUTCOMES, talkMinutes: 2 });
      const place = ({ at, record }: Touch) => [at, record.objectType, record.id];
      const sorted = all.toSorted((a, b) => {
        const [one, other] = [`${a.record.objectType}/${a.record.id}`, `${b.record.objectType}/${b.record.id}`];
        return a.at - b.at || (one < other ? -1 : one > other ? 1 : 0);
      });
      expect(all.map(place)).toEqual(sorted.map(place));
      const counts = Map.groupBy(all, ({ record }) => record.objectType as string);
      expect([...counts].map(([type, of]) => [type, of.length]).toSorted()).toEqual(
        [
          ['emails', emails.filter((email) => isInbound(email) || isSent(email)).length],
          [
            'calls',
            calls.filter(({ values }) => ['INBOUND', 'OUTBOUND'].includes(values.hs_call_direction ?? '')).length,
          ],
          ['meetings', meetings.filter((meeting) => isHeld(meeting, view.now, HELD_OUTCOMES)).length],
          ['communications', communications.length],
        ]
          .filter(([, count]) => count !== 0)
          .toSorted(),
      );
      if (counts.size > 2) severalChannels += 1;
    }),
    { numRuns: 300 },
  );
  expect(severalChannels).toBeGreaterThan(10);
});

describe.each([twoWayContact, contactBreadth, meetingsHeld, growth].map((signal) => [signal.key, signal] as const))(
  '%s',
  (_key, signal) => {
    const anyAccount = accountFactsOf(ACTIVITY_TYPES.filter((type) => signal.reads[type] !== undefined));

    it('is a finite number, whatever the order of the records', () => {
      let measured = 0;
      fc.assert(
        fc.property(anyAccount, (facts) => {
          const reading = measure(signal, facts);
          if (reading?.kind === 'measured') {
            measured += 1;
            expect(Number.isFinite(reading.raw)).toBe(true);
          }
          expect(measure(signal, { ...facts, records: facts.records.toReversed() })).toEqual(reading);
        }),
        { numRuns: 300 },
      );
      expect(measured).toBeGreaterThan(0);
    });

    it('before we ran, what came of a meeting that began later is not known, nor whether an open deal still was', () => {
      fc.assert(
        fc.property(anyAccount, fc.integer({ min: 2, max: 500 }), (facts, daysBefore) => {
          const at = RUNNING_SINCE - daysBefore * DAY_MS;
          const settledLater = changed(facts, (values, type) => {
            const start = values.hs_meeting_start_time;
            if (type === 'meetings')
              return typeof start === 'number' && start > at ? { hs_meeting_outcome: 'NO_SHOW' } : {};
            return type === 'deals' ? { hs_is_closed: true, closedate: AS_OF, hs_deal_stage_probability: 1 } : {};
          });
          const otherwise = changed(settledLater, (values, type) => {
            const start = values.hs_meeting_start_time;
            if (type === 'meetings')
              return typeof start === 'number' && start > at ? { hs_meeting_outcome: 'COMPLETED' } : {};
            return type === 'deals' ? { hs_is_closed: true, hs_deal_stage_probability: 0.3 } : {};
          });
          expect(measure(signal, otherwise, at)).toEqual(measure(signal, settledLater, at));
        }),
        { numRuns: 100 },
      );
    });
  },
);
