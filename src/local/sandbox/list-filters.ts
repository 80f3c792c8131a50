/**
 * Filters of lists, checked as HubSpot's docs have them ("List filters", "List filter definitions"), as predicates over live records. Only
 * filters by properties, and of their operations those for choices, numbers and spans of time around now: any other is refused.
 */
import { invalid } from './error-bodies.ts';
import type { ObjectTypeInfo } from './object-types.ts';
import type { PortalState } from './portal-state.ts';
import type { PropertyDefinition } from './property-book.ts';
import { toMs } from './property-values.ts';
import type { StoredRecord } from './record-table.ts';
import { readValue } from './record-view.ts';
import { asObject, type JsonObject } from './route.ts';

export type IsMember = (record: StoredRecord) => boolean;
/** Of a value that is there. `now`: ms since 1970 UTC. */
type Passes = (value: string, now: number) => boolean;

const COMPARISONS: Readonly<Record<string, (value: number, bound: number) => boolean>> = {
  IS_EQUAL_TO: (value, bound) => value === bound,
  IS_NOT_EQUAL_TO: (value, bound) => value !== bound,
  IS_GREATER_THAN: (value, bound) => value > bound,
  IS_GREATER_THAN_OR_EQUAL_TO: (value, bound) => value >= bound,
  IS_LESS_THAN: (value, bound) => value < bound,
  IS_LESS_THAN_OR_EQUAL_TO: (value, bound) => value <= bound,
};

/** Which of HubSpot's operations goes with a property's type. */
const OPERATION_OF: Readonly<Record<string, string>> = {
  enumeration: 'ENUMERATION',
  number: 'NUMBER',
  date: 'TIME_RANGED',
  datetime: 'TIME_RANGED',
};

const bad = (message: string) => invalid(`Invalid list filters: ${message}`);

/** @throws the 400 of filters that are malformed, or do not fit the portal's properties. */
export function compileListFilters(state: PortalState, type: ObjectTypeInfo, given: unknown): IsMember {
  const root = branch(given, 'OR');
  if (root.filters.length > 0) throw bad('the root OR branch cannot have filters of its own');
  if (root.branches.length === 0) throw bad('the root OR branch needs at least one AND branch');
  const anyOf = root.branches.map((one) => {
    const { filters, branches } = branch(one, 'AND');
    if (branches.length > 0) throw bad('branches within an AND branch are not served here');
    if (filters.length === 0) throw bad('an AND branch needs filters');
    return filters.map((filter) => compileFilter(state, type, filter));
  });
  return (record) => anyOf.some((all) => all.every((passes) => passes(record)));
}

function branch(given: unknown, kind: 'OR' | 'AND') {
  const { filterBranchType, filterBranches, filters } = asObject(given, 'filterBranch');
  if (filterBranchType !== kind) throw bad(`expected a branch of type ${kind}, got ${String(filterBranchType)}`);
  if (!Array.isArray(filterBranches) || !Array.isArray(filters)) throw bad('a branch needs filterBranches and filters');
  return { branches: filterBranches as readonly unknown[], filters: filters as readonly unknown[] };
}

function compileFilter(state: PortalState, type: ObjectTypeInfo, given: unknown): IsMember {
  const filter = asObject(given, 'filter');
  if (filter.filterType !== 'PROPERTY') throw bad(`filterType ${String(filter.filterType)} is not served here`);
  const definition = state.book.of(type).get(String(filter.property));
  if (definition === undefined) throw bad(`property ${String(filter.property)} does not exist for ${type.typeId}`);
  const operation = asObject(filter.operation, 'operation');
  const { operationType, includeObjectsWithNoValueSet: withBlank } = operation;
  if (operationType !== OPERATION_OF[definition.type])
    throw bad(`${String(operationType)} does not fit ${definition.name}, which is of type ${definition.type}`);
  if (typeof withBlank !== 'boolean') throw bad('includeObjectsWithNoValueSet must be true or false');
  const passes = compileOperation(definition, operation, state.data.timeZone);
  return (record) => {
    const value = readValue(state, type, record, definition.name);
    return value === null || value === '' ? withBlank : passes(value, state.clock());
  };
}

