/**
 * What of the facts known today was dated by an earlier moment, so that it can be told what we only learned late
 * (scoring.md, Change attribution).
 */
import { type AccountFacts, bornAt, type FactRecord, type RecordVersion, seenBy } from './facts.ts';
import type { Property, Value, Values } from './object-definition.ts';
import { definitionOf, type NamedProperties, type ObjectType } from './object-types.ts';
import type { SourceName } from './source-gain.ts';
import { replaces, type UsageVersion } from './usage.ts';
import { type Dates, datesOf, type ValuesThen, valuesAt } from './values-at.ts';

/** Which facts, and of which moments. */
export interface LateFactsOf {
  readonly facts: AccountFacts;
  /** The earlier moment, and the one at which it is known what is known, ms. */
  readonly from: number;
  readonly to: number;
  /** Of the model that looks. */
  readonly named: NamedProperties;
  /**
   * Until when what was seen of a source counts as known at the earlier moment, ms: that moment, or the later one at which the
   * source came. Null: nothing is to be done, a view of the earlier moment takes the source's facts by their dates anyway.
   */
  readonly knownUntil: (source: SourceName | 'companies') => number | null;
}

/**
 * The account with what is known of it now, of all that was dated by the earlier moment: seen from there it is as if we had
 * learned everything on its day. What has no date, or was moved on past the moment since, is as it was seen by then, and unknown
 * where it was not seen; so are later deletions, and the return of what was deleted. Associations are as known now: HubSpot dates
 * none.
 */
export function lateFacts({ facts, from, to, named, knownUntil }: LateFactsOf): AccountFacts {
  const known = (type: ObjectType, versions: readonly RecordVersion[]) => {
    const until = knownUntil(type);
    const seen = versions.filter(({ seenAt }) => seenAt <= to);
    return until === null ? versions : lateVersions({ type, versions: seen, from, until, own: named[type] ?? {} });
  };
  const records = facts.records.flatMap((record): FactRecord[] => {
    if (knownUntil(record.objectType) === null) return [record];
    if (record.linkedAt > to || (record.unlinkedAt ?? to + 1) <= to) return [];
    const versions = known(record.objectType, record.versions);
    const linkedAt = Math.min(record.linkedAt, from);
    return versions.length === 0 ? [] : [{ ...record, versions, linkedAt, unlinkedAt: null }];
  });
  const usage = facts.usage && knownUntil('usage') !== null ? lateUsage(facts.usage, from, to) : facts.usage;
  return { ...facts, company: known('companies', facts.company), records, ...(usage && { usage }) };
}

/** What had been seen by the moment; of the sources that are newer, all. */
export function seenThen(facts: AccountFacts, moment: number, isNew: (source: SourceName) => boolean): AccountFacts {
  const seen = seenBy(facts, moment);
  if (seen === undefined) return facts;
  const records = [
    ...seen.records.filter(({ objectType }) => !isNew(objectType)),
    ...facts.records.filter(({ objectType }) => isNew(objectType)),
  ];
  return { ...seen, records, ...(facts.usage && isNew('usage') && { usage: facts.usage }) };
}

interface VersionsOf {
  readonly type: ObjectType;
  /** Those that are known now. */
  readonly versions: readonly RecordVersion[];
  readonly from: number;
  readonly until: number;
  readonly own: Readonly<Record<string, Property>>;
}

/** What was seen in time, and over it what was learned since and dated by the earlier moment. Empty: it did not exist then. */
function lateVersions({ type, versions, from, until, own }: VersionsOf): readonly RecordVersion[] {
  const seen = versions.filter(({ seenAt }) => seenAt <= until);
  const inTime = seen.map((version) => ({ ...version, seenAt: Math.min(version.seenAt, from) }));
  const ended = versions.findLast(({ seenAt, effectiveAt }) => seenAt <= until || effectiveAt <= from);
  const latest = versions.findLast(({ values }) => values !== null);
  if (ended?.values === null || !latest?.values) return type === 'companies' ? inTime : [];
  const before = seen.findLast(({ values }) => values !== null);
  if (before === latest) return inTime;
  const ignored = (values: Values) => definitionOf(type).ignore?.(values) === true;
  // That it counts, or not, is told without a date: it is as it was seen.
  if (before?.values && ignored(before.values) !== ignored(latest.values)) return inTime;
  if (before === undefined && (ignored(latest.values) || !isBorn(type, latest.values, from))) return [];
  const dates = datesOf(type, own);
  const dated = valuesAt(dates, latest.values, Number.POSITIVE_INFINITY, from);
  const known = before?.values ? valuesAt(dates, before.values, from, from) : {};
  const values = withDated(known, dated, dates);
  return [...inTime, { effectiveAt: Math.min(latest.effectiveAt, from), seenAt: from, values }];
}

/** A record without any birth date exists from when it was first seen: not by then. */
const isBorn = (type: ObjectType, values: Values, from: number): boolean =>
  type === 'companies' || (bornAt(type, values) ?? Number.POSITIVE_INFINITY) <= from;

/**
 * What is known of a record's values with what was learned of it since; but for the dates of events that moved on past the moment, or were
 * taken back since: they stand as they were known.
 */
function withDated(known: ValuesThen, dated: ValuesThen, { events }: Dates): Values {
  const merged: Record<string, Value> = {};
  for (const [property, value] of Object.entries(known)) if (value !== undefined) merged[property] = value;
  for (const [property, value] of Object.entries(dated)) {
    const isWithdrawn = events.includes(property) && value === null && typeof known[property] === 'number';
    if (value !== undefined && !isWithdrawn) merged[property] = value;
  }
  return merged;
}

/** Each row as it was last posted, as if it had been by the earlier moment. */
function lateUsage(usage: readonly UsageVersion[], from: number, to: number): readonly UsageVersion[] {
  const latest = new Map<string, UsageVersion>();
  for (const row of usage) {
    if (row.seenAt > to) continue;
    const id = `${row.metric}/${row.key}`;
    const other = latest.get(id);
    if (other === undefined || replaces(row, other)) latest.set(id, row);
  }
  return [...latest.values()].map((row) => ({ ...row, seenAt: Math.min(row.seenAt, from) }));
}
