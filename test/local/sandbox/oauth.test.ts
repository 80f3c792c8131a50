import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { type Decision, decide } from './agree.ts';
import { DATA, handClock, sandbox } from './sandbox-fixture.ts';

const APP = { clientId: 'app-1', clientSecret: 'not-a-secret', redirectUris: ['https://app.example/oauth'] };
const CLIENT = { client_id: APP.clientId, client_secret: APP.clientSecret };
const REDIRECT = { redirect_uri: 'https://app.example/oauth' };

async function installed(options: Parameters<typeof sandbox>[0] = {}) {
  const box = await sandbox({ oauthApp: APP, ...options });
  const form = async (path: string, fields: Record<string, string>) => {
    const response = await fetch(`${box.url}${path}`, { method: 'POST', body: new URLSearchParams(fields) });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  };
  const consent = async (query: Record<string, string>, decision?: Decision) => {
    const link = `${box.url}/oauth/authorize?${new URLSearchParams({ client_id: APP.clientId, ...REDIRECT, ...query })}`;
    const { status, location, html } = await decide(link, decision);
    const back = location?.searchParams ?? new URLSearchParams();
    return { status, back, html, isSentBack: location !== undefined, code: back.get('code') ?? '' };
  };
  const token = (fields: Record<string, string>) => form('/oauth/2026-03/token', { ...CLIENT, ...fields });
  const exchange = (code: string, more: Record<string, string> = {}) =>
    token({ grant_type: 'authorization_code', code, ...REDIRECT, ...more });
  return { ...box, form, consent, token, exchange };
}

test('consent, code and token: half an hour, the portal, and the scopes that were granted', async () => {
  const { call, consent, exchange } = await installed({ scopes: ['oauth', 'crm.objects.companies.read'] });
  const { status, back, code } = await consent({
    scope: 'oauth crm.objects.companies.read',
    optional_scope: 'tickets',
    state: 's1',
  });
  expect([status, back.get('state')]).toEqual([302, 's1']);
  const issued = await exchange(code);
  expect(issued.body).toMatchObject({
    token_type: 'bearer',
    expires_in: 1800,
    hub_id: 4711,
    user_id: 1,
    scopes: ['oauth', 'crm.objects.companies.read'],
  });
  const token = issued.body.access_token;
  expect((await call('/crm/objects/2026-09/companies', { token })).status).toBe(200);
  expect((await call('/crm/objects/2026-09/tickets', { token })).status).toBe(403);
  // A code works once.
  const twice = await exchange(code);
  expect([twice.status, twice.body.error]).toEqual([400, 'invalid_grant']);
});

test('a required scope that the account lacks is refused on a page of its own', async () => {
  const { consent } = await installed({ scopes: ['oauth'] });
  const { status, isSentBack, html } = await consent({ scope: 'oauth tickets', state: 's1' });
  expect([status, isSentBack]).toEqual([400, false]);
  expect(html).toContain('Account 4711 cannot grant: tickets.');
});

test.each([
  ['an unknown app', { client_id: 'app-2' }, 'Unknown client_id'],
  ['an address that was not registered', { redirect_uri: 'https://app.example/oauth/' }, 'not registered'],
  ['no scope', { scope: '' }, 'no scope'],
  ['a plain challenge', { code_challenge: 'a'.repeat(43), code_challenge_method: 'plain' }, 'S256'],
  ['a challenge without a method', { code_challenge: 'a'.repeat(43) }, 'S256'],
])('a link with %s is refused, and sends nobody anywhere', async (_what, query, words) => {
  const { consent } = await installed();
  const { status, isSentBack, html } = await consent({ scope: 'oauth', ...query });
  expect([status, isSentBack]).toEqual([400, false]);
  expect(html).toContain(words);
});

test('a link must ask for what the app is configured with: all of the required scopes, and no others', async () => {
  const configured = { required: ['oauth', 'tickets'], optional: ['sales-email-read'] };
  const { consent } = await installed({ oauthApp: { ...APP, configured } });
  expect((await consent({ scope: 'oauth' })).html).toContain('insufficient');
  expect((await consent({ scope: 'oauth tickets sales-email-read' })).html).toContain('different scopes');
  expect((await consent({ scope: 'oauth tickets', optional_scope: 'crm.lists.read' })).html).toContain('different');
  expect((await consent({ scope: 'oauth tickets', optional_scope: 'sales-email-read' })).status).toBe(302);
});

test('who cancels is sent back with the refusal and the state, and without a code', async () => {
  const { consent } = await installed();
  const { status, back } = await consent({ scope: 'oauth', state: 's&1' }, { decision: 'cancel' });
  expect([status, back.get('error'), back.get('state')]).toEqual([302, 'access_denied', 's&1']);
  expect(back.get('error_description')).toMatch(/\S/);
  expect(back.has('code')).toBe(false);
});

test('a code is refused with another address, and after half a minute', async () => {
  const { clock, pass } = handClock();
  const { consent, exchange } = await installed({ clock });
  const { code } = await consent({ scope: 'oauth' });
  expect((await exchange(code, { redirect_uri: 'https://else.example' })).status).toBe(400);
  pass(30_000);
  expect((await exchange(code)).body.status).toBe('BAD_AUTH_CODE');
});

