import { readAccount } from './account.ts';
import { readAssociations, readLabelledAssociations } from './associations.ts';
import { updateBatch } from './batch-update.ts';
import type { BudgetLimit, BudgetName } from './budget.ts';
import { type CallOptions, makeCallHubSpot } from './call.ts';
import { readExchangeRates } from './currencies.ts';
import { readGrantedScopes } from './granted-scopes.ts';
import { createCompanyList, readCompanyListByName, readCompanyLists } from './lists.ts';
import { readOwners } from './owners.ts';
import { readPipelines } from './pipelines.ts';
import type { PortalClient } from './portal-client.ts';
import { createProperties, createPropertyGroup, readProperties, readPropertyLimit } from './properties.ts';
import { readPasts } from './property-histories.ts';
import { listRecords, readRecords, searchRecords } from './records.ts';
import { createTask, findTask, readTaskStates } from './tasks.ts';
import { readUser } from './users.ts';

export type PortalClientOptions = Pick<
  CallOptions,
  'token' | 'baseUrl' | 'clock' | 'sleep' | 'log' | 'onCall' | 'stop'
> & {
  /** 0..1, for jitter; Math.random by default. */
  readonly random?: () => number;
  /** For one try, from sending to the last byte of the answer; 30 s by default. */
  readonly timeoutMs?: number;
  /** Limits to start with in place of HubSpot's lowest; general then follows what HubSpot states. */
  readonly budgets?: Partial<Readonly<Record<BudgetName, BudgetLimit>>>;
};

/** HubSpot's docs: the lowest limits of any account and app. Search counts for the whole account. */
const START: Readonly<Record<BudgetName, BudgetLimit>> = {
  general: { calls: 100, windowMs: 10_000 },
  search: { calls: 5, windowMs: 1_000 },
  associations: { calls: 100, windowMs: 10_000 },
};

/** One portal's client, with budgets of its own: make one per portal and keep it. */
export function makePortalClient(options: PortalClientOptions): PortalClient {
  const {
    token,
    baseUrl,
    clock,
    sleep,
    log,
    onCall,
    stop,
    random = Math.random,
    timeoutMs = 30_000,
    budgets,
  } = options;
  let timeZone = 'UTC';
  const { call, ask, counts, uses } = makeCallHubSpot({
    token,
    baseUrl,
    clock,
    sleep,
    log,
    onCall,
    stop,
    random,
    timeoutMs,
    budgets: { ...START, ...budgets },
    timeZone: () => timeZone,
  });

  return {
    get calls() {
      return counts();
    },
    get budgets() {
      return uses();
    },
    async account() {
      const account = await readAccount(call);
      timeZone = account.timeZone;
      return account;
    },
    grantedScopes: async () => readGrantedScopes(call, await token()),
    properties: (objectType) => readProperties(call, objectType),
    propertyLimit: (objectType) => readPropertyLimit(call, objectType),
    createPropertyGroup: (objectType, name, label) => createPropertyGroup(call, objectType, name, label),
    createProperties: (objectType, properties) => createProperties(call, objectType, properties),
    pipelines: (objectType) => readPipelines(call, objectType),
    exchangeRates: () => readExchangeRates(call),
    owners: () => readOwners(call),
    user: (id) => readUser(call, id),
    createTask: (task) => createTask(call, task),
    findTask: (sought) => findTask(ask, sought),
    taskStates: (ids) => readTaskStates(ask, ids),
    createCompanyList: (list) => createCompanyList(call, list),
    companyListByName: (name) => readCompanyListByName(call, name),
    companyLists: (ids) => readCompanyLists(call, ids),
    list: (objectType, request) => listRecords(ask, objectType, request),
    search: (objectType, request) => searchRecords(ask, objectType, request),
    read: (objectType, ids, properties, order) => readRecords(ask, objectType, ids, properties, order),
    pasts: (objectType, ids, properties, order) => readPasts(ask, objectType, ids, properties, order),
    associations: (from, to, ids, order) => readAssociations(ask, from, to, ids, order),
    labelledAssociations: (from, to, ids, order) => readLabelledAssociations(ask, from, to, ids, order),
    updateBatch: (objectType, updates) => updateBatch(call, objectType, updates),
  };
}
