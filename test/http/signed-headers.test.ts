/** What `fetch` does not let a test send: headers twice, their names in any case, a body with GET. */
import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signV3 } from '../../src/hubspot/signature.ts';
import type { Store } from '../../src/store/open-store.ts';
import { openTestStore } from '../store/test-store.ts';
import { CLIENT_SECRET, PUBLIC_URL, type SignedService, startSignedService } from './signed-service.ts';

const NOW = Date.UTC(2026, 5, 15, 10);
const PATH = '/api/progress?userEmail=ann%40example.com&q=a%2540b%2Cc%20d&portalId=1234567';
let store: Store;
let service: SignedService;

beforeAll(async () => {
  store = await openTestStore();
  service = await startSignedService(store, () => NOW);
});
afterAll(async () => {
  service.close();
  await store.close();
});

const sign = (path = PATH, rawBody = '') =>
  signV3({ clientSecret: CLIENT_SECRET, method: 'GET', uri: PUBLIC_URL + path, rawBody, timestamp: String(NOW) });

async function status(headers: OutgoingHttpHeaders, path = PATH, body = ''): Promise<number> {
  // Node joins path and query as they are given: nothing is encoded anew on the way.
  const { hostname, port } = new URL(service.url);
  const request = httpRequest({ hostname, port, path, method: 'GET', headers });
  request.end(body);
  const [answer] = (await once(request, 'response')) as [IncomingMessage];
  answer.resume();
  return answer.statusCode ?? 0;
}
const timestamp = String(NOW);
const genuine = { 'x-hubspot-signature-v3': sign(), 'x-hubspot-request-timestamp': timestamp };

describe('gets through', () => {
  test.each<[string, OutgoingHttpHeaders, string?]>([
    ['as HubSpot sends it', genuine],
    [
      'header names in HubSpot’s own case',
      { 'X-HubSpot-Signature-v3': sign(), 'X-HubSpot-Request-Timestamp': timestamp },
    ],
    ['header names in upper case', { 'X-HUBSPOT-SIGNATURE-V3': sign(), 'X-HUBSPOT-REQUEST-TIMESTAMP': timestamp }],
    [
      'beside a signature of an older version',
      { ...genuine, 'x-hubspot-signature': 'abc', 'x-hubspot-signature-version': 'v1' },
    ],
    ['escapes in lower case', genuine, PATH.replace('%2C', '%2c')],
  ])('%s', async (_what, headers, path = PATH) => {
    expect(await status(headers, path)).toBe(200);
  });
});

describe('is refused', () => {
  test.each<[string, OutgoingHttpHeaders, string?]>([
    ['no signature', { 'x-hubspot-request-timestamp': timestamp }],
    ['no timestamp', { 'x-hubspot-signature-v3': sign() }],
    ['the signature twice', { ...genuine, 'x-hubspot-signature-v3': [sign(), sign()] }],
    ['a forged signature before the genuine one', { ...genuine, 'x-hubspot-signature-v3': ['abc', sign()] }],
    ['the timestamp twice', { ...genuine, 'x-hubspot-request-timestamp': [timestamp, timestamp] }],
    [
      'a later timestamp behind the genuine one',
      { ...genuine, 'x-hubspot-request-timestamp': [timestamp, String(NOW + 1)] },
    ],
    [
      'the signature of version 3 under the name of version 2',
      { 'x-hubspot-signature': sign(), 'x-hubspot-request-timestamp': timestamp },
    ],
    ['the query encoded once more', genuine, PATH.replaceAll('%', '%25')],
    ['the query decoded once more', genuine, PATH.replace('%2540', '%40')],
    [
      'the parameters in another order',
      genuine,
      '/api/progress?q=a%2540b%2Cc%20d&userEmail=ann%40example.com&portalId=1234567',
    ],
    ['the path in another spelling', genuine, PATH.replace('progress', 'pro%67ress')],
    ['the path in upper case', genuine, PATH.replace('/api', '/API')],
    ['a parameter behind it', genuine, `${PATH}&locale=it`],
  ])('%s', async (_what, headers, path = PATH) => {
    expect(await status(headers, path)).toBe(401);
  });

  test('the end of the query moved into the body: the signed text is the same, the portal another', async () => {
    const path = PATH.slice(0, -2);
    expect(path.endsWith('portalId=12345')).toBe(true);
    expect(sign(path, '67')).toBe(sign());
    expect(await status({ ...genuine, 'content-length': 2 }, path, '67')).toBe(401);
  });
});
