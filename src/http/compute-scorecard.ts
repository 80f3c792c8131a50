import type { HistoryPoint, Scorecard } from '@account-health/contract';
import { breathe } from '../breathe.ts';
import type { CompanyId } from '../ids.ts';
import { type AccountFacts, seenBy } from '../scoring/facts.ts';
import { recomputedScores } from '../scoring/recompute.ts';
import { change30d, type Past, pastScores, scoreAt, weeklyMoments } from '../scoring/replay.ts';
import type { HealthScore } from '../scoring/score.ts';
import type { Judgement } from '../store/judgements.ts';
import type { OpenTask } from '../store/plays.ts';
import type { PortalStore } from '../store/portal-store.ts';
import { type ComputedChange, computeChanges } from './compute-changes.ts';
import type { LatestCycle } from './latest-cycle.ts';
import { latestLook } from './latest-look.ts';

/**
 * All of a scorecard that neither its reader's language nor the moment of reading changes: plain data. It is the same until the next
 * cycle, the next rescoring of the company, the next word of a person about it, or a purge.
 */
export interface ComputedScorecard {
  /** The moment that the score speaks of, ms. */
  readonly asOf: number;
  readonly companyName: string | null;
  readonly health: HealthScore;
  /** Just before it left; only of a customer that did. */
  readonly lastHealth?: HealthScore | undefined;
  readonly history: readonly HistoryPoint[];
  /** Whether the history is as published, or all of it computed anew. */
  readonly historyBasis: Scorecard['historyBasis'];
  /** Points; null where either score is none. */
  readonly change30d: number | null;
  readonly changes: readonly ComputedChange[];
  /** All that people said of the company, in the order of time. What holds depends on the moment of reading. */
  readonly judgements: readonly Judgement[];
  /** Our tasks for the company that nobody has done yet, the newest first. */
  readonly openTasks: readonly OpenTask[];
}

/** Runs a piece of work when those before it are done. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * Computes a company's scorecard as the portal's latest cycle did, or as after the latest event since that touched it: at that moment, with the
 * cycle's context and model, so that it says what was written back, to the digit. Undefined where the company is not held. What takes the
 * processor's time is done in turn: many at once would each pause for others, and leave no pause between them.
 */
export async function computeScorecard(
  store: PortalStore,
  cycle: LatestCycle,
  companyId: CompanyId,
  historyBasis: Scorecard['historyBasis'] = 'published',
  inTurn: InTurn = (work) => work(),
): Promise<ComputedScorecard | undefined> {
  const { portal, model, calendar, publishedSince } = cycle;
  const { look, held, scores, judgements, openTasks } = await store.reading(async (once) => ({
    look: await latestLook(once, cycle, companyId),
    held: await once.account(companyId),
    scores: await once.published(companyId),
    judgements: await once.judgements(companyId),
    openTasks: await once.openTasks(companyId),
  }));
  const { asOf, seenUntil } = look;
  const facts = held && seenBy(held, seenUntil);
  if (facts === undefined) return undefined;
  const published = scores.map(({ asOf: at, ...score }) => ({ at, ...score }));
  const past: Past = { facts, portal, model, calendar, published, publishedSince };

  return await inTurn(async () => {
    const health = scoreAt(facts, asOf, portal, model, calendar);
    if (health === undefined) return undefined;
    const leftAt = health.state === 'not_customer' ? health.leftAt : undefined;
    return {
      asOf,
      companyName: nameOf(facts),
      health,
      // What cost it points just before it left stays on the card.
      lastHealth: leftAt === undefined ? undefined : scoreAt(facts, leftAt - 1, portal, model, calendar),
      history: await historyOf(past, asOf, historyBasis),
      historyBasis,
      change30d: change30d(past, asOf, health),
      changes: await computeChanges(past, asOf, health, cycle.cycleAt),
      judgements,
      openTasks,
    };
  });
}

/** Between pauses for others on the event loop, weeks of so many records are scored: a few milliseconds. */
const RECORDS_A_TURN = 5_000;

/** The weekly scores of the 12 months that end at `asOf`, without the weeks in which it was no customer. */
async function historyOf(past: Past, asOf: number, basis: Scorecard['historyBasis']): Promise<readonly HistoryPoint[]> {
  const scoreAt = basis === 'published' ? pastScores(past) : recomputedScores(past, asOf);
  const points: HistoryPoint[] = [];
  let since = 0;
  for (const at of weeklyMoments(past.calendar, asOf, 52)) {
    const { score, status, replayed, modelVersion } = scoreAt(at);
    const date = past.calendar.isoDay(at);
    if (status !== 'not_customer') points.push({ date, score, status, replayed, modelVersion });
    since += past.facts.records.length;
    if (since < RECORDS_A_TURN) continue;
    since = 0;
    await breathe();
  }
  return points;
}

function nameOf(facts: AccountFacts): string | null {
  const name = facts.company.at(-1)?.values?.name;
  return typeof name === 'string' ? name : null;
}
