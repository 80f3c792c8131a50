/** How a score is computed, over HTTP: it agrees with the scorecard, in every language, and tells nobody what they may not see. */
import type { Scorecard } from '@account-health/contract';
import type { Computation } from '@account-health/contract/card';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asScored, explainCompany } from '../../src/http/explain-company.ts';
import type { LatestCycle } from '../../src/http/latest-cycle.ts';
import { wordComputation } from '../../src/http/word-computation.ts';
import { companyId, portalId } from '../../src/ids.ts';
import type { AccountFacts } from '../../src/scoring/facts.ts';
import { type Model, modelSchema } from '../../src/scoring/model.ts';
import { mappedTexts } from '../../src/scoring/model-signals.ts';
import type { Store } from '../../src/store/open-store.ts';
import type { PortalStore } from '../../src/store/portal-store.ts';
import { CATALOGUES, makeWording, type Wording } from '../../src/wording/make-wording.ts';
import { withMapped } from '../../src/wording/mapped-wording.ts';
import { MODEL } from '../jobs/cycle-rig.ts';
import { AWKWARD_NAME, NO_FACTS, OVERDUE, PAID, PARTNER } from '../jobs/small-portal.ts';
import { AS_OF, CONNECTED } from '../scoring/arbitrary-account.ts';
import { anyModel } from '../scoring/rules/any-model.ts';
import { anyPortal } from '../scoring/rules/any-portal.ts';
import { calendar, customer } from '../scoring/rules/customers.ts';
import { openTestStore } from '../store/test-store.ts';
import { openServedPortal, type ServedPortal } from './settings/served-portal.ts';

let store: Store;
let portal: ServedPortal;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
const computed = async (company: string, query = '', as: 'admin' | 'rep' = 'admin') => {
  const { status, body } = await portal.ask<Computation>('GET', `/api/companies/${company}/computation${query}`, {
    as,
  });
  expect(status).toBe(200);
  return body;
};
const stepOf = ({ steps }: Computation, label: string) => steps.find((step) => step.label === label)?.text;

test('agrees with the scorecard: the same score, evidence and points, row by row', async () => {
  portal = await openServedPortal(store);
  await portal.rig.cycle();
  for (const company of [PAID, OVERDUE]) {
    const { body: card } = await portal.ask<Scorecard>('GET', `/api/companies/${company}/scorecard`);
    const told = await computed(company);
    const { companyName, asOf, model, score, scoreStatus: status } = card;
    expect(told).toMatchObject({ locale: 'en', companyName, asOf, model, score, status });
    const signals = told.dimensions.flatMap((dimension) => dimension.signals);
    expect(sum(signals.map(({ share }) => share))).toBeCloseTo(1, 9);
    for (const { signal, pointsLost, evidence, records, moreRecords } of card.receipt.filter(
      ({ dimension }) => dimension !== null,
    ))
      expect(signals.find((one) => one.signal === signal)).toMatchObject({
        pointsLost,
        evidence,
        records,
        moreRecords,
      });
    for (const { signal, reason } of card.missing)
      expect(signals.find((one) => one.signal === signal)).toMatchObject({
        evidence: reason,
        raw: null,
        pointsLost: 0,
      });
    const caps = card.receipt.filter(({ dimension }) => dimension === null);
    expect(sum(signals.map(({ pointsLost }) => pointsLost)) + sum(caps.map(({ pointsLost }) => pointsLost))).toBe(
      100 - (score ?? 0),
    );
  }
});

test('tells the rule of each signal, and every step, in sentences', async () => {
  portal = await openServedPortal(store);
  await portal.rig.cycle();
  const told = await computed(OVERDUE);
  expect(told.companyName).toBe(AWKWARD_NAME);
  const signals = new Map(told.dimensions.flatMap((dimension) => dimension.signals).map((one) => [one.signal, one]));
  expect(signals.get('overdue_balance')).toMatchObject({
    label: 'Overdue invoices',
    raw: '90 days',
    points: 0,
    rule: 'From 90 days on: 0 points.',
  });
  expect(signals.get('renewal_outcome')).toMatchObject({ raw: '0%', rule: 'Up to 0%: 0 points.' });
  expect(signals.get('spend_trend')?.rule).toMatch(
    /^Between ratio [\d.]+ \(\d+ points\) and ratio [\d.]+ \(\d+ points\)\.$/,
  );
  expect(signals.get('nps')).toMatchObject({ raw: null, points: null, rule: null, share: 0 });
  expect(told.steps.map(({ label }) => label)).toEqual([
    'Customer',
    'Group',
    'What is known',
    'Limit: Long overdue invoice',
    'Limit: Frequent unresolved complaints',
    'Score',
    'Status',
  ]);
  expect(stepOf(told, 'Customer')).toBe('Yes: its lifecycle stage says so.');
  expect(stepOf(told, 'Limit: Long overdue invoice')).toMatch(
    /^It holds the score at 32 or below, and takes \d+ points\. Overdue invoices: 90 days\. The limit counts from here on: 61 days\.$/,
  );
  expect(stepOf(told, 'Score')).toBe(
    '100 − 68 = 32. The points lost are listed with each signal, and with the limits.',
  );
  expect(stepOf(told, 'Status')).toBe('Unhealthy. Healthy from 66 on, at risk from 33 on, unhealthy below.');
  const paid = await computed(PAID);
  expect(stepOf(paid, 'Limit: Long overdue invoice')).toMatch(/^It is not reached\. Overdue invoices: 0 days\./);
});

