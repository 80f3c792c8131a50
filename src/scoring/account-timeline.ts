/**
 * One account through time. A record that is known at a moment stays as it is until the next moment that matters to it: it is born,
 * closed, paid, seen changed, associated no more. So each record is worked out once for each such stretch, and a view of another
 * moment within it takes what is there, down to the very list of a type's records.
 */
import type { KnownRecord } from './account-view.ts';
import { type AccountFacts, birthIn, type FactRecord, type RecordVersion } from './facts.ts';
import { putInOrder } from './in-order.ts';
import type { Values } from './object-definition.ts';
import type { ActivityType, NamedProperties, ObjectType } from './object-types.ts';
import { type PortalContext, sourceOf } from './portal-context.ts';
import { nextInHistory, pastAt } from './property-history.ts';
import { sooner } from './sooner.ts';
import { type Dates, datesOf, nextDate, valuesAt } from './values-at.ts';

/**
 * The version that counts at a moment. Once we were running, what we had not seen by then does not count. Of the time before, dates
 * decide, in the state that we found when we began to run, or first of all since: what was changed or deleted later is later news.
 */
function versionAt(
  versions: readonly RecordVersion[],
  asOf: number,
  runningSince: number | null,
): RecordVersion | undefined {
  if (runningSince === null) return versions.at(-1);
  const until = asOf < runningSince ? runningSince : asOf;
  for (let place = versions.length - 1; place >= 0; place -= 1) {
    const version = versions[place];
    if (version !== undefined && version.seenAt <= until) return version;
  }
  return asOf < runningSince ? versions[0] : undefined;
}

/** Likewise: of the time before we were running, the companies that we found the record associated with count. */
function linkedAt(record: FactRecord, asOf: number, runningSince: number | null): boolean {
  if (runningSince === null) return record.unlinkedAt === null;
  if (record.unlinkedAt !== null && record.unlinkedAt <= Math.max(asOf, runningSince)) return false;
  if (asOf >= runningSince) return record.linkedAt <= asOf;
  return record.linkedAt <= Math.max(runningSince, record.versions[0]?.seenAt ?? runningSince);
}

/** An account's records of one type, in any order. */
export interface RecordsOf {
  readonly type: ActivityType;
  readonly records: readonly FactRecord[];
}

/** A record without any birth date exists from when we first saw it. */
const birthOf = ({ versions }: FactRecord, values: Values, { definition }: Dates): number =>
  birthIn(definition, values) ?? versions[0]?.seenAt ?? Number.POSITIVE_INFINITY;

/** A record as it was known at a moment; null: it was not known to be there. `onlyBirth`: of its only version, where that was worked out. */
function recordAt(
  record: FactRecord,
  asOf: number,
  runningSince: number | null,
  dates: Dates,
  onlyBirth?: number,
): KnownRecord | null {
  if (!linkedAt(record, asOf, runningSince)) return null;
  const { objectType, id, versions, history } = record;
  const version = versionAt(versions, asOf, runningSince);
  if (version === undefined || version.values === null) return null;
  if (dates.definition.ignore?.(version.values)) return null;
  const born = onlyBirth ?? birthOf(record, version.values, dates);
  if (born > asOf) return null;
  const past = pastAt(objectType, history, versions, asOf, runningSince);
  return { objectType, id, bornAt: born, values: valuesAt(dates, version.values, version.seenAt, asOf, past) };
}

/** The first moment after another at which what is known of a record, born by then if it has one version, may change; `Infinity`: none. */
function nextChange(record: FactRecord, asOf: number, runningSince: number | null, dates: Dates): number {
  let next = Number.POSITIVE_INFINITY;
  if (runningSince !== null) {
    next = sooner(next, runningSince, asOf);
    next = sooner(next, record.linkedAt, asOf);
    if (record.unlinkedAt !== null) next = sooner(next, record.unlinkedAt, asOf);
  }
  for (const { seenAt, values } of record.versions) {
    next = sooner(next, seenAt, asOf);
    if (values === null) continue;
    if (record.versions.length > 1) next = sooner(next, birthOf(record, values, dates), asOf);
    next = sooner(next, nextDate(dates, values, asOf), asOf);
  }
  return record.history === undefined ? next : sooner(next, nextInHistory(record.history, asOf), asOf);
}

/** By birth, then id. */
const isBefore = (a: KnownRecord, b: KnownRecord): boolean =>
  a.bornAt < b.bornAt || (a.bornAt === b.bornAt && a.id < b.id);

