import { afterEach, expect, it } from 'vitest';
import { InputError } from '../../src/errors.ts';
import type { PortalData } from '../../src/local/sandbox/portal-data.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/local/sandbox/start-sandbox.ts';
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
  expect(await ensureProperties({ client, store })).toEqual({
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
  expect(await ensureProperties({ client, store })).toEqual({
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
  await ensureProperties({ client, store });
  sandbox.portal.removeProperty('companies', 'account_health_coverage');
  const { available, created } = await ensureProperties({ client, store });
  expect([available, created]).toEqual([ALL, ['account_health_coverage']]);
  // What HubSpot showed of it before is gone with it.
  expect(forgotten).toEqual([ALL, ['account_health_coverage']]);
});

it('creates the most important ones where there is not room for all, and says what is left out', async () => {
  const { client } = await open({ customPropertyLimit: 4 }, { companies: [{ name: 'tier', type: 'string' }] });
  const first = await ensureProperties({ client, store });
  expect(first).toMatchObject({ available: ALL.slice(0, 3), created: ALL.slice(0, 3), leftOut: ALL.slice(3) });
  const second = await ensureProperties({ client, store });
  expect(second).toMatchObject({ available: ALL.slice(0, 3), created: [], leftOut: ALL.slice(3) });
});

it('creates not even the group where there is no room at all', async () => {
  const { sandbox, client } = await open({ customPropertyLimit: 1 }, { companies: [{ name: 'tier', type: 'string' }] });
  expect(await ensureProperties({ client, store })).toMatchObject({ available: [], created: [], leftOut: ALL });
  expect(Object.keys(sandbox.stats().byPath).filter((path) => path.startsWith('POST'))).toEqual([]);
});

it('where it may not create them, does with those that are there, and says what it takes', async () => {
  const { sandbox, client } = await open();
  await ensureProperties({ client, store });
  const absent = ['account_health_score', 'account_health_change_30d'];
  for (const name of absent) sandbox.portal.removeProperty('companies', name);
  sandbox.portal.setScopes(['crm.objects.companies.read', 'crm.objects.companies.write']);
  expect(await ensureProperties({ client, store })).toEqual({
    available: ALL.filter((name) => !absent.includes(name)),
    created: [],
    leftOut: [],
    uncreated: { properties: absent, scopes: ['crm.schemas.companies.write'] },
    missingOptions: [],
  });
});

it('refuses a property of our name and another type, and creates nothing', async () => {
  const { client } = await open({}, { companies: [{ name: 'account_health_score', type: 'string' }] });
  await expect(ensureProperties({ client, store })).rejects.toThrow(InputError);
  await expect(ensureProperties({ client, store })).rejects.toThrow(/account_health_score.*string.*number.*delete it/);
  const names = (await client.properties('companies')).map(({ name }) => name);
  expect(names).not.toContain('account_health_status');
});

it('tells which options were taken from a property', async () => {
  const options = ['healthy', 'unhealthy', 'splendid'];
  const { client } = await open({}, { companies: [{ name: 'account_health_status', type: 'enumeration', options }] });
  const { available, missingOptions } = await ensureProperties({ client, store });
  expect(available).toEqual(ALL);
  expect(missingOptions).toEqual([{ property: 'account_health_status', options: ['at_risk', 'unknown'] }]);
});
