import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { companyId, portalId } from '../../src/ids.ts';
import { OBJECT_TYPES } from '../../src/scoring/object-types.ts';
import type { Store } from '../../src/store/open-store.ts';
import type { PortalStore } from '../../src/store/portal-store.ts';
import type { PublishedScore } from '../../src/store/published-scores.ts';
import type { SyncState } from '../../src/store/sync-state.ts';
import { onEachEngine, openTestStore } from './test-store.ts';

onEachEngine('a portal’s store', (engine) => {
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
  const one = companyId('1');

  it('keeps the portal’s profile, and lists the portals that have one', async () => {
    const [rome, oslo] = [store.portal(portalId(9_007_199_254_740_991)), makePortal()];
    const profile = { timeZone: 'Europe/Rome', currency: 'EUR', uiDomain: 'app-eu1.hubspot.com' };
    expect(await rome.profile()).toBeUndefined();
    await rome.saveProfile(profile);
    await oslo.saveProfile(profile);
    await oslo.saveProfile({ ...profile, timeZone: 'Europe/Oslo' });
    expect([await rome.profile(), (await oslo.profile())?.timeZone]).toEqual([profile, 'Europe/Oslo']);
    expect(await store.portals()).toEqual([oslo.portalId, rome.portalId]);
  });

  it('keeps the sync state of each object type', async () => {
    const portal = makePortal();
    const state: SyncState = {
      planHash: 'h',
      cursor: {
        startedAt: 1,
        topId: '9',
        since: null,
        unread: [{ above: '9007199254740993', upTo: null }],
        list: { after: null, upTo: '0', beyondId: 0 },
        read: 0,
        expected: 9,
      },
      runningSince: null,
      completeTo: null,
      archived: null,
      reconciledAt: null,
      choice: { properties: ['amount'], missing: ['x'], tellsMerged: true, companiesVia: null, readAt: 2 },
      round: { startedAt: 3, topId: '9', total: 5, after: null, read: 4, held: 4, done: false },
      blocked: { reason: 'scope_missing', scopes: ['tickets'] },
      missingProperties: ['x'],
      firstRecordAt: 1_754_000_000_000,
      filledSince: { amount: 1_754_000_000_000 },
    };
    await portal.saveSyncState('deals', { ...state, planHash: 'older' });
    await portal.saveSyncState('deals', state);
    await portal.saveSyncState('emails', { ...state, cursor: null });
    expect(await portal.syncState('deals')).toEqual(state);
    expect((await portal.syncState('emails'))?.cursor).toBeNull();
    expect(await portal.syncState('tickets')).toBeUndefined();
  });

  it('keeps cycles, and gives the one that finished last', async () => {
    const portal = makePortal();
    const cycle = {
      published: true,
      asOf: 5,
      finishedAt: 30,
      modelName: 'm',
      modelVersion: '1',
      context: { medians: [1, null], ties: 'ü' },
    };
    expect(await portal.latestCycle()).toBeUndefined();
    await portal.saveCycle(cycle);
    await portal.saveCycle({ ...cycle, asOf: 9, finishedAt: 20 });
    expect(await portal.latestCycle()).toEqual(cycle);
    await portal.saveCycle({ ...cycle, context: null });
    expect(await portal.latestCycle()).toEqual({ ...cycle, context: null });
  });

  it('was published since the first finished cycle that published, not since one that died or spoke of the past', async () => {
    const portal = makePortal();
    await portal.savePublished([{ companyId: one, asOf: 5, score: 5, status: 'unhealthy', modelVersion: '1' }]);
    expect(await portal.publishedSince()).toBeUndefined();
    const cycle = { finishedAt: 10, modelName: 'm', modelVersion: '1', context: {} };
    await portal.saveCycle({ ...cycle, asOf: 3, published: false });
    expect(await portal.publishedSince()).toBeUndefined();
    await portal.saveCycle({ ...cycle, finishedAt: 30, asOf: 25, published: true });
    await portal.saveCycle({ ...cycle, finishedAt: 20, asOf: 15, published: true });
    expect(await portal.publishedSince()).toBe(15);
  });

  describe('published scores', () => {
    const score = (asOf: number, change: Partial<PublishedScore> = {}): PublishedScore => ({
      companyId: one,
      asOf,
      score: 50,
      status: 'at_risk',
      modelVersion: '1',
      ...change,
    });

    it('keeps a score when it, its status or its model differs from the one before', async () => {
      const portal = makePortal();
      const kept = [
        score(10),
        score(30, { score: null, status: 'unknown' }),
        score(40, { score: null, status: 'not_customer' }),
        score(50, { score: null, status: 'not_customer', modelVersion: '2' }),
      ];
      for (const entry of [...kept.slice(0, 1), score(20), ...kept.slice(1)]) await portal.savePublished([entry]);
      await portal.savePublished([{ ...score(5), companyId: companyId('2') }]);
      expect(await portal.published(one)).toEqual(kept);
    });

    it('gives every company’s score as it stood at a moment', async () => {
      const portal = makePortal();
      const two = companyId('2');
      const scores = [
        score(10),
        score(30, { score: 60 }),
        score(20, { companyId: two }),
        score(40, { companyId: two, score: null }),
      ];
      await portal.savePublished(scores);
      expect(await portal.publishedAt(9)).toEqual(new Map());
      expect(await portal.publishedAt(29)).toEqual(
        new Map([
          [one, scores[0]],
          [two, scores[2]],
        ]),
      );
      const latest = Number.MAX_SAFE_INTEGER;
      expect(await portal.publishedAt(latest)).toEqual(
        new Map([
          [one, scores[1]],
          [two, scores[3]],
        ]),
      );
      expect(await portal.publishedAt(latest, [two, companyId('3')])).toEqual(new Map([[two, scores[3]]]));
      expect(await portal.publishedAt(latest, [])).toEqual(new Map());
    });

    it('replaces the score of the same moment, and compares within one call', async () => {
      const portal = makePortal();
      await portal.savePublished([score(20), score(10), score(10, { score: 49 }), score(30)]);
      expect(await portal.published(one)).toEqual([score(10, { score: 49 }), score(20)]);
      await portal.savePublished([score(20, { score: 51 })]);
      expect(await portal.published(one)).toEqual([score(10, { score: 49 }), score(20, { score: 51 })]);
      // Back to what the score before it was: still the later word on that moment.
      await portal.savePublished([score(20, { score: 49 })]);
      expect((await portal.published(one)).map((entry) => entry.score)).toEqual([49, 49]);
      await portal.savePublished([score(60, { score: 1 }), score(50, { score: 1 })]);
      expect((await portal.published(one)).map((entry) => entry.asOf)).toEqual([10, 20, 50]);
    });
  });

  it('keeps what HubSpot shows, property by property', async () => {
    const portal = makePortal();
    const two = companyId('2');
    await portal.saveShown([
      { companyId: one, values: { score: '50', status: 'at_risk' } },
      { companyId: one, values: { score: '51' } },
      { companyId: two, values: { score: null } },
    ]);
    await portal.saveShown([{ companyId: one, values: { status: null } }]);
    await portal.saveShown([]);
    expect(await portal.shown([one, two, companyId('3')])).toEqual(
      new Map([
        [one, { score: '51', status: null }],
        [two, { score: null }],
      ]),
    );
    expect(await portal.shown([])).toEqual(new Map());
    const many = Array.from({ length: 500 }, (_, index) => companyId(String(1_000 + index)));
    for (let round = 0; round < 20; round++) {
      const rows = (by: string) => many.map((id) => ({ companyId: id, values: { [by]: String(round) } }));
      await Promise.all([portal.saveShown(rows('score')), portal.saveShown(rows('status').toReversed())]);
    }
    expect(new Set([...(await portal.shown(many)).values()].map((values) => JSON.stringify(values)))).toEqual(
      new Set(['{"score":"19","status":"19"}']),
    );
  });

  it('forgets what HubSpot shows for properties that are gone, of this portal alone', async () => {
    const [portal, other] = [makePortal(), makePortal()];
    for (const each of [portal, other]) {
      await each.saveShown([{ companyId: one, values: { score: '50', status: 'at_risk', coverage: '9' } }]);
    }
    await portal.forgetShown(['score', 'coverage', 'never_shown']);
    await portal.forgetShown([]);
    expect(await portal.shown([one])).toEqual(new Map([[one, { status: 'at_risk' }]]));
    expect((await other.shown([one])).get(one)).toEqual({ score: '50', status: 'at_risk', coverage: '9' });
  });

  it('finds companies by any part of their latest name, by name', async () => {
    const portal = makePortal();
    const names = ['Élan', 'zeta 50%', 'Alpha_1', 'alphaX1', 'back\\slash', null, 'Alpha gone'];
    const named = names.map((_, index) => ({
      id: String(index),
      effectiveAt: 5,
      values: { name: 'old alpha' as string | null },
    }));
    await portal.saveRecords('companies', named, 10);
    await portal.saveRecords(
      'companies',
      named.map((company, index) => ({ ...company, values: { name: names[index] ?? null } })),
      11,
    );
    await portal.endRecords('companies', [{ id: '6', effectiveAt: 6 }], 12);
    const find = async (text: string, limit = 10) =>
      (await portal.findCompanies(text, limit)).map((company) => company.name);
    expect(await find('ALPHA')).toEqual(['Alpha_1', 'alphaX1']);
    expect(await find('a_1')).toEqual(['Alpha_1']);
    expect(await find('50%')).toEqual(['zeta 50%']);
    expect(await find('k\\s')).toEqual(['back\\slash']);
    expect(await find('éLAN')).toEqual(['Élan']);
    expect(await find('')).toEqual(['Alpha_1', 'alphaX1', 'back\\slash', 'zeta 50%', 'Élan', null]);
    expect(await find('', 2)).toEqual(['Alpha_1', 'alphaX1']);
  });

  it('tells the days on which each owner’s mail was logged', async () => {
    const portal = makePortal();
    const day = 86_400_000;
    const email = (id: string, owner: string | null, at: number | null) => ({
      id,
      effectiveAt: 5,
      values: { hubspot_owner_id: owner, hs_timestamp: at },
      companyIds: [],
    });
    const rows = [
      email('1', 'a', 20 * day),
      email('2', 'a', 3 * day - 1),
      email('3', 'a', 3 * day - 2),
      email('4', 'b', day),
    ];
    await portal.saveRecords('emails', [...rows, email('5', null, day), email('6', 'c', null)], 10);
    await portal.endRecords('emails', [{ id: '4', effectiveAt: 6 }], 11);
    expect(await portal.loggedDays('emails')).toEqual(
      new Map([
        ['a', [2, 20]],
        ['b', [1]],
      ]),
    );
  });

  it('and their calls, apart from mail; a call that ended in HubSpot was logged all the same', async () => {
    const portal = makePortal();
    const day = 86_400_000;
    const logged = (id: string, owner: string | null, at: number | null) => ({
      id,
      effectiveAt: 5,
      values: { hubspot_owner_id: owner, hs_timestamp: at, hs_call_direction: 'OUTBOUND' },
      companyIds: [],
    });
    const calls = [logged('1', 'a', 7 * day), logged('2', 'b', 9 * day - 1), logged('3', 'b', day)];
    await portal.saveRecords('calls', [...calls, logged('4', null, day), logged('5', 'c', null)], 10);
    await portal.saveRecords('emails', [logged('6', 'a', 2 * day)], 10);
    await portal.endRecords('calls', [{ id: '2', effectiveAt: 6 }], 11);
    expect(await portal.loggedDays('calls')).toEqual(
      new Map([
        ['a', [7]],
        ['b', [1, 8]],
      ]),
    );
    expect(await portal.loggedDays('emails')).toEqual(new Map([['a', [2]]]));
  });

  it('shows one portal nothing of another', async () => {
    const [full, empty] = [makePortal(), makePortal()];
    await full.saveRecords('companies', [{ id: '1', effectiveAt: 5, values: { name: 'One' } }], 10);
    const email = { id: 'e', effectiveAt: 5, values: { hubspot_owner_id: 'a', hs_timestamp: 5 }, companyIds: ['1'] };
    await full.saveRecords('emails', [email], 10);
    await full.saveShown([{ companyId: one, values: { score: '5' } }]);
    await full.savePublished([{ companyId: one, asOf: 5, score: 5, status: 'unhealthy', modelVersion: '1' }]);
    await full.saveCycle({ asOf: 5, published: true, finishedAt: 6, modelName: 'm', modelVersion: '1', context: {} });
    await full.saveSyncState('deals', {} as SyncState);

    expect(await empty.endRecords('companies', [{ id: '1', effectiveAt: 7 }], 11)).toEqual({ changed: 0 });
    // The same company id in the other portal is another company.
    expect(await empty.saveRecords('companies', [{ id: '1', effectiveAt: 5, values: { name: 'One' } }], 10)).toEqual({
      changed: 1,
    });
    expect((await empty.account(one))?.records).toEqual([]);
    await empty.saveRecords('emails', [{ ...email, companyIds: [] }], 12);
    expect((await full.account(one))?.records[0]?.unlinkedAt).toBeNull();
    expect((await full.account(one))?.company).toHaveLength(1);
    const none = store.portal(portalId(1_000_000));
    const seen = [
      none.profile(),
      none.latestCycle(),
      none.publishedSince(),
      none.syncState('deals'),
      none.account(one),
    ];
    expect(await Promise.all(seen)).toEqual(seen.map(() => undefined));
    expect(await none.countRecords()).toEqual(Object.fromEntries(OBJECT_TYPES.map((type) => [type, 0])));
    expect([await none.published(one), await none.findCompanies('', 9), [...(await none.shown([one]))]]).toEqual([
      [],
      [],
      [],
    ]);
    expect([...(await none.loggedDays('emails')), ...(await none.loggedDays('calls'))]).toEqual([]);
  });
});
