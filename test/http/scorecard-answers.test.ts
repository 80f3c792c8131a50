/** What a scorecard offers and warns of beside the score: who may do what, words, marks of the history, an old score, a lost connection. */
import type { Scorecard } from '@account-health/contract';
import { CARD_WORDS } from '@account-health/contract/card-words';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { companyId } from '../../src/ids.ts';
import type { Store } from '../../src/store/open-store.ts';
import { CATALOGUES } from '../../src/wording/make-wording.ts';
import { type CycleRig, MODEL, openCycleRig } from '../jobs/cycle-rig.ts';
import { DAY_MS, NO_FACTS, OVERDUE, PAID, PARTNER } from '../jobs/small-portal.ts';
import { onEachEngine, openTestStore } from '../store/test-store.ts';
import { AS_ADMIN, type SignedService, startSignedService } from './signed-service.ts';

const HOUR_MS = 3_600_000;
const SERVICE = { kind: 'service' } as const;

onEachEngine('beside the score', (engine) => {
  let store: Store;
  let rig: CycleRig;
  let service: SignedService;
  beforeAll(async () => {
    store = await openTestStore(engine);
  });
  afterAll(() => store.close());
  beforeEach(async () => {
    rig = await openCycleRig(store);
    await rig.cycle();
    service = await startSignedService(store, () => rig.now());
  });
  afterEach(async () => {
    service.close();
    await rig.close();
  });

  const read = async (company: string, query = `locale=en&${AS_ADMIN}`): Promise<Scorecard> => {
    const answer = await service.ask(`/api/companies/${company}/scorecard?${query}`, { portalId: rig.store.portalId });
    expect(answer.status).toBe(200);
    return (await answer.json()) as Scorecard;
  };

  test.each(['en', 'it', 'ko', 'ro', 'tr'])('the card’s words, in %s, as the catalogue has them', async (locale) => {
    const { words } = await read(PAID, `locale=${locale}`);
    expect(words).toEqual(
      Object.fromEntries(CARD_WORDS.map((word) => [word, CATALOGUES[locale]?.[`card.word.${word}`]])),
    );
  });

  test('people whom HubSpot names may judge and make tasks; nobody in particular may not', async () => {
    expect((await read(PAID)).you).toEqual({ mayJudge: true, mayMakeTasks: true });
    expect((await read(PAID, 'locale=en')).you).toEqual({ mayJudge: false, mayMakeTasks: false });
  });

  test('what to do about it, where there is no score', async () => {
    const hints = await Promise.all([PAID, NO_FACTS, PARTNER, '424242'].map(async (id) => (await read(id)).hint));
    expect(hints).toEqual([
      null,
      expect.stringMatching(/^The list below/),
      expect.stringMatching(/^Who counts as a customer/),
      null,
    ]);
  });

  test('an overdue invoice calls for a reminder; a partner for nothing', async () => {
    expect((await read(OVERDUE)).nextAction).toMatchObject({ kind: 'payment_reminder', url: null, open: null });
    expect((await read(PARTNER)).nextAction).toBeNull();
  });

  describe('an old score', () => {
    const schedule = async (every: string) =>
      rig.store.changeSetting({
        name: 'schedule',
        value: { every, atHour: 3 },
        fromVersion: 0,
        audit: { at: rig.now(), actor: SERVICE, kind: 'permissions_changed', about: null, before: null, after: null },
      });

    test.each([
      ['hourly', 4],
      ['every_4_hours', 10],
      ['twice_a_day', 26],
      ['daily', 50],
      [null, 26],
    ])('%s: from %i hours on it is told of what day it is', async (every, hours) => {
      if (every !== null) await schedule(every);
      rig.advance(hours * HOUR_MS);
      expect((await read(PAID)).stale).toBeNull();
      rig.advance(1);
      expect((await read(PAID)).stale).toBe(
        'The last score is of Jun 15, 2026: nothing was read since. An admin can see why in the settings of the app.',
      );
      await rig.cycle();
      expect((await read(PAID)).stale).toBeNull();
    });

    test('a company that was rescored since is as old: nothing else of the portal was read', async () => {
      rig.advance(30 * HOUR_MS);
      await rig.store.saveRescored([companyId(PAID)], rig.now());
      expect((await read(PAID)).stale).not.toBeNull();
    });
  });

  test.each(['gone', 'disconnected'] as const)(
    'a portal that is %s: nothing of the company is told, but why, and what to do',
    async (state) => {
      const tokens = { sealedTokens: 'sealed', accessExpiresAt: rig.now() + HOUR_MS };
      await rig.store.install({ at: rig.now(), by: '1', scopes: ['oauth'], ...tokens });
      expect((await read(PAID)).state).toBe('scored');
      await rig.store.leave(state, rig.now());
      const card = await read(PAID, 'locale=it');
      expect(card).toMatchObject({
        state: 'not_connected',
        score: null,
        companyName: null,
        asOf: null,
        explanation: expect.stringMatching(/^L’app non è più collegata/),
        hint: expect.stringMatching(/installandola di nuovo/),
        words: { notConnected: 'Non collegata' },
      });
      expect([card.history, card.receipt, card.dimensions]).toEqual([[], [], []]);
    },
  );

  test('the days on which something else than the account changed its score or status', async () => {
    const judge = (value: 'unhealthy' | null, days: number) =>
      rig.store.addJudgement({
        companyId: companyId(PAID),
        kind: 'override',
        value,
        reason: 'They told us',
        at: rig.now() + days * DAY_MS,
        expiresAt: value === null ? null : rig.now() + 90 * DAY_MS,
        userId: '1',
        userEmail: null,
      } as Parameters<typeof rig.store.addJudgement>[0]);
    await judge('unhealthy', 3);
    await judge(null, 5);
    rig.advance(14 * DAY_MS);
    await rig.cycle({ model: { ...MODEL, version: '99' } });
    rig.advance(14 * DAY_MS);
    const { historyMarks } = await read(PAID);
    await rig.cycle({ model: { ...MODEL, version: '99' } });
    const after = (await read(PAID)).historyMarks;
    expect(historyMarks.map(({ label }) => label)).toContain('Status set by hand: Unhealthy');
    expect(after.map(({ label }) => label)).toEqual([
      'Published from here on; earlier scores were calculated later',
      'Status set by hand: Unhealthy',
      'Status by the score again',
      'Version 99 of the health model',
    ]);
    expect(after.map(({ date }) => date)).toEqual(after.map(({ date }) => date).toSorted());
    expect(after[1]?.date).toBe('2026-06-18');
  });
});
