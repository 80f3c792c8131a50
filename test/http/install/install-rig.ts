/** The install pages over HTTP with a browser's cookies by hand, as behind a proxy that speaks https; HubSpot is the sandbox. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { CycleProgress } from '@account-health/contract/progress';
import { onTestFinished } from 'vitest';
import type { FirstScores } from '../../../src/http/install/first-scores.ts';
import { installPages } from '../../../src/http/install/install-pages.ts';
import type { InstallOptions } from '../../../src/http/install/install-parts.ts';
import { makeApp } from '../../../src/http/make-app.ts';
import { makeOAuth } from '../../../src/hubspot/oauth.ts';
import { portalId } from '../../../src/ids.ts';
import { startSandbox } from '../../../src/local/sandbox/start-sandbox.ts';
import { parseKeys } from '../../../src/sealing/key-ring.ts';
import { makeSealer } from '../../../src/sealing/sealer.ts';
import type { Store } from '../../../src/store/open-store.ts';
import { NOW, SMALL_PORTAL } from '../../jobs/small-portal.ts';
import { type Decision, decide } from '../../local/sandbox/agree.ts';

const PUBLIC_URL = 'https://health.example.com';
const CLIENT = { clientId: 'app-1', clientSecret: 'client-secret-of-no-app' };
const SCOPES = { required: ['oauth', 'tickets'], optional: ['sales-email-read'] };

let accounts = 0;

/** Two accounts of its own, `right` and `other`. Time stands still but for `advance`. */
export async function openInstallRig(store: Store, given: Partial<InstallOptions> = {}) {
  accounts += 2;
  const [right, other] = [portalId(700_000 + accounts), portalId(700_001 + accounts)];
  let now = NOW;
  const clock = () => now;
  const dataOf = (id: number) => ({ ...SMALL_PORTAL, portalId: id });
  const redirectUris = [`${PUBLIC_URL}/oauth/callback`];
  const sandbox = await startSandbox({
    data: dataOf(right),
    otherAccounts: [dataOf(other)],
    limits: 'off',
    clock,
    oauthApp: { ...CLIENT, redirectUris, configured: SCOPES },
  });
  onTestFinished(() => sandbox.close());
  const told: { installed: number[]; writing: number[]; errors: unknown[] } = {
    installed: [],
    writing: [],
    errors: [],
  };
  let scores: FirstScores | undefined;
  let progress: CycleProgress | undefined;
  const options: InstallOptions = {
    ...CLIENT,
    store,
    oauth: makeOAuth({ ...CLIENT, baseUrl: sandbox.url, timeoutMs: 2_000, sleep: async () => {} }),
    sealer: makeSealer(parseKeys(randomBytes(32).toString('base64'))),
    publicUrl: PUBLIC_URL,
    appUrl: sandbox.url,
    scopes: SCOPES,
    clock,
    log: { info: () => {}, warn: () => {}, error: (fields: unknown) => void told.errors.push(fields) },
    progress: () => progress,
    firstScores: async () => scores,
    onInstalled: (id) => void told.installed.push(id),
    onStartWriting: (id) => void told.writing.push(id),
    ...given,
  };
  const log = { error: (fields: unknown) => void told.errors.push(fields), warn: () => {} };
  const install = (limit: Parameters<typeof installPages>[1]) => installPages(options, limit);
  const server = makeApp({ ...options, store, log, install }).listen(0, '127.0.0.1');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  /** A browser: it keeps cookies, and follows nothing by itself. */
  function browser(headers: Readonly<Record<string, string>> = {}) {
    const jar = new Map<string, string>();
    const set: string[] = [];
    async function ask(path: string, init: RequestInit = {}) {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const sent = { 'accept-language': 'en', ...headers, ...(init.headers as Record<string, string>), cookie };
      const response = await fetch(url + path, { ...init, redirect: 'manual', headers: sent });
      for (const line of response.headers.getSetCookie()) {
        set.push(line);
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        if (value === '') jar.delete(name);
        else jar.set(name, value);
      }
      const html = await response.text();
      const title = /<h1>(.*?)<\/h1>/.exec(html)?.[1];
      return { status: response.status, headers: response.headers, html, title };
    }
    /** Goes to HubSpot by an install link and decides there; where HubSpot sends it back to. */
    async function decideBy(link = '/oauth/install', decision: Decision = {}) {
      const { location } = await decide((await ask(link)).headers.get('location') ?? '', decision);
      return (location?.href ?? '').replace(PUBLIC_URL, '');
    }
    return {
      jar,
      set,
      ask,
      decideBy,
      connect: async (link?: string, decision?: Decision) => ask(await decideBy(link, decision)),
    };
  }
  return {
    sandbox,
    right,
    other,
    told,
    clock,
    advance: (ms: number) => {
      now += ms;
    },
    browser,
    show: (shown: { scores?: FirstScores; progress?: CycleProgress }) => {
      ({ scores, progress } = shown);
    },
    installation: (id: number) => store.portal(portalId(id)).installation(),
    audit: async (id: number) => await store.portal(portalId(id)).auditEntries({ below: null, limit: 10 }),
    tokens: (id: number) => store.portal(portalId(id)).sealedTokens(),
  };
}
