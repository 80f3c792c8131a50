/** The rules of scoring that always hold, each as a property over arbitrary accounts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { viewAt } from '../../src/scoring/account-view.ts';
import { DAY_MS, makeCalendar } from '../../src/scoring/calendar.ts';
import { type AccountFacts, bornAt, type FactRecord } from '../../src/scoring/facts.ts';
import type { Model } from '../../src/scoring/model.ts';
import type { PortalContext } from '../../src/scoring/portal-context.ts';
import { ACTIVITY_TYPES, OBJECT_TYPES, OBJECTS, type Values } from '../../src/scoring/properties.ts';
import { type HealthScore, scoreAccount } from '../../src/scoring/score.ts';
import { SIGNALS } from '../../src/scoring/signals/registry.ts';
import { AS_OF, accountFacts, CONNECTED, RUNNING_SINCE } from './arbitrary-account.ts';
import { setUpModel } from './every-signal.ts';
import { plausibleFactsOf } from './plausible-account.ts';
import { rewriteLater } from './rewrite-later.ts';

const calendar = makeCalendar(CONNECTED.timeZone);
const model = setUpModel();

function score(facts: AccountFacts, asOf = AS_OF, portal: PortalContext = CONNECTED, by: Model = model): HealthScore {
  const view = viewAt(facts, asOf, portal, calendar);
  if (view === undefined) throw new Error('The company is always held here.');
  return scoreAccount(view, by);
}

/** Everybody is a customer, so that every run reaches the score. */
const everybody = (facts: AccountFacts): AccountFacts => ({
  ...facts,
  company: facts.company.map((version) => ({
    ...version,
    values: {
      ...version.values,
      type: null,
      domain: null,
      hs_lifecyclestage_customer_date: 0,
      lifecyclestage: 'customer',
    },
  })),
});
// Of few types at a time, so that there are enough records of each for a signal to tell.
const plausible = fc.subarray([...ACTIVITY_TYPES], { minLength: 1, maxLength: 3 }).chain(plausibleFactsOf);
const customer = fc.oneof(accountFacts, plausible).map(everybody);

/** Any weights, silences and ways to count the unknown, over the standard model's curves. */
const anyModel = (): fc.Arbitrary<Model> =>
  fc
    .record({ seed: fc.array(fc.nat(5), { minLength: 72, maxLength: 72 }), coverage: fc.constantFrom(0, 0.4) })
    .map(({ seed, coverage }) => {
      const dice = seed.values();
      const next = () => dice.next().value ?? 1;
      return {
        ...model,
        minimumCoverage: coverage,
        minimumDimensions: 1,
        dimensions: Object.fromEntries(
          Object.entries(model.dimensions).map(([key, dimension]) => [
            key,
            {
              weight: next(),
              signals: Object.fromEntries(
                Object.entries(dimension.signals).map(([signal, entry]) => [
                  signal,
                  {
                    ...entry,
                    weight: next(),
                    whenUnknown: (['skip', 'neutral', 'penalise'] as const)[next() % 3] ?? 'skip',
                  },
                ]),
              ),
            },
          ]),
        ),
      };
    });

