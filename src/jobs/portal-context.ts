import { ScopeMissing, TypeMissing } from '../errors.ts';
import type { AccountInfo, PortalClient } from '../hubspot/portal-client.ts';
import type { PortalContext, Source } from '../scoring/portal-context.ts';
import { OBJECT_TYPES, type ObjectType } from '../scoring/properties.ts';
import type { PortalStore } from '../store/portal-store.ts';

async function sourceOf(store: PortalStore, objectType: ObjectType): Promise<Source> {
  const state = await store.syncState(objectType);
  return {
    blocked: state?.blocked?.reason ?? (state?.runningSince == null ? 'not_read_yet' : null),
    runningSince: state?.runningSince ?? null,
    firstRecordAt: objectType === 'companies' ? 0 : (state?.firstRecordAt ?? null),
    missingProperties: state?.missingProperties ?? [],
    filledSince: state?.filledSince ?? {},
  };
}

/** What the portal grants and has: null where it does not. */
async function unlessMissing<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ScopeMissing || error instanceof TypeMissing) return null;
    throw error;
  }
}

/** What the portal lets us see of every object type, as sync last found it. */
export async function readSources(store: PortalStore): Promise<PortalContext['sources']> {
  const sources = {} as Record<ObjectType, Source>;
  for (const objectType of OBJECT_TYPES) sources[objectType] = await sourceOf(store, objectType);
  return sources;
}

/** Gathers what readings need of the portal as a whole: from the store, the deal pipelines and the sentiment's options. */
export async function gatherPortalContext(
  account: AccountInfo,
  client: PortalClient,
  store: PortalStore,
): Promise<PortalContext> {
  const sources = await readSources(store);
  const pipelines = sources.deals.blocked === null ? await unlessMissing(client.pipelines('deals')) : null;
  const stages = pipelines?.flatMap((pipeline) => pipeline.stages);
  const ofCompanies = (await unlessMissing(client.properties('companies'))) ?? [];
  const sentiment = ofCompanies.find(({ name }) => name === 'hs_csm_sentiment');
  return {
    timeZone: account.timeZone,
    currency: account.companyCurrency,
    sources,
    dealStages:
      stages === undefined
        ? null
        : Object.fromEntries(
            stages.map(({ id, label, probability }) => [id, { label, probability: probability ?? null }]),
          ),
    sentimentLabels: Object.fromEntries((sentiment?.options ?? []).map(({ value, label }) => [value, label])),
    mailLoggedDays: Object.fromEntries(await store.mailLoggedDays()),
  };
}
