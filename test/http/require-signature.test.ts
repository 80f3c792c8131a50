import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../src/store/open-store.ts';
import { type AskOptions, type SignedService, startSignedService } from './signed-service.ts';

const NOW = Date.UTC(2026, 5, 15, 10);
const MINUTE_MS = 60_000;
const PATH = '/api/companies/1/scorecard';
const SECRET_DETAIL = 'the database at db.internal went away';

/** Whoever gets past the signature meets this: a 500. */
const failing: Store = {
  portal: () => {
    throw new Error(SECRET_DETAIL);
  },
  portals: async () => [],
  installations: async () => [],
  portalOfIngestKey: async () => undefined,
  isCurrent: async () => true,
  about: async () => ({ version: '17', bytes: 0 }),
  rowSecurity: 'embedded',
  close: async () => {},
};

let service: SignedService;
beforeAll(async () => {
  service = await startSignedService(failing, () => NOW);
});
afterAll(() => service.close());

test.each([
  ['now', NOW],
  ['five minutes ago', NOW - 5 * MINUTE_MS],
  ['five minutes ahead', NOW + 5 * MINUTE_MS],
])('what HubSpot signed %s gets through', async (_when, signedAt) => {
  const answer = await service.ask(PATH, { portalId: 7, signedAt });
  expect(answer.status).toBe(500);
});

test('the escapes that HubSpot decodes before it signs, and those that it does not', async () => {
  const answer = await service.ask(`${PATH}?userEmail=ann%40example.com&text=a%20b%26c`, { portalId: 7 });
  expect(answer.status).toBe(500);
});

const REFUSED: Readonly<Record<string, AskOptions>> = {
  'no headers at all': { changeHeaders: () => ({}) },
  'no signature': { changeHeaders: ({ 'x-hubspot-signature-v3': _, ...rest }) => rest },
  'no timestamp': { changeHeaders: ({ 'x-hubspot-request-timestamp': _, ...rest }) => rest },
  'a signature that is no base64': {
    changeHeaders: (headers) => ({ ...headers, 'x-hubspot-signature-v3': 'ÿ not a signature' }),
  },
  'a signature cut short': {
    changeHeaders: (headers) => ({
      ...headers,
      'x-hubspot-signature-v3': headers['x-hubspot-signature-v3']?.slice(0, -2) ?? '',
    }),
  },
  'a timestamp that was not signed': {
    changeHeaders: (headers) => ({ ...headers, 'x-hubspot-request-timestamp': String(NOW + 1) }),
  },
  'a timestamp that is no number': {
    changeHeaders: (headers) => ({ ...headers, 'x-hubspot-request-timestamp': '2026-06-15' }),
  },
  'a stale signature': { signedAt: NOW - 5 * MINUTE_MS - 1 },
  'a signature of the future': { signedAt: NOW + 5 * MINUTE_MS + 1 },
  'another secret': { secret: 'another secret' },
  'another address': { publicUrl: 'https://elsewhere.example.com' },
  'an empty secret': { secret: '' },
  'another method': { sentAs: 'POST' },
  'a body added': { sentAs: 'POST', method: 'POST', body: 'x' },
  'another portal': { changePath: (path) => path.replace('portalId=7', 'portalId=8') },
  'another company': { changePath: (path) => path.replace('companies/1/', 'companies/2/') },
  'a portal added': { changePath: (path) => `${path}&portalId=8` },
};

describe('is refused with 401 and nothing else', () => {
  const expectRefused = async (answer: Response): Promise<void> => {
    expect(answer.status).toBe(401);
    expect(await answer.text()).toBe('');
    expect(answer.headers.get('content-type')).toBeNull();
    expect(answer.headers.get('www-authenticate')).toBeNull();
  };

  test.each(Object.entries(REFUSED))('%s', async (_what, options) => {
    await expectRefused(await service.ask(PATH, { portalId: 7, ...options }));
  });

  test.each([
    ['signed, but without a portal', PATH],
    ['signed, with two portals', `${PATH}?portalId=7&portalId=8`],
    ['signed, with the same portal twice', `${PATH}?portalId=7&portalId=7`],
    ['signed, with an empty portal', `${PATH}?portalId=`],
    ['signed, with a portal that is no number', `${PATH}?portalId=7e3`],
    ['signed, with a negative portal', `${PATH}?portalId=-7`],
  ])('%s', async (_what, path) => {
    await expectRefused(await service.ask(path));
  });

  test('any path under /api, also one that is not there', async () => {
    await expectRefused(await fetch(`${service.url}/api/nothing`));
  });

  test('a body beyond the limit, or packed in a way nobody knows', async () => {
    const url = `${service.url}${PATH}?portalId=7`;
    await expectRefused(await fetch(url, { method: 'POST', body: new Uint8Array(1_100_000) }));
    await expectRefused(await fetch(url, { method: 'POST', headers: { 'content-encoding': 'rot13' }, body: 'x' }));
    expect(service.errors.filter((error) => !JSON.stringify(error, asText).includes(SECRET_DETAIL))).toEqual([]);
  });
});

const asText = (_key: string, value: unknown) => (value instanceof Error ? value.message : value);

describe('beside the scorecards', () => {
  test('/healthz needs no signature', async () => {
    const answer = await fetch(`${service.url}/healthz`);
    expect([answer.status, await answer.json()]).toEqual([200, { status: 'ok' }]);
  });

  test.each(['/', '/healthz/more', '/companies/1/scorecard', '/favicon.ico'])('%s is not there', async (path) => {
    const answer = await fetch(service.url + path);
    expect([answer.status, await answer.json()]).toEqual([404, { error: 'There is nothing at this address.' }]);
  });

  test('a signed path that is not there', async () => {
    const answer = await service.ask('/api/companies', { portalId: 7 });
    expect([answer.status, await answer.json()]).toEqual([404, { error: 'There is nothing at this address.' }]);
  });

  test.each([
    ['a company that is no record id', '/api/companies/abc/scorecard'],
    ['a locale given twice', `${PATH}?locale=en&locale=it`],
    ['a locale of any length', `${PATH}?locale=${'e'.repeat(36)}`],
    ['an address that cannot be decoded', '/api/companies/%zz/scorecard'],
  ])('%s is the caller’s mistake', async (_what, path) => {
    const before = service.errors.length;
    const answer = await service.ask(path, { portalId: 7 });
    expect(answer.status).toBe(400);
    expect(Object.keys((await answer.json()) as object)).toEqual(['error']);
    expect(service.errors.length).toBe(before);
  });

  test('what fails here is logged, and not told', async () => {
    const before = service.errors.length;
    const answer = await service.ask(PATH, { portalId: 7 });
    const text = await answer.text();
    expect(answer.status).toBe(500);
    expect(JSON.parse(text)).toEqual({
      error: 'Something went wrong here. It has been logged; please try again.',
      requestId: answer.headers.get('x-request-id'),
    });
    expect(JSON.stringify(service.errors.slice(before), asText)).toContain(SECRET_DETAIL);
  });

  test.each(['/healthz', PATH, '/nothing'])('security headers at %s, and no word of what serves it', async (path) => {
    const { headers } = await fetch(service.url + path);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('strict-transport-security')).toContain('max-age=');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('etag')).toBeNull();
  });
});
