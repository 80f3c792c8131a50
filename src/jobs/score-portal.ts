import { breathe } from '../breathe.ts';
import { type CompanyId, companyId } from '../ids.ts';
import { type AccountFigures, accountFigures } from '../scoring/account-figures.ts';
import { viewAt } from '../scoring/account-view.ts';
import type { Extent } from '../scoring/asked.ts';
import { portalBands } from '../scoring/bands.ts';
import type { Calendar } from '../scoring/calendar.ts';
import type { AccountFacts } from '../scoring/facts.ts';
import type { Model } from '../scoring/model.ts';
import { namedProperties } from '../scoring/model-signals.ts';
import type { PortalContext } from '../scoring/portal-context.ts';
import { change30d, changeSince, scoresThroughTime } from '../scoring/replay.ts';
import { type HealthScore, scoreAccount } from '../scoring/score.ts';
import { withoutChanges } from '../scoring/source-change.ts';
import type { PortalStore } from '../store/portal-store.ts';
import type { PublishedScore } from '../store/published-scores.ts';

/** One company as scored: what is published of it. */
export interface ScoredCompany {
  readonly companyId: CompanyId;
  readonly name: string | null;
  readonly health: HealthScore;
  /** Score minus the score 30 days before; null where either is none. */
  readonly change30d: number | null;
  /** Those that the model asks for. */
  readonly figures: AccountFigures;
}

export interface ScoreJob {
  readonly store: PortalStore;
  readonly portal: PortalContext;
  readonly model: Model;
  readonly calendar: Calendar;
  readonly asOf: number;
  /** Only these; undefined: every company of the portal. */
  readonly companyIds?: readonly CompanyId[];
  /** What is read of each. Left out: the signals that count, which is all that is published. */
  readonly extent?: Extent;
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

/** Scores every company of the portal, or those asked for, a page at a time, with pauses for others on the event loop. */
export async function* scorePortal(job: ScoreJob): AsyncGenerator<readonly ScoredCompany[]> {
  const { store, portal, model, calendar, asOf, companyIds, extent = 'counting_signals' } = job;
  const publishedSince = (await store.publishedSince()) ?? null;
  const named = namedProperties(model);
  const before = changeSince(calendar, asOf);
  const wasPublished = publishedSince !== null && before >= publishedSince;
  const published = wasPublished ? await store.publishedAt(before, companyIds) : null;

  const scoreOne = (facts: AccountFacts): ScoredCompany[] => {
    const viewOf = (at: number) => viewAt(facts, at, portal, calendar, named);
    const view = viewOf(asOf);
    if (view === undefined) return [];
    const health = scoreAccount(view, model, extent);
    const scoreAt = (at: number) => {
      const then = viewOf(at);
      return then && scoreAccount(then, model, 'counting_signals');
    };
    const id = companyId(facts.companyId);
    const shown = published?.get(id);
    const past = {
      facts,
      portal,
      model,
      calendar,
      published: shown === undefined ? [] : [{ ...shown, at: shown.asOf }],
      publishedSince,
    };
    return [
      {
        companyId: id,
        name: view.company.values.name ?? null,
        health,
        change30d: change30d(past, asOf, health, scoreAt),
        figures: accountFigures(view, model),
      },
    ];
  };

  const pages = companyIds === undefined ? store.accounts() : store.accountsOf(companyIds);
  yield* eachAccount(pages, scoreOne);
}

/** Takes every account, a page at a time, with pauses for others on the event loop. */
export async function* eachAccount<T>(
  pages: AsyncIterable<readonly AccountFacts[]>,
  take: (facts: AccountFacts) => readonly T[],
): AsyncGenerator<readonly T[]> {
  let since = 0;
  for await (const page of pages) {
    const taken: T[] = [];
    for (const facts of page) {
      taken.push(...take(facts));
      since += facts.records.length;
      if (since < RECORDS_A_TURN) continue;
      since = 0;
      await breathe();
    }
    yield taken;
  }
}

/**
 * The portal's context with the bands that its scores give, where the model asks for that: a pass over every company. Computed
 * once a cycle and kept with it, so that a company that is rescored alone is held against the same.
 */
export async function withBands(job: Omit<ScoreJob, 'companyIds'>): Promise<PortalContext> {
  const { store, portal, model, calendar, asOf } = job;
  if (model.bands.by === 'fixed') return portal;
  const scores: number[] = [];
  // Scores are held below the band that quartiles have yet to give; that of an alarm budget is the model's own.
  const seen = model.bands.by === 'quartiles' ? withoutChanges(portal) : portal;
  const scoresOf = (facts: AccountFacts): readonly number[] => {
    const health = scoresThroughTime({ facts, portal: seen, model, calendar })(asOf);
    return health?.state === 'scored' ? [health.score] : [];
  };
  for await (const page of eachAccount(store.accounts(), scoresOf)) scores.push(...page);
  const bands = portalBands(model, scores);
  return bands === undefined ? portal : { ...portal, bands: { ...bands, computedAt: asOf } };
}
