/** What a portal lacks never makes a signal read healthier: without a property that it needs it is unknown, and says so. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { parseModel } from '../../src/model-file.ts';
import { viewAt } from '../../src/scoring/account-view.ts';
import { makeCalendar } from '../../src/scoring/calendar.ts';
import type { AccountFacts, RecordVersion } from '../../src/scoring/facts.ts';
import type { ModelSignal } from '../../src/scoring/model.ts';
import type { PortalContext, Source } from '../../src/scoring/portal-context.ts';
import { OBJECTS, type ObjectDefinition, type ObjectType } from '../../src/scoring/properties.ts';
import { readSignal, sourceProblem } from '../../src/scoring/read-signal.ts';
import type { Reading, Signal } from '../../src/scoring/signal.ts';
import { SIGNALS } from '../../src/scoring/signals/registry.ts';
import { makeWording } from '../../src/wording/make-wording.ts';
import { AS_OF, accountFacts, CONNECTED } from './arbitrary-account.ts';

const MODEL = parseModel(readFileSync('models/standard-b2b.yaml', 'utf8'), 'models/standard-b2b.yaml');
const CALENDAR = makeCalendar(CONNECTED.timeZone);
const WORDING = makeWording({ locale: 'en', timeZone: 'UTC' });
const entries = new Map(Object.values(MODEL.dimensions).flatMap(({ signals }) => Object.entries(signals)));

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

interface Case {
  readonly signal: Signal;
  readonly type: ObjectType;
  readonly property: string;
}
const CASES: readonly Case[] = SIGNALS.flatMap((signal) =>
  (Object.entries(signal.reads) as [ObjectType, readonly string[]][]).flatMap(([type, properties]) =>
    properties
      .filter((property) => (OBJECTS[type] as ObjectDefinition).properties[property]?.kind !== 'ids')
      .map((property) => ({ signal, type, property })),
  ),
);
const named = (cases: readonly Case[]) => cases.map((one) => [one.signal.key, one.type, one.property, one] as const);
const isSpared = ({ signal, type, property }: Case) =>
  (signal.spares?.[type] as readonly string[] | undefined)?.includes(property) === true;
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
    expect(WORDING.say('missing.property_missing', problem?.values)).toContain(`(${property})`);
  });

  test('goes by its other sources alone, as if the portal had nothing of this one', () => {
    fc.assert(
      fc.property(accountFacts, (facts) => {
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
      { numRuns: 30 },
    );
  });
});

/** Paid, but on a day that has not come: then only the date would tell that it is owed still. */
const paidLater = ({ records }: AccountFacts): boolean =>
  records.some(({ versions }) => versions.some(({ values }) => Number(values?.hs_payment_date) > AS_OF));

const compared: string[] = [];
afterAll(() => {
  // The comparisons below were no empty ones.
  expect(new Set(compared).size).toBeGreaterThan(4);
});

/** A portal without it knows one currency only: there is nothing to compare with. */
const OF_OTHER_PORTALS = ['deal_currency_code'];
/** Any one of these will do, by design: what another of them would have told is not missed. */
const EITHER = ['hs_ticket_category', 'hs_ticket_priority', 'hs_ticket_reopened_at', 'hs_num_times_contacted'];
const COUNTERS = ['hs_email_open_count', 'hs_email_click_count', 'hs_email_reply_count'];

describe.each(
  named(CASES.filter((one) => isSpared(one) && ![...EITHER, ...COUNTERS, ...OF_OTHER_PORTALS].includes(one.property))),
)('%s can do without %s.%s', (_key, _type, property, one) => {
  test('and never reads healthier for it', () => {
    fc.assert(
      fc.property(accountFacts, (facts) => {
        if (property === 'hs_payment_date' && paidLater(facts)) return;
        const whole = read(one.signal, facts, CONNECTED);
        const lacking = read(
          one.signal,
          without(facts, one.type, property),
          withSource(one.type, { missingProperties: [property] }),
        );
        if (whole?.kind !== 'scored' || lacking?.kind !== 'scored') return;
        compared.push(one.signal.key);
        expect(lacking.points).toBeLessThanOrEqual(whole.points + 1e-9);
      }),
      { numRuns: 200 },
    );
  });
});

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
