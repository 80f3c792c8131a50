/**
 * The as-of view: what could be known of one account at a moment. Every rule about time lives here, so that a signal's
 * author writes plain code over the records as they stood.
 */

import {
  companyAt,
  companyThroughTime,
  type KnownCompany,
  type RecordsOf,
  recordsAt,
  recordsThroughTime,
} from './account-timeline.ts';
import type { Calendar } from './calendar.ts';
import type { AccountFacts, FactRecord, RecordVersion } from './facts.ts';
import { type Now, WatchedNow } from './now.ts';
import type { Kind } from './object-definition.ts';
import {
  ACTIVITY_TYPES,
  type ActivityType,
  type NamedProperties,
  type ObjectType,
  type PropertyOf,
  type Reads,
  type StandardType,
} from './object-types.ts';
import type { PortalContext } from './portal-context.ts';
import type { OBJECTS } from './properties.ts';
import { valueSince } from './property-history.ts';
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
  /** The view's moment. */
  readonly now: Now;
  readonly calendar: Calendar;
  readonly portal: PortalContext;
  readonly company: KnownRecord<
    'companies',
    R extends { companies: readonly (infer P)[] } ? P & PropertyOf<'companies'> : never
  >;
} & {
  /** By birth, then id. */
  readonly [T in ActivityType & keyof R]: readonly KnownRecord<
    T,
    R[T] extends readonly (infer P)[] ? P & PropertyOf<T> : never
  >[];
} & (ActivityType & keyof R extends never ? BesidesRecords : unknown);

/** What a signal may see besides that reads no records but the company's. */
export interface BesidesRecords {
  /**
   * When we first saw the company property's present value, or before we were running when its history says that it was set; ms,
   * at or before the view's moment; null where the value is not known.
   */
  companyValueSince(property: string): number | null;
  /** The pulse given last in the app, which may have expired; null: none yet. */
  readonly pulse: Pulse | null;
  /** Product usage that was posted to us, by time. */
  readonly usage: readonly Usage[];
}

/** The view with everything in it. */
export interface FullView
  extends AccountView<{ readonly [T in ObjectType]: readonly PropertyOf<T>[] }>,
    BesidesRecords {
  readonly now: WatchedNow;
  /** The same account at an earlier moment (ms), in a portal that may be another; undefined where it was not known then. */
  earlier(moment: number, portal: PortalContext): FullView | undefined;
}

/** Whole calendar days from one moment to another. */
export const daysBetween = (calendar: Calendar, from: number, to: number): number =>
  calendar.day(to) - calendar.day(from);

const NONE: readonly KnownRecord[] = [];

/** The account as if it had no records of these types. */
export const withoutRecords = (account: FullView, types: readonly ActivityType[]): FullView =>
  types.length === 0 ? account : { ...account, ...Object.fromEntries(types.map((type) => [type, NONE])) };

const NOTHING_SAID: NonNullable<AccountFacts['pulses']> = [];
const NOTHING_POSTED: NonNullable<AccountFacts['usage']> = [];

/** The account as it could be known at a moment; undefined where the company itself was not (deleted, or not seen yet). */
export function viewAt(
  facts: AccountFacts,
  asOf: number,
  portal: PortalContext,
  calendar: Calendar,
  named: NamedProperties = {},
): FullView | undefined {
  const company = companyAt(facts, portal, named.companies, asOf);
  if (company === null) return undefined;
  const earlier: FullView['earlier'] = (moment, then) => viewAt(facts, moment, then, calendar, named);
  const view = viewOf({ facts, portal, calendar }, asOf, company, earlier);
  for (const of of byType(facts.records)) view[of.type] = recordsAt(of, portal, named[of.type], asOf);
  return view as unknown as FullView;
}

