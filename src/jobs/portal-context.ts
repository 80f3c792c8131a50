import { ScopeMissing, TypeMissing } from '../errors.ts';
import type { AccountInfo } from '../hubspot/account.ts';
import type { PortalClient } from '../hubspot/portal-client.ts';
import { isCustomType, OBJECT_TYPES, type ObjectType } from '../scoring/object-types.ts';
import type { PortalContext, Source } from '../scoring/portal-context.ts';
import type { ReadPlan } from '../scoring/read-plan.ts';
import type { PortalStore } from '../store/portal-store.ts';
import type { SyncState } from '../store/sync-state.ts';
import { ownDomain } from './own-domain.ts';

async function readSource(store: PortalStore, objectType: ObjectType): Promise<Source> {
  const state = await store.syncState(objectType);
  return {
    blocked: state?.blocked?.reason ?? (state?.runningSince == null ? 'not_read_yet' : null),
    runningSince: state?.runningSince ?? null,
    firstRecordAt: objectType === 'companies' ? 0 : (state?.firstRecordAt ?? null),
    missingProperties: state?.missingProperties ?? [],
    filledSince: state?.filledSince ?? {},
    ...accessOf(state),
  };
}

/** When the type came and went: a loss only while it lasts. */
function accessOf(state: SyncState | undefined): Pick<Source, 'firstReadAt' | 'lostAt' | 'regained'> {
  const { firstReadAt, lostAt, regained } = state?.access ?? {};
  return {
    ...(typeof firstReadAt === 'number' && { firstReadAt }),
    ...(state?.blocked && typeof lostAt === 'number' && { lostAt }),
    ...(regained && { regained }),
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

/** What the portal lets us see of every object type, and of the custom objects of the plan, as sync last found it. */
export async function readSources(store: PortalStore, plan: ReadPlan): Promise<PortalContext['sources']> {
  const custom = plan.map(({ objectType }) => objectType).filter(isCustomType);
  const sources: Partial<Record<ObjectType, Source>> = {};
  for (const objectType of [...OBJECT_TYPES, ...custom]) sources[objectType] = await readSource(store, objectType);
  return sources as PortalContext['sources'];
}

/** What is usual in the portal, for the types that have been read to their end. */
async function readNorms(
  store: PortalStore,
  { meetings, tickets }: PortalContext['sources'],
): Promise<Pick<PortalContext, 'ticketMedians' | 'kindQuarters'>> {
  const medians = tickets.runningSince === null ? [] : await store.ticketMedians(tickets.runningSince);
  const ofMeetings =
    meetings.runningSince === null
      ? []
      : await store.kindQuarters(
          'meetings',
          'hs_activity_type',
          ['hs_meeting_start_time', 'hs_timestamp'],
          meetings.runningSince,
        );
  // HubSpot tells only today's category: it is known from when it was seen.
  const ofTickets =
    tickets.runningSince === null
      ? []
      : await store.kindQuarters('tickets', 'hs_ticket_category', ['createdate', 'closed_date'], 0);
  return {
    ticketMedians: Object.fromEntries(medians),
    kindQuarters: { meetings: Object.fromEntries(ofMeetings), tickets: Object.fromEntries(ofTickets) },
  };
}

/**
 * The rates to the portal's currency, of a portal that has several and lets us read them. A portal may have had another currency
 * of its own before: rates to that one say nothing now.
 */
async function readRates(
  { companyCurrency, additionalCurrencies }: AccountInfo,
  client: PortalClient,
): Promise<Pick<PortalContext, 'exchangeRates'>> {
  const all = additionalCurrencies.length === 0 ? null : await unlessMissing(client.exchangeRates());
  if (all === null) return {};
  const ordered = all.filter(({ to }) => to === companyCurrency).toSorted((a, b) => a.effectiveAt - b.effectiveAt);
  const steps = Object.entries(Object.groupBy(ordered, ({ from }) => from)).map(([from, rates = []]) => {
    const changes = rates.filter(({ rate }, index) => rate !== rates[index - 1]?.rate);
    return [from, changes.map(({ effectiveAt, rate }) => ({ since: effectiveAt, rate }))] as const;
  });
  return { exchangeRates: Object.fromEntries(steps) };
}

/** Which company is the portal's own, where the addresses of its users tell and we may read them. */
async function readOwnDomain(client: PortalClient): Promise<Pick<PortalContext, 'ownDomain'>> {
  const domain = ownDomain((await unlessMissing(client.owners())) ?? []);
  return domain === undefined ? {} : { ownDomain: domain };
}

/** Gathers what readings need of the portal as a whole: from the store, and from HubSpot. */
export async function gatherPortalContext(
  account: AccountInfo,
  client: PortalClient,
  store: PortalStore,
  plan: ReadPlan,
): Promise<PortalContext> {
  const sources = await readSources(store, plan);
  const pipelines = sources.deals.blocked === null ? await unlessMissing(client.pipelines('deals')) : null;
  const stages = pipelines?.flatMap((pipeline) => pipeline.stages);
  const ofCompanies = (await unlessMissing(client.properties('companies'))) ?? [];
  const [pulsesSince, usage] = [await store.pulsesSince(), await store.usageFeed()];
  const publishedSince = await store.publishedSince();
  const sentiment = ofCompanies.find(({ name }) => name === 'hs_csm_sentiment');
  return {
    timeZone: account.timeZone,
    currency: account.companyCurrency,
    ...(await readRates(account, client)),
    ...(await readOwnDomain(client)),
    sources,
    dealStages:
      stages === undefined
        ? null
        : Object.fromEntries(
            stages.map(({ id, label, probability }) => [id, { label, probability: probability ?? null }]),
          ),
    sentimentLabels: Object.fromEntries((sentiment?.options ?? []).map(({ value, label }) => [value, label])),
    mailLoggedDays: Object.fromEntries(await store.loggedDays('emails')),
    callLoggedDays: Object.fromEntries(await store.loggedDays('calls')),
    ...(await readNorms(store, sources)),
    ...(publishedSince !== undefined && { publishedSince }),
    ...(pulsesSince !== undefined && { pulsesSince }),
    ...(usage && { usage }),
  };
}
