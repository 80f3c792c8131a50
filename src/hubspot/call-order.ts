/** The priority of calls that go last and leave half of a budget alone, for those more urgent that will yet come. */
export const BACKGROUND = Number.POSITIVE_INFINITY;

/** The priority of calls that a person waits for: they go first, and may use what is kept of HubSpot's limit for them. */
export const URGENT = Number.NEGATIVE_INFINITY;

/** Of a call that a person waits for. */
export const FOR_PEOPLE: CallOrder = { priority: () => URGENT };

/** When a call gets its turn among those that wait for the same budget. */
export interface CallOrder {
  /** Lower goes first; equal ones in the order they came. Asked again whenever a turn is given. Default: 0; first: `URGENT`; last: `BACKGROUND`. */
  readonly priority?: () => number;
  /** Gives up a call that still waits for its turn: it rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}
