/** The health of the companies behind a deal, ticket or contact. */
import type { Scorecard } from '@account-health/contract';
import { RECORD_CARD_WORDS, type RecordHealth } from '@account-health/contract/card';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { companyId } from '../../src/ids.ts';
import { DEFAULT_PERMISSIONS } from '../../src/permissions/permissions.ts';
import type { Store } from '../../src/store/open-store.ts';
import { CATALOGUES } from '../../src/wording/make-wording.ts';
import { type CycleRig, MODEL, openCycleRig } from '../jobs/cycle-rig.ts';
import {
  AWKWARD_NAME,
  DAY_MS,
  NO_FACTS,
  OVERDUE,
  PAID,
  PARTNER,
  PROSPECT,
  SMALL_PORTAL,
} from '../jobs/small-portal.ts';
import { onEachEngine, openTestStore } from '../store/test-store.ts';
import { AS_ADMIN, type SignedService, startSignedService } from './signed-service.ts';

/** A ticket of everybody's. */
const SHARED = '39';
const OF_PARTNER = '38';
const objects = {
  ...SMALL_PORTAL.objects,
  tickets: [
    ...(SMALL_PORTAL.objects.tickets ?? []),
    ...[
      { id: SHARED, companies: [PARTNER, PAID, NO_FACTS, OVERDUE, PROSPECT] },
      { id: OF_PARTNER, companies: [PARTNER] },
    ].map(({ id, companies }) => ({
      id,
      properties: {
        subject: 'A lamp',
        createdate: '2026-06-01T10:00:00Z',
        hs_is_closed: 'true',
        closed_date: '2026-06-01T11:00:00Z',
      },
      associations: { companies },
    })),
  ],
};

