import type { ObjectType } from './properties.ts';

/** What the portal lets us see of one object type. Times in ms since 1970 UTC. */
export interface Source {
  /** Why the type tells nothing: it cannot be read, or was not read to its end yet. Null: it tells. */
  readonly blocked: 'scope_missing' | 'type_missing' | 'not_read_yet' | null;
  /** When the first full read of the type ended; from then on a fact counts from when it was seen. Null: not yet. */
  readonly runningSince: number | null;
  /** Birth of the oldest record that the portal ever held; null: none. Companies: 0. */
  readonly firstRecordAt: number | null;
  /** Properties we asked for that the portal does not have. */
  readonly missingProperties: readonly string[];
  /** By property, the birth of the oldest record that the portal ever held with it filled; never filled ones are absent. */
  readonly filledSince: Readonly<Record<string, number>>;
}

/**
 * Everything about a portal as a whole that a reading depends on. Computed once per cycle and stored with it, so that one
 * company rescored alone comes out as in the cycle. Plain JSON.
 */
export interface PortalContext {
  /** IANA. */
  readonly timeZone: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly sources: Readonly<Record<ObjectType, Source>>;
  /**
   * Deal stages by id: label, and the chance of winning 0..1 where HubSpot gives it. Null: we may not read them.
   */
  readonly dealStages: Readonly<Record<string, { readonly label: string; readonly probability: number | null }>> | null;
  /** Labels of the options of `hs_csm_sentiment`, by value. */
  readonly sentimentLabels: Readonly<Record<string, string>>;
  /** By owner id, the UTC days (whole days since 1970) on which mail of theirs was logged, ascending. */
  readonly mailLoggedDays: Readonly<Record<string, readonly number[]>>;
}
