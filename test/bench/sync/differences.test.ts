import { afterAll, beforeAll, expect, test } from 'vitest';
import { portalId } from '../../../src/ids.ts';
import type { Value } from '../../../src/scoring/object-definition.ts';
import { readPlan } from '../../../src/scoring/read-plan.ts';
import { SIGNALS } from '../../../src/scoring/signals/registry.ts';
import type { Store } from '../../../src/store/open-store.ts';
import type { PortalStore } from '../../../src/store/portal-store.ts';
import { openTestStore } from '../../store/test-store.ts';
import { benchPortal, type PortalPlan } from './bench-portal.ts';
import { differences } from './differences.ts';

const PLAN: PortalPlan = { sizes: { companies: 2, deals: 5 }, changed: {}, takenAt: Date.UTC(2026, 0, 31) };
const data = benchPortal(PLAN);
const reads = new Map(readPlan(SIGNALS).map((plan) => [plan.objectType, plan.properties]));

let opened: Store;
beforeAll(async () => {
  opened = await openTestStore();
});
afterAll(() => opened.close());

/** As sync would read these values. */
function typed(text: string | null | undefined): Value {
  if (text === undefined || text === null) return null;
  if (/^\d+-/.test(text)) return Date.parse(text);
  return text === 'true' || (/^\d+$/.test(text) ? Number(text) : text);
}

/** A store that holds the portal, but for what `leaveOut` names. */
async function filled(id: number, leaveOut: (key: string) => boolean): Promise<PortalStore> {
  const store = opened.portal(portalId(id));
  for (const type of ['companies', 'deals'] as const) {
    const records = (data.objects[type] ?? []).map(({ id: recordId, properties, associations }) => ({
      id: recordId,
      values: Object.fromEntries((reads.get(type) ?? []).map((name) => [name, typed(properties[name])])),
      effectiveAt: PLAN.takenAt,
      companyIds:
        type === 'companies'
          ? undefined
          : (associations.companies ?? []).filter((company) => !leaveOut(`${recordId}@${company}`)),
    }));
    await store.saveRecords(
      type,
      records.filter(({ id: recordId }) => !leaveOut(recordId)),
      PLAN.takenAt,
    );
  }
  return store;
}

const [deal] = data.objects.deals ?? [];
const company = deal?.associations.companies?.[0] ?? '';

test('a store that holds the portal differs in nothing', async () => {
  expect(await differences(await filled(1, () => false), PLAN)).toBe(0);
});

test('a missing record, and a missing link, is a difference for each company', async () => {
  const links = deal?.associations.companies?.length;
  expect(await differences(await filled(2, (key) => key === deal?.id), PLAN)).toBe(links);
  expect(await differences(await filled(3, (key) => key === `${deal?.id}@${company}`), PLAN)).toBe(1);
});

test('an old value, and a link too many, is a difference', async () => {
  expect(await differences(await filled(4, () => false), { ...PLAN, changed: { companies: 1 } })).toBe(1);
  const store = await filled(5, () => false);
  const extra = { id: '1', values: {}, effectiveAt: PLAN.takenAt, companyIds: [company] };
  await store.saveRecords('deals', [extra], PLAN.takenAt);
  expect(await differences(store, PLAN)).toBe(1);
});
