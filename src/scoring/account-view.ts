/**
 * The as-of view: what could be known of one account at a moment. Every rule about time lives here, so that a signal's
 * author writes plain code over the records as they stood.
 */
import { type Calendar, DAY_MS } from './calendar.ts';
import { type AccountFacts, bornAt, type FactRecord, type RecordVersion } from './facts.ts';
import type { Kind, Property, Values } from './object-definition.ts';
import {
  ACTIVITY_TYPES,
  type ActivityType,
  definitionOf,
  type NamedProperties,
  type ObjectType,
  type PropertyOf,
  type Reads,
  type StandardType,
} from './object-types.ts';
import { type PortalContext, sourceOf } from './portal-context.ts';
import type { OBJECTS } from './properties.ts';
import { latestPulse, type Pulse } from './pulses.ts';
import { type Usage, usageAt } from './usage.ts';

type ValueOf<K extends Kind> = K extends 'text' | 'prose'
  ? string
  : K extends 'flag'
    ? boolean
    : K extends 'ids'
      ? readonly string[]
      : number;

type KindOf<T extends ObjectType, P> = T extends StandardType
  ? P extends keyof (typeof OBJECTS)[T]['properties']
    ? (typeof OBJECTS)[T]['properties'][P] extends { kind: infer K extends Kind }
      ? K
      : never
    : never
  : Kind;

/** Property values at the view's moment. Null: known to be empty. Undefined: not known at that moment. */
export type KnownValues<T extends ObjectType, P extends PropertyOf<T>> = {
  readonly [K in P]?: ValueOf<KindOf<T, K>> | null;
};

/** A record that existed at the view's moment. */
export interface KnownRecord<T extends ObjectType = ObjectType, P extends PropertyOf<T> = never> {
  readonly objectType: T;
  readonly id: string;
  /** Ms since 1970 UTC; at or before the view's moment. */
  readonly bornAt: number;
  readonly values: KnownValues<T, P>;
}

/** What one signal may see: the object types and properties that it declares, and no others. */
export type AccountView<R extends Reads> = {
  /** The moment, ms since 1970 UTC. */
  readonly asOf: number;
  readonly calendar: Calendar;
  readonly portal: PortalContext;
  readonly company: KnownRecord<
    'companies',
    R extends { companies: readonly (infer P)[] } ? P & PropertyOf<'companies'> : never
  >;
  /** When we first saw the company property's present value; ms, at or before `asOf`; null where the value is not known. */
  companyValueSince(property: string): number | null;
  /** The pulse given last in the app, which may have expired; null: none yet. */
  readonly pulse: Pulse | null;
  /** Product usage that was posted to us, by time. */
  readonly usage: readonly Usage[];
} & {
  /** By birth, then id. */
  readonly [T in ActivityType & keyof R]: readonly KnownRecord<
    T,
    R[T] extends readonly (infer P)[] ? P & PropertyOf<T> : never
  >[];
};

/** The view with everything in it. */
export type FullView = AccountView<{ readonly [T in ObjectType]: readonly PropertyOf<T>[] }> & {
  /** The same account at an earlier moment (ms), in a portal that may be another; undefined where it was not known then. */
  earlier(moment: number, portal: PortalContext): FullView | undefined;
};

/** Whole calendar days from one moment to another. */
export const daysBetween = (calendar: Calendar, from: number, to: number): number =>
  calendar.day(to) - calendar.day(from);

/**
 * The version that counts at a moment. Once we were running, what we had not seen by then does not count; before that
 * everything we know now does, and its dates decide.
 */
function versionAt(
  versions: readonly RecordVersion[],
  asOf: number,
  runningSince: number | null,
): RecordVersion | undefined {
  if (runningSince === null || asOf < runningSince) return versions.at(-1);
  return versions.findLast((version) => version.seenAt <= asOf);
}

function linkedAt(record: FactRecord, asOf: number, runningSince: number | null): boolean {
  if (runningSince === null || asOf < runningSince) return record.unlinkedAt === null;
  return record.linkedAt <= asOf && (record.unlinkedAt === null || record.unlinkedAt > asOf);
}

