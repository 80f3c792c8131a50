/** Accounts from short literals, seen through the real as-of view. */
import { type FullView, viewAt } from '../../src/scoring/account-view.ts';
import { type Calendar, DAY_MS, makeCalendar } from '../../src/scoring/calendar.ts';
import type { AccountFacts, FactRecord, RecordVersion } from '../../src/scoring/facts.ts';
import type { Value, Values } from '../../src/scoring/object-definition.ts';
import {
  ACTIVITY_TYPES,
  type ActivityType,
  definitionOf,
  OBJECT_TYPES,
  type ObjectType,
  type PropertyOf,
  type StandardType,
} from '../../src/scoring/object-types.ts';
import type { PortalContext, Source } from '../../src/scoring/portal-context.ts';
import { OBJECTS } from '../../src/scoring/properties.ts';
import type { Pulse } from '../../src/scoring/pulses.ts';
import type { Usage } from '../../src/scoring/usage.ts';

/** 'YYYY-MM-DD' or an ISO moment. A day alone is its first moment in the portal's zone; as `asOf`, its last. */
type When = string;

/** Property values; those left out are known to be empty. Times are a `When`. */
type Literal<T extends ObjectType> = { readonly [P in PropertyOf<T>]?: Value };

type RecordLiteral<T extends ObjectType> = Literal<T> & {
  /** Left out: the type's first letter and its place in the list, `i1`, `i2` ... */
  readonly id?: string;
  /** When we first saw it; left out: the account's `seenAt`. */
  readonly seenAt?: When;
  /** What changed later, and when we saw that; `deleted` ends the record. */
  readonly later?: readonly (Literal<T> & { readonly seenAt: When; readonly deleted?: true })[];
  readonly unlinkedAt?: When;
};

export type AccountLiteral = {
  readonly asOf: When;
  readonly company?: RecordLiteral<'companies'>;
  /** When we first saw everything; left out: at `asOf`. Later than `asOf`: the past before we ran. */
  readonly seenAt?: When;
  /** When the first full sync ended; left out: at `seenAt`. */
  readonly runningSince?: When;
  /** IANA; left out: UTC. */
  readonly timeZone?: string;
  readonly portal?: Partial<Omit<PortalContext, 'sources' | 'mailLoggedDays' | 'callLoggedDays' | 'timeZone'>>;
  readonly sources?: { readonly [T in ObjectType]?: Partial<Source> };
  /** Given in the app; it holds to the end of a day, or for long. */
  readonly pulses?: readonly (Pick<Pulse, 'value' | 'reason'> & {
    readonly givenAt: When;
    readonly expiresOn?: string;
  })[];
  /** Posted to us; left out: seen when it was so, and a key of its own. */
  readonly usage?: readonly (Omit<Usage, 'at'> & {
    readonly at: When;
    readonly seenAt?: When;
    readonly key?: string;
  })[];
  /** By owner, the UTC days on which mail was logged. */
  readonly mailLogged?: Readonly<Record<string, readonly string[]>>;
  /** Likewise of calls; left out: not known, as in the contexts of earlier cycles. */
  readonly callsLogged?: Readonly<Record<string, readonly string[]>>;
} & { readonly [T in ActivityType]?: readonly RecordLiteral<T>[] };

/** A record literal of any type. */
type Loose = Readonly<Record<string, unknown>>;
interface LooseRecord {
  readonly seenAt?: When;
  readonly later?: readonly (Loose & { readonly seenAt: When; readonly deleted?: true })[];
}

interface BuiltAccount {
  readonly facts: AccountFacts;
  readonly portal: PortalContext;
  readonly calendar: Calendar;
  readonly asOf: number;
  readonly view: FullView;
}

/** What HubSpot itself would have filled in. */
const FILLED_IN: { readonly [T in ObjectType]: (given: Literal<T>) => Literal<T> } = {
  companies: () => ({ name: 'Acme' }),
  contacts: () => ({ createdate: '2020-01-01' }),
  deals: () => ({ createdate: '2020-01-01', hs_is_closed: false, hs_is_closed_won: false, referrers: [] }),
  tickets: ({ closed_date }) => ({ hs_is_closed: Boolean(closed_date) }),
  emails: () => ({ contacts: [] }),
  invoices: ({ hs_payment_date: paidAt, hs_amount_billed: billed }) => ({
    hs_invoice_status: paidAt ? 'paid' : 'open',
    hs_balance_due: paidAt ? 0 : (billed ?? null),
  }),
  // HubSpot dates a meeting by its start, and one that nobody says was booked ahead was entered then.
  meetings: ({ hs_meeting_start_time: start }) => ({
    ...(start !== undefined && { hs_timestamp: start, hs_createdate: start }),
    contacts: [],
  }),
  calls: () => ({ contacts: [] }),
  communications: () => ({ contacts: [] }),
  notes: () => ({}),
  feedback_submissions: () => ({}),
  subscriptions: () => ({}),
  commerce_payments: () => ({}),
  quotes: () => ({ deals: [] }),
};

