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
import { historyChanges, pastAt } from './property-history.ts';
import { type Dates, datesOf, eachDate, valuesAt } from './values-at.ts';

/** What holds from `from` on, until before `until`, ms. */
interface Stretch<T> {
  readonly from: number;
  readonly until: number;
  readonly held: T;
}

const isWithin = ({ from, until }: Stretch<unknown>, asOf: number): boolean => from <= asOf && asOf < until;

/** The stretch around a moment, between the nearest of the moments at which something may change. */
function stretchOf<T>(asOf: number, changes: (at: (moment: number) => void) => void, held: T): Stretch<T> {
  let from = Number.NEGATIVE_INFINITY;
  let until = Number.POSITIVE_INFINITY;
  changes((moment) => {
    if (moment > asOf) until = Math.min(until, moment);
    else from = Math.max(from, moment);
  });
  return { from, until, held };
}

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

/** A record as it was known at a moment; null: it was not known to be there. */
function recordAt(record: FactRecord, asOf: number, runningSince: number | null, dates: Dates): KnownRecord | null {
  if (!linkedAt(record, asOf, runningSince)) return null;
  const { objectType, id, versions, history } = record;
  const version = versionAt(versions, asOf, runningSince);
  if (version === undefined || version.values === null) return null;
  if (dates.definition.ignore?.(version.values)) return null;
  const born = birthOf(record, version.values, dates);
  if (born > asOf) return null;
  const past = pastAt(objectType, history, versions, asOf, runningSince);
  return { objectType, id, bornAt: born, values: valuesAt(dates, version.values, version.seenAt, asOf, past) };
}

/** Tells every moment at which what is known of a record may change. */
function recordChanges(
  record: FactRecord,
  runningSince: number | null,
  dates: Dates,
  at: (moment: number) => void,
): void {
  if (runningSince !== null) {
    at(runningSince);
    at(record.linkedAt);
    if (record.unlinkedAt !== null) at(record.unlinkedAt);
  }
  for (const { seenAt, values } of record.versions) {
    at(seenAt);
    if (values === null) continue;
    at(birthOf(record, values, dates));
    eachDate(dates, values, at);
  }
  if (record.history !== undefined) historyChanges(record.history, at);
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

/** The same at any moment: the same list for as long as nothing happens to any of them. */
export function recordsThroughTime(
  { type, records }: RecordsOf,
  portal: PortalContext,
  own: NamedProperties[ObjectType],
): (asOf: number) => readonly KnownRecord[] {
  const { runningSince } = sourceOf(portal, type);
  const dates = datesOf(type, own);
  // By birth, as far as it stays the same, so that what is known of them is mostly in order.
  const ordered = records
    .map((record) => ({ record, born: birthOf(record, record.versions.at(-1)?.values ?? {}, dates) }))
    .sort((a, b) => a.born - b.born);

  function stretchAround({ record, born }: (typeof ordered)[number], asOf: number): Stretch<KnownRecord | null> {
    const isUnborn = record.versions.length === 1 && asOf < born;
    if (isUnborn) return { from: Number.NEGATIVE_INFINITY, until: born, held: null };
    const known = recordAt(record, asOf, runningSince, dates);
    return stretchOf(asOf, (at) => recordChanges(record, runningSince, dates, at), known);
  }
  const each: Stretch<KnownRecord | null>[] = [];

  function around(asOf: number): Stretch<readonly KnownRecord[]> {
    let from = Number.NEGATIVE_INFINITY;
    let until = Number.POSITIVE_INFINITY;
    const held: KnownRecord[] = [];
    for (let place = 0; place < ordered.length; place += 1) {
      let one = each[place];
      if (one === undefined || !isWithin(one, asOf)) {
        one = stretchAround(ordered[place] as (typeof ordered)[number], asOf);
        each[place] = one;
      }
      if (one.from > from) from = one.from;
      if (one.until < until) until = one.until;
      if (one.held !== null) held.push(one.held);
    }
    return { from, until, held: putInOrder(held, isBefore) };
  }

  let all: Stretch<readonly KnownRecord[]> | undefined;
  return (asOf) => {
    if (all === undefined || !isWithin(all, asOf)) all = around(asOf);
    return all.held;
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

/** The same at any moment: the same for as long as nothing happens to it. */
export function companyThroughTime(
  facts: AccountFacts,
  portal: PortalContext,
  own: NamedProperties['companies'],
): (asOf: number) => KnownCompany | null {
  const { runningSince } = portal.sources.companies;
  const dates = datesOf('companies', own);
  function changes(at: (moment: number) => void): void {
    if (runningSince !== null) at(runningSince);
    for (const { seenAt, values } of facts.company) {
      at(seenAt);
      if (values !== null) eachDate(dates, values, at);
    }
    if (facts.companyHistory !== undefined) historyChanges(facts.companyHistory, at);
  }
  let latest: Stretch<KnownCompany | null> | undefined;
  return (asOf) => {
    if (latest === undefined || !isWithin(latest, asOf))
      latest = stretchOf(asOf, changes, companyAt(facts, portal, own, asOf));
    return latest.held;
  };
}
