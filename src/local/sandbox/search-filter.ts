/** HubSpot's search filters as predicates over records as the search index shows them. */
import { invalid } from './error-bodies.ts';
import type { ObjectTypeInfo } from './object-types.ts';
import type { PortalState } from './portal-state.ts';
import { toMs } from './property-values.ts';
import type { StoredRecord } from './record-table.ts';
import { readValue } from './record-view.ts';
import { asObject, type JsonObject } from './route.ts';

/** A record as the index shows it; `indexed` differs from the record while the index lags. */
export interface Indexed {
  readonly record: StoredRecord;
  readonly properties: StoredRecord['properties'];
  readonly updatedAt: number;
}

export type Predicate = (entry: Indexed) => boolean;

/** How a property is compared: its number (ids, amounts, moments in ms), or its text in lower case. Null: no value. */
export function comparable(state: PortalState, type: ObjectTypeInfo, name: string) {
  const definition = state.book.of(type).get(name);
  if (definition === undefined) throw invalid(`There was a problem with the request. Property ${name} does not exist.`);
  // Straight from the index: these two are compared for every record of a portal.
  if (name === 'hs_object_id') return (entry: Indexed) => entry.record.key;
  if (name === type.modifiedProperty) return (entry: Indexed) => entry.updatedAt;
  const read = (entry: Indexed) => readValue(state, type, entry.record, name, entry.properties);
  const parse = parserOf(definition.type);
  return (entry: Indexed) => {
    const value = read(entry);
    return value === null || value === '' ? null : parse(value);
  };
}

function parserOf(type: string): (value: string) => string | number {
  if (type === 'number') return Number;
  return type === 'datetime' || type === 'date' ? toMs : (value) => value.toLowerCase();
}

/** Throws the 400 of an unknown property or operator, or of a value that is missing or is not one of the property's type. */
export function compileFilter(state: PortalState, type: ObjectTypeInfo, given: unknown): Predicate {
  const filter = asObject(given, 'filter');
  const { propertyName: name, operator } = filter;
  if (typeof name !== 'string' || typeof operator !== 'string') {
    throw invalid('Invalid input JSON: a filter needs propertyName and operator');
  }
  const of = comparable(state, type, name);
  const parse = parserOf(state.book.of(type).get(name)?.type ?? 'string');
  const one = (field: 'value' | 'highValue') => parsed(filter, name, field, parse);
  switch (operator) {
    case 'HAS_PROPERTY':
      return (entry) => of(entry) !== null;
    case 'NOT_HAS_PROPERTY':
      return (entry) => of(entry) === null;
    case 'EQ': {
      const value = one('value');
      return (entry) => of(entry) === value;
    }
    case 'NEQ': {
      const value = one('value');
      return (entry) => of(entry) !== value;
    }
    case 'LT':
    case 'LTE':
    case 'GT':
    case 'GTE':
      return ordered(operator, of, one('value'));
    case 'BETWEEN': {
      const low = ordered('GTE', of, one('value'));
      const high = ordered('LTE', of, one('highValue'));
      return (entry) => low(entry) && high(entry);
    }
    case 'IN':
    case 'NOT_IN': {
      const values = new Set(valuesOf(filter, name).map(parse));
      return (entry) => {
        const value = of(entry);
        return (value !== null && values.has(value)) === (operator === 'IN');
      };
    }
    case 'CONTAINS_TOKEN': {
      const token = String(one('value'));
      const pattern = new RegExp(`^${token.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`);
      return (entry) =>
        String(of(entry) ?? '')
          .split(/[^\p{L}\p{N}_]+/u)
          .some((word) => word !== '' && pattern.test(word));
    }
    default:
      throw invalid(`Invalid input JSON: ${operator} is not a known operator`);
  }
}

function ordered(operator: string, of: (entry: Indexed) => string | number | null, bound: string | number): Predicate {
  return (entry) => {
    const value = of(entry);
    if (value === null) return false;
    if (operator === 'LT') return value < bound;
    if (operator === 'LTE') return value <= bound;
    return operator === 'GT' ? value > bound : value >= bound;
  };
}

function parsed(
  filter: JsonObject,
  name: string,
  field: 'value' | 'highValue',
  parse: (value: string) => string | number,
) {
  const value = filter[field];
  if (typeof value !== 'string' || value === '') throw invalid(`The filter on ${name} needs a ${field}`);
  const result = parse(value);
  if (Number.isNaN(result)) throw invalid(`The filter on ${name} cannot read ${value}`);
  return result;
}

function valuesOf(filter: JsonObject, name: string): readonly string[] {
  const { values } = filter;
  if (!Array.isArray(values) || values.length === 0 || values.some((value) => typeof value !== 'string')) {
    throw invalid(`The filter on ${name} needs a list of values`);
  }
  return values;
}
