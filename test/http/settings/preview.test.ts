/** What a draft would change, and how one company fares under it, over HTTP. */

import { readFileSync } from 'node:fs';
import type { Computation } from '@account-health/contract/card';
import type { PreviewState } from '@account-health/contract/model';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { parseModel } from '../../../src/model-file.ts';
import { DEFAULT_PERMISSIONS } from '../../../src/permissions/permissions.ts';
import type { Store } from '../../../src/store/open-store.ts';
import { makeWording } from '../../../src/wording/make-wording.ts';
import { AWKWARD_NAME, NOW, OVERDUE, PAID, PROSPECT } from '../../jobs/small-portal.ts';
import { openTestStore } from '../../store/test-store.ts';
import { openServedPortal, type ServedPortal } from './served-portal.ts';

const STANDARD = readFileSync('models/standard-b2b.yaml', 'utf8');
const PREVIEW = '/api/settings/model/preview';
const BANDS = 'bands: { atRiskFrom: 33, healthyFrom: 66 }';
const USAGE = `
  usage:
    weight: 10
    signals:
      logins:
        weight: 1
        mapped: { property: logins_30d, kind: number, label: { en: Logins, it: Accessi } }
        curve: [[0, 0], [10, 100]]
`;

let store: Store;
let portal: ServedPortal;
let revision: number;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  portal = await openServedPortal(store);
  revision = 0;
});

/** The portal's draft, from now on. */
async function draft(yaml: string | null): Promise<void> {
  const next = yaml === null ? null : { yaml, basedOn: '2.1.0', changedAt: NOW, by: null };
  expect(await portal.rig.store.saveModelDraft(revision, next)).toBe(true);
  revision += 1;
}

const begin = (of = revision, query = '', as: 'admin' | 'rep' = 'admin') =>
  portal.ask<PreviewState & { error?: string }>('POST', `${PREVIEW}${query}`, { body: { revision: of }, as });
const look = async (query = '', as: 'admin' | 'rep' = 'admin') =>
  (await portal.ask<PreviewState>('GET', `${PREVIEW}${query}`, { as })).body;

async function previewed(query = '', as: 'admin' | 'rep' = 'admin') {
  expect((await begin(revision, query, as)).status).toBe(200);
  for (;;) {
    const state = await look(query, as);
    if (state.state === 'running') {
      await new Promise((resolve) => setTimeout(resolve, 5));
      continue;
    }
    if (state.result === null) throw new Error(`There is no preview: ${state.failure}`);
    return state.result;
  }
}

const tested = async (company: string, query = '') => {
  const path = `/api/settings/model/test?company=${company}${query}`;
  const { status, body } = await portal.ask<Computation>('GET', path);
  expect(status).toBe(200);
  return body;
};

test('who moves and why, the distribution, and the revenue of it', async () => {
  await portal.rig.cycle();
  expect(await look()).toEqual({ state: 'none', revision: null, done: null, of: null, result: null, failure: null });
  await draft(
    STANDARD.replace(BANDS, 'bands: { atRiskFrom: 20, healthyFrom: 90 }').replace(
      'lifecycleStages: [customer, evangelist]',
      'lifecycleStages: [customer, lead]',
    ),
  );
  const preview = await previewed();
  expect(preview).toMatchObject({
    asOf: new Date(NOW).toISOString(),
    companies: 5,
    before: { healthy: 1, at_risk: 0, unhealthy: 1, unknown: 1, notCustomer: 2 },
    after: { healthy: 0, at_risk: 2, unhealthy: 0, unknown: 2, notCustomer: 1 },
    ...{ worsened: 1, recovered: 1, otherMoves: 1, moreMoves: 0 },
    revenue: [
      { status: 'healthy', before: '€11,000', after: '€0' },
      { status: 'at_risk', before: '€0', after: '€21,000' },
      { status: 'unhealthy', before: '€10,000', after: '€0' },
      { status: 'unknown', before: '€0', after: '€0' },
    ],
    notes: ['Yearly revenue is known of 2 of 4 customers.'],
  });
  expect(preview.histogram.filter(({ before, after }) => before + after > 0)).toEqual([
    { from: 30, before: 1, after: 1 },
    { from: 80, before: 1, after: 1 },
  ]);
  const thresholds = 'New thresholds: healthy from 90 on, at risk from 20 on';
  const record = `https://app.hubspot.com/contacts/${portal.rig.store.portalId}/record/0-2/`;
  expect(preview.moves).toEqual([
    {
      ...{ id: PAID, name: 'Alder & Sons', url: record + PAID, revenue: '€11,000', why: [thresholds] },
      from: { score: 83, status: 'healthy' },
      to: { score: 83, status: 'at_risk' },
    },
    {
      ...{ id: OVERDUE, name: AWKWARD_NAME, url: record + OVERDUE, revenue: '€10,000', why: [thresholds] },
      from: { score: 32, status: 'unhealthy' },
      to: { score: 32, status: 'at_risk' },
    },
    {
      ...{ id: PROSPECT, name: 'Elm', url: record + PROSPECT, revenue: null },
      why: [expect.stringMatching(/^With the draft: Nothing is known about this customer/)],
      from: { score: null, status: null },
      to: { score: null, status: 'unknown' },
    },
  ]);
});

test('the rows of a change are told by name, and sum to it', async () => {
  await portal.rig.cycle();
  await draft(
    STANDARD.replace('  - { key: long_overdue, signal: overdue_balance, from: 61, scoreAtMost: 32 }\n', '').replace(
      'scoreAtMost: 65',
      'scoreAtMost: 66',
    ),
  );
  const { moves, recovered } = await previewed();
  expect(recovered).toBe(1);
  const [move] = moves;
  const points = (move?.to.score ?? 0) - (move?.from.score ?? 0);
  expect(move).toMatchObject({ id: OVERDUE, why: [`Long overdue invoice (+${points})`] });
});

