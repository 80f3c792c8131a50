/** The card of a parent company: how its children fare, by what each of their own cards says. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readScorecard } from '../../src/http/read-scorecard.ts';
import { companyId } from '../../src/ids.ts';
import type { Store } from '../../src/store/open-store.ts';
import { type CycleRig, MODEL, openCycleRig } from '../jobs/cycle-rig.ts';
import { NO_FACTS, OVERDUE, PAID, PARTNER, SMALL_PORTAL } from '../jobs/small-portal.ts';
import { openTestStore } from '../store/test-store.ts';

/** The partner is the holding of both customers, of a customer of whom nothing is known, and of a prospect. */
const companies = SMALL_PORTAL.objects.companies?.map((company) => ({
  ...company,
  properties: { ...company.properties, ...(company.id !== PARTNER && { hs_parent_company_id: PARTNER }) },
}));
const objects = { ...SMALL_PORTAL.objects, companies: companies ?? [] };
const ROLLED_UP = { ...MODEL, version: 'rolled-up', rollUp: true };

let store: Store;
const rigs: CycleRig[] = [];
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(async () => {
  for (const rig of rigs) await rig.close();
  await store.close();
});
async function cycled(model: typeof MODEL): Promise<CycleRig> {
  const rig = await openCycleRig(store, { objects });
  rigs.push(rig);
  await rig.cycle({ model });
  return rig;
}

test('in words, the worst by name, and the mean by revenue; also where the parent itself is no customer', async () => {
  const rig = await cycled(ROLLED_UP);
  const read = (id: string, locale = 'en') => readScorecard(rig.store, companyId(id), locale);
  const { family, state } = await read(PARTNER);
  const [paid, overdue, bare] = [await read(PAID), await read(OVERDUE), await read(NO_FACTS)];
  expect(state).toBe('not_customer');
  expect(family?.worst).toEqual({
    label: overdue.companyName,
    url: `https://app.hubspot.com/contacts/${rig.store.portalId}/record/0-2/${OVERDUE}`,
    score: overdue.score,
    status: 'unhealthy',
  });
  // In the year before: twelve invoices of 1,000 were paid to the one, and all but one of them to the other.
  const inYear = 12;
  const mean = ((paid.score ?? 0) * inYear + (overdue.score ?? 0) * (inYear - 1)) / (2 * inYear - 1);
  expect(family?.mean).toBe(Math.round(mean));
  const unscored = bare.state === 'unknown' ? 1 : 0;
  expect(family?.facts).toEqual([
    `Customers among the child companies: ${2 + unscored} of 4.`,
    `Mean health, weighted by revenue of the last 12 months: ${family?.mean}.`,
    ...(unscored > 0 ? ['Without a score, and not in the mean: 1.'] : []),
  ]);
  expect((await read(PARTNER, 'it')).family?.facts[0]).toBe(
    `Clienti tra le aziende controllate: ${2 + unscored} su 4.`,
  );
  expect(paid).not.toHaveProperty('family');
});

test('a child that an event had rescored since counts as its own card has it', async () => {
  const rig = await cycled(ROLLED_UP);
  const before = (await readScorecard(rig.store, companyId(PARTNER), 'en')).family;
  rig.advance(60_000);
  await rig.store.endRecords('invoices', [{ id: '616', effectiveAt: rig.now() }], rig.now());
  expect((await readScorecard(rig.store, companyId(PARTNER), 'en')).family).toEqual(before);
  await rig.store.saveRescored([companyId(OVERDUE)], rig.now());
  const { score } = await readScorecard(rig.store, companyId(OVERDUE), 'en');
  const { family } = await readScorecard(rig.store, companyId(PARTNER), 'en');
  expect(score).toBeGreaterThan(before?.worst?.score ?? 100);
  expect(family?.worst?.score).toBe(score);
});

test('nothing where the model does not ask: the parent is not even read', async () => {
  const rig = await cycled(MODEL);
  expect(await readScorecard(rig.store, companyId(PARTNER), 'en')).not.toHaveProperty('family');
  expect(await rig.store.childCompanies(companyId(PARTNER), 10)).toEqual({ ids: [], total: 0 });
});
