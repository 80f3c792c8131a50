/** Rule 5: what a replay says of a day is what a portal that was first synced on that day would have said. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../../src/scoring/calendar.ts';
import type { AccountFacts, FactRecord } from '../../../src/scoring/facts.ts';
import type { Model } from '../../../src/scoring/model.ts';
import { ACTIVITY_TYPES } from '../../../src/scoring/object-types.ts';
import type { PortalContext } from '../../../src/scoring/portal-context.ts';
import { scoreAt } from '../../../src/scoring/replay.ts';
import type { HealthScore } from '../../../src/scoring/score.ts';
import type { SignalResult } from '../../../src/scoring/weigh.ts';
import { AS_OF, CONNECTED, RUNNING_SINCE } from '../arbitrary-account.ts';
import { freshFacts, freshPortal } from '../fresh-portal.ts';
import { plausibleFactsOf } from '../plausible-account.ts';
import { withPast } from '../with-past.ts';
import { anyType, withSource } from './any-portal.ts';
import { calendar, model as standard } from './customers.ts';

/**
 * What is compared: every signal that the replay does not call `not_known_then`, unknown for whatever other reason or known, with its
 * evidence; and the whole score of the model with these signals alone. What HubSpot tells only as of today is drawn anew in the fresh
 * portal, for on that day it may have been anything: nothing that the replay claims to know may hang on it.
 *
 * What is left out: `contact_breadth`, `growth` and `referrals`, which read without a company's size, an open deal's chance, a label. They
 * know only part of what the fresh portal knows, and do not say so. They may read lower, never higher: the third test.
 */
const LOWER_AT_MOST = new Set(['contact_breadth', 'growth', 'referrals']);

/** Of this the past is not read: the labels of associations have none. */
const WITHOUT_PAST = new Set(['referrals']);

/** No coverage is too low here, so that the score itself is compared. */
const model: Model = { ...standard, minimumCoverage: 0, minimumDimensions: 1, segments: [] };

const quarters = CONNECTED.kindQuarters.meetings.Training ?? [];
const PORTAL: PortalContext = {
  ...CONNECTED,
  exchangeRates: {
    USD: [
      { since: AS_OF - 600 * DAY_MS, rate: 0.9 },
      { since: AS_OF - 200 * DAY_MS, rate: 0.8 },
    ],
  },
  kindQuarters: {
    ...CONNECTED.kindQuarters,
    tickets: { 'TRAINING;COMPLAINT': quarters, COMPLAINT: quarters, GENERAL_INQUIRY: quarters },
  },
};

const daysBefore = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((days) => AS_OF - days * DAY_MS);

/** A portal that came to hold some types of records, or values of some of their properties, only lately. */
const portal = fc
  .uniqueArray(fc.tuple(anyType, daysBefore(1, 700)), { maxLength: 3, selector: ([type]) => type })
  .map((late) =>
    late.reduce(
      (so, [type, since]) =>
        withSource(so, type, {
          firstRecordAt: since,
          filledSince: Object.fromEntries(Object.keys(so.sources[type].filledSince).map((name) => [name, since])),
        }),
      PORTAL,
    ),
  );

/**
 * A company first synced later, as one state. Nobody owns it (HubSpot tells today's owner, a replay goes by whoever wrote last), its
 * stage agrees with the day on which it became a customer, and nobody had the app, to give a pulse in, before the sync.
 */
const account = fc
  .record({
    facts: fc.oneof(
      {
        weight: 4,
        arbitrary: fc.subarray([...ACTIVITY_TYPES], { minLength: 1, maxLength: 3 }).chain(plausibleFactsOf),
      },
      plausibleFactsOf(['tickets', 'feedback_submissions']).map(asked),
    ),
    customerSince: fc.option(daysBefore(0, 720), { nil: 0 }),
  })
  .map(({ facts, customerSince }): AccountFacts => {
    const own = { type: null, domain: null, hubspot_owner_id: null, lifecyclestage: 'customer' };
    const values = { ...facts.company.at(-1)?.values, ...own, hs_lifecyclestage_customer_date: customerSince };
    return {
      ...facts,
      company: [{ effectiveAt: 0, seenAt: RUNNING_SINCE, values }],
      records: facts.records.map((record) => (Number(record.id) % 3 === 0 ? inDollars(record) : record)),
      pulses: (facts.pulses ?? []).filter(({ givenAt }) => givenAt > RUNNING_SINCE),
    };
  });

/** Asked after what tickets are rated for as well: few draws have enough answers beside a rating. */
function asked(facts: AccountFacts): AccountFacts {
  const records = facts.records.map((record): FactRecord => {
    if (record.objectType !== 'feedback_submissions') return record;
    const answer = { hs_survey_type: Number(record.id) % 2 === 0 ? 'CSAT' : 'CES', hs_value: 1 };
    return { ...record, versions: record.versions.map((one) => ({ ...one, values: { ...one.values, ...answer } })) };
  });
  return { ...facts, records };
}

