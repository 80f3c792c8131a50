/** The signals that a segment has of its own, as typed. */
import type { EditorDimension, EditorSignal, Json, ModelPath } from '@account-health/contract/model';
import { type Content, type Edit, valueAt } from './draft-edits.ts';

export interface SegmentSignal {
  readonly key: string;
  readonly label: string;
  readonly dimension: Pick<EditorDimension, 'key' | 'label'>;
  /** Its place in the segment. */
  readonly path: ModelPath;
  /** As everybody has it; undefined: nobody else does. */
  readonly everybody: EditorSignal | undefined;
  /** One of ours or of the model's; undefined: only the segment names it, with a source of its own. */
  readonly known: EditorSignal | undefined;
  /** The YAML gives it a source of its own in this segment, which the page leaves as it is. */
  readonly hasSource: boolean;
}

const dimensionsOf = (segment: number): ModelPath => ['segments', segment, 'dimensions'];
const isMap = (value: Json | undefined): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const keysAt = (content: Content, path: ModelPath): string[] => {
  const value = valueAt(content, path);
  return isMap(value) ? Object.keys(value) : [];
};

/** In the order of the segment. @param locale BCP 47, for what only the segment names */
export function signalsOfSegment(
  dimensions: readonly EditorDimension[],
  content: Content,
  segment: number,
  locale: string,
): SegmentSignal[] {
  const at = dimensionsOf(segment);
  const all = dimensions.flatMap(({ signals }) => signals);
  return keysAt(content, at).flatMap((dimension) => {
    const listed = dimensions.find(({ key }) => key === dimension);
    return keysAt(content, [...at, dimension, 'signals']).map((key): SegmentSignal => {
      const path = [...at, dimension, 'signals', key];
      const mapped = valueAt(content, [...path, 'mapped']);
      const known = all.find((signal) => signal.key === key);
      return {
        key,
        label: known?.label ?? labelOf(mapped, locale) ?? key,
        dimension: { key: dimension, label: listed?.label ?? dimension },
        path,
        everybody: listed?.signals.find((signal) => signal.key === key && signal.inModel),
        known,
        hasSource: mapped !== undefined,
      };
    });
  });
}

function labelOf(mapped: Json | undefined, locale: string): string | undefined {
  const texts = isMap(mapped) ? mapped.label : undefined;
  if (!isMap(texts)) return undefined;
  const text = texts[locale.split('-')[0] ?? 'en'] ?? texts.en;
  return typeof text === 'string' ? text : undefined;
}

/** Begins as everybody has it: nothing is said of it yet. */
export const addSegmentSignal = (segment: number, dimension: string, signal: string): Edit => ({
  path: [...dimensionsOf(segment), dimension, 'signals', signal],
  value: {},
});

/** Takes the signal out of the segment, and what held nothing but it. Of what is not there nothing is taken. */
export function withoutSegmentSignal(content: Content, path: ModelPath): Edit[] {
  if (valueAt(content, path) === undefined) return [];
  const signals = path.slice(0, -1);
  const dimension = path.slice(0, -2);
  const isLast = keysAt(content, signals).length === 1;
  const gone = !isLast ? path : keysAt(content, dimension).length === 1 ? dimension : signals;
  return [{ path: gone, value: null }];
}
