/** What a person may set a health status to. That nothing is known is not for a person to say. */
export const OVERRIDE_STATUSES = ['healthy', 'at_risk', 'unhealthy'] as const;
export type OverrideStatus = (typeof OVERRIDE_STATUSES)[number];

/**
 * A health status set by a person (scoring.md, rule 9). It takes the place of the score's band in what is shown and written, and
 * of nothing else: the score stays, and what was published over time, replays and backtests know nothing of it.
 */
export interface Override {
  readonly status: OverrideStatus;
  readonly reason: string;
  /** Ms since 1970 UTC. */
  readonly setAt: number;
  /** The last moment at which it holds, ms since 1970 UTC. */
  readonly expiresAt: number;
  /** Who set it, as HubSpot names people; null where it did not. */
  readonly by: string | null;
}

/** The status that holds: the override's where there is one, but for a company that has no status to override. */
export function statusHeld<S extends string>(
  computed: S | null,
  override: Pick<Override, 'status'> | undefined,
): S | OverrideStatus | null {
  return computed === null ? null : (override?.status ?? computed);
}
