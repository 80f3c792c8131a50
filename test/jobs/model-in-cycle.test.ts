import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reportNotes } from '../../src/commands/report-text.ts';
import { readScorecard } from '../../src/http/read-scorecard.ts';
import { companyId } from '../../src/ids.ts';
import { rescoreCompanies } from '../../src/jobs/rescore-companies.ts';
import type { PortalData, PortalRecord } from '../../src/local/sandbox/portal-data.ts';
import type { Store } from '../../src/store/open-store.ts';
import { modelWith } from '../scoring/own-account.ts';
import { openTestStore } from '../store/test-store.ts';
import { type CycleRig, MODEL, openCycleRig } from './cycle-rig.ts';
import { DAY_MS, NOW, OVERDUE, PAID, SMALL_PORTAL } from './small-portal.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

const { companies = [], ...others } = SMALL_PORTAL.objects;

/** The small portal, with properties of its own on some companies. */
const portalWith = (own: Readonly<Record<string, PortalRecord['properties']>>): Partial<PortalData> => ({
  extraProperties: {
    companies: [
      { name: 'logins', type: 'number' },
      { name: 'plan', type: 'string' },
      { name: 'gone_on', type: 'datetime' },
    ],
  },
  objects: {
    ...others,
    companies: companies.map((company) => ({
      ...company,
      properties: { ...company.properties, ...own[company.id] },
    })),
  },
});

async function withRig(data: Partial<PortalData>, use: (rig: CycleRig) => Promise<void>): Promise<void> {
  const rig = await openCycleRig(store, data);
  try {
    await use(rig);
  } finally {
    await rig.close();
  }
}

const healthOf = (scored: Awaited<ReturnType<CycleRig['cycle']>>['scored'], id: string) => {
  const health = scored.get(id)?.health;
  if (health === undefined) throw new Error(`Company ${id} was not scored.`);
  return health;
};

describe('a property of the portal’s own', () => {
  const model = modelWith({
    version: 'mapped',
    dimensions: {
      ...MODEL.dimensions,
      adoption: {
        weight: 100,
        signals: {
          logins: {
            weight: 1,
            curve: [
              [0, 0],
              [20, 100],
            ],
            mapped: { property: 'logins', kind: 'number', unit: 'logins', label: { en: 'Logins in 30 days' } },
          },
          plan: {
            weight: 0,
            mapped: { property: 'plan', kind: 'enumeration', points: { gold: 100 }, label: { en: 'Plan' } },
          },
        },
      },
    },
  });

  test('is read, scored, written and shown like any other signal', async () => {
    await withRig(portalWith({ [PAID]: { logins: '0', plan: 'gold' } }), async (rig) => {
      const { scored } = await rig.cycle({ model });
      const health = healthOf(scored, PAID);
      if (health.state !== 'scored') throw new Error(health.state);
      expect(health.receipt[0]).toMatchObject({ key: 'logins', dimension: 'adoption' });
      expect(rig.shown(PAID).account_health_top_risk).toBe('Logins in 30 days: 0 logins.');
      const card = await readScorecard(rig.store, companyId(PAID), 'en');
      expect(card.receipt[0]).toMatchObject({ label: 'Logins in 30 days', evidence: 'Logins in 30 days: 0 logins.' });
      const other = await readScorecard(rig.store, companyId(OVERDUE), 'en');
      expect(other.missing).toContainEqual({
        signal: 'logins',
        label: 'Logins in 30 days',
        reason: 'There is nothing on this account to judge by.',
      });
    });
  });

  test('that the portal lacks is unknown, and says which', async () => {
    await withRig({}, async (rig) => {
      const { scored } = await rig.cycle({ model });
      const health = healthOf(scored, PAID);
      if (health.state === 'not_customer') throw new Error(health.reason);
      expect(health.signals.find(({ signal }) => signal === 'logins')?.reading).toMatchObject({
        reason: 'property_missing',
        values: { properties: 'logins' },
      });
    });
  });
});

describe('a version stands for one model', () => {
  test('another under its name is refused before anything is read or written; a new version is taken', async () => {
    await withRig({}, async (rig) => {
      await rig.cycle();
      const before = await rig.store.latestCycle();
      rig.sandbox.resetStats();
      const changed = { ...MODEL, silencePoints: 60 };
      const says = /The model "Standard B2B" has changed, but its version .+ Raise the version in the model file/;
      await expect(rig.cycle({ model: changed })).rejects.toThrow(says);
      await expect(rig.cycle({ model: changed, dryRun: true })).rejects.toThrow(says);
      expect(Object.keys(rig.calls()).filter((path) => path.includes('objects'))).toEqual([]);
      expect(await rig.store.latestCycle()).toEqual(before);

      await rig.cycle({ model: { ...changed, version: 'next' } });
      await rig.cycle();
    });
  });

  test('a dry run uses no version up', async () => {
    await withRig({}, async (rig) => {
      await rig.cycle({ dryRun: true });
      await rig.cycle({ model: { ...MODEL, silencePoints: 60 } });
    });
  });

  test('the order in which it is written changes nothing', async () => {
    await withRig({}, async (rig) => {
      await rig.cycle();
      const dimensions = Object.fromEntries(Object.entries(MODEL.dimensions).toReversed());
      await rig.cycle({ model: { ...MODEL, dimensions } });
    });
  });
});

