import type { PortalClient } from '../hubspot/portal-client.ts';
import type { ByType } from '../scoring/object-types.ts';
import type { ReadPlan } from '../scoring/read-plan.ts';
import type { PortalStore } from '../store/portal-store.ts';
import type { SyncTick } from './sync-progress.ts';
import { syncType, type TypeOutcome } from './sync-type.ts';
import { makeWorkload } from './workload.ts';

/** What one run did, by object type of the plan. */
export type SyncOutcome = ByType<TypeOutcome>;

export interface SyncOptions {
  readonly client: PortalClient;
  readonly store: PortalStore;
  readonly plan: ReadPlan;
  /** Company properties that we write ourselves: what HubSpot shows of them is kept as shown values, not as facts. */
  readonly ownProperties: readonly string[];
  /** The portal's time zone, IANA. */
  readonly timeZone: string;
  /** Ms since 1970 UTC. */
  readonly clock: () => number;
  /** Told after each page. */
  readonly onProgress?: ((tick: SyncTick) => void) | undefined;
}

/**
 * Brings the store up to date with the portal: the first time everything, then what changed. The types run side by
 * side, so that the portal's separate call budgets are all used. Where one fails, the others end after the page in
 * hand, and the first failure is thrown; what was stored stays, and the next run goes on from each type's cursor.
 */
export async function syncPortal(options: SyncOptions): Promise<SyncOutcome> {
  const { client, store, ownProperties, timeZone, clock, onProgress = () => {} } = options;
  const stop = new AbortController();
  const workload = makeWorkload(options.plan, () => client.budgets);
  const runs = options.plan.map(async (plan) => {
    try {
      const job = { client, store, plan, ownProperties, timeZone, clock, onProgress, workload, signal: stop.signal };
      return [plan.objectType, await syncType(job)] as const;
    } catch (error) {
      stop.abort(error);
      throw error;
    }
  });
  // All have come to rest before the failure goes up: nothing of this run touches the store afterwards.
  await Promise.allSettled(runs);
  stop.signal.throwIfAborted();
  return Object.fromEntries(await Promise.all(runs));
}