/** The first moment of a day in a zone, or the moment itself, ms since 1970 UTC. */
function moment(when: When, calendar: Calendar): number {
  if (when.includes('T')) return Date.parse(when);
  const dayBefore = new Date(Date.parse(when) - DAY_MS).toISOString().slice(0, 10);
  return calendar.endOfDay(dayBefore) + 1;
}

const daysOf = (logged: Readonly<Record<string, readonly string[]>>) =>
  Object.fromEntries(
    Object.entries(logged).map(([owner, days]) => [owner, days.map((day) => Date.parse(day) / DAY_MS)]),
  );

/** Builds the account and looks at it. @throws Error where the company itself was not known at `asOf`. */
export function account(literal: AccountLiteral): BuiltAccount {
  const calendar = makeCalendar(literal.timeZone ?? 'UTC');
  const asOf = literal.asOf.includes('T') ? Date.parse(literal.asOf) : calendar.endOfDay(literal.asOf);
  const seenAt = literal.seenAt === undefined ? asOf : moment(literal.seenAt, calendar);
  const runningSince = literal.runningSince === undefined ? seenAt : moment(literal.runningSince, calendar);

  const portal: PortalContext = {
    timeZone: calendar.timeZone,
    currency: 'EUR',
    dealStages: {},
    sentimentLabels: {},
    ticketMedians: {},
    kindQuarters: { meetings: {}, tickets: {} },
    ...literal.portal,
    sources: Object.fromEntries(
      OBJECT_TYPES.map((type) => [
        type,
        {
          blocked: null,
          runningSince,
          firstRecordAt: 0,
          missingProperties: [],
          filledSince: Object.fromEntries(Object.keys(OBJECTS[type].properties).map((property) => [property, 0])),
          ...literal.sources?.[type],
        },
      ]),
    ) as unknown as PortalContext['sources'],
    mailLoggedDays: daysOf(literal.mailLogged ?? {}),
    ...(literal.callsLogged && { callLoggedDays: daysOf(literal.callsLogged) }),
  };

  const valuesOf = (type: StandardType, given: Loose): Values => {
    const definition = definitionOf(type);
    const filled: Loose = { ...FILLED_IN[type](given as Literal<never>), ...given };
    const present = Object.entries(definition.properties).filter(
      ([property]) => !portal.sources[type].missingProperties.includes(property),
    );
    return Object.fromEntries(
      present.map(([property, { kind }]) => {
        const value = (filled[property] ?? null) as Value;
        return [property, kind === 'time' && typeof value === 'string' ? moment(value, calendar) : value];
      }),
    );
  };
  const versionsOf = (type: StandardType, record: LooseRecord): readonly RecordVersion[] => {
    const { seenAt: firstSeen, later = [], ...first } = record;
    let given: Loose = first;
    const version = (at: number, values: Values | null): RecordVersion => ({ effectiveAt: at, seenAt: at, values });
    return [
      version(firstSeen === undefined ? seenAt : moment(firstSeen, calendar), valuesOf(type, given)),
      ...later.map(({ seenAt: seen, deleted, ...changes }) => {
        given = { ...given, ...changes };
        return version(moment(seen, calendar), deleted ? null : valuesOf(type, given));
      }),
    ];
  };

  const facts: AccountFacts = {
    companyId: literal.company?.id ?? 'company',
    company: versionsOf('companies', literal.company ?? {}),
    pulses: (literal.pulses ?? []).map(({ value, reason, givenAt, expiresOn = '2099-12-31' }) => ({
      value,
      reason,
      givenAt: moment(givenAt, calendar),
      expiresAt: calendar.endOfDay(expiresOn),
    })),
    usage: (literal.usage ?? []).map(({ metric, value, at, seenAt: seen = at, key = `at:${at}` }) => ({
      metric,
      value,
      key,
      at: moment(at, calendar),
      seenAt: moment(seen, calendar),
    })),
    records: ACTIVITY_TYPES.flatMap((objectType) =>
      (literal[objectType] ?? []).map((record, index): FactRecord => {
        const versions = versionsOf(objectType, record);
        return {
          objectType,
          id: record.id ?? `${objectType[0]}${index + 1}`,
          versions,
          linkedAt: versions[0]?.seenAt ?? seenAt,
          unlinkedAt: record.unlinkedAt === undefined ? null : moment(record.unlinkedAt, calendar),
        };
      }),
    ),
  };
  const view = viewAt(facts, asOf, portal, calendar);
  if (view === undefined) throw new Error(`The company was not known on ${literal.asOf}.`);
  return { facts, portal, calendar, asOf, view };
}
