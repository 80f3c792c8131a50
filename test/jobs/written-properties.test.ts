import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readScorecard } from '../../src/http/read-scorecard.ts';
import { companyId } from '../../src/ids.ts';
import { makeTakeTouched } from '../../src/jobs/take-touched.ts';
import { modelSchema } from '../../src/scoring/model.ts';
import { WRITABLE } from '../../src/scoring/model-shape.ts';
import { planOf } from '../../src/scoring/model-signals.ts';
import type { OverrideStatus } from '../../src/scoring/override.ts';
import type { Store } from '../../src/store/open-store.ts';
import { openTestStore } from '../store/test-store.ts';
import { type CycleRig, MODEL, openCycleRig } from './cycle-rig.ts';
import { openExamineRig } from './examine-rig.ts';
import { DAY_MS, NO_FACTS, NOW, OVERDUE, PAID, PROSPECT, SMALL_PORTAL } from './small-portal.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

const modelWith = (part: object) => modelSchema.parse({ ...MODEL, ...part });
const ALL = modelWith({ version: 'all', write: WRITABLE });
const NONE = modelWith({ version: 'none', write: [] });
const ASKED = WRITABLE.filter((one) => one !== 'dimension_scores').map((one) => `account_health_${one}`);

async function withRig(data: Parameters<typeof openCycleRig>[1], use: (rig: CycleRig) => Promise<void>) {
  const rig = await openCycleRig(store, data);
  await use(rig).finally(rig.close);
}

const asked = (rig: CycleRig, company: string) => {
  const shown = rig.shown(company);
  return Object.fromEntries(ASKED.map((name) => [name.slice('account_health_'.length), shown[name] ?? '']));
};

const isoDay = (at: number) => new Date(at).toISOString().slice(0, 10);
const inDays = (days: number) => new Date(NOW + days * DAY_MS).toISOString();

describe('what the model asks for', () => {
  const { objects } = SMALL_PORTAL;
  const renewal = {
    id: '29',
    properties: {
      dealname: 'Renewal 2027',
      dealtype: 'existingbusiness',
      amount: '5000',
      createdate: inDays(-5),
      closedate: inDays(60),
      hs_is_closed: 'false',
      hs_is_closed_won: 'false',
      dealstage: 'contractsent',
      hs_lastmodifieddate: inDays(-1),
    },
    associations: { companies: [PAID] },
  };
  const data = { objects: { ...objects, deals: [...(objects.deals ?? []), renewal] } };

  test('is written, and blank where it is not known and where nobody is a customer', async () => {
    await withRig(data, async (rig) => {
      await rig.cycle({ model: ALL });
      const today = isoDay(NOW);
      expect(asked(rig, PAID)).toEqual({
        status_since: today,
        revenue_at_risk: '0',
        next_renewal: isoDay(NOW + 60 * DAY_MS),
        overdue_amount: '0',
        checked_on: today,
      });
      // Invoices of 1,000 EUR, one a month, paid after 25 days: eleven fall into the last year, one of which is open.
      expect(asked(rig, OVERDUE)).toEqual({
        status_since: today,
        revenue_at_risk: '10000',
        next_renewal: '',
        overdue_amount: '1000',
        checked_on: today,
      });
      expect(asked(rig, NO_FACTS)).toMatchObject({ status_since: today, revenue_at_risk: '', checked_on: today });
      expect(Object.values(rig.shown(PROSPECT)).every((value) => !value)).toBe(true);
    });
  });

  test('each dimension’s score is the card’s', async () => {
    await withRig(data, async (rig) => {
      await rig.cycle({ model: ALL });
      for (const company of [PAID, OVERDUE]) {
        const { dimensions } = await readScorecard(rig.store, companyId(company), 'en');
        const scored = dimensions.filter(({ score }) => score !== null);
        expect(scored.length).toBeGreaterThanOrEqual(3);
        for (const { key, score } of dimensions)
          expect(rig.shown(company)[`account_health_${key}_score`] ?? '').toBe(score === null ? '' : String(score));
      }
      expect(rig.shown(PAID)).not.toHaveProperty('account_health_advocacy_score');
    });
  });

  test('nothing more is written while nothing changes, and a dry run writes nothing at all', async () => {
    await withRig(data, async (rig) => {
      const dry = await rig.cycle({ model: ALL, dryRun: true });
      expect(dry.report.written).toMatchObject({ changed: 3, unchanged: 2 });
      expect(rig.shown(PAID)).toEqual({});
      await rig.cycle({ model: ALL });
      const shown = [PAID, OVERDUE, NO_FACTS].map(rig.shown);
      rig.advance(DAY_MS / 24);
      for (const dryRun of [true, false])
        expect((await rig.cycle({ model: ALL, dryRun })).report.written).toMatchObject({ changed: 0, unchanged: 5 });
      expect([PAID, OVERDUE, NO_FACTS].map(rig.shown)).toEqual(shown);
    });
  });

  test('figures read what they need, though no signal of the model does', async () => {
    const { sentiment, engagement } = MODEL.dimensions;
    const narrow = modelWith({
      version: 'narrow',
      write: ['overdue_amount', 'next_renewal'],
      dimensions: { sentiment, engagement },
      segments: [],
      caps: [],
    });
    await withRig(data, async (rig) => {
      await rig.cycle({ model: narrow });
      expect(asked(rig, OVERDUE)).toMatchObject({ overdue_amount: '1000', checked_on: '', status_since: '' });
      expect(asked(rig, PAID)).toMatchObject({ next_renewal: isoDay(NOW + 60 * DAY_MS) });
    });
  });
});

