/** How a portal is connected, as its people are told, and the start of writing. */
import type { Connection, StartWritingAnswer } from '@account-health/contract/settings';
import { afterAll, beforeAll, expect, test } from 'vitest';
import app from '../../../app.json' with { type: 'json' };
import { RetryLater } from '../../../src/errors.ts';
import { REMEDIES } from '../../../src/jobs/portal-connection.ts';
import { ALL_SCOPES } from '../../../src/local/sandbox/object-types.ts';
import { OBJECT_TYPES } from '../../../src/scoring/object-types.ts';
import type { Store } from '../../../src/store/open-store.ts';
import { doctor } from '../../../src/wording/en/doctor.ts';
import { openTestStore } from '../../store/test-store.ts';
import { PUBLIC_URL } from '../signed-service.ts';
import { openServedPortal, type ServedPortal } from './served-portal.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

const look = async (portal: ServedPortal, query = '') =>
  (await portal.ask<Connection>('GET', `/api/settings/connection${query}`, { as: 'rep' })).body;
const start = (portal: ServedPortal, as: 'admin' | 'rep' = 'admin') =>
  portal.ask<StartWritingAnswer>('POST', '/api/settings/start-writing', { as, body: {} });
const install = (
  portal: ServedPortal,
  { by = '1', scopes = ALL_SCOPES }: { by?: string; scopes?: readonly string[] } = {},
) => portal.rig.store.install({ at: portal.rig.now() - 1_000, by, scopes, sealedTokens: 'sealed', accessExpiresAt: 0 });

test('a private app’s token: what it was granted, what is held, and no consent to give anew', async () => {
  const portal = await openServedPortal(store);
  portal.rig.sandbox.portal.setScopes(ALL_SCOPES.filter((scope) => scope !== 'crm.objects.invoices.read'));
  await portal.rig.cycle();
  const { findings, scopes, held, ...rest } = await look(portal);
  expect(rest).toEqual({
    locale: 'en',
    portalId: portal.rig.store.portalId,
    way: 'private',
    installedAt: null,
    writingSince: null,
    reauthorizeUrl: null,
    lastCycleAt: new Date(portal.rig.now()).toISOString(),
  });
  expect(scopes.map(({ scope }) => scope)).toEqual([...app.scopes.required, ...app.scopes.optional]);
  const of = (name: string) => scopes.find(({ scope }) => scope === name);
  expect(of('tickets')).toEqual({
    scope: 'tickets',
    granted: true,
    required: true,
    buys: 'open tickets, complaints, and how they were solved',
  });
  expect(of('crm.objects.invoices.read')).toMatchObject({ granted: false, required: false });
  expect(held).toContainEqual({ objectType: 'companies', label: 'Companies', records: 5 });
  expect(findings).toContainEqual({
    mark: 'look',
    text: expect.stringMatching(/^Invoices: cannot be read, the token lacks crm\.objects\.invoices\.read/),
    remedy: expect.stringContaining('overdue invoices'),
  });
});

test('nobody reads HubSpot’s names of types, in any language', async () => {
  const portal = await openServedPortal(store);
  await portal.rig.cycle();
  const raw = OBJECT_TYPES.filter((type) => type.includes('_'));
  for (const locale of ['en', 'it', 'ko', 'ro', 'tr']) {
    const { findings, held, locale: used } = await look(portal, `?locale=${locale}`);
    expect(used).toBe(locale);
    const told = [...findings.map(({ text }) => text), ...held.map(({ label }) => label)].join(' ');
    expect(raw.filter((type) => told.includes(type))).toEqual([]);
  }
});

test('nobody in the portal is sent to a terminal', async () => {
  const ofCommands = ['service', 'database', 'schedule_unusable', 'portal_unreached'];
  const atTerminal = Object.entries(doctor).flatMap(([key, text]) =>
    /^doctor\.\w+\.remedy$/.test(key) && /\bnpm \w|[A-Z]{3,}_[A-Z]|\bdoctor\b/.test(text)
      ? (key.split('.')[1] ?? [])
      : [],
  );
  const missing = atTerminal.filter((key) => !ofCommands.some((one) => key.startsWith(one)) && !(key in REMEDIES));
  expect(atTerminal.length).toBeGreaterThan(9);
  expect(missing).toEqual([]);
  const portal = await openServedPortal(store);
  const before = await look(portal);
  await portal.rig.cycle();
  portal.rig.advance(48 * 3_600_000);
  for (const { findings } of [before, await look(portal)])
    expect(findings.filter(({ text, remedy }) => /npm |15 \* \*/.test(`${text} ${remedy}`))).toEqual([]);
});

test('an installation: since when, what was granted then, and where an admin agrees anew', async () => {
  const portal = await openServedPortal(store);
  await install(portal, { scopes: ['oauth'] });
  const { way, installedAt, writingSince, reauthorizeUrl, scopes } = await look(portal);
  expect({ way, installedAt, writingSince, reauthorizeUrl }).toEqual({
    way: 'installed',
    installedAt: new Date(portal.rig.now() - 1_000).toISOString(),
    writingSince: null,
    reauthorizeUrl: `${PUBLIC_URL}/oauth/install?portalId=${portal.rig.store.portalId}`,
  });
  expect(scopes.flatMap(({ scope, granted }) => (granted === true ? [scope] : []))).toEqual(['oauth']);
});

