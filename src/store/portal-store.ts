/** What the store offers about one portal. Built by `openStore(...).portal(id)`; no other handle reads or writes facts. */
import type { CompanyId, PortalId } from '../ids.ts';
import type { AccountFacts } from '../scoring/facts.ts';
import type { ObjectType } from '../scoring/object-types.ts';
import type { Override } from '../scoring/override.ts';
import type { PortalContext, TicketMedians } from '../scoring/portal-context.ts';
import type { RecordHistory } from '../scoring/property-history.ts';
import type { StatusHistory } from '../scoring/status-since.ts';
import type { Actor, AuditEntry, NewAuditEntry } from './audit-log.ts';
import type { BandEvent, NamedBandEvent } from './band-events.ts';
import type { CycleRecord } from './cycles.ts';
import type { EraseOptions, RowCounts } from './erase-portal.ts';
import type { TakeRows } from './export-portal.ts';
import type { IngestKey } from './ingest-keys.ts';
import type { Installation, NewInstallation, ResealedTokens, TokenWork } from './installations.ts';
import type { Judgement, NewJudgement } from './judgements.ts';
import type { HeldDraft, ModelDraft } from './model-drafts.ts';
import type { KeptModel, KeptVersion, ModelInUse, ModelPublished } from './models.ts';
import type {
  NamedPlay,
  NewPlay,
  OpenTask,
  Play,
  PlayChange,
  PlayFate,
  PlayKey,
  PlayQuery,
  SkippedPlays,
} from './plays.ts';
import type { PortalSetting, SettingChange } from './portal-settings.ts';
import type { PortalProfile } from './portals.ts';
import type { UnreadPast } from './property-history.ts';
import type { AskedStatus, HeldScore, PublishedScore } from './published-scores.ts';
import type { SaveOptions, SeenRecord } from './save-records.ts';
import type { ClaimOutcome, KeptAnswer, RequestClaim } from './seen-requests.ts';
import type { ShownValues } from './shown-values.ts';
import type { StagedPage } from './staged-pages.ts';
import type { Stamp } from './stamps.ts';
import type { SyncState } from './sync-state.ts';
import type { TouchedRecord } from './touched-records.ts';
import type { Upkeep } from './upkeep.ts';
import type { UsageRow } from './usage-rows.ts';

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
   * Records held, and first seen by a moment (ms), of which the past of one of these properties is not held: in the store's own
   * order (by bytes), after an id of that order.
   */
  unreadPasts(
    objectType: ObjectType,
    properties: readonly string[],
    range: { readonly after: string | null; readonly seenBy: number; readonly limit: number },
  ): Promise<readonly UnreadPast[]>;
  /** Keeps what was read of records' pasts beside what is held of them, all or none. Each id may be given once. */
  saveHistories(
    objectType: ObjectType,
    rows: readonly { readonly id: string; readonly history: RecordHistory }[],
  ): Promise<void>;
  /**
   * Deletes everything held of a record, its past versions included, and keeps out whatever comes of it later: for
   * privacy deletions. Only the id stays, as the reason. A staged page that holds it stays until it is dropped.
   */
  purge(objectType: ObjectType, id: string): Promise<void>;
  /** Companies that any of these records is associated with, or was until a moment or later; companies are their own. */
  companiesOf(objectType: ObjectType, ids: readonly string[], since: number): Promise<readonly CompanyId[]>;
  /** Records that are associated with any of these companies, also where the company has ended. */
  linkedTo(companyIds: readonly string[]): Promise<readonly { readonly objectType: ObjectType; readonly id: string }[]>;
  /** Records held now, ended ones not counted; of custom objects only where there are some. */
  countRecords(): Promise<Readonly<Record<ObjectType, number>>>;
  /** Every company not ended, by id, a page of accounts at a time; memory does not grow with the portal. */
  accounts(): AsyncIterable<readonly AccountFacts[]>;
  account(companyId: CompanyId): Promise<AccountFacts | undefined>;
  /** These companies' accounts, a page at a time; those that are not held, or have ended, are left out. */
  accountsOf(companyIds: readonly CompanyId[]): AsyncIterable<readonly AccountFacts[]>;
  /**
   * Reads several things on one connection, for somebody who waits: before sync has the next, and it waits for one once. The store that it lends is for reading, and until the work ends; the work must
   * not wait for another store, for the embedded database has one connection.
   */
  reading<T>(work: (store: PortalStore) => Promise<T>): Promise<T>;
  /** As `reading`, and everything as it stood at one moment, whoever writes meanwhile: for answers that hold things against each other. */
  atOneMoment<T>(work: (store: PortalStore) => Promise<T>): Promise<T>;
  /** Companies whose name contains the text, case-insensitive, by name; for pickers. */
  findCompanies(
    text: string,
    limit: number,
  ): Promise<readonly { readonly id: CompanyId; readonly name: string | null }[]>;
  /** What these companies are called now, by id; null: no name. Those that are not held are left out. */
  companyNames(ids: readonly string[]): Promise<ReadonlyMap<string, string | null>>;
  /** By owner id, the UTC days (ms / 86,400,000, rounded down) on which at least one email, or call, was logged, ascending. */
  loggedDays(objectType: 'emails' | 'calls'): Promise<ReadonlyMap<string, readonly number[]>>;
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
  /**
   * Companies below one, at any level, nearest first: at most `limit`, and how many there are. None where sync does not read
   * `hs_parent_company_id`.
   */
  childCompanies(
    companyId: CompanyId,
    limit: number,
  ): Promise<{ readonly ids: readonly CompanyId[]; readonly total: number }>;
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

  /** Undefined where the app was never installed by OAuth, or the portal was erased since. */
  installation(): Promise<Installation | undefined>;
  /**
   * Keeps an install. A reinstall too: the state is `installed` again, and nothing may be written until somebody says so again. `sealedTokens`
   * is what `sealTokens` gives.
   */
  install(given: NewInstallation): Promise<void>;
  /** From the first time on; said again it changes nothing, nor does it where the app is not installed. `at`: ms. */
  startWriting(at: number): Promise<void>;
  /** Ends the installation. `disconnected` forgets the tokens at once; with `gone` nobody gets them any more. `at`: ms. */
  leave(state: 'gone' | 'disconnected', at: number): Promise<void>;
  /**
   * Gives the tokens to work that may save others in their place: none where the app is not installed. One at a time for a portal, across all processes; the work may wait for HubSpot, and must not call
   * `install` or `withTokens` itself. `save` throws PortalDisconnected where the installation ended meanwhile.
   */
  withTokens<T>(work: TokenWork<T>): Promise<T>;
  /** As they are kept, whatever the state; undefined: none are. */
  sealedTokens(): Promise<string | undefined>;
  /** Replaces sealed tokens by the same, sealed anew. False where others are kept by now: then nothing changes. */
  replaceSealedTokens(given: ResealedTokens): Promise<boolean>;

  /** Keeps a key by its hash, and logs who made it. @throws where there is one of its id or hash. */
  addIngestKey(key: Omit<IngestKey, 'revokedAt'> & { readonly hash: string }, by: Actor): Promise<void>;
  /** Revoked ones too, in the order of their making. */
  ingestKeys(): Promise<readonly IngestKey[]>;
  /** Logs who did; false where there is no such key that was not revoked before. */
  revokeIngestKey(id: string, at: number, by: Actor): Promise<boolean>;

  /** Keeps each row that differs from the latest of its company, metric and key, all or none. Of several the last stands. */
  saveUsage(rows: readonly UsageRow[], seenAt: number): Promise<void>;
  /** What was posted of the portal as a whole; undefined: nothing yet. */
  usageFeed(): Promise<PortalContext['usage']>;
  /** When usage of a day that had none yet was last posted, ms; undefined: never. */
  usagePostedAt(): Promise<number | undefined>;

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

  /** Keeps a model, plain JSON, under its name and version, and logs that; where there is one it stays. */
  saveModel(name: string, version: string, content: unknown, published: ModelPublished): Promise<void>;
  /** The model that was kept; undefined: none. */
  model(name: string, version: string): Promise<unknown>;
  /** The same with who published it and as it was written. */
  keptModel(name: string, version: string): Promise<KeptModel | undefined>;
  /** Every version that was kept, the newest first. */
  modelVersions(): Promise<readonly KeptVersion[]>;
  /** What is being made of the portal's model. */
  modelDraft(): Promise<HeldDraft>;
  /** Puts a draft in the place of the one of that revision; null drops it. False, and nothing is changed, where it has another by now. */
  saveModelDraft(fromRevision: number, draft: ModelDraft | null): Promise<boolean>;
  /**
   * Has a version score the portal from now on (the setting `model`), keeps it where it is fresh and drops the draft that it was, and logs
   * that: all or nothing. False, and nothing is changed, where the draft has another revision by now, or such a version is there.
   */
  putModelInUse(change: ModelInUse): Promise<boolean>;

  saveCycle(cycle: CycleRecord): Promise<void>;
  /** The cycle that finished last. */
  latestCycle(): Promise<CycleRecord | undefined>;
  /** The latest published cycle that speaks of a moment (ms) or of an earlier one; undefined: there was none yet. */
  cycleAt(moment: number): Promise<CycleRecord | undefined>;
  /** Tells whether what was computed of a company still holds; without a company, of any: the same stamp, the same scorecards. */
  stamp(companyId?: CompanyId): Promise<Stamp>;
  /** Remembers as of when these companies were scored apart from a cycle, with the context of the latest one. */
  saveRescored(companyIds: readonly CompanyId[], asOf: number): Promise<void>;
  /** As of when the company was last scored apart from a cycle; undefined: never. */
  rescoredAt(companyId: CompanyId): Promise<number | undefined>;
  /** Keeps each score that differs from the company's latest before it. */
  savePublished(scores: readonly PublishedScore[]): Promise<void>;
  /** A company's published scores, ascending by `asOf`. */
  published(companyId: CompanyId): Promise<readonly PublishedScore[]>;
  /** Those of a page of companies; companies without any are not in the map. */
  publishedOf(companyIds: readonly CompanyId[]): Promise<ReadonlyMap<CompanyId, readonly PublishedScore[]>>;
  /** Every company's score as it stood published at a moment, or these companies'; those without one are not in the map. */
  publishedAt(asOf: number, companyIds?: readonly CompanyId[]): Promise<ReadonlyMap<CompanyId, PublishedScore>>;
  /** What the statuses of these companies (a page of them) were made of, up to a moment; those without any are not in the map. */
  statusHistory(companyIds: readonly CompanyId[], upTo: number): Promise<ReadonlyMap<CompanyId, StatusHistory>>;
  /** `asOf` of the portal's first finished cycle whose scores were published; undefined before it. */
  publishedSince(): Promise<number | undefined>;
  /** By company, the last of its published scores that had a status, within some time; those without one are not in the map. */
  lastPublishedAs(asked: readonly AskedStatus[]): Promise<ReadonlyMap<CompanyId, HeldScore>>;

  /** The latest event of each of these companies, of which there is one: its confirmed band. */
  latestBandEvents(companyIds: readonly CompanyId[]): Promise<ReadonlyMap<CompanyId, BandEvent>>;
  /** Adds events; one for the very moment of an earlier one of its company adds nothing. */
  saveBandEvents(events: readonly BandEvent[]): Promise<void>;
  /**
   * When companies that are held worsened or recovered, at a moment (ms) or later, the newest first, then by id: at most `limit`,
   * and how many there are.
   */
  bandEventsSince(
    since: number,
    limit: number,
  ): Promise<{ readonly events: readonly NamedBandEvent[]; readonly total: number }>;

  /** The companies whose latest event, at a moment (ms) or later, is that they worsened by themselves, and to which no playbook has answered. */
  unplayedFalls(since: number): Promise<readonly BandEvent[]>;
  /**
   * Adds what is decided by the plays since a moment (ms) that were not skipped: one at a time for a portal, across all processes. One
   * whose key is there already is left out. Gives those that were added.
   */
  decidePlays(since: number, decide: (recent: readonly Play[]) => readonly NewPlay[]): Promise<readonly NewPlay[]>;
  /** Takes an intended play to call HubSpot for it: false where it is settled, or somebody did so after `before`. Moments in ms. */
  claimPlay(key: PlayKey, moments: { readonly at: number; readonly before: number }): Promise<boolean>;
  /** What is not named stays. */
  settlePlay(key: PlayKey, change: PlayChange): Promise<void>;
  /** The newest first, with their companies' names. */
  plays(query: PlayQuery): Promise<readonly NamedPlay[]>;
  /** Our tasks for a company that were open when last seen, the newest first. */
  openTasks(companyId: CompanyId): Promise<readonly OpenTask[]>;
  /** How many falls since a moment (ms) got no task, by why, the most first. */
  skippedPlays(since: number): Promise<readonly SkippedPlays[]>;
  /** What became of the accounts that got a playbook's task, as far as it is known. */
  playFates(): Promise<readonly PlayFate[]>;

  /** What an admin set; undefined: nobody has. */
  setting(name: string): Promise<PortalSetting | undefined>;
  /** Sets it and logs that, both or neither. False, and nothing is changed, where somebody else changed it since that version. */
  changeSetting(change: SettingChange): Promise<boolean>;
  /** Adds to the log of who changed what. Where a change is a transaction of the store, that adds the entry itself. */
  recordAudit(entry: NewAuditEntry): Promise<void>;
  /** The newest first, below an id (null: from the newest on). */
  auditEntries(page: { readonly below: number | null; readonly limit: number }): Promise<readonly AuditEntry[]>;

  /** How up to date the portal is, in one cheap query. */
  upkeep(): Promise<Upkeep>;

  /** Gives every row of the portal but secrets, as they stood at one moment, some at a time; the next come once these are taken. */
  exportRows(take: TakeRows): Promise<void>;
  /** What `erase` would delete. */
  countRows(options?: EraseOptions): Promise<RowCounts>;
  /**
   * Deletes every row of the portal in all tables, in bounded transactions; what it deleted. May be called again where it died. What
   * runs for the portal must be stopped before, or fills it again.
   */
  erase(options?: EraseOptions): Promise<RowCounts>;

  /**
   * Claims a request that must be carried out once, or tells what became of it: of several at once, one is given the claim. One that was
   * given and never answered is given again after two minutes.
   */
  claimRequest(claim: RequestClaim): Promise<ClaimOutcome>;
  /** Keeps what was answered to a claimed request, for some minutes. */
  keepAnswer(claim: RequestClaim, answer: KeptAnswer): Promise<void>;
  /** Gives a claim back: the request did nothing, and may be made again. */
  dropClaim(claim: RequestClaim): Promise<void>;
}
