import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConsentRefused, InputError, PortalDisconnected, RetryLater } from '../../src/errors.ts';
import { makeOAuth } from '../../src/hubspot/oauth.ts';
import { closedPort } from '../commands/run-command.ts';
import { startServer } from './local-server.ts';
import { HUBSPOT } from './test-client.ts';

const APP = { clientId: 'client-1', clientSecret: 'client-secret-1' };
const GIVEN = { code: 'code-1', redirectUri: 'https://us.example/oauth/callback', codeVerifier: 'verifier-1' };
const SECRETS = [APP.clientSecret, GIVEN.code, GIVEN.codeVerifier, 'refresh-1', 'access-1', 'refresh-2', 'access-2'];
const TOKEN = '/oauth/2026-03/token';
const ISSUED = {
  token_type: 'bearer',
  access_token: 'access-2',
  refresh_token: 'refresh-2',
  expires_in: 1800,
  hub_id: 4711,
  user_id: 7,
  scopes: ['oauth', 'tickets'],
};

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
});

/** Its sleeps take no time, and are written down. */
function testOAuth(baseUrl = HUBSPOT, timeoutMs = 5_000) {
  const slept: number[] = [];
  const sleep = async (ms: number) => void slept.push(ms);
  return { oauth: makeOAuth({ ...APP, baseUrl, timeoutMs, sleep, random: () => 1 }), slept };
}
const failure = async (promise: Promise<unknown>): Promise<Error> => {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(Error);
  const said = `${error} ${(error as Error).stack} ${JSON.stringify(error)}`;
  for (const secret of SECRETS) expect(said).not.toContain(secret);
  return error as Error;
};
/** A form post with exactly these fields and the app's. */
const posted = (path: string, fields: Record<string, string>) =>
  nock(HUBSPOT, {
    reqheaders: { 'content-type': /^application\/x-www-form-urlencoded/ },
    badheaders: ['authorization'],
  }).post(path, { ...fields, client_id: APP.clientId, client_secret: APP.clientSecret });
const refreshPost = () => posted(TOKEN, { grant_type: 'refresh_token', refresh_token: 'refresh-1' });
const codePost = () =>
  posted(TOKEN, {
    grant_type: 'authorization_code',
    code: GIVEN.code,
    redirect_uri: GIVEN.redirectUri,
    code_verifier: GIVEN.codeVerifier,
  });

describe('what goes over the wire', () => {
  it('a code becomes tokens', async () => {
    codePost().reply(200, ISSUED);
    expect(await testOAuth().oauth.exchangeCode(GIVEN)).toEqual({
      accessToken: 'access-2',
      refreshToken: 'refresh-2',
      expiresInMs: 1_800_000,
      portalId: 4711,
      userId: '7',
      scopes: ['oauth', 'tickets'],
    });
  });

  it('a refresh, with whatever HubSpot leaves out', async () => {
    refreshPost().reply(200, ISSUED);
    const { oauth } = testOAuth();
    expect(await oauth.refresh('refresh-1')).toMatchObject({ accessToken: 'access-2', refreshToken: 'refresh-2' });
    refreshPost().reply(200, { access_token: 'access-2', expires_in: 600 });
    expect(await oauth.refresh('refresh-1')).toEqual({
      accessToken: 'access-2',
      refreshToken: undefined,
      expiresInMs: 600_000,
      portalId: undefined,
      userId: undefined,
      scopes: undefined,
    });
  });

  it('introspection: of an active token, of one that has ended, and of one that is none', async () => {
    const { oauth } = testOAuth();
    const ask = () => posted(`${TOKEN}/introspect`, { token: 'access-1' });
    ask().reply(200, { active: true, hub_id: 4711, user_id: 7, scopes: ['oauth'], token_use: 'access_token' });
    expect(await oauth.introspect('access-1')).toEqual({
      active: true,
      portalId: 4711,
      userId: '7',
      scopes: ['oauth'],
    });
    ask().reply(200, { active: false });
    expect(await oauth.introspect('access-1')).toEqual({ active: false });
    ask().reply(400, { category: 'VALIDATION_ERROR', context: { token: ['Token is invalid'] } });
    expect(await oauth.introspect('access-1')).toEqual({ active: false });
  });

  it.each([200, 204, 400, 404])('a revocation answered %i has done its work', async (status) => {
    posted(`${TOKEN}/revoke`, { token: 'access-1' }).reply(status);
    await testOAuth().oauth.revoke('access-1');
    expect(nock.isDone()).toBe(true);
  });

  it('an uninstall goes by the access token alone', async () => {
    nock(HUBSPOT, { reqheaders: { authorization: 'Bearer access-1' } })
      .delete('/appinstalls/2026-03/external-install', '')
      .reply(204);
    await testOAuth().oauth.uninstall('access-1');
    expect(nock.isDone()).toBe(true);
  });
});

