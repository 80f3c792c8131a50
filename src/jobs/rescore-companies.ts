import type { CallOrder } from '../hubspot/call-order.ts';
import type { PortalClient } from '../hubspot/portal-client.ts';
import { type CompanyId, companyId } from '../ids.ts';
import type { WriteOutcome } from '../publish/write-back.ts';
import { makeCalendar } from '../scoring/calendar.ts';
import { modelAsKept } from '../scoring/model.ts';
import { mappedTexts } from '../scoring/model-signals.ts';
import type { PortalContext } from '../scoring/portal-context.ts';
import type { PortalStore } from '../store/portal-store.ts';
import { makeWording } from '../wording/make-wording.ts';
import { withMapped } from '../wording/mapped-wording.ts';
import { publishScores } from './publish-scores.ts';
import { runPlaybooks } from './run-playbooks.ts';
import { type ScoredCompany, scorePortal } from './score-portal.ts';

export interface RescoreJob {
  readonly client: PortalClient;
  readonly store: PortalStore;
  /** Of the texts written into the portal. */
  readonly language: string;
  /** Ms since 1970 UTC. */
  readonly clock: () => number;
  /** Properties of ours that the portal has. */
  readonly available: readonly string[];
  /** Default: true. False: scores are kept in our own store alone. */
  readonly writes?: boolean;
  readonly order: CallOrder;
}

/**
 * Scores these companies as of now, with the model and the portal's context of the latest cycle, and writes them
 * back; where that was not published (the first has not ended, or it spoke of a past day), this does nothing. A company that HubSpot refuses
 * because it is not there any more is touched, so that it is looked at. Undefined where nothing was scored. Throws what the client throws.
 */
export async function rescoreCompanies(
  job: RescoreJob,
  companyIds: readonly CompanyId[],
): Promise<(Pick<WriteOutcome, 'changed' | 'refused'> & { readonly scored: number }) | undefined> {
  const { client, store, clock, available, writes = true } = job;
  const cycle = companyIds.length === 0 ? undefined : await store.latestCycle();
  if (!cycle?.published) return undefined;
  const { portal, model: kept } = cycle.context as { portal: PortalContext; model: unknown };
  const model = modelAsKept(kept);
  const asOf = clock();
  const scored: CompanyId[] = [];
  const calendar = makeCalendar(portal.timeZone);
  async function* counted(): AsyncGenerator<readonly ScoredCompany[]> {
    for await (const page of scorePortal({ store, portal, model, calendar, asOf, companyIds })) {
      scored.push(...page.map((company) => company.companyId));
      yield page;
    }
  }
  const { changed, refused } = await publishScores({
    client,
    store,
    scored: counted(),
    asOf,
    portal,
    model,
    keep: true,
    calendar,
    wording: withMapped(makeWording({ locale: job.language, timeZone: portal.timeZone }), mappedTexts(model)),
    available,
    clock,
    dryRun: !writes,
  });
  await store.saveRescored(scored, asOf);
  if (writes) {
    const discreet = makeWording({ locale: job.language, timeZone: portal.timeZone, discreet: true });
    const wording = withMapped(discreet, mappedTexts(model));
    await runPlaybooks({ client, store, portal, model, calendar, asOf, wording, clock });
  }
  if (refused.length > 0)
    await touchGone(
      job,
      refused.map((one) => one.companyId),
    );
  return { changed: writes ? changed : 0, refused, scored: scored.length };
}

/** A refusal's words do not tell a company that is gone from one that breaks a rule of the portal's: ask. */
async function touchGone({ client, store, clock, order }: RescoreJob, ids: readonly CompanyId[]): Promise<void> {
  const { records } = await client.read('companies', ids, [], order);
  const there = new Set(records.map(({ id }) => companyId(id)));
  const gone = ids.filter((id) => !there.has(id));
  await store.touch(gone.map((id) => ({ objectType: 'companies', id, touchedAt: clock() })));
}
