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
});
