import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Action, type Asker, may, RULES, UNKNOWN_RIGHTS, type UserRights } from '../../src/permissions/may.ts';
import { DEFAULT_PERMISSIONS, type Permissions, permissionsSchema } from '../../src/permissions/permissions.ts';

const ACTIONS = Object.keys(RULES) as Action[];
const ADMIN: UserRights = { known: true, superAdmin: true, teamIds: [] };
const ORDINARY: UserRights = { known: true, superAdmin: false, teamIds: ['31'] };
const UNKNOWN: UserRights = { known: false, reason: 'unreachable' };

const NAMED: Permissions = {
  amounts: { everybody: false, userIds: ['2'], teamIds: ['31'] },
  portfolio: { everybody: false, userIds: ['3'], teamIds: ['32'] },
  managers: { userIds: ['4'] },
};
const WIDENED: Permissions = {
  ...DEFAULT_PERMISSIONS,
  amounts: { ...DEFAULT_PERMISSIONS.amounts, everybody: true },
};
const CARD = ['see_card', 'judge', 'make_tasks'];
const CHANGES = [
  'change_model',
  'change_playbooks',
  'make_segments',
  'change_schedule',
  'change_ingest_keys',
  'change_permissions',
  'read_audit_log',
  'disconnect',
];

test.each<[string, Asker, Permissions, string | null, readonly string[]]>([
  ['a super admin', { userId: '1', rights: ADMIN }, DEFAULT_PERMISSIONS, null, ACTIONS],
  ['an ordinary user', { userId: '1', rights: ORDINARY }, DEFAULT_PERMISSIONS, null, CARD],
  ['whose rights nobody knows', { userId: '1', rights: UNKNOWN }, NAMED, null, CARD],
  ['whom HubSpot does not name', { userId: undefined, rights: UNKNOWN }, NAMED, null, CARD],
  ['a user named for amounts', { userId: '2', rights: UNKNOWN }, NAMED, null, [...CARD, 'see_amounts']],
  ['somebody of a team named for amounts', { userId: '9', rights: ORDINARY }, NAMED, null, [...CARD, 'see_amounts']],
  ['a user named for the portfolio', { userId: '3', rights: UNKNOWN }, NAMED, null, [...CARD, 'see_portfolio']],
  [
    'a manager, though HubSpot is out of reach',
    { userId: '4', rights: UNKNOWN },
    NAMED,
    null,
    [...CARD, 'see_amounts', 'see_portfolio', ...CHANGES, 'start_writing'],
  ],
  [
    'whoever installed the app',
    { userId: '5', rights: ORDINARY },
    DEFAULT_PERMISSIONS,
    '5',
    [...CARD, 'start_writing'],
  ],
  [
    'whom HubSpot does not name, where the installer is unknown',
    { userId: undefined, rights: UNKNOWN },
    NAMED,
    null,
    CARD,
  ],
  [
    'anybody, once amounts are for everybody',
    { userId: '9', rights: UNKNOWN },
    WIDENED,
    null,
    [...CARD, 'see_amounts'],
  ],
])('%s', (_who, asker, permissions, installedBy, expected) => {
  expect(ACTIONS.filter((action) => may(action, asker, { permissions, installedBy }))).toEqual(
    ACTIONS.filter((action) => expected.includes(action)),
  );
});

const id = fc.integer({ min: 1, max: 6 }).map(String);
const audience = fc.record({ everybody: fc.boolean(), userIds: fc.array(id), teamIds: fc.array(id) });
const permissions = fc.record({
  amounts: audience,
  portfolio: audience,
  managers: fc.record({ userIds: fc.array(id) }),
});
const setup = fc.record({ permissions, installedBy: fc.option(id) });
const action = fc.constantFrom(...ACTIONS);
const userId = fc.option(id, { nil: undefined });
const known = fc.record({ known: fc.constant(true as const), superAdmin: fc.boolean(), teamIds: fc.array(id) });

test('knowing somebody’s rights only ever adds to what they may do, and no reason for not knowing differs', () => {
  fc.assert(
    fc.property(action, userId, known, setup, (one, who, rights, portal) => {
      const unknown = UNKNOWN_RIGHTS.map((reason) =>
        may(one, { userId: who, rights: { known: false, reason } }, portal),
      );
      expect(new Set(unknown).size).toBe(1);
      if (unknown[0]) expect(may(one, { userId: who, rights }, portal)).toBe(true);
    }),
  );
});

test('naming more people takes nothing from anybody', () => {
  fc.assert(
    fc.property(action, userId, known, setup, permissions, (one, who, rights, portal, more) => {
      const both = (a: Permissions['amounts'], b: Permissions['amounts']) => ({
        everybody: a.everybody || b.everybody,
        userIds: [...a.userIds, ...b.userIds],
        teamIds: [...a.teamIds, ...b.teamIds],
      });
      const wider: Permissions = {
        amounts: both(portal.permissions.amounts, more.amounts),
        portfolio: both(portal.permissions.portfolio, more.portfolio),
        managers: { userIds: [...portal.permissions.managers.userIds, ...more.managers.userIds] },
      };
      if (may(one, { userId: who, rights }, portal))
        expect(may(one, { userId: who, rights }, { ...portal, permissions: wider })).toBe(true);
    }),
  );
});

test('nobody becomes a manager by what HubSpot says, but super admins', () => {
  fc.assert(
    fc.property(userId, known, setup, (who, rights, portal) => {
      const isNamed = who !== undefined && portal.permissions.managers.userIds.includes(who);
      for (const one of ['change_permissions', 'disconnect'] as const)
        expect(may(one, { userId: who, rights }, portal)).toBe(isNamed || rights.superAdmin);
    }),
  );
});

test.each([
  ['what is left out', { ...NAMED, managers: undefined }],
  ['what nobody knows', { ...NAMED, model: { userIds: [] } }],
  ['an address for an id', { ...NAMED, managers: { userIds: ['ann@example.com'] } }],
  ['a number for an id', { ...NAMED, managers: { userIds: [7] } }],
  [
    'more people than anybody names',
    { ...NAMED, managers: { userIds: Array.from({ length: 501 }, (_, n) => `${n}`) } },
  ],
])('%s is no permissions', (_what, value) => {
  expect(permissionsSchema.safeParse(value).success).toBe(false);
});
