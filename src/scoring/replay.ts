import { viewAt } from './account-view.ts';
import type { Calendar } from './calendar.ts';
import type { AccountFacts } from './facts.ts';
import type { Model } from './model-shape.ts';
import { namedProperties } from './model-signals.ts';
import type { PortalContext } from './portal-context.ts';
import { type HealthScore, scoreAccount } from './score.ts';
import { withoutChanges } from './source-change.ts';

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
  const view = viewAt(facts, asOf, portal, calendar, namedProperties(model));
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

const WEEKS = 52;

/** The weekly scores of the 12 months that end at `asOf`, oldest first, without the weeks in which it was no customer. */
export function weeklyHistory(past: Past, asOf: number): readonly (PastScore & { readonly replayed: boolean })[] {
  return Array.from({ length: WEEKS + 1 }, (_, index) => past.calendar.daysBefore(asOf, (WEEKS - index) * 7))
    .map((at) => pastScoreAt(past, at))
    .filter(({ status }) => status !== 'not_customer');
}

/** The model with these signals alone. */
function onlySignals(model: Model, kept: ReadonlySet<string>): Model {
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

const knownSignals = (health: HealthScore | undefined): readonly string[] =>
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
export function change30d(past: Past, asOf: number, health: HealthScore): number | null {
  const { facts, model, calendar, publishedSince } = past;
  if (health.state !== 'scored') return null;
  const before = changeSince(calendar, asOf);
  if (publishedSince !== null && before >= publishedSince) {
    const { score } = pastScoreAt(past, before);
    return score === null ? null : health.score - score;
  }
  const portal = withoutChanges(past.portal);
  const then = scoreAt(facts, before, portal, model, calendar);
  const known = knownSignals(health);
  const common = new Set(knownSignals(then).filter((signal) => known.includes(signal)));
  const narrow = onlySignals(model, common);
  const [was, is] = [before, asOf].map((at) => pastScore(at, scoreAt(facts, at, portal, narrow, calendar)).score);
  return typeof was === 'number' && typeof is === 'number' ? is - was : null;
}
