import { expect, it } from 'vitest';
import { companyId } from '../../src/ids.ts';
import { freshPortals, onEachEngine } from './test-store.ts';

onEachEngine('a stamp', (engine) => {
  const makePortal = freshPortals(engine);

  it('is another one after an erasure: what was computed before is not shown any more', async () => {
    const portal = makePortal();
    const company = companyId('1');
    await portal.saveProfile({ timeZone: 'UTC', currency: 'EUR', uiDomain: 'app.hubspot.com' });
    const before = await portal.stamp(company);
    expect(await portal.stamp(company)).toEqual(before);
    await portal.erase();
    const after = await portal.stamp(company);
    expect([after.portal === before.portal, after.company === before.company]).toEqual([false, false]);
  });

  it('is another one after the portal let the app in, and after it put it out', async () => {
    const portal = makePortal();
    const before = await portal.stamp();
    await portal.install({ at: 1, by: null, scopes: [], sealedTokens: 'sealed', accessExpiresAt: 2 });
    const installed = await portal.stamp();
    await portal.leave('gone', 3);
    const gone = await portal.stamp();
    expect(new Set([before.portal, installed.portal, gone.portal]).size).toBe(3);
    expect(new Set([before.company, installed.company, gone.company]).size).toBe(3);
  });
});
