import type { Logger } from 'pino';
import { RetryLater } from '../errors.ts';
import type { PortalClient } from '../hubspot/portal-client.ts';
import type { PortalId } from '../ids.ts';
import type { Model } from '../scoring/model.ts';
import type { Store } from '../store/open-store.ts';

/** What every piece of a portal's work may need. */
export interface WorkOptions {
  readonly store: Pick<Store, 'portal' | 'portals'>;
  /** Undefined: the portal is not served here. */
  readonly clientOf: (portal: PortalId) => PortalClient | undefined;
  /** Has a cycle begin from now on. */
  readonly cycleAnew: (portal: PortalId) => void;
  /** Has a portal's cycles go by the schedule that is set now. */
  readonly reschedule: (portal: PortalId) => Promise<void>;
  /** When a portal's next cycles start, ms since 1970 UTC, ascending; empty: not served here. */
  readonly nextCycles: (portal: PortalId) => readonly number[];
  /** Where HubSpot is called, for people. */
  readonly host: string;
  /** The service's cron expression, for portals that set none of their own. */
  readonly schedule: string;
  /** Of portals that chose none of their own. */
  readonly model: Model;
  /** Of the texts written into portals. */
  readonly language: string;
  /** Ms since 1970 UTC. */
  readonly clock: () => number;
  /** Of work that goes on after its request was answered. */
  readonly log?: Pick<Logger, 'error'>;
}

/** @throws RetryLater where the portal is not served here. */
export function servedClient({ clientOf }: Pick<WorkOptions, 'clientOf'>, portal: PortalId): PortalClient {
  const client = clientOf(portal);
  if (client === undefined) throw new RetryLater(`Portal ${portal} is not served here.`, 60_000);
  return client;
}
