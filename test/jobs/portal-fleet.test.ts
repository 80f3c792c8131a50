import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { InputError, RetryLater } from '../../src/errors.ts';
import { makeOAuth } from '../../src/hubspot/oauth.ts';
import { type PortalId, portalId } from '../../src/ids.ts';
import { makePortalFleet, placeOf } from '../../src/jobs/portal-fleet.ts';
import { ALL_SCOPES } from '../../src/local/sandbox/object-types.ts';
import { startSandbox } from '../../src/local/sandbox/start-sandbox.ts';
import type { Store } from '../../src/store/open-store.ts';
import { makeUnpacedClient } from '../hubspot/test-client.ts';
import { decide } from '../local/sandbox/agree.ts';
import { openTestStore } from '../store/test-store.ts';
import { MODEL } from './cycle-rig.ts';
import { NOW, PAID, SMALL_PORTAL } from './small-portal.ts';

const APP = { clientId: 'app-1', clientSecret: 'secret-of-no-app', redirectUris: ['https://us.example/callback'] };

let store: Store;
let portals = 20_000;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

/** A fleet over a HubSpot with two accounts, to both of which there are access tokens, and a private app's token to the first. */
async function open() {
  portals += 2;
  const [one, two] = [portalId(portals), portalId(portals + 1)];
  const dataOf = (id: PortalId) => ({ ...SMALL_PORTAL, portalId: id });
  const sandbox = await startSandbox({
    data: dataOf(one),
    otherAccounts: [dataOf(two)],
    limits: 'off',
    clock: () => NOW,
    oauthApp: APP,
  });
  async function accessToken(account: PortalId): Promise<string> {
    const redirect_uri = APP.redirectUris[0] ?? '';
    const query = new URLSearchParams({ client_id: APP.clientId, redirect_uri, scope: ALL_SCOPES.join(' ') });
    const { location } = await decide(`${sandbox.url}/oauth/authorize?${query}`, { account });
    const code = location?.searchParams.get('code') ?? '';
    const form = { grant_type: 'authorization_code', code, redirect_uri };
    const body = new URLSearchParams({ ...form, client_id: APP.clientId, client_secret: APP.clientSecret });
    const answer = await fetch(`${sandbox.url}/oauth/2026-03/token`, { method: 'POST', body });
    return ((await answer.json()) as { access_token: string }).access_token;
  }
  const tokens = new Map([
    [one, await accessToken(one)],
    [two, await accessToken(two)],
  ]);
  const cycles: PortalId[] = [];
  const ended: PortalId[] = [];
  const silent = new Set<PortalId>();
  const unreadable = new Set<PortalId>();
  const warnings: unknown[] = [];
  const warn = (fields: unknown) => void warnings.push(fields);
  const fleet = makePortalFleet({
    store,
    model: MODEL,
    language: 'en',
    schedule: '0 0 29 2 *',
    inRoom: (work) => work(),
    clock: () => NOW,
    log: { info: () => {}, warn, error: warn },
    watchCycle: () => () => {},
    onCycle: (portal) => void cycles.push(portal),
    onEnd: (portal) => void ended.push(portal),
    oauth: makeOAuth({ ...APP, baseUrl: sandbox.url, timeoutMs: 5_000 }),
    tokenOf: (id) => async () => {
      if (silent.has(id)) throw new RetryLater('HubSpot does not answer', 1_000);
      if (unreadable.has(id)) throw new InputError('Its tokens cannot be read.');
      return tokens.get(id) ?? '';
    },
    makeClient: (token) => makeUnpacedClient({ baseUrl: sandbox.url, token, clock: () => NOW }).client,
  });
  onTestFinished(async () => {
    await fleet.stop();
    await sandbox.close();
    for (const id of [one, two]) await store.portal(id).leave('disconnected', NOW);
  });
  return {
    sandbox,
    one,
    two,
    fleet,
    silent,
    unreadable,
    ended,
    warnings,
    install: (id: PortalId) =>
      store.portal(id).install({ at: NOW, by: '1', scopes: [], sealedTokens: 'x', accessExpiresAt: NOW }),
    cycled: (id: PortalId) => cycles.filter((portal) => portal === id).length,
    shown: (id: PortalId) =>
      sandbox.portals.find((portal) => portal.id === id)?.record('companies', PAID)?.properties.account_health_score ??
      null,
  };
}

const until = (isSo: () => boolean) => vi.waitUntil(isSo, { timeout: 30_000, interval: 10 });

test('every portal that installed the app has its first cycle, which writes nothing before it is let', async () => {
  const { one, two, fleet, install, cycled, shown } = await open();
  await install(one);
  await install(two);
  await fleet.reconcile();
  await until(() => cycled(one) === 1 && cycled(two) === 1);
  expect([shown(one), shown(two)]).toEqual([null, null]);
  expect([fleet.progress(one)?.state, fleet.progress(portalId(1))]).toEqual(['idle', undefined]);

  await store.portal(two).startWriting(NOW);
  fleet.cycleAnew(two);
  await until(() => cycled(two) === 2);
  expect([shown(one), shown(two)]).toEqual([null, '83']);
  expect(await store.portal(one).latestCycle()).toMatchObject({ published: true });
});

test('the portal of a private app’s token is written from its first cycle on', async () => {
  const { one, sandbox, fleet, cycled, shown } = await open();
  await fleet.addPrivate(sandbox.token);
  await until(() => cycled(one) === 1);
  expect(shown(one)).toBe('83');
  // It is no installation, and stays.
  await fleet.reconcile();
  expect(fleet.progress(one)).toBeDefined();
});

