/**
 * Filters of lists (HubSpot calls them segments now), as HubSpot's lists API takes and shows them: an OR of ANDs.
 * https://developers.hubspot.com/docs/api-reference/latest/crm/lists/list-filters
 */

/** One property held against something. */
export interface PropertyFilter {
  readonly filterType: 'PROPERTY';
  readonly property: string;
  readonly operation: Readonly<Record<string, unknown>>;
}

/** Whoever passes every filter is in. */
export interface ListFilters {
  readonly filterBranchType: 'OR';
  readonly filterBranchOperator: 'OR';
  readonly filterBranches: readonly [
    {
      readonly filterBranchType: 'AND';
      readonly filterBranchOperator: 'AND';
      readonly filterBranches: readonly [];
      readonly filters: readonly PropertyFilter[];
    },
  ];
  readonly filters: readonly [];
}

export const allOf = (filters: readonly PropertyFilter[]): ListFilters => ({
  filterBranchType: 'OR',
  filterBranchOperator: 'OR',
  filterBranches: [{ filterBranchType: 'AND', filterBranchOperator: 'AND', filterBranches: [], filters }],
  filters: [],
});

/** A record without a value is never in: unknown is neither good nor bad. */
const VALUED = { includeObjectsWithNoValueSet: false };

/** An enumeration has one of these values. */
export const isAnyOf = (property: string, values: readonly string[]): PropertyFilter => ({
  filterType: 'PROPERTY',
  property,
  operation: { operationType: 'ENUMERATION', operator: 'IS_ANY_OF', values, ...VALUED },
});

export type Comparison =
  | 'IS_GREATER_THAN'
  | 'IS_GREATER_THAN_OR_EQUAL_TO'
  | 'IS_LESS_THAN'
  | 'IS_LESS_THAN_OR_EQUAL_TO';

export const compares = (property: string, operator: Comparison, value: number): PropertyFilter => ({
  filterType: 'PROPERTY',
  property,
  operation: { operationType: 'NUMBER', operator, value, ...VALUED },
});

/**
 * A date lies between now and so many days after today, as HubSpot's own "is less than X days from now". HubSpot's docs: between values,
 * the lower bound is NOW and the upper one counts from TODAY, in the account's time zone.
 */
export function isWithinNext(property: string, days: number, zoneId: string): PropertyFilter {
  const indexed = { timeType: 'INDEXED', timezoneSource: 'CUSTOM', zoneId };
  return {
    filterType: 'PROPERTY',
    property,
    operation: {
      operationType: 'TIME_RANGED',
      type: 'TIME_RANGED',
      operator: 'IS_BETWEEN',
      propertyParser: 'VALUE',
      lowerBoundEndpointBehavior: 'INCLUSIVE',
      upperBoundEndpointBehavior: 'INCLUSIVE',
      lowerBoundTimePoint: { ...indexed, indexReference: { referenceType: 'NOW' } },
      upperBoundTimePoint: { ...indexed, indexReference: { referenceType: 'TODAY' }, offset: { days } },
      ...VALUED,
    },
  };
}

/**
 * Whether filters that HubSpot shows are these. It may show fields that nobody sent; they count only where they say something: neither
 * null, false nor empty.
 */
export function areFilters(shown: unknown, ours: unknown): boolean {
  if (Array.isArray(ours))
    return (
      Array.isArray(shown) && shown.length === ours.length && ours.every((one, index) => areFilters(shown[index], one))
    );
  if (!isObject(ours)) return shown === ours || (!saysSomething(ours) && !saysSomething(shown));
  if (!isObject(shown)) return false;
  return [...new Set([...Object.keys(ours), ...Object.keys(shown)])].every((name) =>
    Object.hasOwn(ours, name) ? areFilters(shown[name], ours[name]) : !saysSomething(shown[name]),
  );
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

const saysSomething = (value: unknown): boolean =>
  !(
    value === null ||
    value === undefined ||
    value === false ||
    value === '' ||
    (Array.isArray(value) && value.length === 0)
  );
