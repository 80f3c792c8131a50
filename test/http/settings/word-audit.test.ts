/** Each change of the log in words: what, of what, and who. */
import { expect, test } from 'vitest';
import { actorText, auditText, namesOf } from '../../../src/http/settings/word-audit.ts';
import { DEFAULT_PERMISSIONS } from '../../../src/permissions/permissions.ts';
import type { AuditEntry } from '../../../src/store/audit-log.ts';
import { makeWording } from '../../../src/wording/make-wording.ts';

const END = Date.parse('2026-06-20T21:59:59.999Z');
const SERVICE = { kind: 'service' } as const;
const NAMES = new Map([
  ['1', 'Vale Foods'],
  ['2', null],
]);

const entry = (kind: AuditEntry['kind'], more: Partial<AuditEntry> = {}): AuditEntry => ({
  id: 1,
  at: Date.parse('2026-06-15T10:00:00Z'),
  actor: SERVICE,
  kind,
  about: null,
  before: null,
  after: null,
  ...more,
});
const said = (one: AuditEntry, locale = 'en') =>
  auditText(one, makeWording({ locale, timeZone: 'Europe/Rome' }), NAMES);
const seen = { everybody: true, userIds: [], teamIds: [] };

test.each<[AuditEntry, string]>([
  [
    entry('permissions_changed', {
      before: DEFAULT_PERMISSIONS,
      after: { ...DEFAULT_PERMISSIONS, amounts: seen, managers: { userIds: ['5'] } },
    }),
    'Changed who may do what: who sees amounts and email subjects and who changes settings.',
  ],
  [
    entry('permissions_changed', { before: DEFAULT_PERMISSIONS, after: DEFAULT_PERMISSIONS }),
    'Changed who may do what: nothing in the end.',
  ],
  [
    entry('override_set', { about: '1', after: { value: 'at_risk', expiresAt: END } }),
    'Set Vale Foods to at risk, until Jun 20, 2026.',
  ],
  [
    entry('override_ended', { about: '2', before: { value: 'at_risk', expiresAt: END } }),
    'Took back the status that was set for a company without a name.',
  ],
  [
    entry('pulse_given', { about: '3', after: { value: 'negative', expiresAt: END } }),
    'Said of a company that is no longer held: negative, until Jun 20, 2026.',
  ],
  [
    entry('ingest_key_made', { about: 'a1', after: { label: 'Warehouse' } }),
    'Made the key “Warehouse” for product usage.',
  ],
  [
    entry('ingest_key_revoked', { about: 'a1', before: { label: 'Warehouse' } }),
    'Revoked the key “Warehouse” for product usage.',
  ],
  [entry('ingest_key_revoked', { about: 'a1' }), 'Revoked the key “a1” for product usage.'],
  [
    entry('model_published', {
      about: 'Standard',
      before: { name: 'Standard', version: '1.0' },
      after: { version: '1.1' },
    }),
    'Published version 1.1 of the health model “Standard”.',
  ],
  [
    entry('model_rolled_back', { about: 'Standard', after: { version: '1.2' } }),
    'Went back to an earlier health model, published as version 1.2 of “Standard”.',
  ],
  [entry('app_installed', { after: { state: 'installed', scopes: [] } }), 'Connected the app to this account.'],
  [
    entry('app_installed', { before: { state: 'installed', scopes: [] }, after: { state: 'installed', scopes: [] } }),
    'Authorized the app again.',
  ],
  [
    entry('writing_started', { before: { writing: false }, after: { writing: true } }),
    'Started the writing of scores to HubSpot.',
  ],
  [
    entry('app_disconnected', { after: { cleared: true } }),
    'Disconnected the app. The scores in HubSpot were blanked.',
  ],
  [entry('app_disconnected', { after: { cleared: false } }), 'Disconnected the app. The scores in HubSpot stayed.'],
  [
    entry('segments_made', { about: 'unhealthy', after: { name: 'Unhealthy customers' } }),
    'Made the list “Unhealthy customers” in HubSpot.',
  ],
  [
    entry('schedule_changed', { before: { every: 'daily', atHour: 3 }, after: { every: 'twice_a_day', atHour: 6 } }),
    'Set the schedule: twice a day, first at 6:00 AM.',
  ],
  [entry('segments_made', { about: 'unhealthy' }), 'Made the list “unhealthy” in HubSpot.'],
  [entry('schedule_changed', { after: { every: 'hourly', atHour: 6 } }), 'Set the schedule: every hour.'],
  [entry('playbooks_changed', { after: { enabled: true } }), 'Changed the playbooks.'],
  [entry('task_made', { about: '1', after: { kind: 'task', taskId: '7' } }), 'Made a task in HubSpot for Vale Foods.'],
  [entry('keys_resealed'), 'Encrypted the stored access anew.'],
  [
    entry('of_a_later_version' as AuditEntry['kind']),
    'Changed something that this version of the app has no words for.',
  ],
])('%#: %j', (one, sentence) => {
  expect(said(one)).toBe(sentence);
});

test('in the reader’s language, with days in the portal’s zone', () => {
  const override = entry('override_set', { about: '1', after: { value: 'unhealthy', expiresAt: END } });
  expect(said(override, 'it')).toBe('Ha impostato lo stato di Vale Foods: critico; ultimo giorno: 20 giu 2026.');
  expect(said(override, 'ko')).toBe('상태를 지정했습니다. Vale Foods: 불량, 2026년 6월 20일까지.');
  const permissions = entry('permissions_changed', {
    before: DEFAULT_PERMISSIONS,
    after: { ...DEFAULT_PERMISSIONS, amounts: seen },
  });
  expect(said(permissions, 'tr')).toBe(
    'Kimin ne yapabileceğini değiştirdi: tutarları ve e-posta konularını kimin gördüğü.',
  );
});

test('who it was, as people call them', () => {
  const wording = makeWording({ locale: 'en', timeZone: 'UTC' });
  expect(actorText({ kind: 'user', userId: '5', email: 'ann@portal.example' }, wording)).toBe('ann@portal.example');
  expect(actorText({ kind: 'user', userId: '5', email: null }, wording)).toBe(
    'Somebody whose address HubSpot did not tell',
  );
  expect(actorText({ kind: 'command', login: 'ops' }, wording)).toBe('ops, by a command on the server');
  expect(actorText(SERVICE, wording)).toBe('The service itself');
});

test('names are asked for once, of companies alone', async () => {
  const asked: (readonly string[])[] = [];
  const store = {
    companyNames: async (ids: readonly string[]) => {
      asked.push(ids);
      return NAMES;
    },
  };
  await namesOf(store, [
    entry('pulse_given', { about: '1' }),
    entry('override_set', { about: '2' }),
    entry('override_ended', { about: '3' }),
    entry('task_made', { about: '4' }),
    entry('task_made', { about: '1' }),
    entry('ingest_key_made', { about: 'a1' }),
  ]);
  expect([...(await namesOf(store, [entry('keys_resealed')]))]).toEqual([]);
  expect(asked).toEqual([['1', '2', '3', '4']]);
});
