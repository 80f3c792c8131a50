/** Our own write-back, measured in a process of its own: the app's path once scores are computed. */
import { sleep } from '../../../src/commands/sleep.ts';
import { makePortalClient } from '../../../src/hubspot/make-portal-client.ts';
import { companyId, portalId } from '../../../src/ids.ts';
import { ASKS_NOTHING } from '../../../src/publish/company-properties.ts';
import { ensureProperties } from '../../../src/publish/ensure-properties.ts';
import { writeBack } from '../../../src/publish/write-back.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { benchPortal, PORTAL_ID, type PortalPlan } from './bench-portal.ts';
import { valuesAfter, valuesBefore } from './company-values.ts';
import { measured, readJob } from './measured.ts';

/** As many as the store gives accounts at once. */
const PAGE = 200;

const job = readJob<{ dataDir: string; plan: PortalPlan }>();
const opened = await openStore({ dataDir: job.dataDir });
const store = opened.portal(portalId(PORTAL_ID));
const companies = (benchPortal(job.plan).objects.companies ?? []).map(({ id }) => companyId(id));
const pages = Array.from({ length: Math.ceil(companies.length / PAGE) }, (_, index) =>
  companies.slice(index * PAGE, (index + 1) * PAGE),
);
for (const page of pages) await store.saveShown(page.map((id) => ({ companyId: id, values: valuesBefore(id) })));
const client = makePortalClient({ token: async () => job.token, baseUrl: job.url, clock: Date.now, sleep });

await measured(async () => {
  const { available } = await ensureProperties({ client, store, model: ASKS_NOTHING });
  const desired = pages.map((page) => page.map((id) => ({ companyId: id, values: valuesAfter(id) })));
  await writeBack({ client, store, desired, available, clock: Date.now, dryRun: false });
});
await opened.close();
process.disconnect?.();
