import { type Json, valueAt } from '../../../portal-model/apply-edit.ts';
import type { CycleRecord } from '../../../store/cycles.ts';
import { objectOf } from './place-labels.ts';

/** Of how many customers a signal is known, 0..1; null: no cycle read it as it is meant here. */
export type KnownShare = (signal: string, entry: Json) => number | null;

/**
 * By the latest cycle, which counted what it read. A signal that the model at hand measures otherwise than the one that scored (another source,
 * another setting) is not known yet: what another measure found says nothing of it.
 */
export function knownShares(cycle: Pick<CycleRecord, 'context'> | undefined): KnownShare {
  const context = (cycle?.context ?? {}) as { readonly [key: string]: Json };
  const known = objectOf(context.known);
  const scored = Object.assign(
    {},
    ...Object.values(objectOf(valueAt(context.model, ['dimensions']))).map((one) =>
      objectOf(valueAt(one, ['signals'])),
    ),
  ) as { readonly [key: string]: Json };
  return (signal, entry) => {
    const share = Object.hasOwn(known, signal) ? known[signal] : undefined;
    return typeof share === 'number' && isSameMeasure(entry, scored[signal]) ? share : null;
  };
}

/** What a cycle keeps is written out: a source with its defaults, a setting only where it is not the usual. */
function isSameMeasure(entry: Json, scored: Json | undefined): boolean {
  const [settings, other] = [entry, scored].map((one) => objectOf(valueAt(one, ['settings'])));
  const [mapped, full] = [entry, scored].map((one) => objectOf(valueAt(one, ['mapped'])));
  const measure = ({ label: _label, remedy: _remedy, unit: _unit, ...rest }: { readonly [key: string]: Json }) => rest;
  return (
    isWithin(settings ?? {}, other ?? {}) &&
    isWithin(other ?? {}, settings ?? {}) &&
    isWithin(measure(mapped ?? {}), full ?? {}) &&
    (Object.keys(mapped ?? {}).length === 0) === (Object.keys(full ?? {}).length === 0)
  );
}

const isWithin = (one: { readonly [key: string]: Json }, other: { readonly [key: string]: Json }): boolean =>
  Object.entries(one).every(([name, value]) => JSON.stringify(value) === JSON.stringify(other[name]));