test('one that removed the app is served no more; one that HubSpot does not answer for is tried again, and stops no other', async () => {
  const { one, two, fleet, install, cycled, silent, ended, warnings } = await open();
  silent.add(one);
  for (const id of [one, two]) await install(id);
  await fleet.reconcile();
  await until(() => cycled(two) === 1);
  expect(fleet.progress(one)).toBeUndefined();
  expect(warnings).toHaveLength(1);

  silent.delete(one);
  await store.portal(two).leave('gone', NOW);
  await fleet.reconcile();
  await until(() => cycled(one) === 1);
  expect(fleet.progress(two)).toBeUndefined();
  expect(ended).toEqual([two]);
  fleet.cycleAnew(two);
  fleet.wake(two);
  await fleet.reconcile();
  expect(cycled(two)).toBe(1);
});

test('what is asked for while a cycle runs counts in one that begins after it', async () => {
  const { one, fleet, install, cycled, shown } = await open();
  await install(one);
  await fleet.reconcile();
  // The first cycle runs, and was not to write.
  await until(() => fleet.progress(one)?.state === 'running');
  await store.portal(one).startWriting(NOW);
  fleet.cycleAnew(one);
  await until(() => cycled(one) === 2);
  expect(shown(one)).toBe('83');
});

test('portals begin at times of their own, evenly spread over the time between two ticks', () => {
  const places = Array.from({ length: 1_000 }, (_, index) => placeOf(portalId(10_000_000 + index)));
  for (const place of places) expect(place >= 0 && place < 1).toBe(true);
  const tenths = Map.groupBy(places, (place) => Math.floor(place * 10));
  // A tenth of them each, give or take a few.
  for (const { length } of tenths.values()) expect(Math.abs(length - 100)).toBeLessThan(15);
  expect(tenths.size).toBe(10);
});

test('one that is disconnected is ended before it is taken out, whoever asks meanwhile hears the same, and nobody serves it again', async () => {
  const { one, two, sandbox, fleet, install, cycled, shown, ended, warnings } = await open();
  for (const id of [one, two]) {
    await install(id);
    await store.portal(id).startWriting(NOW);
  }
  await fleet.reconcile();
  await until(() => cycled(one) === 1 && cycled(two) === 1);
  const by = { kind: 'user', userId: '7', email: 'ada@example.com' } as const;
  const [done, same] = await Promise.all([
    fleet.disconnect(one, { clearValues: true, by }),
    fleet.disconnect(one, { clearValues: false, by }),
  ]);
  expect(done).toEqual({ state: 'disconnected', cleared: 3 });
  expect(ended).toEqual([one]);
  expect(same).toEqual(done);
  expect([shown(one) || null, shown(two)]).toEqual([null, '83']);
  expect(await fleet.disconnect(one, { clearValues: true, by })).toEqual({ state: 'not_installed' });
  await fleet.reconcile();
  expect([fleet.progress(one), fleet.progress(two)?.state]).toEqual([undefined, 'idle']);
  expect(warnings).toEqual([]);
  await fleet.addPrivate(sandbox.token);
  expect(await fleet.disconnect(one, { clearValues: true, by })).toEqual({ state: 'not_installed' });
});

test('while one is being disconnected nobody serves it; one that could not be is served again', async () => {
  const { one, fleet, install, cycled, silent } = await open();
  await install(one);
  await store.portal(one).startWriting(NOW);
  await fleet.reconcile();
  await until(() => cycled(one) === 1);
  const by = { kind: 'user', userId: '7', email: null } as const;
  silent.add(one);
  await expect(fleet.disconnect(one, { clearValues: false, by })).rejects.toThrow(RetryLater);
  await until(() => fleet.progress(one) !== undefined);
  silent.delete(one);
  const ending = fleet.disconnect(one, { clearValues: true, by });
  await fleet.reconcile();
  expect(fleet.progress(one)).toBeUndefined();
  expect(await ending).toMatchObject({ state: 'disconnected' });
});

test('one whose tokens cannot be read stops no other', async () => {
  const { one, two, fleet, install, cycled, unreadable, warnings } = await open();
  unreadable.add(one);
  for (const id of [one, two]) await install(id);
  await fleet.reconcile();
  await until(() => cycled(two) === 1);
  expect([fleet.progress(one), warnings.length]).toEqual([undefined, 1]);
});

test('a schedule that a portal’s admins set holds at once, or once another instance was told of it, for that portal alone', async () => {
  const { one, two, fleet, install, cycled } = await open();
  for (const id of [one, two]) await install(id);
  await fleet.reconcile();
  await until(() => cycled(one) === 1 && cycled(two) === 1);
  const before = fleet.nextCycles(two);
  const set = (every: string, fromVersion: number) =>
    store.portal(one).changeSetting({
      name: 'schedule',
      value: { every, atHour: 4 },
      fromVersion,
      audit: { at: NOW, actor: { kind: 'service' }, kind: 'schedule_changed', about: null, before: null, after: null },
    });
  const spacing = () => {
    const [first = 0, second = 0] = fleet.nextCycles(one);
    return (second - first) / 3_600_000;
  };
  await set('hourly', 0);
  await fleet.reschedule(one);
  expect(spacing()).toBe(1);
  await set('every_4_hours', 1);
  expect(spacing()).toBe(1);
  await fleet.reconcile();
  expect(spacing()).toBe(4);
  expect(fleet.nextCycles(two)).toEqual(before);
  expect(fleet.nextCycles(portalId(1))).toEqual([]);
  // It is no reason for a cycle.
  expect(cycled(one)).toBe(1);
});
