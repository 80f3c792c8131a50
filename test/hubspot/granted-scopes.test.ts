import nock from 'nock';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { PortalDisconnected } from '../../src/errors.ts';
import { HUBSPOT, makeTestClient, TOKEN } from './test-client.ts';

const PATH = '/oauth/v2/private-apps/get/access-token-info';

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
});

it('asks with the token in the body and the header, and gives the scopes', async () => {
  nock(HUBSPOT, { reqheaders: { authorization: `Bearer ${TOKEN}` } })
    .post(PATH, { tokenKey: TOKEN })
    .reply(200, { userId: 1, hubId: 7, appId: 2, scopes: ['oauth', 'tickets'] });
  expect(await makeTestClient().client.grantedScopes()).toEqual(['oauth', 'tickets']);
});

it.each([400, 403, 404])('%i: of this token HubSpot does not tell', async (status) => {
  nock(HUBSPOT).post(PATH).reply(status, { message: 'The access token must have the correct format' });
  expect(await makeTestClient().client.grantedScopes()).toBeUndefined();
});

it('a token that is not accepted is no such case', async () => {
  nock(HUBSPOT).post(PATH).reply(401, {});
  await expect(makeTestClient().client.grantedScopes()).rejects.toBeInstanceOf(PortalDisconnected);
});
