import type { Calendar } from './calendar.ts';
import type { ObjectType } from './object-types.ts';
import { type PortalContext, type Source, sourceOf } from './portal-context.ts';
import { NEW_FOR_DAYS, type SourceName } from './source-gain.ts';

/** An earlier moment and the one it is compared with, ms. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** So long ago that nothing counts as new by it. */
const LONG_AGO = 0;

/**
 * The portal as it is now, with whatever came or went in between as if it had by the earlier moment: what its sources alone change
 * shows there, apart from the time that passed (scoring.md, Change attribution). What held accounts for a while, and does no more,
 * is no part of a change between the two.
 */
export function portalThen(portal: PortalContext, { from, to }: Span, calendar: Calendar): PortalContext {
  const newSince = calendar.daysBefore(to, NEW_FOR_DAYS);
  const isBetween = (at: number) => at > from && at <= to;
  // What came at the very moment came before what came since.
  const early = (at: number) => (isBetween(at) ? from : at === from ? from - 1 : at);
  /** Of what came lately the earlier moment, so that it is as new there; of what came before that, long ago. */
  const came = (at: number) => (isBetween(at) && at <= newSince ? LONG_AGO : early(at));
  const sourceThen = (source: Source): Source => {
    const { runningSince, firstReadAt, lostAt, regained, firstRecordAt, filledSince } = source;
    return {
      ...source,
      runningSince: runningSince === null ? null : early(runningSince),
      firstRecordAt: firstRecordAt === null ? null : came(firstRecordAt),
      filledSince: Object.fromEntries(Object.entries(filledSince).map(([property, at]) => [property, early(at)])),
      ...(firstReadAt !== undefined && { firstReadAt: came(firstReadAt) }),
      ...(lostAt !== undefined && { lostAt: early(lostAt) }),
      ...(regained && { regained: { lostAt: early(regained.lostAt), at: came(regained.at) } }),
    };
  };
  const { sources, usage, pulsesSince, publishedSince } = portal;
  const entries = Object.entries(sources) as [ObjectType, Source][];
  return {
    ...portal,
    sources: Object.fromEntries(entries.map(([type, source]) => [type, sourceThen(source)])) as typeof sources,
    ...(usage && { usage: { ...usage, runningSince: came(usage.runningSince) } }),
    ...(pulsesSince !== undefined && { pulsesSince: early(pulsesSince) }),
    // What comes at the very moment of the first publication would be no gain.
    ...(publishedSince !== undefined && { publishedSince: Math.min(publishedSince, from - 1) }),
  };
}

/**
 * Until when what was seen of a source counts as known at the earlier moment (`lateFacts`), ms: where it came since, until it had
 * come. What it tells came with it, and is no late news; also what has no date. Null: it was a source then, or is none now.
 */
export const gainedAt =
  (portal: PortalContext, { from, to }: Span) =>
  (source: SourceName | 'companies') => {
    if (source === 'usage') return null;
    const { runningSince, regained } = sourceOf(portal, source);
    const at = Math.max(runningSince ?? 0, regained?.at ?? 0);
    return at > from && at <= to ? at : null;
  };

/** Whether the source was running at a moment, so that what had not been seen by then was not known. */
export function wasRunning({ sources, usage }: PortalContext, source: SourceName | 'companies', at: number): boolean {
  const since = source === 'usage' ? usage?.runningSince : sourceOf({ sources }, source).runningSince;
  return typeof since === 'number' && at >= since;
}
