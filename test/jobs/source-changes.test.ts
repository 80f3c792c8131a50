/** A source that comes or goes between cycles: who is healthy by that alone is held, on the card and in HubSpot, and let go after. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readScorecard } from '../../src/http/read-scorecard.ts';
import { companyId } from '../../src/ids.ts';
import { rescoreCompanies } from '../../src/jobs/rescore-companies.ts';
import { ALL_SCOPES } from '../../src/local/sandbox/object-types.ts';
import type { ObjectType } from '../../src/scoring/object-types.ts';
import type { PortalContext } from '../../src/scoring/portal-context.ts';
import type { Store } from '../../src/store/open-store.ts';
import { modelWith } from '../scoring/own-account.ts';
import { openTestStore } from '../store/test-store.ts';
import { type CycleRig, openCycleRig } from './cycle-rig.ts';
import { DAY_MS, OVERDUE, PAID } from './small-portal.ts';

let store: Store;
const rigs: CycleRig[] = [];
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(async () => {
  for (const rig of rigs) await rig.close();
  await store.close();
});

async function open(scopes: readonly string[] = ALL_SCOPES): Promise<CycleRig> {
  const rig = await openCycleRig(store, {}, { scopes });
  rigs.push(rig);
  return rig;
}

const INVOICES = 'crm.objects.invoices.read';
const withoutInvoices = ALL_SCOPES.filter((scope) => scope !== INVOICES);
const falling = (from: number, to: number) => ({
  curve: [
    [0, from],
    [30, to],
  ],
  weight: 1,
});

/** Tickets make everybody healthy, and an overdue invoice makes a customer ill. */
const model = modelWith({
  version: 'two sides',
  minimumCoverage: 0,
  minimumDimensions: 1,
  caps: [],
  dimensions: {
    support: {
      weight: 1,
      signals: { time_to_resolution: { ...falling(90, 0), weight: 0 }, open_tickets: falling(90, 60) },
    },
    billing: { weight: 1, signals: { overdue_balance: falling(90, 0) } },
  },
});

async function cycleOf(rig: CycleRig) {
  rig.advance(60_000);
  const { scored } = await rig.cycle({ model });
  const healthOf = (id: string) => {
    const health = scored.get(id)?.health;
    if (health?.state !== 'scored') throw new Error(`Company ${id} has no score.`);
    return health;
  };
  return { paid: healthOf(PAID), overdue: healthOf(OVERDUE) };
}
async function sourceOf(rig: CycleRig, type: ObjectType) {
  const cycle = await rig.store.latestCycle();
  if (cycle === undefined) throw new Error('There was a cycle.');
  return (cycle.context as { portal: PortalContext }).portal.sources[type];
}

test('whose bad news cannot be read any more is held; it is told in words, and lasts as long as the loss', async () => {
  const rig = await open();
  const before = await cycleOf(rig);
  expect([before.paid.status, before.overdue.status]).toEqual(['healthy', 'at_risk']);

  rig.sandbox.portal.setScopes(withoutInvoices);
  const after = await cycleOf(rig);
  const lostAt = rig.now();
  expect(await sourceOf(rig, 'invoices')).toMatchObject({ blocked: 'scope_missing', lostAt });
  // Who was healthy with the invoices is so without.
  expect(after.paid.status).toBe('healthy');
  expect(after.overdue).toMatchObject({ score: 65, status: 'at_risk', receipt: [{ key: 'source_lost' }, {}] });
  expect(rig.shown(OVERDUE)).toMatchObject({
    account_health_score: '65',
    account_health_status: 'at_risk',
    account_health_top_risk: expect.stringContaining('Invoices: cannot be read since Jun 15, 2026.'),
  });
  const card = await readScorecard(rig.store, companyId(OVERDUE), 'it');
  expect(card.receipt[0]).toMatchObject({ dimension: null, label: 'Una fonte che non si può più leggere' });
  expect(card.receipt[0]?.evidence).toMatch(/^Fatture: .*15 giu 2026/);
  expect(card.receipt.reduce((sum, { pointsLost }) => sum + pointsLost, 0)).toBe(35);

  // It is the same when the company is rescored alone, and in later cycles, which do not move the moment of the loss.
  const { client, now } = rig;
  const job = { client, store: rig.store, language: 'en', clock: now, available: [], order: { priority: () => 0 } };
  rig.advance(1_000);
  await rescoreCompanies(job, [companyId(OVERDUE)]);
  expect((await rig.store.publishedAt(now(), [companyId(OVERDUE)])).get(companyId(OVERDUE))).toMatchObject({
    score: 65,
  });
  rig.advance(90 * DAY_MS);
  expect((await cycleOf(rig)).overdue.score).toBe(65);
  expect(await sourceOf(rig, 'invoices')).toMatchObject({ lostAt });

  rig.sandbox.portal.setScopes(ALL_SCOPES);
  const back = await cycleOf(rig);
  expect(await sourceOf(rig, 'invoices')).toMatchObject({ blocked: null, regained: { lostAt, at: rig.now() } });
  expect(await sourceOf(rig, 'invoices')).not.toHaveProperty('lostAt');
  expect(back.overdue.receipt.map(({ key }) => key)).not.toContain('source_lost');
});

test('a new source makes nobody healthy for 30 days', async () => {
  const rig = await open(ALL_SCOPES.filter((scope) => scope !== 'tickets'));
  // Of those who owe for long, only tickets can tell better.
  const lenient = { ...model, bands: { ...model.bands, atRiskFrom: 20, healthyFrom: 30 } };
  const overdueBy = async () => {
    rig.advance(60_000);
    const health = (await rig.cycle({ model: lenient })).scored.get(OVERDUE)?.health;
    if (health?.state !== 'scored') throw new Error('It has a score.');
    return health;
  };
  expect(await overdueBy()).toMatchObject({ status: 'unhealthy' });

  rig.sandbox.portal.setScopes(ALL_SCOPES);
  expect(await overdueBy()).toMatchObject({
    score: 29,
    status: 'at_risk',
    receipt: [{ key: 'source_gained' }, {}, {}],
  });
  const firstReadAt = rig.now();
  expect(await sourceOf(rig, 'tickets')).toMatchObject({ firstReadAt });
  expect(rig.shown(OVERDUE).account_health_top_risk).toBe(
    'Tickets: new since Jun 15, 2026. Without this data, the customer would not be healthy.',
  );
  rig.advance(29 * DAY_MS);
  expect(await overdueBy()).toMatchObject({ score: 29 });
  rig.advance(DAY_MS);
  expect(await overdueBy()).toMatchObject({ status: 'healthy' });
});

test('on a first sync nothing is new, nor is what never could be read lost', async () => {
  const rig = await open(withoutInvoices);
  const { overdue } = await cycleOf(rig);
  expect(overdue.status).toBe('healthy');
  expect(await sourceOf(rig, 'invoices')).not.toHaveProperty('lostAt');
  expect((await cycleOf(rig)).overdue.status).toBe('healthy');
  expect(await sourceOf(rig, 'invoices')).not.toHaveProperty('lostAt');
});
