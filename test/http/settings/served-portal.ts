/** A portal over a sandbox with everything that routes have done for it, and the signed requests of its people. */
import { onTestFinished } from 'vitest';
import type { PortalClient } from '../../../src/hubspot/portal-client.ts';
import { makePortalWork } from '../../../src/jobs/portal-work.ts';
import type { WorkOptions } from '../../../src/jobs/work-options.ts';
import type { PortalData } from '../../../src/local/sandbox/portal-data.ts';
import type { SandboxOptions } from '../../../src/local/sandbox/start-sandbox.ts';
import type { Model } from '../../../src/scoring/model.ts';
import type { Store } from '../../../src/store/open-store.ts';
import { type CycleRig, MODEL, openCycleRig } from '../../jobs/cycle-rig.ts';
import { type SignedService, startSignedService } from '../signed-service.ts';

/** A super admin, a manager once they are named, and somebody else. */
const USERS = [
  { id: '1', email: 'admin@portal.example', superAdmin: true },
  { id: '2', email: 'rep@portal.example' },
] as const;
const AS = {
  admin: 'userId=1&userEmail=admin%40portal.example',
  rep: 'userId=2&userEmail=rep%40portal.example',
  nobody: '',
} as const;

export interface Asked<T> {
  readonly status: number;
  readonly body: T;
}

export interface ServedPortal {
  readonly rig: CycleRig;
  readonly service: SignedService;
  /** Those for which a cycle was asked for at once. */
  readonly cycled: readonly number[];
  /** Has the service forget the portal, as where it is served no more. */
  forget(): void;
  ask<T>(method: string, path: string, options?: { as?: keyof typeof AS; body?: unknown }): Promise<Asked<T>>;
}

/** `client`: stands in for the portal's own; null: the portal is not served here. It ends with the test. */
export async function openServedPortal(
  store: Store,
  given: {
    readonly data?: Partial<PortalData>;
    readonly sandbox?: Partial<SandboxOptions>;
    readonly language?: string;
    readonly model?: Model;
    readonly client?: (own: PortalClient) => PortalClient | null;
    readonly work?: Partial<WorkOptions>;
  } = {},
): Promise<ServedPortal> {
  const { language = 'en', model = MODEL, client: change = (own: PortalClient) => own } = given;
  const rig = await openCycleRig(store, { users: USERS, ...given.data }, given.sandbox);
  onTestFinished(() => rig.close());
  const cycled: number[] = [];
  let asked = 0;
  const client = change(rig.client) ?? undefined;
  const work = makePortalWork({
    store,
    clientOf: () => client,
    cycleAnew: (portal) => void cycled.push(portal),
    reschedule: async () => {},
    nextCycles: () => [],
    host: 'api.hubapi.com',
    schedule: '15 * * * *',
    model,
    language,
    clock: rig.now,
    ...given.work,
  });
  const readUser = (_portal: unknown, id: string) => rig.client.user(id);
  const service = await startSignedService(store, rig.now, undefined, undefined, { readUser, work });
  onTestFinished(service.close);
  return {
    rig,
    service,
    cycled,
    forget: () => work.forget(rig.store.portalId),
    async ask<T>(method: string, path: string, { as = 'admin', body }: { as?: keyof typeof AS; body?: unknown } = {}) {
      asked += 1;
      // Each is a request of its own: the same signature would get the answer of the first.
      const query = [AS[as], `n=${asked}`].filter((part) => part !== '').join('&');
      const joined = `${path}${path.includes('?') ? '&' : '?'}${query}`;
      const signedBody = body === undefined ? '' : JSON.stringify(body);
      const answer = await service.ask(joined, { method, signedBody, portalId: rig.store.portalId });
      return { status: answer.status, body: (await answer.json()) as T };
    },
  };
}
