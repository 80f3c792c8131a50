import type { PortalClient } from '../../src/hubspot/portal-client.ts';
import { companyId, portalId } from '../../src/ids.ts';
import type { PortalData, PortalRecord } from '../../src/local/sandbox/portal-data.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/local/sandbox/start-sandbox.ts';
import type { AccountFacts } from '../../src/scoring/facts.ts';
import type { Values } from '../../src/scoring/object-definition.ts';
import type { ObjectType } from '../../src/scoring/object-types.ts';
import type { ReadPlan } from '../../src/scoring/read-plan.ts';
import type { Store } from '../../src/store/open-store.ts';
import type { PortalStore } from '../../src/store/portal-store.ts';
import type { SyncState } from '../../src/store/sync-state.ts';
import { type SyncOptions, type SyncOutcome, syncPortal } from '../../src/sync/sync-portal.ts';
import { makeUnpacedClient } from '../hubspot/test-client.ts';

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
export const NOW = Date.UTC(2026, 0, 15, 12);

export const PLAN: ReadPlan = [
  { objectType: 'companies', properties: ['hs_csm_sentiment', 'name'], associations: [] },
  { objectType: 'contacts', properties: ['createdate', 'firstname'], associations: ['companies'] },
  {
    objectType: 'deals',
    properties: ['amount', 'closedate', 'createdate', 'hs_is_closed'],
    associations: ['companies'],
  },
  { objectType: 'tickets', properties: ['closed_date', 'createdate', 'subject'], associations: ['companies'] },
  { objectType: 'emails', properties: ['hs_email_direction', 'hs_timestamp'], associations: ['companies', 'contacts'] },
  { objectType: 'invoices', properties: ['hs_invoice_date', 'hs_number'], associations: ['companies'] },
];

export const record = (
  id: number,
  properties: Readonly<Record<string, string | null>>,
  associations: Readonly<Record<string, readonly string[]>> = {},
): PortalRecord => ({ id: String(id), properties, associations });

/** Two companies with one record of each type at the first, last touched a day before `NOW`. */
export const SMALL: PortalData['objects'] = {
  companies: [record(1, { name: 'Alder & Sons', hs_csm_sentiment: 'positive' }), record(2, { name: 'Birch Ltd' })],
  contacts: [
    record(12, { firstname: 'Ada', createdate: '2025-02-01T00:00:00Z' }, { companies: ['1'] }),
    record(11, { firstname: 'Ben', createdate: '2025-03-01T00:00:00Z' }, { companies: ['1'] }),
  ],
  deals: [
    record(
      21,
      { amount: '1200.50', createdate: '2025-01-10T09:00:00.250Z', closedate: '2025-02-01', hs_is_closed: 'true' },
      { companies: ['1'] },
    ),
  ],
  tickets: [record(31, { subject: 'No light', createdate: '1735722000000', closed_date: null }, { companies: ['1'] })],
  emails: [
    record(
      41,
      { hs_timestamp: '2025-05-05T10:00:00Z', hs_email_direction: 'INCOMING_EMAIL' },
      { companies: ['1'], contacts: ['12', '11'] },
    ),
  ],
  invoices: [record(51, { hs_number: 'INV-1', hs_invoice_date: '2025-04-01' }, { companies: ['1'] })],
};

export interface PortalRig {
  readonly sandbox: Sandbox;
  readonly client: PortalClient;
  readonly store: PortalStore;
  /** Moves the portal's clock and ours. */
  advance(ms: number): void;
  now(): number;
  sync(options?: Partial<SyncOptions>): Promise<SyncOutcome>;
  state(objectType: ObjectType): Promise<SyncState>;
  /** The versions of a company's record that we hold: their values, oldest first; empty where there is no such link. */
  versions(company: string, objectType: ObjectType, id: string): Promise<readonly (Values | null)[]>;
  facts(): Promise<readonly AccountFacts[]>;
  /** Calls since the last `resetStats`, by method and path without version: "GET objects/deals", "GET properties/deals". */
  calls(): Readonly<Record<string, number>>;
  close(): Promise<void>;
}

let portals = 0;

/** A sandbox portal, its client, and an empty portal in the store. Limits are off; time stands still but for `advance`. */
export async function openPortalRig(
  store: Store,
  objects: PortalData['objects'],
  options: Partial<SandboxOptions> & {
    readonly timeZone?: string;
    readonly extra?: PortalData['extraProperties'];
    readonly labels?: PortalData['associationLabels'];
    readonly pastOf?: PortalData['pastOf'];
  } = {},
): Promise<PortalRig> {
  const { timeZone = 'UTC', extra = {}, labels = [], pastOf, ...sandboxOptions } = options;
  portals += 1;
  let now = NOW;
  const data: PortalData = {
    portalId: 1_000 + portals,
    timeZone,
    companyCurrency: 'EUR',
    takenAt: NOW - DAY_MS,
    objects,
    extraProperties: extra,
    associationLabels: labels,
    ...(pastOf && { pastOf }),
  };
  const sandbox = await startSandbox({ data, limits: 'off', clock: () => now, ...sandboxOptions });
  const { client } = makeUnpacedClient({ baseUrl: sandbox.url, token: async () => sandbox.token, clock: () => now });
  const portal = store.portal(portalId(data.portalId));
  const accounts = async () => (await Array.fromAsync(portal.accounts())).flat();
  return {
    sandbox,
    client,
    store: portal,
    advance: (ms) => {
      now += ms;
    },
    now: () => now,
    sync: (given = {}) =>
      syncPortal({ client, store: portal, plan: PLAN, ownProperties: [], timeZone, clock: () => now, ...given }),
    async state(objectType) {
      const state = await portal.syncState(objectType);
      if (state === undefined) throw new Error(`no sync state of ${objectType}`);
      return state;
    },
    async versions(company, objectType, id) {
      const account = await portal.account(companyId(company));
      const held =
        objectType === 'companies'
          ? account?.company
          : account?.records.find((one) => one.objectType === objectType && one.id === id && one.unlinkedAt === null)
              ?.versions;
      return (held ?? []).map((version) => version.values);
    },
    facts: accounts,
    calls() {
      const named = Object.entries(sandbox.stats().byPath).map(([path, count]) => {
        return [path.replace(/\/crm\/(\w+)\/\d{4}-\d{2}/, '$1'), count] as const;
      });
      return Object.fromEntries(named);
    },
    close: () => sandbox.close(),
  };
}
