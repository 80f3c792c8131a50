import { rmSync } from 'node:fs';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { DEFAULT_PLAYBOOKS } from '../../src/playbooks/playbooks.ts';
import { makeDataDir } from '../store/test-store.ts';
import { type Answered, dumpTables, type Fuzzed, PORTAL, type Route, type Sent, startFuzzed } from './fuzz-rig.ts';

/** Each of the two runs; fast-check prints the seed of what it finds, for `fc.assert(..., { seed })`. */
const TIME_MS = 8_000;

const STRANGE_TEXT = [
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202egnp.exe',
  'line\nbreak\r\n',
  "'; drop table fact; --",
  "1' or '1'='1",
  '#{7*7}',
  '{{7*7}}',
  '<script>alert(1)</script>',
  '../../etc/passwd',
  '🙂'.repeat(50),
  'x'.repeat(5_000),
  '__proto__',
  'constructor',
  '9'.repeat(30),
  '-1',
  '1e309',
  '0x10',
  'NaN',
  '',
];

/** In an address, escaped or not: no space, and nothing beyond ASCII. */
const inPath = fc.constantFrom(
  ...STRANGE_TEXT.map((text) => encodeURIComponent(text.toWellFormed())),
  ...[
    '%00',
    '%2e%2e',
    '%2e%2e%2f%2e%2e%2f',
    '..',
    '.',
    ';',
    ';a=b',
    '%zz',
    '%',
    '%ff',
    '%ed%a0%80',
    '%C3%A9',
    '*',
    '[x]',
  ],
  ...['1', '1/', '1//', '01', '1.0', '%31', '1%20', '1;drop', '~', "'", '"', '\\', '|', '{', '}', '^', '`', '1?', '1#'],
);
const inQuery = fc.constantFrom(
  ...[
    '',
    '&',
    '&&&',
    '&portalId=1',
    `&portalId=${PORTAL}`,
    '&portalId[]=1',
    '&portalId[0]=1',
    '&userId=1',
    '&userId=2&userId=3',
  ],
  ...[
    '&__proto__[x]=1',
    '&__proto__=1',
    '&constructor[prototype][x]=1',
    '&toString=1',
    '&locale=en&locale=it',
    '&locale=%00',
  ],
  ...[
    '&locale=../../x',
    `&locale=${'x'.repeat(6_000)}`,
    '&locale=zz-ZZ-zz',
    '&locale=tr-u-nu-fullwide',
    '&locale=_',
    '&locale=%F0%9F%99%82',
  ],
  ...[
    '&history=recomputed',
    '&history[]=recomputed',
    '&history=%27',
    '&%00=%00',
    '&=',
    '&%zz',
    '&%',
    '&a=%ed%a0%80',
    '?',
    '&limit=-1',
  ],
  ...[
    '&limit=1e309',
    '&limit=99999999999999999999',
    '&before=x',
    '&before=-1',
    '&before=99999999999999999999',
    '&cursor=%00',
    '&userEmail=',
  ],
  ...[
    '&code=x&state=y',
    '&state=%00',
    '&error=access_denied',
    '&error=%3Cscript%3E',
    '&redirect=https://x.example',
    '&returnUrl=//x.example',
  ],
);

const FIELDS = [
  'status',
  'value',
  'reason',
  'expiresOn',
  'rows',
  'origin',
  'object',
  'companyId',
  'permissions',
  'amounts',
  'token',
  'model',
];
const strangeValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...STRANGE_TEXT),
  fc.constantFrom(null, true, 0, -1, 1e308, 2 ** 53, [], {}, [[]], [null], { a: { b: {} } }, ['1', '1']),
  fc.jsonValue({ maxDepth: 4 }),
);
const strangeObject = fc
  .array(fc.tuple(fc.constantFrom(...FIELDS), strangeValue), { minLength: 1, maxLength: 5 })
  .map((entries) => JSON.stringify(Object.fromEntries(entries)));

