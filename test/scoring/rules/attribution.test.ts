/** The parts of a change sum to it, and what comes alone is told as itself and nothing else. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Cause,
  changeReplayed,
  changeSincePublished,
  type PublishedLook,
  type ScoreChange,
} from '../../../src/scoring/attribution.ts';
import { DAY_MS } from '../../../src/scoring/calendar.ts';
import type { AccountFacts, FactRecord } from '../../../src/scoring/facts.ts';
import type { Model } from '../../../src/scoring/model.ts';
import type { Values } from '../../../src/scoring/object-definition.ts';
import type { PortalContext } from '../../../src/scoring/portal-context.ts';
import { change30d, changeSince, scoreAt } from '../../../src/scoring/replay.ts';
import { AS_OF, CONNECTED, RUNNING_SINCE } from '../arbitrary-account.ts';
import { anyModel } from './any-model.ts';
import { anyType, changedPortal, ESTABLISHED, losing, withSource } from './any-portal.ts';
import { calendar, customer } from './customers.ts';

/** Models by which there is a score, whatever little is known. */
const lenient = anyModel.map((model): Model => ({ ...model, minimumCoverage: 0, minimumDimensions: 1, segments: [] }));

interface Then {
  readonly at: number;
  readonly model: Model;
  readonly portal: PortalContext;
  readonly facts?: AccountFacts;
}
interface Now {
  readonly at: number;
  readonly facts: AccountFacts;
  readonly model: Model;
  readonly portal: PortalContext;
}

/** The change since what was published then: what the account came out as by the facts of then. */
function changeOf(then: Then, now: Now, published?: number): ScoreChange | null {
  const { facts, model, portal } = now;
  const was = scoreAt(then.facts ?? facts, then.at, then.portal, then.model, calendar);
  const health = scoreAt(facts, now.at, portal, model, calendar);
  if (health === undefined) throw new Error('The company is always held here.');
  const score = published ?? (was?.state === 'scored' ? was.score : null);
  const look: PublishedLook = { at: then.at, seenUntil: then.at, model: then.model, portal: then.portal, score };
  const change = changeSincePublished({ facts, portal, model, calendar }, now.at, health, look);
  expect(change === null).toBe(score === null || health.state !== 'scored');
  if (change === null || health.state !== 'scored') return null;
  expect([change.from, change.to, change.total]).toEqual([score, health.score, health.score - (score ?? 0)]);
  expect(change.rows.reduce((sum, { points }) => sum + points, 0)).toBe(change.total);
  for (const { points, exact } of change.rows) {
    expect(Number.isInteger(points) && points !== 0 && Math.sign(points) === Math.sign(exact)).toBe(true);
    expect(Math.abs(points - exact)).toBeLessThan(1);
  }
  return change;
}

const causesOf = (change: ScoreChange | null): readonly Cause[] => [
  ...new Set((change?.rows ?? []).map(({ cause }) => cause)),
];

/** How many of the changes were any; each is told as this cause alone. */
function expectOnly(cause: Cause, arbitrary: fc.Arbitrary<ScoreChange | null>, numRuns: number): void {
  let changed = 0;
  fc.assert(
    fc.property(fc.noShrink(arbitrary), (change) => {
      const causes = causesOf(change);
      expect(causes.filter((one) => one !== cause)).toEqual([]);
      changed += causes.length;
    }),
    { numRuns },
  );
  expect(changed).toBeGreaterThan(0);
}

