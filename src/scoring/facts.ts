import type { ObjectDefinition, Values } from './object-definition.ts';
import { definitionOf, type ObjectType } from './object-types.ts';
import { type RecordHistory, readBy } from './property-history.ts';
import type { Pulse } from './pulses.ts';
import type { UsageVersion } from './usage.ts';

/** One version of a record's values. Versions are only ever added; a changed value never erases what was known. */
export interface RecordVersion {
  /** When HubSpot says this state began (last modified, or archived): ms since 1970 UTC. */
  readonly effectiveAt: number;
  /** When we first saw this state: ms since 1970 UTC. */
  readonly seenAt: number;
  /** Null: the record was deleted (archived, merged away) in HubSpot. */
  readonly values: Values | null;
}

/** A record that is, or was, associated with the company. */
export interface FactRecord {
  readonly objectType: Exclude<ObjectType, 'companies'>;
  readonly id: string;
  /** Ascending by `seenAt`; never empty. */
  readonly versions: readonly RecordVersion[];
  /** When we first saw the association, and when we first saw it gone. */
  readonly linkedAt: number;
  readonly unlinkedAt: number | null;
  /** What HubSpot told of its past values. Left out: nothing, or it was not asked. */
  readonly history?: RecordHistory;
}

/** Everything we hold about one company: its own versions, the records associated with it, and what was told to us alone. */
export interface AccountFacts {
  readonly companyId: string;
  /** Ascending by `seenAt`; never empty. */
  readonly company: readonly RecordVersion[];
  /** What HubSpot told of the company's own past values. Left out: nothing, or it was not asked. */
  readonly companyHistory?: RecordHistory;
  readonly records: readonly FactRecord[];
  /** Given in the app, in any order. Left out: none. */
  readonly pulses?: readonly Pulse[];
  /** Posted to us, in any order. Left out: none. */
  readonly usage?: readonly UsageVersion[];
}

/** The moment from which a record with these values exists, ms; null where none of its birth dates is filled. */
export const bornAt = (objectType: ObjectType, values: Values): number | null =>
  birthIn(definitionOf(objectType), values);

/** The same, by the definition of the record's type. */
export function birthIn({ born: dates }: ObjectDefinition, values: Values): number | null {
  let born: number | null = null;
  for (const property of dates) {
    const value = values[property];
    if (typeof value === 'number' && (born === null || value < born)) born = value;
  }
  return born;
}

/** What of these facts had been seen by a moment; undefined where the company itself had not. */
export function seenBy(facts: AccountFacts, moment: number): AccountFacts | undefined {
  const seen = (versions: readonly RecordVersion[]) => versions.filter(({ seenAt }) => seenAt <= moment);
  const company = seen(facts.company);
  if (company.length === 0) return undefined;
  const records = facts.records.flatMap((record): FactRecord[] => {
    const versions = seen(record.versions);
    if (versions.length === 0 || record.linkedAt > moment) return [];
    const unlinked = record.unlinkedAt !== null && record.unlinkedAt <= moment;
    const { history: whole, ...rest } = record;
    const history = whole && readBy(whole, moment);
    return [{ ...rest, versions, unlinkedAt: unlinked ? record.unlinkedAt : null, ...(history && { history }) }];
  });
  const { companyHistory: whole, ...rest } = facts;
  const companyHistory = whole && readBy(whole, moment);
  return {
    ...rest,
    company,
    ...(companyHistory && { companyHistory }),
    records,
    ...(facts.pulses && { pulses: facts.pulses.filter(({ givenAt }) => givenAt <= moment) }),
    ...(facts.usage && { usage: facts.usage.filter(({ seenAt }) => seenAt <= moment) }),
  };
}
