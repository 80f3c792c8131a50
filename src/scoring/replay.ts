import { viewAt } from './account-view.ts';
import { type Calendar, DAY_MS } from './calendar.ts';
import type { AccountFacts } from './facts.ts';
import type { Model } from './model.ts';
import type { PortalContext } from './portal-context.ts';
import { type HealthScore, scoreAccount } from './score.ts';

/** A score that the portal published, or one computed for a past moment. Null score: unknown, or not a customer. */
export interface PastScore {
  readonly at: number;
  readonly score: number | null;
  readonly status: 'healthy' | 'at_risk' | 'unhealthy' | 'unknown' | 'not_customer';
}

/** The score as of a moment; undefined where the company itself was not known then. */
export function scoreAt(
  facts: AccountFacts,
  asOf: number,
  portal: PortalContext,
  model: Model,
  calendar: Calendar,
): HealthScore | undefined {
  const view = viewAt(facts, asOf, portal, calendar);
  return view === undefined ? undefined : scoreAccount(view, model);
}

const pastScore = (at: number, health: HealthScore | undefined): PastScore => {
  if (health === undefined) return { at, score: null, status: 'not_customer' };
  if (health.state === 'scored') return { at, score: health.score, status: health.status };
  return { at, score: null, status: health.state };
};

/** What is needed to say what an account's score was. */
export interface Past {
  readonly facts: AccountFacts;
  readonly portal: PortalContext;
  readonly model: Model;
  readonly calendar: Calendar;
  /** Ascending by `at`. */
  readonly published: readonly PastScore[];
  /** When the portal first published; before it the past is replayed. Null: never yet. */
  readonly publishedSince: number | null;
}

/** The score at one moment: as published where we were publishing by then, else replayed. */
export function pastScoreAt(past: Past, at: number): PastScore & { readonly replayed: boolean } {
  if (past.publishedSince !== null && at >= past.publishedSince) {
    const shown = past.published.findLast((score) => score.at <= at);
    return { at, score: shown?.score ?? null, status: shown?.status ?? 'not_customer', replayed: false };
  }
  return { ...pastScore(at, scoreAt(past.facts, at, past.portal, past.model, past.calendar)), replayed: true };
}

const WEEK_MS = 7 * DAY_MS;
const WEEKS = 52;

/** The weekly scores of the 12 months that end at `asOf`, oldest first, without the weeks in which it was no customer. */
export function weeklyHistory(past: Past, asOf: number): readonly (PastScore & { readonly replayed: boolean })[] {
  return Array.from({ length: WEEKS + 1 }, (_, index) => asOf - (WEEKS - index) * WEEK_MS)
    .map((at) => pastScoreAt(past, at))
    .filter(({ status }) => status !== 'not_customer');
}

/** Score at `asOf` minus the score 30 days before; null where either is none. */
export function change30d(past: Past, asOf: number, scoreNow: number | null): number | null {
  if (scoreNow === null) return null;
  const before = pastScoreAt(past, asOf - 30 * DAY_MS).score;
  return before === null ? null : scoreNow - before;
}
