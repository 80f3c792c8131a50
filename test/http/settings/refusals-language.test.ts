/** What the settings page is refused, and what it is told besides, in the language of whoever asks: not in that of the portal or of the service. */
import type { ModelCheck, ModelDiff, ModelVersions } from '@account-health/contract/model';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEFAULT_PERMISSIONS } from '../../../src/permissions/permissions.ts';
import { DEFAULT_PLAYBOOKS } from '../../../src/playbooks/playbooks.ts';
import type { Store } from '../../../src/store/open-store.ts';
import { type MessageValues, makeWording } from '../../../src/wording/make-wording.ts';
import { openTestStore } from '../../store/test-store.ts';
import { openServedPortal } from './served-portal.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

const italian = makeWording({ locale: 'it', timeZone: 'UTC' });
const LONG = `name: ${'x'.repeat(200_000)}`;
const weigh = (at: string) => ({ kind: 'edits', edits: [{ path: ['name', at], value: 1 }] });

test.each<[string, string, unknown, number, string, MessageValues?]>([
  ['PUT', 'schedule', { version: 9, schedule: { every: 'daily', atHour: 6 } }, 409, 'permission.stale'],
  ['PUT', 'playbooks', { version: 9, playbooks: DEFAULT_PLAYBOOKS }, 409, 'permission.stale'],
  ['PUT', 'permissions', { version: 9, permissions: DEFAULT_PERMISSIONS }, 409, 'permission.stale'],
  ['PUT', 'model/draft', { revision: 9, change: weigh('x') }, 409, 'model.stale'],
  ['PUT', 'model/draft', { revision: 0, change: weigh('x') }, 400, 'model.cannot_edit'],
  [
    'PUT',
    'model/draft',
    { revision: 0, change: { kind: 'yaml', yaml: LONG } },
    400,
    'model.too_long',
    { kilobytes: 200 },
  ],
  ['POST', 'model/check', { yaml: LONG }, 400, 'model.too_long', { kilobytes: 200 }],
  ['POST', 'model/publish', { revision: 9 }, 409, 'model.stale'],
  ['POST', 'model/rollback', { revision: 0, version: 'none' }, 400, 'model.no_version'],
  ['POST', 'model/preview', { revision: 9 }, 409, 'preview.stale'],
  ['GET', 'model/yaml?of=none', undefined, 400, 'model.no_version'],
  ['GET', 'model/diff?from=active&to=none', undefined, 400, 'model.no_version'],
])('%s %s', async (method, path, body, status, key, values) => {
  const portal = await openServedPortal(store);
  const yaml = 'name: [';
  if (path === 'model/preview')
    await portal.rig.store.saveModelDraft(0, { yaml, basedOn: '1', changedAt: 1, by: null });
  const to = `/api/settings/${path}${path.includes('?') ? '&' : '?'}locale=it`;
  const answer = await portal.ask<{ error: string }>(method, to, { body });
  expect([answer.status, answer.body.error]).toEqual([status, italian.say(key, values)]);
});

test('what a text would change, how versions differ, and who made them', async () => {
  const own = await openServedPortal(store);
  const ask = async <T>(method: string, path: string, body?: unknown) =>
    (await own.ask<T>(method, `/api/settings/model/${path}`, { body })).body;
  const { yaml } = await ask<{ yaml: string }>('GET', 'yaml?of=active');
  const other = yaml.replace('rollUp: false', 'rollUp: true');
  const place = italian.say('model.part.rollUp');
  expect((await ask<ModelCheck>('POST', 'check?locale=it', { yaml: other })).changes).toMatchObject([{ label: place }]);
  await ask('PUT', 'draft', { revision: 0, change: { kind: 'yaml', yaml: other } });
  expect((await ask<ModelDiff>('GET', 'diff?from=active&to=draft&locale=it')).changes).toMatchObject([
    { label: place },
  ]);
  await own.rig.store.saveModel('Standard B2B', '1.0.0', {}, { at: 1, by: { kind: 'service' } });
  const { versions } = await ask<ModelVersions>('GET', 'versions?locale=it');
  expect(versions.find(({ version }) => version === '1.0.0')?.by).toBe(italian.say('settings.audit.by.service'));
});
