/** What the store offers about one portal. Built by `openStore(...).portal(id)`; no other handle reads or writes facts. */
import type { CompanyId, PortalId } from '../ids.ts';
import type { AccountFacts } from '../scoring/facts.ts';
import type { ObjectType, Values } from '../scoring/properties.ts';

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

/** How far sync has come with one object type. Times in ms since 1970 UTC. */
export interface SyncState {
  /** Hash of the type's read plan; a different one means: read the type again from the start. */
  readonly planHash: string;
  /** Where the running pass goes on; null when none is under way. */
  readonly cursor: {
    readonly kind: 'full' | 'changed';
    readonly after: string | null;
    readonly startedAt: number;
    readonly since: number | null;
  } | null;
  /** When the first full pass of this plan ended: from then on we were running. Null before. */
  readonly runningSince: number | null;
  /** Records modified before this are all held. Null before the first full pass ended. */
  readonly completeTo: number | null;
  /** When archived records were last looked through. */
  readonly reconciledAt: number | null;
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

export interface PortalStore {
  readonly portalId: PortalId;

  saveProfile(profile: PortalProfile): Promise<void>;
  profile(): Promise<PortalProfile | undefined>;

  /**
   * Adds a version of each record whose values changed, and opens and closes its company links, in one transaction. A
   * record seen again unchanged adds nothing; one that was deleted and is seen again gets a new version.
   */
  saveRecords(
    objectType: ObjectType,
    records: readonly SeenRecord[],
    seenAt: number,
  ): Promise<{ readonly changed: number }>;
  /** Ends records: adds a version without values. Unknown ids and already ended ones add nothing. */
  endRecords(
    objectType: ObjectType,
    ended: readonly { readonly id: string; readonly effectiveAt: number }[],
    seenAt: number,
  ): Promise<{ readonly changed: number }>;
  /** Records held now, ended ones not counted, for every object type. */
  countRecords(): Promise<Readonly<Record<ObjectType, number>>>;
  /** Every company not ended, by id, a page of accounts at a time; memory does not grow with the portal. */
  accounts(): AsyncIterable<readonly AccountFacts[]>;
  account(companyId: CompanyId): Promise<AccountFacts | undefined>;
  /** Companies whose name contains the text, case-insensitive, by name; for pickers. */
  findCompanies(
    text: string,
    limit: number,
  ): Promise<readonly { readonly id: CompanyId; readonly name: string | null }[]>;
  /** By owner id, the UTC days (ms / 86,400,000, rounded down) on which at least one email was logged, ascending. */
  mailLoggedDays(): Promise<ReadonlyMap<string, readonly number[]>>;

  syncState(objectType: ObjectType): Promise<SyncState | undefined>;
  saveSyncState(objectType: ObjectType, state: SyncState): Promise<void>;

  saveShown(rows: readonly { readonly companyId: CompanyId; readonly values: ShownValues }[]): Promise<void>;
  /** Forgets what was shown for these properties, of every company: the portal does not have them any more. */
  forgetShown(properties: readonly string[]): Promise<void>;
  shown(companyIds: readonly CompanyId[]): Promise<ReadonlyMap<CompanyId, ShownValues>>;

  saveCycle(cycle: CycleRecord): Promise<void>;
  /** The cycle that finished last. */
  latestCycle(): Promise<CycleRecord | undefined>;
  /** Keeps each score that differs from the company's latest before it. */
  savePublished(scores: readonly PublishedScore[]): Promise<void>;
  /** A company's published scores, ascending by `asOf`. */
  published(companyId: CompanyId): Promise<readonly PublishedScore[]>;
  /** Every company's score as it stood published at a moment; companies without one are not in the map. */
  publishedAt(asOf: number): Promise<ReadonlyMap<CompanyId, PublishedScore>>;
  /** `asOf` of the portal's first finished cycle whose scores were published; undefined before it. */
  publishedSince(): Promise<number | undefined>;
}