/** The records of one type that are known at a moment, by birth, then id. */
export function recordsAt(
  { type, records }: RecordsOf,
  portal: PortalContext,
  own: NamedProperties[ObjectType],
  asOf: number,
): readonly KnownRecord[] {
  const { runningSince } = sourceOf(portal, type);
  const dates = datesOf(type, own);
  const known: KnownRecord[] = [];
  for (const record of records) {
    const one = recordAt(record, asOf, runningSince, dates);
    if (one !== null) known.push(one);
  }
  return putInOrder(known, isBefore);
}

/** The same at any moment, those given in their order being fast: the same list for as long as nothing happens to any of them. */
export function recordsThroughTime(
  { type, records }: RecordsOf,
  portal: PortalContext,
  own: NamedProperties[ObjectType],
): (asOf: number) => readonly KnownRecord[] {
  const { runningSince } = sourceOf(portal, type);
  const dates = datesOf(type, own);
  // By birth, as far as it stays the same, so that what is known of them is mostly in order.
  const each = records.map((record) => {
    const born = birthOf(record, record.versions.at(-1)?.values ?? {}, dates);
    return { record, born, known: null as KnownRecord | null, until: Number.NEGATIVE_INFINITY };
  });
  putInOrder(each, (a, b) => a.born < b.born);
  let list: readonly KnownRecord[] = [];
  let until = Number.NEGATIVE_INFINITY;
  let latest = Number.NEGATIVE_INFINITY;

  /** What is known of a record from a moment on, and until when. */
  function lookAt(one: (typeof each)[number], asOf: number): void {
    const { record, born } = one;
    const onlyBirth = record.versions.length === 1 ? born : undefined;
    const isUnborn = onlyBirth !== undefined && asOf < onlyBirth;
    one.known = isUnborn ? null : recordAt(record, asOf, runningSince, dates, onlyBirth);
    one.until = isUnborn ? born : nextChange(record, asOf, runningSince, dates);
  }
  return (asOf) => {
    const isBack = asOf < latest;
    latest = asOf;
    if (asOf < until && !isBack) return list;
    until = Number.POSITIVE_INFINITY;
    const known: KnownRecord[] = [];
    for (const one of each) {
      if (isBack || asOf >= one.until) lookAt(one, asOf);
      if (one.until < until) until = one.until;
      if (one.known !== null) known.push(one.known);
    }
    list = putInOrder(known, isBefore);
    return list;
  };
}

/** The company itself, with the version that its values are of. */
export interface KnownCompany {
  readonly version: RecordVersion;
  readonly known: KnownRecord;
}

/** The company at a moment; null where it was not known to be there. */
export function companyAt(
  { companyId: id, company: versions, companyHistory: history }: AccountFacts,
  portal: PortalContext,
  own: NamedProperties['companies'],
  asOf: number,
): KnownCompany | null {
  const { runningSince } = portal.sources.companies;
  const version = versionAt(versions, asOf, runningSince);
  if (version === undefined || version.values === null) return null;
  const past = pastAt('companies', history, versions, asOf, runningSince);
  const values = valuesAt(datesOf('companies', own), version.values, version.seenAt, asOf, past);
  return { version, known: { objectType: 'companies', id, bornAt: 0, values } };
}

/** The same at any moment, those given in their order being fast: the same for as long as nothing happens to it. */
export function companyThroughTime(
  facts: AccountFacts,
  portal: PortalContext,
  own: NamedProperties['companies'],
): (asOf: number) => KnownCompany | null {
  const { runningSince } = portal.sources.companies;
  const dates = datesOf('companies', own);
  function nextAfter(asOf: number): number {
    let next = sooner(Number.POSITIVE_INFINITY, runningSince ?? Number.POSITIVE_INFINITY, asOf);
    for (const { seenAt, values } of facts.company) {
      next = sooner(next, seenAt, asOf);
      if (values !== null) next = sooner(next, nextDate(dates, values, asOf), asOf);
    }
    const { companyHistory: history } = facts;
    return history === undefined ? next : sooner(next, nextInHistory(history, asOf), asOf);
  }
  let known: KnownCompany | null = null;
  let [from, until] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  return (asOf) => {
    if (asOf < from || asOf >= until) {
      known = companyAt(facts, portal, own, asOf);
      [from, until] = [asOf, nextAfter(asOf)];
    }
    return known;
  };
}