/** The account without anything that happens, or is seen, within a span: it does so after it. */
function withNothingIn(facts: AccountFacts, from: number, to: number): AccountFacts {
  const moved = (at: number) => (at > from && at <= to ? at + (to - from) : at);
  const values = (of: Values | null): Values | null =>
    of && Object.fromEntries(Object.entries(of).map(([name, at]) => [name, isTime(at) ? moved(at) : at]));
  const versions = (of: FactRecord['versions']) =>
    of
      .map((version) => ({
        effectiveAt: moved(version.effectiveAt),
        seenAt: moved(version.seenAt),
        values: values(version.values),
      }))
      .toSorted((a, b) => a.seenAt - b.seenAt);
  return {
    ...facts,
    company: versions(facts.company),
    records: facts.records.map((record) => ({
      ...record,
      versions: versions(record.versions),
      unlinkedAt: record.unlinkedAt === null ? null : moved(record.unlinkedAt),
    })),
    pulses: (facts.pulses ?? []).map((pulse) => ({ ...pulse, givenAt: moved(pulse.givenAt) })),
    usage: (facts.usage ?? []).map((row) => ({ ...row, at: moved(row.at), seenAt: moved(row.seenAt) })),
  };
}
/** No number of these accounts but a time is so great. */
const isTime = (value: unknown): value is number => typeof value === 'number' && value > 1e11;

/** No whole days after anything that happens to these accounts: from the millisecond before, nothing ages. */
const NOW = AS_OF + 3_600_001;
/** A customer to whom nothing happens at the very moment, nor is seen of it then. */
const quietCustomer = customer.map((facts) => withNothingIn(facts, NOW - 1, NOW));

const anySpan = fc.integer({ min: 1, max: 45 }).map((days) => AS_OF - days * DAY_MS);

describe('the parts of a change', () => {
  it('sum to it, whatever changed', () => {
    let causes: readonly Cause[] = [];
    fc.assert(
      fc.property(
        customer,
        lenient,
        lenient,
        changedPortal,
        changedPortal,
        anySpan,
        (facts, was, is, before, after, at) => {
          const change = changeOf({ at, model: was, portal: before }, { at: AS_OF, facts, model: is, portal: after });
          causes = [...new Set([...causes, ...causesOf(change)])];
        },
      ),
      { numRuns: 100 },
    );
    expect([...causes].toSorted()).toEqual(['ageing', 'behaviour', 'late_data', 'model', 'sources']);
  });

  it('sum to it where what was published does not come out again; the difference is late data’s', () => {
    fc.assert(
      fc.property(customer, lenient, fc.integer({ min: 0, max: 100 }), (facts, model, published) => {
        const now = { at: AS_OF, facts, model, portal: ESTABLISHED };
        const change = changeOf({ at: AS_OF, model, portal: ESTABLISHED }, now, published);
        expect((change?.rows ?? []).map(({ cause, key }) => [cause, key])).toEqual(
          change === null || change.total === 0 ? [] : [['late_data', 'recomputed']],
        );
      }),
      { numRuns: 100 },
    );
  });

  it('are the same for records in any order', () => {
    fc.assert(
      fc.property(customer, lenient, lenient, changedPortal, (facts, was, is, portal) => {
        const then = { at: AS_OF - 30 * DAY_MS, model: was, portal: ESTABLISHED };
        const of = (records: AccountFacts['records']) =>
          changeOf(then, { at: AS_OF, facts: { ...facts, records }, model: is, portal });
        expect(of(facts.records.toReversed())?.rows.map(({ key, cause, points }) => [key, cause, points])).toEqual(
          of(facts.records)?.rows.map(({ key, cause, points }) => [key, cause, points]),
        );
      }),
      { numRuns: 40 },
    );
  });
});

