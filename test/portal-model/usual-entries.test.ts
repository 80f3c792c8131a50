/** What comes with the first edit of a signal that a model does not name. */
import { expect, test } from 'vitest';
import { makeModelFiles } from '../../src/model-files.ts';
import type { Edit, Json } from '../../src/portal-model/apply-edit.ts';
import { withUsualEntries } from '../../src/portal-model/change-draft.ts';

const { model: standard } = await makeModelFiles().standard();
const HABIT = ['dimensions', 'billing', 'signals', 'payment_habit'];
const MODEL: Json = { dimensions: { billing: { weight: 3, signals: {} } } };
const edit = (part: string, value: Json = 1): Edit => ({ path: [...HABIT, part], value });
const paths = (edits: readonly Edit[]) => edits.map(({ path }) => path.slice(3).join('.') || path.at(-1));
const made = (edits: readonly Edit[], content: Json = MODEL) => withUsualEntries(edits, content, standard);

test('it comes once, before the first edit, and counts nothing until it is weighed', () => {
  const all = made([edit('whenUnknown', 'skip'), edit('weight', 4)]);
  expect(paths(all)).toEqual(['payment_habit', 'payment_habit.whenUnknown', 'payment_habit.weight']);
  const usual = standard.dimensions.billing?.signals.payment_habit;
  expect(all[0]?.value).toEqual({ weight: 0, settings: usual?.settings, curve: usual?.curve });
});

test('a dimension that the model does not have gets its usual weight, too', () => {
  const [weight, ...rest] = made([edit('weight')], {});
  expect(weight).toEqual({ path: ['dimensions', 'billing', 'weight'], value: standard.dimensions.billing?.weight });
  expect(paths(rest)).toEqual(['payment_habit', 'payment_habit.weight']);
});

test.each<[string, Edit, Json?]>([
  ['what takes something away', { path: [...HABIT, 'curve'], value: null }],
  ['the whole entry', { path: HABIT, value: { weight: 2 } }],
  ['a signal that is no signal of ours', { path: ['dimensions', 'billing', 'signals', 'mine', 'weight'], value: 1 }],
  ['another part of the model', { path: ['bands', 'healthyFrom'], value: 70 }],
  [
    'a signal that is there',
    edit('weight'),
    { dimensions: { billing: { weight: 3, signals: { payment_habit: { weight: 1 } } } } },
  ],
])('%s is left alone', (_what, only, content = MODEL) => {
  expect(made([only], content)).toEqual([only]);
});
