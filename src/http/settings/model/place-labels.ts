import { type Json, valueAt } from '../../../portal-model/apply-edit.ts';
import type { Wording } from '../../../wording/make-wording.ts';
import { withMapped } from '../../../wording/mapped-wording.ts';
import { settingKey } from './setting-labels.ts';

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

/** Whether a path is that of a signal's setting. */
export const isSetting = (path: Path): boolean => path.at(-4) === 'signals' && path.at(-2) === 'settings';

/** What people call the places of a model. */
export interface PlaceLabels {
  /** "Billing: weight". `held`: what stands or stood there, where that is a thing of a list: it may be gone, and another in its place. */
  place(path: Path, held?: Json): string;
  dimension(key: string): string;
  signal(key: string): string;
  /** By its signal, where it has no name of ours. */
  cap(cap: { readonly [key: string]: Json }): string;
  /** The last key of a path: "weight"; a dimension's and a signal's by its name; of a signal's setting what it does in that signal. */
  field(path: Path): string;
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
  const cap: PlaceLabels['cap'] = ({ key, signal: by }) =>
    typeof by === 'string' && !has(`cap.${key}.label`) ? signal(by) : saidOr(`cap.${key}.label`, String(key));
  const field = (path: Path) => {
    const key = String(path.at(-1));
    const parent = path.at(-2);
    if (parent === 'dimensions') return dimension(key);
    if (parent === 'signals') return signal(key);
    // Options of a property, and languages.
    if (parent === 'points' || parent === 'label' || parent === 'remedy') return key;
    const words = isSetting(path) ? settingKey(has, String(path.at(-3)), key) : `model.field.${key}`;
    return saidOr(words, key);
  };
  /** A thing of a list by what it is named there; without a name by its number, counted from one. */
  const named = (
    path: Path,
    key: string,
    held: Json | undefined,
    called: (item: { readonly [key: string]: Json }) => string,
  ) => {
    const items = [held, ...contents.map((content) => valueAt(content, path))].map(objectOf);
    const item = items.find((one) => typeof one[key] === 'string');
    return item === undefined ? `${Number(path.at(-1) ?? 0) + 1}` : called(item);
  };
  const capAt = (path: Path, held: Json | undefined) => say('model.part.cap', { name: named(path, 'key', held, cap) });

  /** What a dimension's part is called, and what of the path is left. */
  function inDimension([key, signals, name, ...rest]: Path): readonly [string, Path] {
    if (signals !== 'signals' || name === undefined) {
      const own = [signals, name, ...rest].filter((step) => step !== undefined);
      return [dimension(String(key)), own];
    }
    return [signal(String(name)), rest];
  }

  function split(path: Path, held: Json | undefined): readonly [string, Path] {
    const [root = 'model', second, ...rest] = path;
    if (root === 'dimensions' && second !== undefined) return inDimension([second, ...rest]);
    if (root === 'caps' && second !== undefined)
      return [capAt([root, second], rest.length === 0 ? held : undefined), rest];
    if (root === 'segments' && second !== undefined) {
      const own = rest.length === 0 ? held : undefined;
      const name = say('model.part.segment', { name: named([root, second], 'name', own, (item) => String(item.name)) });
      const [kind, key, ...inner] = rest;
      if (kind === 'caps' && key !== undefined)
        return [`${name}, ${capAt([root, second, kind, key], inner.length === 0 ? held : undefined)}`, inner];
      if (kind !== 'dimensions' || key === undefined) return [name, rest];
      const [part, left] = inDimension([key, ...inner]);
      return [`${name}, ${part}`, left];
    }
    return [saidOr(`model.part.${root}`, String(root)), second === undefined ? [] : [second, ...rest]];
  }

  return {
    place(path, held) {
      const [part, rest] = split(path, held);
      const fields = rest.flatMap((step, index) => {
        // The number of an entry counts from one for people.
        if (typeof step === 'number') return [`${step + 1}`];
        const at = path.length - rest.length + index;
        // A setting is called by what it does: that it is one says no more.
        if (step === 'settings' && isSetting(path.slice(0, at + 2))) return [];
        return [field(path.slice(0, at + 1))];
      });
      return fields.length === 0 ? part : say('model.label', { part, field: fields.join(', ') });
    },
    ...{ dimension, signal, cap, field, wording },
  };
}

/** The names of the portal's own signals, as far as a content that may be anything gives any. */
function mappedIn(content: Json | undefined): Record<string, { label: Record<string, string> }> {
  const segments = valueAt(content, ['segments']);
  // What the model calls a signal comes after, and so before, what a segment does.
  const parts = [...(Array.isArray(segments) ? segments : []), content];
  const dimensions = parts.flatMap((part) => Object.values(objectOf(valueAt(part, ['dimensions']))));
  const found = dimensions.flatMap((one) =>
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