describe('what the model asks for no more', () => {
  test('is blanked, and the others stay; doctor names it', async () => {
    const rig = await openExamineRig(store);
    const model = modelWith({ version: 'all', write: WRITABLE });
    await rig.cycle({ model });
    expect((await rig.examine({ model })).all('own_left_over')).toEqual([]);
    const { account_health_updated_at: _, ...before } = rig.shown(OVERDUE);
    rig.advance(DAY_MS / 24);
    expect((await rig.cycle({ model: NONE })).report.written).toMatchObject({ changed: 3, unchanged: 2 });
    const after = rig.shown(OVERDUE);
    for (const [name, value] of Object.entries(before)) {
      const stays = ['score', 'status', 'coverage', 'top_risk', 'change_30d'].some(
        (one) => name === `account_health_${one}`,
      );
      expect([name, after[name]]).toEqual([name, stays ? value : '']);
    }
    rig.advance(DAY_MS / 24);
    expect((await rig.cycle({ model: NONE })).report.written).toMatchObject({ changed: 0, unchanged: 5 });

    const { one, all } = await rig.examine({ model: NONE });
    for (const name of [...ASKED, 'account_health_billing_score']) expect(one('own_left_over').text).toContain(name);
    expect(all('own_absent')).toEqual([]);
    await rig.close();
  });

  test('nor is a dimension of another name', async () => {
    const { billing, ...others } = MODEL.dimensions;
    const renamed = modelWith({
      version: 'renamed',
      write: ['dimension_scores'],
      dimensions: { ...others, money: billing },
    });
    await withRig({}, async (rig) => {
      await rig.cycle({ model: modelWith({ version: 'scores', write: ['dimension_scores'] }) });
      const score = rig.shown(PAID).account_health_billing_score;
      expect(score).toMatch(/^\d+$/);
      rig.advance(DAY_MS / 24);
      await rig.cycle({ model: renamed });
      expect(rig.shown(PAID)).toMatchObject({ account_health_billing_score: '', account_health_money_score: score });
    });
  });
});

describe('since when the status has held', () => {
  const SINCE = 'account_health_status_since';
  const take = (rig: CycleRig) =>
    makeTakeTouched({ client: rig.client, store: rig.store, plan: planOf(ALL), language: 'en', clock: rig.now })();
  async function say(rig: CycleRig, value: OverrideStatus | null, days = 30) {
    const by = { companyId: companyId(PAID), at: rig.now(), userId: '7', userEmail: null, kind: 'override' } as const;
    await rig.store.addJudgement(
      value === null
        ? { ...by, value, reason: null, expiresAt: null }
        : { ...by, value, reason: 'We met', expiresAt: rig.now() + days * DAY_MS },
    );
    await rig.store.touch([{ objectType: 'companies', id: PAID, touchedAt: rig.now() }]);
    await take(rig);
  }

  test('stays while it does, whatever the score does, and a person’s word counts from its day', async () => {
    await withRig({}, async (rig) => {
      // Not one that we made: what the model asks for is written all the same, by cycles and after events.
      rig.sandbox.portal.defineProperty('companies', { name: SINCE, type: 'date' });
      await rig.cycle({ model: ALL });
      rig.advance(2 * DAY_MS);
      await rig.cycle({ model: ALL });
      expect(rig.shown(PAID)).toMatchObject({ [SINCE]: '2026-06-15', account_health_status: 'healthy' });

      await say(rig, 'at_risk');
      expect(rig.shown(PAID)).toMatchObject({ [SINCE]: '2026-06-17', account_health_status: 'at_risk' });
      // Revenue goes by the status that is shown.
      expect(Number(rig.shown(PAID).account_health_revenue_at_risk)).toBeGreaterThan(0);
      rig.advance(3 * DAY_MS);
      await rig.cycle({ model: ALL });
      expect(rig.shown(PAID)[SINCE]).toBe('2026-06-17');

      await say(rig, null);
      expect(rig.shown(PAID)).toMatchObject({ [SINCE]: '2026-06-20', account_health_status: 'healthy' });
      expect(rig.shown(PAID).account_health_revenue_at_risk).toBe('0');
    });
  });

  test('an override that says the same as the score breaks nothing', async () => {
    await withRig({}, async (rig) => {
      await rig.cycle({ model: ALL });
      rig.advance(2 * DAY_MS);
      await say(rig, 'healthy', 1);
      rig.advance(2 * DAY_MS);
      await rig.cycle({ model: ALL });
      expect(rig.shown(PAID)[SINCE]).toBe('2026-06-15');
    });
  });

  test('blank where a company is no customer any more, and anew where it becomes one again', async () => {
    await withRig({}, async (rig) => {
      await rig.cycle({ model: ALL });
      rig.advance(DAY_MS);
      rig.sandbox.portal.upsert('companies', { id: PAID, properties: { type: 'PARTNER' } });
      await rig.cycle({ model: ALL });
      expect(asked(rig, PAID)).toEqual(Object.fromEntries(Object.keys(asked(rig, PAID)).map((name) => [name, ''])));
      rig.advance(DAY_MS);
      rig.sandbox.portal.upsert('companies', { id: PAID, properties: { type: '' } });
      await rig.cycle({ model: ALL });
      expect(rig.shown(PAID)[SINCE]).toBe('2026-06-17');
    });
  });
});