describe('bands of the whole portal', () => {
  const budget = modelWith({ version: 'budget', bands: { by: 'alarm_budget', callsAWeek: 1, healthyFrom: 99 } });

  test('are computed of its scores, kept with the cycle, and hold when one company is rescored', async () => {
    await withRig({}, async (rig) => {
      const { scored, report } = await rig.cycle({ model: budget });
      const [paid, overdue] = [PAID, OVERDUE].map((id) => healthOf(scored, id));
      if (paid?.state !== 'scored' || overdue?.state !== 'scored') throw new Error('Both have a score.');
      expect(overdue.score).toBeLessThan(paid.score);
      expect([overdue.status, paid.status]).toEqual(['unhealthy', 'at_risk']);
      expect(report.bands).toMatchObject({ unhealthy: 1, at_risk: 1 });
      const context = (await rig.store.latestCycle())?.context as { portal: { bands: unknown } };
      expect(context.portal.bands).toEqual({ atRiskFrom: paid.score, healthyFrom: 99, computedAt: NOW });

      const ids = [companyId(PAID), companyId(OVERDUE)];
      const job = { client: rig.client, store: rig.store, language: 'en', clock: rig.now, available: [] };
      await rescoreCompanies({ ...job, order: { priority: () => 0 } }, ids);
      const statuses = [...(await rig.store.publishedAt(rig.now(), ids)).values()].map(({ status }) => status);
      expect(statuses.toSorted()).toEqual(['at_risk', 'unhealthy']);
      expect(await readScorecard(rig.store, companyId(PAID), 'en')).toMatchObject({ status: 'at_risk' });
    });
  });

  test('too few customers have no quarters: the fixed thresholds hold', async () => {
    await withRig({}, async (rig) => {
      await rig.cycle({ model: modelWith({ version: 'quartiles', bands: { by: 'quartiles' } }) });
      const context = (await rig.store.latestCycle())?.context as { portal: object };
      expect(context.portal).not.toHaveProperty('bands');
    });
  });
});

test('a segment that no customer meets is told, with its place', async () => {
  const segments = [
    { name: 'Owned by 7', when: { property: 'hubspot_owner_id', values: ['7'] }, silencePoints: 0 },
    { name: 'Nobody', when: { property: 'industry', values: ['MINING'] } },
    // That nobody is new is no mistake.
    { name: 'New', when: { customerForLessThanDays: 1 } },
  ];
  await withRig({}, async (rig) => {
    const result = await rig.cycle({ model: modelWith({ version: 'segments', segments }) });
    expect(healthOf(result.scored, PAID)).toMatchObject({ segment: 'Owned by 7' });
    expect(result.unmetSegments).toEqual([{ index: 1, name: 'Nobody' }]);
    expect(reportNotes(result, (index) => `my.yaml, line ${index}`)).toContain(
      'my.yaml, line 1: no customer meets the segment "Nobody". Check its property and values, or leave it out.',
    );
  });
});

test('a customer that left has no score and a blank status, and keeps its last receipt', async () => {
  const left = new Date(NOW - 3 * DAY_MS).toISOString();
  const model = modelWith({ version: 'churn', churn: { property: 'plan', values: ['gone'], date: 'gone_on' } });
  await withRig(portalWith({ [OVERDUE]: { plan: 'active', gone_on: '' } }), async (rig) => {
    const { scored } = await rig.cycle({ model });
    const before = healthOf(scored, OVERDUE);
    if (before.state !== 'scored') throw new Error(before.state);
    expect(rig.shown(OVERDUE).account_health_status).toBe(before.status);

    rig.advance(DAY_MS);
    rig.sandbox.portal.upsert('companies', { id: OVERDUE, properties: { plan: 'gone', gone_on: left } });
    rig.advance(DAY_MS);
    const after = await rig.cycle({ model });
    expect(healthOf(after.scored, OVERDUE)).toEqual({
      state: 'not_customer',
      reason: 'churned',
      leftAt: NOW - 3 * DAY_MS,
    });
    expect(rig.shown(OVERDUE)).toMatchObject({ account_health_score: '', account_health_status: '' });
    const card = await readScorecard(rig.store, companyId(OVERDUE), 'en');
    expect(card).toMatchObject({ state: 'not_customer', score: null, status: null });
    expect(card.explanation).toMatch(/^Not a customer any more, since Jun 12, 2026\./);
    expect(card.receipt.map(({ signal }) => signal)).toContain('overdue_balance');

    rig.sandbox.portal.upsert('companies', { id: OVERDUE, properties: { plan: 'active' } });
    rig.advance(DAY_MS);
    expect(healthOf((await rig.cycle({ model })).scored, OVERDUE).state).toBe('scored');
  });
});