onEachEngine('the health behind a record', (engine) => {
  let store: Store;
  let rig: CycleRig;
  let service: SignedService;

  const ask = (path: string, as = AS_ADMIN, portalId: number = rig.store.portalId) =>
    service.ask(`/api/records/${path}${path.includes('?') ? '&' : '?'}${as}`, { portalId });
  const read = async (path: string, as?: string): Promise<RecordHealth> => {
    const answer = await ask(path, as);
    expect(answer.status).toBe(200);
    return (await answer.json()) as RecordHealth;
  };
  const card = async (company: string, as = AS_ADMIN): Promise<Scorecard> =>
    (
      await service.ask(`/api/companies/${company}/scorecard?${as}`, { portalId: rig.store.portalId })
    ).json() as Promise<Scorecard>;

  beforeAll(async () => {
    store = await openTestStore(engine);
    rig = await openCycleRig(store, { objects });
    await rig.cycle();
    service = await startSignedService(store, () => rig.now());
  });
  afterAll(async () => {
    service.close();
    await rig.close();
    await store.close();
  });

  test.each(['deals/22', 'tickets/31', 'contacts/12'])('%s: its company, as its own card tells it', async (record) => {
    const own = await card(OVERDUE);
    const dearest = own.receipt.toSorted((a, b) => b.pointsLost - a.pointsLost)[0];
    expect(await read(`${record}/health`)).toEqual({
      locale: 'en',
      asOf: own.asOf,
      timeZone: 'Europe/Rome',
      companies: [
        {
          id: OVERDUE,
          name: AWKWARD_NAME,
          url: `https://app.hubspot.com/contacts/${rig.store.portalId}/record/0-2/${OVERDUE}`,
          state: 'scored',
          score: own.score,
          status: 'unhealthy',
          change30d: own.change30d,
          text: dearest?.evidence ?? '',
          overridden: false,
        },
      ],
      moreCompanies: 0,
      title: null,
      explanation: null,
      stale: null,
      words: Object.fromEntries(
        RECORD_CARD_WORDS.map((word) => [word, CATALOGUES.en?.[`card.word.${word}`] ?? '']),
      ) as RecordHealth['words'],
    } satisfies RecordHealth);
  });

  test('of several the lowest score comes first, and three are told', async () => {
    const { companies, moreCompanies } = await read(`tickets/${SHARED}/health?locale=it`);
    expect(companies.map(({ id, state }) => [id, state])).toEqual([
      [OVERDUE, 'scored'],
      [PAID, 'scored'],
      [NO_FACTS, 'unknown'],
    ]);
    expect(moreCompanies).toBe(2);
    expect(companies[2]?.text).toMatch(/^Di questo cliente/);
  });

  test('a company that is no customer says why', async () => {
    const { companies } = await read(`tickets/${OF_PARTNER}/health`);
    expect(companies).toMatchObject([
      { state: 'not_customer', status: null, score: null, text: 'Not scored: this company is a partner.' },
    ]);
  });

  test.each(['deals/424242', 'tickets/777'])('%s: without a company it says so', async (record) => {
    const { companies, title, explanation } = await read(`${record}/health`);
    expect([companies, title]).toEqual([[], 'No company']);
    expect(explanation).toMatch(/^No company is associated with this record/);
  });

  test('before the first cycle it says that there is no score yet', async () => {
    const young = await openCycleRig(store);
    onTestFinished(young.close);
    const deal = { id: '21', effectiveAt: 5, companyIds: [PAID], values: { dealname: 'x' } };
    await young.store.saveProfile({ timeZone: 'Europe/Rome', currency: 'EUR', uiDomain: 'app.hubspot.com' });
    await young.store.saveRecords('deals', [deal], 10);
    const answer = await ask('deals/21/health', AS_ADMIN, young.store.portalId);
    expect(await answer.json()).toMatchObject({
      companies: [],
      asOf: null,
      title: 'No score yet',
      explanation: 'No health score has been computed yet. The first one appears after the first sync.',
    });
  });

  test('an override is the status; who may not see amounts reads none', async () => {
    const other = await openCycleRig(store, { objects });
    onTestFinished(other.close);
    // What is overdue costs most, and is an amount.
    const { billing } = MODEL.dimensions;
    const overdue = billing?.signals.overdue_balance;
    if (billing === undefined || overdue === undefined) throw new Error('The model counts what is overdue.');
    const heavy = {
      ...billing,
      weight: 1_000,
      signals: { ...billing.signals, overdue_balance: { ...overdue, weight: 1_000 } },
    };
    await other.cycle({
      model: { ...MODEL, version: 'x', caps: [], dimensions: { ...MODEL.dimensions, billing: heavy } },
    });
    const at = other.now();
    const override = { kind: 'override', value: 'healthy', reason: 'They paid', expiresAt: at + DAY_MS } as const;
    await other.store.addJudgement({ companyId: companyId(OVERDUE), at, userId: '1', userEmail: null, ...override });
    const audit = {
      at,
      actor: { kind: 'service' },
      kind: 'permissions_changed',
      about: null,
      before: null,
      after: null,
    } as const;
    const value = { ...DEFAULT_PERMISSIONS, amounts: { everybody: false, userIds: ['7'], teamIds: [] } };
    await other.store.changeSetting({ name: 'permissions', value, fromVersion: 0, audit });
    const told = async (userId: string) => {
      const answer = await ask('tickets/31/health', `userId=${userId}`, other.store.portalId);
      return ((await answer.json()) as RecordHealth).companies[0];
    };
    expect(await told('7')).toMatchObject({ status: 'healthy', overridden: true, text: expect.stringMatching(/€/) });
    expect(await told('8')).toMatchObject({ text: expect.stringMatching(/\[amount hidden\]/) });
    expect((await told('8'))?.text).not.toMatch(/€/);
  });

  test.each([
    'companies/1/health',
    'emails/41/health',
    'deals/x/health',
    'deals/1%2F2/health',
    `deals/1/health?locale=${'x'.repeat(36)}`,
  ])('%s is refused', async (path) => {
    const answer = await ask(path);
    expect(answer.status).toBe(400);
    expect((await answer.json()) as unknown).toEqual({
      error: 'Ask for one record of deals, tickets or contacts by its record id, and for one locale.',
    });
  });

  test('unsigned, nothing is told', async () => {
    expect((await fetch(`${service.url}/api/records/deals/22/health?portalId=${rig.store.portalId}`)).status).toBe(401);
  });
});