test('who has no score is told why; who is not held, or before the first cycle, too', async () => {
  portal = await openServedPortal(store);
  expect((await computed(PAID)).steps).toEqual([
    { label: 'Score', text: 'No health score has been computed yet. The first one appears after the first sync.' },
  ]);
  await portal.rig.cycle();
  expect(await computed(PARTNER)).toMatchObject({
    companyName: 'Dogwood',
    score: null,
    status: null,
    dimensions: [],
    steps: [{ label: 'Customer', text: 'Not scored: this company is a partner.' }],
  });
  const unknown = await computed(NO_FACTS);
  expect(unknown).toMatchObject({ score: null, status: 'unknown' });
  expect(stepOf(unknown, 'Score')).toMatch(/^Nothing is known about this customer/);
  expect(sum(unknown.dimensions.map(({ share }) => share))).toBe(0);
  const nobody = await computed('999');
  expect(nobody).toMatchObject({ companyName: null, dimensions: [], model: { name: MODEL.name } });
  expect(nobody.steps[0]?.text).toMatch(/^This company has not been read yet/);
});

test('what is no company’s id is refused', async () => {
  portal = await openServedPortal(store);
  for (const company of ['x', '1x', '%20', '1'.repeat(21)])
    expect((await portal.ask('GET', `/api/companies/${company}/computation`)).status).toBe(400);
});

test('an override is told beside the score, which stays', async () => {
  portal = await openServedPortal(store);
  await portal.rig.cycle();
  const body = { status: 'healthy', reason: 'They paid by cheque', expiresOn: '2026-06-20' };
  await portal.ask('POST', `/api/companies/${OVERDUE}/override`, { body });
  const told = await computed(OVERDUE);
  expect(told).toMatchObject({ score: 32, status: 'unhealthy' });
  expect(stepOf(told, 'Set by a person')).toBe(
    'Healthy, until Jun 20, 2026. Reason: “They paid by cheque”. The score stays as computed.',
  );
});

test('who may not see amounts sees none', async () => {
  portal = await openServedPortal(store);
  await portal.rig.cycle();
  expect(JSON.stringify(await computed(OVERDUE))).toMatch(/€/);
  const hidden = JSON.stringify(await computed(OVERDUE, '', 'rep'));
  expect(hidden).not.toMatch(/€|EUR|1,000/);
  expect(hidden).toContain('[amount hidden]');
});

const MAPPED: Model = modelSchema.parse({
  ...MODEL,
  minimumCoverage: 0,
  minimumDimensions: 1,
  caps: [{ key: 'small', signal: 'contract', from: 5_000, scoreAtMost: 90 }],
  dimensions: {
    ...MODEL.dimensions,
    usage: {
      weight: 10,
      signals: {
        contract: {
          weight: 1,
          mapped: { property: 'contract', kind: 'number', unit: 'EUR', label: { en: 'Contract' } },
          curve: [
            [1_000, 0],
            [91_000, 100],
          ],
        },
        logins: {
          weight: 1,
          mapped: { property: 'logins', kind: 'number', unit: 'logins', label: { en: 'Logins' } },
          curve: [
            [0, 0],
            [100, 100],
          ],
        },
        live: {
          weight: 1,
          mapped: { property: 'live', kind: 'boolean', label: { en: 'Live' } },
          curve: [
            [0, 20],
            [1, 95],
          ],
        },
        plan: {
          weight: 1,
          mapped: { property: 'plan', kind: 'enumeration', points: { gold: 80, free: 10 }, label: { en: 'Plan' } },
        },
      },
    },
  },
});

