import { type Json, valueAt } from '../../../portal-model/apply-edit.ts';
import type { Wording } from '../../../wording/make-wording.ts';
import { withMapped } from '../../../wording/mapped-wording.ts';

type Path = readonly (string | number)[];

/** The parts of a model that have a name of their own for people: `model.part.<name>`. */
export const PARTS = [
  ...['name', 'version', 'eligibility', 'churn', 'account', 'rollUp', 'renewalPipelines', 'silencePoints'],
  ...['minimumCoverage', 'minimumDimensions', 'bands', 'caps', 'write', 'dimensions', 'segments', 'model'],
  ...['cap', 'segment'],
];

/** Keys inside them: `model.field.<name>`. */
export const FIELDS = [
  ...['customers', 'lifecycleStages', 'purchaseWithinMonths', 'exclude', 'detectOwnCompany', 'property', 'values'],
  ...['date', 'reason', 'csOwner', 'renewalDate', 'revenue', 'by', 'atRiskFrom', 'healthyFrom', 'callsAWeek', 'margin'],
  ...['key', 'signal', 'from', 'scoreAtMost', 'weight', 'curve', 'whenUnknown', 'settings', 'mapped', 'object', 'kind'],
  ...['windowDays', 'label', 'remedy', 'unit', 'points', 'signals', 'dimensions', 'name', 'when'],
  ...['customerForLessThanDays', 'silencePoints', 'minimumCoverage', 'minimumDimensions', 'caps'],
];

/** What people call the places of a model. */
export interface PlaceLabels {
  /** "Billing: weight". */
  place(path: Path): string;
  dimension(key: string): string;
  signal(key: string): string;
  cap(key: string): string;
  field(key: string): string;
  /** With the names of the model's own signals. */
  readonly wording: Wording;
}

/** `contents`: what the model says, and what it said, for the names that it gives; each may be anything. */
export function placeLabels(base: Wording, contents: readonly (Json | undefined)[]): PlaceLabels {
  const wording = withMapped(base, Object.assign({}, ...contents.map(mappedIn)));
  const { say, has } = wording;
  const saidOr = (key: string, other: string): string => (has(key) ? say(key) : other);
  const dimension = (key: string) => saidOr(`dimension.${key}`, key);
  const signal = (key: string) => saidOr(`signal.${key}.label`, key);
  const cap = (key: string) => saidOr(`cap.${key}.label`, key);
  const field = (key: string) => saidOr(`model.field.${key}`, key);
  const nameAt = (path: Path, key: string): string => {
    const names = contents.map((content) => valueAt(content, [...path, key]));
    return String(names.find((name) => typeof name === 'string') ?? Number(path.at(-1) ?? 0) + 1);
  };

  /** What a dimension's part is called, and what of the path is left. */
  function inDimension([key, signals, name, ...rest]: Path): readonly [string, Path] {
    if (signals !== 'signals' || name === undefined) {
      const own: Path = signals === undefined ? [] : [signals];
      return [dimension(String(key)), own];
    }
    return [signal(String(name)), rest];
  }

  function split(path: Path): readonly [string, Path] {
    const [root = 'model', second, ...rest] = path;
    if (root === 'dimensions' && second !== undefined) return inDimension([second, ...rest]);
    if (root === 'caps' && second !== undefined)
      return [say('model.part.cap', { name: cap(nameAt(['caps', second], 'key')) }), rest];
    if (root === 'segments' && second !== undefined) {
      const name = say('model.part.segment', { name: nameAt(['segments', second], 'name') });
      const [kind, key, ...inner] = rest;
      if (kind !== 'dimensions' || key === undefined) return [name, rest];
      const [part, left] = inDimension([key, ...inner]);
      return [`${name}, ${part}`, left];
    }
    return [saidOr(`model.part.${root}`, String(root)), second === undefined ? [] : [second, ...rest]];
  }

  return {
    place(path) {
      const [part, rest] = split(path);
      // The number of an entry counts from one for people.
      const fields = rest.map((step) => (typeof step === 'number' ? `${step + 1}` : field(step)));
      return fields.length === 0 ? part : say('model.label', { part, field: fields.join(', ') });
    },
    ...{ dimension, signal, cap, field, wording },
  };
}

/** The names of the portal's own signals, as far as a content that may be anything gives any. */
function mappedIn(content: Json | undefined): Record<string, { label: Record<string, string> }> {
  const dimensions = objectOf(valueAt(content, ['dimensions']));
  const found = Object.values(dimensions).flatMap((one) =>
    Object.entries(objectOf(valueAt(one, ['signals']))).flatMap(([key, entry]) => {
      const texts = objectOf(valueAt(entry, ['mapped', 'label']));
      const label = Object.fromEntries(Object.entries(texts).filter(([, text]) => typeof text === 'string'));
      return typeof label.en === 'string' ? [[key, { label: label as Record<string, string> }] as const] : [];
    }),
  );
  return Object.fromEntries(found);
}

/** An object as it is; of anything else an empty one. */
export const objectOf = (value: Json | undefined): { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
