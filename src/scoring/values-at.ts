import type { Dating, ObjectDefinition, Property, Value, Values } from './object-definition.ts';
import { definitionOf, OBJECT_TYPES, type ObjectType } from './object-types.ts';
import { once } from './once.ts';
import type { Past } from './property-history.ts';
import { sooner } from './sooner.ts';

type Properties = Readonly<Record<string, Property>>;

/** How the records of one type are dated: looked up once for all of an account's. */
export interface Dates {
  readonly definition: ObjectDefinition;
  /** The properties whose values are the moments of something that happens to a record. */
  readonly events: readonly string[];
  readonly settled: readonly string[];
  readonly current: readonly string[];
}

function datesIn(type: ObjectType, own: Properties = {}): Dates {
  const definition = definitionOf(type);
  const properties = Object.entries({ ...own, ...definition.properties });
  const dated = (by: Dating) => properties.flatMap(([property, { dating }]) => (dating === by ? [property] : []));
  return { definition, events: dated('event'), settled: dated('settled'), current: dated('current') };
}
const OF_CATALOGUE = new Map<ObjectType, Dates>(OBJECT_TYPES.map((type) => [type, datesIn(type)]));
const withOwn = once((_own: Properties) => new Map<ObjectType, Dates>());

/** `own`: the properties that only a model names. */
export function datesOf(type: ObjectType, own?: Properties): Dates {
  if (own === undefined) return OF_CATALOGUE.get(type) ?? datesIn(type);
  const known = withOwn(own);
  const dates = known.get(type) ?? datesIn(type, own);
  known.set(type, dates);
  return dates;
}

/** The first moment after `asOf` at which something happens to a record with these values: what is known of it may change then. */
export function nextDate({ definition, events }: Dates, values: Values, asOf: number): number {
  let next = Number.POSITIVE_INFINITY;
  for (const property of events) {
    const value = values[property];
    if (typeof value === 'number') next = sooner(next, value, asOf);
  }
  const settledAt = definition.settles && values[definition.settles.at];
  return typeof settledAt === 'number' ? sooner(next, settledAt, asOf) : next;
}

/** Undefined: not known at that moment. */
export type ValuesThen = Readonly<Record<string, Value | undefined>>;

/**
 * The values that could be known at a moment: what the record's history tells of it, whatever the property's dating, and of the
 * other properties what their dating allows. `past`: left out where there is no history.
 */
export function valuesAt(dates: Dates, values: Values, seenAt: number, asOf: number, past?: Past): ValuesThen {
  if (past === undefined && isAllKnown(dates, values, seenAt, asOf)) return values;
  const { definition, events, settled: onceSettled, current } = dates;
  const seen = seenAt <= asOf;
  const told = past?.told ?? {};
  const then: Record<string, Value> = past === undefined ? values : { ...values, ...told };
  const settled = definition.settles?.when(then) === true;
  const end = definition.settles?.at ?? '';
  // The day on which it turned, where nobody entered one.
  const turnedAt = settled && then[end] === null ? (past?.settledAt ?? null) : null;
  const settledAt = settled ? (turnedAt ?? then[end]) : null;
  // A record that settled without a date is settled from when we saw it so.
  const settledKnown = settled && (typeof settledAt === 'number' ? settledAt <= asOf : seen);

  // Of the same shape as all values of such records, what is not known being undefined: so it is made, and read, faster.
  const known: Record<string, Value | undefined> = { ...then };
  if (turnedAt !== null) known[end] = turnedAt;
  const forget = (properties: readonly string[]): void => {
    for (const property of properties)
      if (known[property] !== undefined && told[property] === undefined) known[property] = undefined;
  };
  if (!seen) forget(current);
  if (!(settled ? settledKnown : seen)) forget(onceSettled);
  for (const property of events) {
    const value = known[property];
    if (value === undefined) continue;
    // The date of an end that has not come is that of a step towards it, such as a part payment.
    if (typeof value === 'number') known[property] = value <= asOf && (settled || property !== end) ? value : null;
    else known[property] = !settled || seen || property !== end ? null : undefined;
  }
  return known;
}

/** Whether nothing of the values was still to come, as with most records at most moments: then they are what was known. */
function isAllKnown({ definition, events }: Dates, values: Values, seenAt: number, asOf: number): boolean {
  if (seenAt > asOf) return false;
  const { settles } = definition;
  const isSettled = settles?.when(values) === true;
  const settledAt = isSettled ? values[settles.at] : null;
  if (typeof settledAt === 'number' && settledAt > asOf) return false;
  for (const property of events) {
    const value = values[property];
    if (typeof value !== 'number') continue;
    if (value > asOf || (property === settles?.at && !isSettled)) return false;
  }
  return true;
}
