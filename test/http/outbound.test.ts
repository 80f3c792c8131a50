/** Whom the service calls, and where it sends people: read from the source, so that a new place has to be argued for here. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** What reaches another machine, by file, and why no tenant can say which. */
const CALLERS: Readonly<Record<string, readonly [uses: string, why: string]>> = {
  'src/hubspot/send.ts': ['@hubspot/api-client', 'HubSpot: HUBSPOT_API_URL, with paths of our own'],
  'src/hubspot/deadline.ts': ['undici', 'ends requests that others began; makes none'],
  'src/hubspot/oauth-call.ts': ['fetch', 'HubSpot: HUBSPOT_API_URL, with paths of our own'],
  'src/local/sandbox/webhook-delivery.ts': [
    'fetch',
    'local portal alone: the address that its own user gives on the command line',
  ],
  // Run in the browser, where the page's policy allows no other server than its own.
  'src/local/preview/page/preview-fetch.ts': ['fetch', 'the preview’s own server'],
  'src/local/preview/page/record-picker.tsx': ['fetch', 'the preview’s own server'],
  'src/local/preview/page/main.tsx': ['fetch', 'the preview’s own server'],
  'src/local/preview/signed-fetch.ts': [
    'fetch',
    'local preview alone: the service beside it, whatever host the card names',
  ],
};

/** Where a browser is sent, as the source has it, and why nobody else can say where. */
const REDIRECTS: Readonly<Record<string, string>> = {
  "src/http/install/install-route.ts: response.set('Cache-Control', 'no-store').redirect(302, `${appUrl}/oauth/authorize?${query}`);":
    'HubSpot: HUBSPOT_APP_URL',
  'src/http/install/start-writing-route.ts: response.redirect(303, SETUP_PATH);': 'our own page',
  'src/local/preview/page/make-context.ts: location: place,':
    'nobody is sent: HubSpot’s word for where an extension stands',
  'src/local/sandbox/oauth-authorize.ts: return { status: 302, headers: { Location: location.href } };':
    'local portal alone, as HubSpot does it: a redirect address that the app is registered with',
};

const sources = ['src'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name)),
);

/** Without comments: they may speak of what the code must not do. */
const codeOf = (text: string) => text.replaceAll(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '');

/** What of the platform, or of a package, a file could call another machine with. */
function reachesOut(code: string): readonly string[] {
  const imports = [...code.matchAll(/(?:from|import|require)\s*\(?\s*['"]([^'"]+)['"]/g)].map(([, name = '']) => name);
  const clients = imports.filter((name) =>
    /^(undici|@hubspot\/api-client|axios|got|ky|node-fetch|superagent|request|ws|(node:)?(http2|tls|dgram))$/.test(
      name,
    ),
  );
  // Servers are made of these as well.
  const calls = /\b(?:http|https|net)\.(?:request|get|connect|createConnection)\(/.test(code);
  const named = [...code.matchAll(/import (?!type\b)([^;]*?) from '(?:node:)?(?:https?|net)'/g)].some(
    ([, names = '']) =>
      names
        .replaceAll(/[{}]/g, '')
        .split(',')
        .some((name) => !/^\s*(type .*|createServer|isIP(v[46])?|)\s*$/.test(name)),
  );
  // `api.fetch(...)` is somebody's method of that name; what it does stands where it is written.
  const fetches =
    /(?<![.\w])(?:globalThis\.)?fetch\(|\bnew (?:WebSocket|EventSource|XMLHttpRequest)\(|\bsendBeacon\(/.test(
      code.replaceAll(/^\s*(?:async )?fetch\([^)]*\)[^;{]*[;{]/gm, ''),
    );
  return [...new Set([...clients, ...(calls || named ? ['http'] : []), ...(fetches ? ['fetch'] : [])])];
}

const redirectsIn = (code: string): readonly string[] =>
  code
    .split('\n')
    .filter(
      (line) =>
        /\.redirect\(|\.location\(|['"]?\blocation['"]?\s*[:,]\s*\w/i.test(line) && !/dataHostingLocation/.test(line),
    )
    .map((line) => line.trim());

test.each([
  ["import { request } from 'undici';", ['undici']],
  ["import { Client } from '@hubspot/api-client';", ['@hubspot/api-client']],
  ["const { got } = await import('got');", ['got']],
  ['const answer = await fetch(body.callbackUrl);', ['fetch']],
  ['return globalThis.fetch(url);', ['fetch']],
  ["import { get } from 'node:https';", ['http']],
  ["import http from 'node:http';", ['http']],
  ["import { createServer, request } from 'node:http';", ['http']],
  ['new WebSocket(url)', ['fetch']],
  ["import { createServer, type Server } from 'node:http';", []],
  ["import type { Server } from 'node:http';", []],
  ['// await fetch(url)', []],
  ['/** Calls `fetch(url)`. */', []],
  ['await api.fetch(request)', []],
])('the check sees what %s reaches out with', (code, expected) => {
  expect(reachesOut(codeOf(code))).toEqual(expected);
});

test.each([
  ['  response.redirect(request.query.next);', 1],
  ["  response.set('Location', url);", 1],
  ['  response.location(url);', 1],
  ['  return { headers: { Location: url } };', 1],
  ['  const dataHostingLocation = 1;', 0],
])('the check sees the redirect in %s', (code, count) => {
  expect(redirectsIn(code)).toHaveLength(count);
});

test('nothing but these calls another machine: no address of a tenant is ever fetched', () => {
  const found = sources.flatMap((file) => {
    const uses = reachesOut(codeOf(readFileSync(file, 'utf8')));
    return uses.length === 0 ? [] : [[file, uses.join(' ')]];
  });
  expect(Object.fromEntries(found)).toEqual(
    Object.fromEntries(Object.entries(CALLERS).map(([file, [uses]]) => [file, uses])),
  );
});

test('nobody is sent anywhere but to HubSpot and to our own pages', () => {
  const found = sources.flatMap((file) =>
    redirectsIn(codeOf(readFileSync(file, 'utf8'))).map((line) => `${file}: ${line}`),
  );
  expect(found.sort()).toEqual(Object.keys(REDIRECTS).sort());
});
