import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import app from '../../app.json' with { type: 'json' };
import { PortalDisconnected, RetryLater, ScopeMissing } from '../../src/errors.ts';
import { readScopes } from '../../src/hubspot/needed-scopes.ts';
import type { PortalClient } from '../../src/hubspot/portal-client.ts';
import { OBJECT_TYPES } from '../../src/scoring/object-types.ts';
import { readPlan } from '../../src/scoring/read-plan.ts';
import { SIGNALS } from '../../src/scoring/signals/registry.ts';
import { collect, HUBSPOT, makeTestClient, TOKEN } from './test-client.ts';

const PATH = '/account-info/2026-09/details';
const ACCOUNT = {
  portalId: 7,
  timeZone: 'America/New_York',
  companyCurrency: 'USD',
  additionalCurrencies: [],
  uiDomain: 'app.hubspot.com',
};
const ALL = { properties: [], above: '0', upTo: null };
const UPDATE = { id: '1', properties: { account_health_score: '1' } };
const rateLimit = (policyName: string) => ({
  status: 'error',
  message: 'You have reached your limit.',
  errorType: 'RATE_LIMIT',
  correlationId: 'c0ffee',
  policyName,
  requestId: 'r1',
});

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
});

const api = () => nock(HUBSPOT);
const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => 'no error',
    (error: unknown) => error,
  );

describe('a failure that may pass', () => {
  // With random() at 0.5 the first backoff is 250 ms.
  const table: [name: string, status: number, body: object | string, headers: Record<string, string>, wait: number][] =
    [
      ['429 within ten seconds', 429, rateLimit('TEN_SECONDLY_ROLLING'), {}, 10_250],
      ['429 within a second', 429, rateLimit('SECONDLY'), {}, 1_250],
      ['429 with Retry-After', 429, rateLimit('TEN_SECONDLY_ROLLING'), { 'Retry-After': '3' }, 3_250],
      ['429 with Retry-After as a date', 429, '', { 'Retry-After': 'Thu, 15 Jan 2026 12:00:04 GMT' }, 4_250],
      ['429 without a word', 429, '', {}, 10_250],
      ['423', 423, { status: 'error', message: 'locked' }, {}, 2_250],
      ['477 with a short wait', 477, {}, { 'Retry-After': '20' }, 20_250],
      ['500', 500, 'oops', {}, 250],
      ['502', 502, '<html>', {}, 250],
      ['503', 503, {}, {}, 250],
      ['504', 504, {}, {}, 250],
      ['a good status with a cut body', 200, '{"portalId": 7, "timeZ', {}, 250],
    ];
  it.each(table)('%s: waits and tries again', async (_, status, body, headers, waitMs) => {
    api().get(PATH).reply(status, body, headers);
    api().get(PATH).reply(200, ACCOUNT);
    const { client, slept } = makeTestClient();
    expect(await client.account()).toEqual(ACCOUNT);
    expect(slept).toEqual([waitMs]);
    expect(client.calls).toEqual({ total: 2, rateLimited: status === 429 ? 1 : 0, failed: 1 });
    expect(nock.isDone()).toBe(true);
  });

  it('backs off twice as long each time, at random within it, and gives up after six tries', async () => {
    api().get(PATH).times(6).reply(503, {});
    const { client, slept } = makeTestClient({ random: () => 1 });
    const error = await failure(client.account());
    expect(error).toBeInstanceOf(RetryLater);
    expect(error).toMatchObject({ message: `HubSpot answered 503 to GET ${PATH}, try 6 of 6`, afterMs: 60_000 });
    expect(slept).toEqual([500, 1_000, 2_000, 4_000, 8_000]);
    expect(nock.isDone()).toBe(true);
  });

  it('a migrating portal (477) is left alone for as long as HubSpot asks', async () => {
    api().get(PATH).reply(477, {}, { 'Retry-After': '86400' });
    const { client, slept } = makeTestClient();
    expect(await failure(client.account())).toMatchObject({ name: 'RetryLater', afterMs: 86_400_000 });
    expect(slept).toEqual([]);
  });

  it("the daily limit ends with the portal's day, which account() tells", async () => {
    api().get(PATH).times(2).reply(429, rateLimit('DAILY'));
    const { client } = makeTestClient();
    // Noon UTC on 15 January: twelve hours to midnight in UTC, seventeen in New York.
    expect(await failure(client.account())).toMatchObject({ name: 'RetryLater', afterMs: 12 * 3_600_000 });
    nock.cleanAll();
    api().get(PATH).reply(200, ACCOUNT);
    api().get(PATH).reply(429, rateLimit('DAILY'));
    await client.account();
    expect(await failure(client.account())).toMatchObject({ name: 'RetryLater', afterMs: 17 * 3_600_000 });
  });

  it('asks for the token anew on each try', async () => {
    const seen: (string | null)[] = [];
    api()
      .get(PATH)
      .times(2)
      .reply((request: Request) => {
        seen.push(request.headers.get('authorization'));
        return seen.length === 1 ? [502, ''] : [200, ACCOUNT];
      });
    let issued = 0;
    const { client } = makeTestClient({ token: async () => `token-${++issued}` });
    await client.account();
    expect(seen).toEqual(['Bearer token-1', 'Bearer token-2']);
  });
});

