import type { Model } from '../scoring/model.ts';
import type { ObjectType } from '../scoring/object-types.ts';
import type { PortalContext } from '../scoring/portal-context.ts';
import type { ReadPlan } from '../scoring/read-plan.ts';
import type { PortalStore } from '../store/portal-store.ts';
import type { SyncTick } from '../sync/sync-progress.ts';

/**
 * On a portal's first sync, lets scorecards be shown as soon as the types that tell most are read: what the others would tell
 * is "not read yet". Nothing of it is published: properties, lists and history wait for the whole.
 */
export interface FirstScorecards {
  see(tick: SyncTick): void;
  /** Resolves when nothing of it is under way; throws what went wrong. */
  settled(): Promise<void>;
}

export function makeFirstScorecards(options: {
  readonly store: PortalStore;
  readonly plan: ReadPlan;
  readonly model: Model;
  readonly gather: () => Promise<PortalContext>;
  /** Ms since 1970 UTC. */
  readonly clock: () => number;
}): FirstScorecards {
  const { store, plan, model, gather, clock } = options;
  const awaited = new Set<ObjectType>(plan.flatMap((type) => (type.bulk ? [] : [type.objectType])));
  const others = new Set<ObjectType>(plan.flatMap((type) => (type.bulk ? [type.objectType] : [])));
  let work: Promise<void> = Promise.resolve();
  let isShown = false;

  async function show(): Promise<void> {
    if ((await store.latestCycle()) !== undefined) return;
    const portal = await gather();
    const asOf = clock();
    const context = { portal, model };
    const { name: modelName, version: modelVersion } = model;
    await store.saveCycle({ asOf, published: false, finishedAt: clock(), modelName, modelVersion, context });
  }

  return {
    see({ objectType, done }) {
      if (!done) return;
      awaited.delete(objectType);
      others.delete(objectType);
      if (isShown || awaited.size > 0 || others.size === 0) return;
      isShown = true;
      work = show();
      // Told by `settled`; until then it is nobody's.
      work.catch(() => {});
    },
    settled: () => work,
  };
}
