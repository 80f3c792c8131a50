import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { InputError, PortalDisconnected, RetryLater } from '../../src/errors.ts';
import { portalId } from '../../src/ids.ts';
import { makePortalToken } from '../../src/jobs/portal-token.ts';
import { refreshPortal } from '../../src/jobs/refresh-portal.ts';
import { parseKeys } from '../../src/sealing/key-ring.ts';
import { sealTokens } from '../../src/sealing/portal-tokens.ts';
import { makeSealer } from '../../src/sealing/sealer.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { createPostgresDatabase } from '../store/postgres-database.ts';
import { onEachEngine, onPostgres, openTestStore } from '../store/test-store.ts';
import { MODEL } from './cycle-rig.ts';
import { openInstalledRig, sealer } from './installed-rig.ts';
import { startRefusingProxy } from './refusing-proxy.ts';

const MINUTE_MS = 60_000;
const LIFE_MS = 30 * MINUTE_MS;

onEachEngine('an access token', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await openTestStore(engine);
  });
  afterAll(() => store.close());

  it('is used until two minutes are left, then refreshed; what came is stored before it is used', async () => {
    const { portal, tokenOf, advance, refreshes, held } = await openInstalledRig(store);
    const token = tokenOf(portal);
    const first = await token();
    expect(first).toBe((await held()).accessToken);
    const { refreshToken } = await held();
    advance(LIFE_MS - 2 * MINUTE_MS - 1);
    expect([await token(), refreshes()]).toEqual([first, 0]);
    advance(1);
    const second = await token();
    expect(second).not.toBe(first);
    expect(refreshes()).toBe(1);
    // The sandbox gives another refresh token each time, and the old one is void.
    expect(await held()).toMatchObject({ accessToken: second });
    expect((await held()).refreshToken).not.toBe(refreshToken);
    expect([await tokenOf(portal)(), refreshes()]).toEqual([second, 1]);
    advance(LIFE_MS);
    expect(await token()).not.toBe(second);
    expect(refreshes()).toBe(2);
  });

  it('a refresh that brings no refresh token leaves the one there is', async () => {
    const { portal, clock, advance, held } = await openInstalledRig(store);
    const before = await held();
    const issued = { accessToken: 'access-new', refreshToken: undefined, expiresInMs: LIFE_MS };
    const rest = { portalId: undefined, userId: undefined, scopes: undefined };
    const asked: string[] = [];
    const refresh = async (token: string) => {
      asked.push(token);
      return { ...issued, ...rest };
    };
    const token = makePortalToken({ store: portal, oauth: { refresh }, sealer, clock });
    advance(LIFE_MS);
    expect(await token()).toBe('access-new');
    expect(await held()).toEqual({ accessToken: 'access-new', refreshToken: before.refreshToken });
    expect(asked).toEqual([before.refreshToken]);
  });

  it('ten who need one at once make one refresh, in one handle and in several', async () => {
    const { portal, tokenOf, advance, refreshes } = await openInstalledRig(store);
    const tokens = [tokenOf(portal), tokenOf(store.portal(portal.portalId))];
    advance(LIFE_MS);
    const got = await Promise.all(Array.from({ length: 10 }, (_, index) => tokens[index % 2]?.()));
    expect(new Set(got).size).toBe(1);
    expect(refreshes()).toBe(1);
  });

  it('that nears its end in the middle of a cycle is refreshed once, and no call is refused', async () => {
    const { portal, tokenOf, clientOf, advance, clock, refreshes, sandbox } = await openInstalledRig(store);
    let isLate = false;
    const client = clientOf(tokenOf(portal));
    const { report } = await refreshPortal({
      client,
      store,
      model: MODEL,
      language: 'en',
      clock,
      onProgress() {
        if (!isLate) advance(LIFE_MS - MINUTE_MS);
        isLate = true;
      },
    });
    expect(report.companies.scored).toBeGreaterThan(0);
    expect(report.written.failed).toBe(0);
    expect(refreshes()).toBe(1);
    expect(sandbox.stats().byStatus[401]).toBeUndefined();
  });

  it.each([
    ['HubSpot ends early', 0],
    ['ends', LIFE_MS],
  ])('that %s on its way to HubSpot costs each call under way one more try', async (_, leapMs) => {
    const { portal, tokenOf, clientOf, clock, refreshes, sandbox, oauth, advance } = await openInstalledRig(store);
    const source = tokenOf(portal);
    let handedOut = 0;
    const endsOnItsWay = async () => {
      const token = await source();
      handedOut += 1;
      if (handedOut !== 5) return token;
      if (leapMs === 0) await oauth.revoke(token);
      else advance(leapMs);
      return token;
    };
    const warnings: object[] = [];
    const client = clientOf(Object.assign(endsOnItsWay, { renew: source.renew, giveUp: source.giveUp }), {
      warn: (fields) => void warnings.push(fields),
    });
    const { report } = await refreshPortal({ client, store, model: MODEL, language: 'en', clock });
    expect(report.companies.scored).toBeGreaterThan(0);
    expect(report.written.failed).toBe(0);
    expect(refreshes()).toBe(1);
    const refused = sandbox.stats().byStatus[401] ?? 0;
    expect(refused).toBeGreaterThan(0);
    expect(report.calls.failed).toBe(refused);
    expect(warnings).toHaveLength(refused);
    expect((await portal.installation())?.state).toBe('installed');
  });

  it('ten calls whose token is refused at once make one refresh', async () => {
    const { portal, tokenOf, clientOf, refreshes, oauth, held, sandbox } = await openInstalledRig(store);
    const clients = [clientOf(tokenOf(portal)), clientOf(tokenOf(store.portal(portal.portalId)))];
    for (const client of clients) await client.account();
    await oauth.revoke((await held()).accessToken);
    await Promise.all(Array.from({ length: 10 }, (_, index) => clients[index % 2]?.account()));
    expect([refreshes(), sandbox.stats().byStatus[401]]).toEqual([1, 10]);
  });

  it('whose refresh is refused: the installation is gone, and nothing is called any more', async () => {
    const { portal, tokenOf, clientOf, advance, clock, sandbox, install } = await openInstalledRig(store);
    const token = tokenOf(portal);
    const client = clientOf(token);
    await client.account();
    sandbox.portal.uninstall();
    advance(LIFE_MS);
    const cycle = () => refreshPortal({ client, store, model: MODEL, language: 'en', clock });
    await expect(cycle()).rejects.toBeInstanceOf(PortalDisconnected);
    expect(await portal.installation()).toMatchObject({ state: 'gone', goneAt: clock() });
    const calls = sandbox.stats().total;
    await expect(cycle()).rejects.toThrow(/has to install the app again/);
    await expect(tokenOf(portal)()).rejects.toBeInstanceOf(PortalDisconnected);
    expect(sandbox.stats().total).toBe(calls);
    await install();
    expect((await client.account()).portalId).toBe(portal.portalId);
  });

  it('that is refused throughout, renewed or not: gone after one refresh, with no further calls', async () => {
    let answers401 = false;
    const proxied = (url: string) =>
      startRefusingProxy(url, (call) =>
        answers401 && !call.includes('/oauth/')
          ? { status: 401, body: '{"category":"INVALID_AUTHENTICATION"}' }
          : undefined,
      );
    const { portal, tokenOf, clientOf, clock, refreshes, otherCalls } = await openInstalledRig(store, proxied);
    const client = clientOf(tokenOf(portal));
    answers401 = true;
    await expect(client.account()).rejects.toThrow(/has to install the app again/);
    expect(await portal.installation()).toMatchObject({ state: 'gone', goneAt: clock() });
    expect([refreshes(), otherCalls()]).toEqual([1, 2]);
    answers401 = false;
    await expect(client.account()).rejects.toBeInstanceOf(PortalDisconnected);
    expect([refreshes(), otherCalls()]).toEqual([1, 2]);
  });

  it('that is given up does not end an installation that was made since', async () => {
    const { portal, tokenOf, install, held } = await openInstalledRig(store);
    const token = tokenOf(portal);
    const old = await token();
    await install();
    await expect(token.giveUp(old)).rejects.toBeInstanceOf(PortalDisconnected);
    expect((await portal.installation())?.state).toBe('installed');
    expect(await token()).toBe((await held()).accessToken);
  });

  it('cannot be had now: later, and the installation stays', async () => {
    const { portal, tokenOf, advance, sandbox, refreshes } = await openInstalledRig(store);
    const token = tokenOf(portal);
    advance(LIFE_MS);
    sandbox.setFaults({ queue: [{ kind: '503', match: '/oauth/', times: 4 }] });
    const results = await Promise.allSettled([token(), token(), token()]);
    expect(results.map((result) => result.status === 'rejected' && result.reason instanceof RetryLater)).toEqual([
      true,
      true,
      true,
    ]);
    expect([refreshes(), (await portal.installation())?.state]).toEqual([4, 'installed']);
    expect(await token()).toMatch(/^access-/);
  });

  it('of a portal that disconnects while it is refreshed is not kept, nor used', async () => {
    const { portal, clock, advance, held } = await openInstalledRig(store);
    const { accessToken } = await held();
    advance(LIFE_MS);
    const refresh = async () => {
      await portal.leave('disconnected', clock());
      return {
        accessToken: 'late',
        refreshToken: 'late',
        expiresInMs: LIFE_MS,
        portalId: undefined,
        userId: undefined,
        scopes: undefined,
      };
    };
    const token = makePortalToken({ store: portal, oauth: { refresh }, sealer, clock });
    await expect(token()).rejects.toBeInstanceOf(PortalDisconnected);
    expect(await portal.sealedTokens()).toBeUndefined();
    expect(accessToken).not.toBe('late');
  });

  it('that was sealed under a lost key is the operator’s to mend, and no uninstall', async () => {
    const { portal, clock } = await openInstalledRig(store);
    const other = makeSealer(parseKeys(randomBytes(32).toString('base64')));
    const refresh = () => Promise.reject(new Error('must not be asked'));
    const token = makePortalToken({ store: portal, oauth: { refresh }, sealer: other, clock });
    await expect(token()).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(/ENCRYPTION_KEYS does not hold/),
    });
    expect((await portal.installation())?.state).toBe('installed');
  });

  it('of another portal, put into this one’s row, does not open', async () => {
    const { portal, tokenOf, clock } = await openInstalledRig(store);
    const tokens = { accessToken: 'theirs', refreshToken: 'theirs' };
    const sealedTokens = sealTokens(sealer, portalId(1), tokens);
    await portal.install({ at: clock(), by: null, scopes: [], sealedTokens, accessExpiresAt: clock() + LIFE_MS });
    await expect(tokenOf(portal)()).rejects.toBeInstanceOf(InputError);
  });
});

onPostgres('two processes', () => {
  it('that need a token at once make one refresh', async () => {
    const { url, drop } = await createPostgresDatabase();
    const stores = [await openStore({ databaseUrl: url }), await openStore({ databaseUrl: url })] as const;
    onTestFinished(async () => {
      for (const store of stores) await store.close();
      await drop();
    });
    const { portal, tokenOf, advance, refreshes } = await openInstalledRig(stores[0]);
    const tokens = [tokenOf(portal), tokenOf(stores[1].portal(portal.portalId))];
    for (const token of tokens) await token();
    advance(LIFE_MS);
    const got = await Promise.all(Array.from({ length: 10 }, (_, index) => tokens[index % 2]?.()));
    expect(new Set(got).size).toBe(1);
    expect(refreshes()).toBe(1);
  });
});