describe('what comes alone', () => {
  it('time: all ageing', () => {
    const aged = fc
      .tuple(customer, lenient, changedPortal, fc.integer({ min: 1, max: 60 }))
      .map(([facts, model, portal, days]) => {
        const at = AS_OF + days * DAY_MS;
        const still = withNothingIn(facts, AS_OF, at);
        return changeOf({ at: AS_OF, model, portal }, { at, facts: still, model, portal });
      });
    expectOnly('ageing', aged, 150);
  });

  it('an edit of the model: all model', () => {
    const edited = fc
      .tuple(customer, anyModel, anyModel, changedPortal)
      .map(([facts, was, is, portal]) =>
        changeOf({ at: AS_OF, model: was, portal }, { at: AS_OF, facts, model: is, portal }),
      );
    expectOnly('model', edited, 150);
  });

  it('the loss of a source: all sources', () => {
    const lost = fc.tuple(quietCustomer, lenient, changedPortal, anyType).map(([facts, model, portal, type]) => {
      const after = portal.sources[type].blocked === null ? losing(portal, type, NOW) : portal;
      return changeOf({ at: NOW - 1, model, portal }, { at: NOW, facts, model, portal: after });
    });
    expectOnly('sources', lost, 150);
  });

  it('a source that is read for the first time: all sources', () => {
    const gained = fc.tuple(quietCustomer, lenient, changedPortal, anyType).map(([facts, model, portal, type]) => {
      const records = facts.records.filter(({ objectType }) => objectType !== type);
      const came = facts.records.flatMap(({ objectType, versions: [version], ...record }): FactRecord[] =>
        objectType === type && version
          ? [{ ...record, objectType, unlinkedAt: null, linkedAt: NOW, versions: [{ ...version, seenAt: NOW }] }]
          : [],
      );
      const { firstReadAt: _, regained: _regained, lostAt: _lostAt, ...source } = portal.sources[type];
      const unread = { ...source, blocked: 'scope_missing' as const, runningSince: null, firstRecordAt: null };
      const before = { ...portal, sources: { ...portal.sources, [type]: unread } };
      const read = { ...source, blocked: null, firstReadAt: NOW, runningSince: NOW, firstRecordAt: 0 };
      const after = { ...portal, sources: { ...portal.sources, [type]: read } };
      const now = { at: NOW, facts: { ...facts, records: [...records, ...came] }, model, portal: after };
      return changeOf({ at: NOW - 1, facts: { ...facts, records }, model, portal: before }, now);
    });
    expectOnly('sources', gained, 150);
  });

  it('the first record of a kind in the portal, of somebody else: all sources', () => {
    const gained = fc.tuple(quietCustomer, lenient, changedPortal, anyType).map(([all, model, portal, type]) => {
      const facts = { ...all, records: all.records.filter(({ objectType }) => objectType !== type) };
      const before = withSource(portal, type, { firstRecordAt: null, filledSince: {} });
      const { filledSince } = CONNECTED.sources[type];
      const filled = Object.fromEntries(Object.keys(filledSince).map((property) => [property, NOW]));
      const after = withSource(before, type, { firstRecordAt: NOW, filledSince: filled });
      return changeOf({ at: NOW - 1, model, portal: before }, { at: NOW, facts, model, portal: after });
    });
    expectOnly('sources', gained, 150);
  });

  /** Records all of whose values are dated, which came about before the moment. */
  const dated = fc
    .array(fc.tuple(fc.constantFrom('invoices', 'deals', 'emails'), fc.integer({ min: 2, max: 300 }), fc.boolean()), {
      minLength: 1,
      maxLength: 6,
    })
    .map((drafts) =>
      drafts.map(([type, days, coin], index) => datedRecord(type, `9${index}`, NOW - days * DAY_MS, coin)),
    );

  it('what came about before and was seen late: all late data', () => {
    const late = fc.tuple(quietCustomer, lenient, changedPortal, dated).map(([facts, model, portal, records]) => {
      const now = { at: NOW, facts: { ...facts, records: [...facts.records, ...records] }, model, portal };
      return changeOf({ at: NOW - 1, model, portal, facts }, now);
    });
    expectOnly('late_data', late, 150);
  });

  it('what happens on the day: all behaviour', () => {
    const today = dated.map((records) => records.map((record) => happening(record)));
    const news = fc.tuple(quietCustomer, lenient, changedPortal, today).map(([facts, model, portal, records]) => {
      const now = { at: NOW, facts: { ...facts, records: [...facts.records, ...records] }, model, portal };
      return changeOf({ at: NOW - 1, model, portal, facts }, now);
    });
    expectOnly('behaviour', news, 150);
  });
});

