/** Search, with its caps: 200 a page, 10,000 results a query, 5 groups of 6 filters and 18 in all, one sort, 3,000 characters. */
import { invalid } from './error-bodies.ts';
import type { ObjectTypeInfo } from './object-types.ts';
import type { PortalState } from './portal-state.ts';
import { positionAfter } from './record-table.ts';
import { readValue, shownNames, viewRecord } from './record-view.ts';
import { asObject, asStrings, type JsonObject, type Route, requireScopes } from './route.ts';
import { comparable, compileFilter, type Indexed, type Predicate } from './search-filter.ts';

const MOST_RESULTS = 10_000;

const search: Route = {
  method: 'POST',
  path: '/crm/objects/{v}/{object}/search',
  family: 'search',
  handle(call) {
    const { state } = call;
    const type = state.type(call.params.object ?? '');
    requireScopes(call, type.readScopes);
    const body = asObject(call.body, 'body');
    if (JSON.stringify(body).length > 3000) throw invalid('The query is longer than the maximum of 3000 characters.');
    const limit = whole(body.limit, 10, 'limit');
    if (limit < 1 || limit > 200) throw invalid(`Invalid limit: ${limit}. The page size must be between 1 and 200.`);
    const start = whole(body.after, 0, 'after');
    if (start + limit > MOST_RESULTS) {
      throw invalid(
        `Requested results ${start} to ${start + limit}: paging is possible up to ${MOST_RESULTS} results only.`,
      );
    }
    const entries = matching(state, type, matcher(state, type, body), idBounds(body));
    sort(state, type, body.sorts, entries);
    const page = entries.slice(start, start + limit);
    const names = shownNames(state, type, asStrings(body.properties, 'properties'));
    return {
      status: 200,
      body: {
        total: entries.length,
        results: page.map((entry) => viewRecord(state, type, entry.record, { names, indexed: entry })),
        ...(start + limit < entries.length ? { paging: { next: { after: String(start + limit), link: '' } } } : {}),
      },
    };
  },
};

function whole(value: unknown, fallback: number, what: string): number {
  if (value === undefined || value === null || value === '') return fallback;
  const number = Number(value);
  if (!Number.isInteger(number) || number < 0) throw invalid(`Invalid ${what}: ${String(value)}`);
  return number;
}

/** Archived records are never found; those whose index lags are found as they were. */
function matching(state: PortalState, type: ObjectTypeInfo, matches: Predicate, bounds: IdBounds): Indexed[] {
  const now = state.clock();
  const found: Indexed[] = [];
  const { live } = state.table(type);
  for (const record of live.slice(positionAfter(live, bounds.above), positionAfter(live, bounds.upTo))) {
    const { lag } = record;
    const lagging = lag !== null && lag.until > now;
    if (lagging && lag.properties === null) continue;
    const entry: Indexed = {
      record,
      properties: lagging && lag.properties !== null ? lag.properties : record.properties,
      updatedAt: lagging ? lag.updatedAt : record.updatedAt,
    };
    if (matches(entry)) found.push(entry);
  }
  return found;
}

interface IdBounds {
  readonly above: number;
  readonly upTo: number;
}

/** Outside of these ids nothing can match, so that a query over a few ids of a large portal need not look at all. */
function idBounds(body: JsonObject): IdBounds {
  const bounds = { above: 0, upTo: Number.POSITIVE_INFINITY };
  const groups: unknown[] = Array.isArray(body.filterGroups) ? body.filterGroups : [];
  if (groups.length !== 1) return bounds;
  const { filters } = asObject(groups[0], 'filterGroup');
  for (const given of Array.isArray(filters) ? filters : []) {
    const { propertyName, operator, value } = asObject(given, 'filter');
    if (propertyName !== 'hs_object_id') continue;
    if (operator === 'GT') bounds.above = Math.max(bounds.above, Number(value));
    if (operator === 'LTE') bounds.upTo = Math.min(bounds.upTo, Number(value));
  }
  return bounds;
}

function matcher(state: PortalState, type: ObjectTypeInfo, body: JsonObject): Predicate {
  const groups = Array.isArray(body.filterGroups)
    ? body.filterGroups.map((group) => asObject(group, 'filterGroup'))
    : [];
  if (groups.length > 5) throw invalid(`Too many filter groups: ${groups.length}. The maximum is 5.`);
  const filters = groups.map((group) => (Array.isArray(group.filters) ? group.filters : []));
  const longest = Math.max(0, ...filters.map((list) => list.length));
  if (longest > 6) throw invalid(`Too many filters in one group: ${longest}. The maximum is 6.`);
  const all = filters.reduce((sum, list) => sum + list.length, 0);
  if (all > 18) throw invalid(`Too many filters: ${all}. The maximum is 18.`);
  const anyOf = filters.map((list) => list.map((filter) => compileFilter(state, type, filter)));
  const byText = textMatcher(state, type, body.query);
  return (entry) =>
    byText(entry) && (anyOf.length === 0 || anyOf.some((group) => group.every((matches) => matches(entry))));
}

/** Free text looks through the type's default properties. */
function textMatcher(state: PortalState, type: ObjectTypeInfo, query: unknown): Predicate {
  if (typeof query !== 'string' || query === '') return () => true;
  const words = query.toLowerCase().split(/\s+/);
  return (entry) => {
    const text = type.defaultProperties
      .map((name) => readValue(state, type, entry.record, name, entry.properties) ?? '')
      .join(' ')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  };
}

/** In place. Without a sort, by id: the order of creation. */
function sort(state: PortalState, type: ObjectTypeInfo, sorts: unknown, entries: Indexed[]): void {
  if (sorts === undefined || sorts === null) return;
  if (!Array.isArray(sorts)) throw invalid('Invalid input JSON: sorts must be a list');
  if (sorts.length > 1) throw invalid(`Too many sorts: ${sorts.length}. The maximum is 1.`);
  if (sorts.length === 0) return;
  const first: unknown = sorts[0];
  const { propertyName, direction = 'ASCENDING' } =
    typeof first === 'string' ? { propertyName: first } : asObject(first, 'sort');
  if (typeof propertyName !== 'string') throw invalid('Invalid input JSON: a sort needs propertyName');
  if (direction !== 'ASCENDING' && direction !== 'DESCENDING')
    throw invalid(`Unknown sort direction: ${String(direction)}`);
  const of = comparable(state, type, propertyName);
  const sign = direction === 'ASCENDING' ? 1 : -1;
  // Records come in id order already.
  if (propertyName === 'hs_object_id') {
    if (sign < 0) entries.reverse();
    return;
  }
  entries.sort((a, b) => {
    const [left, right] = [of(a), of(b)];
    // Records without a value come last, either way.
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return (left < right ? -1 : left > right ? 1 : 0) * sign;
  });
}

export const searchRoutes: readonly Route[] = [search];
