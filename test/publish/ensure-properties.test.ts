import { afterEach, describe, expect, it } from 'vitest';
import { InputError } from '../../src/errors.ts';
import type { PortalData } from '../../src/local/sandbox/portal-data.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/local/sandbox/start-sandbox.ts';
import { ASKS_NOTHING, type Asking, dimensionProperty } from '../../src/publish/company-properties.ts';
import { ensureProperties } from '../../src/publish/ensure-properties.ts';
import { makeTestClient } from '../hubspot/test-client.ts';

let sandbox: Sandbox | undefined;
let forgotten: (readonly string[])[] = [];
afterEach(() => sandbox?.close());

const store = { forgetShown: async (names: readonly string[]) => void forgotten.push(names) };

async function open(options: Partial<SandboxOptions> = {}, extraProperties: PortalData['extraProperties'] = {}) {
  const data = {
    portalId: 77,
    timeZone: 'UTC',
    companyCurrency: 'EUR',
    takenAt: Date.UTC(2026, 0, 1),
    objects: { companies: [] },
    extraProperties,
  };
  sandbox = await startSandbox({ data, limits: 'off', ...options });
  forgotten = [];
  const { url, token } = sandbox;
  return { sandbox, client: makeTestClient({ baseUrl: url, token: async () => token }).client };
}

const ALL = [
  'account_health_score',
  'account_health_status',
  'account_health_coverage',
  'account_health_top_risk',
  'account_health_change_30d',
  'account_health_updated_at',
];

it('creates the group and all six, and the next time nothing', async () => {
  const { sandbox, client } = await open();
  expect(await ensureProperties({ client, store, model: ASKS_NOTHING })).toEqual({
    available: ALL,
    created: ALL,
    leftOut: [],
    uncreated: null,
    missingOptions: [],
  });
  const made = (await client.properties('companies')).filter(({ name }) => name.startsWith('account_health'));
  expect(made.map(({ groupName }) => groupName)).toEqual(Array(6).fill('account_health'));
  expect(made.map(({ name }) => name).sort()).toEqual([...ALL].sort());
  const status = made.find(({ name }) => name === 'account_health_status');
  expect(status?.options.map(({ value }) => value)).toEqual(['healthy', 'at_risk', 'unhealthy', 'unknown']);

  sandbox.resetStats();
  expect(await ensureProperties({ client, store, model: ASKS_NOTHING })).toEqual({
    available: ALL,
    created: [],
    leftOut: [],
    uncreated: null,
    missingOptions: [],
  });
  expect(sandbox.stats().total).toBe(1);
});

it('creates what is missing, and leaves the others as they are', async () => {
  const { sandbox, client } = await open();
  await ensureProperties({ client, store, model: ASKS_NOTHING });
  sandbox.portal.removeProperty('companies', 'account_health_coverage');
  const { available, created } = await ensureProperties({ client, store, model: ASKS_NOTHING });
  expect([available, created]).toEqual([ALL, ['account_health_coverage']]);
  // What HubSpot showed of it before is gone with it.
  expect(forgotten).toEqual([ALL, ['account_health_coverage']]);
});

it('creates the most important ones where there is not room for all, and says what is left out', async () => {
  const { client } = await open({ customPropertyLimit: 4 }, { companies: [{ name: 'tier', type: 'string' }] });
  const first = await ensureProperties({ client, store, model: ASKS_NOTHING });
  expect(first).toMatchObject({ available: ALL.slice(0, 3), created: ALL.slice(0, 3), leftOut: ALL.slice(3) });
  const second = await ensureProperties({ client, store, model: ASKS_NOTHING });
  expect(second).toMatchObject({ available: ALL.slice(0, 3), created: [], leftOut: ALL.slice(3) });
});

it('creates not even the group where there is no room at all', async () => {
  const { sandbox, client } = await open({ customPropertyLimit: 1 }, { companies: [{ name: 'tier', type: 'string' }] });
  expect(await ensureProperties({ client, store, model: ASKS_NOTHING })).toMatchObject({
    available: [],
    created: [],
    leftOut: ALL,
  });
  expect(Object.keys(sandbox.stats().byPath).filter((path) => path.startsWith('POST'))).toEqual([]);
});

