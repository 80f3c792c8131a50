import { expect, onTestFinished, test } from 'vitest';
import { type PortalId, portalId } from '../../src/ids.ts';
import { forgetGone, GRACE_MS } from '../../src/jobs/forget-gone.ts';
import { onEachEngine, openTestStore } from '../store/test-store.ts';

const AT = Date.UTC(2026, 5, 15);

onEachEngine('what is held of portals that removed the app', (engine) => {
  test('is erased after the grace, but for the model; who has the app, or removed it lately, keeps all', async () => {
    const store = await openTestStore(engine);
    onTestFinished(() => store.close());
    const ids = { installed: 1, lately: 2, longAgo: 3, disconnected: 4 } as const;
    const seenAt = AT - 1;
    for (const id of Object.values(ids)) {
      const portal = store.portal(portalId(id));
      await portal.saveProfile({ timeZone: 'UTC', currency: 'EUR', uiDomain: 'app.hubspot.com' });
      await portal.saveModel('model', '1', { kept: true }, { at: seenAt, by: { kind: 'service' } });
      await portal.install({ at: seenAt, by: '1', scopes: [], sealedTokens: 'x', accessExpiresAt: AT });
    }
    const of = (id: number) => store.portal(portalId(id));
    await of(ids.lately).leave('gone', AT + 1);
    await of(ids.longAgo).leave('gone', AT);
    await of(ids.disconnected).leave('disconnected', AT + GRACE_MS - 1);
    const job = { store, clock: () => AT + GRACE_MS, log: { info: () => {} } };
    expect(await forgetGone(job)).toBe(2);
    const held = async (id: PortalId) => (await store.portal(id).profile()) !== undefined;
    const whose = await Promise.all(Object.entries(ids).map(async ([name, id]) => [name, await held(portalId(id))]));
    expect(Object.fromEntries(whose)).toEqual({ installed: true, lately: true, longAgo: false, disconnected: false });
    expect(await of(ids.longAgo).model('model', '1')).toEqual({ kept: true });
    expect(await forgetGone(job)).toBe(0);
  });
});
