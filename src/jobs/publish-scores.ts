import type { PortalClient } from '../hubspot/portal-client.ts';
import { desiredValues } from '../publish/desired-values.ts';
import { type WriteOutcome, writeBack } from '../publish/write-back.ts';
import type { Model } from '../scoring/model.ts';
import type { PortalStore } from '../store/portal-store.ts';
import type { Wording } from '../wording/make-wording.ts';
import { publishedScore, type ScoredCompany } from './score-portal.ts';

export interface ScoresToPublish {
  readonly client: PortalClient;
  readonly store: PortalStore;
  /** Pages of companies, each company once. */
  readonly scored: AsyncIterable<readonly ScoredCompany[]>;
  /** The moment they were scored as of, ms since 1970 UTC. */
  readonly asOf: number;
  readonly model: Model;
  /** Whether the scores become part of what was published over time. */
  readonly keep: boolean;
  /** Of the texts written into the portal. */
  readonly wording: Wording;
  /** Properties of ours that the portal has. */
  readonly available: readonly string[];
  readonly clock: () => number;
  /** Sends nothing. */
  readonly dryRun: boolean;
}

/** Keeps scores in the published history and writes them into the portal, a page at a time. Throws what `writeBack` throws. */
export async function publishScores(job: ScoresToPublish): Promise<WriteOutcome> {
  const { client, store, available, clock, dryRun } = job;
  async function* desired() {
    for await (const page of job.scored) {
      if (job.keep) await store.savePublished(page.map((one) => publishedScore(one, job.asOf, job.model)));
      const overrides = await store.overrides(
        page.map(({ companyId }) => companyId),
        job.asOf,
      );
      yield page.map((company) => desiredValues(company, job.wording, overrides.get(company.companyId)));
    }
  }
  return await writeBack({ client, store, desired: desired(), available, clock, dryRun });
}