it('where it may not create them, does with those that are there, and says what it takes', async () => {
  const { sandbox, client } = await open();
  await ensureProperties({ client, store, model: ASKS_NOTHING });
  const absent = ['account_health_score', 'account_health_change_30d'];
  for (const name of absent) sandbox.portal.removeProperty('companies', name);
  sandbox.portal.setScopes(['crm.objects.companies.read', 'crm.objects.companies.write']);
  expect(await ensureProperties({ client, store, model: ASKS_NOTHING })).toEqual({
    available: ALL.filter((name) => !absent.includes(name)),
    created: [],
    leftOut: [],
    uncreated: { properties: absent, scopes: ['crm.schemas.companies.write'] },
    missingOptions: [],
  });
});

it('refuses a property of our name and another type, and creates nothing', async () => {
  const { client } = await open({}, { companies: [{ name: 'account_health_score', type: 'string' }] });
  await expect(ensureProperties({ client, store, model: ASKS_NOTHING })).rejects.toThrow(InputError);
  await expect(ensureProperties({ client, store, model: ASKS_NOTHING })).rejects.toThrow(
    /account_health_score.*string.*number.*delete it/,
  );
  const names = (await client.properties('companies')).map(({ name }) => name);
  expect(names).not.toContain('account_health_status');
});

it('tells which options were taken from a property', async () => {
  const options = ['healthy', 'unhealthy', 'splendid'];
  const { client } = await open({}, { companies: [{ name: 'account_health_status', type: 'enumeration', options }] });
  const { available, missingOptions } = await ensureProperties({ client, store, model: ASKS_NOTHING });
  expect(available).toEqual(ALL);
  expect(missingOptions).toEqual([{ property: 'account_health_status', options: ['at_risk', 'unknown'] }]);
});

const SINCE = 'account_health_status_since';
const RISK = 'account_health_revenue_at_risk';
const CHECKED = 'account_health_checked_on';

describe('what the model asks for', () => {
  const signals = { nps: { weight: 1, whenUnknown: 'skip', settings: {} } } as const;
  const asking: Asking = { ...ASKS_NOTHING, write: ['revenue_at_risk', 'status_since'] };
  const scores: Asking = {
    ...ASKS_NOTHING,
    write: ['dimension_scores', 'checked_on'],
    dimensions: { sentiment: { weight: 1, signals }, my_own: { weight: 0, signals } },
  };

  it('is created after the six, in its order', async () => {
    const { client } = await open();
    const first = await ensureProperties({ client, store, model: asking });
    expect([first.available, first.created]).toEqual([
      [...ALL, RISK, SINCE],
      [...ALL, RISK, SINCE],
    ]);
    expect(await ensureProperties({ client, store, model: asking })).toMatchObject({ created: [] });
    const made = (await client.properties('companies')).filter(({ name }) => [SINCE, RISK].includes(name));
    expect(made.map(({ type }) => type).sort()).toEqual(['date', 'number']);
  });

  it('gives way to the six where there is not room for all', async () => {
    const { client } = await open({ customPropertyLimit: 7 });
    const { available, leftOut } = await ensureProperties({ client, store, model: asking });
    expect([available, leftOut]).toEqual([[...ALL, RISK], [SINCE]]);
  });

  it('has a property for each dimension, with the name that people know or the key', async () => {
    const { client } = await open();
    const { available } = await ensureProperties({ client, store, model: scores });
    expect(available).toEqual([...ALL, 'account_health_sentiment_score', 'account_health_my_own_score', CHECKED]);
    const made = (await client.properties('companies')).filter(({ label }) => label.startsWith('Health score: '));
    expect(made.map(({ label, type, groupName }) => [label, type, groupName])).toEqual([
      ['Health score: Sentiment', 'number', 'account_health'],
      ['Health score: my own', 'number', 'account_health'],
    ]);
  });

  it('stays available when the model asks for it no more, so that it can be blanked; nothing else is taken for ours', async () => {
    const own = [
      { name: 'account_health_manual_score', type: 'number' },
      { name: 'account_health_next_renewal', type: 'date' },
      { name: 'account_health_overdue_amount', type: 'string' },
    ];
    const { client } = await open({}, { companies: own });
    await ensureProperties({ client, store, model: scores });
    const { available } = await ensureProperties({ client, store, model: asking });
    const old = [CHECKED, ...['sentiment', 'my_own'].map(dimensionProperty)];
    expect(available.slice(0, 8)).toEqual([...ALL, RISK, SINCE]);
    expect(available.slice(8).toSorted()).toEqual(old.toSorted());
  });
});
