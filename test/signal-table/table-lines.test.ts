import { describe, expect, test } from 'vitest';
import { type Evidence, evidence } from '../../src/scoring/evidence.ts';
import type { Model } from '../../src/scoring/model.ts';
import { makeWording } from '../../src/wording/make-wording.ts';
import { withMapped } from '../../src/wording/mapped-wording.ts';
import { entriesOf, setUpModel } from '../scoring/every-signal.ts';
import type { Company } from './examples.ts';
import { SPEC_ROWS } from './rows.ts';
import { weightText } from './signal-facts.ts';
import { besides, type Run, tableOf } from './table-lines.ts';

const STANDARD = setUpModel();

/** The standard model with one more signal in a dimension. */
function withSignal(
  dimension: string,
  key: string,
  entry: Partial<Model['dimensions'][string]['signals'][string]>,
): Model {
  const { weight = 0, signals = {} } = STANDARD.dimensions[dimension] ?? {};
  const added = { weight: 1, whenUnknown: 'skip' as const, settings: {}, ...entry };
  return {
    ...STANDARD,
    dimensions: { ...STANDARD.dimensions, [dimension]: { weight, signals: { ...signals, [key]: added } } },
  };
}

const STARS = { property: 'stars', kind: 'number', label: { en: 'Stars | of five' } } as const;
const EXAMPLES = withSignal('advocacy', 'stars', {
  weight: 4,
  mapped: STARS,
  curve: [
    [0, 0],
    [5, 100],
  ],
});

/** One company that tells these things; of them NPS cost it points. */
function company(told: Readonly<Record<string, Evidence>>): Company {
  const signals = Object.entries(told).map(([signal, cause]) => ({
    signal,
    dimension: 'any',
    reading: { kind: 'scored', raw: 0, points: 0, evidence: cause } as const,
  }));
  const receipt = [{ key: 'nps', dimension: 'sentiment', pointsLost: 5 }];
  return { companyId: '1', health: { state: 'scored', signals, receipt } };
}

const answers = { mean: 3, answers: 2, last: { kind: 'day', at: 0 } } as const;
const record = { objectType: 'feedback_submissions', id: '1', name: null, at: 0 } as const;
const RUN: Run = {
  standard: STANDARD,
  examples: EXAMPLES,
  scored: [
    company({
      nps: evidence(
        'one_round',
        answers,
        Array.from({ length: 5 }, () => record),
      ),
      pulse: evidence('said', { value: 'red', since: { kind: 'day', at: 0 } }),
    }),
  ],
  // With the examples in, the others weigh less: it is looked at for the examples alone.
  scoredWithExamples: [
    company({ nps: evidence('one_round', answers), stars: evidence('number', { value: 2 }, [record]) }),
  ],
  scoredSmall: [
    company({
      nps: evidence('one_round', { ...answers, mean: 1 }),
      ces: evidence('one_round', { ...answers, answers: 1 }),
    }),
  ],
  wording: withMapped(makeWording({ locale: 'en', timeZone: 'UTC' }), { stars: STARS }),
};
const row = (...signals: string[]) => ({ dimension: 'Sentiment', row: 'opinions', signals });

test('a line a signal: its row, file, weight, sentence, points and the number of records', () => {
  const [, , first, second] = tableOf([row('nps', 'stars')], RUN);
  expect(first).toBe(
    '| Sentiment (10) | opinions | `nps` | [nps.ts](../src/scoring/signals/nps.ts) | 1 (5 %) | ' +
      '**NPS**: Asked whether they would recommend us, they say 3 of 10 (2 answers, the last on Jan 1, 1970). | −5 | 5 |',
  );
  expect(second).toBe(
    '|  |  | `stars` | [mapped-signal.ts](../src/scoring/mapped-signal.ts) | example: 4 | Stars \\| of five: 2. |  | 1 |',
  );
});

test('of a signal of which the run has no reading, the small portal’s', () => {
  const [, , line] = tableOf([row('ces')], RUN);
  expect(line).toContain('(1 answer, the last on Jan 1, 1970)');
});

test('a row of which neither has a sentence fails, and is named with its signal', () => {
  expect(() => tableOf([row('nps', 'csat')], RUN)).toThrow(/^Row "opinions": .* csat\. Give the paid customer/);
  // What the app's own pulse would say.
  expect(() => tableOf([row('pulse')], RUN)).toThrow(/^Row "opinions": .* pulse, "given"\. Give the paid customer/);
});

test('what no row of the specification names is listed besides, by its dimension', () => {
  const named = new Set(SPEC_ROWS.flatMap(({ signals }) => signals));
  const unnamed = [...entriesOf(STANDARD).keys()].filter((key) => !named.has(key));
  const others = besides(['nps', ...unnamed], RUN);
  expect(others.map(({ signals }) => signals)).toEqual([...unnamed, 'stars'].map((key) => [key]));
  expect(others.at(-1)).toEqual({ dimension: 'Advocacy', row: 'Stars | of five', signals: ['stars'] });
});

test('a registered signal that the model lacks fails, and is named', () => {
  expect(() => besides(['nps', 'brand_new'], RUN)).toThrow('does not have the signal "brand_new"');
});

describe('what a signal weighs', () => {
  const all = Object.fromEntries(
    [
      ['nps', 1],
      ['csat', 3],
      ['ces', 0],
    ].map(([key, weight]) => [key, { weight, whenUnknown: 'skip', settings: {} }]),
  );
  const model = {
    ...STANDARD,
    dimensions: {
      a: { weight: 1, signals: all },
      b: { weight: 2, signals: { pulse: all.nps } },
      c: { weight: 0, signals: { referrals: all.nps } },
    },
  } as Model;
  test.each([
    ['nps', '1 (8.3 %)'],
    ['csat', '3 (25 %)'],
    ['pulse', '1 (66.7 %)'],
    ['ces', '0, shown not counted'],
    // A weight in a dimension that weighs nothing.
    ['referrals', '1, shown not counted'],
    ['stars', 'example: 4'],
  ])('%s: %s', (key, says) => {
    expect(weightText(key, model, EXAMPLES)).toBe(says);
  });
});
