import type { EditorDimension, EditorSignal } from '@account-health/contract/model';
import { type Json, valueAt } from '../../../portal-model/apply-edit.ts';
import type { Model } from '../../../scoring/model.ts';
import type { Signal } from '../../../scoring/signal.ts';
import { SIGNALS, signalByKey } from '../../../scoring/signals/registry.ts';
import type { Wording } from '../../../wording/make-wording.ts';
import type { KnownShare } from './known-shares.ts';
import { objectOf, type PlaceLabels } from './place-labels.ts';
import { signalSettings } from './setting-labels.ts';

const WHEN_UNKNOWN = ['skip', 'neutral', 'penalise'] as const;
/** Of a mapped signal: what it counts, where the model names no unit. */
const UNIT_OF_KIND: Readonly<Record<string, Signal['unit']>> = {
  date: 'days',
  latest: 'days',
  boolean: 'share',
  enumeration: 'points',
};

/** YAML knows infinite numbers, and such as are none. */
const isNumber = (value: Json | undefined): value is number => Number.isFinite(value);
const numberOf = (value: Json | undefined): number => (isNumber(value) && value >= 0 ? value : 0);

/**
 * The dimensions of a model for people, in its order, also where it has mistakes: what cannot be read counts as nothing. Signals of ours that
 * it does not name stand where the standard model has them. What nobody reads, since it counts for nothing, is known of nobody yet.
 */
export function editorDimensions(
  content: Json,
  standard: Pick<Model, 'dimensions'>,
  labels: PlaceLabels,
  knownOf: KnownShare = () => null,
): EditorDimension[] {
  const written = objectOf(valueAt(content, ['dimensions']));
  const named = new Set(Object.values(written).flatMap((one) => Object.keys(objectOf(valueAt(one, ['signals'])))));
  const keys = [...new Set([...Object.keys(written), ...Object.keys(standard.dimensions)])];
  const whole = keys.reduce((sum, key) => sum + counted(written[key]), 0);
  return keys.flatMap((key) => {
    const entries = Object.entries(objectOf(valueAt(written[key], ['signals'])));
    const inAll = entries.reduce((sum, [, entry]) => sum + numberOf(valueAt(entry, ['weight'])), 0);
    const share = whole === 0 ? 0 : counted(written[key]) / whole;
    const others = SIGNALS.filter((signal) => !named.has(signal.key) && standard.dimensions[key]?.signals[signal.key]);
    if (written[key] === undefined && others.length === 0) return [];
    return [
      {
        key,
        label: labels.dimension(key),
        weight: numberOf(valueAt(written[key], ['weight'])),
        share,
        signals: [
          ...entries.map(([signal, entry]): EditorSignal => {
            const weight = numberOf(valueAt(entry, ['weight']));
            return {
              ...editorSignal(signal, entry, labels),
              known: knownOf(signal, entry),
              inModel: true,
              weight,
              share: inAll === 0 ? 0 : (share * weight) / inAll,
            };
          }),
          ...others.map((signal): EditorSignal => {
            const usual = JSON.parse(JSON.stringify(standard.dimensions[key]?.signals[signal.key])) as Json;
            return { ...editorSignal(signal.key, usual, labels), known: null, inModel: false, weight: 0, share: 0 };
          }),
        ],
      },
    ];
  });
}

/** What a dimension weighs at full knowledge: nothing where none of its signals does. */
function counted(dimension: Json | undefined): number {
  const signals = Object.values(objectOf(valueAt(dimension, ['signals'])));
  const weighs = signals.some((entry) => numberOf(valueAt(entry, ['weight'])) > 0);
  return weighs ? numberOf(valueAt(dimension, ['weight'])) : 0;
}

function editorSignal(
  key: string,
  entry: Json,
  labels: PlaceLabels,
): Omit<EditorSignal, 'inModel' | 'weight' | 'share' | 'known'> {
  const mapped = valueAt(entry, ['mapped']);
  const curve = curveOf(valueAt(entry, ['curve']));
  const whenUnknown = WHEN_UNKNOWN.find((one) => one === valueAt(entry, ['whenUnknown'])) ?? 'skip';
  return {
    ...{ key, label: labels.signal(key), mapped: mapped !== undefined, curve, whenUnknown },
    measures: measures(key, mapped, curve, labels),
    settings: mapped === undefined ? signalSettings(key, labels.wording) : [],
  };
}

/** Only one of which every pair is two numbers. */
function curveOf(value: Json | undefined): [number, number][] | null {
  const isPair = (knot: Json): knot is [number, number] =>
    Array.isArray(knot) && knot.length === 2 && knot.every(isNumber);
  return Array.isArray(value) && value.every(isPair) ? value : null;
}

/** The key of the words for what a signal counts: those of the one signal, where those of its unit fit others; else those of the unit. */
const unitKey = (has: Wording['has'], signal: string, unit: string): string =>
  has(`model.unit.${signal}`) ? `model.unit.${signal}` : `model.unit.${unit}`;

function measures(
  key: string,
  mapped: Json | undefined,
  curve: [number, number][] | null,
  { wording }: PlaceLabels,
): string {
  const { say, has } = wording;
  const ours = mapped === undefined ? signalByKey.get(key) : undefined;
  const falls = curve !== null && (curve.at(-1)?.[1] ?? 0) < (curve[0]?.[1] ?? 0);
  const better = ours?.better ?? (falls ? 'lower' : 'higher');
  const own = valueAt(mapped, ['unit']);
  const kind = valueAt(mapped, ['kind']);
  const unit = ours?.unit ?? (typeof kind === 'string' ? UNIT_OF_KIND[kind] : undefined) ?? 'value';
  const counts =
    typeof own === 'string' && own !== ''
      ? own
      : say(ours === undefined ? `model.unit.${unit}` : unitKey(has, key, unit));
  return say('model.measures', { unit: counts, better: say(`model.better.${better}`) });
}
