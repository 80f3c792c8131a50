/** Our own sync, measured in a process of its own. */
import { sleep } from '../../../src/commands/sleep.ts';
import { makePortalClient } from '../../../src/hubspot/make-portal-client.ts';
import { portalId } from '../../../src/ids.ts';
import { readPlan } from '../../../src/scoring/read-plan.ts';
import { SIGNALS } from '../../../src/scoring/signals/registry.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { syncPortal } from '../../../src/sync/sync-portal.ts';
import { PORTAL_ID } from './bench-portal.ts';
import { measured, readJob } from './measured.ts';

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
await measured(() =>
  syncPortal({
    client,
    store: store.portal(portalId(PORTAL_ID)),
    plan: readPlan(SIGNALS),
    ownProperties: [],
    timeZone: 'UTC',
    clock,
  }),
);
await store.close();
process.disconnect?.();
