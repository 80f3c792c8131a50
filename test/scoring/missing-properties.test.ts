/** What a portal lacks never makes a signal read healthier: without a property that it needs it is unknown, and says so. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { viewAt } from '../../src/scoring/account-view.ts';
import { makeCalendar } from '../../src/scoring/calendar.ts';
import type { AccountFacts, RecordVersion } from '../../src/scoring/facts.ts';
import type { ModelSignal } from '../../src/scoring/model.ts';
import { ACTIVITY_TYPES, definitionOf, type ObjectType } from '../../src/scoring/object-types.ts';
import type { PortalContext, Source } from '../../src/scoring/portal-context.ts';
import { readSignal, sourceProblem } from '../../src/scoring/read-signal.ts';
import type { Reading, Signal } from '../../src/scoring/signal.ts';
import { SIGNALS } from '../../src/scoring/signals/registry.ts';
import { makeWording } from '../../src/wording/make-wording.ts';
import { AS_OF, accountFacts, accountFactsOf, CONNECTED } from './arbitrary-account.ts';
import { entriesOf, setUpModel } from './every-signal.ts';
import { plausibleFactsOf } from './plausible-account.ts';

const MODEL = setUpModel();
const CALENDAR = makeCalendar(CONNECTED.timeZone);
const WORDING = makeWording({ locale: 'en', timeZone: 'UTC' });
const entries = entriesOf(MODEL);

const withSource = (type: ObjectType, given: Partial<Source>): PortalContext => ({
  ...CONNECTED,
  sources: { ...CONNECTED.sources, [type]: { ...CONNECTED.sources[type], ...given } },
});

/** The facts as sync would have stored them in a portal without the property, or without the type. */
function without(facts: AccountFacts, type: ObjectType, property: string | null): AccountFacts {
  const strip = (versions: readonly RecordVersion[]): readonly RecordVersion[] =>
    versions.map((version) => ({
      ...version,
      values:
        version.values && Object.fromEntries(Object.entries(version.values).filter(([name]) => name !== property)),
    }));
  if (type === 'companies' && property === null)
    return { ...facts, company: facts.company.map((version) => ({ ...version, values: {} })) };
  if (type === 'companies') return { ...facts, company: strip(facts.company) };
  const records = facts.records.filter(({ objectType }) => property !== null || objectType !== type);
  return {
    ...facts,
    records: records.map((record) =>
      record.objectType === type ? { ...record, versions: strip(record.versions) } : record,
    ),
  };
}

function read(signal: Signal, facts: AccountFacts, portal: PortalContext): Reading | undefined {
  const view = viewAt(facts, AS_OF, portal, CALENDAR);
  return view && readSignal(signal, entries.get(signal.key) as ModelSignal, view, MODEL);
}

const typesOf = ({ reads }: Signal) => {
  const read = ACTIVITY_TYPES.filter((type) => reads[type] !== undefined);
  return read.length > 0 ? read : ACTIVITY_TYPES;
};
/** Accounts full of what the signal reads: such as there are, and dirty ones. */
const factsFor = (signal: Signal): fc.Arbitrary<AccountFacts> =>
  fc.oneof(plausibleFactsOf(typesOf(signal)), accountFactsOf(typesOf(signal)));

interface Case {
  readonly signal: Signal;
  readonly type: ObjectType;
  readonly property: string;
}
const CASES: readonly Case[] = SIGNALS.flatMap((signal) =>
  (Object.entries(signal.reads) as [ObjectType, readonly string[]][]).flatMap(([type, properties]) =>
    properties
      .filter((property) => definitionOf(type).properties[property]?.kind !== 'ids')
      .map((property) => ({ signal, type, property })),
  ),
);
const named = (cases: readonly Case[]) => cases.map((one) => [one.signal.key, one.type, one.property, one] as const);
const isSpared = ({ signal, type, property }: Case) => signal.spares?.[type]?.includes(property) === true;
/** Other sources of the signal, which stand in. */
const others = ({ signal, type }: Case) =>
  Object.keys(signal.connectedBy).filter((other) => other !== type && signal.connectedBy[type] !== undefined);

describe.each(named(CASES.filter((one) => !isSpared(one))))('%s without %s.%s', (_key, _type, property, one) => {
  test('is unknown for everybody and says which, unless another source stands in', () => {
    const { sources } = withSource(one.type, { missingProperties: [property] });
    const problem = sourceProblem(one.signal, sources, AS_OF);
    if (others(one).length > 0) {
      expect(problem).toBeNull();
      return;
    }
    expect(problem).toMatchObject({ kind: 'unknown', reason: 'property_missing' });
    expect(String(problem?.values?.properties).split(', ')).toContain(property);
    // HubSpot's name of it is nothing to a rep.
    expect(WORDING.say('missing.property_missing', problem?.values)).not.toContain(property);
  });
});

