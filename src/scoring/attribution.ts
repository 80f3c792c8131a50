/**
 * Why a score changed between two moments (scoring.md, Change attribution): the account is scored again with one thing after the
 * other as it is now, in a fixed order, and what each step changes is its cause's part. So the parts sum to the change.
 */
import { type FullView, viewAt } from './account-view.ts';
import type { Evidence } from './evidence.ts';
import { type AccountFacts, seenBy } from './facts.ts';
import { type LateFactsOf, lateFacts, seenThen } from './late-facts.ts';
import type { Model } from './model-shape.ts';
import { namedProperties } from './model-signals.ts';
import { WatchedNow } from './now.ts';
import type { PortalContext } from './portal-context.ts';
import { gainedAt, portalThen, type Span, wasRunning } from './portal-then.ts';
import { knownSignals, onlySignals, type Past, scoresThroughTime } from './replay.ts';
import { type HealthScore, type Scored, scoreAccount } from './score.ts';
import { shareChange } from './share-change.ts';
import type { Unknown } from './signal.ts';
import { withoutChanges } from './source-change.ts';
import type { ExactLoss } from './weigh.ts';

/** In the order in which they are told apart; each is what changes when only it is as it is now, and what comes before it. */
export const CAUSES = ['model', 'sources', 'late_data', 'ageing', 'behaviour'] as const;
export type Cause = (typeof CAUSES)[number];

/** The row of what a score was published as, and would not come out as today. */
export const RECOMPUTED = 'recomputed';

/** What a signal, a cap or a hold was before a cause came in, or after. */
export interface RowState {
  /** Null: the model did not count it; a cap or a hold that did not bite. */
  readonly told: Evidence | Unknown | null;
  /** The reading's points, 0..100; null where there was none. */
  readonly reading: number | null;
}

/** What one cause changed by one signal, cap or hold. */
export interface ChangeRow {
  readonly cause: Cause;
  /** As in the receipt; or `RECOMPUTED`. */
  readonly key: string;
  readonly signal: string;
  /** Null: not a signal's own row. */
  readonly dimension: string | null;
  /** Below 0: points lost. Not rounded. */
  readonly exact: number;
  /** Whole, never 0. */
  readonly points: number;
  readonly before: RowState;
  readonly after: RowState;
}

export interface ScoreChange {
  /** Whole scores, 0..100. */
  readonly from: number;
  readonly to: number;
  /** `to` less `from`; the rows' points sum exactly to it. */
  readonly total: number;
  readonly rows: readonly ChangeRow[];
}

/** A published score, and what it was computed by. */
export interface PublishedLook {
  /** The moment it speaks of, and until when what was seen counted in it, ms. */
  readonly at: number;
  readonly seenUntil: number;
  readonly model: Model;
  readonly portal: PortalContext;
  /** As it was published; null: none. */
  readonly score: number | null;
}

type Account = Pick<Past, 'facts' | 'portal' | 'model' | 'calendar'>;

/**
 * The change since a score that was published; null where either has none. Where that score does not come out again, because data
 * was deleted for good since, the difference is late data's.
 */
export function changeSincePublished(
  account: Account,
  asOf: number,
  health: HealthScore,
  look: PublishedLook,
): ScoreChange | null {
  if (health.state !== 'scored' || look.score === null) return null;
  const { facts, calendar } = account;
  const known = seenBy(facts, look.seenUntil);
  const by = (model: Model) =>
    known && scoresThroughTime({ facts: known, portal: look.portal, model, calendar })(look.at);
  const span = { from: look.at, to: asOf };
  const steps = stepsSince(account, span, {
    gained: gainedAt(account.portal, span),
    changed: portalThen(account.portal, span, calendar),
  });
  return split([by(look.model), by(account.model), ...steps, health], look.score);
}

/**
 * The change since a moment before anything was published, replayed; null where either has no score. As in `change30d`, it speaks
 * of the signals that are known at both moments, so that `to` may differ from the score that is shown.
 */
export function changeReplayed(account: Account, asOf: number, health: HealthScore, then: number): ScoreChange | null {
  const { facts, model, calendar } = account;
  if (health.state !== 'scored') return null;
  const portal = withoutChanges(account.portal);
  const known = knownSignals(health);
  const whole = scoresThroughTime({ facts, portal, model, calendar });
  const both = knownSignals(whole(then)).filter((signal) => known.includes(signal));
  const narrow = { ...account, portal, model: onlySignals(model, new Set(both)) };
  const [was, is] = [then, asOf].map(scoresThroughTime(narrow));
  if (was?.state !== 'scored' || is?.state !== 'scored') return null;
  const [, ...steps] = stepsSince(narrow, { from: then, to: asOf }, { gained: () => null, changed: portal });
  return split([was, was, was, ...steps, is], was.score);
}

