import { isCurrency } from './mapped-signal.ts';
import type { ModelSignal } from './model-shape.ts';
import type { Signal } from './signal.ts';

/** What the raw value of a signal counts, for people: the signal's unit, or what the model says of one that it maps. */
export type RawUnit =
  | { readonly kind: Signal['unit'] }
  /** 1 and 0. */
  | { readonly kind: 'yes_no' }
  /** The points that the model gives to the option; there is no curve. */
  | { readonly kind: 'option' }
  /** An amount, which not everybody may see. ISO 4217, or a currency's sign. */
  | { readonly kind: 'money'; readonly currency: string }
  /** In the admin's own word. */
  | { readonly kind: 'named'; readonly unit: string };

/** What the raw value of a model's signal counts. */
export function rawUnit(signal: Pick<Signal, 'unit'>, { mapped }: Pick<ModelSignal, 'mapped'>): RawUnit {
  if (mapped?.kind === 'boolean') return { kind: 'yes_no' };
  if (mapped?.kind === 'enumeration') return { kind: 'option' };
  if (mapped?.kind !== 'number' || mapped.unit === undefined) return { kind: signal.unit };
  if (mapped.unit === 'percent') return { kind: 'share' };
  return isCurrency(mapped.unit)
    ? { kind: 'money', currency: mapped.unit.toUpperCase() }
    : { kind: 'named', unit: mapped.unit };
}
