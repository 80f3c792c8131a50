/** What another model would change: sums that hold for any accounts and models, and cases by hand. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bySize, makePublishPreview, type PreviewedCompany } from '../../src/insight/publish-preview.ts';
import { viewAt } from '../../src/scoring/account-view.ts';
import { bandOf, bandsOf } from '../../src/scoring/bands.ts';
import type { AccountFacts } from '../../src/scoring/facts.ts';
import type { Model } from '../../src/scoring/model.ts';
import { namedProperties } from '../../src/scoring/model-signals.ts';
import { type HealthScore, scoreAccount } from '../../src/scoring/score.ts';
import { AS_OF, CONNECTED } from '../scoring/arbitrary-account.ts';
import { anyModel } from '../scoring/rules/any-model.ts';
import { calendar, customer, debtor, model as standard } from '../scoring/rules/customers.ts';

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
const RANK = { unhealthy: 0, at_risk: 1, healthy: 2 } as const;

function scored(facts: AccountFacts, model: Model): HealthScore {
  const view = viewAt(facts, AS_OF, CONNECTED, calendar, namedProperties(model));
  if (view === undefined) throw new Error('The company is always held here.');
  return scoreAccount(view, model, 'counting_signals');
}

const thresholds = (before: Model, after: Model) => ({
  before: bandsOf(before, CONNECTED),
  after: bandsOf(after, CONNECTED),
});

const companies = fc.array(fc.tuple(customer, fc.option(fc.integer({ min: 0, max: 9_999 }), { nil: null })), {
  maxLength: 12,
});

test('counts, histogram, moves and revenue agree with each other and with the scores', () => {
  let moved = 0;
  fc.assert(
    fc.property(companies, anyModel, anyModel, (accounts, before, after) => {
      const bands = thresholds(before, after);
      const preview = makePublishPreview(bands);
      const taken = accounts.map(
        ([facts, yearlyRevenue], at): PreviewedCompany => ({
          id: String(at),
          name: null,
          before: scored(facts, before),
          after: scored(facts, after),
          yearlyRevenue,
        }),
      );
      for (const one of taken) preview.take(one);
      const figures = preview.figures();
      expect(figures.companies).toBe(taken.length);
      for (const side of ['before', 'after'] as const) {
        const healths = taken.map((one) => one[side]);
        expect(sum(Object.values(figures[side]))).toBe(taken.length);
        expect(figures[side].unknown).toBe(healths.filter(({ state }) => state === 'unknown').length);
        // The histogram holds each score once.
        const { healthy, at_risk: atRisk, unhealthy } = figures[side];
        expect(sum(figures.histogram.map((bar) => bar[side]))).toBe(healthy + atRisk + unhealthy);
        for (const bar of figures.histogram)
          expect(bar[side]).toBe(
            healths.filter(
              (health) =>
                health.state === 'scored' &&
                health.score >= bar.from &&
                (health.score < bar.from + 10 || bar.from === 90),
            ).length,
          );
        expect(sum(figures.revenue.byStatus.map((row) => row[side]))).toBe(
          sum(taken.map(({ yearlyRevenue }) => yearlyRevenue ?? 0)),
        );
      }
      expect(figures.revenue).toMatchObject({
        customers: taken.length,
        known: taken.filter(({ yearlyRevenue }) => yearlyRevenue !== null).length,
      });
      expect(figures.moves.length + figures.moreMoves).toBe(figures.worsened + figures.recovered + figures.otherMoves);
      let [worsened, recovered] = [0, 0];
      for (const { id, from, to, reasons, size } of figures.moves) {
        moved += 1;
        expect(from.standing).not.toBe(to.standing);
        expect(size).toBeGreaterThanOrEqual(1);
        const one = taken[Number(id)];
        if (from.score === null || to.score === null) {
          expect(reasons.map(({ kind }) => kind)).toEqual([to.score === null ? 'is' : 'was']);
          continue;
        }
        const way = RANK[to.standing as keyof typeof RANK] - RANK[from.standing as keyof typeof RANK];
        if (way < 0) worsened += 1;
        else recovered += 1;
        const [reason] = reasons;
        if (reason?.kind !== 'rescored' || one?.after.state !== 'scored') throw new Error('Both have a score.');
        // What changed sums exactly to the change.
        expect(sum(reason.rows.map(({ points }) => points))).toBe(to.score - from.score);
        expect(reason.thresholds === null).toBe(bandOf(bands.before, to.score) === to.standing);
      }
      expect([worsened, recovered]).toEqual([figures.worsened, figures.recovered]);
    }),
    { numRuns: 60 },
  );
  expect(moved).toBeGreaterThan(0);
});

test('a draft that is what is active moves nobody', () => {
  fc.assert(
    fc.property(companies, anyModel, (accounts, model) => {
      const preview = makePublishPreview(thresholds(model, model));
      accounts.forEach(([facts, yearlyRevenue], at) => {
        const health = scored(facts, model);
        preview.take({
          id: String(at),
          name: null,
          before: health,
          after: scored(facts, structuredClone(model)),
          yearlyRevenue,
        });
      });
      const { before, after, moves, worsened, recovered, otherMoves, shifted } = preview.figures();
      expect(after).toEqual(before);
      expect({ moves, worsened, recovered, otherMoves, shifted }).toEqual({
        moves: [],
        worsened: 0,
        recovered: 0,
        otherMoves: 0,
        shifted: { companies: 0, mostPoints: 0 },
      });
    }),
    { numRuns: 30 },
  );
});

/** A score that is nothing but one signal's. */
const at = (score: number, thresholds_: { atRiskFrom: number; healthyFrom: number } = FIXED): HealthScore => {
  const unread = { kind: 'unknown', reason: 'no_data' } as const;
  const loss = { key: 'nps', signal: 'nps', dimension: 'sentiment', cause: unread, exact: 100 - score };
  return {
    state: 'scored',
    score,
    status: bandOf(thresholds_, score),
    receipt: [],
    losses: [loss],
    segment: null,
    coverage: 1,
    dimensions: [],
    signals: [],
    marks: [],
  };
};
const FIXED = { atRiskFrom: 33, healthyFrom: 66 };
const company = (id: string, before: HealthScore, after: HealthScore, yearlyRevenue: number | null = null) => ({
  id,
  name: null,
  before,
  after,
  yearlyRevenue,
});
const previewOf = (taken: readonly PreviewedCompany[], after = FIXED) => {
  const preview = makePublishPreview({ before: FIXED, after });
  for (const one of taken) preview.take(one);
  return preview.figures();
};

