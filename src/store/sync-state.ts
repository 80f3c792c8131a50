import type { ObjectType } from '../scoring/object-types.ts';
import type { PortalScope } from './tables.ts';

/** Record ids greater than `above`, up to and with `upTo` (null: without end). Decimal text: ids outgrow exact numbers. */
export interface IdRange {
  readonly above: string;
  readonly upTo: string | null;
}

/** Where a pass is: once over all records of a type (`since` null), or over those modified at or after `since`. */
export interface PassCursor {
  readonly startedAt: number;
  readonly since: number | null;
  /** What the pass has yet to read: ascending, disjoint. */
  readonly unread: readonly IdRange[];
  /** Where the list goes on; null where the list plays no part (any more). */
  readonly list: {
    readonly after: string | null;
    /** The greatest id it gave; "0" before the first page. */
    readonly upTo: string;
    /**
     * How far its cursor is beyond the last id, where it is made of that: such a list goes on after any id. Null: it goes on
     * only where a page ended.
     */
    readonly beyondId: 0 | 1 | null;
  } | null;
  /** The greatest id when the pass began; null until told. */
  readonly topId: string | null;
  /** Records that the pass has read. */
  readonly read: number;
  /** Records that it has to read, as HubSpot counted them when it began; null until told. */
  readonly expected: number | null;
}

/** What is asked of one object type: only what the portal has, because HubSpot drops unknown names in silence. */
export interface PropertyChoice {
  /** The plan's properties that exist. */
  readonly properties: readonly string[];
  /** The plan's properties that the portal does not have. */
  readonly missing: readonly string[];
  /** Whether the type tells which records were merged into one. */
  readonly tellsMerged: boolean;
  /** The type whose companies stand in for missing ones, if it may be read; null: none. */
  readonly companiesVia: ObjectType | null;
  readonly readAt: number;
}

/** Held records are read again at a pace at which a round takes most of a week. */
export interface RereadRound {
  readonly startedAt: number;
  /** The greatest id of the type when the round began, and how many records it had. */
  readonly topId: string;
  readonly total: number;
  /** Goes on after this id, in the order of `heldIds`; null at the start. */
  readonly after: string | null;
  /** Records read again, and how many of them, up to `topId`, are there. */
  readonly read: number;
  readonly held: number;
  readonly done: boolean;
}

/** Whether a type could be read, over time; ms. */
export interface AccessHistory {
  /** When it was first read to its end, whatever was read of it. Null: not yet. */
  readonly firstReadAt: number | null;
  /** When it was found that it cannot be read any more. Null: it can, or never could. */
  readonly lostAt: number | null;
  /** The last time that it was read to its end after it had been lost, and when it had been. Null: never. */
  readonly regained: { readonly lostAt: number; readonly at: number } | null;
}

/** Where the reading of past values is: by id once through the records of a type. */
export interface HistoryWalk {
  /** What it reads, and of which records; another one begins anew, and passes over what is held by then. */
  readonly of: string;
  /** Goes on after this id, in the order of `unreadPasts`; null at the start. */
  readonly after: string | null;
  readonly done: boolean;
  /** When HubSpot refused to tell them, ms. Left out: it did not. */
  readonly refusedAt?: number;
}

/** How far sync has come with one object type. Times in ms since 1970 UTC. */
export interface SyncState {
  /** Hash of the type's read plan; a different one means: read the type again from the start. */
  readonly planHash: string;
  /** The pass under way; null when none is. */
  readonly cursor: PassCursor | null;
  /** When the first full pass of this plan ended: from then on we were running. Null before. */
  readonly runningSince: number | null;
  /** Records modified before this are all held. Null before the first full pass ended. */
  readonly completeTo: number | null;
  /** The look through the archived records that is under way, and the list's cursor; null when none is. */
  readonly archived: { readonly startedAt: number; readonly after: string } | null;
  /** When archived records were last looked through: the beginning of that. */
  readonly reconciledAt: number | null;
  /** The properties that are asked for, as the portal had them when it was last asked; null before. */
  readonly choice: PropertyChoice | null;
  /** The round of re-reading every held record that is under way, or the last one; null before the first. */
  readonly round: RereadRound | null;
  /** Why the type cannot be read, or null. */
  readonly blocked: { readonly reason: 'scope_missing' | 'type_missing'; readonly scopes: readonly string[] } | null;
  /** Left out: kept by a version that did not ask. */
  readonly access?: AccessHistory;
  /** Left out: past values were never asked for. */
  readonly history?: HistoryWalk;
  /** Properties of the plan that the portal does not have. */
  readonly missingProperties: readonly string[];
  /** Birth of the oldest record ever held (`bornAt`), ms; null while there is none. */
  readonly firstRecordAt: number | null;
  /** By property, the birth of the oldest record ever held with it filled, ms; 0 for types without a birth. */
  readonly filledSince: Readonly<Record<string, number>>;
}

export async function readSyncState(
  { db, portalId }: PortalScope,
  objectType: ObjectType,
): Promise<SyncState | undefined> {
  const row = await db
    .selectFrom('sync_state')
    .select('state')
    .where('portal_id', '=', portalId)
    .where('object_type', '=', objectType)
    .executeTakeFirst();
  return row?.state;
}

export async function saveSyncState(scope: PortalScope, objectType: ObjectType, value: SyncState): Promise<void> {
  const state = JSON.stringify(value);
  await scope.db
    .insertInto('sync_state')
    .values({ portal_id: scope.portalId, object_type: objectType, state })
    .onConflict((conflict) => conflict.columns(['portal_id', 'object_type']).doUpdateSet({ state }))
    .execute();
}
