/**
 * How far behind HubSpot's search may be, ms. Its docs speak of a few moments; five minutes leave room, also for a clock
 * that is not HubSpot's.
 */
export const SEARCH_LAG_MS = 5 * 60_000;