describe('a failure that stays', () => {
  it('401: disconnected, with the remedy', async () => {
    api()
      .get(PATH)
      .reply(401, { category: 'INVALID_AUTHENTICATION', message: 'Authentication credentials not found.' });
    const { client, slept } = makeTestClient();
    const error = await failure(client.account());
    expect(error).toBeInstanceOf(PortalDisconnected);
    expect(String(error)).toMatch(/check HUBSPOT_ACCESS_TOKEN/);
    expect(slept).toEqual([]);
  });

  it('403 for scopes: names them, wherever the body has them', async () => {
    const scopesOf = async (body: object) => {
      api()
        .get('/crm/properties/2026-09/emails')
        .reply(403, { category: 'MISSING_SCOPES', ...body });
      const error = await failure(makeTestClient().client.properties('emails'));
      expect(error).toBeInstanceOf(ScopeMissing);
      return error instanceof ScopeMissing && error.scopes;
    };
    const granular = { context: { requiredGranularScopes: ['crm.objects.contacts.read', 'sales-email-read'] } };
    expect(await scopesOf({ errors: [granular, granular] })).toEqual(['crm.objects.contacts.read', 'sales-email-read']);
    expect(await scopesOf({ errors: [{ context: { requiredScopes: ['tickets'] } }] })).toEqual(['tickets']);
    expect(await scopesOf({ context: { requiredScopes: ['tickets'] } })).toEqual(['tickets']);
    // Every field of an error body may be absent, and older endpoints have but a message.
    expect(await scopesOf({ category: undefined, errors: [granular] })).toHaveLength(2);
  });

  describe('403 that names no scopes, in whatever form', () => {
    const bodies: [name: string, body: object | string, words: string][] = [
      ['a category alone', { category: 'MISSING_SCOPES', errors: 'none' }, ''],
      ['a message alone', { message: 'This oauth-token does not have proper permissions!' }, 'proper permissions!'],
      ['a user without the permission', { category: 'FORBIDDEN', message: 'You may not view this' }, 'may not view'],
      ['nothing', {}, ''],
      ['no JSON', '<html>Forbidden</html>', ''],
    ];
    it.each(bodies)('%s: the scopes that such a call takes, and HubSpot’s own words', async (_, body, words) => {
      api().get('/crm/properties/2026-09/emails').reply(403, body);
      const { client } = makeTestClient();
      const error = await failure(client.properties('emails'));
      expect(error).toBeInstanceOf(ScopeMissing);
      expect(error).toMatchObject({ scopes: ['crm.objects.contacts.read', 'sales-email-read'] });
      expect(String(error)).toContain('crm.objects.contacts.read, sales-email-read');
      expect(String(error)).toContain(words);
      expect(String(error)).not.toContain('<html>');
      expect(client.calls.total).toBe(1);
    });

    const calls: [name: string, ask: (client: PortalClient) => Promise<unknown>, scopes: readonly string[]][] = [
      ['account', (client) => client.account(), ['oauth']],
      ['pipelines', (client) => client.pipelines('deals'), ['crm.objects.deals.read']],
      ['list', (client) => collect(client.list('tickets', { properties: [], associations: [] })), ['tickets']],
      ['search', (client) => client.search('invoices', ALL), ['crm.objects.invoices.read']],
      ['read', (client) => client.read('deals', ['1'], []), ['crm.objects.deals.read']],
      [
        'associations',
        (client) => client.associations('contacts', 'companies', ['1']),
        ['crm.objects.contacts.read', 'crm.objects.companies.read'],
      ],
      ['write', (client) => client.updateBatch('companies', [UPDATE]), ['crm.objects.companies.write']],
      ['group', (client) => client.createPropertyGroup('companies', 'g', 'G'), ['crm.schemas.companies.write']],
      ['an unknown type', (client) => client.properties('cars'), []],
    ];
    it.each(calls)('%s', async (_, ask, scopes) => {
      api().get(/.*/).reply(403, {});
      api().post(/.*/).reply(403, {});
      const error = await failure(ask(makeTestClient().client));
      expect(error).toBeInstanceOf(ScopeMissing);
      expect(error).toMatchObject({ scopes });
      if (scopes.length === 0) expect(String(error)).toContain('HubSpot names none');
    });

    it('every scope that is named so is one that the app asks for', () => {
      const asked = [...app.scopes.required, ...app.scopes.optional];
      for (const [, , scopes] of calls) for (const scope of scopes) expect(asked).toContain(scope);
      for (const type of OBJECT_TYPES) expect([type, readScopes(type)]).not.toEqual([type, []]);
      // It asks for none of a type that no signal reads.
      for (const { objectType } of readPlan(SIGNALS))
        for (const scope of readScopes(objectType)) expect(asked).toContain(scope);
    });
  });

  it.each([400, 404, 409, 414, 501])('%i: one plain error, never repeated', async (status) => {
    const body = { category: 'VALIDATION_ERROR', message: 'There is no such thing', correlationId: 'c0ffee' };
    api()
      .get(/^\/crm\/objects\/2026-09\/cars\?/)
      .reply(status, body);
    const { client } = makeTestClient();
    const page = client
      .list('cars', { properties: ['private_name'], associations: [] })
      [Symbol.asyncIterator]()
      .next();
    const error = await failure(page);
    expect(error).toMatchObject({
      message: `HubSpot refused GET /crm/objects/2026-09/cars (${status}): There is no such thing [correlationId c0ffee]`,
    });
    expect(client.calls).toEqual({ total: 1, rateLimited: 0, failed: 1 });
  });

  it('an answer of another form than documented is a loud error, and not repeated', async () => {
    api()
      .get(PATH)
      .reply(200, { ...ACCOUNT, portalId: 'seven' });
    const { client } = makeTestClient();
    await expect(client.account()).rejects.toThrow(/has an unknown form: .* at "portalId"/);
    expect(client.calls.total).toBe(1);
  });

  it.each(['', 'two words', 'line\nbreak', 'naïve'])(
    'a malformed token (%j) is never sent, nor shown',
    async (token) => {
      const { client } = makeTestClient({ token: async () => token });
      const error = await failure(client.account());
      expect(error).toBeInstanceOf(PortalDisconnected);
      if (token !== '') expect(String(error)).not.toContain(token);
    },
  );
});

it('never tells the token, in no warning and no error', async () => {
  const said: string[] = [];
  for (const status of [400, 401, 403, 429, 500]) {
    api().get(PATH).times(6).reply(status, { message: 'no' });
    const { client, warnings } = makeTestClient();
    const error = await failure(client.account());
    said.push(JSON.stringify(warnings), error instanceof Error ? `${error.stack} ${JSON.stringify(error)}` : '');
    nock.cleanAll();
  }
  expect(said.join()).toContain('HubSpot');
  expect(said.join()).not.toContain(TOKEN);
});
