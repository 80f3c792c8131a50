/** What the server may answer the settings page, of a portal whose people are invented. */
import type { AuditPage, Permissions, PermissionsAnswer } from '@account-health/contract/permissions';
import { type CycleProgress, NO_CYCLE_YET } from '@account-health/contract/progress';
import type { Connection, IngestKeysAnswer, PeopleAnswer, ScheduleAnswer } from '@account-health/contract/settings';
import { homeIn, PORTAL } from './render-settings.tsx';

export const connection: Connection = {
  locale: 'en',
  portalId: PORTAL,
  way: 'installed',
  installedAt: '2026-03-01T09:00:00.000Z',
  writingSince: '2026-03-02T10:30:00.000Z',
  scopes: [
    { scope: 'crm.objects.companies.read', granted: true, required: true, buys: 'the companies themselves' },
    { scope: 'tickets', granted: false, required: false, buys: 'support: open and escalated tickets' },
    { scope: 'crm.lists.write', granted: null, required: false, buys: 'starter segments' },
  ],
  reauthorizeUrl: `https://backend.test/oauth/install?portalId=${PORTAL}`,
  findings: [
    { mark: 'ok', text: 'Companies are read.', remedy: null },
    { mark: 'look', text: 'No emails are logged.', remedy: 'Connect an inbox.' },
    { mark: 'broken', text: 'Tickets cannot be read.', remedy: 'Grant tickets.' },
  ],
  lastCycleAt: '2026-06-15T10:15:00.000Z',
  held: [
    { objectType: 'companies', label: 'Companies', records: 1_234 },
    { objectType: 'deals', label: 'Deals', records: 56 },
    { objectType: 'tickets', label: 'Tickets', records: 0 },
  ],
};

export const idle: CycleProgress = {
  ...NO_CYCLE_YET,
  last: { finishedAt: '2026-06-15T10:15:00.000Z', failure: null },
};

export const running: CycleProgress = {
  ...idle,
  state: 'running',
  step: 'sync',
  startedAt: '2026-06-15T11:15:00.000Z',
  records: { read: 1_500, expected: null },
  types: [
    { objectType: 'companies', read: 1_234, expected: 1_234, done: true },
    { objectType: 'deals', read: 20, expected: 56, done: false },
    { objectType: 'tickets', read: 7, expected: null, done: false },
    { objectType: 'quotes', read: 0, expected: 0, done: true },
  ],
  calls: { total: 1_042, rateLimited: 3, failed: 4 },
  secondsLeft: 90,
};

export const schedule: ScheduleAnswer = {
  version: 3,
  schedule: { every: 'daily', atHour: 6 },
  next: 'Next: tomorrow at 06:12',
};

export const keys: IngestKeysAnswer = {
  keys: [
    {
      id: 'aaaa1111',
      label: 'Old pipeline',
      madeAt: '2026-01-05T08:00:00.000Z',
      revokedAt: '2026-02-01T08:00:00.000Z',
    },
    { id: 'bbbb2222', label: 'Data warehouse', madeAt: '2026-02-01T08:00:00.000Z', revokedAt: null },
  ],
  made: null,
  refused: null,
  url: 'https://backend.test/api/usage',
  lastPostedAt: null,
};

export const permissions: Permissions = {
  amounts: { everybody: false, userIds: ['11'], teamIds: ['30'] },
  portfolio: { everybody: true, userIds: [], teamIds: [] },
  managers: { userIds: ['12', '99'] },
};

export const permissionsAnswer: PermissionsAnswer = { version: 7, permissions, you: homeIn('en').you };

export const people: PeopleAnswer = {
  people: [
    { userId: '11', ownerId: '1', name: 'Rosa Vale', email: 'rosa@portal.example' },
    { userId: '12', ownerId: '2', name: 'Tim Oak', email: 'tim@portal.example' },
    { userId: '13', ownerId: '3', name: 'una@portal.example', email: 'una@portal.example' },
  ],
  teams: [{ id: '30', name: 'Customer success' }],
  refused: null,
};

const entry = (id: number, text: string): AuditPage['entries'][number] => ({
  id,
  at: '2026-06-14T22:30:00.000Z',
  kind: 'schedule_changed',
  text,
  byText: 'rosa@portal.example',
  by: { kind: 'user', userId: '11', email: 'rosa@portal.example' },
  about: null,
  before: null,
  after: null,
});

export const newest: AuditPage = { entries: [entry(9, 'Changed the schedule.')], next: '9', refused: null };
export const older: AuditPage = { entries: [entry(8, 'Started the writing.')], next: '8', refused: null };
export const oldest: AuditPage = {
  entries: [entry(7, 'Connected the app to this account.')],
  next: null,
  refused: null,
};

/** Everything that the connection's tab asks for. */
export const ofConnection = {
  'GET /api/settings/connection': connection,
  'GET /api/progress': idle,
  'GET /api/settings/schedule': schedule,
  'GET /api/settings/ingest-keys': keys,
};

export const ofPeople = {
  'GET /api/settings/permissions': permissionsAnswer,
  'GET /api/settings/people': people,
};
