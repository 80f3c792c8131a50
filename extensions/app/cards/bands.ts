import { STATUSES, type Status } from '@account-health/contract';

/** The band in whose colour HubSpot's ScoreCircle draws a score: fixed at 0-32 red, 33-65 yellow, 66-100 green. */
export function circleBand(score: number): Exclude<Status, 'unknown'> {
  if (score <= 32) return 'unhealthy';
  return score <= 65 ? 'at_risk' : 'healthy';
}

/** A status that this card does not know, from a newer server, is unknown: never healthy by accident. */
export const knownStatus = (status: Status | null): Status =>
  STATUSES.find((candidate) => candidate === status) ?? 'unknown';

export const TAG_COLOURS = {
  healthy: 'success',
  at_risk: 'warning',
  unhealthy: 'danger',
  unknown: 'default',
} as const satisfies Record<Status, string>;

export const BAR_COLOURS = {
  healthy: 'success',
  at_risk: 'warning',
  unhealthy: 'danger',
} as const satisfies Record<Exclude<Status, 'unknown'>, string>;