const cycleBy = (model: Model, context = CONNECTED): LatestCycle => ({
  ...{ portal: context, model, calendar, uiDomain: 'app.hubspot.com', publishedSince: null },
  ...{ cycleAt: async () => undefined, asOf: AS_OF, finishedAt: AS_OF, published: true },
  ...{ modelName: 'M', modelVersion: '1' },
});

/** Sentences are parsed once: they take the most of the time. */
const wordings = new Map<string, Wording>();

/** Of an account, as somebody reads it. */
async function worded(facts: AccountFacts, cycle: LatestCycle, locale: string, discreet = false) {
  const once = {
    account: async () => facts,
    judgements: async () => [],
    rescoredAt: async () => undefined,
  } as unknown as PortalStore;
  const by = asScored(cycle);
  const of = companyId('1');
  const company = await explainCompany({ ...once, reading: (work) => work(once) }, cycle, of, by);
  if (company === undefined) throw new Error('The company is always held here.');
  const key = `${locale}/${discreet}`;
  const wording = wordings.get(key) ?? makeWording({ locale, timeZone: 'UTC', discreet });
  wordings.set(key, wording);
  const named = withMapped(wording, mappedTexts(cycle.model));
  return wordComputation(company, { cycle, by, wording: named, portalId: portalId(1), companyId: of, now: AS_OF });
}

test('signals of the portal’s own: in their own units, by answer and by option; amounts only for who may see them', async () => {
  const values = { lifecyclestage: 'customer', contract: 46_000, logins: 25, live: true, plan: 'Gold' };
  const facts: AccountFacts = {
    companyId: '1',
    company: [{ effectiveAt: 0, seenAt: 0, values }],
    records: [],
  };
  const filledSince = { contract: 1, logins: 1, live: 1, plan: 1 };
  const context = {
    ...CONNECTED,
    sources: { ...CONNECTED.sources, companies: { ...CONNECTED.sources.companies, filledSince } },
  };
  const told = async (discreet: boolean) => {
    const { dimensions, steps } = await worded(facts, cycleBy(MAPPED, context), 'en', discreet);
    const { signals = [] } = dimensions.find(({ key }) => key === 'usage') ?? {};
    const cap = steps.find(({ label }) => label.startsWith('Limit'))?.text;
    return [cap, ...signals.map(({ raw, rule }) => [raw, rule])];
  };
  const others = [
    ['25 logins', 'Between 0 logins (0 points) and 100 logins (100 points).'],
    ['answer: yes', 'The model gives this answer 95 points.'],
    ['option worth 80 points', 'The model gives this answer 80 points.'],
  ];
  expect(await told(false)).toEqual([
    'It is not reached. Contract: amount €46,000.00. The limit counts from here on: amount €5,000.00.',
    ['amount €46,000.00', 'Between amount €1,000.00 (0 points) and amount €91,000.00 (100 points).'],
    ...others,
  ]);
  const [cap, contract] = await told(true);
  expect(cap).toBe(
    'It is not reached. Contract: amount [amount hidden]. The limit counts from here on: amount [amount hidden].',
  );
  expect(contract).toEqual([
    'amount [amount hidden]',
    'Between amount [amount hidden] (0 points) and amount [amount hidden] (100 points).',
  ]);
});

test('any account can be told in every language, and no sentence of it is left in English', async () => {
  const textsOf = ({ steps, general, dimensions }: Computation) => [
    ...steps.flatMap(({ label, text }) => [label, text]),
    ...general,
    ...dimensions.flatMap(({ signals }) => signals.flatMap(({ evidence, rule }) => [evidence, rule ?? ''])),
  ];
  await fc.assert(
    fc.asyncProperty(customer, anyModel, anyPortal, async (facts, model, context) => {
      const cycle = cycleBy(model, context);
      const english = await worded(facts, cycle, 'en');
      for (const locale of Object.keys(CATALOGUES)) {
        const told = await worded(facts, cycle, locale);
        const texts = textsOf(told);
        expect(texts).toHaveLength(textsOf(english).length);
        for (const [place, text] of texts.entries()) {
          expect(text, locale).not.toMatch(/[{}]|undefined|NaN|\bnull\b|\d{4}-\d{2}-\d{2}/);
          if (locale !== 'en' && /[a-z]{4}/.test(text)) expect(text, locale).not.toBe(textsOf(english)[place]);
        }
        const bare = ({ dimensions }: Computation) =>
          dimensions.flatMap(({ signals }) =>
            signals.map(({ points, share, pointsLost }) => [points, share, pointsLost]),
          );
        expect(bare(told)).toEqual(bare(english));
      }
    }),
    { numRuns: 10 },
  );
});
