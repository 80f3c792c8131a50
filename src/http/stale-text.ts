import type { ScheduleKind } from '@account-health/contract/settings';
import { keptSchedule } from '../portal-schedule.ts';
import { dayOf } from '../scoring/evidence.ts';
import type { PortalStore } from '../store/portal-store.ts';
import type { Wording } from '../wording/make-wording.ts';

const HOUR_MS = 3_600_000;

const EVERY_MS: Readonly<Record<ScheduleKind, number>> = {
  hourly: HOUR_MS,
  every_4_hours: 4 * HOUR_MS,
  twice_a_day: 12 * HOUR_MS,
  daily: 24 * HOUR_MS,
};

/** A cycle takes its time as well, a large portal's a good while. */
const CYCLE_MS = 2 * HOUR_MS;

/** Of a portal that goes by the service's own schedule, which is no setting of the portal: as `doctor` has it. */
const UNSET_MS = 24 * HOUR_MS;

/**
 * That the portal's latest cycle, of a moment `asOf` (ms), is older at `now` than two of its schedule and a cycle, in a sentence; null: it is
 * not. A portal in which cycles fail is still shown its scores, and must know of what day they are.
 */
export async function staleText(
  store: Pick<PortalStore, 'setting'>,
  wording: Wording,
  asOf: number,
  now: number,
): Promise<string | null> {
  const age = now - asOf;
  // No schedule is shorter than this one: for a fresh score nobody need look it up.
  if (age <= 2 * EVERY_MS.hourly + CYCLE_MS) return null;
  const { value: set } = await keptSchedule.read(store);
  const limit = set === null ? UNSET_MS : 2 * EVERY_MS[set.every];
  return age > limit + CYCLE_MS ? wording.say('card.stale', { day: dayOf(asOf) }) : null;
}