test('before the writing begins nothing of the app’s own is missing in HubSpot', async () => {
  const portal = await openServedPortal(store);
  const missing = async () => (await look(portal)).findings.filter(({ text }) => text.includes('account_health_score'));
  expect(await missing()).toHaveLength(1);
  const other = await openServedPortal(store);
  await install(other);
  expect((await look(other)).findings.filter(({ text }) => text.includes('account_health_'))).toEqual([]);
});

test('what the page says itself is no finding: who installed the app is nobody’s number, and there is a button', async () => {
  const portal = await openServedPortal(store);
  await install(portal, { by: '48151623' });
  const told = async () => JSON.stringify((await look(portal)).findings);
  const preview = await told();
  await portal.rig.store.startWriting(portal.rig.now());
  portal.rig.advance(60_000);
  for (const findings of [preview, await told()]) expect(findings).not.toMatch(/48151623|install link|Installed since/);
});

test('a health model that cannot be read is a finding with its remedy, in the reader’s language', async () => {
  const portal = await openServedPortal(store);
  await portal.rig.cycle();
  const fresh = { content: { name: 'Old', version: '1', of: 'another app' }, yaml: 'name: Old' };
  const audit = { at: 1, actor: { kind: 'service' }, kind: 'model_published', about: 'Old' } as const;
  const changed = { ...audit, before: null, after: null };
  await portal.rig.store.putModelInUse({ name: 'Old', version: '1', fresh, fromRevision: 0, audit: changed });
  const { findings, held } = await look(portal);
  expect(findings[0]).toEqual({
    mark: 'broken',
    text: 'The health model cannot be used.',
    remedy: expect.stringMatching(/publish another version under “Health model”/),
  });
  // The rest is told as ever.
  expect(findings.length).toBeGreaterThan(5);
  expect(held).toContainEqual({ objectType: 'companies', label: 'Companies', records: 5 });
  expect((await look(portal, '?locale=it')).findings[0]?.remedy).toMatch(/^I punteggi mostrati/);
});

test('looking again within a minute does not ask HubSpot again, whatever the locale says', async () => {
  const portal = await openServedPortal(store);
  await look(portal, '?locale=de-DE');
  portal.rig.sandbox.resetStats();
  for (const locale of ['en', 'en-GB', 'fr', 'xx', '']) await look(portal, `?locale=${locale}`);
  // But who asks: their rights.
  expect(Object.keys(portal.rig.calls()).filter((path) => !path.includes('users'))).toEqual([]);
  portal.rig.advance(60_000);
  await look(portal);
  expect(portal.rig.calls()['GET /account-info/2026-09/details'] ?? 0).toBe(1);
  // Who left and came back is connected anew.
  portal.forget();
  await look(portal);
  expect(portal.rig.calls()['GET /account-info/2026-09/details'] ?? 0).toBe(2);
});

test('that HubSpot does not answer is a finding', async () => {
  const silent = () => Promise.reject(new RetryLater('no answer', 1));
  const portal = await openServedPortal(store, {
    client: (own) => ({ ...own, account: silent, grantedScopes: silent }),
  });
  const { findings, scopes } = await look(portal);
  expect(findings[0]).toMatchObject({ mark: 'broken', text: expect.stringContaining('does not answer') });
  expect(scopes.every(({ granted }) => granted === null)).toBe(true);
});

test('a schedule of the portal’s own says when its cycles are late', async () => {
  const portal = await openServedPortal(store);
  await portal.rig.cycle();
  const lateAfter = async (hours: number) => {
    portal.rig.advance(hours * 3_600_000);
    const { findings } = await look(portal);
    return findings.some(({ mark, remedy }) => mark === 'look' && remedy?.startsWith('This mends itself'));
  };
  expect(await lateAfter(23)).toBe(false);
  expect(await lateAfter(2)).toBe(true);
  await portal.ask('PUT', '/api/settings/schedule', { body: { version: 0, schedule: { every: 'daily', atHour: 3 } } });
  expect(await lateAfter(1)).toBe(false);
  expect(await lateAfter(23)).toBe(true);
});

test('writing starts once, by whoever may, with a cycle at once', async () => {
  const portal = await openServedPortal(store);
  await install(portal);
  expect((await start(portal, 'rep')).status).toBe(403);
  expect(portal.cycled).toEqual([]);
  const began = await start(portal);
  expect(began).toEqual({ status: 200, body: { writingSince: new Date(portal.rig.now()).toISOString() } });
  portal.rig.advance(1_000);
  expect(await start(portal)).toEqual(began);
  expect(portal.cycled).toEqual([portal.rig.store.portalId]);
  const log = await portal.rig.store.auditEntries({ below: null, limit: 9 });
  expect(log.filter(({ kind }) => kind === 'writing_started')).toMatchObject([{ actor: { userId: '1' } }]);
});

test('whoever installed the app may start it; where it is not installed there is nothing to start', async () => {
  const portal = await openServedPortal(store);
  expect(await start(portal)).toEqual({ status: 200, body: { writingSince: null } });
  expect(portal.cycled).toEqual([]);
  await install(portal, { by: '2' });
  expect((await start(portal, 'rep')).body.writingSince).not.toBeNull();
});
