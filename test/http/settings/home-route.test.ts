/** The settings page's first answer: its words, its portal, and what whoever asks may do. */
import { MODEL_WORDS } from '@account-health/contract/model-words';
import { PLAY_WORDS } from '@account-health/contract/play-words';
import type { SettingsHome } from '@account-health/contract/settings';
import { SETTINGS_WORDS } from '@account-health/contract/settings-words';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { isHome } from '../../../extensions/app/settings/is-home.ts';
import type { Store } from '../../../src/store/open-store.ts';
import { openCycleRig } from '../../jobs/cycle-rig.ts';
import { openTestStore } from '../../store/test-store.ts';
import { type SignedService, startSignedService } from '../signed-service.ts';

const ADMIN = 'userId=1&userEmail=admin%40portal.example';
const REP = 'userId=2&userEmail=rep%40portal.example';

let store: Store;
let service: SignedService;
let portalId: number;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

async function start(runFirst = true) {
  const rig = await openCycleRig(store, {
    users: [
      { id: '1', email: 'admin@portal.example', superAdmin: true },
      { id: '2', email: 'rep@portal.example' },
    ],
  });
  onTestFinished(() => rig.close());
  if (runFirst) await rig.cycle();
  portalId = rig.store.portalId;
  service = await startSignedService(store, rig.now, undefined, undefined, {
    readUser: (_portal, id) => rig.client.user(id),
  });
  onTestFinished(service.close);
}

async function read(query: string): Promise<SettingsHome> {
  const answer = await service.ask(`/api/settings?${query}`, { portalId });
  expect(answer.status).toBe(200);
  const body: unknown = await answer.json();
  if (!isHome(body)) throw new Error('The page could not show this.');
  return body;
}

test.each([
  ['en-GB', 'en-GB', 'Save'],
  ['it', 'it', 'Salva'],
  ['ko', 'ko', '저장'],
  ['ro', 'ro', 'Salvați'],
  ['tr', 'tr', 'Kaydet'],
  ['de', 'en', 'Save'],
])('for %s it speaks %s, every word of it with its places left to fill', async (asked, locale, save) => {
  await start(false);
  const { words, ...home } = await read(`locale=${asked}&${ADMIN}`);
  expect([home.locale, words.settings.save]).toEqual([locale, save]);
  expect(words.settings.readOf).toMatch(/\{read\}.*\{expected\}/);
  for (const [given, names] of [
    [words.settings, SETTINGS_WORDS],
    [words.model, MODEL_WORDS],
    [words.play, PLAY_WORDS],
  ] as const) {
    expect(Object.keys(given).toSorted()).toEqual([...names].toSorted());
    expect(Object.values(given).filter((word) => word.trim() === '')).toEqual([]);
  }
});

test('tells whose settings they are, and what each person may', async () => {
  await start();
  const [admin, rep] = [await read(ADMIN), await read(REP)];
  expect(admin).toMatchObject({ portalId, timeZone: 'Europe/Rome', currency: 'EUR' });
  expect([admin.you.may.change_schedule, rep.you.may.change_schedule]).toEqual([true, false]);
  expect([admin.you.unknown, rep.you.unknown]).toEqual([null, null]);
  const unnamed = await read('locale=it');
  expect(unnamed.you).toMatchObject({ userId: null, unknown: expect.stringMatching(/^HubSpot non ha/) });
});

test('before the first run there is neither zone nor currency to tell', async () => {
  await start(false);
  expect(await read(ADMIN)).toMatchObject({ timeZone: 'UTC', currency: null });
});

test('is for signed requests alone', async () => {
  await start(false);
  expect((await service.ask('/api/settings', { portalId, secret: 'of another app' })).status).toBe(401);
});
