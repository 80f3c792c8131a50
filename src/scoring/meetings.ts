import type { KnownRecord } from './account-view.ts';
import type { Now } from './now.ts';
import type { PortalContext } from './portal-context.ts';

/** What a signal must read to know which meetings took place. */
export const MEETING_READS = {
  meetings: ['hs_createdate', 'hs_timestamp', 'hs_meeting_start_time', 'hs_meeting_outcome'],
} as const;

/** Outcomes of meetings that took place; a portal may add its own. */
export const HELD_OUTCOMES = ['COMPLETED'] as const;

type Meeting = KnownRecord<'meetings', (typeof MEETING_READS)['meetings'][number]>;

/** When it begins, or began, ms. */
export const startOf = ({ bornAt, values }: Meeting): number =>
  values.hs_meeting_start_time ?? values.hs_timestamp ?? bornAt;

/**
 * Takes place, once it begins: its outcome says so; or it was entered after it began without any, as people log what has been.
 * Where nobody recorded what came of a booking, nobody knows.
 */
export function takesPlace(meeting: Meeting, heldOutcomes: readonly string[]): boolean {
  const { hs_meeting_outcome: outcome, hs_createdate: enteredAt } = meeting.values;
  if (outcome === undefined) return false;
  return outcome ? heldOutcomes.includes(outcome) : typeof enteredAt === 'number' && enteredAt >= startOf(meeting);
}

/** Took place by the view's moment. */
export const isHeld = (meeting: Meeting, now: Now, heldOutcomes: readonly string[]): boolean =>
  takesPlace(meeting, heldOutcomes) && now.hasCome(startOf(meeting));

/**
 * Booked and still to come. HubSpot dates no cancellation, but once we are running one that is called off ahead is seen: it has an
 * outcome before its time, which the view holds back. Before we ran, that it was booked is all that could be known.
 */
export function isBooked(
  meeting: Meeting,
  { now, portal }: { readonly now: Now; readonly portal: PortalContext },
): boolean {
  const { hs_meeting_outcome: outcome } = meeting.values;
  if (now.hasCome(startOf(meeting))) return false;
  const { runningSince } = portal.sources.meetings;
  if (outcome === undefined) return runningSince === null || !now.hasCome(runningSince);
  return !outcome || outcome === 'SCHEDULED';
}
