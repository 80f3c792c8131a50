import { AccountMemory } from './account-memory.ts';
import { viewAt, viewsOf } from './account-view.ts';
import type { Calendar } from './calendar.ts';
import type { AccountFacts } from './facts.ts';
import type { Model } from './model-shape.ts';
import { namedProperties } from './model-signals.ts';
import type { PortalContext } from './portal-context.ts';
import { type HealthScore, scoreAccount, scoreAmong, scoreWithMemory } from './score.ts';

/** A score that the portal published, or one computed for a past moment. Null score: unknown, or not a customer. */
export interface PastScore {
  readonly at: number;
  readonly score: number | null;
  readonly status: 'healthy' | 'at_risk' | 'unhealthy' | 'unknown' | 'not_customer';
  /** Of the model that gave it; null: nothing was published. */
  readonly modelVersion: string | null;
}

/** The score as of a moment; undefined where the company itself was not known then. */
export function scoreAt(
  facts: AccountFacts,
  asOf: number,
  portal: PortalContext,
  model: Model,
  calendar: Calendar,
): HealthScore | undefined {
  const view = viewAt(facts, asOf, portal, calendar, namedProperties(model));
  return view === undefined ? undefined : scoreAccount(view, model);
}

/**
 * The score as of any moment, by the signals that count: of many moments, given in their order, faster than one by one.
 */
export function scoresThroughTime({
  facts,
  portal,
  model,
  calendar,
}: Pick<Past, 'facts' | 'portal' | 'model' | 'calendar'>): (asOf: number) => HealthScore | undefined {
  const view = viewsOf(facts, portal, calendar, namedProperties(model));
  const memory = new AccountMemory();
  return (asOf) => {
    const seen = view(asOf);
    return seen && scoreWithMemory(seen, model, memory);
  };
}

/** The outcome at a moment as it is kept in a history; undefined: the company was not known then. */
export function pastScore(at: number, health: HealthScore | undefined, { version: modelVersion }: Model): PastScore {
  if (health === undefined) return { at, score: null, status: 'not_customer', modelVersion };
  if (health.state === 'scored') return { at, score: health.score, status: health.status, modelVersion };
  return { at, score: null, status: health.state, modelVersion };
}

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

/** A past score, and whether it was computed afterwards. */
export type HistoricScore = PastScore & { readonly replayed: boolean };

/**
 * The score at any moment: as published where we were publishing by then, else replayed. Of many moments, given in their order, faster than
 * one by one.
 */
export function pastScores(past: Past, scoreOf = scoresThroughTime(past)): (at: number) => HistoricScore {
  const { published, publishedSince, model } = past;
  return (at) => {
    if (publishedSince === null || at < publishedSince) {
      const { score, status, modelVersion } = pastScore(at, scoreOf(at), model);
      return { at, score, status, modelVersion, replayed: true };
    }
    const shown = published.findLast((score) => score.at <= at);
    const { score = null, status = 'not_customer', modelVersion = null } = shown ?? {};
    return { at, score, status, modelVersion, replayed: false };
  };
}

/** The score at one moment. */
export const pastScoreAt = (past: Past, at: number): HistoricScore => pastScores(past)(at);

/** The moments that lie whole weeks before `asOf`, and `asOf` itself: `weeks` + 1 of them, oldest first. */
export const weeklyMoments = (calendar: Calendar, asOf: number, weeks: number): readonly number[] =>
  Array.from({ length: weeks + 1 }, (_, index) => calendar.daysBefore(asOf, (weeks - index) * 7));

/** The scores at these moments, ascending, without those at which it was no customer. */
export const historyAt = (past: Past, moments: readonly number[]): readonly HistoricScore[] =>
  moments.map(pastScores(past)).filter(({ status }) => status !== 'not_customer');

/** The weekly scores of the 12 months that end at `asOf`, oldest first, without the weeks in which it was no customer. */
export const weeklyHistory = (past: Past, asOf: number) => historyAt(past, weeklyMoments(past.calendar, asOf, 52));

/** The model with these signals alone. */
export function onlySignals(model: Model, kept: ReadonlySet<string>): Model {
  const narrow = <D extends { readonly signals?: object | undefined }>(dimensions: Readonly<Record<string, D>>) =>
    Object.fromEntries(
      Object.entries(dimensions).map(([key, dimension]) => {
        const signals = Object.entries(dimension.signals ?? {}).filter(([signal]) => kept.has(signal));
        return [key, { ...dimension, signals: Object.fromEntries(signals) }];
      }),
    ) as Record<string, D>;
  const capsOf = (caps: Model['caps']) => caps.filter(({ signal }) => kept.has(signal));
  return {
    ...model,
    dimensions: narrow(model.dimensions),
    caps: capsOf(model.caps),
    segments: model.segments.map((segment) => ({
      ...segment,
      ...(segment.dimensions && { dimensions: narrow(segment.dimensions) }),
      ...(segment.caps && { caps: capsOf(segment.caps) }),
    })),
  };
}

/** The signals that could be read; none where there is no score. */
export const knownSignals = (health: HealthScore | undefined): readonly string[] =>
  health?.state === 'scored'
    ? health.signals.filter(({ reading }) => reading.kind === 'scored').map(({ signal }) => signal)
    : [];

/** The moment that the change at `asOf` is counted from: 30 calendar days before. */
export const changeSince = (calendar: Calendar, asOf: number): number => calendar.daysBefore(asOf, 30);

/**
 * Score at `asOf` minus the score 30 days before; null where either is none. Where the earlier one is replayed, both speak of the
 * signals that are known at both moments, and neither is held for a source that came or went: what HubSpot tells only as of today
 * must not look like a change, nor must that we are told.
 */
export function change30d(
  past: Past,
  asOf: number,
  health: HealthScore,
  scoreOf = scoresThroughTime(past),
): number | null {
  const { model, calendar, publishedSince } = past;
  if (health.state !== 'scored') return null;
  const before = changeSince(calendar, asOf);
  if (publishedSince !== null && before >= publishedSince) {
    const { score } = pastScoreAt(past, before);
    return score === null ? null : health.score - score;
  }
  const then = scoreOf(before);
  if (then?.state !== 'scored') return null;
  const known = new Set(knownSignals(health));
  const common = new Set(knownSignals(then).filter((signal) => known.has(signal)));
  const [was, is] = [scoreAmong(then, model, common), scoreAmong(health, model, common)];
  return was === null || is === null ? null : is - was;
}