function compileOperation(definition: PropertyDefinition, operation: JsonObject, timeZone: string): Passes {
  if (operation.operationType === 'ENUMERATION') return oneOf(definition, operation);
  return operation.operationType === 'NUMBER' ? comparison(operation) : span(operation, timeZone);
}

function oneOf({ name, options, externalOptions }: PropertyDefinition, { operator, values }: JsonObject): Passes {
  if (operator !== 'IS_ANY_OF' && operator !== 'IS_NONE_OF')
    throw bad(`operator ${String(operator)} of an ENUMERATION`);
  if (!Array.isArray(values) || values.length === 0 || values.some((value) => typeof value !== 'string'))
    throw bad('an ENUMERATION needs values, a list of text');
  const unknown = values.filter((value) => !externalOptions && !options.some((option) => option.value === value));
  if (unknown.length > 0) throw bad(`${name} has no option ${unknown.join(', ')}`);
  return (value) => values.includes(value) === (operator === 'IS_ANY_OF');
}

function comparison({ operator, value: bound }: JsonObject): Passes {
  const compare = COMPARISONS[String(operator)];
  if (compare === undefined) throw bad(`operator ${String(operator)} of a NUMBER`);
  if (typeof bound !== 'number') throw bad('a NUMBER needs a value that is a number');
  return (value) => compare(Number(value), bound);
}

/** HubSpot's docs: "in the next days" is from NOW to TODAY and so many days; "in the last days" from TODAY less so many to NOW. */
function span(operation: JsonObject, portalZone: string): Passes {
  const { type, operator, propertyParser, lowerBoundEndpointBehavior, upperBoundEndpointBehavior } = operation;
  if (type !== 'TIME_RANGED' || operator !== 'IS_BETWEEN') throw bad(`operator ${String(operator)} of a TIME_RANGED`);
  if (propertyParser !== 'VALUE') throw bad('propertyParser must be VALUE here');
  for (const end of [lowerBoundEndpointBehavior, upperBoundEndpointBehavior])
    if (end !== 'INCLUSIVE') throw bad('endpoint behaviour of INDEXED time points is INCLUSIVE');
  const lower = timePoint(operation.lowerBoundTimePoint, portalZone);
  const upper = timePoint(operation.upperBoundTimePoint, portalZone);
  const isAhead = lower.reference === 'NOW' && upper.reference === 'TODAY' && upper.days >= 0;
  const isBehind = lower.reference === 'TODAY' && upper.reference === 'NOW' && lower.days <= 0;
  if (!isAhead && !isBehind) throw bad('time points must reach from NOW to TODAY or from TODAY to NOW');
  return (value, now) => {
    const at = toMs(value);
    return at >= lower.startAt(now) && at <= upper.endAt(now);
  };
}

function timePoint(given: unknown, portalZone: string) {
  const { timeType, timezoneSource, zoneId, indexReference, offset } = asObject(given, 'time point');
  if (timeType !== 'INDEXED' || timezoneSource !== 'CUSTOM') throw bad('a time point must be INDEXED, its zone CUSTOM');
  if (zoneId !== portalZone) throw bad(`zoneId must be the account's time zone, ${portalZone}`);
  const reference = asObject(indexReference, 'indexReference').referenceType;
  if (reference !== 'NOW' && reference !== 'TODAY') throw bad(`referenceType ${String(reference)}`);
  const days = offset === undefined ? 0 : asObject(offset, 'offset').days;
  if (typeof days !== 'number' || !Number.isInteger(days)) throw bad('an offset needs days, a whole number');
  if (reference === 'NOW' && days !== 0) throw bad('NOW takes no offset here');
  const dayStart = (now: number, later: number) =>
    Temporal.Instant.fromEpochMilliseconds(now)
      .toZonedDateTimeISO(portalZone)
      .startOfDay()
      .add({ days: days + later }).epochMilliseconds;
  return {
    reference,
    days,
    startAt: (now: number) => (reference === 'NOW' ? now : dayStart(now, 0)),
    /** A day is meant to its end. */
    endAt: (now: number) => (reference === 'NOW' ? now : dayStart(now, 1) - 1),
  };
}
