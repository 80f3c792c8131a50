import type { ObjectType } from '../scoring/object-types.ts';
import type { ReadPlan } from '../scoring/read-plan.ts';
import type { PortalStore } from '../store/portal-store.ts';
import type { PropertyChoice } from '../store/sync-state.ts';
import type { SyncOutcome } from '../sync/sync-portal.ts';
import { touchLeft } from './touch-neighbours.ts';

/**
 * Touches the records whose facts speak of what a sync found gone: HubSpot moves or drops their associations, and
 * dates none of them for it.
 */
export async function followEnded(
  job: { readonly store: PortalStore; readonly plan: ReadPlan; readonly clock: () => number },
  outcome: SyncOutcome,
): Promise<void> {
  const { store, plan } = job;
  const choices = new Map<ObjectType, PropertyChoice>();
  for (const { objectType } of plan) {
    const choice = (await store.syncState(objectType))?.choice;
    if (choice) choices.set(objectType, choice);
  }
  for (const { objectType } of plan) {
    await touchLeft({ ...job, choices }, objectType, outcome[objectType]?.ended ?? []);
  }
}