test('moves are ranked by revenue times size, then size; without revenue in the order, by size alone', () => {
  const { moves } = previewOf([
    company('small-rich', at(66), at(60), 1_000),
    company('large-poor', at(90), at(10), 10),
    company('large-unknown', at(95), at(5)),
    company('small-unknown', at(66), at(65)),
    company('gone', at(80), { state: 'not_customer', reason: 'partner' }, 0),
  ]);
  expect(moves.map(({ id }) => id)).toEqual(['small-rich', 'large-poor', 'large-unknown', 'gone', 'small-unknown']);
  expect(bySize(moves).map(({ id }) => id)).toEqual([
    'large-unknown',
    'gone',
    'large-poor',
    'small-rich',
    'small-unknown',
  ]);
});

test('the hundred largest are kept, however many there are and in whatever order they come', () => {
  const many = Array.from({ length: 1_000 }, (_, place) => company(`c${place}`, at(70), at(60), (place * 37) % 1_000));
  const { moves, moreMoves, worsened } = previewOf(many);
  expect([moves.length, moreMoves, worsened]).toEqual([100, 900, 1_000]);
  expect(moves.map(({ yearlyRevenue }) => yearlyRevenue)).toEqual(
    Array.from({ length: 100 }, (_, place) => 999 - place),
  );
});

