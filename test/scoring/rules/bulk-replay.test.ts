/** A history is its moments, one by one: however it is computed, each is the score as of that moment. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeRandom } from '../../../src/local/sandbox/generate/prng.ts';
import { viewAt } from '../../../src/scoring/account-view.ts';
import { DAY_MS } from '../../../src/scoring/calendar.ts';
import type { AccountFacts, RecordVersion } from '../../../src/scoring/facts.ts';
import type { Model } from '../../../src/scoring/model.ts';
import { namedProperties } from '../../../src/scoring/model-signals.ts';
import { definitionOf, type ObjectType } from '../../../src/scoring/object-types.ts';
import type { PastValue, PropertyHistory, RecordHistory } from '../../../src/scoring/property-history.ts';
import {
  historyAt,
  type Past,
  type PastScore,
  scoreAt,
  scoresThroughTime,
  weeklyHistory,
  weeklyMoments,
} from '../../../src/scoring/replay.ts';
import { type HealthScore, scoreAccount } from '../../../src/scoring/score.ts';
import { AS_OF, accountFacts, RUNNING_SINCE } from '../arbitrary-account.ts';
import { anyModel } from './any-model.ts';
import { calendar, customer } from './customers.ts';
import { anyMoment as moment, runningPortal as portal } from './running-portal.ts';

const ascending = (list: readonly number[]) => list.toSorted((a, b) => a - b);

const status = fc.constantFrom('active', 'lost', null);
const day = fc.option(moment, { nil: null });

/** The account with what HubSpot tells of the past of some of its records, in part, and read at different moments. */
function withHistories(facts: AccountFacts, seed: number): AccountFacts {
  const dice = makeRandom(seed);
  const when = () => dice.whole(AS_OF - 730 * DAY_MS, AS_OF);
  const historyOf = (type: ObjectType, versions: readonly RecordVersion[]): RecordHistory => {
    const known = versions.flatMap(({ values }) => (values === null ? [] : [values]));
    const read = Object.entries(definitionOf(type).properties).filter(([, { past }]) => past && dice.chance(0.7));
    return Object.fromEntries(
      read.map(([name]): [string, PropertyHistory] => {
        const moments = ascending([...new Set(Array.from({ length: dice.whole(0, 3) }, when))]);
        const values = moments.map((at): PastValue => {
          const value = known.length === 0 ? null : (dice.pick(known)[name] ?? null);
          return dice.chance(0.1) ? { at } : { at, value };
        });
        return [name, { readAt: dice.whole(RUNNING_SINCE, AS_OF), values }];
      }),
    );
  };
  return {
    ...facts,
    ...(dice.chance(0.5) && { companyHistory: historyOf('companies', facts.company) }),
    records: facts.records.map((record) =>
      dice.chance(0.5) ? { ...record, history: historyOf(record.objectType, record.versions) } : record,
    ),
  };
}

/** Companies that come and go, by what the portal keeps of them, in several versions; and records with several versions. */
const account: fc.Arbitrary<AccountFacts> = fc
  .record({
    facts: fc.oneof({ weight: 8, arbitrary: customer }, accountFacts),
    own: fc.array(fc.record({ standing: status, left_on: day }), { minLength: 3, maxLength: 3 }),
    seed: fc.integer(),
  })
  .map(({ facts, own, seed }) => {
    const company = facts.company.map((version, index) => ({
      ...version,
      values: { ...version.values, ...own[index] },
    }));
    return withHistories({ ...facts, company }, seed);
  });

/** Any model; some say who left, or who is a customer, by the portal's own properties. */
const model: fc.Arbitrary<Model> = fc
  .tuple(anyModel, fc.constantFrom('nobody leaves', 'nobody leaves', 'by value', 'by date', 'named'), fc.boolean())
  .map(([drawn, who, isEasy]): Model => {
    // Sources that are not read yet leave little coverage, and then all would be unknown.
    const any = isEasy ? { ...drawn, minimumCoverage: 0, minimumDimensions: 1 } : drawn;
    const left = { property: 'standing', values: ['lost'] };
    if (who === 'by value') return { ...any, churn: left };
    if (who === 'by date') return { ...any, churn: { ...left, date: 'left_on' } };
    if (who === 'named')
      return { ...any, eligibility: { ...any.eligibility, customers: { property: 'standing', values: ['active'] } } };
    return any;
  });

const published: fc.Arbitrary<Pick<Past, 'published' | 'publishedSince'>> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ published: [], publishedSince: null }) },
  fc
    .uniqueArray(fc.record({ at: moment, score: fc.option(fc.nat(100)) }), { maxLength: 5, selector: ({ at }) => at })
    .map((list) => {
      const ordered = list
        .toSorted((a, b) => a.at - b.at)
        .map(({ at, score }): PastScore => {
          return { at, score, status: score === null ? 'not_customer' : 'at_risk', modelVersion: '1.0.0' };
        });
      return { published: ordered, publishedSince: ordered[0]?.at ?? RUNNING_SINCE };
    }),
);

const past: fc.Arbitrary<Past> = fc
  .record({ facts: account, portal, model, calendar: fc.constant(calendar), shown: published })
  .map(({ shown, ...rest }) => ({ ...rest, ...shown }));

type Shown = ReturnType<typeof historyAt>[number];