describe('rule 1: bounds, order and monotony', () => {
  it('a score is a whole number from 0 to 100, and the order of records never matters', () => {
    fc.assert(
      fc.property(customer, anyModel(), fc.infiniteStream(fc.nat()), (facts, by, dice) => {
        const health = score(facts, AS_OF, CONNECTED, by);
        if (health.state === 'scored') {
          expect(Number.isInteger(health.score)).toBe(true);
          expect(health.score).toBeGreaterThanOrEqual(0);
          expect(health.score).toBeLessThanOrEqual(100);
        }
        const shuffled = facts.records
          .map((record) => [dice.next().value ?? 0, record] as const)
          .toSorted(([a], [b]) => a - b);
        expect(score({ ...facts, records: shuffled.map(([, record]) => record) }, AS_OF, CONNECTED, by)).toEqual(
          health,
        );
      }),
      { numRuns: 300 },
    );
  });

  it('a better pulse never lowers the score, and a worse debt never raises it', () => {
    fc.assert(
      fc.property(customer, fc.integer({ min: 1, max: 120 }), fc.integer({ min: 0, max: 100 }), (facts, days, more) => {
        const withPulse = (value: string) =>
          score({
            ...facts,
            company: facts.company.map((version) => ({
              ...version,
              values: { ...version.values, hs_csm_sentiment: value },
            })),
          });
        const owing = (overdue: number) => score({ ...facts, records: [...facts.records, unpaid(overdue)] });
        for (const [worse, better] of [
          [withPulse('negative'), withPulse('neutral')],
          [withPulse('neutral'), withPulse('positive')],
          [owing(days + more), owing(days)],
        ] as const) {
          if (worse.state === 'scored' && better.state === 'scored')
            expect(worse.score).toBeLessThanOrEqual(better.score);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('rule 2: a receipt for every point', () => {
  it('the rows are whole points of at least 1, each cause once, and sum exactly to 100 minus the score', () => {
    let capped = 0;
    fc.assert(
      fc.property(customer, anyModel(), (facts, by) => {
        const health = score(facts, AS_OF, CONNECTED, by);
        if (health.state !== 'scored') return;
        expect(health.receipt.every(({ pointsLost }) => Number.isInteger(pointsLost) && pointsLost >= 1)).toBe(true);
        expect(health.receipt.reduce((sum, { pointsLost }) => sum + pointsLost, 0)).toBe(100 - health.score);
        expect(new Set(health.receipt.map(({ key }) => key)).size).toBe(health.receipt.length);
        if (health.receipt.some(({ dimension }) => dimension === null)) capped += 1;
      }),
      { numRuns: 500 },
    );
    expect(capped).toBeGreaterThan(0);
  });
});

describe('rule 3: unknown is not healthy, and not zero', () => {
  it('coverage is a share; below the minimum there is no score', () => {
    fc.assert(
      fc.property(customer, (facts) => {
        const health = score(facts);
        if (health.state === 'not_customer') throw new Error('Everybody is a customer here.');
        expect(health.coverage).toBeGreaterThanOrEqual(0);
        expect(health.coverage).toBeLessThanOrEqual(1);
        if (health.state === 'scored') expect(health.coverage).toBeGreaterThanOrEqual(model.minimumCoverage);
      }),
      { numRuns: 300 },
    );
  });

  it('a customer with no facts at all is unknown', () => {
    fc.assert(
      fc.property(customer, (facts) => {
        const company = facts.company.map((version) => ({
          ...version,
          values: { ...version.values, hs_csm_sentiment: null },
        }));
        expect(score({ ...facts, company, records: [], pulses: [], usage: [] })).toMatchObject({
          state: 'unknown',
          reason: 'no_facts',
          coverage: 0,
          dimensions: expect.not.arrayContaining([expect.objectContaining({ score: expect.any(Number) })]),
        });
      }),
      { numRuns: 20 },
    );
  });

  it('a source that the portal lacks leaves the denominator of coverage, one that is silent about the account does not', () => {
    const facts = everybody({
      companyId: '1',
      company: [{ effectiveAt: 0, seenAt: RUNNING_SINCE, values: { hs_csm_sentiment: null } }],
      records: [unpaid(3), ticket()],
    });
    const lacked = ['emails', 'contacts', 'calls', 'meetings', 'communications'] as const;
    const without = {
      ...CONNECTED,
      sources: {
        ...CONNECTED.sources,
        ...Object.fromEntries(
          lacked.map((type) => [type, { ...CONNECTED.sources[type], firstRecordAt: null, filledSince: {} }]),
        ),
      },
    };
    const [all, fewer] = [score(facts), score(facts, AS_OF, without)];
    if (all.state === 'not_customer' || fewer.state === 'not_customer')
      throw new Error('Everybody is a customer here.');
    expect(fewer.coverage).toBeGreaterThan(all.coverage);
    const fed = (key: string) => Object.keys(SIGNALS.find((signal) => signal.key === key)?.connectedBy ?? {});
    const unfed = fewer.signals.filter(
      ({ signal }) => fed(signal).length > 0 && fed(signal).every((type) => lacked.some((one) => one === type)),
    );
    expect(unfed.map(({ signal }) => signal)).toEqual(
      expect.arrayContaining(['email_engagement', 'two_way_contact', 'contact_breadth', 'meetings_held']),
    );
    expect(unfed.map(({ reading }) => reading)).toEqual(
      unfed.map(() => expect.objectContaining({ kind: 'unknown', reason: 'not_connected' })),
    );
  });
});

it('a coverage of exactly the minimum is enough, though the shares of weights come out a hair below', () => {
  const curveOf = new Map(Object.values(model.dimensions).flatMap(({ signals }) => Object.entries(signals)));
  const dimension = (weight: number, weights: Record<string, number>): Model['dimensions'][string] => ({
    weight,
    signals: Object.fromEntries(
      Object.entries(weights).map(([key, own]) => {
        const entry = curveOf.get(key);
        if (entry === undefined) throw new Error(`The standard model lacks ${key}.`);
        return [key, { ...entry, weight: own }];
      }),
    ),
  });
  // The first signal of each is known, the second is not: (25 * 2/5 + 20 * 1/3 + 20 * 2/3 + 0) / 75.
  const dimensions = {
    a: dimension(25, { open_tickets: 2, pulse: 3 }),
    b: dimension(20, { unresolved_complaints: 1, payment_habit: 2 }),
    c: dimension(20, { overdue_balance: 2, email_engagement: 1 }),
    d: dimension(10, { renewal_outcome: 1 }),
  };
  const facts = everybody({
    companyId: '1',
    company: [{ effectiveAt: 0, seenAt: RUNNING_SINCE, values: { hs_csm_sentiment: null } }],
    records: [unpaid(3), ticket()],
  });
  const health = score(facts, AS_OF, CONNECTED, { ...model, dimensions });
  expect(health).toMatchObject({ state: 'scored', coverage: expect.closeTo(0.4, 9) });
});

describe('rule 3: a source that was lost', () => {
  it('counts for no signal, whatever it told before', () => {
    const activity = fc.constantFrom(...OBJECT_TYPES.filter((type) => type !== 'companies'));
    fc.assert(
      fc.property(customer, activity, (facts, lost) => {
        const portal: PortalContext = {
          ...CONNECTED,
          sources: { ...CONNECTED.sources, [lost]: { ...CONNECTED.sources[lost], blocked: 'scope_missing' } },
        };
        const without = { ...facts, records: facts.records.filter(({ objectType }) => objectType !== lost) };
        const [had, never] = [score(facts, AS_OF, portal), score(without, AS_OF, portal)];
        if (had.state === 'not_customer' || never.state === 'not_customer')
          throw new Error('Everybody is a customer here.');
        expect(had.signals).toEqual(never.signals);
      }),
      { numRuns: 200 },
    );
  });
});

describe('rule 4: silence is not consent', () => {
  const ofRecords = SIGNALS.filter(({ connectedBy }) => ACTIVITY_TYPES.some((type) => connectedBy[type] !== undefined));
  it.each(ofRecords.map((signal) => [signal.key, signal] as const))(
    '%s: an unused channel gives at most the points of silence',
    (key, { connectedBy }) => {
      fc.assert(
        fc.property(customer, (facts) => {
          const records = facts.records.filter(({ objectType }) => connectedBy[objectType] === undefined);
          const health = score({ ...facts, records });
          if (health.state === 'not_customer') throw new Error('Everybody is a customer here.');
          const reading = health.signals.find(({ signal }) => signal === key)?.reading;
          if (reading?.kind === 'scored') expect(reading.points).toBeLessThanOrEqual(model.silencePoints);
          else expect(reading?.kind).toBe('unknown');
          if (key === 'open_tickets' || key === 'unresolved_complaints')
            expect(reading).toMatchObject({ kind: 'scored', points: model.silencePoints });
        }),
        { numRuns: 15 },
      );
    },
  );
});

describe('rule 5: time is an argument', () => {
  const anyMoment = fc.integer({ min: AS_OF - 500 * DAY_MS, max: AS_OF });

  it('records born later, and versions seen later while we were running, never count', () => {
    fc.assert(
      fc.property(customer, accountFacts, fc.integer({ min: RUNNING_SINCE, max: AS_OF }), (facts, other, at) => {
        const later = other.records.map((record): FactRecord => {
          const versions = record.versions.map((version) => ({ ...version, seenAt: version.seenAt + 10_000 * DAY_MS }));
          return { ...record, id: `9${record.id}`, linkedAt: versions[0]?.seenAt ?? 0, versions };
        });
        const changed = facts.records.map((record) => {
          const added = { effectiveAt: at, seenAt: AS_OF + 5_000 * DAY_MS, values: null };
          return { ...record, versions: [...record.versions, added] };
        });
        expect(score({ ...facts, records: [...changed, ...later] }, at)).toEqual(score(facts, at));
      }),
      { numRuns: 200 },
    );
  });

  it('before we ran, what happened to a record after the moment never counts', () => {
    const before = fc.integer({ min: AS_OF - 500 * DAY_MS, max: RUNNING_SINCE - 2 * DAY_MS });
    fc.assert(
      fc.property(customer, before, (facts, at) => {
        expect(score(rewriteLater(facts, at), at)).toEqual(score(facts, at));
      }),
      { numRuns: 300 },
    );
  });

  it('records dated later never count, whenever they were seen', () => {
    fc.assert(
      fc.property(customer, anyMoment, (facts, at) => {
        const dated = facts.records.filter(({ objectType, versions }) =>
          versions.every(({ values }) => values === null || (bornAt(objectType, values) ?? 0) <= at),
        );
        // The other records are born later in every version, so that none of them may show.
        const later = facts.records
          .filter((record) => !dated.includes(record))
          .map((record) => ({
            ...record,
            versions: record.versions.map((version) => ({ ...version, values: bornLater(record, version.values, at) })),
          }));
        expect(score({ ...facts, records: [...dated, ...later] }, at)).toEqual(score({ ...facts, records: dated }, at));
      }),
      { numRuns: 200 },
    );
  });

  it('pulses given later never count, nor does usage that is dated later, or was posted later while it was coming in', () => {
    fc.assert(
      fc.property(customer, anyMoment, (facts, at) => {
        const known = {
          ...facts,
          pulses: facts.pulses?.filter(({ givenAt }) => givenAt <= at) ?? [],
          usage: facts.usage?.filter((row) => at < RUNNING_SINCE || row.seenAt <= at) ?? [],
        };
        expect(score(known, at)).toEqual(score(facts, at));
        const ahead = (facts.usage ?? []).map((row) => ({ ...row, key: `ahead ${row.key}`, at: at + 1 }));
        expect(score({ ...facts, usage: [...ahead, ...(facts.usage ?? [])] }, at)).toEqual(score(facts, at));
      }),
      { numRuns: 200 },
    );
  });

  it('what HubSpot gives only as of today is unknown before it was seen', () => {
    fc.assert(
      fc.property(customer, anyMoment, (facts, at) => {
        if (at >= RUNNING_SINCE) return;
        const health = score({ ...facts, pulses: [] }, at);
        if (health.state === 'not_customer') return;
        expect(health.signals.find(({ signal }) => signal === 'pulse')?.reading).toEqual({
          kind: 'unknown',
          reason: 'not_known_then',
        });
      }),
      { numRuns: 100 },
    );
  });
});

describe('rule 6: same facts, same moment, same model: same score', () => {
  it('to the digit, from a copy that went through JSON', () => {
    fc.assert(
      fc.property(customer, (facts) => {
        expect(score(JSON.parse(JSON.stringify(facts)))).toEqual(score(facts));
      }),
      { numRuns: 100 },
    );
  });
});

describe('rule 8: a mean can hide a fire', () => {
  it('an invoice more than 60 days overdue holds the score at 32 or less, as a row of its own', () => {
    fc.assert(
      fc.property(customer, fc.integer({ min: 61, max: 300 }), (facts, days) => {
        const health = score({ ...facts, records: [...facts.records, unpaid(days)] });
        if (health.state === 'scored') expect(health.score).toBeLessThanOrEqual(32);
      }),
      { numRuns: 100 },
    );
  });
});

it('every signal can be read of some of these accounts, now and before the portal was first read', () => {
  const untold = (at: number) => {
    const scored = new Set<string>();
    for (const facts of fc.sample(customer, { numRuns: 1_200, seed: 1 })) {
      const health = score(facts, at);
      if (health.state === 'not_customer') continue;
      for (const { signal, reading } of health.signals) if (reading.kind === 'scored') scored.add(signal);
    }
    return SIGNALS.map(({ key }) => key).filter((key) => !scored.has(key));
  };
  expect(untold(AS_OF)).toEqual([]);
  // By what HubSpot tells only as of today; and of a release that was yet to come.
  const never = ['first_contact_resolution', 'email_engagement', 'contact_survey', 'product_feedback'];
  expect(never).toEqual(expect.arrayContaining(untold(RUNNING_SINCE - 3 * DAY_MS)));
});

it('there are as many object types here as there are', () => {
  expect(Object.keys(CONNECTED.sources)).toEqual([...OBJECT_TYPES]);
});

function fact(
  objectType: FactRecord['objectType'],
  id: string,
  values: Record<string, string | number | boolean | null>,
): FactRecord {
  return {
    objectType,
    id,
    linkedAt: RUNNING_SINCE,
    unlinkedAt: null,
    versions: [{ effectiveAt: 0, seenAt: RUNNING_SINCE, values }],
  };
}

/** An invoice on terms that has been overdue for so many days. */
function unpaid(days: number): FactRecord {
  const due = AS_OF - days * DAY_MS;
  return fact('invoices', '999', {
    hs_number: 'INV-1',
    hs_invoice_date: due - 30 * DAY_MS,
    hs_due_date: due,
    hs_invoice_status: 'open',
    hs_payment_date: null,
    hs_amount_billed: 100,
    hs_balance_due: 100,
    hs_amount_paid: 0,
    hs_currency: 'EUR',
  });
}

function ticket(): FactRecord {
  return fact('tickets', '998', {
    subject: 'T',
    createdate: AS_OF - 5 * DAY_MS,
    closed_date: AS_OF - DAY_MS,
    hs_is_closed: true,
    hs_ticket_priority: 'LOW',
    hs_ticket_category: null,
  });
}

/** The same values, with every birth date a day after the moment. */
function bornLater(record: FactRecord, values: Values | null, at: number): Values | null {
  if (values === null) return null;
  return {
    ...values,
    ...Object.fromEntries(OBJECTS[record.objectType].born.map((property) => [property, at + DAY_MS])),
  };
}
