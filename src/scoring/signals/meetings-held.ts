import { dayOf, evidence, refTo } from '../evidence.ts';
import { MAIL_READS, silenceCounts } from '../mail.ts';
import { HELD_OUTCOMES, isBooked, isHeld, MEETING_READS, startOf } from '../meetings.ts';
import { defineSignal, unknown } from '../signal.ts';

/**
 * Meetings held in the window minus those that nobody came to, plus a part of one where the next is booked: each meeting held
 * adds as much as a no-show takes, so that more of the one is always better and of the other worse. What was called off or put
 * off counts for nothing, and so does what nobody recorded. An account that used to meet, and no longer does, stands at zero; where
 * no mail of its owner is logged, neither need its meetings be.
 */
export const meetingsHeld = defineSignal({
  key: 'meetings_held',
  unit: 'load',
  better: 'higher',
  reads: { ...MAIL_READS, meetings: [...MEETING_READS.meetings, 'hs_meeting_title'] },
  // Mail only tells whether silence counts.
  spares: { emails: MAIL_READS.emails, meetings: ['hs_meeting_title'] },
  connectedBy: { meetings: [] },
  settings: { windowDays: 90, bookedWorth: 0.5, heldOutcomes: HELD_OUTCOMES, missedOutcomes: ['NO_SHOW'] },
  measure(account, { windowDays, bookedWorth, heldOutcomes, missedOutcomes }) {
    const { now } = account;
    const meetings = account.meetings
      .map((meeting) => ({ meeting, at: startOf(meeting) }))
      .toSorted((a, b) => b.at - a.at || (a.meeting.id < b.meeting.id ? -1 : 1));
    const past = meetings.filter(({ at }) => now.hasCome(at));
    const recent = past.filter(({ at }) => now.isWithin(at, windowDays));
    const held = recent.filter(({ meeting }) => isHeld(meeting, now, heldOutcomes));
    const missed = recent.filter(({ meeting }) => missedOutcomes.includes(meeting.values.hs_meeting_outcome ?? ''));
    const next = meetings.findLast(({ meeting }) => isBooked(meeting, account));
    const shown = (list: typeof meetings) =>
      list.map(({ meeting, at }) => ({ ...refTo(meeting, meeting.values.hs_meeting_title), at }));

    const last = past.find(({ meeting }) => isHeld(meeting, now, heldOutcomes));
    if (held.length + missed.length === 0 && next === undefined) {
      // Meetings of which nobody recorded what came are no absence of meetings.
      if (last === undefined || recent.length > 0) return unknown('no_data');
      if (!silenceCounts(account, windowDays)) return unknown('not_logged');
      const values = { days: windowDays, last: dayOf(last.at) };
      return { kind: 'measured', raw: 0, evidence: () => evidence('none', values, shown([last])) };
    }
    const values = {
      held: held.length,
      missed: missed.length,
      days: windowDays,
      ...(next !== undefined && { next: dayOf(next.at) }),
    };
    return {
      kind: 'measured',
      raw: held.length - missed.length + (next === undefined ? 0 : bookedWorth),
      evidence: () =>
        evidence(
          next === undefined ? 'unbooked' : 'booked',
          values,
          shown([...missed, ...held, ...(next === undefined ? [] : [next])]),
        ),
    };
  },
});