/** The account at any moment: of moments that are near each other, asked for one after the other, much is worked out once. */
export function viewsOf(
  facts: AccountFacts,
  portal: PortalContext,
  calendar: Calendar,
  named: NamedProperties = {},
): (asOf: number) => FullView | undefined {
  const types = byType(facts.records).map((of) => ({
    type: of.type,
    recordsThen: recordsThroughTime(of, portal, named[of.type]),
    inLatest: NONE,
  }));
  const companyThen = companyThroughTime(facts, portal, named.companies);
  const earlier: FullView['earlier'] = (moment, then) =>
    then === portal ? viewThen(moment) : viewAt(facts, moment, then, calendar, named);

  // Each is the one before with what has changed since.
  let latest: object = BLANK;
  function viewThen(asOf: number): FullView | undefined {
    const company = companyThen(asOf);
    if (company === null) return undefined;
    const view = viewOf({ facts, portal, calendar }, asOf, company, earlier, latest);
    for (const one of types) {
      const records = one.recordsThen(asOf);
      if (records === one.inLatest) continue;
      view[one.type] = records;
      one.inLatest = records;
    }
    latest = view;
    return view as unknown as FullView;
  }
  return viewThen;
}

/** A view to which its records are still to be added. */
type Begun = Record<string, unknown> & { -readonly [K in Exclude<keyof FullView, ActivityType>]: FullView[K] };

/** All that every view has: copied and filled, each is made at once and in the same shape. */
const BLANK = Object.fromEntries([
  ...['now', 'calendar', 'portal', 'company', 'companyValueSince', 'earlier', 'pulse', 'usage'].map((key) => [
    key,
    null,
  ]),
  ...ACTIVITY_TYPES.map((type) => [type, NONE]),
]);

function viewOf(
  {
    facts,
    portal,
    calendar,
  }: { readonly facts: AccountFacts; readonly portal: PortalContext; readonly calendar: Calendar },
  asOf: number,
  { version, known }: KnownCompany,
  earlier: FullView['earlier'],
  from: object = BLANK,
): Begun {
  const { runningSince } = portal.sources.companies;
  const view = { ...from } as Begun;
  view.now = new WatchedNow(asOf, calendar);
  view.calendar = calendar;
  view.portal = portal;
  view.company = known as FullView['company'];
  view.companyValueSince = (property) => {
    const isBefore = runningSince === null || asOf < runningSince;
    const told = isBefore ? valueSince(facts.companyHistory?.[property], asOf) : undefined;
    return told ?? seenSince(facts.company, version, property, asOf);
  };
  view.earlier = earlier;
  view.pulse = latestPulse(facts.pulses ?? NOTHING_SAID, asOf);
  view.usage = usageAt(facts.usage ?? NOTHING_POSTED, asOf, portal.usage?.runningSince ?? null);
  return view;
}

/** Records of one type mostly come one after the other. */
function byType(records: readonly FactRecord[]): readonly RecordsOf[] {
  const types: { readonly type: ActivityType; readonly records: FactRecord[] }[] = [];
  let latest: (typeof types)[number] | undefined;
  for (const record of records) {
    const type = record.objectType;
    if (latest?.type !== type) {
      latest = types.find((one) => one.type === type) ?? { type, records: [] };
      if (latest.records.length === 0) types.push(latest);
    }
    latest.records.push(record);
  }
  return types;
}

/** When we first saw the value that a version has, without another in between; null where the version itself was not seen by then. */
function seenSince(
  versions: readonly RecordVersion[],
  latest: RecordVersion,
  property: string,
  asOf: number,
): number | null {
  if (latest.seenAt > asOf) return null;
  const value = latest.values?.[property];
  let since = latest.seenAt;
  for (const version of versions.toReversed()) {
    if (version.seenAt > latest.seenAt) continue;
    if (version.values?.[property] !== value) break;
    since = version.seenAt;
  }
  return since;
}

/** True where mail, or calls, of the owner were logged on at least one of the UTC days before the view's, fewer than `days` ago. */
export function isLogged(
  { now, portal }: { readonly now: Now; readonly portal: Pick<PortalContext, 'mailLoggedDays' | 'callLoggedDays'> },
  channel: 'emails' | 'calls',
  ownerId: string,
  days: number,
): boolean {
  const logged = (channel === 'emails' ? portal.mailLoggedDays : portal.callLoggedDays)?.[ownerId];
  return logged !== undefined && now.hadDay(logged, days);
}
