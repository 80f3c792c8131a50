/** What one portal's HubSpot client offers to the rest of the app. Built by `makePortalClient`. */
import type { PortalId } from '../ids.ts';

/** Counters since the client was made. `failed` counts every answer that was an error, 429s included, and lost connections. */
export interface CallCounts {
  readonly total: number;
  readonly rateLimited: number;
  readonly failed: number;
}

export interface AccountInfo {
  readonly portalId: PortalId;
  /** IANA name, e.g. "Europe/Rome". */
  readonly timeZone: string;
  /** ISO 4217, e.g. "EUR". */
  readonly companyCurrency: string;
  /** Host of the portal's pages, e.g. "app-eu1.hubspot.com". */
  readonly uiDomain: string;
}

/** A record as HubSpot sends it: values are text or null. */
export interface HubSpotRecord {
  readonly id: string;
  readonly properties: Readonly<Record<string, string | null>>;
  /** ISO 8601. */
  readonly createdAt: string;
  /** ISO 8601. */
  readonly updatedAt: string;
  readonly archived: boolean;
  /** ISO 8601; only on archived records. */
  readonly archivedAt?: string | undefined;
  /**
   * Ids by associated object type (the plural that was asked for), deduplicated, complete: further association pages
   * were fetched. Present only where associations were asked for; an empty list means none.
   */
  readonly associations: Readonly<Record<string, readonly string[]>>;
}

export interface RecordPage {
  readonly records: readonly HubSpotRecord[];
  /** Where the next page starts; undefined on the last one. */
  readonly after: string | undefined;
}

export interface PropertyOption {
  readonly label: string;
  readonly value: string;
  readonly displayOrder: number;
  readonly hidden: boolean;
}

export interface PropertyDefinition {
  readonly name: string;
  readonly label: string;
  /** HubSpot's: string, number, date, datetime, enumeration, bool ... */
  readonly type: string;
  readonly fieldType: string;
  readonly groupName: string;
  readonly options: readonly PropertyOption[];
}

/** What `createProperties` sends; options only for enumerations. */
export interface NewProperty {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly type: 'string' | 'number' | 'enumeration' | 'datetime' | 'date' | 'bool';
  readonly fieldType: 'text' | 'textarea' | 'number' | 'select' | 'date' | 'booleancheckbox';
  readonly groupName: string;
  readonly options?: readonly PropertyOption[];
}

/** Custom properties of one object type: how many there are and how many the account may have. */
export interface PropertyLimit {
  readonly used: number;
  readonly limit: number;
}

export interface PipelineStage {
  readonly id: string;
  readonly label: string;
  /** Deals: 0..1 where HubSpot gives it. */
  readonly probability: number | undefined;
  readonly isClosed: boolean;
}

export interface Pipeline {
  readonly id: string;
  readonly label: string;
  readonly stages: readonly PipelineStage[];
}

export interface ListRequest {
  readonly properties: readonly string[];
  /** Plural object types whose associations come along, at no extra call but for records with more than one page. */
  readonly associations: readonly string[];
  readonly archived?: boolean;
  /** Start after this cursor (a `RecordPage.after` from before). */
  readonly after?: string | undefined;
}

export interface ChangedRequest {
  readonly properties: readonly string[];
  /** The object's last-modified property (`hs_lastmodifieddate`; contacts: `lastmodifieddate`). */
  readonly modifiedProperty: string;
  /** Ms since 1970 UTC; records modified at or after it. */
  readonly since: number;
  /** Go on after this record id (keyset). */
  readonly afterId?: string | undefined;
}

/** One record's new values in a batch; the record id is HubSpot's own. */
export interface RecordUpdate {
  readonly id: string;
  readonly properties: Readonly<Record<string, string>>;
}

export interface BatchResult {
  readonly updated: readonly string[];
  /** Records that HubSpot refused, each with its own message. */
  readonly refused: readonly { readonly id: string; readonly message: string }[];
}

/**
 * One portal. Every call keeps within the portal's budgets (general, search, associations), is retried as its failure
 * allows, and times out. Throws `PortalDisconnected` (401), `ScopeMissing` (403 MISSING_SCOPES), `TypeMissing` (the portal
 * has no such object type), `RetryLater` (retries used up), and a plain Error for any other answer that is our fault.
 */
export interface PortalClient {
  readonly calls: CallCounts;
  account(): Promise<AccountInfo>;
  properties(objectType: string): Promise<readonly PropertyDefinition[]>;
  /** Undefined where HubSpot does not tell. */
  propertyLimit(objectType: string): Promise<PropertyLimit | undefined>;
  /** Creating what exists already is no error. */
  createPropertyGroup(objectType: string, name: string, label: string): Promise<void>;
  createProperties(objectType: string, properties: readonly NewProperty[]): Promise<void>;
  pipelines(objectType: string): Promise<readonly Pipeline[]>;
  /** All records in HubSpot's order, 100 a page. */
  list(objectType: string, request: ListRequest): AsyncIterable<RecordPage>;
  /**
   * Records modified since, by id ascending, 200 a page: each page is a new query for what comes after the last id of the
   * page before, so that none nears the 10,000 results at which a query ends. `after` is the last id, undefined on the
   * last page. No associations.
   */
  changed(objectType: string, request: ChangedRequest): AsyncIterable<RecordPage>;
  /** Associated ids by record id; every asked id is in the map, with an empty list for none. Complete and deduplicated. */
  associations(from: string, to: string, ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
  /** At most 100 updates. A refused record never fails its batch-mates: the batch is bisected where HubSpot refuses it whole. */
  updateBatch(objectType: string, updates: readonly RecordUpdate[]): Promise<BatchResult>;
}
