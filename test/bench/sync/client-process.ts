/**
 * HubSpot's official client on the same work as ours, measured in a process of its own. It counts what it reads, and does nothing else
 * with it: less than any use of it would.
 */
import { portalId } from '../../../src/ids.ts';
import type { TypePlan } from '../../../src/scoring/read-plan.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { PortalStore } from '../../../src/store/portal-store.ts';
import { benchPortal, MEASURED_PLAN, PORTAL_ID, type PortalPlan } from './bench-portal.ts';
import { valuesAfter } from './company-values.ts';
import { measured, readJob } from './measured.ts';
import { type FoundRecord, makeOfficialClient } from './official-client.ts';

export interface ClientJob {
  readonly work:
    | { readonly kind: 'read'; readonly inParallel: boolean; readonly storeIn: string | null }
    /** What was modified at or after a moment, ms. */
    | { readonly kind: 'search'; readonly since: number }
    | { readonly kind: 'write'; readonly plan: PortalPlan };
  readonly limitPerSecond: number | null;
}

/** What came. A company counts once, though a list has it once per label. */
export interface Counted {
  records: number;
  links: number;
  /** The HTTP status at which the work ended early. */
  failed: number | null;
}

const job = readJob<ClientJob>();
const { client, apis } = makeOfficialClient(job);
const plan = MEASURED_PLAN;
const counted: Counted = { records: 0, links: 0, failed: null };

const idsOf = (record: FoundRecord, to: string) => [
  ...new Set(record.associations?.[to]?.results.map(({ id }) => id) ?? []),
];

/** As the client's `getAll` does, which emails and invoices lack. */
async function readType({ objectType, properties, associations }: TypePlan, store?: PortalStore): Promise<void> {
  const api = apis[objectType];
  // It has no typed methods for the others, of which the measured portal has none.
  if (api === undefined) return;
  let after: string | undefined;
  do {
    const asked = associations.length > 0 ? [...associations] : undefined;
    const page = await api.basicApi.getPage(100, after, [...properties], undefined, asked, false);
    counted.records += page.results.length;
    for (const record of page.results) counted.links += idsOf(record, 'companies').length;
    await store?.saveRecords(
      objectType,
      page.results.map((record) => ({
        id: record.id,
        values: Object.fromEntries([
          ...properties.map((name) => [name, record.properties[name] ?? null]),
          ...associations.filter((to) => to !== 'companies').map((to) => [to, idsOf(record, to)]),
        ]),
        effectiveAt: record.updatedAt.getTime(),
        companyIds: associations.includes('companies') ? idsOf(record, 'companies') : undefined,
      })),
      Date.now(),
    );
    after = page.paging?.next?.after;
  } while (after !== undefined);
}

/** The usual loop: one query a type, followed by its `after`; then the associations of what it found. */
async function searchType({ objectType, properties, associations }: TypePlan, since: number): Promise<void> {
  const api = apis[objectType];
  if (api === undefined) return;
  const propertyName = objectType === 'contacts' ? 'lastmodifieddate' : 'hs_lastmodifieddate';
  const filterGroups = [{ filters: [{ propertyName, operator: 'GTE', value: String(since) }] }];
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const request = {
      filterGroups,
      properties: [...properties],
      limit: 200,
      ...(after === undefined ? {} : { after }),
    };
    const page = await api.searchApi.doSearch(request);
    for (const { id } of page.results) ids.push(id);
    after = page.paging?.next?.after;
  } while (after !== undefined);
  counted.records += ids.length;
  for (let start = 0; start < ids.length; start += 1_000) {
    const inputs = ids.slice(start, start + 1_000).map((id) => ({ id }));
    for (const to of associations) {
      const { results } = await client.crm.associations.v4.batchApi.getPage(objectType, to, { inputs });
      if (to !== 'companies') continue;
      for (const found of results) counted.links += new Set(found.to.map(({ toObjectId }) => toObjectId)).size;
    }
  }
}

async function search(since: number): Promise<void> {
  try {
    for (const type of plan) await searchType(type, since);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && typeof error.code === 'number')) throw error;
    counted.failed = error.code;
  }
}

async function write(portal: PortalPlan): Promise<void> {
  const inputs = (benchPortal(portal).objects.companies ?? []).map(({ id }) => ({ id, properties: valuesAfter(id) }));
  const batches = Array.from({ length: Math.ceil(inputs.length / 100) }, (_, index) =>
    inputs.slice(index * 100, (index + 1) * 100),
  );
  await measured(() => Promise.all(batches.map((batch) => client.crm.companies.batchApi.update({ inputs: batch }))));
}

async function read(inParallel: boolean, storeIn: string | null): Promise<void> {
  const opened = storeIn === null ? undefined : await openStore({ dataDir: storeIn });
  const store = opened?.portal(portalId(PORTAL_ID));
  await measured(async () => {
    if (inParallel) await Promise.all(plan.map((type) => readType(type, store)));
    else for (const type of plan) await readType(type, store);
  });
  await opened?.close();
}

const { work } = job;
if (work.kind === 'read') await read(work.inParallel, work.storeIn);
else if (work.kind === 'search') await measured(() => search(work.since));
else await write(work.plan);
process.send?.(counted);
process.disconnect?.();
