/** The standard model, set up for the arbitrary accounts: some signals tell nothing until a portal says what it means. */
import { readFileSync } from 'node:fs';
import { parseModel } from '../../src/model-file.ts';
import type { Model, ModelSignal } from '../../src/scoring/model.ts';

const STANDARD = 'models/standard-b2b.yaml';

const SETTINGS: Readonly<Record<string, ModelSignal['settings']>> = {
  product_feedback: { releaseDates: ['2026-05-01'] },
  referrals: { dealTypes: ['newbusiness'], labels: ['Referrer'] },
};

/** The model, set up so that every signal that it has can tell something. */
export function withEverySignal(model: Model): Model {
  const dimensions = Object.entries(model.dimensions).map(([key, dimension]) => {
    const signals = Object.entries(dimension.signals).map(([signal, entry]) => [
      signal,
      { ...entry, settings: { ...entry.settings, ...SETTINGS[signal] } },
    ]);
    return [key, { ...dimension, signals: Object.fromEntries(signals) }];
  });
  return { ...model, dimensions: Object.fromEntries(dimensions) };
}

/** The standard model, set up. That it has every signal is held by signals/sources.test.ts. */
export const setUpModel = (): Model => withEverySignal(parseModel(readFileSync(STANDARD, 'utf8'), STANDARD));

/** The model's signals by key. */
export const entriesOf = ({ dimensions }: Model): ReadonlyMap<string, ModelSignal> =>
  new Map(Object.values(dimensions).flatMap(({ signals }) => Object.entries(signals)));