describe('refusals, by what the caller does next', () => {
  const refused = (status: string, error?: string) => ({ status, message: 'no', ...(error && { error }) });

  it.each([
    [refused('BAD_REFRESH_TOKEN', 'invalid_grant')],
    [refused('BAD_REFRESH_TOKEN')],
    [{ error: 'invalid_grant' }],
  ])('a refused refresh is the end: %j', async (body) => {
    refreshPost().reply(400, body);
    const { oauth, slept } = testOAuth();
    expect(await failure(oauth.refresh('refresh-1'))).toBeInstanceOf(PortalDisconnected);
    expect(slept).toEqual([]);
  });

  it.each([
    [400, refused('BAD_CLIENT_SECRET', 'invalid_client')],
    [400, refused('BAD_CLIENT_ID', 'invalid_client')],
    [401, { error: 'invalid_client' }],
    [401, {}],
  ])('our own credentials being wrong is nobody’s uninstall: %i %j', async (status, body) => {
    const { oauth } = testOAuth();
    refreshPost().reply(status, body);
    const error = await failure(oauth.refresh('refresh-1'));
    expect(error).toMatchObject({ name: 'InputError', message: expect.stringContaining('HUBSPOT_CLIENT_SECRET') });
    codePost().reply(status, body);
    expect(await failure(oauth.exchangeCode(GIVEN))).toMatchObject({ name: 'InputError' });
    posted(`${TOKEN}/introspect`, { token: 'access-1' }).reply(status, body);
    expect(await failure(oauth.introspect('access-1'))).toMatchObject({ name: 'InputError' });
  });

  it('a 400 of another kind is no uninstall either', async () => {
    refreshPost().reply(400, { status: 'BAD_GRANT_TYPE', error: 'unsupported_grant_type' });
    const error = await failure(testOAuth().oauth.refresh('refresh-1'));
    expect([error.name, error.message]).toEqual([
      'Error',
      `HubSpot refused ${TOKEN} (400: BAD_GRANT_TYPE, unsupported_grant_type)`,
    ]);
  });

  it.each(['BAD_AUTH_CODE', 'EXPIRED_AUTH_CODE', 'MISMATCH_REDIRECT_URI_AUTH_CODE', ''])(
    'a code that is not taken: %s',
    async (status) => {
      codePost().reply(400, { status, message: `code ${GIVEN.code} is not known`, error: 'invalid_grant' });
      const error = await failure(testOAuth().oauth.exchangeCode(GIVEN));
      expect(error).toBeInstanceOf(ConsentRefused);
      expect(error).toBeInstanceOf(InputError);
      expect(error.message).toMatch(/start the install again/);
    },
  );

  it('an uninstall with a token that is void', async () => {
    nock(HUBSPOT).delete('/appinstalls/2026-03/external-install').reply(401, {});
    const { oauth } = testOAuth();
    expect(await failure(oauth.uninstall('access-1'))).toBeInstanceOf(PortalDisconnected);
    expect(await failure(oauth.uninstall('access-1\nx'))).toBeInstanceOf(PortalDisconnected);
    nock(HUBSPOT).delete('/appinstalls/2026-03/external-install').reply(403, {});
    expect(await failure(oauth.uninstall('access-1'))).toMatchObject({ name: 'Error' });
  });

  it.each([
    [{ ...ISSUED, access_token: undefined }, 'access_token'],
    [{ ...ISSUED, expires_in: 'soon' }, 'expires_in'],
    [{ ...ISSUED, hub_id: 'access-2' }, 'hub_id'],
    [['access-2'], 'the body'],
  ])('an answer of another form says where, and shows nothing of it: %#', async (body, place) => {
    refreshPost().reply(200, body);
    expect((await failure(testOAuth().oauth.refresh('refresh-1'))).message).toContain(`unknown form at ${place}`);
  });

  it('a code must bring a refresh token', async () => {
    codePost().reply(200, { ...ISSUED, refresh_token: undefined });
    expect((await failure(testOAuth().oauth.exchangeCode(GIVEN))).message).toContain('no refresh_token');
  });
});

