/**
 * What HubSpot's published limits alone allow: the fewest calls, and the least time. No network, no work of our own.
 *
 * - List: 100 records a call with their associations, 110 calls in any 10 s. The first 110 go out at once, the next 110 when
 *   the window has passed: the last of `n` calls goes out after 10·⌊(n − 1)/110⌋ s. Batch updates are of the same budget,
 *   100 records a call.
 * - Search: 200 records a call without associations, 5 calls in any second: ⌊(n − 1)/5⌋ s. It is exempt from the 110, so
 *   the two run side by side.
 * - Associations of searched records: one call for 1,000 records and each associated type that the read plan asks for
 *   (emails: companies and contacts), 100 calls in any 10 s: 10·⌊(n − 1)/100⌋ s, beside the other two.
 * - Once for all records, they are divided: the more are searched, the fewer the calls, but only so many searches fit into
 *   the time. Those types are searched first whose associations cost least.
 * - What changed can only be searched for; that nothing changed costs a search a type.
 *
 * Asking for the portal's properties, its limits or its archived records is no part of a floor: that may be remembered.
 */
import { OBJECT_TYPES } from '../../../src/scoring/object-types.ts';
import { MEASURED_PLAN, type Sizes, totalOf } from './bench-portal.ts';

export interface Floor {
  readonly calls: number;
  readonly seconds: number;
}

interface Division {
  readonly lists: number;
  readonly searches: number;
  readonly associations: number;
}

/** HubSpot's docs: calls in any so many seconds, and records a call. */
export const GENERAL = { calls: 110, seconds: 10, records: 100 } as const;
export const SEARCH = { calls: 5, seconds: 1, records: 200 } as const;
const ASSOCIATIONS = { calls: 100, seconds: 10, records: 1_000 } as const;

/** When the last of `calls` calls goes out. */
const lastAt = (calls: number, limit: typeof GENERAL | typeof SEARCH | typeof ASSOCIATIONS) =>
  limit.seconds * Math.max(0, Math.floor((calls - 1) / limit.calls));
const secondsOf = ({ lists, searches, associations }: Division) =>
  Math.max(lastAt(lists, GENERAL), lastAt(searches, SEARCH), lastAt(associations, ASSOCIATIONS));
const callsOf = ({ lists, searches, associations }: Division) => lists + searches + associations;

/** All records, with as many searches as go out within `seconds`. */
function divide(sizes: Sizes, seconds: number): Division {
  let searchesLeft = SEARCH.calls * (Math.floor(seconds / SEARCH.seconds) + 1);
  const division = { lists: 0, searches: 0, associations: 0 };
  for (const plan of MEASURED_PLAN.toSorted((a, b) => a.associations.length - b.associations.length)) {
    const records = sizes[plan.objectType] ?? 0;
    const searches = Math.min(searchesLeft, Math.ceil(records / SEARCH.records));
    const searched = Math.min(records, searches * SEARCH.records);
    searchesLeft -= searches;
    division.searches += searches;
    division.lists += Math.ceil((records - searched) / GENERAL.records);
    division.associations += plan.associations.length * Math.ceil(searched / ASSOCIATIONS.records);
  }
  return division;
}

/** The least time in which all records can be read, and the fewest calls that it takes then. */
export function fullFloor(sizes: Sizes): Floor {
  // Listing everything is always possible; searching on the side only helps.
  const longest = secondsOf({ lists: Math.ceil(totalOf(sizes) / GENERAL.records), searches: 0, associations: 0 });
  for (let seconds = 0; seconds < longest; seconds += 1) {
    const division = divide(sizes, seconds);
    if (secondsOf(division) <= seconds) return { calls: callsOf(division), seconds };
  }
  return { calls: callsOf(divide(sizes, longest)), seconds: longest };
}

/** The fewest calls of any run that reads all records in so much time: a slower run has time for more searches. */
export const fewestCalls = (sizes: Sizes, seconds: number): number => callsOf(divide(sizes, seconds));

export function changesFloor(changed: Sizes): Floor {
  const division = { lists: 0, searches: 0, associations: 0 };
  for (const { objectType, associations } of MEASURED_PLAN) {
    const records = changed[objectType] ?? 0;
    division.searches += Math.max(1, Math.ceil(records / SEARCH.records));
    division.associations += associations.length * Math.ceil(records / ASSOCIATIONS.records);
  }
  return { calls: callsOf(division), seconds: secondsOf(division) };
}

export function listFloor(sizes: Sizes): Floor {
  const lists = OBJECT_TYPES.reduce((sum, type) => sum + Math.ceil((sizes[type] ?? 0) / GENERAL.records), 0);
  return { calls: lists, seconds: secondsOf({ lists, searches: 0, associations: 0 }) };
}