/** The moment by itself: what was published last where we were publishing by then, else the score of it alone. */
function alone(
  { facts, portal: context, model: by, published: shown, publishedSince }: Past,
  at: number,
): readonly Shown[] {
  if (publishedSince !== null && publishedSince <= at) {
    const before = shown.filter((one) => one.at <= at);
    const last = before[before.length - 1];
    return last === undefined || last.status === 'not_customer' ? [] : [{ ...last, at, replayed: false }];
  }
  const health = scoreAt(facts, at, context, by, calendar);
  if (health === undefined || health.state === 'not_customer') return [];
  const { version: modelVersion } = by;
  return health.state === 'scored'
    ? [{ at, score: health.score, status: health.status, modelVersion, replayed: true }]
    : [{ at, score: null, status: 'unknown', modelVersion, replayed: true }];
}

describe('a history', () => {
  it('is the score of each moment, for any moments, portal and model', () => {
    fc.assert(
      fc.property(past, fc.array(moment, { maxLength: 12 }).map(ascending), (of, moments) => {
        expect(historyAt(of, moments)).toEqual(moments.flatMap((at) => alone(of, at)));
      }),
      { numRuns: 60 },
    );
  });

  it('is the score of each week, to the end of a year', () => {
    fc.assert(
      fc.property(past, moment, (of, end) => {
        const weeks = weeklyMoments(calendar, end, 52);
        expect(weeklyHistory(of, end)).toEqual(weeks.flatMap((at) => alone(of, at)));
      }),
      { numRuns: 10 },
    );
  });

  it('is the same around every moment at which something of the account is dated or was seen', () => {
    fc.assert(
      fc.property(past, (of) => {
        const moments = ascending(edgesOf(of).flatMap((at) => [at - 1, at, at + 1]));
        expect(historyAt(of, moments)).toEqual(moments.flatMap((at) => alone(of, at)));
      }),
      { numRuns: 25 },
    );
  });

  it('is the score of each day, as records leave one window after the other', () => {
    fc.assert(
      fc.property(past, moment, (of, start) => {
        const moments = Array.from({ length: 60 }, (_, day) => calendar.daysBefore(start, -day));
        expect(historyAt(of, moments)).toEqual(moments.flatMap((at) => alone(of, at)));
      }),
      { numRuns: 12 },
    );
  });

  it('tells what lies behind each score as of its moment', () => {
    fc.assert(
      fc.property(past, moment, fc.constantFrom(1, 7, 30), ({ facts, portal: context, model: by }, start, step) => {
        const moments = Array.from({ length: 20 }, (_, place) => calendar.daysBefore(start, -place * step));
        const named = namedProperties(by);
        const scoreOf = scoresThroughTime({ facts, portal: context, model: by, calendar });
        const bulk = moments.map(scoreOf).map(behind);
        const single = moments.map((at) => {
          const view = viewAt(facts, at, context, calendar, named);
          return behind(view && scoreAccount(view, by, 'counting_signals'));
        });
        expect(bulk).toEqual(single);
      }),
      { numRuns: 40 },
    );
  });

  it('knows nothing of the history before it: asked again, and in parts, it says the same', () => {
    fc.assert(
      fc.property(past, fc.array(moment, { maxLength: 8 }).map(ascending), fc.nat(8), (of, moments, cut) => {
        const whole = historyAt(of, moments);
        expect([...historyAt(of, moments.slice(0, cut)), ...historyAt(of, moments.slice(cut))]).toEqual(whole);
        expect(historyAt(of, moments)).toEqual(whole);
      }),
      { numRuns: 30 },
    );
  });

  it('is compared where it matters: at moments at which the account is scored, and of every other state', () => {
    const samples = fc.sample(fc.tuple(past, moment), { numRuns: 200, seed: 5 });
    const states = samples.map(
      ([of, at]) => scoreAt(of.facts, at, of.portal, of.model, calendar)?.state ?? 'not_known',
    );
    for (const state of ['scored', 'unknown', 'not_customer', 'not_known'] as const)
      expect(states.filter((one) => one === state).length, state).toBeGreaterThan(LEAST[state]);
  });
});

/** All that a score tells, with the evidence that is worked out where it is read. */
const behind = (health: HealthScore | undefined): unknown =>
  health === undefined || health.state === 'not_customer'
    ? health
    : {
        ...health,
        dimensions: health.dimensions,
        signals: health.signals.map(({ reading, ...of }) => ({
          ...of,
          ...reading,
          ...(reading.kind === 'scored' && { evidence: reading.evidence }),
        })),
        ...(health.state === 'scored' && { receipt: health.receipt, losses: health.losses }),
      };

/** Of 200 moments. */
const LEAST = { scored: 40, unknown: 15, not_customer: 15, not_known: 8 };

const MOST_EDGES = 25;

/** Moments at which a view of the account may change: some of the account's own, evenly chosen. */
function edgesOf({ facts, portal: context, published: shown }: Past): readonly number[] {
  const ofRecords = facts.records.flatMap(({ versions, linkedAt, unlinkedAt }) => [
    linkedAt,
    ...(unlinkedAt === null ? [] : [unlinkedAt]),
    ...versions.flatMap(({ seenAt, values }) => [
      seenAt,
      ...Object.values(values ?? {}).filter(
        (value): value is number => typeof value === 'number' && value > DAY_MS * 365,
      ),
    ]),
  ]);
  const ofSources = Object.values(context.sources).flatMap(({ runningSince }) => runningSince ?? []);
  const ofCompany = facts.company.map(({ seenAt }) => seenAt);
  const told = [...(facts.pulses ?? []).flatMap(({ givenAt, expiresAt }) => [givenAt, expiresAt + 1])];
  const all = [...new Set([...ofRecords, ...ofSources, ...ofCompany, ...told])];
  const step = Math.max(1, Math.ceil(all.length / MOST_EDGES));
  return [...all.filter((_, index) => index % step === 0), ...shown.map(({ at }) => at)];
}
