import type { PortalClient } from '../hubspot/portal-client.ts';
import { type CycleResult, PAST_MS } from '../jobs/refresh-portal.ts';
import type { Model } from '../scoring/model.ts';
import { planOf } from '../scoring/model-signals.ts';
import type { Store } from '../store/open-store.ts';
import { readHistories } from '../sync/read-histories.ts';

/** Reads past values of records after a cycle whose report is out already: nobody who waits for that should wait for this. */
export async function readPast(options: {
  readonly client: PortalClient;
  readonly store: Store;
  readonly model: Model;
  readonly result: CycleResult;
  /** Ms since 1970 UTC. */
  readonly clock: () => number;
  readonly signal?: AbortSignal;
}): Promise<void> {
  const { client, store, model, result, clock, signal } = options;
  await readHistories({
    client,
    store: store.portal(result.report.portalId),
    plan: planOf(model),
    timeZone: result.timeZone,
    clock,
    until: clock() + PAST_MS,
    ...(signal && { signal }),
  });
}
