import { readAccount } from './account.ts';
import { readAssociations } from './associations.ts';
import { updateBatch } from './batch-update.ts';
import type { BudgetLimit } from './budget.ts';
import { type BudgetName, type CallOptions, makeCallHubSpot } from './call.ts';
import { readPipelines } from './pipelines.ts';
import type { PortalClient } from './portal-client.ts';
import { createProperties, createPropertyGroup, readProperties, readPropertyLimit } from './properties.ts';
import { changedRecords, listRecords } from './records.ts';

export type PortalClientOptions = Pick<CallOptions, 'token' | 'baseUrl' | 'clock' | 'sleep' | 'log'> & {
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
  const { token, baseUrl, clock, sleep, log, random = Math.random, timeoutMs = 30_000, budgets } = options;
  let timeZone = 'UTC';
  const { call, counts } = makeCallHubSpot({
    token,
    baseUrl,
    clock,
    sleep,
    log,
    random,
    timeoutMs,
    budgets: { ...START, ...budgets },
    timeZone: () => timeZone,
  });

  return {
    get calls() {
      return counts();
    },
    async account() {
      const account = await readAccount(call);
      timeZone = account.timeZone;
      return account;
    },
    properties: (objectType) => readProperties(call, objectType),
    propertyLimit: (objectType) => readPropertyLimit(call, objectType),
    createPropertyGroup: (objectType, name, label) => createPropertyGroup(call, objectType, name, label),
    createProperties: (objectType, properties) => createProperties(call, objectType, properties),
    pipelines: (objectType) => readPipelines(call, objectType),
    list: (objectType, request) => listRecords(call, objectType, request),
    changed: (objectType, request) => changedRecords(call, objectType, request),
    associations: (from, to, ids) => readAssociations(call, from, to, ids),
    updateBatch: (objectType, updates) => updateBatch(call, objectType, updates),
  };
}