/** The values that could be known at a moment, by each property's dating. */
export function valuesAt(
  objectType: ObjectType,
  values: Values,
  seenAt: number,
  asOf: number,
  own: Readonly<Record<string, Property>> = {},
): Values {
  const definition = definitionOf(objectType);
  const seen = seenAt <= asOf;
  const settled = definition.settles?.when(values) === true;
  const settledAt = settled ? values[definition.settles?.at ?? ''] : null;
  // A record that settled without a date is settled from when we saw it so.
  const settledKnown = settled && (typeof settledAt === 'number' ? settledAt <= asOf : seen);

  const known: Record<string, Values[string]> = {};
  for (const [property, value] of Object.entries(values)) {
    const dating = (definition.properties[property] ?? own[property])?.dating ?? 'current';
    if (dating === 'fixed') known[property] = value;
    else if (dating === 'event') {
      // The date of an end that has not come is that of a step towards it, such as a part payment.
      const ends = property === definition.settles?.at && !settled;
      if (typeof value === 'number') known[property] = value <= asOf && !ends ? value : null;
      else if (!settled || seen || property !== definition.settles?.at) known[property] = null;
    } else if (dating === 'settled' ? (settled ? settledKnown : seen) : seen) known[property] = value;
  }
  return known;
}

const byBirth = (a: KnownRecord, b: KnownRecord): number =>
  a.bornAt - b.bornAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** The account as it could be known at `asOf`; undefined where the company itself was not (deleted, or not seen yet). */
export function viewAt(
  facts: AccountFacts,
  asOf: number,
  portal: PortalContext,
  calendar: Calendar,
  named: NamedProperties = {},
): FullView | undefined {
  const companySince = portal.sources.companies.runningSince;
  const company = versionAt(facts.company, asOf, companySince);
  if (company === undefined || company.values === null) return undefined;

  const records: Record<ActivityType, KnownRecord[]> = Object.fromEntries(
    ACTIVITY_TYPES.map((type) => [type, []]),
  ) as unknown as Record<ActivityType, KnownRecord[]>;
  for (const record of facts.records) {
    const { runningSince } = sourceOf(portal, record.objectType);
    if (!linkedAt(record, asOf, runningSince)) continue;
    const version = versionAt(record.versions, asOf, runningSince);
    if (version === undefined || version.values === null) continue;
    if (definitionOf(record.objectType).ignore?.(version.values)) continue;
    // A record without any birth date exists from when we first saw it.
    const born = bornAt(record.objectType, version.values) ?? record.versions[0]?.seenAt ?? Number.POSITIVE_INFINITY;
    if (born > asOf) continue;
    const values = valuesAt(record.objectType, version.values, version.seenAt, asOf, named[record.objectType]);
    records[record.objectType] ??= [];
    records[record.objectType]?.push({ objectType: record.objectType, id: record.id, bornAt: born, values });
  }
  for (const ofType of Object.values(records)) ofType.sort(byBirth);

  const companyValueSince = (property: string): number | null => {
    if (company.seenAt > asOf) return null;
    const value = company.values?.[property];
    let since = company.seenAt;
    for (const version of facts.company.toReversed()) {
      if (version.seenAt > company.seenAt) continue;
      if (version.values?.[property] !== value) break;
      since = version.seenAt;
    }
    return since;
  };
  return {
    asOf,
    calendar,
    portal,
    company: {
      objectType: 'companies',
      id: facts.companyId,
      bornAt: 0,
      values: valuesAt('companies', company.values, company.seenAt, asOf, named.companies),
    },
    companyValueSince,
    earlier: (moment, then) => viewAt(facts, moment, then, calendar, named),
    pulse: latestPulse(facts.pulses ?? [], asOf),
    usage: usageAt(facts.usage ?? [], asOf, portal.usage?.runningSince ?? null),
    ...records,
  } as FullView;
}

/** True where mail, or calls, of the owner were logged on at least one of the UTC days before the view's, fewer than `days` ago. */
export function isLogged(
  view: { asOf: number; portal: Pick<PortalContext, 'mailLoggedDays' | 'callLoggedDays'> },
  channel: 'emails' | 'calls',
  ownerId: string,
  days: number,
): boolean {
  const { mailLoggedDays, callLoggedDays } = view.portal;
  const today = Math.floor(view.asOf / DAY_MS);
  const logged = (channel === 'emails' ? mailLoggedDays : callLoggedDays)?.[ownerId] ?? [];
  // The day itself is not over: what is logged later on it must not count yet.
  const last = logged.findLast((day) => day < today);
  return last !== undefined && today - last < days;
}
