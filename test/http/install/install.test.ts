import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { installLink } from '../../../src/http/install/install-parts.ts';
import { makeOAuth } from '../../../src/hubspot/oauth.ts';
import { portalId } from '../../../src/ids.ts';
import type { Store } from '../../../src/store/open-store.ts';
import { openTestStore } from '../../store/test-store.ts';
import { openInstallRig } from './install-rig.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

const MINUTE_MS = 60_000;

describe('an install', () => {
  test('keeps sealed tokens, the granted scopes and who granted them, tells the service, and writes to the log', async () => {
    const { browser, right, installation, told, audit, tokens, clock } = await openInstallRig(store);
    const page = await browser().connect();
    expect([page.status, page.title]).toEqual([200, 'Connected']);
    expect(await installation(right)).toEqual({
      portalId: right,
      state: 'installed',
      installedAt: clock(),
      installedBy: '1',
      scopes: ['oauth', 'tickets', 'sales-email-read'],
      goneAt: null,
      writingSince: null,
    });
    expect(await tokens(right)).toMatch(/^v1\./);
    expect(told).toEqual({ installed: [right], writing: [], errors: [] });
    expect(await audit(right)).toMatchObject([
      { kind: 'app_installed', actor: { kind: 'user', userId: '1' }, before: null, after: { state: 'installed' } },
    ]);
  });

  test('goes by cookies that only this host gets, over https, and that no script reads', async () => {
    const { browser } = await openInstallRig(store);
    const { connect, set } = browser();
    await connect();
    const [begun, spent, session] = set;
    expect(begun).toMatch(
      /^__Host-install=[\w-]{43}; Max-Age=600; Path=\/; Expires=.*; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(spent).toMatch(/^__Host-install=; Path=\/; Expires=Thu, 01 Jan 1970/);
    expect(session).toMatch(
      /^__Host-session=[\w.-]+; Max-Age=3600; Path=\/; Expires=.*; HttpOnly; Secure; SameSite=Strict$/,
    );
    expect(set).toHaveLength(3);
  });

  test('sends browsers to HubSpot’s consent page alone, whatever the link says', async () => {
    const { browser, sandbox } = await openInstallRig(store);
    for (const query of [
      '',
      '?portalId=4711',
      '?portalId=x',
      '?portalId=-1',
      '?portalId=1&portalId=2',
      '?redirect_uri=https://evil.example&appUrl=https://evil.example',
    ]) {
      const { status, headers } = await browser().ask(`/oauth/install${query}`);
      const location = new URL(headers.get('location') ?? '');
      expect([status, location.origin, location.pathname]).toEqual([302, sandbox.url, '/oauth/authorize']);
      expect(location.searchParams.get('redirect_uri')).toBe('https://health.example.com/oauth/callback');
      expect(location.searchParams.get('code_challenge_method')).toBe('S256');
    }
  });

  test('of an account that is installed already goes on writing where it did', async () => {
    const { browser, right, installation, advance } = await openInstallRig(store);
    await browser().connect();
    await store.portal(right).startWriting(123);
    advance(MINUTE_MS);
    await browser().connect();
    expect(await installation(right)).toMatchObject({ state: 'installed', writingSince: 123 });
  });

  test('of an account that had removed the app begins with a preview again', async () => {
    const { browser, right, installation, clock } = await openInstallRig(store);
    await browser().connect();
    await store.portal(right).startWriting(123);
    await store.portal(right).leave('gone', clock());
    await browser().connect();
    expect(await installation(right)).toMatchObject({ state: 'installed', writingSince: null, goneAt: null });
  });
});

describe('nothing is connected, and a page says why,', () => {
  const stale = [400, 'This connection cannot be completed'];

  test('where the state was used before, also by another instance with the same cookie', async () => {
    const { browser, right, told } = await openInstallRig(store);
    const one = browser();
    const callback = await one.decideBy();
    const cookies = [...one.jar];
    await one.ask(callback);
    for (const [name, value] of cookies) one.jar.set(name, value);
    const again = await one.ask(callback);
    expect([again.status, again.title]).toEqual(stale);
    expect(told.installed).toEqual([right]);
  });

  test('of two at once with one state, for one of them', async () => {
    const { browser } = await openInstallRig(store);
    const { ask, decideBy } = browser();
    const callback = await decideBy();
    const pages = await Promise.all([ask(callback), ask(callback)]);
    expect(pages.map(({ status }) => status).toSorted()).toEqual([200, 400]);
  });

  test('where it takes longer than ten minutes', async () => {
    const { browser, advance, told } = await openInstallRig(store);
    const { ask, decideBy } = browser();
    const callback = await decideBy();
    advance(10 * MINUTE_MS + 1);
    const page = await ask(callback);
    expect([page.status, page.title]).toEqual(stale);
    expect(told.installed).toEqual([]);
  });

  test('where another browser comes back', async () => {
    const { browser } = await openInstallRig(store);
    const callback = await browser().decideBy();
    const another = browser();
    await another.ask('/oauth/install');
    for (const { ask } of [browser(), another]) {
      const page = await ask(callback);
      expect([page.status, page.title]).toEqual(stale);
    }
  });

  test('where the user refused', async () => {
    const { browser, right, installation } = await openInstallRig(store);
    const page = await browser().connect(undefined, { decision: 'cancel' });
    expect([page.status, page.title]).toEqual([400, 'Nothing was connected']);
    expect(await installation(right)).toBeUndefined();
  });

  test('where HubSpot names another error, whose words are shown as text', async () => {
    const { browser } = await openInstallRig(store);
    const { ask, decideBy } = browser();
    const callback = new URL(`https://x${await decideBy()}`);
    callback.searchParams.delete('code');
    callback.searchParams.set('error', 'server_error');
    callback.searchParams.set('error_description', '<img src=x onerror=alert(1)>');
    const page = await ask(callback.pathname + callback.search);
    expect(page.title).toBe('HubSpot broke off the connection');
    expect(page.html).toContain('&#60;img src=x onerror=alert(1)&#62;');
  });

  test('where the code has expired', async () => {
    const { browser, advance } = await openInstallRig(store);
    const { ask, decideBy } = browser();
    const callback = await decideBy();
    advance(MINUTE_MS);
    expect((await ask(callback)).title).toBe('HubSpot did not confirm the connection');
  });

  test('where HubSpot does not answer', async () => {
    const { browser, sandbox, right, installation } = await openInstallRig(store);
    const { ask, decideBy } = browser();
    const callback = await decideBy();
    sandbox.setFaults({ queue: [{ kind: '503', match: 'POST /oauth', times: 100 }] });
    const page = await ask(callback);
    expect([page.status, page.title]).toEqual([503, 'HubSpot does not answer at the moment']);
    expect(await installation(right)).toBeUndefined();
  });

  test('where another account was chosen than the link is for: what that granted is given back', async () => {
    const { browser, sandbox, right, other, installation, told } = await openInstallRig(store);
    const page = await browser().connect(installLink(right), { account: other });
    expect(page.title).toBe('That was another HubSpot account');
    expect(page.html).toContain(`href="/oauth/install?portalId=${right}"`);
    expect(await installation(other)).toBeUndefined();
    expect(told.installed).toEqual([]);
    expect(sandbox.stats().byPath).toMatchObject({ 'DELETE /appinstalls/2026-03/external-install': 1 });
  });

  test('but an account that has the app keeps it, whatever link somebody followed', async () => {
    const { browser, sandbox, right, other, installation } = await openInstallRig(store);
    await browser().connect(installLink(other), { account: other });
    await browser().connect(installLink(right), { account: other });
    expect(await installation(other)).toMatchObject({ state: 'installed' });
    expect(Object.keys(sandbox.stats().byPath).some((path) => path.startsWith('DELETE'))).toBe(false);
  });
});

describe('what the token answer leaves out', () => {
  const oauthOf = (change: (issued: Awaited<ReturnType<ReturnType<typeof makeOAuth>['exchangeCode']>>) => object) => {
    let inner: ReturnType<typeof makeOAuth>;
    return {
      oauth: {
        exchangeCode: async (given: Parameters<typeof inner.exchangeCode>[0]) => {
          const issued = await inner.exchangeCode(given);
          return { ...issued, ...change(issued) } as typeof issued;
        },
        introspect: (token: string) => inner.introspect(token),
        revoke: (token: string) => inner.revoke(token),
        uninstall: (token: string) => inner.uninstall(token),
      },
      at: (baseUrl: string) => {
        inner = makeOAuth({ clientId: 'app-1', clientSecret: 'client-secret-of-no-app', baseUrl, timeoutMs: 2_000 });
      },
    };
  };

  test('is asked of the token itself', async () => {
    const { oauth, at } = oauthOf(() => ({ portalId: undefined, scopes: undefined, userId: undefined }));
    const { browser, sandbox, right, installation } = await openInstallRig(store, { oauth });
    at(sandbox.url);
    expect((await browser().connect()).title).toBe('Connected');
    expect(await installation(right)).toMatchObject({
      installedBy: '1',
      scopes: ['oauth', 'tickets', 'sales-email-read'],
    });
  });

  test('and a required scope that was not granted is named', async () => {
    const { oauth, at } = oauthOf(() => ({ scopes: ['oauth'] }));
    const { browser, sandbox, right, installation } = await openInstallRig(store, { oauth });
    at(sandbox.url);
    const page = await browser().connect();
    expect([page.status, page.title]).toEqual([400, 'A permission is missing']);
    expect(page.html).toContain('HubSpot did not grant tickets, without which');
    expect(await installation(right)).toBeUndefined();
  });
});

test('no page is readable by others or later: no scripts, no frames, no caches', async () => {
  const { browser } = await openInstallRig(store);
  const { headers, html } = await browser().ask('/setup');
  expect(headers.get('cache-control')).toBe('no-store');
  const policy = headers.get('content-security-policy') ?? '';
  for (const rule of ["default-src 'none'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"])
    expect(policy).toContain(rule);
  expect(policy).not.toContain('unsafe');
  const nonce = /style-src 'nonce-([^']+)'/.exec(policy)?.[1];
  expect(html).toContain(`<style nonce="${nonce}">`);
  expect(html).not.toMatch(/<script|\son\w+=|style="/);
});

test('a portal id of zero, under which states are kept, is no portal', async () => {
  await openInstallRig(store);
  expect((await store.installations()).map((one) => one.portalId)).not.toContain(portalId(0));
});
