/**
 * Which object type must not wait. Types that first scores need come first, but a long one that is left for the end would have
 * HubSpot's budget for lists lie idle: where a list goes on only from page to page, it is as slow as its answers.
 */
import type { BudgetName, BudgetUse } from '../hubspot/portal-client.ts';
import type { ObjectType } from '../scoring/properties.ts';

/** HubSpot's docs: records of a page. */
const LIST_PAGE = 100;
const SEARCH_PAGE = 200;
/** HubSpot's docs: the windows of its limits, ms. */
const LIST_WINDOW_MS = 10_000;
const SEARCH_WINDOW_MS = 1_000;

/** A single type falls short of these rates by more than all together: its last pages are waited for one by one. */
const SHORTFALL = 1.15;

export interface Workload {
  /** What a type has left to read, and how long a page of its list takes; 0: its list is not bound to a chain. */
  tell(objectType: ObjectType, leftRecords: number, chainMs: number): void;
  /** Whether all types would have to wait for this one in the end, even if all searches were its own from now on. */
  isCritical(objectType: ObjectType): boolean;
}

export function makeWorkload(budgets: () => Readonly<Record<BudgetName, BudgetUse>>): Workload {
  const types = new Map<ObjectType, { readonly leftRecords: number; readonly chainMs: number }>();
  return {
    tell: (objectType, leftRecords, chainMs) => void types.set(objectType, { leftRecords, chainMs }),
    isCritical(objectType) {
      const type = types.get(objectType);
      if (type === undefined || type.chainMs === 0) return false;
      const { general, search } = budgets();
      const listed = (general.limit * LIST_PAGE) / LIST_WINDOW_MS;
      const searched = (search.limit * SEARCH_PAGE) / SEARCH_WINDOW_MS;
      const left = [...types.values()].reduce((sum, one) => sum + one.leftRecords, 0);
      const alone = type.leftRecords / (searched + Math.min(listed, LIST_PAGE / type.chainMs));
      return alone * SHORTFALL >= left / (searched + listed);
    },
  };
}
