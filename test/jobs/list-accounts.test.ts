/** The list of all companies says of each what HubSpot's properties and the card say. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readScorecard } from '../../src/http/read-scorecard.ts';
import { companyId, portalId } from '../../src/ids.ts';
import { listAccounts } from '../../src/jobs/list-accounts.ts';
import type { Store } from '../../src/store/open-store.ts';
import { onEachEngine, openTestStore } from '../store/test-store.ts';
import { openCycleRig } from './cycle-rig.ts';
import { AWKWARD_NAME, DAY_MS, NO_FACTS, OVERDUE, PAID, PARTNER, PROSPECT, SMALL_PORTAL } from './small-portal.ts';

onEachEngine('the list of accounts', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await openTestStore(engine);
  });
  afterAll(() => store.close());

  /** One more customer, of whom there is a single record. */
  const thin = {
    ...SMALL_PORTAL.objects,
    companies: [
      ...(SMALL_PORTAL.objects.companies ?? []),
      { id: '6', properties: { name: 'Fir', lifecyclestage: 'customer' }, associations: {} },
    ],
    tickets: [
      ...(SMALL_PORTAL.objects.tickets ?? []),
      {
        id: '39',
        properties: { subject: 'Alone', createdate: new Date(SMALL_PORTAL.takenAt - DAY_MS).toISOString() },
        associations: { companies: ['6'] },
      },
    ],
  };

  test('agrees with the properties and the card, and with the report’s counts; the least healthy first', async () => {
    const rig = await openCycleRig(store, { objects: thin });
    const { report } = await rig.cycle();
    const list = await listAccounts(rig.store, 'en');
    expect(list).toMatchObject({ asOf: rig.now(), timeZone: 'Europe/Rome', model: { name: 'Standard B2B' } });
    const accounts = list?.accounts ?? [];
    expect(accounts.map((one) => [one.companyId, one.name, one.status])).toEqual([
      [OVERDUE, AWKWARD_NAME, 'unhealthy'],
      [PAID, 'Alder & Sons', 'healthy'],
      [NO_FACTS, 'Cedar', expect.stringMatching(/^(unknown|not_customer)$/)],
      ['6', 'Fir', 'unknown'],
      ...[PARTNER, PROSPECT].map((id) => [id, expect.any(String), 'not_customer']),
    ]);
    for (const { companyId: id, score, status, reason } of accounts) {
      const shown = rig.shown(id);
      expect(shown.account_health_score ?? '').toBe(score === null ? '' : String(score));
      expect(shown.account_health_status || 'not_customer').toBe(status);
      const card = await readScorecard(rig.store, companyId(id), 'en');
      expect([card.score, card.status ?? 'not_customer']).toEqual([score, status]);
      expect(reason).toBe(card.explanation ?? shown.account_health_top_risk);
    }
    const counted = (status: string) => accounts.filter((one) => one.status === status).length;
    const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((a, b) => a + b, 0);
    expect(sum(report.reasons.unknown)).toBe(counted('unknown'));
    expect(sum(report.reasons.notCustomer)).toBe(counted('not_customer'));
    expect(report.reasons.notCustomer.partner).toBe(1);
    await rig.close();
  });

  test('speaks of the cycle, though the portal moved on, in the language asked for; a person’s status stands', async () => {
    const rig = await openCycleRig(store);
    await rig.cycle();
    const before = await listAccounts(rig.store, 'en');
    await rig.store.addJudgement({
      companyId: companyId(OVERDUE),
      kind: 'override',
      value: 'healthy',
      reason: 'Paid in cash',
      at: rig.now() - 1,
      expiresAt: rig.now() + DAY_MS,
      userId: '7',
      userEmail: null,
    });
    rig.advance(DAY_MS);
    await rig.store.endRecords('companies', [{ id: PAID, effectiveAt: rig.now() }], rig.now());
    const after = await listAccounts(rig.store, 'it');
    expect(after?.asOf).toBe(before?.asOf);
    const of = (list: typeof after, id: string) => list?.accounts.find((one) => one.companyId === id);
    expect(of(after, OVERDUE)).toMatchObject({ status: 'healthy', score: of(before, OVERDUE)?.score });
    expect(of(after, PARTNER)?.reason).toBe('Non valutata: questa azienda è un partner.');
    await rig.close();
  });

  test('none where no cycle ended', async () => {
    expect(await listAccounts(store.portal(portalId(1)), 'en')).toBeUndefined();
  });
});
