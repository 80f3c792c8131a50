import { expect, test } from 'vitest';
import { labelsOf, plainLabel } from '../../src/scoring/model-labels.ts';
import { planOf } from '../../src/scoring/model-signals.ts';
import { modelWith } from './own-account.ts';

const CURVE = [
  [0, 50],
  [1, 90],
];
const base = modelWith().dimensions;
const referrals = (labels: readonly string[] | undefined) => ({
  weight: 1,
  signals: { referrals: { weight: 1, curve: CURVE, ...(labels && { settings: { labels } }) } },
});
const segment = (name: string, value: string, labels: readonly string[]) => ({
  name,
  when: { values: [value] },
  dimensions: { advocacy: { signals: { referrals: { settings: { labels } } } } },
});
const dealsOf = (model: Parameters<typeof planOf>[0]) => planOf(model).find(({ objectType }) => objectType === 'deals');

test('a label is compared in any case, without the space around it', () => {
  expect(['Referrer', ' REFERRER '].map(plainLabel)).toEqual(['referrer', 'referrer']);
});

test('a model that names none has none to be read', () => {
  for (const labels of [undefined, []]) {
    const model = modelWith({ dimensions: { ...base, advocacy: referrals(labels) } });
    expect(labelsOf(model)).toEqual({});
    expect(dealsOf(model)).not.toHaveProperty('labelled');
  }
});

test('each is named once, in order, for the deals', () => {
  const model = modelWith({ dimensions: { ...base, advocacy: referrals(['Referrer', 'Brought by', 'REFERRER']) } });
  expect(labelsOf(model)).toEqual({ deals: ['brought by', 'referrer'] });
  expect(dealsOf(model)).toMatchObject({ labelled: { property: 'referrers', labels: ['brought by', 'referrer'] } });
});

test('what a segment alone names is read for all', () => {
  const model = modelWith({
    dimensions: { ...base, advocacy: referrals(undefined) },
    segments: [segment('One', 'customer', ['Referrer'])],
  });
  expect(labelsOf(model)).toEqual({ deals: ['referrer'] });
});

test('labels that differ within a model are a mistake: nobody could tell by which a company is named', () => {
  const advocacy = referrals(['Referrer']);
  const segmented = (...segments: readonly unknown[]) => modelWith({ dimensions: { ...base, advocacy }, segments });
  expect(() => segmented(segment('One', 'lead', ['Friend']))).toThrow(/other labels already \(referrer\)/);
  expect(() =>
    modelWith({
      dimensions: { ...base, advocacy: referrals(undefined) },
      segments: [segment('One', 'lead', ['Friend']), segment('Two', 'customer', ['Referrer'])],
    }),
  ).toThrow(/other labels already \(friend\)/);
  // The same, or none, is no mistake.
  expect(segmented(segment('One', 'lead', ['REFERRER']), segment('Two', 'customer', [])).segments).toHaveLength(2);
});
