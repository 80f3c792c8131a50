import type { Property, Value, Values } from './object-definition.ts';
import { definitionOf, OBJECT_TYPES, type ObjectType } from './object-types.ts';
import type { Past } from './property-history.ts';

type Own = Readonly<Record<string, Property>>;

const eventsAmong = (properties: Own): readonly string[] =>
  Object.entries(properties).flatMap(([property, { dating }]) => (dating === 'event' ? [property] : []));

/** Those of the catalogue, worked out once: they are asked for with every record. */
const EVENTS = new Map<ObjectType, readonly string[]>(
  OBJECT_TYPES.map((type) => [type, eventsAmong(definitionOf(type).properties)]),
);

/** The properties whose values are the moments of something that happens to a record. */
const eventsOf = (objectType: ObjectType, own: Own | undefined): readonly string[] =>
  own === undefined ? (EVENTS.get(objectType) ?? []) : [...(EVENTS.get(objectType) ?? []), ...eventsAmong(own)];

/** Tells the moments (ms) at which something happens to a record with these values, in no order: what is known of it may change then. */
export function eachDate(
  objectType: ObjectType,
  values: Values,
  own: Own | undefined,
  at: (moment: number) => void,
): void {
  const { settles } = definitionOf(objectType);
  for (const property of eventsOf(objectType, own)) {
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
export function valuesAt(
  objectType: ObjectType,
  values: Values,
  seenAt: number,
  asOf: number,
  own?: Own,
  past?: Past,
): Values {
  if (past === undefined && isAllKnown(objectType, values, seenAt, asOf, own)) return values;
  const definition = definitionOf(objectType);
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
    const dating = (definition.properties[property] ?? own?.[property])?.dating ?? 'current';
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
function isAllKnown(
  objectType: ObjectType,
  values: Values,
  seenAt: number,
  asOf: number,
  own: Own | undefined,
): boolean {
  if (seenAt > asOf) return false;
  const { settles } = definitionOf(objectType);
  const isSettled = settles?.when(values) === true;
  const settledAt = isSettled ? values[settles.at] : null;
  if (typeof settledAt === 'number' && settledAt > asOf) return false;
  for (const property of eventsOf(objectType, own)) {
    const value = values[property];
    if (typeof value !== 'number') continue;
    if (value > asOf || (property === settles?.at && !isSettled)) return false;
  }
  return true;
}
