import { lateFacts } from './late-facts.ts';
import { namedProperties } from './model-signals.ts';
import type { PortalContext } from './portal-context.ts';
import { wasRunning } from './portal-then.ts';
import { type HistoricScore, type Past, type PastScore, pastScore, scoreAt } from './replay.ts';

/**
 * What a score was, computed now: with the model of today and all that is known at `now` (ms) of what was dated by the moment, also
 * where it was learned later. It may differ from what was published, or replayed, which stays as it is. What HubSpot tells only as of
 * today counts as it was seen by then.
 */
export function recomputedAt(
  { facts, portal, model, calendar }: Omit<Past, 'published' | 'publishedSince'>,
  at: number,
  now: number,
): PastScore {
  const known = lateFacts({
    facts,
    from: at,
    to: now,
    named: namedProperties(model),
    knownUntil: (source) => (wasRunning(portal, source, at) ? at : null),
  });
  return pastScore(at, scoreAt(known, at, asKnownNow(portal, at), model, calendar), model);
}

/** The portal as if the sources that were not running at a moment had none: a replay goes by the state in which they began to run. */
const asKnownNow = (portal: PortalContext, at: number): PortalContext => ({
  ...portal,
  sources: Object.fromEntries(
    Object.entries(portal.sources).map(([type, source]) => [
      type,
      (source.runningSince ?? at) > at ? { ...source, runningSince: null } : source,
    ]),
  ) as PortalContext['sources'],
});

/** The score at any moment, recomputed with what is known at `now` (ms). */
export const recomputedScores =
  (past: Past, now: number) =>
  (at: number): HistoricScore => ({ ...recomputedAt(past, at, now), replayed: true });
