/** What the store offers about one portal. Built by `openStore(...).portal(id)`; no other handle reads or writes facts. */
import type { CompanyId, PortalId } from '../ids.ts';
import type { AccountFacts } from '../scoring/facts.ts';
import type { Override, OverrideStatus } from '../scoring/override.ts';
import type { PortalContext, TicketMedians } from '../scoring/portal-context.ts';
import type { ObjectType, Values } from '../scoring/properties.ts';
import type { PulseValue } from '../scoring/pulses.ts';
import type { UsageVersion } from '../scoring/usage.ts';

/** What we know of the portal itself. */
export interface PortalProfile {
  readonly timeZone: string;
  readonly currency: string;
  readonly uiDomain: string;
}

/** One record as sync saw it. */
export interface SeenRecord {
  readonly id: string;
  readonly values: Values;
  /** HubSpot's last-modified moment, ms. */
  readonly effectiveAt: number;
  /** Companies it is associated with, complete; undefined for companies themselves. */
  readonly companyIds?: readonly string[] | undefined;
}

export interface SaveOptions {
  /** The look may be so much older than `seenAt`, ms (HubSpot's search lags): it brings back only what ended before. Default 0. */
  readonly staleByMs?: number;
}

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

/** A page that was read by search and waits for its associations. `content` is plain JSON, given back as it came. */
export interface StagedPage {
  /** Unique within the type: the page's lowest record id. */
  readonly key: string;
  readonly content: unknown;
}

/** A record that somebody told us to look at again. */
export interface TouchedRecord {
  readonly objectType: ObjectType;
  readonly id: string;
  /** When we were told last, ms since 1970 UTC. */
  readonly touchedAt: number;
  /** Those that it is associated with may have changed as well: what happened to it dates none of them. */
  readonly withNeighbours?: true;
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
  /** Properties of the plan that the portal does not have. */
  readonly missingProperties: readonly string[];
  /** Birth of the oldest record ever held (`bornAt`), ms; null while there is none. */
  readonly firstRecordAt: number | null;
  /** By property, the birth of the oldest record ever held with it filled, ms; 0 for types without a birth. */
  readonly filledSince: Readonly<Record<string, number>>;
}

/** One finished cycle. `context` is what it scored with (portal context and model), as plain JSON; the order of its keys is kept. */
export interface CycleRecord {
  /** Whether its scores were published: false where it speaks of a past moment. */
  readonly published: boolean;
  readonly asOf: number;
  readonly finishedAt: number;
  readonly modelName: string;
  readonly modelVersion: string;
  readonly context: unknown;
}

/** A score as published at `asOf`, kept only when it differs from the one before. Null score: none (unknown, or not a customer). */
export interface PublishedScore {
  readonly companyId: CompanyId;
  readonly asOf: number;
  readonly score: number | null;
  readonly status: 'healthy' | 'at_risk' | 'unhealthy' | 'unknown' | 'not_customer';
  readonly modelVersion: string;
}

/** The value of each property we write, as HubSpot last showed it to us or took it from us. */
export type ShownValues = Readonly<Record<string, string | null>>;

/** What a person said of a company: a pulse, or a status in place of the score's. Times in ms since 1970 UTC. */
export type NewJudgement = {
  readonly companyId: CompanyId;
  readonly at: number;
  readonly userId: string;
  /** Null where HubSpot did not tell. */
  readonly userEmail: string | null;
} & (
  | {
      readonly kind: 'pulse';
      readonly value: PulseValue;
      readonly reason: string;
      /** The last moment at which it holds. */
      readonly expiresAt: number;
    }
  | {
      readonly kind: 'override';
      readonly value: OverrideStatus;
      readonly reason: string;
      readonly expiresAt: number;
    }
  /** Takes back the override that holds. */
  | { readonly kind: 'override'; readonly value: null; readonly reason: string | null; readonly expiresAt: null }
);

/** An entry of the log. `before`: what held of its kind, and the score and status as last published; nulls where there was none. */
export type Judgement = NewJudgement & {
  readonly before: { readonly value: string | null; readonly score: number | null; readonly status: string | null };
};

/** A key that lets a portal's own systems post usage. The key itself is not kept. Times in ms since 1970 UTC. */
export interface IngestKey {
  /** What people call it by. */
  readonly id: string;
  readonly label: string;
  readonly madeAt: number;
  readonly revokedAt: number | null;
}

