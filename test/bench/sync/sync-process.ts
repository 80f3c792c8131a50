/** Our own sync, measured in a process of its own. */
import { sleep } from '../../../src/commands/sleep.ts';
import { makePortalClient } from '../../../src/hubspot/make-portal-client.ts';
import { portalId } from '../../../src/ids.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { syncPortal } from '../../../src/sync/sync-portal.ts';
import { MEASURED_PLAN, PORTAL_ID } from './bench-portal.ts';
import { measured, readJob } from './measured.ts';

/** What only a sync can tell. */
export interface SyncTimes {
  /** When all types were read that the first scorecards need, s since the start. */
  readonly firstScorecards: number;
}

/** For a portal without limits: no call waits for another. */
const OPEN = { calls: 1_000_000, windowMs: 1_000 };

const job = readJob<{ dataDir: string; aheadMs: number; hasLimits: boolean }>();
const clock = () => Date.now() + job.aheadMs;
const store = await openStore({ dataDir: job.dataDir });
const client = makePortalClient({
  token: async () => job.token,
  baseUrl: job.url,
  clock,
  sleep,
  ...(job.hasLimits ? {} : { budgets: { general: OPEN, search: OPEN, associations: OPEN } }),
});
const plan = MEASURED_PLAN;
const needed = new Set(plan.flatMap((type) => (type.bulk ? [] : [type.objectType])));
let firstScorecards = 0;
await measured(() => {
  const startedAt = performance.now();
  return syncPortal({
    client,
    store: store.portal(portalId(PORTAL_ID)),
    plan,
    ownProperties: [],
    timeZone: 'UTC',
    clock,
    onProgress({ objectType, done }) {
      if (done && needed.delete(objectType) && needed.size === 0) {
        firstScorecards = (performance.now() - startedAt) / 1_000;
      }
    },
  });
});
await store.close();
process.send?.({ firstScorecards } satisfies SyncTimes);
process.disconnect?.();
