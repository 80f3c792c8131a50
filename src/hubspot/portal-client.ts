/** What one portal's HubSpot client offers to the rest of the app. Built by `makePortalClient`. */
import type { AccountInfo } from './account.ts';
import type { LabelledTarget } from './associations.ts';
import type { BatchResult, RecordUpdate } from './batch-update.ts';
import type { BudgetName, BudgetUse } from './budget.ts';
import type { CallCounts } from './call.ts';
import type { CallOrder } from './call-order.ts';
import type { ExchangeRate } from './currencies.ts';
import type { ListFilters } from './list-filters.ts';
import type { CompanyList, ListMade } from './lists.ts';
import type { Owner } from './owners.ts';
import type { Pipeline } from './pipelines.ts';
import type { NewProperty, PropertyDefinition, PropertyLimit } from './properties.ts';
import type { ReadPasts } from './property-histories.ts';
import type { ListRequest, ReadRecords, RecordPage, SearchPage, SearchRequest } from './record-pages.ts';
import type { MadeTask, NewTask, SoughtTask, TaskState } from './tasks.ts';
import type { PortalUser } from './users.ts';

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
  /** Those who are not archived, in HubSpot's order. */
  owners(): Promise<readonly Owner[]>;
  /** A user by the id that signed requests carry; undefined where the portal has no such user. */
  user(id: string): Promise<PortalUser | undefined>;
  /** Never sent twice: RetryLater means that it may have been made, so look for it before making it again. */
  createTask(task: NewTask): Promise<MadeTask>;
  /** A task of ours that may have been made; undefined: it was not. */
  findTask(sought: SoughtTask): Promise<{ readonly id: string; readonly state: TaskState } | undefined>;
  /** What became of tasks; every asked id is in the map. */
  taskStates(ids: readonly string[]): Promise<ReadonlyMap<string, TaskState>>;
  /** Makes a list of companies whose members HubSpot keeps up to date. */
  createCompanyList(list: { readonly name: string; readonly filters: ListFilters }): Promise<ListMade>;
  /** With its filters; undefined where the portal has none of that name. */
  companyListByName(name: string): Promise<CompanyList | undefined>;
  /** Those of these lists that the portal still has, by id, with their sizes. */
  companyLists(ids: readonly string[]): Promise<ReadonlyMap<string, CompanyList>>;
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
  /**
   * The past values of these properties, of at most `HISTORY_BATCH` live records, in one call. Undefined where HubSpot refuses to tell
   * the past of such records at all.
   */
  pasts(
    objectType: string,
    ids: readonly string[],
    properties: readonly string[],
    order?: CallOrder,
  ): Promise<ReadPasts | undefined>;
  /** Associated ids by record id; every asked id is in the map, with an empty list for none. Complete and deduplicated. */
  associations(
    from: string,
    to: string,
    ids: readonly string[],
    order?: CallOrder,
  ): Promise<ReadonlyMap<string, readonly string[]>>;
  /** The same with the labels of each association, at the same calls. */
  labelledAssociations(
    from: string,
    to: string,
    ids: readonly string[],
    order?: CallOrder,
  ): Promise<ReadonlyMap<string, readonly LabelledTarget[]>>;
  /** At most 100 updates. A refused record never fails its batch-mates: the batch is bisected where HubSpot refuses it whole. */
  updateBatch(objectType: string, updates: readonly RecordUpdate[]): Promise<BatchResult>;
}