const deep = (open: string, close: string, depth = 20_000) => open.repeat(depth) + close.repeat(depth);
const strangeBody = fc
  .oneof(
    { weight: 4, arbitrary: strangeObject },
    { weight: 2, arbitrary: fc.json() },
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        ...[
          '{',
          '}',
          '[',
          '"',
          '{"a"',
          '{"a":1,}',
          '{a:1}',
          "{'a':1}",
          'undefined',
          'NaN',
          '1e999',
          '\u0000',
          '\ufeff{}',
          '{}{}',
          'rows=1',
        ],
        ...[
          'null',
          'true',
          '42',
          '"text"',
          '[]',
          '[[]]',
          '[{}]',
          '[null]',
          '{"rows":[]}',
          '{"rows":{}}',
          '{"rows":[null,1,"a",[],{}]}',
        ],
        ...[
          '{"__proto__":{"status":"healthy","reason":"because","value":"positive"}}',
          '{"constructor":{"prototype":{"x":1}}}',
        ],
        ...[
          '{"a\\nb\\u202ec":1}',
          `{"${'k'.repeat(3_000)}":1}`,
          '{"reason":"\\ud800"}',
          '{"value":"positive","reason":1}',
        ],
        ...[
          '{"status":"healthy","reason":"\\u0000\\u0000","expiresOn":"2026-06-20"}',
          '{"status":"healthy","reason":"good","expiresOn":"9999-99-99"}',
        ],
        ...[
          '{"origin":{"portalId":1e300},"object":{"objectId":1,"objectType":"COMPANY"}}',
          '{"origin":{"portalId":-0},"object":{}}',
        ],
        ...[
          '[{"subscriptionType":"object.creation"}]',
          '[{"subscriptionType":"__proto__","portalId":62515,"objectId":1}]',
        ],
        ...['[{"subscriptionType":"object.creation","objectTypeId":"0-2","portalId":62515,"objectId":{}}]'],
        ...[
          deep('[', ']'),
          deep('{"a":', '}').replace('}', '1}'),
          `{"rows":${deep('[', ']')}}`,
          `{"reason":"${'x'.repeat(900_000)}"}`,
        ],
      ),
    },
    { weight: 1, arbitrary: fc.constant('x'.repeat(1_200_000)) },
  )
  .map((text) => Buffer.from(text));
const strangeBytes = fc.uint8Array({ maxLength: 40, minLength: 1 }).map((bytes) => Buffer.from(bytes));

const filled = ({ path }: Route, parameter: string) => path.replaceAll(/:\w+/g, () => parameter);

const strangeRequest = (routes: readonly Route[]): fc.Arbitrary<Sent> =>
  fc
    .record({
      route: fc.constantFrom(...routes),
      parameter: fc.oneof({ weight: 3, arbitrary: fc.constant('1') }, inPath),
      behind: fc.oneof(
        { weight: 6, arbitrary: fc.constant('') },
        inPath.map((part) => `/${part}`),
      ),
      before: fc.constantFrom('', '', '', '', '/', '/.', '/%2e', '/;'),
      portal: fc.constantFrom(
        `portalId=${PORTAL}&userId=1`,
        `portalId=${PORTAL}&userId=1&userEmail=a%40b.example`,
        `userId=1&portalId=${PORTAL}`,
        '',
      ),
      query: fc.oneof({ weight: 2, arbitrary: fc.constant('') }, inQuery),
      body: fc.oneof({ weight: 6, arbitrary: strangeBody }, strangeBytes),
      otherMethod: fc.constantFrom(
        undefined,
        undefined,
        undefined,
        undefined,
        'PATCH',
        'OPTIONS',
        'PUT',
        'HEAD',
        'TRACE',
      ),
      signed: fc.constantFrom(true, true, true, false),
    })
    .map(({ route, parameter, behind, before, portal, query, body, otherMethod, signed }) => {
      const method = otherMethod ?? route.method;
      return {
        method,
        target: `${before}${filled(route, parameter)}${behind}?${portal}${query}`,
        body: ['GET', 'HEAD', 'OPTIONS', 'TRACE'].includes(method) ? Buffer.alloc(0) : body,
        signed,
      };
    });