test('each ten points have their bar; a full score is in the last', () => {
  const scores = [0, 9, 10, 19, 20, 65, 89, 90, 99, 100];
  const { histogram } = previewOf(scores.map((score) => company(`c${score}`, at(score), at(0))));
  expect(histogram.map(({ from, before }) => [from, before])).toEqual([
    [0, 2],
    [10, 2],
    [20, 1],
    ...[30, 40, 50].map((from) => [from, 0]),
    [60, 1],
    [70, 0],
    [80, 1],
    [90, 3],
  ]);
  expect(histogram[0]?.after).toBe(10);
});

test('thresholds alone move who stays at the same score, and say so', () => {
  const after = { atRiskFrom: 50, healthyFrom: 70 };
  const { moves, shifted } = previewOf(
    [company('1', at(68), at(68, after)), company('2', at(80), at(85, after)), company('3', at(90), at(90, after))],
    after,
  );
  expect(moves).toEqual([
    {
      ...{ id: '1', name: null, yearlyRevenue: null, size: 1 },
      from: { score: 68, standing: 'healthy' },
      to: { score: 68, standing: 'at_risk' },
      reasons: [{ kind: 'rescored', rows: [], thresholds: after }],
    },
  ]);
  expect(shifted).toEqual({ companies: 1, mostPoints: 5 });
});

test('who is lost, gained, or has a score no more, and why', () => {
  const unknown: HealthScore = {
    ...{ state: 'unknown', reason: 'low_coverage', segment: null, coverage: 0.1 },
    ...{ dimensions: [], signals: [], marks: [] },
  };
  const left = { state: 'not_customer', reason: 'churned', leftAt: 5 } as const;
  const { moves, otherMoves, worsened, recovered, before, after } = previewOf([
    company('lost', at(80), left),
    company('gained', { state: 'not_customer', reason: 'not_named' }, at(20)),
    company('unknown now', at(50), unknown),
  ]);
  expect({ otherMoves, worsened, recovered }).toEqual({ otherMoves: 3, worsened: 0, recovered: 0 });
  expect(Object.fromEntries(moves.map(({ id, reasons }) => [id, reasons]))).toEqual({
    lost: [{ kind: 'is', notScored: left }],
    gained: [{ kind: 'was', notScored: { state: 'not_customer', reason: 'not_named' } }],
    'unknown now': [{ kind: 'is', notScored: { state: 'unknown', reason: 'low_coverage' } }],
  });
  expect(before).toEqual({ healthy: 1, at_risk: 1, unhealthy: 0, unknown: 0, not_customer: 1 });
  expect(after).toEqual({ healthy: 0, at_risk: 0, unhealthy: 1, unknown: 1, not_customer: 1 });
});

test('a weight that is changed is what is told of the change', () => {
  const { billing } = standard.dimensions;
  if (billing === undefined) throw new Error('The standard model has billing.');
  const heavier: Model = {
    ...standard,
    minimumCoverage: 0,
    minimumDimensions: 1,
    dimensions: { ...standard.dimensions, billing: { ...billing, weight: 500 } },
    bands: { by: 'fixed', atRiskFrom: 99, healthyFrom: 100 },
  };
  const before = { ...heavier, dimensions: standard.dimensions, bands: standard.bands };
  const preview = makePublishPreview(thresholds(before, heavier));
  preview.take(company('1', scored(debtor, before), scored(debtor, heavier)));
  const [move] = preview.figures().moves;
  const [reason] = move?.reasons ?? [];
  if (reason?.kind !== 'rescored') throw new Error('It has a score under both.');
  const signals = reason.rows.map(({ key }) => key);
  expect(signals[0]).toBe('overdue_balance');
  expect(sum(reason.rows.map(({ points }) => points))).toBe((move?.to.score ?? 0) - (move?.from.score ?? 0));
});