/** First seen at the moment, though it came about days before: an invoice paid, a deal won or lost, an email. */
function datedRecord(type: string, id: string, at: number, coin: boolean): FactRecord {
  const end = at + DAY_MS;
  const closed = { hs_is_closed: true, hs_is_closed_won: coin, closedate: end, dealstage: 'closedwon', amount: 400 };
  const [objectType, values]: [FactRecord['objectType'], Values] =
    type === 'invoices'
      ? [
          type,
          {
            hs_number: id,
            hs_invoice_date: at,
            hs_due_date: coin ? end : at,
            hs_invoice_status: 'paid',
            hs_payment_date: end,
            hs_amount_billed: 90,
            hs_balance_due: 0,
            hs_amount_paid: 90,
            hs_currency: 'EUR',
          },
        ]
      : type === 'deals'
        ? [
            'deals',
            { dealname: id, createdate: at, dealtype: 'existingbusiness', deal_currency_code: 'EUR', ...closed },
          ]
        : [
            'emails',
            {
              hs_timestamp: at,
              hs_email_direction: coin ? 'INCOMING_EMAIL' : 'EMAIL',
              hs_email_subject: 'News',
              hubspot_owner_id: '1',
            },
          ];
  return { objectType, id, linkedAt: NOW, unlinkedAt: null, versions: [{ effectiveAt: at, seenAt: NOW, values }] };
}

/** The record with all of its dates at the moment. */
const happening = (record: FactRecord): FactRecord => ({
  ...record,
  versions: record.versions.map((version) => ({
    ...version,
    effectiveAt: NOW,
    values:
      version.values &&
      Object.fromEntries(Object.entries(version.values).map(([name, at]) => [name, isTime(at) ? NOW : at])),
  })),
});

describe('the change in 30 days', () => {
  const before = changeSince(calendar, AS_OF);

  it('is the total, where the score of then was published', () => {
    fc.assert(
      fc.property(
        customer,
        lenient,
        changedPortal,
        fc.option(fc.integer({ min: 0, max: 100 })),
        (facts, model, portal, score) => {
          const health = scoreAt(facts, AS_OF, portal, model, calendar);
          if (health === undefined) throw new Error('The company is always held here.');
          const published = [{ at: before, score, status: 'at_risk' as const, modelVersion: '1' }];
          const past = { facts, portal, model, calendar, published, publishedSince: before };
          const look = { at: before, seenUntil: before, model, portal, score };
          expect(changeSincePublished(past, AS_OF, health, look)?.total ?? null).toBe(change30d(past, AS_OF, health));
        },
      ),
      { numRuns: 100 },
    );
  });

  it('is the total, where it is replayed; and neither model, nor sources, nor late data have a part in it', () => {
    let changed = 0;
    // The portal was not running then: every date counts as known.
    const young = (portal: PortalContext): PortalContext => ({
      ...portal,
      sources: Object.fromEntries(
        Object.entries(portal.sources).map(([type, source]) => [type, { ...source, runningSince: AS_OF - DAY_MS }]),
      ) as PortalContext['sources'],
      ...(portal.usage && { usage: { ...portal.usage, runningSince: AS_OF - DAY_MS } }),
    });
    fc.assert(
      fc.property(customer, lenient, changedPortal.map(young), (facts, model, portal) => {
        const health = scoreAt(facts, AS_OF, portal, model, calendar);
        if (health === undefined) return;
        const past = { facts, portal, model, calendar, published: [], publishedSince: null };
        const change = changeReplayed(past, AS_OF, health, before);
        expect(change?.total ?? null).toBe(change30d(past, AS_OF, health));
        expect((change?.rows ?? []).reduce((sum, { points }) => sum + points, 0)).toBe(change?.total ?? 0);
        const causes = causesOf(change);
        expect(causes.filter((cause) => cause !== 'ageing' && cause !== 'behaviour')).toEqual([]);
        changed += causes.length;
      }),
      { numRuns: 100 },
    );
    expect(changed).toBeGreaterThan(0);
    expect(before).toBeGreaterThan(RUNNING_SINCE);
  });
});