const BUILT_LIKE =
  /node_modules|\.ts:\d|at \w+ \(|select .* from|insert into|syntax error at|\bkysely|\bpglite|\bzod(?:error)?\b/i;
/** Sixteen random bytes of a page of ours in base64: they may spell any word. */
const NONCES = /(?<=nonce[=-]["']?)[\w+/]{22}==/g;

function expectCivil({ status, headers, text }: Answered): void {
  // No portal is served here: what only HubSpot can tell is answered so, in one line as any refusal.
  if (status !== 503) expect(status).toBeLessThan(500);
  expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  expect(headers['x-powered-by']).toBeUndefined();
  const { location } = headers;
  if (location !== undefined) expect(location).toMatch(/^(\/(?!\/)|https:\/\/app\.hubspot\.com\/)/);
  if (status < 400 || text === '') return;
  expect(text.replaceAll(NONCES, '')).not.toMatch(BUILT_LIKE);
  expect(text).not.toContain('<script>');
  if (!headers['content-type']?.startsWith('application/json')) return;
  const { error } = JSON.parse(text) as { error: string };
  // One line that can be read: no line breaks, nothing that turns or hides text, and no echo of what was sent.
  expect(error).toMatch(/^[^\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]{5,850}$/u);
}

async function run(fuzzed: Fuzzed, requests: fc.Arbitrary<Sent>, numRuns: number): Promise<Set<string>> {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(requests, async (sent) => {
      const answered = await fuzzed.send(sent);
      seen.add(`${sent.method} ${answered.status}`);
      expectCivil(answered);
      expect(fuzzed.errors).toEqual([]);
    }),
    { numRuns, interruptAfterTimeLimit: TIME_MS, endOnFailure: true },
  );
  return seen;
}

/** They take any body and any id: a request for them is as it should be. */
const NOTHING_WRONG = [
  'POST /api/companies/:companyId/rescore',
  'POST /api/settings/start-writing',
  'DELETE /api/settings/ingest-keys/:id',
];
const canBeWrong = ({ method, path }: Route): boolean => !NOTHING_WRONG.includes(`${method} ${path}`);

async function makeFolder(): Promise<string> {
  const dataDir = await makeDataDir();
  onTestFinished(() => rmSync(dataDir, { recursive: true }));
  return dataDir;
}

test('whatever is wrong with a request, it is refused in one clear line, and nothing is stored', {
  timeout: 120_000,
}, async () => {
  const dataDir = await makeFolder();
  await (await startFuzzed(dataDir)).close();
  const before = await dumpTables(dataDir);
  const fuzzed = await startFuzzed(dataDir);
  expect(fuzzed.routes.length).toBeGreaterThan(8);
  try {
    const seen = await run(fuzzed, strangeRequest(fuzzed.routes.filter(canBeWrong)), 1_200);
    // It went in, and it was refused in more than one way.
    expect([...seen]).toEqual(expect.arrayContaining(['GET 200', 'POST 400', 'POST 401', 'POST 404']));
  } finally {
    await fuzzed.close();
  }
  expect(await dumpTables(dataDir)).toEqual(before);
});

type Json = Record<string, unknown>;

/** Requests that are taken as they are: method, path, body. HubSpot sends events as a list. */
const LEGAL: readonly (readonly [method: string, path: string, body: Json | readonly Json[]])[] = [
  ['POST', '/api/companies/1/pulse', { value: 'positive', reason: 'We met', expiresOn: '2026-07-01' }],
  ['POST', '/api/companies/1/override', { status: 'healthy', reason: 'We met', expiresOn: '2026-07-01' }],
  ['DELETE', '/api/companies/1/override', { reason: 'All is well' }],
  ['POST', '/api/companies/1/tasks', { kind: 'check_up' }],
  ['PUT', '/api/settings/playbooks', { version: 0, playbooks: { ...DEFAULT_PLAYBOOKS, toBands: ['at_risk'] } }],
  [
    'POST',
    '/workflow-actions/recalculate',
    { callbackId: 'ap-1', origin: { portalId: PORTAL }, object: { objectId: 1, objectType: 'COMPANY' } },
  ],
  ['POST', '/api/usage', { rows: [{ companyId: '1', metric: 'logins', at: '2026-06-14', value: 12, key: 'k' }] }],
  [
    'POST',
    '/api/usage',
    { rows: [{ domain: 'alder.example', metric: 'logins', at: '2026-06-14T10:00:00Z', value: 1 }] },
  ],
  [
    'PUT',
    '/api/settings/permissions',
    {
      version: 0,
      permissions: {
        amounts: { everybody: false, userIds: ['7'], teamIds: [] },
        portfolio: { everybody: true, userIds: [], teamIds: ['8'] },
        managers: { userIds: ['1'] },
      },
    },
  ],
  ['POST', '/api/settings/segments', { keys: ['unhealthy', 'dropped'] }],
  ['PUT', '/api/settings/schedule', { version: 0, schedule: { every: 'daily', atHour: 3 } }],
  ['POST', '/api/settings/ingest-keys', { label: 'Our product' }],
  [
    'POST',
    '/webhooks/hubspot',
    [
      { eventId: 1, subscriptionType: 'object.propertyChange', portalId: PORTAL, objectId: 1, objectTypeId: '0-2' },
      { eventId: 2, subscriptionType: 'contact.privacyDeletion', portalId: PORTAL, objectId: 12, occurredAt: 1 },
    ],
  ],
];

/** The ways to every value of a body, itself included. */
const waysInto = (body: unknown): readonly (readonly string[])[] => [
  [],
  ...(typeof body === 'object' && body !== null
    ? Object.entries(body).flatMap(([name, value]) => waysInto(value).map((way) => [name, ...way]))
    : []),
];

function changed(body: unknown, [name, ...way]: readonly string[], value: unknown): unknown {
  if (name === undefined) return value;
  const copy = structuredClone(body) as Json;
  copy[name] = changed(copy[name], way, value);
  return copy;
}

const PLACES = LEGAL.flatMap(([method, path, body]) => waysInto(body).map((way) => ({ method, path, body, way })));

const almostLegal = (place: fc.Arbitrary<(typeof PLACES)[number]>, value: fc.Arbitrary<unknown>): fc.Arbitrary<Sent> =>
  fc.tuple(place, value).map(([{ method, path, body, way }, strange]) => ({
    method,
    target: `${path}?portalId=${PORTAL}&userId=1`,
    body: Buffer.from(JSON.stringify(changed(body, way, strange)) ?? ''),
    signed: true,
  }));

test('what is legal but for one strange value is taken or refused, and breaks nothing', {
  timeout: 120_000,
}, async () => {
  const fuzzed = await startFuzzed(await makeFolder());
  try {
    const anyValue = fc.oneof(
      strangeValue,
      fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
      fc.string({ unit: 'binary' }),
    );
    const seen = await run(fuzzed, almostLegal(fc.constantFrom(...PLACES), anyValue), 400);
    // Every text in every place: a NUL or half a character in one of them is too rare to be met by chance.
    for (const place of PLACES)
      for (const text of STRANGE_TEXT)
        for (const status of await run(fuzzed, almostLegal(fc.constant(place), fc.constant(text)), 1)) seen.add(status);
    for (const expected of ['POST 200', 'POST 204', 'POST 400', 'DELETE 200', 'DELETE 400', 'PUT 400'])
      expect(seen).toContain(expected);
    const target = `/api/companies/1/scorecard?portalId=${PORTAL}&userId=1`;
    const card = await fuzzed.send({ method: 'GET', target, body: Buffer.alloc(0), signed: true });
    expect(card.status).toBe(200);
  } finally {
    await fuzzed.close();
  }
});
