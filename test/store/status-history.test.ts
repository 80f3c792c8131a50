import { afterAll, beforeAll, expect, it } from 'vitest';
import { companyId, portalId } from '../../src/ids.ts';
import type { NewJudgement } from '../../src/store/judgements.ts';
import type { Store } from '../../src/store/open-store.ts';
import type { PortalStore } from '../../src/store/portal-store.ts';
import type { PublishedScore } from '../../src/store/published-scores.ts';
import { onEachEngine, openTestStore } from './test-store.ts';

const ONE = companyId('1');
const TWO = companyId('2');
const THREE = companyId('3');

onEachEngine('the history of statuses', (engine) => {
  let store: Store;
  let portals = 0;
  beforeAll(async () => {
    store = await openTestStore(engine);
  });
  afterAll(() => store.close());

  const makePortal = (): PortalStore => {
    portals += 1;
    return store.portal(portalId(portals));
  };
  const score = (id = ONE, asOf = 1, status: PublishedScore['status'] = 'healthy', of = 80): PublishedScore => ({
    companyId: id,
    asOf,
    score: of,
    status,
    modelVersion: '1',
  });
  const said = (at: number, value: 'at_risk' | null): NewJudgement => {
    const by = { companyId: ONE, at, userId: '7', userEmail: null, kind: 'override', reason: 'We met' } as const;
    return value === null ? { ...by, value, expiresAt: null } : { ...by, value, expiresAt: 1_000 };
  };

  it('has each change of status, not each score, in the order of time', async () => {
    const portal = makePortal();
    await portal.savePublished([
      score(ONE, 1, 'healthy', 80),
      score(ONE, 2, 'healthy', 79),
      score(ONE, 3, 'at_risk', 50),
      score(ONE, 4, 'at_risk', 49),
      score(ONE, 5, 'healthy', 70),
      score(TWO, 2, 'unknown'),
    ]);
    const histories = await portal.statusHistory([ONE, TWO, companyId('4')], 10);
    expect(Object.fromEntries(histories)).toEqual({
      1: {
        published: [
          { at: 1, status: 'healthy' },
          { at: 3, status: 'at_risk' },
          { at: 5, status: 'healthy' },
        ],
        overrides: [],
      },
      2: { published: [{ at: 2, status: 'unknown' }], overrides: [] },
    });
  });

  it('has what people set, and took back; a pulse is nothing of it', async () => {
    const portal = makePortal();
    await portal.addJudgement(said(10, 'at_risk'));
    await portal.addJudgement(said(20, null));
    await portal.addJudgement({
      ...{ companyId: ONE, at: 15, userId: '7', userEmail: null, reason: 'Nice' },
      ...{ kind: 'pulse', value: 'positive', expiresAt: 1_000 },
    });
    expect((await portal.statusHistory([ONE], 100)).get(ONE)).toEqual({
      published: [],
      overrides: [
        { at: 10, status: 'at_risk', expiresAt: 1_000 },
        { at: 20, status: null, expiresAt: null },
      ],
    });
  });

  it('ends at a moment, and at the portal and the companies asked for', async () => {
    const [portal, other] = [makePortal(), makePortal()];
    await portal.savePublished([score(ONE, 1), score(ONE, 7, 'at_risk'), score(THREE, 1)]);
    await other.savePublished([score(ONE, 1, 'unhealthy')]);
    await portal.addJudgement(said(8, 'at_risk'));
    const histories = await portal.statusHistory([ONE], 6);
    expect([...histories.keys()]).toEqual([ONE]);
    expect(histories.get(ONE)).toEqual({ published: [{ at: 1, status: 'healthy' }], overrides: [] });
    const at = async (moment: number) => (await portal.statusHistory([ONE], moment)).get(ONE);
    expect((await at(7))?.published).toHaveLength(2);
    expect((await at(7))?.overrides).toHaveLength(0);
    expect((await at(8))?.overrides).toHaveLength(1);
    expect(await portal.statusHistory([], 6)).toEqual(new Map());
  });
});
