/** Who may do what, over HTTP, against a portal with a super admin, a user in a team, and users whom admins name. */

import type { Scorecard } from '@account-health/contract';
import type { AuditPage, Permissions, PermissionsAnswer } from '@account-health/contract/permissions';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { companyId } from '../../src/ids.ts';
import { ALL_SCOPES } from '../../src/local/sandbox/object-types.ts';
import type { PortalUser } from '../../src/local/sandbox/portal-data.ts';
import { DEFAULT_PERMISSIONS } from '../../src/permissions/permissions.ts';
import type { Store } from '../../src/store/open-store.ts';
import { type CycleRig, MODEL, openCycleRig } from '../jobs/cycle-rig.ts';
import { OVERDUE } from '../jobs/small-portal.ts';
import { openTestStore } from '../store/test-store.ts';
import { type SignedService, startSignedService } from './signed-service.ts';

const USERS: readonly PortalUser[] = [
  { id: '1', email: 'admin@portal.example', superAdmin: true },
  { id: '2', email: 'rep@portal.example' },
  { id: '3', email: 'team@portal.example', primaryTeamId: '30', secondaryTeamIds: ['31'] },
  { id: '4', email: 'named@portal.example' },
  { id: '5', email: 'manager@portal.example' },
];
/** By the query that HubSpot adds. The stranger is signed, but HubSpot's list does not have them; the last one is not named at all. */
const ASKERS = {
  superAdmin: 'userId=1&userEmail=admin%40portal.example',
  rep: 'userId=2&userEmail=rep%40portal.example',
  inTeam: 'userId=3&userEmail=team%40portal.example',
  named: 'userId=4&userEmail=named%40portal.example',
  manager: 'userId=5&userEmail=manager%40portal.example',
  stranger: 'userId=99&userEmail=stranger%40portal.example',
  adminsIdOfAnother: 'userId=1&userEmail=rep%40portal.example',
  nobody: '',
} as const;
type Who = keyof typeof ASKERS;

const NAMED: Permissions = {
  amounts: { everybody: false, userIds: ['4'], teamIds: ['31'] },
  portfolio: DEFAULT_PERMISSIONS.portfolio,
  managers: { userIds: ['5'] },
};
const MONEY = /€|EUR/;

let store: Store;
let rig: CycleRig;
let service: SignedService;

beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  rig = await openCycleRig(store, { users: USERS });
  onTestFinished(() => rig.close());
  service = await startSignedService(store, rig.now, undefined, undefined, {
    readUser: (_portal, id) => rig.client.user(id),
  });
  onTestFinished(service.close);
});

