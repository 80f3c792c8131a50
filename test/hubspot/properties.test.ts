import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NewProperty } from '../../src/hubspot/properties.ts';
import { HUBSPOT, makeTestClient } from './test-client.ts';

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
});

const PATH = '/crm/properties/2026-09/companies';
const LIMITS = '/crm/limits/2026-09/custom-properties';

const property = (name: string) =>
  ({
    name,
    label: name,
    description: '',
    type: 'number' as const,
    fieldType: 'number' as const,
    groupName: 'account_health',
  }) satisfies NewProperty;
const exists = (name: string) => ({
  status: 'error',
  message: `Property ${name} already exists`,
  category: 'CONFLICT',
});

describe('properties', () => {
  it('reads definitions with their options', async () => {
    const options = [{ label: 'Happy', value: 'happy', displayOrder: 0, hidden: false, description: null }];
    const rest = { label: 'Pulse', fieldType: 'select', groupName: 'companyinformation', hubspotDefined: true };
    nock(HUBSPOT)
      .get(PATH)
      .reply(200, {
        results: [
          { name: 'hs_csm_sentiment', type: 'enumeration', ...rest, options },
          { name: 'name', type: 'string', ...rest, options: null },
        ],
      });
    const [first, second] = await makeTestClient().client.properties('companies');
    expect(first).toEqual({
      name: 'hs_csm_sentiment',
      label: 'Pulse',
      description: '',
      type: 'enumeration',
      fieldType: 'select',
      groupName: 'companyinformation',
      options: [{ label: 'Happy', value: 'happy', displayOrder: 0, hidden: false }],
    });
    expect(second?.options).toEqual([]);
  });
});

describe('propertyLimit', () => {
  const limits = (limit: number, usage: number, overallLimit: number, overallUsage: number) => ({
    byObjectType: [
      { objectTypeId: '0-1', limit: 9, usage: 9, pluralLabel: 'Contacts' },
      { objectTypeId: '0-2', limit, usage, pluralLabel: 'Companies' },
    ],
    overallLimit,
    overallUsage,
  });
  it("is the tighter of the object type's and the account's", async () => {
    nock(HUBSPOT)
      .get(LIMITS)
      .reply(200, limits(10, 4, 1_000, 20))
      .get(LIMITS)
      .reply(200, limits(10, 4, 25, 20));
    const { client } = makeTestClient();
    expect(await client.propertyLimit('companies')).toEqual({ used: 4, limit: 10 });
    expect(await client.propertyLimit('companies')).toEqual({ used: 20, limit: 25 });
  });

  it.each([
    ['no such endpoint', 404, {}],
    ['no scope to ask', 403, { category: 'MISSING_SCOPES' }],
    ['no right to ask', 403, {}],
    ['no such object type', 200, { byObjectType: [], overallLimit: 1, overallUsage: 1 }],
  ])('%s: not told', async (_, status, body) => {
    nock(HUBSPOT).get(LIMITS).reply(status, body);
    expect(await makeTestClient().client.propertyLimit('companies')).toBeUndefined();
  });

  it('a lost portal is still lost', async () => {
    nock(HUBSPOT).get(LIMITS).reply(401, {});
    await expect(makeTestClient().client.propertyLimit('companies')).rejects.toMatchObject({
      name: 'PortalDisconnected',
    });
  });
});

describe('createPropertyGroup', () => {
  const body = { name: 'account_health', label: 'Account Health', displayOrder: -1 };
  it.each([
    ['created', 201, { ...body, archived: false }],
    ['there already (409)', 409, { message: 'conflict' }],
    ['there already (400)', 400, { message: "Property group 'account_health' already exists" }],
  ])('%s', async (_, status, answer) => {
    nock(HUBSPOT).post(`${PATH}/groups`, body).reply(status, answer);
    await makeTestClient().client.createPropertyGroup('companies', 'account_health', 'Account Health');
    expect(nock.isDone()).toBe(true);
  });

  it('any other refusal is an error', async () => {
    nock(HUBSPOT).post(`${PATH}/groups`).reply(400, { message: 'Invalid name' });
    const created = makeTestClient().client.createPropertyGroup('companies', 'x', 'X');
    await expect(created).rejects.toThrow(/Invalid name/);
  });
});

describe('createProperties', () => {
  const CREATE = `${PATH}/batch/create`;
  const [a, b] = [property('a'), property('b')];

  it('creates them in one call; none make none', async () => {
    nock(HUBSPOT)
      .post(CREATE, { inputs: [a, b] })
      .reply(201, { status: 'COMPLETE', results: [a, b] });
    const { client } = makeTestClient();
    await client.createProperties('companies', [a, b]);
    await client.createProperties('companies', []);
    expect(client.calls.total).toBe(1);
  });

  it.each([409, 400])('one that exists refuses the batch (%i): the others are created all the same', async (status) => {
    nock(HUBSPOT)
      .post(CREATE, { inputs: [a, b] })
      .reply(status, exists('a'))
      .post(CREATE, { inputs: [a] })
      .reply(status, exists('a'))
      .post(CREATE, { inputs: [b] })
      .reply(201, { results: [b] });
    await makeTestClient().client.createProperties('companies', [a, b]);
    expect(nock.isDone()).toBe(true);
  });

  it('207: one that exists is fine, one that failed is not', async () => {
    nock(HUBSPOT)
      .post(CREATE)
      .reply(207, { results: [b], errors: [exists('a')] })
      .post(CREATE)
      .reply(207, { results: [b], errors: [exists('a'), { message: 'Limit reached', category: 'LIMIT_EXCEEDED' }] });
    const { client } = makeTestClient();
    await client.createProperties('companies', [a, b]);
    await expect(client.createProperties('companies', [a, b])).rejects.toThrow(/Limit reached/);
  });
});
