/** The routes about a portal's model, of a service on an engine: with a portal of its own for each test. */

import type { ModelState } from '@account-health/contract/model';
import { afterAll, beforeAll, beforeEach, onTestFinished } from 'vitest';
import { NO_WORK } from '../../src/http/portal-work.ts';
import { type PortalId, portalId } from '../../src/ids.ts';
import type { Store } from '../../src/store/open-store.ts';
import type { PortalStore } from '../../src/store/portal-store.ts';
import { type Engine, openTestStore } from '../store/test-store.ts';
import { AS_ADMIN, type SignedService, startSignedService } from './signed-service.ts';

/** When a test begins, ms; each request comes a millisecond later. */
export const NOW = Date.parse('2026-06-15T12:00:00Z');

/** A change of a dimension's weight. */
export const weigh = (weight: unknown, dimension = 'billing') => ({
  kind: 'edits',
  edits: [{ path: ['dimensions', dimension, 'weight'], value: weight }],
});

type Answer<T> = { status: number; body: T & { error?: string } };

/** To be called where tests are described. */
export function modelRig(engine: Engine) {
  let store: Store;
  let portal: PortalStore;
  let service: SignedService;
  let now: number;
  let anew: PortalId[];
  let portals = 0;
  beforeAll(async () => {
    store = await openTestStore(engine);
  });
  afterAll(() => store.close());
  beforeEach(async () => {
    portals += 1;
    now = NOW;
    anew = [];
    portal = store.portal(portalId(portals));
    await portal.saveProfile({ timeZone: 'Europe/Rome', currency: 'EUR', uiDomain: 'app.hubspot.com' });
    service = await startSignedService(store, () => now, undefined, undefined, {
      work: { ...NO_WORK, cycleAnew: (id) => void anew.push(id) },
    });
    onTestFinished(service.close);
  });

  async function ask<T = ModelState>(method: string, path: string, body?: unknown, as = AS_ADMIN): Promise<Answer<T>> {
    now += 1;
    const joined = `/api/settings/model${path}${path.includes('?') ? '&' : '?'}${as}`;
    const signedBody = body === undefined ? '' : JSON.stringify(body);
    const answer = await service.ask(joined, { method, signedBody, portalId: portal.portalId });
    return { status: answer.status, body: (await answer.json()) as T & { error?: string } };
  }
  return {
    ask,
    look: async (query = '') => (await ask('GET', query)).body,
    change: (revision: number, what: unknown) => ask('PUT', '/draft', { revision, change: what }),
    publish: (revision: number) => ask('POST', '/publish', { revision }),
    get portal() {
      return portal;
    },
    /** When the last request came. */
    get now() {
      return now;
    },
    /** The portals that a cycle was begun for. */
    get anew(): readonly PortalId[] {
      return anew;
    },
  };
}
