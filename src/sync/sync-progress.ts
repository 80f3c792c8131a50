import type { ObjectType } from '../scoring/object-types.ts';

/**
 * How far a run has come with one object type. Told after each stored page, and once more when the type has come to its end:
 * also where nothing was to be read, or the portal does not let us read it.
 */
export interface SyncTick {
  readonly objectType: ObjectType;
  /** Records of the type that have been read, also by an earlier run that broke off and whose work this one goes on with. */
  readonly read: number;
  /** What `read` will come to, as HubSpot counts; null while that is not known. */
  readonly expected: number | null;
  /** This run is through with the type: it is up to date, or cannot be read. */
  readonly done: boolean;
}
