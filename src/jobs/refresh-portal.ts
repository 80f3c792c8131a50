/** One cycle of one portal: make sure the properties exist, sync, score, write back. */
import { InputError } from '../errors.ts';
import type { CallCounts, PortalClient } from '../hubspot/portal-client.ts';
import type { PortalId } from '../ids.ts';
import { desiredValues } from '../publish/desired-values.ts';
import { type EnsuredProperties, ensureProperties } from '../publish/ensure-properties.ts';
import { type WriteOutcome, writeBack } from '../publish/write-back.ts';
import { makeCalendar } from '../scoring/calendar.ts';
import type { Model } from '../scoring/model.ts';
import type { ObjectType } from '../scoring/properties.ts';
import { readPlan } from '../scoring/read-plan.ts';
import { SIGNALS } from '../scoring/signals/registry.ts';
import type { Store } from '../store/open-store.ts';
import { type SyncOutcome, syncPortal } from '../sync/sync-portal.ts';
import { makeWording } from '../wording/make-wording.ts';
import { type AsOf, momentOf } from './as-of.ts';
import { gatherPortalContext } from './portal-context.ts';
import { publishedScore, type ScoredCompany, scorePortal } from './score-portal.ts';

/** What a cycle is doing, for people who wait. */
export type Progress =
  | { readonly step: 'sync'; readonly objectType: ObjectType; readonly read: number }
  | { readonly step: 'score'; readonly companies: number };

export interface CycleOptions {
  readonly client: PortalClient;
  readonly store: Store;
  readonly model: Model;
  /** The moment to score as of; undefined: now, after the sync. */
  readonly asOf?: AsOf | undefined;
  /** Reads and computes, but changes nothing in the portal and publishes nothing. */
  readonly dryRun?: boolean;
  /** Of the texts written into the portal. */
  readonly language: string;
  /** Ms since 1970 UTC. */
  readonly clock: () => number;
  readonly onProgress?: (progress: Progress) => void;
  /** Sees every company as it is scored. */
  readonly onScored?: (company: ScoredCompany) => void;
}

/** The figures of a cycle, as `cycle --json` prints them. */
export interface CycleReport {
  readonly portalId: PortalId;
  /** ISO 8601 UTC. */
  readonly asOf: string;
  /** Records that the store now holds. */
  readonly synced: Readonly<Record<ObjectType, number>>;
  readonly calls: CallCounts;
  readonly companies: { readonly scored: number; readonly unknown: number; readonly notCustomer: number };
  readonly bands: {
    readonly healthy: number;
    readonly at_risk: number;
    readonly unhealthy: number;
    readonly unknown: number;
  };
  /** In a dry run: what would be written. */
  readonly written: { readonly changed: number; readonly unchanged: number; readonly failed: number };
  readonly durationMs: number;
}

/** The report, and what a person should be told besides. */
export interface CycleResult {
  readonly report: CycleReport;
  readonly sync: SyncOutcome;
  readonly refused: WriteOutcome['refused'];
  /** Properties of ours for which the portal has no room. */
  readonly leftOut: readonly string[];
  /** Options of ours that somebody took from a property. */
  readonly missingOptions: EnsuredProperties['missingOptions'];
  /** The portal's, IANA. */
  readonly timeZone: string;
}

/**
 * Runs one cycle.
 * @throws InputError for an `asOf` in the future or a property of ours that is of another type; whatever the client throws.
 */
export async function refreshPortal(options: CycleOptions): Promise<CycleResult> {
  const { client, model, clock, dryRun = false, onProgress = () => {}, onScored = () => {} } = options;
  const startedAt = clock();
  const callsBefore = client.calls;
  const account = await client.account();
  const calendar = makeCalendar(account.timeZone);
  const asked = options.asOf === undefined ? undefined : momentOf(options.asOf, calendar);
  if (asked !== undefined && calendar.day(asked) > calendar.day(clock())) {
    throw new InputError(`--as-of ${calendar.isoDay(asked)} lies in the future. Give today or an earlier date.`);
  }

  const store = options.store.portal(account.portalId);
  await store.saveProfile({
    timeZone: account.timeZone,
    currency: account.companyCurrency,
    uiDomain: account.uiDomain,
  });
  const { available, leftOut, missingOptions } = await ensureProperties({ client, store, dryRun });
  const sync = await syncPortal({
    client,
    store,
    plan: readPlan(SIGNALS),
    ownProperties: available,
    timeZone: account.timeZone,
    clock,
    onProgress: ({ objectType, read }) => onProgress({ step: 'sync', objectType, read }),
  });

  const portal = await gatherPortalContext(account, client, store);
  const now = clock();
  const asOf = Math.min(asked ?? now, now);
  // What is computed of a past moment is shown, but it is no part of what was published over time.
  const publishes = !dryRun && asOf === now;
  const wording = makeWording({ locale: options.language, timeZone: account.timeZone });
  const counts = { scored: 0, unknown: 0, notCustomer: 0 };
  const bands = { healthy: 0, at_risk: 0, unhealthy: 0, unknown: 0 };

  async function* desired() {
    let companies = 0;
    for await (const page of scorePortal({ store, portal, model, calendar, asOf })) {
      for (const company of page) {
        const { health } = company;
        if (health.state === 'not_customer') counts.notCustomer += 1;
        else counts[health.state] += 1;
        if (health.state !== 'not_customer') bands[health.state === 'scored' ? health.status : 'unknown'] += 1;
        onScored(company);
      }
      companies += page.length;
      onProgress({ step: 'score', companies });
      if (publishes) await store.savePublished(page.map((company) => publishedScore(company, asOf, model)));
      yield page.map((company) => desiredValues(company, wording));
    }
  }
  const written = await writeBack({ client, store, desired: desired(), available, clock, dryRun });
  const finishedAt = clock();
  if (!dryRun) {
    await store.saveCycle({
      asOf,
      published: publishes,
      finishedAt,
      modelName: model.name,
      modelVersion: model.version,
      context: { portal, model },
    });
  }
  const calls = client.calls;
  return {
    report: {
      portalId: account.portalId,
      asOf: new Date(asOf).toISOString(),
      synced: await store.countRecords(),
      calls: {
        total: calls.total - callsBefore.total,
        rateLimited: calls.rateLimited - callsBefore.rateLimited,
        failed: calls.failed - callsBefore.failed,
      },
      companies: counts,
      bands,
      written: { changed: written.changed, unchanged: written.unchanged, failed: written.failed },
      durationMs: Math.round(finishedAt - startedAt),
    },
    sync,
    refused: written.refused,
    leftOut,
    missingOptions,
    timeZone: account.timeZone,
  };
}