async function ask<T>(who: Who, method: string, path: string, body?: unknown): Promise<{ status: number; body: T }> {
  const asker = ASKERS[who];
  const joined = asker === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${asker}`;
  const signedBody = body === undefined ? '' : JSON.stringify(body);
  const answer = await service.ask(joined, { method, signedBody, portalId: rig.store.portalId });
  return { status: answer.status, body: (await answer.json()) as T };
}
const read = (who: Who, query = '') => ask<PermissionsAnswer>(who, 'GET', `/api/settings/permissions${query}`);
const change = (who: Who, version: number, permissions: unknown, query = '') =>
  ask<PermissionsAnswer & { error?: string }>(who, 'PUT', `/api/settings/permissions${query}`, {
    version,
    permissions,
  });
const audit = (who: Who, query = '') => ask<AuditPage>(who, 'GET', `/api/settings/audit${query}`);
const card = async (who: Who) => (await ask<Scorecard>(who, 'GET', `/api/companies/${OVERDUE}/scorecard`)).body;

/** What somebody can do, each tried over HTTP. */
async function doneBy(who: Who): Promise<readonly string[]> {
  const tries: Record<string, () => Promise<boolean>> = {
    card: async () => (await card(who)).state === 'scored',
    amounts: async () => MONEY.test(JSON.stringify(await card(who))),
    pulse: async () => {
      const said = { value: 'neutral', reason: 'We met' };
      return (await ask(who, 'POST', `/api/companies/${OVERDUE}/pulse`, said)).status === 200;
    },
    override: async () => {
      const said = { status: 'at_risk', reason: 'We met', expiresOn: '2026-06-20' };
      return (await ask(who, 'POST', `/api/companies/${OVERDUE}/override`, said)).status === 200;
    },
    'read permissions': async () => (await read(who)).body.permissions !== null,
    'change permissions': async () => {
      const { version } = (await read('superAdmin')).body;
      return (await change(who, version, NAMED)).status === 200;
    },
    'read the log': async () => (await audit(who)).body.refused === null,
  };
  const done: string[] = [];
  for (const [what, attempt] of Object.entries(tries)) if (await attempt()) done.push(what);
  return done;
}

const CARD = ['card', 'pulse', 'override'];
const SIGHT = ['card', 'amounts', 'pulse', 'override'];
const ALL = [...SIGHT, 'read permissions', 'change permissions', 'read the log'];

test.each<[Who, readonly string[], readonly string[]]>([
  ['superAdmin', ALL, ALL],
  ['rep', CARD, CARD],
  ['inTeam', CARD, SIGHT],
  ['named', CARD, SIGHT],
  ['manager', CARD, ALL],
  ['stranger', CARD, CARD],
  ['adminsIdOfAnother', CARD, CARD],
  ['nobody', ['card'], ['card']],
])('%s: to begin with, and once people are named', async (who, atFirst, onceNamed) => {
  await rig.cycle();
  expect(await doneBy(who)).toEqual(atFirst);
  const { version } = (await read('superAdmin')).body;
  expect((await change('superAdmin', version, NAMED)).status).toBe(200);
  expect(await doneBy(who)).toEqual(onceNamed);
});

test('once amounts are for everybody, everybody sees them, and HubSpot need not be asked', async () => {
  await rig.cycle();
  const everybody = { ...DEFAULT_PERMISSIONS, amounts: { ...DEFAULT_PERMISSIONS.amounts, everybody: true } };
  expect((await change('superAdmin', 0, everybody)).status).toBe(200);
  rig.sandbox.resetStats();
  for (const who of Object.keys(ASKERS) as Who[]) expect(JSON.stringify(await card(who)), who).toMatch(MONEY);
  expect(rig.calls()).toEqual({});
});

test('a rep’s card and an admin’s never mix, whoever was first, in any language', async () => {
  await rig.cycle();
  for (const first of ['rep', 'superAdmin'] as const) {
    await card(first);
    expect(JSON.stringify(await card('rep'))).not.toMatch(MONEY);
    expect(JSON.stringify(await card('superAdmin'))).toMatch(MONEY);
  }
});

test('who may not is told so in one line, in their language', async () => {
  expect(await change('rep', 0, NAMED)).toEqual({
    status: 403,
    body: { error: 'Only super admins, and people named in the app’s settings, may do this.' },
  });
  expect((await change('rep', 0, NAMED, '?locale=tr')).body.error).toBe(
    'Bunu yalnızca süper yöneticiler ve uygulama ayarlarında adı geçen kişiler yapabilir.',
  );
  expect((await audit('rep', '?locale=it')).body).toEqual({
    entries: [],
    next: null,
    refused: 'Solo i super admin e le persone indicate nelle impostazioni dell’app possono farlo.',
  });
  expect((await audit('rep', '?locale=not-a-language-at-all')).body.refused).toMatch(/^Only super admins/);
});

test('where HubSpot does not let us read users nobody is an admin, and the settings say why', async () => {
  rig.sandbox.portal.setScopes(ALL_SCOPES.filter((scope) => scope !== 'settings.users.read'));
  const unknown =
    'We could not check your rights: the app may not read this account’s users. An admin can grant it the scope settings.users.read.';
  const { body } = await read('superAdmin');
  expect(body).toMatchObject({ version: 0, permissions: null, you: { userId: '1', unknown } });
  expect(Object.keys(body.you.may).filter((one) => body.you.may[one])).toEqual(['see_card', 'judge', 'make_tasks']);
  const refused = await change('superAdmin', 0, NAMED);
  expect([refused.status, refused.body.error]).toEqual([
    403,
    `Only super admins, and people named in the app’s settings, may do this. ${unknown}`,
  ]);
  expect((await read('stranger')).body.you.unknown).toMatch(/^We could not check your rights/);
  expect((await read('nobody')).body.you).toMatchObject({
    userId: null,
    unknown: expect.stringMatching(/did not say/),
  });
});

test('the settings tell everybody what they may, and only those who may change them who is named', async () => {
  await change('superAdmin', 0, NAMED);
  const admin = (await read('superAdmin')).body;
  expect(admin).toMatchObject({ version: 1, permissions: NAMED, you: { userId: '1', unknown: null } });
  expect(Object.values(admin.you.may)).not.toContain(false);
  const { permissions, you } = (await read('named')).body;
  expect([permissions, you.may.see_amounts, you.may.see_portfolio, you.may.change_permissions]).toEqual([
    null,
    true,
    false,
    false,
  ]);
});

test('whoever installed the app may start writing, and no more for that; nobody may for not being known', async () => {
  const mayStart = async (who: Who) => (await read(who)).body.you.may.start_writing;
  expect([await mayStart('rep'), await mayStart('nobody'), await mayStart('superAdmin')]).toEqual([false, false, true]);
  const given = { at: 1, by: '2', scopes: [], sealedTokens: 'x', accessExpiresAt: 2 };
  await rig.store.install(given);
  expect([await mayStart('rep'), await mayStart('named'), await mayStart('nobody')]).toEqual([true, false, false]);
  expect((await read('rep')).body.you.may).toMatchObject({ change_permissions: false, see_amounts: false });
  await rig.store.install({ ...given, by: null });
  expect([await mayStart('rep'), await mayStart('nobody')]).toEqual([false, false]);
});

test('of two who change them at once one is told to look again, and loses nothing of the other’s', async () => {
  const everybody = { ...NAMED, portfolio: { ...NAMED.portfolio, everybody: true } };
  const both = await Promise.all([change('superAdmin', 0, NAMED), change('superAdmin', 0, everybody)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  const [won, lost] = both.toSorted((a, b) => a.status - b.status);
  expect(lost?.body).toMatchObject({ error: expect.stringMatching(/^Somebody else/), version: 1 });
  expect(lost?.body.permissions).toEqual(won?.body.permissions);
  expect((await read('superAdmin')).body.permissions).toEqual(won?.body.permissions);
  expect((await audit('superAdmin')).body.entries).toHaveLength(1);
});

test('said again it is done, and logged once', async () => {
  await change('superAdmin', 0, NAMED);
  rig.advance(1_000);
  expect(await change('superAdmin', 0, NAMED)).toMatchObject({ status: 200, body: { version: 1 } });
  expect((await audit('superAdmin')).body.entries).toHaveLength(1);
  expect((await change('superAdmin', 0, DEFAULT_PERMISSIONS)).status).toBe(409);
});

test.each([
  ['no permissions', undefined, 'permissions: send amounts, portfolio and managers'],
  ['a list', [], 'permissions: send amounts, portfolio and managers'],
  [
    'an address for an id',
    { ...NAMED, managers: { userIds: ['ann@example.com'] } },
    'permissions.managers.userIds.0: give ids of HubSpot as text, such as "7"',
  ],
])('%s: refused in one line', async (_what, permissions, error) => {
  expect(await change('superAdmin', 0, permissions)).toEqual({ status: 400, body: { error } });
  expect((await read('superAdmin')).body.version).toBe(0);
});

test('what was kept in a form that nobody knows lets nobody in but super admins', async () => {
  await rig.cycle();
  const by = { kind: 'service' } as const;
  const entry = { at: 1, actor: by, kind: 'permissions_changed', about: null, before: null, after: null } as const;
  await rig.store.changeSetting({ name: 'permissions', value: { amounts: 'all' }, fromVersion: 0, audit: entry });
  expect(JSON.stringify(await card('named'))).not.toMatch(MONEY);
  expect((await read('superAdmin')).body).toMatchObject({ version: 1, permissions: DEFAULT_PERMISSIONS });
  expect((await change('superAdmin', 1, NAMED)).body).toMatchObject({ version: 2, permissions: NAMED });
});

test('the log tells who changed what, newest first, a page at a time; another portal’s has none of it', async () => {
  await rig.cycle();
  await ask('rep', 'POST', `/api/companies/${OVERDUE}/pulse`, { value: 'negative', reason: 'Ann Lee resigned' });
  await change('superAdmin', 0, NAMED);
  rig.advance(60_000);
  const override = { status: 'at_risk', reason: 'Ann Lee resigned', expiresOn: '2026-06-20' };
  await ask('rep', 'POST', `/api/companies/${OVERDUE}/override`, override);
  await ask('manager', 'DELETE', `/api/companies/${OVERDUE}/override`);

  const { entries } = (await audit('manager')).body;
  const rep = { kind: 'user', userId: '2', email: 'rep@portal.example' };
  const end = Date.parse('2026-06-20T21:59:59.999Z');
  expect(entries.map(({ id: _id, at: _at, text: _text, byText: _byText, ...entry }) => entry)).toEqual([
    {
      kind: 'override_ended',
      by: { kind: 'user', userId: '5', email: 'manager@portal.example' },
      about: OVERDUE,
      before: { value: 'at_risk', expiresAt: end },
      after: null,
    },
    { kind: 'override_set', by: rep, about: OVERDUE, before: null, after: { value: 'at_risk', expiresAt: end } },
    {
      kind: 'permissions_changed',
      by: { kind: 'user', userId: '1', email: 'admin@portal.example' },
      about: null,
      before: DEFAULT_PERMISSIONS,
      after: NAMED,
    },
    {
      kind: 'pulse_given',
      by: rep,
      about: OVERDUE,
      before: null,
      after: expect.objectContaining({ value: 'negative' }),
    },
    {
      kind: 'model_published',
      by: { kind: 'service' },
      about: MODEL.name,
      before: null,
      after: { version: MODEL.version },
    },
  ]);
  // Somebody's own words stay where they were said: they may name a contact.
  expect(JSON.stringify(entries)).not.toContain('Ann Lee');
  expect(entries[2]?.at).toBe(new Date(rig.now() - 60_000).toISOString());

  const paged: AuditPage['entries'] = [];
  for (let next: string | null = ''; next !== null; ) {
    const { body } = await audit('manager', `?limit=2${next && `&after=${next}`}`);
    expect(body.entries.length).toBeLessThanOrEqual(2);
    paged.push(...body.entries);
    next = body.next;
  }
  expect(paged).toEqual(entries);
  expect((await audit('rep', '?limit=2')).body).toMatchObject({ entries: [], next: null });

  const other = await openCycleRig(store, { users: USERS });
  onTestFinished(() => other.close());
  expect(await other.store.auditEntries({ below: null, limit: 100 })).toEqual([]);
  expect(await other.store.setting('permissions')).toBeUndefined();
  expect(await rig.store.judgements(companyId(OVERDUE))).toHaveLength(3);
});

test('days in the log are those of the portal’s time zone', async () => {
  await rig.cycle();
  const by = { kind: 'service' } as const;
  const after = { value: 'at_risk', expiresAt: Date.parse('2026-06-20T22:30:00Z') };
  const entry = { at: 1, actor: by, kind: 'override_set', about: OVERDUE, before: null, after } as const;
  await rig.store.changeSetting({ name: 'permissions', value: NAMED, fromVersion: 0, audit: entry });
  expect((await audit('superAdmin', '?limit=1')).body.entries[0]?.text).toMatch(/until Jun 21, 2026\.$/);
});

test.each(['?limit=0', '?limit=101', '?after=x', '?after=-1'])('%s is no page of the log', async (query) => {
  expect((await audit('superAdmin', query)).status).toBe(400);
});
