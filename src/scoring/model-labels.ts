/** Association labels that the model names, in the setting `labels` of a signal that reads what only labels tell. */
import type { Model, ModelSignal } from './model-shape.ts';
import { type ByType, definitionOf, OBJECT_TYPES, type StandardType } from './object-types.ts';
import { variants } from './segments.ts';
import { signalByKey } from './signals/registry.ts';

/** A label as it is compared: people write it in any case. */
export const plainLabel = (label: string): string => label.trim().toLowerCase();

/** The object types of which the signal reads what only labels tell. */
const labelledTypes = (key: string): readonly StandardType[] =>
  OBJECT_TYPES.filter((type) =>
    signalByKey
      .get(key)
      ?.reads[type]?.some((property) => definitionOf(type).properties[property]?.labelled !== undefined),
  );

/** Plain, sorted, each once; empty where the entry names none. */
function namedLabels({ settings }: Pick<ModelSignal, 'settings'>): readonly string[] {
  const { labels } = settings;
  return typeof labels === 'object' ? [...new Set(labels.map(plainLabel))].toSorted() : [];
}

/** The labels that the model or one of its segments names, by the object type that they are read of. */
export function labelsOf(model: Model): ByType<readonly string[]> {
  const found: Partial<Record<StandardType, readonly string[]>> = {};
  for (const { dimensions } of variants(model)) {
    for (const [key, entry] of Object.values(dimensions).flatMap(({ signals }) => Object.entries(signals))) {
      const labels = namedLabels(entry);
      if (labels.length === 0) continue;
      for (const type of labelledTypes(key)) found[type] = [...new Set([...(found[type] ?? []), ...labels])].toSorted();
    }
  }
  return found;
}

/**
 * Tells where labels of a type differ within the model. It is kept of each record who stands under any of them, not under which, so
 * that whoever counts by labels must count by the same.
 */
export function checkLabels(model: Model, issue: (path: readonly PropertyKey[], message: string) => void): void {
  const first = new Map<StandardType, string>();
  variants(model).forEach(({ dimensions }, variant) => {
    const at = variant === 0 ? [] : ['segments', variant - 1];
    for (const [key, { signals }] of Object.entries(dimensions)) {
      for (const [signal, entry] of Object.entries(signals)) {
        const labels = namedLabels(entry).join(', ');
        if (labels === '') continue;
        for (const type of labelledTypes(signal)) {
          const before = first.get(type) ?? labels;
          first.set(type, before);
          if (before !== labels)
            issue(
              [...at, 'dimensions', key, 'signals', signal, 'settings', 'labels'],
              `the model has other labels already (${before}); give the same everywhere, or none`,
            );
        }
      }
    }
  });
}