test('the account that is chosen is the one that the token opens, until it uninstalls the app', async () => {
  const other = { ...DATA, portalId: 4712, objects: { companies: [] } };
  const { call, consent, exchange, portals } = await installed({ otherAccounts: [other] });
  const tokenOf = async (account: number) => {
    const issued = await exchange((await consent({ scope: 'oauth crm.objects.companies.read' }, { account })).code);
    expect(issued.body.hub_id).toBe(account);
    return issued.body.access_token as string;
  };
  const tokens = [await tokenOf(4711), await tokenOf(4712)];
  const companies = async (token: string | undefined) => {
    const { status, body } = await call('/crm/objects/2026-09/companies', { token: token ?? null });
    return [status, body.results?.length];
  };
  expect(await Promise.all(tokens.map(companies))).toEqual([
    [200, 3],
    [200, 0],
  ]);
  portals[1]?.uninstall();
  expect(await Promise.all(tokens.map(companies))).toEqual([
    [200, 3],
    [401, undefined],
  ]);
});

test('an account that is none of the user’s is refused', async () => {
  const { consent } = await installed();
  expect((await consent({ scope: 'oauth' }, { account: 4799 })).isSentBack).toBe(false);
});

test('PKCE: the code opens only with its verifier', async () => {
  const { consent, exchange } = await installed();
  const challenge = createHash('sha256').update('verifier').digest('base64url');
  const { code } = await consent({ scope: 'oauth', code_challenge: challenge, code_challenge_method: 'S256' });
  expect((await exchange(code)).status).toBe(400);
  expect((await exchange(code, { code_verifier: 'other' })).status).toBe(400);
  expect((await exchange(code, { code_verifier: 'verifier' })).status).toBe(200);
});

test('access tokens expire; a refresh rotates the refresh token, and the old one is void', async () => {
  const { clock, pass } = handClock();
  const { call, consent, exchange, token } = await installed({ clock });
  const first = (await exchange((await consent({ scope: 'oauth' })).code)).body;
  pass(1_800_000);
  const expired = await call('/account-info/2026-09/details', { token: first.access_token });
  expect([expired.status, expired.body.category]).toEqual([401, 'EXPIRED_AUTHENTICATION']);
  const refresh = (refresh_token: string) => token({ grant_type: 'refresh_token', refresh_token });
  const second = await refresh(first.refresh_token);
  expect([second.status, second.body.hub_id, second.body.scopes]).toEqual([200, 4711, ['oauth']]);
  expect(second.body.refresh_token).not.toBe(first.refresh_token);
  expect((await call('/account-info/2026-09/details', { token: second.body.access_token })).status).toBe(200);
  const old = await refresh(first.refresh_token);
  expect([old.status, old.body.status, old.body.error]).toEqual([400, 'BAD_REFRESH_TOKEN', 'invalid_grant']);
});

test('introspection tells active tokens; revoked ones are not', async () => {
  const { consent, exchange, form } = await installed();
  const { body } = await exchange((await consent({ scope: 'oauth tickets' })).code);
  const introspect = async (token: string) =>
    (await form('/oauth/2026-03/token/introspect', { ...CLIENT, token })).body;
  expect(await introspect(body.access_token)).toMatchObject({
    active: true,
    hub_id: 4711,
    scopes: ['oauth', 'tickets'],
  });
  expect(await introspect('other')).toEqual({ active: false });
  expect((await form('/oauth/2026-03/token/revoke', { ...CLIENT, token: body.access_token })).status).toBe(204);
  expect(await introspect(body.access_token)).toEqual({ active: false });
});

test('an uninstall voids access and refresh tokens', async () => {
  const { call, consent, exchange, token } = await installed();
  const { body } = await exchange((await consent({ scope: 'oauth' })).code);
  const gone = await call('/appinstalls/2026-03/external-install', { method: 'DELETE', token: body.access_token });
  expect(gone.status).toBe(204);
  expect((await call('/account-info/2026-09/details', { token: body.access_token })).status).toBe(401);
  const refresh = await token({ grant_type: 'refresh_token', refresh_token: body.refresh_token });
  expect([refresh.status, refresh.body.status]).toEqual([400, 'BAD_REFRESH_TOKEN']);
});

test("a client-credentials token is the app's own: it opens no portal", async () => {
  const { call, token } = await installed();
  const { status, body } = await token({ grant_type: 'client_credentials', scope: 'developer.webhooks_journal.read' });
  expect([status, body.scopes]).toEqual([200, ['developer.webhooks_journal.read']]);
  expect(body).not.toHaveProperty('refresh_token');
  expect((await call('/crm/objects/2026-09/companies', { token: body.access_token })).status).toBe(401);
});

test('wrong client, secret or grant type is 400', async () => {
  const { form, token } = await installed();
  expect((await token({ grant_type: 'password' })).status).toBe(400);
  expect((await token({ grant_type: 'refresh_token', client_secret: 'x' })).body.error).toBe('invalid_client');
  expect((await form('/oauth/2026-03/token', { grant_type: 'refresh_token' })).status).toBe(400);
  expect((await form('/oauth/v1/token', CLIENT)).status).toBe(404);
});
