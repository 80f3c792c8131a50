import { afterAll, beforeAll, expect, test } from 'vitest';
import { disconnectPortal } from '../../src/jobs/disconnect-portal.ts';
import { refreshPortal } from '../../src/jobs/refresh-portal.ts';
import { ALL_SCOPES } from '../../src/local/sandbox/object-types.ts';
import type { Actor } from '../../src/store/audit-log.ts';
import type { Store } from '../../src/store/open-store.ts';
import { openTestStore } from '../store/test-store.ts';
import { MODEL } from './cycle-rig.ts';
import { openInstalledRig } from './installed-rig.ts';
import { NO_FACTS, OVERDUE, PAID } from './small-portal.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

/** An installed portal whose scores were written. */
async function open() {
  const { sandbox, portal, oauth, clock, tokenOf, clientOf } = await openInstalledRig(store);
  const token = tokenOf(portal);
  const client = clientOf(token);
  await refreshPortal({ client, store, model: MODEL, language: 'en', clock });
  sandbox.resetStats();
  return {
    sandbox,
    portal,
    held: async () => [await portal.profile(), await portal.installation(), await portal.heldIds('deals', null, 10)],
    shown: (id: string) => {
      const { properties = {} } = sandbox.portal.record('companies', id) ?? {};
      return Object.entries(properties).filter(([name, value]) => name.startsWith('account_health_') && value);
    },
    disconnect: (clearValues: boolean, by: Actor = { kind: 'service' }) =>
      disconnectPortal({ client, store: portal, oauth, token, clock }, { clearValues, by }),
  };
}

const NOTHING = [undefined, undefined, []];

test('blanks what was written where asked, tells HubSpot, and erases all but the model', async () => {
  const { sandbox, portal, held, shown, disconnect } = await open();
  expect(shown(PAID).length).toBeGreaterThan(0);
  expect(await disconnect(true)).toEqual({ state: 'disconnected', cleared: 3 });
  for (const id of [PAID, OVERDUE, NO_FACTS]) expect(shown(id)).toEqual([]);
  expect(sandbox.stats().byPath).toMatchObject({ 'DELETE /appinstalls/2026-03/external-install': 1 });
  expect(await held()).toEqual(NOTHING);
  expect(await portal.model(MODEL.name, MODEL.version)).toBeDefined();
});

test('leaves what was written where that is not asked', async () => {
  const { held, shown, disconnect } = await open();
  const before = shown(PAID);
  expect(await disconnect(false)).toEqual({ state: 'disconnected', cleared: 0 });
  expect(shown(PAID)).toEqual(before);
  expect(await held()).toEqual(NOTHING);
});

test('erases a portal that had removed the app by itself', async () => {
  const { sandbox, held, disconnect } = await open();
  sandbox.portal.uninstall();
  await disconnect(true);
  expect(await held()).toEqual(NOTHING);
});

test('keeps everything where HubSpot does not answer: it can be done again', async () => {
  const { sandbox, portal, held, disconnect } = await open();
  const before = await held();
  sandbox.setFaults({ queue: [{ kind: '503', times: 1_000 }] });
  await expect(disconnect(false)).rejects.toThrow();
  expect(await held()).toEqual(before);
  expect(await portal.installation()).toMatchObject({ state: 'installed' });
  sandbox.setFaults('none');
  await disconnect(false);
  expect(await held()).toEqual(NOTHING);
});

test('where HubSpot does not let companies be blanked, nothing else is done, and asking again finishes it', async () => {
  const { sandbox, portal, shown, disconnect } = await open();
  sandbox.portal.setScopes(ALL_SCOPES.filter((scope) => scope !== 'crm.objects.companies.write'));
  expect(await disconnect(true)).toEqual({ state: 'not_cleared', failed: 3 });
  expect(await portal.installation()).toMatchObject({ state: 'installed' });
  sandbox.portal.setScopes(ALL_SCOPES);
  expect(await disconnect(true)).toEqual({ state: 'disconnected', cleared: 3 });
  expect(shown(PAID)).toEqual([]);
});

test('afterwards nothing is held but the models and who did it, without their address', async () => {
  const { portal, disconnect } = await open();
  await disconnect(false, { kind: 'user', userId: '7', email: 'ada@example.com' });
  expect(Object.keys(await portal.countRows()).toSorted()).toEqual(['audit_entry', 'model']);
  expect(await portal.auditEntries({ below: null, limit: 9 })).toMatchObject([
    { kind: 'app_disconnected', actor: { kind: 'user', userId: '7', email: null }, after: { cleared: false } },
  ]);
});