const hasStandIn = (one: Case): boolean => others(one).length > 0 || one.signal.connectedBesides !== undefined;
const standIns = named(CASES.filter((one) => !isSpared(one) && hasStandIn(one)));
describe.each(standIns)('%s without %s.%s', (_key, _type, property, one) => {
  test('goes by its other sources alone, as if the portal had nothing of this one', () => {
    fc.assert(
      fc.property(factsFor(one.signal), (facts) => {
        const lacking = read(
          one.signal,
          without(facts, one.type, property),
          withSource(one.type, { missingProperties: [property] }),
        );
        if (lacking?.kind !== 'scored') return;
        const blocked = read(
          one.signal,
          without(facts, one.type, null),
          withSource(one.type, { blocked: 'type_missing' }),
        );
        expect(lacking).toEqual(blocked);
      }),
      { numRuns: 25 },
    );
  });
});

/** Paid, but on a day that has not come: then only the date would tell that it is owed still. */
const paidLater = ({ records }: AccountFacts): boolean =>
  records.some(({ versions }) => versions.some(({ values }) => Number(values?.hs_payment_date) > AS_OF));

/** A portal without it knows one currency only: there is nothing to compare with. */
const OF_OTHER_PORTALS = ['deal_currency_code'];
/** Of each signal, those of which any one will do, by design: what another of them would have told is not missed. */
const EITHER: Readonly<Record<string, readonly string[]>> = {
  unresolved_complaints: ['hs_ticket_category', 'hs_ticket_priority'],
  first_contact_resolution: ['hs_ticket_reopened_at', 'hs_num_times_contacted'],
  sla_breaches: ['hs_time_to_close_sla_status', 'hs_time_to_first_response_sla_status'],
  email_engagement: ['hs_email_open_count', 'hs_email_click_count', 'hs_email_reply_count'],
};
/**
 * A model tells deals apart by their type or by their pipeline: who can do without either cannot do without the one that it goes by here,
 * unless labels tell as well.
 */
const CHOSEN = { type: 'deals', property: 'dealtype', other: 'pipeline' } as const;
/** Of which any one will do as well, as long as they agree. */
const STAND_INS = ['hs_mrr', 'hs_next_payment_amount', 'hs_last_payment_amount'];
const factsWith = ({ signal, type, property }: Case): fc.Arbitrary<AccountFacts> =>
  type === 'subscriptions' && STAND_INS.includes(property) ? plausibleFactsOf(typesOf(signal)) : factsFor(signal);
const isChosen = (one: Case): boolean =>
  one.type === CHOSEN.type &&
  one.property === CHOSEN.property &&
  isSpared(one) &&
  isSpared({ ...one, property: CHOSEN.other }) &&
  !Object.hasOwn(one.signal.settings, 'labels');
const isComparable = (one: Case): boolean =>
  !isChosen(one) &&
  isSpared(one) &&
  !OF_OTHER_PORTALS.includes(one.property) &&
  !EITHER[one.signal.key]?.includes(one.property);

describe.each(named(CASES.filter(isComparable)))('%s can do without %s.%s', (_key, _type, property, one) => {
  test('and never reads healthier for it', () => {
    fc.assert(
      fc.property(factsWith(one), (facts) => {
        fc.pre(property !== 'hs_payment_date' || !paidLater(facts));
        const whole = read(one.signal, facts, CONNECTED);
        const lacking = read(
          one.signal,
          without(facts, one.type, property),
          withSource(one.type, { missingProperties: [property] }),
        );
        // Only comparisons count as runs; without any the test fails.
        fc.pre(whole?.kind === 'scored' && lacking?.kind === 'scored');
        if (whole?.kind !== 'scored' || lacking?.kind !== 'scored') return;
        expect(lacking.points).toBeLessThanOrEqual(whole.points + 1e-9);
      }),
      { numRuns: 25, maxSkipsPerRun: 200 },
    );
  });
});

test.each(named(CASES.filter(isChosen)))(
  '%s, where it goes by %s.%s, is unknown without',
  (_key, _type, _name, one) => {
    let scored = 0;
    fc.assert(
      fc.property(factsFor(one.signal), (facts) => {
        if (read(one.signal, facts, CONNECTED)?.kind === 'scored') scored += 1;
        const portal = withSource(one.type, { missingProperties: [one.property] });
        expect(read(one.signal, without(facts, one.type, one.property), portal)?.kind).not.toBe('scored');
      }),
      { numRuns: 100 },
    );
    expect(scored).toBeGreaterThan(0);
  },
);

test('of properties of which any one will do, the last one gone makes the signal unknown', () => {
  for (const signal of SIGNALS) {
    for (const [type, properties] of Object.entries(signal.connectedBy) as [ObjectType, readonly string[]][]) {
      const gone = properties.filter((property) => property !== 'contacts');
      if (gone.length === 0 || Object.keys(signal.connectedBy).length > 1) continue;
      const { sources } = withSource(type, { missingProperties: gone });
      expect([signal.key, sourceProblem(signal, sources, AS_OF)?.reason]).toEqual([signal.key, 'property_missing']);
    }
  }
});

test('without the deal stages a renewal that goes badly would not show: unknown', () => {
  const renewals = SIGNALS.filter(({ key }) => key === 'renewal_outcome');
  expect(renewals).toHaveLength(1);
  fc.assert(
    fc.property(accountFacts, (facts) => {
      for (const signal of renewals)
        expect(read(signal, facts, { ...CONNECTED, dealStages: null })).toMatchObject({ reason: 'scope_missing' });
    }),
    { numRuns: 20 },
  );
});