/** Usage of one company, as it was posted. */
export interface UsageRow extends Omit<UsageVersion, 'seenAt'> {
  readonly companyId: CompanyId;
}

export interface PortalStore {
  readonly portalId: PortalId;

  saveProfile(profile: PortalProfile): Promise<void>;
  profile(): Promise<PortalProfile | undefined>;

  /**
   * Adds a version of each record whose values changed, and opens and closes its company links, in one transaction. A
   * record seen again unchanged adds nothing; one that was deleted and is seen again later gets a new version. `seenAt`
   * is the moment before HubSpot was asked, ms: what somebody saw later and saved before stays.
   */
  saveRecords(
    objectType: ObjectType,
    records: readonly SeenRecord[],
    seenAt: number,
    options?: SaveOptions,
  ): Promise<{ readonly changed: number }>;
  /**
   * Ends records: adds a version without values. Unknown ids and already ended ones add nothing, nor do records that changed
   * after `seenAt`, the moment before HubSpot was asked.
   */
  endRecords(
    objectType: ObjectType,
    ended: readonly { readonly id: string; readonly effectiveAt: number }[],
    seenAt: number,
  ): Promise<{ readonly changed: number }>;
  /** Ids of records held, ended ones left out, in the store's own order (by bytes), after an id of that order. */
  heldIds(objectType: ObjectType, after: string | null, limit: number): Promise<readonly string[]>;
  /**
   * Deletes everything held of a record, its past versions included, and keeps out whatever comes of it later: for
   * privacy deletions. Only the id stays, as the reason. A staged page that holds it stays until it is dropped.
   */
  purge(objectType: ObjectType, id: string): Promise<void>;
  /** Companies that any of these records is associated with, or was until a moment or later; companies are their own. */
  companiesOf(objectType: ObjectType, ids: readonly string[], since: number): Promise<readonly CompanyId[]>;
  /** Records that are associated with any of these companies, also where the company has ended. */
  linkedTo(companyIds: readonly string[]): Promise<readonly { readonly objectType: ObjectType; readonly id: string }[]>;
  /** Records held now, ended ones not counted, for every object type. */
  countRecords(): Promise<Readonly<Record<ObjectType, number>>>;
  /** Every company not ended, by id, a page of accounts at a time; memory does not grow with the portal. */
  accounts(): AsyncIterable<readonly AccountFacts[]>;
  account(companyId: CompanyId): Promise<AccountFacts | undefined>;
  /** These companies' accounts, a page at a time; those that are not held, or have ended, are left out. */
  accountsOf(companyIds: readonly CompanyId[]): AsyncIterable<readonly AccountFacts[]>;
  /** Companies whose name contains the text, case-insensitive, by name; for pickers. */
  findCompanies(
    text: string,
    limit: number,
  ): Promise<readonly { readonly id: CompanyId; readonly name: string | null }[]>;
  /** By owner id, the UTC days (ms / 86,400,000, rounded down) on which at least one email was logged, ascending. */
  mailLoggedDays(): Promise<ReadonlyMap<string, readonly number[]>>;
  /**
   * What was usual of the tickets solved in the four quarters before each quarter (`quarterOf`), as known when it began, or at
   * `runningSince` (ms) where that is later: what is seen afterwards does not change it.
   */
  ticketMedians(runningSince: number): Promise<ReadonlyMap<number, TicketMedians>>;
  /**
   * By the value of a property, the quarters (`quarterOf`) that held a record with it, ascending: by the first of some moments
   * (properties) that it has. Where it was seen later than that, the quarter in which it was seen; what was seen by
   * `trustedUntil` (ms) counts from its own moment.
   */
  kindQuarters(
    objectType: ObjectType,
    kind: string,
    moments: readonly string[],
    trustedUntil: number,
  ): Promise<ReadonlyMap<string, readonly number[]>>;

  /** Which of these companies are held now. */
  heldCompanies(ids: readonly string[]): Promise<ReadonlySet<CompanyId>>;
  /** By domain (given in lower case), the companies that have it now, by id. */
  companiesByDomain(domains: readonly string[]): Promise<ReadonlyMap<string, readonly CompanyId[]>>;

