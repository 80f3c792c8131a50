/** What one portal's HubSpot client offers to the rest of the app. Built by `makePortalClient`. */
import type { PortalId } from '../ids.ts';

/** Which of the portal's call limits a call counts toward. */
export type BudgetName = 'general' | 'search' | 'associations';

/** Calls that hold a place in a budget's rolling window now, and the most that may. */
export interface BudgetUse {
  readonly used: number;
  readonly limit: number;
}

/** The priority of calls that go last and leave half of a budget alone, for those more urgent that will yet come. */
export const BACKGROUND = Number.POSITIVE_INFINITY;

/** When a call gets its turn among those that wait for the same budget. */
export interface CallOrder {
  /** Lower goes first; equal ones in the order they came. Asked again whenever a turn is given. Default: 0; last: `BACKGROUND`. */
  readonly priority?: () => number;
  /** Gives up a call that still waits for its turn: it rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

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
  /** The others that the portal has set up, ISO 4217; none where it has one currency alone. */
  readonly additionalCurrencies: readonly string[];
  /** Host of the portal's pages, e.g. "app-eu1.hubspot.com". */
  readonly uiDomain: string;
}

/** What one unit of a currency is worth in another, from a moment on. */
export interface ExchangeRate {
  /** ISO 4217. */
  readonly from: string;
  /** ISO 4217; the portal's currency, as it was when the rate was set. */
  readonly to: string;
  /** > 0. */
  readonly rate: number;
  /** Ms since 1970 UTC; may lie ahead. */
  readonly effectiveAt: number;
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
  /** When it was asked for, ms since 1970 UTC: what it says was so then or later. */
  readonly askedAt: number;
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

export interface ListRequest extends CallOrder {
  readonly properties: readonly string[];
  /** Plural object types whose associations come along, at no extra call but for records with more than one page. */
  readonly associations: readonly string[];
  readonly archived?: boolean;
  /** Start after this cursor (a `RecordPage.after` from before). */
  readonly after?: string | undefined;
}

/** One page of a search by record id, the highest ids first. */
export interface SearchRequest extends CallOrder {
  readonly properties: readonly string[];
  /** Records with a greater id; "0" for all. */
  readonly above: string;
  /** Records with an id up to and with this one; null for all. */
  readonly upTo: string | null;
  /** Least values of properties that are moments, ms since 1970 UTC; records without a value are not found. */
  readonly atLeast?: Readonly<Record<string, number>>;
  /** Records of the page, 1..200; default 200. */
  readonly limit?: number;
}

export interface SearchPage {
  /** By id, descending. Without associations: search gives none. */
  readonly records: readonly HubSpotRecord[];
  readonly askedAt: number;
  /** Records that match, on this page and beyond it, as HubSpot counts them. */
  readonly total: number;
  /** Whether there are records that match beyond this page, all with lower ids. */
  readonly more: boolean;
}

/** What `read` found. An id that is in neither list does not exist, or is archived. */
export interface ReadRecords {
  /** Without associations. */
  readonly records: readonly HubSpotRecord[];
  readonly askedAt: number;
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
 * allows, and times out. Throws `PortalDisconnected` (401), `ScopeMissing` (403), `TypeMissing` (the portal
 * has no such object type), `RetryLater` (retries used up), and a plain Error for any other answer that is our fault.
 */
export interface PortalClient {
  readonly calls: CallCounts;
  readonly budgets: Readonly<Record<BudgetName, BudgetUse>>;
  account(): Promise<AccountInfo>;
  /** Undefined where HubSpot does not tell: it tells private apps alone. */
  grantedScopes(): Promise<readonly string[] | undefined>;
  properties(objectType: string): Promise<readonly PropertyDefinition[]>;
  /** Undefined where HubSpot does not tell. */
  propertyLimit(objectType: string): Promise<PropertyLimit | undefined>;
  /** Creating what exists already is no error. */
  createPropertyGroup(objectType: string, name: string, label: string): Promise<void>;
  createProperties(objectType: string, properties: readonly NewProperty[]): Promise<void>;
  pipelines(objectType: string): Promise<readonly Pipeline[]>;
  /** Past, present and scheduled ones, in HubSpot's order. */
  exchangeRates(): Promise<readonly ExchangeRate[]>;
  /** All records in HubSpot's order, 100 a page. */
  list(objectType: string, request: ListRequest): AsyncIterable<RecordPage>;
  /**
   * One page of the records in a range of ids, 200 at most. Each page is a query of its own for the ids below the page
   * before, so that none nears the 10,000 results at which a query ends, and records that change meanwhile shift no page.
   */
  search(objectType: string, request: SearchRequest): Promise<SearchPage>;
  /** The records with these ids, 100 a call, live ones only. */
  read(
    objectType: string,
    ids: readonly string[],
    properties: readonly string[],
    order?: CallOrder,
  ): Promise<ReadRecords>;
  /** Associated ids by record id; every asked id is in the map, with an empty list for none. Complete and deduplicated. */
  associations(
    from: string,
    to: string,
    ids: readonly string[],
    order?: CallOrder,
  ): Promise<ReadonlyMap<string, readonly string[]>>;
  /** At most 100 updates. A refused record never fails its batch-mates: the batch is bisected where HubSpot refuses it whole. */
  updateBatch(objectType: string, updates: readonly RecordUpdate[]): Promise<BatchResult>;
}
