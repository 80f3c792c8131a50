/** Lists that a customer-success team starts with, by the properties that the app writes. Names and rules in words: `segment.<key>.*`. */
import { SEGMENT_KEYS, type SegmentKey } from '@account-health/contract/playbooks';
import { allOf, compares, isAnyOf, isWithinNext, type ListFilters } from '../hubspot/list-filters.ts';

const STATUS = 'account_health_status';
const CHANGE = 'account_health_change_30d';
const RENEWAL = 'account_health_next_renewal';
const OVERDUE = 'account_health_overdue_amount';

const RENEWING_DAYS = 90;
const DROPPED_POINTS = 15;

export interface StarterSegment {
  readonly key: SegmentKey;
  /** The properties that it goes by. */
  readonly properties: readonly string[];
  /** `timeZone`: the portal's, IANA. */
  readonly filters: (timeZone: string) => ListFilters;
}

const BY_KEY: Readonly<Record<SegmentKey, Omit<StarterSegment, 'key'>>> = {
  unhealthy: {
    properties: [STATUS],
    filters: () => allOf([isAnyOf(STATUS, ['unhealthy'])]),
  },
  renewing: {
    properties: [STATUS, RENEWAL],
    filters: (timeZone) =>
      allOf([isAnyOf(STATUS, ['at_risk', 'unhealthy']), isWithinNext(RENEWAL, RENEWING_DAYS, timeZone)]),
  },
  dropped: {
    properties: [CHANGE],
    filters: () => allOf([compares(CHANGE, 'IS_LESS_THAN_OR_EQUAL_TO', -DROPPED_POINTS)]),
  },
  overdue_falling: {
    properties: [OVERDUE, CHANGE],
    filters: () => allOf([compares(OVERDUE, 'IS_GREATER_THAN', 0), compares(CHANGE, 'IS_LESS_THAN', 0)]),
  },
  // Who is healthy on the way down is not asked for praise.
  ask_review: {
    properties: [STATUS, CHANGE],
    filters: () => allOf([isAnyOf(STATUS, ['healthy']), compares(CHANGE, 'IS_GREATER_THAN_OR_EQUAL_TO', 0)]),
  },
};

export const STARTER_SEGMENTS: readonly StarterSegment[] = SEGMENT_KEYS.map((key) => ({ key, ...BY_KEY[key] }));
