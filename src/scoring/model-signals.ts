/** What a model reads: signals, and company properties that the catalogue may not have. */
import { figureSignals } from './account-figures.ts';
import { OWNER_PROPERTY } from './cs-owner.ts';
import { ELIGIBILITY_READS } from './eligibility.ts';
import { PARENT_PROPERTY } from './family.ts';
import { isOfRecords, KIND_OF, mappedSignal } from './mapped-signal.ts';
import { labelsOf } from './model-labels.ts';
import type { Model, ModelSignal } from './model-shape.ts';
import type { FilledBy, Property } from './object-definition.ts';
import { type AnyReads, isCustomType, type NamedProperties } from './object-types.ts';
import { propertyOf } from './of-values.ts';
import { once } from './once.ts';
import { type ReadPlan, readPlan } from './read-plan.ts';
import { variants } from './segments.ts';
import type { Signal } from './signal.ts';
import { signalByKey } from './signals/registry.ts';

/** The signal of an entry: the portal's own where it maps one, else ours. @throws Error where there is none: the model was not checked. */
export function signalOf(key: string, entry: Pick<ModelSignal, 'mapped' | 'curve'>): Signal {
  const signal = entry.mapped === undefined ? signalByKey.get(key) : mappedSignal(key, entry.mapped, entry);
  if (signal === undefined) throw new Error(`The model names a signal "${key}" that does not exist.`);
  return signal;
}

const entriesOf = (model: Model): readonly (readonly [string, ModelSignal])[] =>
  variants(model).flatMap(({ dimensions }) =>
    Object.values(dimensions).flatMap(({ signals }) => Object.entries(signals)),
  );

/** Every signal that the model or one of its segments names, each once: also those that weigh nothing. */
export function signalsOf(model: Model): readonly Signal[] {
  const signals = new Map<string, Signal>();
  for (const [key, entry] of entriesOf(model)) if (!signals.has(key)) signals.set(key, signalOf(key, entry));
  return [...signals.values()];
}

/** What people call the model's mapped signals, and what wins their points back: by signal, then by language. */
export function mappedTexts(
  model: Model,
): Readonly<Record<string, { readonly label: Texts; readonly remedy: Texts | undefined }>> {
  return Object.fromEntries(
    entriesOf(model).flatMap(([key, { mapped }]) =>
      mapped === undefined ? [] : [[key, { label: mapped.label, remedy: mapped.remedy }]],
    ),
  );
}
type Texts = Readonly<Record<string, string>>;

const TOLD_BY_PEOPLE = { dating: 'current', past: 'people' } as const;

/**
 * The properties that the model names, of companies and of custom objects; of those in the catalogue, the catalogue's kind and dating hold. What places a company in a segment or rules it out
 * says what kind of company it is, and holds at any time; so does the day on which a customer left, which may lie ahead.
 */
export const namedProperties: (model: Model) => NamedProperties = once((model) => {
  const { eligibility, churn, segments, account = {} } = model;
  const mapped = entriesOf(model).flatMap(([, entry]) => entry.mapped ?? []);
  const text = (
    conditions: readonly { readonly property?: string | undefined }[],
    dating: 'fixed' | 'current',
    past?: FilledBy,
  ) => conditions.map((condition) => [propertyOf(condition), { kind: 'text', dating, ...(past && { past }) }] as const);
  // What is named in several ways counts by the last: never as known earlier than it was.
  const named: readonly (readonly [string, Property])[] = [
    ...text([...eligibility.exclude, ...segments.flatMap(({ when }) => (when.values ? [when] : []))], 'fixed'),
    ...text([eligibility.customers ?? [], churn ?? []].flat(), 'current', 'people'),
    ...(model.rollUp ? [[PARENT_PROPERTY, { kind: 'text', dating: 'current' }] as const] : []),
    ...(churn?.date ? [[churn.date, { kind: 'time', dating: 'fixed' }] as const] : []),
    // Tasks are for whoever looks after the account.
    ...[OWNER_PROPERTY, account.csOwner ?? []]
      .flat()
      .map((name) => [name, { kind: 'text', ...TOLD_BY_PEOPLE }] as const),
    ...(account.renewalDate ? [[account.renewalDate, { kind: 'time', ...TOLD_BY_PEOPLE }] as const] : []),
    ...(account.revenue ? [[account.revenue, { kind: 'number', ...TOLD_BY_PEOPLE }] as const] : []),
    ...mapped.flatMap(({ property, kind }) =>
      isOfRecords(kind) ? [] : [[property, { kind: KIND_OF[kind], ...TOLD_BY_PEOPLE }] as const],
    ),
  ];
  // The day on which something happened, as with every other record's.
  const dates = mapped.flatMap(({ object = '', property }) => (isCustomType(object) ? [{ object, property }] : []));
  const ofObjects = Object.entries(Object.groupBy(dates, ({ object }) => object)).map(([object, list = []]) => [
    object,
    Object.fromEntries(list.map(({ property }) => [property, { kind: 'time', dating: 'event' }])),
  ]);
  return { ...Object.fromEntries(ofObjects), companies: Object.fromEntries(named) };
});

/**
 * What makes a past score: the signals that weigh something or that a cap looks at, for anybody, the figures that are written, and
 * what decides who is a customer. Which segment a company is in is the same at any date.
 */
function replayedReads(model: Model): readonly AnyReads[] {
  const counting = variants(model).flatMap(({ dimensions, caps }) => {
    const capped = new Set(caps.map(({ signal }) => signal));
    return Object.values(dimensions).flatMap(({ weight: ofDimension, signals }) =>
      Object.entries(signals).flatMap(([key, entry]) =>
        ofDimension * entry.weight > 0 || capped.has(key) ? [signalOf(key, entry)] : [],
      ),
    );
  });
  const { eligibility, churn } = model;
  const deciding = [eligibility.customers ?? [], churn ?? []].flat().map(propertyOf);
  return [
    ELIGIBILITY_READS,
    { companies: deciding },
    ...[...counting, ...figureSignals(model.write)].map(({ reads }) => reads),
  ];
}

/** What sync must fetch for the model: for its signals, and for the figures that it has written. */
export const planOf = (model: Model): ReadPlan =>
  readPlan(
    [...signalsOf(model), ...figureSignals(model.write)],
    namedProperties(model),
    labelsOf(model),
    replayedReads(model),
  );

/**
 * The dimensions that can have a score of their own, in the order of the model and then of its segments: those in which, for
 * anybody, a signal weighs something.
 */
export const scoredDimensions = (model: Pick<Model, 'dimensions' | 'segments'>): readonly string[] => {
  const entries = [model, ...model.segments].flatMap(({ dimensions = {} }) => Object.entries(dimensions));
  const scored = entries.filter(([, { signals = {} }]) => Object.values(signals).some(({ weight = 0 }) => weight > 0));
  return [...new Set(scored.map(([key]) => key))];
};