function inDollars(record: FactRecord): FactRecord {
  const currencies = ['hs_currency', 'hs_currency_code', 'deal_currency_code'];
  const versions = record.versions.map((version) => {
    const named = currencies.filter((name) => name in (version.values ?? {}));
    return { ...version, values: { ...version.values, ...Object.fromEntries(named.map((name) => [name, 'USD'])) } };
  });
  return { ...record, versions };
}

const moment = fc.integer({ min: AS_OF - 500 * DAY_MS, max: RUNNING_SINCE - 1 });

/** What a portal first synced at the moment holds; the company is a customer by then or a lead. */
function syncedAt(facts: AccountFacts, at: number, seed: number): AccountFacts {
  const fresh = freshFacts(facts, at, seed);
  const company = fresh.company.map((version) => {
    const became = version.values?.hs_lifecyclestage_customer_date;
    return { ...version, values: { ...version.values, lifecyclestage: became === null ? 'lead' : 'customer' } };
  });
  return { ...fresh, company };
}

/** The model with these signals alone. */
function withOnly(keys: ReadonlySet<string>): Model {
  const dimensions = Object.entries(model.dimensions).map(([key, dimension]) => {
    const signals = Object.entries(dimension.signals).filter(([signal]) => keys.has(signal));
    return [key, { ...dimension, signals: Object.fromEntries(signals) }];
  });
  const caps = model.caps.filter(({ signal }) => keys.has(signal));
  return { ...model, dimensions: Object.fromEntries(dimensions), caps };
}

const signalsOf = (health: HealthScore | undefined): readonly SignalResult[] =>
  health === undefined || health.state === 'not_customer' ? [] : health.signals;

const isToldThen = ({ reading }: SignalResult): boolean =>
  reading.kind === 'scored' || reading.reason !== 'not_known_then';

/** The account at the moment, replayed and fresh, by the signals that are compared. */
function both(held: AccountFacts, fresh: AccountFacts, at: number, context: PortalContext, left = LOWER_AT_MOST) {
  const replayed = signalsOf(scoreAt(held, at, context, model, calendar));
  const keys = replayed.filter((one) => isToldThen(one) && !left.has(one.signal)).map(({ signal }) => signal);
  const by = withOnly(new Set(keys));
  return {
    replay: scoreAt(held, at, context, by, calendar),
    fresh: scoreAt(fresh, at, freshPortal(context, at), by, calendar),
  };
}

describe('a replay and a portal that was first synced on that day', () => {
  it('say the same, to the digit, sentence and reason, of all that the replay claims to know', () => {
    fc.assert(
      fc.property(account, moment, fc.integer(), portal, (facts, at, seed, context) => {
        const { replay, fresh } = both(facts, syncedAt(facts, at, seed), at, context);
        expect(replay).toEqual(fresh);
      }),
      { numRuns: 150 },
    );
  });

  it('say the same of all but what has no past in HubSpot, where the past was read as well', () => {
    fc.assert(
      fc.property(account, moment, fc.integer(), portal, (facts, at, seed, context) => {
        const fresh = syncedAt(facts, at, seed);
        const { replay, fresh: then } = both(withPast(facts, fresh, at, seed), fresh, at, context, WITHOUT_PAST);
        expect(replay).toEqual(then);
      }),
      { numRuns: 150 },
    );
  });

  it('differ one way where the replay may do without something: it never reads healthier', () => {
    fc.assert(
      fc.property(account, moment, fc.integer(), (facts, at, seed) => {
        const fresh = signalsOf(scoreAt(syncedAt(facts, at, seed), at, freshPortal(PORTAL, at), model, calendar));
        for (const { signal, reading } of signalsOf(scoreAt(facts, at, PORTAL, model, calendar))) {
          const other = fresh.find((one) => one.signal === signal)?.reading;
          if (!LOWER_AT_MOST.has(signal) || reading.kind !== 'scored' || other?.kind !== 'scored') continue;
          expect(reading.points, signal).toBeLessThanOrEqual(other.points);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('are compared where it matters: known readings of every kind, and scores', () => {
    const runs = fc.sample(fc.tuple(account, moment, fc.integer(), portal), { numRuns: 1_000, seed: 11 });
    const known = new Map<string, number>();
    let scored = 0;
    for (const [facts, at, seed, context] of runs) {
      const { replay } = both(facts, syncedAt(facts, at, seed), at, context);
      if (replay?.state === 'scored') scored += 1;
      for (const { signal, reading } of signalsOf(replay))
        if (reading.kind === 'scored') known.set(signal, (known.get(signal) ?? 0) + 1);
    }
    expect(scored).toBeGreaterThan(300);
    const told = Object.values(model.dimensions)
      .flatMap(({ signals }) => Object.keys(signals))
      .filter((signal) => !LOWER_AT_MOST.has(signal) && !NEVER_KNOWN.has(signal));
    expect(told.filter((signal) => (known.get(signal) ?? 0) === 0)).toEqual([]);
  });
});

/** What HubSpot tells only as of today, or what needs more answers, seats or releases than these accounts have in their past. */
const NEVER_KNOWN: ReadonlySet<string> = new Set([
  'pulse',
  'email_engagement',
  'first_contact_resolution',
  'contact_survey',
  'survey_trend',
  'product_feedback',
]);
