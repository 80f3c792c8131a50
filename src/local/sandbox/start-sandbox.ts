/**
 * A HubSpot portal on localhost: the same dated paths, limits, answers and refusals, over content given as plain data.
 * As strict as HubSpot, never kinder. State lives in memory and ends with `close`.
 */
import { createServer } from 'node:http';
import { InputError } from '../../errors.ts';
import { type BudgetLimits, makeCallBudgets } from './call-budget.ts';
import { makePortalEvents } from './events.ts';
import { type FaultPlan, makeFaults } from './faults.ts';
import { makeTokens, type OAuthApp } from './oauth.ts';
import type { ListCursor } from './objects-list.ts';
import type { PortalData } from './portal-data.ts';
import { makePortalHandle, type SandboxPortal } from './portal-handle.ts';
import { makePortalState } from './portal-state.ts';
import { type AccountParts, makeRequestListener } from './server.ts';
import { makeCallStats, type SandboxStats } from './stats.ts';
import { type DeliveryCounts, makeWebhookDelivery, type WebhookOptions } from './webhook-delivery.ts';

export interface SandboxOptions {
  readonly data: PortalData;
  /** Further accounts of this HubSpot, each with content, budgets and installations of its own. */
  readonly otherAccounts?: readonly PortalData[];
  /** 0 (the default) takes a free one. */
  readonly port?: number;
  /** Private-app tokens that are accepted; default: one, which `Sandbox.token` gives. */
  readonly tokens?: readonly string[];
  /** The public app that may be installed; without it the OAuth paths know no client. */
  readonly oauthApp?: OAuthApp;
  /** Scopes that the portal can grant; default: all that the sandbox knows. */
  readonly scopes?: readonly string[];
  /** Object types, by their plurals, that the portal does not have, as with a Hub that it has not bought. */
  readonly withoutTypes?: readonly string[];
  readonly limits?: BudgetLimits | 'off';
  /** Custom properties allowed per object type; default 1,000 (HubSpot's free accounts: 10). */
  readonly customPropertyLimit?: number;
  /** Lists that HubSpot keeps up to date, as many as the account's tier allows; default 1,000. */
  readonly dynamicListLimit?: number;
  /** How long search goes on showing a record as it was before a change; default 0. */
  readonly indexingLagMs?: number;
  /** Associations of one record in one page, inline or in a batch read; default 100. */
  readonly associationPageSize?: number;
  /** What a list's cursor is made of; default: opaque, which is all that HubSpot's docs promise. */
  readonly listCursor?: ListCursor;
  /** Added to every answer; default 0. */
  readonly latencyMs?: number;
  readonly faults?: FaultPlan;
  /** Where the portal's events are sent, signed; default: nowhere. */
  readonly webhooks?: WebhookOptions;
  /**
   * Ms since 1970 UTC, for last-modified dates, token expiry and budgets alike: it must advance, or a used-up budget
   * never fills again. Default: the machine's clock.
   */
  readonly clock?: () => number;
}

export interface Sandbox {
  /** Base address without a trailing slash: what HUBSPOT_API_URL takes. */
  readonly url: string;
  /** The first accepted private-app token. */
  readonly token: string;
  /** Changes the portal's content behind HubSpot's back, as its users would. */
  readonly portal: SandboxPortal;
  /** The same of every account, `portal` first. */
  readonly portals: readonly SandboxPortal[];
  stats(): SandboxStats;
  resetStats(): void;
  /** Replaces the faults that are planned; `'none'` ends them. */
  setFaults(plan: FaultPlan | 'none'): void;
  /** Once every event so far was taken at the webhooks' address or given up: how many of each, since the start. */
  webhooksSettled(): Promise<DeliveryCounts>;
  close(): Promise<void>;
}

/** Throws InputError where the port is taken or not allowed, or where a record's id is no number. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const clock = options.clock ?? Date.now;
  const privateTokens = options.tokens ?? ['local-portal-token'];
  const { oauthApp: app, scopes } = options;
  const tokens = makeTokens({ clock, privateTokens, app, scopes, portalId: options.data.portalId });
  const delivery = options.webhooks && makeWebhookDelivery(options.webhooks, clock);
  const accounts = [options.data, ...(options.otherAccounts ?? [])].map((data): AccountParts => {
    const state = makePortalState({
      data,
      clock,
      withoutTypes: options.withoutTypes ?? [],
      indexingLagMs: options.indexingLagMs ?? 0,
      associationPageSize: options.associationPageSize ?? 100,
      listCursor: options.listCursor ?? 'opaque',
      customPropertyLimit: options.customPropertyLimit ?? 1000,
      dynamicListLimit: options.dynamicListLimit ?? 1000,
    });
    const events = makePortalEvents(state);
    if (delivery) events.listen(delivery.push);
    return {
      state,
      events,
      budgets: makeCallBudgets({ limits: options.limits ?? {}, clock, timeZone: data.timeZone }),
    };
  });
  const portals = accounts.map(({ state, events }) => makePortalHandle(state, tokens, events));
  const [portal] = portals;
  if (portal === undefined) throw new Error('A sandbox has one account at least.');
  const stats = makeCallStats(clock);
  const faults = makeFaults(options.faults ?? {});
  const server = createServer(
    makeRequestListener({
      accounts: new Map(accounts.map((account) => [account.state.data.portalId, account])),
      tokens,
      stats,
      faults,
      latencyMs: options.latencyMs ?? 0,
    }),
  );
  // Longer than any client keeps an idle connection: closing first would look like a reset that nobody planned.
  server.keepAliveTimeout = 60_000;
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, options.port ?? 0)));
    server.listen(options.port ?? 0, '127.0.0.1', () => {
      const address = server.address();
      resolve(address !== null && typeof address === 'object' ? address.port : 0);
    });
  });
  return {
    url: `http://127.0.0.1:${port}`,
    token: privateTokens[0] ?? '',
    portal,
    portals,
    stats: stats.read,
    resetStats: stats.reset,
    webhooksSettled: async () => (await delivery?.settled()) ?? { delivered: 0, lost: 0 },
    setFaults: (plan) => faults.set(plan === 'none' ? {} : plan),
    close: () =>
      new Promise<void>((resolve) => {
        delivery?.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listenError(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') return new InputError(`Port ${port} is in use. Choose another with --port.`);
  if (error.code === 'EACCES') return new InputError(`Port ${port} is not allowed. Choose one above 1023 with --port.`);
  return error;
}
