/** What the table says of a signal without running it: the file that does it, and what it weighs. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Model } from '../../src/scoring/model.ts';
import { signalByKey } from '../../src/scoring/signals/registry.ts';
import { entriesOf } from '../scoring/every-signal.ts';

const SIGNALS_FOLDER = 'src/scoring/signals';

/**
 * The file, from the project's root, that defines a signal; what a model maps is done by one for properties and one for custom objects.
 * @throws Error where there is none.
 */
export function fileOf(key: string, examples: Model): string {
  if (!signalByKey.has(key)) {
    const isOfObject = entriesOf(examples).get(key)?.mapped?.object !== undefined;
    return isOfObject ? 'src/scoring/mapped-records.ts' : 'src/scoring/mapped-signal.ts';
  }
  const name = readdirSync(SIGNALS_FOLDER).find((file) =>
    readFileSync(`${SIGNALS_FOLDER}/${file}`, 'utf8').includes(`\n  key: '${key}',`),
  );
  if (name === undefined) throw new Error(`No file of ${SIGNALS_FOLDER} defines the signal "${key}".`);
  return `${SIGNALS_FOLDER}/${name}`;
}

/** The dimension of a signal in a model; undefined where the model does not have it. */
export const dimensionOf = (key: string, { dimensions }: Model): string | undefined =>
  Object.entries(dimensions).find(([, { signals }]) => Object.hasOwn(signals, key))?.[0];

/**
 * What a signal weighs in a model, in words: its weight in its dimension, and its share of a score of which everything is known, in
 * percent. What the model does not have is one of its examples, with the weight that it has there.
 */
export function weightText(key: string, model: Model, withExamples: Model): string {
  const entry = entriesOf(model).get(key);
  if (entry === undefined) return `example: ${entriesOf(withExamples).get(key)?.weight ?? 0}`;
  const share = shareOf(key, model);
  return share === 0 ? `${entry.weight}, shown not counted` : `${entry.weight} (${inPercent(share)} %)`;
}

/** Of the whole score, 0..1, where everything is known. */
function shareOf(key: string, model: Model): number {
  const dimension = model.dimensions[dimensionOf(key, model) ?? ''];
  const own = dimension?.signals[key]?.weight ?? 0;
  if (dimension === undefined || own === 0) return 0;
  const inDimension = sum(Object.values(dimension.signals));
  return ((dimension.weight / sum(Object.values(model.dimensions))) * own) / inDimension;
}

const sum = (weighed: readonly { readonly weight: number }[]): number =>
  weighed.reduce((total, { weight }) => total + weight, 0);

/** With one decimal at most. */
const inPercent = (share: number): number => Math.round(share * 1_000) / 10;
