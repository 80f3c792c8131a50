import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { handClock, sandbox } from './sandbox-fixture.ts';

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
  const consent = async (query: Record<string, string>) => {
    const { status, headers } = await box.call(
      `/oauth/authorize?${new URLSearchParams({ client_id: APP.clientId, ...REDIRECT, ...query })}`,
      { token: null },
    );
    const location = new URL(headers.get('location') ?? 'http://none');
    return { status, location, code: location.searchParams.get('code') ?? '' };
  };
  const token = (fields: Record<string, string>) => form('/oauth/2026-03/token', { ...CLIENT, ...fields });
  const exchange = (code: string, more: Record<string, string> = {}) =>
    token({ grant_type: 'authorization_code', code, ...REDIRECT, ...more });
  return { ...box, form, consent, token, exchange };
}

test('consent, code and token: half an hour, the portal, and the scopes that were granted', async () => {
  const { call, consent, exchange } = await installed({ scopes: ['oauth', 'crm.objects.companies.read'] });
  const { status, location, code } = await consent({
    scope: 'oauth crm.objects.companies.read',
    optional_scope: 'tickets',
    state: 's1',
  });
  expect([status, location.searchParams.get('state')]).toEqual([302, 's1']);
  const issued = await exchange(code);
  expect(issued.body).toMatchObject({
    token_type: 'bearer',
    expires_in: 1800,
    hub_id: 4711,
    scopes: ['oauth', 'crm.objects.companies.read'],
  });
  const token = issued.body.access_token;
  expect((await call('/crm/objects/2026-09/companies', { token })).status).toBe(200);
  expect((await call('/crm/objects/2026-09/tickets', { token })).status).toBe(403);
  // A code works once.
  const twice = await exchange(code);
  expect([twice.status, twice.body.error]).toEqual([400, 'invalid_grant']);
});

test('a required scope that the portal lacks, and an address that was not registered, are refused', async () => {
  const { consent, exchange } = await installed({ scopes: ['oauth'] });
  expect((await consent({ scope: 'oauth tickets' })).status).toBe(400);
  expect((await consent({ scope: 'oauth', redirect_uri: 'https://app.example/oauth/' })).status).toBe(400);
  const { code } = await consent({ scope: 'oauth' });
  expect((await exchange(code, { redirect_uri: 'https://else.example' })).status).toBe(400);
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
