/**
 * The tables, as Kysely sees them. Times are ms since 1970 UTC. Every table but `portal` starts its primary key with
 * `portal_id`, and grows by rows: a new object type, property or signal changes no column.
 */
import type { ColumnType, GeneratedAlways, JSONColumnType, Kysely } from 'kysely';
import type { PortalId } from '../ids.ts';
import type { Values } from '../scoring/object-definition.ts';
import type { RecordHistory } from '../scoring/property-history.ts';
import type { Actor, AuditEntry } from './audit-log.ts';
import type { BandEvent } from './band-events.ts';
import type { Installation } from './installations.ts';
import type { Judgement } from './judgements.ts';
import type { Play, PlayOutcome } from './plays.ts';
import type { PortalProfile } from './portals.ts';
import type { ShownValues } from './shown-values.ts';
import type { SyncState } from './sync-state.ts';

interface PortalTable {
  portal_id: PortalId;
  profile: JSONColumnType<PortalProfile>;
}

/** Append-only versions. A null value ends the record; the version with the greatest `seen_at` is its latest. */
interface FactTable {
  portal_id: PortalId;
  object_type: string;
  record_id: string;
  seen_at: number;
  effective_at: number;
  value: ColumnType<Values | null, string | null, string | null>;
  /** A company's, in lower case: for finding it. */
  domain: GeneratedAlways<string | null>;
}

/** From `linked_at` until before `unlinked_at` the record was associated with the company; null: it still is. */
interface LinkTable {
  portal_id: PortalId;
  company_id: string;
  object_type: string;
  record_id: string;
  linked_at: number;
  unlinked_at: number | null;
}

/** A company's linked records, put together (linked-records.ts); none where something changed since. */
interface CompanyRecordsTable {
  portal_id: PortalId;
  company_id: string;
  records: ColumnType<unknown, string, string>;
}

/** What HubSpot told of a record's past values. */
interface PropertyHistoryTable {
  portal_id: PortalId;
  object_type: string;
  record_id: string;
  value: JSONColumnType<RecordHistory>;
}

interface SyncStateTable {
  portal_id: PortalId;
  object_type: string;
  state: JSONColumnType<SyncState>;
}

interface CycleTable {
  portal_id: PortalId;
  finished_at: number;
  as_of: number;
  published: boolean;
  model_name: string;
  model_version: string;
  context: ColumnType<unknown, string, string>;
}

interface ModelTable {
  portal_id: PortalId;
  name: string;
  version: string;
  content: ColumnType<unknown, string, string>;
  /** As it was written; null: it came from a file of the service's. */
  yaml: string | null;
  /** Null: it was kept before this was. */
  published_at: number | null;
  published_by: ColumnType<Actor | null, string | null, string | null>;
}

/** What a portal's people change of their model. Without a YAML nothing is being changed; the revision stays, and rises. */
interface ModelDraftTable {
  portal_id: PortalId;
  revision: number;
  yaml: string | null;
  based_on: string | null;
  changed_at: number | null;
  changed_by: ColumnType<Actor | null, string | null, string | null>;
}

interface PublishedScoreTable {
  portal_id: PortalId;
  company_id: string;
  as_of: number;
  score: number | null;
  status: string;
  model_version: string;
}

interface ShownValueTable {
  portal_id: PortalId;
  company_id: string;
  shown: JSONColumnType<ShownValues>;
}

interface StagedPageTable {
  portal_id: PortalId;
  object_type: string;
  key: string;
  content: ColumnType<unknown, string, string>;
}

/** Records to look at again. */
interface TouchedRecordTable {
  portal_id: PortalId;
  object_type: string;
  record_id: string;
  touched_at: number;
  with_neighbours: boolean;
}

/** As of when a company was last scored apart from a cycle. */
interface RescoredCompanyTable {
  portal_id: PortalId;
  company_id: string;
  as_of: number;
}

interface PurgeRequestTable {
  portal_id: PortalId;
  contact_id: string;
}

/** Records of which nothing may be held any more. */
interface PurgedRecordTable {
  portal_id: PortalId;
  object_type: string;
  record_id: string;
}

/** What happened to confirmed bands: append-only, the latest row of a company is its confirmed band. */
interface BandEventTable {
  portal_id: PortalId;
  company_id: string;
  at: number;
  kind: BandEvent['kind'];
  from_status: string | null;
  to_status: string | null;
  from_at: number | null;
  from_score: number | null;
  to_score: number | null;
  model_version: string;
  own: boolean | null;
  parts: ColumnType<BandEvent['parts'], string | null, string | null>;
}

