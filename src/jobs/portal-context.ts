import type { AccountInfo, PortalClient } from '../hubspot/portal-client.ts';
import type { PortalContext, Source } from '../scoring/portal-context.ts';
import { OBJECT_TYPES, type ObjectType } from '../scoring/properties.ts';
import type { PortalStore } from '../store/portal-store.ts';

async function sourceOf(store: PortalStore, objectType: ObjectType): Promise<Source> {
  const state = await store.syncState(objectType);
  return {
    blocked: state?.blocked?.reason ?? null,
    runningSince: state?.runningSince ?? null,
    firstRecordAt: objectType === 'companies' ? 0 : (state?.firstRecordAt ?? null),
    missingProperties: state?.missingProperties ?? [],
    filledSince: state?.filledSince ?? {},
  };
}

/** Gathers what readings need of the portal as a whole: from the store, the deal pipelines and the sentiment's options. */
export async function gatherPortalContext(
  account: AccountInfo,
  client: PortalClient,
  store: PortalStore,
): Promise<PortalContext> {
  const sources = {} as Record<ObjectType, Source>;
  for (const objectType of OBJECT_TYPES) sources[objectType] = await sourceOf(store, objectType);

  const pipelines = sources.deals.blocked === null ? await client.pipelines('deals') : [];
  const stages = pipelines.flatMap((pipeline) => pipeline.stages);
  const sentiment = (await client.properties('companies')).find(({ name }) => name === 'hs_csm_sentiment');
  return {
    timeZone: account.timeZone,
    currency: account.companyCurrency,
    sources,
    dealStages: Object.fromEntries(
      stages.map(({ id, label, probability }) => [id, { label, probability: probability ?? null }]),
    ),
    sentimentLabels: Object.fromEntries((sentiment?.options ?? []).map(({ value, label }) => [value, label])),
    mailLoggedDays: Object.fromEntries(await store.mailLoggedDays()),
  };
}
