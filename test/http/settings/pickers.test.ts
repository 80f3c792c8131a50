/** What of the portal's own a model may name, as the page's pickers are told. */
import type { PipelinesAnswer, PropertiesAnswer } from '@account-health/contract/model';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { PortalDisconnected, RetryLater } from '../../../src/errors.ts';
import { companyId } from '../../../src/ids.ts';
import { ALL_SCOPES } from '../../../src/local/sandbox/object-types.ts';
import type { Store } from '../../../src/store/open-store.ts';
import { makeWording } from '../../../src/wording/make-wording.ts';
import { openTestStore } from '../../store/test-store.ts';
import { openServedPortal, type ServedPortal } from './served-portal.ts';

let store: Store;
let portal: ServedPortal;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

const TIER = { name: 'tier', type: 'enumeration', options: ['gold', 'silver'] };
const OURS = { name: 'account_health_own', type: 'number' };
beforeEach(async () => {
  portal = await openServedPortal(store, { data: { extraProperties: { companies: [TIER, OURS] } } });
});

const italian = makeWording({ locale: 'it', timeZone: 'UTC' });
const properties = async (query = '', as: 'admin' | 'rep' = 'admin') =>
  await portal.ask<PropertiesAnswer>('GET', `/api/settings/properties${query}`, { as });
const pipelines = async (query = '', as: 'admin' | 'rep' = 'admin') =>
  await portal.ask<PipelinesAnswer>('GET', `/api/settings/pipelines${query}`, { as });

test('companies’ properties with their choices, by label, without those that the app writes', async () => {
  const { properties: found, refused } = (await properties()).body;
  expect(refused).toBeNull();
  const tier = found.find(({ name }) => name === 'tier');
  expect(tier).toMatchObject({ type: 'enumeration', options: [{ value: 'gold' }, { value: 'silver' }] });
  expect(found.some(({ name }) => name.startsWith('account_health_'))).toBe(false);
  const labels = found.map(({ label }) => label);
  expect(labels).toEqual(labels.toSorted(new Intl.Collator('en').compare));
  expect(labels.every((label) => label !== '')).toBe(true);
});

test('what has no label goes by its name; hidden choices are left out, and so are those beyond three hundred', async () => {
  const option = { label: '', displayOrder: 0, hidden: false };
  const choices = Array.from({ length: 301 }, (_, index) => ({ ...option, value: `v${index}` }));
  const options = [{ ...option, value: 'old', hidden: true }, ...choices];
  portal = await openServedPortal(store, {
    client: (own) => ({
      ...own,
      properties: async (type) =>
        (await own.properties(type)).slice(0, 1).map((one) => ({ ...one, label: '', options })),
    }),
  });
  const [found] = (await properties()).body.properties;
  expect(found?.label).toBe(found?.name);
  expect(found?.options).toEqual(choices.slice(0, 300).map(({ value }) => ({ value, label: value })));
});

test('those of another type, and deals’ pipelines', async () => {
  const { properties: found } = (await properties('?objectType=deals')).body;
  expect(found.map(({ name }) => name)).toContain('dealstage');
  expect(found.map(({ name }) => name)).not.toContain('tier');
  const { pipelines: held, refused } = (await pipelines()).body;
  expect([held.length > 0, held.every(({ id, label }) => id !== '' && label !== ''), refused]).toEqual([
    true,
    true,
    null,
  ]);
});

test('a type that the portal does not have, and what HubSpot does not grant, are said in the reader’s language', async () => {
  const absent = (await properties('?objectType=2-4567&locale=it')).body;
  expect(absent).toEqual({ properties: [], refused: italian.say('model.refused.type') });
  portal.rig.sandbox.portal.setScopes(ALL_SCOPES.filter((scope) => !scope.startsWith('crm.objects.deals')));
  const refused = (await pipelines('?locale=it')).body;
  expect(refused.pipelines).toEqual([]);
  expect(refused.refused).toBe(italian.say('model.refused.scopes', { scopes: 'crm.objects.deals.read' }));
});

test.each([
  ['does not answer', new RetryLater('', 1), 'portal.unreachable'],
  ['does not let us in any more', new PortalDisconnected('gone'), 'portal.disconnected'],
])('so is that HubSpot %s', async (_what, error, key) => {
  const fails = () => Promise.reject(error);
  portal = await openServedPortal(store, { client: (own) => ({ ...own, properties: fails, pipelines: fails }) });
  expect((await properties('?locale=it')).body).toEqual({ properties: [], refused: italian.say(key) });
  expect((await pipelines('?locale=it')).body).toEqual({ pipelines: [], refused: italian.say(key) });
});

test('who may not change the model is told too, to read it by these names; and everybody only of what can be a type', async () => {
  expect((await properties('', 'rep')).body).toEqual((await properties()).body);
  expect((await pipelines('', 'rep')).body).toEqual((await pipelines()).body);
  portal.rig.sandbox.resetStats();
  for (const type of ['../users', 'Deals', '2-', '2-x', '', 'a/b', 'deals&objectType=tickets'])
    expect((await properties(`?objectType=${type}`)).status).toBe(400);
  expect(Object.keys(portal.rig.calls()).filter((path) => path.includes('properties'))).toEqual([]);
});

test('people are refused in the reader’s language', async () => {
  portal = await openServedPortal(store, { client: () => null });
  const { body } = await portal.ask<{ refused: string }>('GET', '/api/settings/people?locale=it');
  expect(body.refused).toBe(italian.say('portal.unreachable'));
});

test('companies: those that are held, twenty at most, the nameless last', async () => {
  const { store: held } = portal.rig;
  const company = (id: number, name: string | null) => ({ id: `${id}`, effectiveAt: 5, values: { name } });
  const many = Array.from({ length: 19 }, (_, index) => company(100 + index, `Vale ${index}`));
  await held.saveRecords('companies', [company(1, null), company(2, 'Gone'), ...many], 10);
  await held.endRecords('companies', [{ id: '2', effectiveAt: 6 }], 12);
  const find = async () =>
    (await portal.ask<{ companies: { id: string; name: string }[] }>('GET', '/api/settings/companies')).body.companies;
  expect(await find()).toHaveLength(20);
  expect((await find()).at(-1)).toEqual({ id: companyId('1'), name: '' });
  await held.saveRecords('companies', [company(3, 'Zeta'), company(4, 'Zeta')], 13);
  const now = await find();
  expect([now.length, now.at(-1)?.name]).toEqual([20, 'Zeta']);
});