/** What people said of companies: append-only. */
interface JudgementTable {
  portal_id: PortalId;
  company_id: string;
  kind: Judgement['kind'];
  at: number;
  /** Null: taken back. */
  value: string | null;
  reason: string | null;
  expires_at: number | null;
  user_id: string;
  user_email: string | null;
  before: JSONColumnType<Judgement['before']>;
}

interface IngestKeyTable {
  portal_id: PortalId;
  key_id: string;
  /** SHA-256, hexadecimal; unique. */
  hash: string;
  label: string;
  made_at: number;
  revoked_at: number | null;
}

/** Append-only versions: the one with the greatest `seen_at` is a row's latest. */
interface UsageRowTable {
  portal_id: PortalId;
  company_id: string;
  metric: string;
  key: string;
  seen_at: number;
  at: number;
  value: number;
}

/** The UTC days (whole days since 1970) that usage was posted of. */
interface UsageDayTable {
  portal_id: PortalId;
  metric: string;
  day: number;
  first_seen_at: number;
}

/** The portals that installed the app. */
interface InstallationTable {
  portal_id: PortalId;
  state: Installation['state'];
  installed_at: number;
  installed_by: string | null;
  scopes: JSONColumnType<readonly string[]>;
  /** Null: forgotten. */
  sealed_tokens: string | null;
  access_expires_at: number;
  gone_at: number | null;
  writing_since: number | null;
}

/** Requests that were made lately and must not be carried out twice; without a status, one is still under way. */
interface SeenRequestTable {
  portal_id: PortalId;
  key: string;
  fingerprint: string;
  claimed_at: number;
  expires_at: number;
  status: number | null;
  content_type: string | null;
  body: string | null;
}

/** What admins set for their portal, by name. */
interface PortalSettingTable {
  portal_id: PortalId;
  name: string;
  version: number;
  value: ColumnType<unknown, string, string>;
}

/** Who changed what: append-only. */
interface AuditEntryTable {
  portal_id: PortalId;
  id: GeneratedAlways<number>;
  at: number;
  kind: AuditEntry['kind'];
  actor: JSONColumnType<AuditEntry['actor']>;
  about: string | null;
  before: ColumnType<AuditEntry['before'], string | null, string | null>;
  after: ColumnType<AuditEntry['after'], string | null, string | null>;
}

/** Tasks that were made or were to be made, and falls that got none. */
interface PlayTable {
  portal_id: PortalId;
  company_id: string;
  kind: Play['kind'];
  at: number;
  decided_at: number;
  state: Play['state'];
  reason: string | null;
  from_status: string | null;
  to_status: string | null;
  score: number | null;
  owner_id: string | null;
  owner_name: string | null;
  subject: string | null;
  due_at: number | null;
  tried_at: number | null;
  task_id: string | null;
  task_state: Play['taskState'];
  after_30: ColumnType<PlayOutcome | null, string | null, string | null>;
  after_90: ColumnType<PlayOutcome | null, string | null, string | null>;
}

export interface Tables {
  portal: PortalTable;
  fact: FactTable;
  link: LinkTable;
  company_records: CompanyRecordsTable;
  property_history: PropertyHistoryTable;
  sync_state: SyncStateTable;
  cycle: CycleTable;
  model: ModelTable;
  model_draft: ModelDraftTable;
  published_score: PublishedScoreTable;
  shown_value: ShownValueTable;
  staged_page: StagedPageTable;
  touched_record: TouchedRecordTable;
  rescored_company: RescoredCompanyTable;
  purge_request: PurgeRequestTable;
  purged_record: PurgedRecordTable;
  judgement: JudgementTable;
  ingest_key: IngestKeyTable;
  usage_row: UsageRowTable;
  usage_day: UsageDayTable;
  band_event: BandEventTable;
  play: PlayTable;
  portal_setting: PortalSettingTable;
  audit_entry: AuditEntryTable;
  installation: InstallationTable;
  seen_request: SeenRequestTable;
}

/** One portal's share of the database. Every query on a table takes its portal id from here. */
export interface PortalScope {
  readonly db: Kysely<Tables>;
  readonly portalId: PortalId;
}
