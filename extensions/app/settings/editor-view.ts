/** The model for people with what is unsaved in it: weights and curves as typed, and what share of the score they make. */
import type { EditorDimension, EditorSignal, Json } from '@account-health/contract/model';
import { type Content, valueAt } from './draft-edits.ts';

const numberAt = (content: Content, path: string[], otherwise: number): number => {
  const value = valueAt(content, path);
  return typeof value === 'number' ? value : otherwise;
};

function asTyped(signal: EditorSignal, dimension: string, content: Content): EditorSignal {
  const at = ['dimensions', dimension, 'signals', signal.key];
  const held = valueAt(content, at);
  if (held === undefined) return { ...signal, inModel: false, weight: 0, share: 0 };
  const curve = valueAt(content, [...at, 'curve']);
  const unknown = valueAt(content, [...at, 'whenUnknown']);
  return {
    ...signal,
    inModel: true,
    weight: numberAt(content, [...at, 'weight'], signal.weight),
    curve: curveOf(curve) ?? signal.curve,
    whenUnknown: unknown === 'neutral' || unknown === 'penalise' || unknown === 'skip' ? unknown : signal.whenUnknown,
  };
}

/** Null: there is none that could be one, each pair of two numbers. */
export const curveOf = (value: Json | undefined): [number, number][] | null => (isCurve(value) ? value : null);

const isCurve = (value: Json | undefined): value is [number, number][] =>
  Array.isArray(value) &&
  value.every((knot) => Array.isArray(knot) && knot.length === 2 && knot.every((part) => typeof part === 'number'));

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/**
 * Dimensions and signals as typed. A dimension's share is of those that have a signal of weight, as the score has it at full knowledge;
 * all shares together are 1, or all 0 where nothing has a weight.
 */
export function editorView(dimensions: readonly EditorDimension[], content: Content): EditorDimension[] {
  const typed = dimensions.map((dimension) => ({
    ...dimension,
    weight: numberAt(content, ['dimensions', dimension.key, 'weight'], dimension.weight),
    signals: dimension.signals.map((signal) => asTyped(signal, dimension.key, content)),
  }));
  const inner = (dimension: EditorDimension) => sum(dimension.signals.map(({ weight }) => weight));
  const total = sum(typed.map((dimension) => (inner(dimension) > 0 ? dimension.weight : 0)));
  return typed.map((dimension) => {
    const within = inner(dimension);
    const share = total > 0 && within > 0 ? dimension.weight / total : 0;
    const signals = dimension.signals.map((signal) => ({
      ...signal,
      share: within > 0 ? (share * signal.weight) / within : 0,
    }));
    return { ...dimension, share, signals };
  });
}
