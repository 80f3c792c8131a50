import type { ObjectDefinition, Property, Value, Values } from './object-definition.ts';
import { definitionOf, OBJECT_TYPES, type ObjectType } from './object-types.ts';
import { once } from './once.ts';
import type { Past } from './property-history.ts';

type Own = Readonly<Record<string, Property>>;

const eventsAmong = (properties: Own): readonly string[] =>
  Object.entries(properties).flatMap(([property, { dating }]) => (dating === 'event' ? [property] : []));

/** How the records of one type are dated: looked up once for all of an account's. */
export interface Dates {
  readonly definition: ObjectDefinition;
  /** The properties that only a model names. */
  readonly own: Own;
  /** The properties whose values are the moments of something that happens to a record. */
  readonly events: readonly string[];
}

const NONE: Own = {};
const datesIn = (type: ObjectType): Dates => {
  const definition = definitionOf(type);
  return { definition, own: NONE, events: eventsAmong(definition.properties) };
};
const OF_CATALOGUE = new Map<ObjectType, Dates>(OBJECT_TYPES.map((type) => [type, datesIn(type)]));
const ownEvents = once(eventsAmong);

/** `own`: the properties that only a model names. */
export function datesOf(type: ObjectType, own?: Own): Dates {
  const dates = OF_CATALOGUE.get(type) ?? datesIn(type);
  return own === undefined ? dates : { ...dates, own, events: [...dates.events, ...ownEvents(own)] };
}

/** Tells the moments (ms) at which something happens to a record with these values, in no order: what is known of it may change then. */
export function eachDate({ definition, events }: Dates, values: Values, at: (moment: number) => void): void {
  const { settles } = definition;
  for (const property of events) {
    const value = values[property];
    if (typeof value === 'number') at(value);
  }
  const settledAt = settles && values[settles.at];
  if (typeof settledAt === 'number') at(settledAt);
}

/**
 * The values that could be known at a moment: what the record's history tells of it, whatever the property's dating, and of the
 * other properties what their dating allows. `past`: left out where there is no history.
 */
export function valuesAt(dates: Dates, values: Values, seenAt: number, asOf: number, past?: Past): Values {
  if (past === undefined && isAllKnown(dates, values, seenAt, asOf)) return values;
  const { definition, own } = dates;
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

  const known: Record<string, Value> = {};
  for (const property of Object.keys(then)) {
    const held = then[property] ?? null;
    const dating = (definition.properties[property] ?? own[property])?.dating ?? 'current';
    const value = property === end && turnedAt !== null ? turnedAt : held;
    if (dating === 'fixed') known[property] = value;
    else if (dating === 'event') {
      // The date of an end that has not come is that of a step towards it, such as a part payment.
      if (typeof value === 'number') known[property] = value <= asOf && (settled || property !== end) ? value : null;
      else if (!settled || seen || property !== end) known[property] = null;
    } else if (told[property] !== undefined) known[property] = value;
    else if (dating === 'settled' ? (settled ? settledKnown : seen) : seen) known[property] = value;
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