  /**
   * Adds to the log, unless the latest of its kind holds and says the same, or it takes back what does not hold. Gives the latest
   * of its kind as it stands then; undefined: there is none.
   */
  addJudgement(judgement: NewJudgement): Promise<Judgement | undefined>;
  /** All that was ever said of a company, in the order of time. */
  judgements(companyId: CompanyId): Promise<readonly Judgement[]>;
  /** The overrides that hold at a moment, of these companies. */
  overrides(companyIds: readonly CompanyId[], at: number): Promise<ReadonlyMap<CompanyId, Override>>;
  /** When a pulse was first given, of any company; undefined: never. */
  pulsesSince(): Promise<number | undefined>;

  /** Keeps a key by its hash. @throws where there is one of its id or hash. */
  addIngestKey(key: Omit<IngestKey, 'revokedAt'> & { readonly hash: string }): Promise<void>;
  /** Revoked ones too, in the order of their making. */
  ingestKeys(): Promise<readonly IngestKey[]>;
  /** False where there is no such key that was not revoked before. */
  revokeIngestKey(id: string, at: number): Promise<boolean>;

  /** Keeps each row that differs from the latest of its company, metric and key, all or none. Of several the last stands. */
  saveUsage(rows: readonly UsageRow[], seenAt: number): Promise<void>;
  /** What was posted of the portal as a whole; undefined: nothing yet. */
  usageFeed(): Promise<PortalContext['usage']>;

  syncState(objectType: ObjectType): Promise<SyncState | undefined>;
  saveSyncState(objectType: ObjectType, state: SyncState): Promise<void>;

  /** Keeps a page and the state that counts it as read, in one transaction. A page of the same key is replaced. */
  stagePage(objectType: ObjectType, page: StagedPage, state: SyncState): Promise<void>;
  /** By key. */
  stagedPages(objectType: ObjectType): Promise<readonly StagedPage[]>;
  dropStaged(objectType: ObjectType, keys: readonly string[]): Promise<void>;

  /** Remembers records to look at again. One that is remembered already gets the later moment, and keeps its neighbours. */
  touch(records: readonly TouchedRecord[]): Promise<void>;
  /** The records that were touched first, by moment, type and id, up to a limit. */
  touched(limit: number): Promise<readonly TouchedRecord[]>;
  /** Forgets these, but for those that were touched again since. */
  forgetTouched(records: readonly TouchedRecord[]): Promise<void>;
  /** Remembers contacts that HubSpot's user deleted for good, to be purged. */
  requestPurge(contactIds: readonly string[]): Promise<void>;
  purgeRequests(): Promise<readonly string[]>;
  forgetPurgeRequests(contactIds: readonly string[]): Promise<void>;

  saveShown(rows: readonly { readonly companyId: CompanyId; readonly values: ShownValues }[]): Promise<void>;
  /** Forgets what was shown for these properties, of every company: the portal does not have them any more. */
  forgetShown(properties: readonly string[]): Promise<void>;
  shown(companyIds: readonly CompanyId[]): Promise<ReadonlyMap<CompanyId, ShownValues>>;

  /** Keeps a model, plain JSON, under its name and version; where there is one it stays. */
  saveModel(name: string, version: string, content: unknown): Promise<void>;
  /** The model that was kept; undefined: none. */
  model(name: string, version: string): Promise<unknown>;

  saveCycle(cycle: CycleRecord): Promise<void>;
  /** The cycle that finished last. */
  latestCycle(): Promise<CycleRecord | undefined>;
  /** Remembers as of when these companies were scored apart from a cycle, with the context of the latest one. */
  saveRescored(companyIds: readonly CompanyId[], asOf: number): Promise<void>;
  /** As of when the company was last scored apart from a cycle; undefined: never. */
  rescoredAt(companyId: CompanyId): Promise<number | undefined>;
  /** Keeps each score that differs from the company's latest before it. */
  savePublished(scores: readonly PublishedScore[]): Promise<void>;
  /** A company's published scores, ascending by `asOf`. */
  published(companyId: CompanyId): Promise<readonly PublishedScore[]>;
  /** Every company's score as it stood published at a moment, or these companies'; those without one are not in the map. */
  publishedAt(asOf: number, companyIds?: readonly CompanyId[]): Promise<ReadonlyMap<CompanyId, PublishedScore>>;
  /** `asOf` of the portal's first finished cycle whose scores were published; undefined before it. */
  publishedSince(): Promise<number | undefined>;
}
