import type { FullView } from './account-view.ts';
import { isCustomerForLess } from './customer-since.ts';
import type { Model, ModelSignal, Segment } from './model-shape.ts';
import type { Values } from './object-definition.ts';
import { hasValue } from './of-values.ts';
import { once } from './once.ts';

/** The first segment of the model that the account meets at the view's moment; undefined: none. */
function segmentOf(account: FullView, model: Pick<Model, 'segments' | 'churn'>): Segment | undefined {
  return model.segments.find(({ when: { property, values, customerForLessThanDays: days } }) => {
    if (values !== undefined) return hasValue(account.company.values as Values, { property, values }) === true;
    return isCustomerForLess(account, model, days ?? 0);
  });
}

type Dimensions = Model['dimensions'];
type Written<T> = { readonly [K in keyof T]: Exclude<T[K], undefined> };

/** Without the keys that are written without a value: they change nothing. */
const written = <T extends object>(part: T): Partial<Written<T>> =>
  Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as Partial<Written<T>>;

/** The model as the segment has it: what the segment says, and of everything else what the model says. */
export function withSegment(model: Model, segment: Segment): Model {
  const { name: _name, when: _when, dimensions = {}, ...own } = segment;
  const merged: Record<string, Dimensions[string]> = { ...model.dimensions };
  for (const [key, { weight, signals = {} }] of Object.entries(dimensions)) {
    const base = model.dimensions[key];
    const entries: Record<string, ModelSignal> = { ...base?.signals };
    for (const [signal, entry] of Object.entries(signals)) {
      const before: ModelSignal = entries[signal] ?? { weight: 0, whenUnknown: 'skip', settings: {} };
      entries[signal] = { ...before, ...written(entry), settings: { ...before.settings, ...entry.settings } };
    }
    merged[key] = { weight: weight ?? base?.weight ?? 0, signals: entries };
  }
  return { ...model, ...written(own), dimensions: merged };
}

/** The model of each of its segments, worked out once: it is asked for with every account. */
const bySegment = once(
  (model: Model): ReadonlyMap<string, Model> =>
    new Map(model.segments.map((segment) => [segment.name, withSegment(model, segment)])),
);

/** The model as the segment of a name has it; null: for those in none. */
export const asSegment = (model: Model, segment: string | null): Model =>
  segment === null ? model : (bySegment(model).get(segment) ?? model);

/** The model for everybody, then as each segment has it. */
export const variants = (model: Model): readonly Model[] => [
  model,
  ...model.segments.map((segment) => withSegment(model, segment)),
];

/** The model for one account, and the name of its segment. */
export interface ModelFor {
  readonly model: Model;
  /** Null: the account is in none. */
  readonly segment: string | null;
}

/** The model for one account at the view's moment. */
export function modelFor(account: FullView, model: Model): ModelFor {
  const segment = segmentOf(account, model);
  return segment === undefined
    ? { model, segment: null }
    : { model: asSegment(model, segment.name), segment: segment.name };
}
