import fc from 'fast-check';
import { expect, test } from 'vitest';
import { modelSchema } from '../../../src/scoring/model.ts';
import { anyModel } from './any-model.ts';

const models = fc.sample(anyModel, { numRuns: 200, seed: 1 });

test('every arbitrary model passes model check', () => {
  for (const model of models) expect(modelSchema.safeParse(model).error?.issues ?? []).toEqual([]);
});

test('they differ in all that a model says of a score', () => {
  const kinds = (of: (model: (typeof models)[number]) => unknown) => new Set(models.map(of)).size;
  expect(kinds(({ bands }) => bands.by)).toBe(3);
  expect(kinds(({ caps }) => caps.length)).toBe(5);
  expect(kinds(({ segments }) => segments.length)).toBe(3);
  expect(kinds(({ silencePoints }) => silencePoints)).toBeGreaterThan(50);
  expect(kinds(({ minimumCoverage }) => minimumCoverage)).toBeGreaterThan(20);
  expect(kinds(({ minimumDimensions }) => minimumDimensions)).toBe(3);
  expect(kinds(({ dimensions }) => dimensions.deals?.signals.spend_trend?.whenUnknown)).toBe(3);
  expect(kinds(({ dimensions }) => JSON.stringify(dimensions.deals?.signals.spend_trend?.curve))).toBeGreaterThan(50);
});
