/**
 * In which order the object types take their turns at HubSpot's budgets. Types that first scores need come first. But where a
 * list goes on only from page to page it is as slow as its answers, and a long one that is left for the end has the
 * budget for lists lie idle: what could not end in time otherwise is critical, and goes before all others.
 */

import type { BudgetName, BudgetUse } from '../hubspot/budget.ts';
import { BACKGROUND } from '../hubspot/call-order.ts';
import type { ObjectType } from '../scoring/object-types.ts';
import type { ReadPlan } from '../scoring/read-plan.ts';

/** HubSpot's docs: records of a page. */
const LIST_PAGE = 100;
const SEARCH_PAGE = 200;
/** HubSpot's docs: the windows of its limits, ms. */
const LIST_WINDOW_MS = 10_000;
const SEARCH_WINDOW_MS = 1_000;

/** Among calls that wait for their turn; lower goes first. */
const CRITICAL = 1;
const NEEDED = 100;
/** In time is when both budgets could have read everything, and so much later: that is what early scorecards may cost. */
const PATIENCE = 1.02;

/** What a type has left to read. */
export interface Left {
  readonly records: number;
  /** How fast its list can give them at most, records/ms: infinite where it can begin anywhere, 0 where it is at its end. */
  readonly listPerMs: number;
}

/** HubSpot's two ways to give records. */
export type Way = 'list' | 'search';

export interface Workload {
  tell(objectType: ObjectType, left: Left): void;
  /** This run has read all of a type. */
  end(objectType: ObjectType): void;
  /** Of a type's calls: a whole number, lower goes first, 0 before them all. */
  priority(objectType: ObjectType, way: Way): number;
}

export function makeWorkload(plan: ReadPlan, budgets: () => Readonly<Record<BudgetName, BudgetUse>>): Workload {
  const lefts = new Map<ObjectType, Left>();
  /** The types that first scores need, as long as they are not read. */
  const needed = new Set(plan.flatMap((type) => (type.bulk ? [] : [type.objectType])));

  /** What both budgets give, records/ms, and how long all that is left takes at that speed. */
  function fullSpeed() {
    const { general, search } = budgets();
    const listPerMs = (general.limit * LIST_PAGE) / LIST_WINDOW_MS;
    const searchPerMs = (search.limit * SEARCH_PAGE) / SEARCH_WINDOW_MS;
    const records = sum([...lefts.values()]);
    return { listPerMs, searchPerMs, leastMs: records / (listPerMs + searchPerMs) };
  }

  /** Types whose lists must go on all the time. */
  function criticalLists(): readonly ObjectType[] {
    const { leastMs } = fullSpeed();
    return [...lefts].flatMap(([objectType, { records, listPerMs }]) =>
      listPerMs > 0 && records / listPerMs >= leastMs ? [objectType] : [],
    );
  }

  /** Types that must be searched for all the time; the one that its list alone would take longest to read comes first. */
  function criticalSearches(): readonly ObjectType[] {
    const { listPerMs, searchPerMs, leastMs } = fullSpeed();
    const inTimeMs = PATIENCE * leastMs;
    const beyondLists = [...lefts]
      .map(([objectType, left]) => ({
        objectType,
        records: left.records - inTimeMs * Math.min(listPerMs, left.listPerMs),
        listMs: left.records / left.listPerMs,
      }))
      .filter(({ records }) => records > 0);
    if (sum(beyondLists) < inTimeMs * searchPerMs) return [];
    return beyondLists.toSorted((a, b) => b.listMs - a.listMs).map(({ objectType }) => objectType);
  }

  return {
    tell: (objectType, left) => void lefts.set(objectType, left),
    end(objectType) {
      lefts.delete(objectType);
      needed.delete(objectType);
    },
    priority(objectType, way) {
      const critical = way === 'list' ? criticalLists() : criticalSearches();
      const place = critical.indexOf(objectType);
      if (place >= 0) return CRITICAL + place;
      if (way === 'search' && critical.length > 0) return BACKGROUND;
      return needed.has(objectType) || needed.size === 0 ? NEEDED : BACKGROUND;
    },
  };
}

const sum = (types: readonly { readonly records: number }[]): number =>
  types.reduce((total, { records }) => total + records, 0);