describe('what may pass', () => {
  it.each([
    [429, { 'Retry-After': '3' }, 3_500],
    [423, {}, 500],
    [500, {}, 500],
    [502, {}, 500],
    [503, {}, 500],
  ])('%i: tries again', async (status, headers, waitMs) => {
    refreshPost().reply(status, '<html>', headers);
    refreshPost().reply(200, ISSUED);
    const { oauth, slept } = testOAuth();
    expect((await oauth.refresh('refresh-1')).accessToken).toBe('access-2');
    expect(slept).toEqual([waitMs]);
  });

  it('a cut body and a broken connection are tried again', async () => {
    refreshPost().reply(200, '{"access_token": "acc');
    refreshPost().replyWithError(Object.assign(new Error('access-1'), { code: 'ECONNRESET' }));
    refreshPost().reply(200, ISSUED);
    expect((await testOAuth().oauth.refresh('refresh-1')).accessToken).toBe('access-2');
  });

  it('four tries, twice as far apart each time, and then later', async () => {
    refreshPost().times(4).reply(503, {});
    const { oauth, slept } = testOAuth();
    const error = await failure(oauth.refresh('refresh-1'));
    expect(error).toBeInstanceOf(RetryLater);
    expect(error).toMatchObject({ message: `HubSpot answered 503 to POST ${TOKEN}, try 4`, afterMs: 60_000 });
    expect(slept).toEqual([500, 1_000, 2_000]);
    expect(nock.isDone()).toBe(true);
  });

  it('a long wait is the caller’s', async () => {
    refreshPost().reply(429, {}, { 'Retry-After': '120' });
    const { oauth, slept } = testOAuth();
    expect(await failure(oauth.refresh('refresh-1'))).toMatchObject({ name: 'RetryLater', afterMs: 120_000 });
    expect(slept).toEqual([]);
  });

  it('nobody there, and an answer that never ends', async () => {
    nock.enableNetConnect();
    const stalling = await startServer((_, response) => void response.writeHead(200).write('{"access'));
    const stalled = testOAuth(stalling, 30).oauth;
    expect((await failure(stalled.refresh('refresh-1'))).message).toContain('gave no answer (TimeoutError)');
    const nobody = testOAuth(`http://127.0.0.1:${await closedPort()}`).oauth;
    expect((await failure(nobody.refresh('refresh-1'))).message).toContain('gave no answer (ECONNREFUSED)');
  });

  it('secrets follow no redirect', async () => {
    refreshPost().times(4).reply(307, '', { location: 'https://elsewhere.example/token' });
    const elsewhere = nock('https://elsewhere.example').post('/token').reply(200, ISSUED);
    expect(await failure(testOAuth().oauth.refresh('refresh-1'))).toBeInstanceOf(RetryLater);
    expect(elsewhere.isDone()).toBe(false);
  });
});