/** What another model changes in an account's score at one moment: both scores are as of it, of the same facts. */
export function changeByModel(was: Scored, is: Scored): ScoreChange {
  const total = is.score - was.score;
  const rows = shareChange(stepRows('model', was, is), total).filter(({ points }) => points !== 0);
  return { from: was.score, to: is.score, total, rows };
}

/** Which sources came in between, and the portal as if they had by the earlier moment. A replay knows of none. */
interface Changed {
  readonly gained: LateFactsOf['knownUntil'];
  readonly changed: PortalContext;
}

/**
 * The scores with the sources as they are now and with what they brought, then with what else was learned late, both at the
 * earlier moment; then grown old. What came before that moment stays as it was known.
 */
function stepsSince({ facts, portal, model, calendar }: Account, span: Span, { gained, changed }: Changed) {
  const { from, to } = span;
  const named = namedProperties(model);
  const viewOf = (known: AccountFacts, knownUntil: LateFactsOf['knownUntil']) => {
    const view = viewAt(lateFacts({ facts: known, from, to, named, knownUntil }), from, portal, calendar, named);
    const before = viewAt(known, from, portal, calendar, named);
    return view && before && { ...view, earlier: before.earlier };
  };
  const isNew = (source: Parameters<typeof gained>[0]) => gained(source) !== null || !wasRunning(portal, source, from);
  const sourced = viewOf(seenThen(facts, from, isNew), gained);
  const late = viewOf(facts, (source) => gained(source) ?? (isNew(source) ? null : from));
  const score = (view: FullView | undefined, as: PortalContext) =>
    view && scoreAccount({ ...view, portal: as }, model, 'counting_signals');
  return [score(sourced, changed), score(late, changed), score(late && agedTo(late, to), portal)];
}

/** The account as it is in the view, seen from a later moment: nothing has happened to it since. */
function agedTo(view: FullView, moment: number): FullView {
  const since = view.now.ms;
  const earlier: FullView['earlier'] = (at, portal) => {
    const before = view.earlier(Math.min(at, since), portal);
    return before && { ...before, now: new WatchedNow(at, view.calendar) };
  };
  return { ...view, now: new WatchedNow(moment, view.calendar), earlier };
}

/**
 * The change along the scores, one more than there are causes. Where a step ends without a score, what it changed is told with
 * the next one that has one: nothing can be said of it alone.
 */
function split(scores: readonly (HealthScore | undefined)[], from: number): ScoreChange | null {
  const steps = scores.flatMap((health, index) => (health?.state === 'scored' ? [{ health, index }] : []));
  const last = steps.at(-1);
  const [first] = steps;
  if (first === undefined || last === undefined) return null;
  const pieces = [
    recomputed(first.health.score - from),
    ...steps.slice(1).flatMap(({ health, index }, place) => {
      const cause = CAUSES[index - 1];
      const before = steps[place]?.health;
      return cause === undefined || before === undefined ? [] : stepRows(cause, before, health);
    }),
  ];
  const total = last.health.score - from;
  const rows = shareChange(pieces, total).filter(({ points }) => points !== 0);
  return { from, to: last.health.score, total, rows };
}

type Piece = Omit<ChangeRow, 'points'>;

const NOTHING: RowState = { told: null, reading: null };

const recomputed = (exact: number): Piece => ({
  cause: 'late_data',
  key: RECOMPUTED,
  signal: RECOMPUTED,
  dimension: null,
  exact,
  before: NOTHING,
  after: NOTHING,
});

/** What changed from one score to the next, by signal, cap and hold. */
function stepRows(cause: Cause, was: Scored, is: Scored): readonly Piece[] {
  // A cap may be called as a signal is.
  const idOf = ({ key, dimension }: ExactLoss) => `${dimension === null ? 'whole' : 'signal'}/${key}`;
  const [before, after] = [was, is].map(({ losses }) => new Map(losses.map((loss) => [idOf(loss), loss])));
  const all = new Map([...(before ?? []), ...(after ?? [])]);
  return [...all].map(([id, { key, signal, dimension }]): Piece => {
    const [lost, loses] = [before?.get(id), after?.get(id)];
    return {
      cause,
      key,
      signal,
      dimension,
      exact: (lost?.exact ?? 0) - (loses?.exact ?? 0),
      before: stateOf(was, signal, dimension, lost),
      after: stateOf(is, signal, dimension, loses),
    };
  });
}

function stateOf(health: Scored, signal: string, dimension: string | null, loss: ExactLoss | undefined): RowState {
  const reading = dimension === null ? undefined : health.signals.find((one) => one.signal === signal)?.reading;
  const unread = reading?.kind === 'unknown' ? reading : null;
  return { told: loss?.cause ?? unread, reading: reading?.kind === 'scored' ? reading.points : null };
}
