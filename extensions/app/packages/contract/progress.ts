/**
 * How far a portal's cycle has come: what the server answers to `GET /api/progress` and the settings page shows. The
 * terminal and the log tell the same. Types and constants only, no dependencies.
 */

/** How far the sync has come with one object type. */
export interface TypeProgress {
  /** Plural, as in HubSpot's paths: `invoices`, `tickets` ... */
  objectType: string;
  /** Records read in this cycle. */
  read: number;
  /** Records to read in this cycle, >= `read`; null while that is not known. */
  expected: number | null;
  /** The type is up to date, or the portal does not let us read it. */
  done: boolean;
}

/**
 * Why a cycle failed. `unreachable`: HubSpot did not answer; `scopes`: the app may not read what it must; `type_missing`: the account lacks a
 * type of record; `disconnected`: HubSpot no longer takes the app's token; `set_up`: something that somebody set stands in the way;
 * `defect`: our own mistake.
 */
export type CycleFailure = 'unreachable' | 'scopes' | 'type_missing' | 'disconnected' | 'set_up' | 'defect';

/** All figures are of the cycle under way, or of the last one while none is: zero and null before the first. */
export interface CycleProgress {
  state: 'idle' | 'running';
  /** What the cycle does now; null while idle. Scores are written while others are computed: `write` is the last of them. */
  step: 'sync' | 'score' | 'write' | null;
  /** ISO 8601 UTC. */
  startedAt: string | null;
  /** Of all types together; `expected` is null while it is not known of each. */
  records: { read: number; expected: number | null };
  types: TypeProgress[];
  /** `expected` is null until scoring starts. */
  companies: { scored: number; expected: number | null };
  /** Records, then companies, per second over the last half minute; null at a step's start and while idle. */
  perSecond: number | null;
  /** Calls to HubSpot; `failed` counts every error, those over a limit (`rateLimited`) included. */
  calls: { total: number; rateLimited: number; failed: number };
  /** Share of each of HubSpot's call limits in use at this moment, 0..1. */
  budgets: { general: number; search: number; associations: number };
  /** The greatest of `budgets`. */
  highestBudget: number;
  /** To the end of this step, whole, >= 1; null while it cannot be told. */
  secondsLeft: number | null;
  /** How the last cycle ended: when (ISO 8601 UTC), and why it failed; null before one has ended. */
  last: { finishedAt: string; failure: CycleFailure | null } | null;
}

/** The answer before the first cycle. */
export const NO_CYCLE_YET: Readonly<CycleProgress> = {
  state: 'idle',
  step: null,
  startedAt: null,
  records: { read: 0, expected: null },
  types: [],
  companies: { scored: 0, expected: null },
  perSecond: null,
  calls: { total: 0, rateLimited: 0, failed: 0 },
  budgets: { general: 0, search: 0, associations: 0 },
  highestBudget: 0,
  secondsLeft: null,
  last: null,
};
