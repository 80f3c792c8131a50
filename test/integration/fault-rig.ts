import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { makePortalClient } from '../../src/hubspot/make-portal-client.ts';
import { portalId } from '../../src/ids.ts';
import { makeRandom } from '../../src/local/sandbox/generate/prng.ts';
import type { Sandbox, SandboxOptions } from '../../src/local/sandbox/start-sandbox.ts';
import type { Store } from '../../src/store/open-store.ts';
import type { PortalStore } from '../../src/store/portal-store.ts';
import { type SyncOptions, type SyncOutcome, syncPortal } from '../../src/sync/sync-portal.ts';
import { READING, SYNC_AT, startHardPortal } from './hard-portal.ts';
import { makePatientTime, type PatientTime } from './patient-time.ts';

/** A call as the portal saw it, at its own time. */
export interface SeenCall {
  /** Method and path, without the query. */
  readonly name: string;
  readonly at: number;
  answered?: { readonly at: number; readonly status: number };
}

export interface FaultRig {
  readonly sandbox: Sandbox;
  readonly store: PortalStore;
  readonly time: PatientTime;
  /** In the order in which they came. */
  readonly calls: readonly SeenCall[];
  sync(options?: Partial<SyncOptions>): Promise<SyncOutcome>;
  close(): Promise<void>;
}

/** What a stall takes of the test's own time: longer than any answer that comes. */
const TIMEOUT_MS = 1_000;

/** Low enough to be used up by a portal this small. */
export const LIMITS = { general: 30, associations: 30, search: 5 } as const;

let portals = 0;

/** A portal of 4,000 records with low call limits, and an empty store. Time passes only where both wait. */
export async function openFaultRig(store: Store, options: Partial<SandboxOptions> = {}): Promise<FaultRig> {
  const calls: SeenCall[] = [];
  const underWay = new Set<unknown>();
  const time = makePatientTime(SYNC_AT, () => underWay.size > 0);
  portals += 1;
  const portal = store.portal(portalId(portals));
  const sandbox = await startHardPortal(20, { limits: LIMITS, ...options, clock: time.clock });
  const { port } = new URL(sandbox.url);

  function arrived(message: unknown): void {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    if (String(request.socket.localPort) !== port) return;
    const call: SeenCall = { name: `${request.method} ${request.url?.split('?')[0]}`, at: time.clock() };
    calls.push(call);
    response.once('finish', () => {
      call.answered = { at: time.clock(), status: response.statusCode };
    });
  }
  function sent(message: unknown): void {
    const { request } = message as { request: { readonly origin: string } };
    if (request.origin === sandbox.url) underWay.add(request);
  }
  const ended = (message: unknown) => void underWay.delete((message as { request: unknown }).request);
  // Of the server, and of the client that fetch is.
  const channels = [
    ['http.server.request.start', arrived],
    ['undici:request:create', sent],
    ['undici:request:trailers', ended],
    ['undici:request:error', ended],
  ] as const;
  for (const [name, listener] of channels) subscribe(name, listener);

  const client = makePortalClient({
    token: async () => sandbox.token,
    baseUrl: sandbox.url,
    clock: time.clock,
    sleep: time.sleep,
    random: makeRandom(3).next,
    timeoutMs: TIMEOUT_MS,
    budgets: {
      general: { calls: LIMITS.general, windowMs: 10_000 },
      associations: { calls: LIMITS.associations, windowMs: 10_000 },
    },
  });
  return {
    sandbox,
    store: portal,
    time,
    calls,
    sync: (given = {}) => time.run(syncPortal({ ...READING, client, store: portal, clock: time.clock, ...given })),
    close() {
      for (const [name, listener] of channels) unsubscribe(name, listener);
      return sandbox.close();
    },
  };
}
