import { type CompanyId, companyId } from '../ids.ts';
import { viewAt } from '../scoring/account-view.ts';
import type { Calendar } from '../scoring/calendar.ts';
import type { AccountFacts } from '../scoring/facts.ts';
import type { Model } from '../scoring/model.ts';
import type { PortalContext } from '../scoring/portal-context.ts';
import { change30d, changeSince } from '../scoring/replay.ts';
import { type HealthScore, scoreAccount } from '../scoring/score.ts';
import type { PortalStore, PublishedScore } from '../store/portal-store.ts';

/** One company as scored: what is published of it. */
export interface ScoredCompany {
  readonly companyId: CompanyId;
  readonly name: string | null;
  readonly health: HealthScore;
  /** Score minus the score 30 days before; null where either is none. */
  readonly change30d: number | null;
}

export interface ScoreJob {
  readonly store: PortalStore;
  readonly portal: PortalContext;
  readonly model: Model;
  readonly calendar: Calendar;
  readonly asOf: number;
  /** Only these; undefined: every company of the portal. */
  readonly companyIds?: readonly CompanyId[];
}

/** The score as it is kept in the published history. */
export const publishedScore = (
  { companyId: id, health }: ScoredCompany,
  asOf: number,
  model: Model,
): PublishedScore => ({
  companyId: id,
  asOf,
  score: health.state === 'scored' ? health.score : null,
  status: health.state === 'scored' ? health.status : health.state,
  modelVersion: model.version,
});

/** Scoring so many records takes a few milliseconds; then whoever else waits gets a turn of the event loop. */
const RECORDS_A_TURN = 1_000;
const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Scores every company of the portal, or those asked for, a page at a time, with pauses for others on the event loop. */
export async function* scorePortal(job: ScoreJob): AsyncGenerator<readonly ScoredCompany[]> {
  const { store, portal, model, calendar, asOf, companyIds } = job;
  const publishedSince = (await store.publishedSince()) ?? null;
  const before = changeSince(calendar, asOf);
  const wasPublished = publishedSince !== null && before >= publishedSince;
  const published = wasPublished ? await store.publishedAt(before, companyIds) : null;

  const scoreOne = (facts: AccountFacts): ScoredCompany[] => {
    const view = viewAt(facts, asOf, portal, calendar);
    if (view === undefined) return [];
    const health = scoreAccount(view, model);
    const id = companyId(facts.companyId);
    const shown = published?.get(id);
    const past = {
      facts,
      portal,
      model,
      calendar,
      published: shown === undefined ? [] : [{ at: shown.asOf, score: shown.score, status: shown.status }],
      publishedSince,
    };
    return [
      { companyId: id, name: view.company.values.name ?? null, health, change30d: change30d(past, asOf, health) },
    ];
  };

  let since = 0;
  for await (const page of companyIds === undefined ? store.accounts() : store.accountsOf(companyIds)) {
    const scored: ScoredCompany[] = [];
    for (const facts of page) {
      scored.push(...scoreOne(facts));
      since += facts.records.length;
      if (since < RECORDS_A_TURN) continue;
      since = 0;
      await breathe();
    }
    yield scored;
  }
}
