import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseModel } from '../../src/model-file.ts';
import { modelAsKept, modelSchema } from '../../src/scoring/model.ts';
import { WRITABLE } from '../../src/scoring/model-shape.ts';
import { planOf, scoredDimensions } from '../../src/scoring/model-signals.ts';

const FILE = 'models/standard-b2b.yaml';
const MODEL = parseModel(readFileSync(FILE, 'utf8'), FILE);
const refusals = (part: object): readonly string[] =>
  modelSchema
    .safeParse({ ...MODEL, ...part })
    .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

test('a model that says nothing has nothing more written, also one that an earlier version of the app kept', () => {
  const { write: _, ...without } = MODEL;
  expect(modelSchema.parse(without).write).toEqual([]);
  expect(modelAsKept(without).write).toEqual([]);
});

test('what cannot be written is refused, and what can is named', () => {
  const [refusal, ...more] = refusals({ write: ['checked_on', 'renewal'] });
  expect(more).toEqual([]);
  expect(refusal).toMatch(/^write\.1: use any of /);
  for (const one of WRITABLE) expect(refusal).toContain(one);
});

test('a dimension’s key must fit into the name of a property, where its score is written', () => {
  const [fits, long] = ['a'.repeat(79), 'a'.repeat(80)] as const;
  const billing = MODEL.dimensions.billing;
  const { billing: _, ...others } = MODEL.dimensions;
  const write = ['dimension_scores'];
  const caps = { caps: [] };
  expect(refusals({ ...caps, write, dimensions: { ...others, [fits]: billing } })).toEqual([]);
  expect(refusals({ ...caps, write, dimensions: { ...others, [long]: billing } })).toEqual([
    `dimensions.${long}: too long for a property of its own (dimension_scores): at most 79 characters`,
  ]);
  expect(refusals({ ...caps, write: [], dimensions: { ...others, [long]: billing } })).toEqual([]);
  const segments = [{ name: 'S', when: { customerForLessThanDays: 9 }, dimensions: { [long]: { weight: 1 } } }];
  expect(refusals({ write, segments })).toEqual([expect.stringContaining(`segments.0.dimensions.${long}: too long`)]);
});

test('a dimension has a score of its own where one of its signals weighs something for anybody', () => {
  const signals = (weight: number) => ({ nps: { weight, whenUnknown: 'skip', settings: {} } }) as const;
  const segment = { name: 'S', when: { customerForLessThanDays: 9 } };
  const scored = scoredDimensions({
    dimensions: { heavy: { weight: 0, signals: signals(1) }, light: { weight: 9, signals: signals(0) } },
    segments: [
      {
        ...segment,
        dimensions: { heavy: { signals: { nps: { weight: 2 } } }, added: { weight: 1, signals: signals(3) } },
      },
      { ...segment, dimensions: { idle: { weight: 1 } } },
    ],
  });
  expect(scored).toEqual(['heavy', 'added']);
});

test('what the figures need is read, and no more than that', () => {
  const { sentiment } = MODEL.dimensions;
  const reading = (write: readonly string[]) => {
    const plan = planOf(modelSchema.parse({ ...MODEL, write, dimensions: { sentiment }, segments: [], caps: [] }));
    return Object.fromEntries(plan.map(({ objectType, properties }) => [objectType, properties]));
  };
  const base = reading([]);
  expect(reading(['status_since', 'checked_on', 'dimension_scores'])).toEqual(base);
  expect(reading(['overdue_amount']).invoices).toEqual(expect.arrayContaining(['hs_due_date', 'hs_balance_due']));
  expect(reading(['next_renewal']).deals).toEqual(expect.arrayContaining(['dealtype', 'pipeline', 'hs_is_closed']));
  expect(reading(['next_renewal']).subscriptions).toBeUndefined();
  expect(reading(['revenue_at_risk'])).toMatchObject({
    subscriptions: expect.arrayContaining(['hs_mrr', 'hs_status']),
    deals: expect.arrayContaining(['amount', 'deal_currency_code']),
  });
});
