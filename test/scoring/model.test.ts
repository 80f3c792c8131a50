import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseModel } from '../../src/model-file.ts';
import { bandOf } from '../../src/scoring/bands.ts';
import { mappedSignal } from '../../src/scoring/mapped-signal.ts';
import { type ModelSignal, modelSchema } from '../../src/scoring/model.ts';
import { readSignal } from '../../src/scoring/read-signal.ts';
import { type Settings, unknown } from '../../src/scoring/signal.ts';
import { account } from './account-builder.ts';

const MODEL = parseModel(readFileSync('models/standard-b2b.yaml', 'utf8'), 'models/standard-b2b.yaml');

describe('the status is the band of the score', () => {
  test.each([
    [0, 'unhealthy'],
    [32, 'unhealthy'],
    [33, 'at_risk'],
    [65, 'at_risk'],
    [66, 'healthy'],
    [100, 'healthy'],
  ])('%i is %s', (score, status) => {
    expect(bandOf(MODEL.bands, score)).toBe(status);
  });

  test('where the model draws the lines', () => {
    const bands = { atRiskFrom: 50, healthyFrom: 51 };
    expect([49, 50, 51].map((score) => bandOf(bands, score))).toEqual(['unhealthy', 'at_risk', 'healthy']);
  });
});

test('dimensions and signals keep the order in which they are written', () => {
  const reversed = Object.fromEntries(Object.entries(MODEL.dimensions).reverse());
  const parsed = modelSchema.parse({ ...MODEL, dimensions: reversed });
  expect(Object.keys(parsed.dimensions)).toEqual(Object.keys(MODEL.dimensions).reverse());
});

test('a valid model is unchanged by being read again: what a cycle keeps of it is the model', () => {
  expect(modelSchema.parse(JSON.parse(JSON.stringify(MODEL)))).toEqual(MODEL);
});

test('a signal may weigh nothing, a whole dimension too, but not all of them', () => {
  const [first, ...others] = Object.entries(MODEL.dimensions);
  const weightless = Object.fromEntries(others.map(([key, dimension]) => [key, { ...dimension, weight: 0 }]));
  expect(
    modelSchema.safeParse({ ...MODEL, dimensions: { ...Object.fromEntries([first ?? []]), ...weightless } }).success,
  ).toBe(true);
  const dimensions = { ...weightless, [first?.[0] ?? '']: { ...first?.[1], weight: 0 } };
  const parsed = modelSchema.safeParse({ ...MODEL, dimensions });
  expect(parsed.error?.issues.map(({ path, message }) => [path, message])).toEqual([
    [['dimensions'], 'at least one signal in one dimension needs a weight above zero'],
  ]);
});

test('every mistake is there, not only the first', () => {
  const parsed = modelSchema.safeParse({ ...MODEL, silencePoints: 101, minimumCoverage: -1, version: '' });
  expect(parsed.error?.issues.map(({ path }) => path.join('.')).toSorted()).toEqual([
    'minimumCoverage',
    'silencePoints',
    'version',
  ]);
});

test('the pipelines that the model names as renewals reach the signals that ask for them; an entry of its own wins', () => {
  const settingsOf = (settings: Settings, given: Settings): Settings => {
    let seen: Settings = {};
    const signal = {
      ...mappedSignal('s', { property: 'name', kind: 'number', label: { en: 'S' } }, {}),
      settings,
      measure(_account: unknown, read: Settings) {
        seen = read;
        return unknown('no_data');
      },
    };
    const entry: ModelSignal = { weight: 1, whenUnknown: 'skip', settings: given };
    readSignal(signal, entry, account({ asOf: '2026-06-15' }).view, { silencePoints: 70, renewalPipelines: ['p1'] });
    return seen;
  };
  expect(settingsOf({ renewalPipelines: [], other: 1 }, {})).toEqual({ renewalPipelines: ['p1'], other: 1 });
  expect(settingsOf({ renewalPipelines: [] }, { renewalPipelines: ['p2'] })).toEqual({ renewalPipelines: ['p2'] });
  expect(settingsOf({ other: 1 }, {})).toEqual({ other: 1 });
});
