/** What HubSpot still tells of a property's past values (`propertiesWithHistory`): rule 5's history-dated properties. */
import type { Value, Values } from './object-definition.ts';
import { definitionOf, type ObjectType } from './object-types.ts';
import { sooner } from './sooner.ts';

/** A value that a property took, and held until the next. */
export interface PastValue {
  /** Ms since 1970 UTC. */
  readonly at: number;
  /** Null: emptied, or still empty. Left out: from here on until the next it is not known. */
  readonly value?: Value;
}

/** One property's past, as it was told at one moment. */
export interface PropertyHistory {
  /** When HubSpot was asked, ms since 1970 UTC; of what came later the history knows nothing. */
  readonly readAt: number;
  /** Ascending by `at`. What was before the first is not known: HubSpot may have dropped it, or had no such record yet. */
  readonly values: readonly PastValue[];
}

/** A record's past, by property. A property that is not here is dated as if there were no histories. */
export type RecordHistory = Readonly<Record<string, PropertyHistory>>;

/** What histories tell about one moment. */
export interface Past {
  /** The values at that moment; properties of which nothing is told are left out. */
  readonly told: Values;
  /** When the record turned into what it settled as, ms; null: it had not, or nobody knows when. */
  readonly settledAt: number | null;
}

const entryAt = ({ readAt, values }: PropertyHistory, at: number): PastValue | undefined =>
  at > readAt ? undefined : values.findLast((past) => past.at <= at);

function toldAt(history: RecordHistory, at: number): Values {
  const told: Record<string, Value> = {};
  for (const [property, past] of Object.entries(history)) {
    const value = entryAt(past, at)?.value;
    if (value !== undefined) told[property] = value;
  }
  return told;
}

/**
 * Since when the record had been settled at a moment without a break, by its history alone; null where it was not, or was so from
 * the first that is told: a record may have been brought into HubSpot as it was, and nobody saw it turn.
 */
function settledSince(objectType: ObjectType, history: RecordHistory, upTo: number): number | null {
  const settles = definitionOf(objectType).settles;
  const past = settles && history[settles.by];
  if (past === undefined || upTo > past.readAt) return null;
  let since: number | null = null;
  for (const { at, value } of past.values.toReversed()) {
    if (at > upTo) continue;
    if (value === undefined) return null;
    if (!settles?.when({ [settles.by]: value })) return since;
    since = at;
  }
  return null;
}

/** A version of a record, as far as it matters here. */
interface SeenVersion {
  readonly seenAt: number;
  readonly values: Values | null;
}

/**
 * What a record's history tells about a moment. Before we were running: all its values, from the entries up to that moment alone.
 * From then on versions tell them (what was read later must not change what was published), and the history only the day on which
 * the record settled: once it had been read, and as long as no version since was unsettled again.
 */
export function pastAt(
  objectType: ObjectType,
  history: RecordHistory | undefined,
  versions: readonly SeenVersion[],
  asOf: number,
  runningSince: number | null,
): Past | undefined {
  if (history === undefined) return undefined;
  if (runningSince === null || asOf < runningSince)
    return { told: toldAt(history, asOf), settledAt: settledSince(objectType, history, asOf) };

  const settles = definitionOf(objectType).settles;
  const readAt = settles && history[settles.by]?.readAt;
  if (settles === undefined || readAt === undefined || readAt > asOf) return undefined;
  const turnedBack = versions.some(
    ({ seenAt, values }) => seenAt > readAt && seenAt <= asOf && (values === null || !settles.when(values)),
  );
  return turnedBack ? undefined : { told: {}, settledAt: settledSince(objectType, history, readAt) };
}

/** Since when a property had the value that its history tells for a moment, ms; undefined where it tells none. */
export function valueSince(history: PropertyHistory | undefined, asOf: number): number | undefined {
  const entry = history && entryAt(history, asOf);
  if (history === undefined || entry?.value === undefined) return undefined;
  const upTo = history.values.slice(0, history.values.indexOf(entry));
  const other = upTo.findLastIndex(({ value }) => value !== entry.value);
  return (upTo[other + 1] ?? entry).at;
}

/** What of a history had been read by a moment; undefined: nothing. */
export function readBy(history: RecordHistory, moment: number): RecordHistory | undefined {
  const read = Object.entries(history).filter(([, { readAt }]) => readAt <= moment);
  return read.length === 0 ? undefined : Object.fromEntries(read);
}

/**
 * Two readings of one record as one: of each property the later reading counts, and before its first entry the earlier one, which
 * HubSpot may have dropped since. What came between the two is not known where the later one does not reach back to the earlier.
 */
export function mergeHistories(held: RecordHistory, read: RecordHistory): RecordHistory {
  const merged: Record<string, PropertyHistory> = { ...held };
  for (const [property, later] of Object.entries(read)) {
    const earlier = held[property];
    merged[property] = earlier === undefined ? later : mergeProperty(earlier, later);
  }
  return merged;
}

function mergeProperty(one: PropertyHistory, other: PropertyHistory): PropertyHistory {
  const [earlier, later] = one.readAt <= other.readAt ? [one, other] : [other, one];
  const first = later.values[0]?.at ?? later.readAt;
  const kept = earlier.values.filter(({ at }) => at < first);
  const gap = kept.length > 0 && earlier.readAt < first ? [{ at: earlier.readAt + 1 }] : [];
  return { readAt: later.readAt, values: [...kept, ...gap.filter(({ at }) => at < first), ...later.values] };
}

/** The first moment after `asOf` (ms) at which what a history tells may change; `Infinity`: none. */
export function nextInHistory(history: RecordHistory, asOf: number): number {
  let next = Number.POSITIVE_INFINITY;
  for (const { readAt, values } of Object.values(history)) {
    // Of what came after it was read it tells nothing.
    next = sooner(sooner(next, readAt, asOf), readAt + 1, asOf);
    for (const { at } of values) next = sooner(next, at, asOf);
  }
  return next;
}