test('what is not read yet is unknown, and named', async () => {
  await portal.rig.cycle();
  await draft(
    STANDARD.replace('\n  deals:\n', `${USAGE}\n  deals:\n`).replace(
      'eligibility:\n',
      'eligibility:\n  customers: { property: plan_name, values: [Gold] }\n',
    ),
  );
  expect((await previewed()).notes).toEqual([
    expect.stringMatching(/^No company changes its status|^Within/),
    'Not read yet, so unknown in this preview: Logins. The first cycle after publishing reads them.',
    'Not read yet: plan_name. Who is a customer, has left or is in which segment goes by them only after publishing.',
    'Yearly revenue is known of 2 of 3 customers.',
  ]);
  expect((await look('?locale=it')).result?.notes[1]).toBe(
    'Non ancora letti, quindi non noti in questa anteprima: Accessi. Li legge il primo ciclo dopo la pubblicazione.',
  );
  const { dimensions } = await tested(PAID);
  expect(dimensions.find(({ key }) => key === 'usage')?.signals).toMatchObject([
    { signal: 'logins', label: 'Logins', evidence: 'Not read yet.', raw: null, points: null, share: 0 },
  ]);
});

test('one company under the draft, and under what is active', async () => {
  await portal.rig.cycle();
  await draft(STANDARD.replace(BANDS, 'bands: { by: quartiles }').replace('version: "2.1.0"', 'version: "next"'));
  const active = await tested(PAID, '&of=active');
  expect(active).toMatchObject({ score: 83, status: 'healthy', model: { version: '2.1.0' } });
  const drafted = await tested(PAID);
  expect(drafted).toMatchObject({ score: 83, status: 'healthy', model: { version: 'next' } });
  expect(drafted.steps.at(-1)?.text).toMatch(
    /^Healthy\. Healthy from 66 on.*best quarter is healthy.*The preview shows them\.$/,
  );
  await draft(null);
  expect(await tested(PAID)).toEqual(active);
});

test('thresholds of the whole portal stand in for a draft that asks for the same kind, and for no other', async () => {
  const byAlarm = 'bands: { by: alarm_budget, callsAWeek: 1, atRiskFrom: 10, healthyFrom: 66 }';
  const alarm = STANDARD.replace(BANDS, byAlarm);
  await portal.rig.cycle({ model: parseModel(alarm, 'alarm.yaml') });
  const bandOf = async () => (await tested(PAID)).steps.at(-1)?.text;
  await draft(alarm);
  expect(await bandOf()).toMatch(/^Healthy\. Healthy from 66 on, at risk from 66 on.*call in a week \(1\)\./);
  await draft(STANDARD.replace(BANDS, 'bands: { by: quartiles, atRiskFrom: 10, healthyFrom: 90 }'));
  expect(await bandOf()).toMatch(/^At risk\. Healthy from 90 on, at risk from 10 on/);
});

test('no preview, and why: nothing changed, mistakes, no cycle, another revision', async () => {
  await draft(STANDARD);
  const failure = async (query = '') => {
    const { status, body } = await begin(revision, query);
    expect([status, body.state, body.result]).toEqual([200, 'failed', null]);
    return body.failure;
  };
  expect(await failure()).toBe('No scores have been computed yet. A preview is possible after the first sync.');
  await portal.rig.cycle();
  await draft(STANDARD.replace('weight: 25', 'weight: -1'));
  expect(await failure('?locale=tr')).toMatch(/^Taslakta hatalar var/);
  expect(await tested(PAID)).toMatchObject({
    score: null,
    steps: [{ text: 'The draft has mistakes. Mend them first; then it can be tried on a company.' }],
  });
  const turkish = makeWording({ locale: 'tr', timeZone: 'UTC' }).say('computation.draft.mistakes');
  expect((await tested(PAID, '&locale=tr')).steps).toMatchObject([{ text: turkish }]);
  const { status, body } = await begin(revision - 1);
  expect(status).toBe(409);
  expect(body).toMatchObject({ state: 'none', error: expect.stringMatching(/^The draft has been changed since/) });
  await draft(null);
  expect(await failure()).toBe('Nothing is being changed, so there is nothing to preview.');
});

test('only who may change the model, and bad requests in one line', async () => {
  await portal.rig.cycle();
  await draft(STANDARD);
  for (const path of [PREVIEW, `/api/settings/model/test?company=${PAID}`])
    expect((await portal.ask('GET', path, { as: 'rep' })).status).toBe(403);
  expect((await begin(revision, '', 'rep')).status).toBe(403);
  for (const body of [{}, { revision: 'x' }, { revision: -1 }, { revision: 1, more: 1 }, []]) {
    const answer = await portal.ask<{ error: string }>('POST', PREVIEW, { body });
    expect([answer.status, typeof answer.body.error]).toEqual([400, 'string']);
  }
  for (const query of ['', '?company=x', '?company=1&of=both', '?company=1&company=2'])
    expect((await portal.ask('GET', `/api/settings/model/test${query}`)).status).toBe(400);
});

test('a manager sees amounts and names', async () => {
  await portal.rig.cycle();
  await draft(STANDARD.replace(BANDS, 'bands: { atRiskFrom: 20, healthyFrom: 90 }'));
  const permissions = { ...DEFAULT_PERMISSIONS, managers: { userIds: ['2'] } };
  await portal.ask('PUT', '/api/settings/permissions', { body: { version: 0, permissions } });
  const { moves, revenue } = await previewed('', 'rep');
  expect(moves.map(({ name }) => name)).toContain('Alder & Sons');
  expect(revenue).not.toBeNull();
});
