/** The page against the service that it is made for, over a portal: what one says the other understands. */
import { hubspot, Input, MultiSelect, Select, TableRow } from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { SettingsPage } from '../../../extensions/app/settings/SettingsPage.tsx';
import { ALL_SCOPES } from '../../../src/local/sandbox/object-types.ts';
import type { Store } from '../../../src/store/open-store.ts';
import { openServedPortal, type ServedPortal } from '../../http/settings/served-portal.ts';
import { openTestStore } from '../../store/test-store.ts';
import { button, buttons, deepText, loaded, type Page, show, texts } from './render-settings.tsx';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());
afterEach(() => vi.restoreAllMocks());

type Shown = Pick<Page, 'renderer'>;

/** The page for one of the portal's people, whose calls go to the service as HubSpot would pass them on. */
function open(portal: ServedPortal, as: 'admin' | 'rep', locale: string): Shown {
  vi.spyOn(hubspot, 'fetch').mockImplementation(async (url, { method = 'GET', body } = {}) => {
    const { pathname, search } = new URL(String(url));
    const answer = await portal.ask(method, pathname + search, { as, ...(body !== undefined && { body }) });
    return Response.json(answer.body, { status: answer.status });
  });
  const renderer = createRenderer('settings');
  renderer.mocks.context.user = { ...renderer.mocks.context.user, language: locale, locale };
  renderer.mocks.context.variables = { BACKEND_URL: 'https://backend.test' };
  renderer.render(<SettingsPage />);
  return { renderer };
}

async function install(portal: ServedPortal): Promise<void> {
  const at = portal.rig.now() - 1_000;
  await portal.rig.store.install({ at, by: '1', scopes: ALL_SCOPES, sealedTokens: 'sealed', accessExpiresAt: 0 });
}

const until = (check: () => void) => vi.waitFor(check, { timeout: 10_000 });
const rows = ({ renderer }: Shown) => renderer.findAll(TableRow).map(deepText);

test('what an admin does there is done, and is in the log in words', async () => {
  const portal = await openServedPortal(store);
  await portal.rig.cycle();
  await install(portal);
  const page = open(portal, 'admin', 'en') as Page;
  await show(page, 'connection');
  await until(() => button(page, 'Start writing'));

  button(page, 'Start writing').trigger('onClick');
  await until(() =>
    expect(texts(page)).toContain('Writing has started. The scores appear in HubSpot with the next run.'),
  );
  expect((await portal.rig.store.installation())?.writingSince).toBe(portal.rig.now());

  page.renderer.find(Select, { name: 'every' }).trigger('onChange', 'daily' as never);
  await until(() => page.renderer.find(Select, { name: 'atHour' }));
  button(page, 'Save').trigger('onClick');
  await until(() => expect(texts(page)).toContain('Current schedule: Once a day, 6:00 AM'));

  page.renderer.find(Input, { name: 'keyLabel' }).trigger('onInput', 'Data warehouse' as never);
  await until(() => expect(page.renderer.find(Input, { name: 'keyLabel' }).props.value).toBe('Data warehouse'));
  button(page, 'Make a key').trigger('onClick');
  await until(() => expect(page.renderer.find(Input, { name: 'madeKey' }).props.value).toMatch(/^ahk_[\w-]{32}$/));
  expect(rows(page).join('\n')).toMatch(/Data warehouse .* Valid/);

  await show(page, 'people');
  await until(() => page.renderer.find(MultiSelect, { name: 'managers' }));
  page.renderer.find(MultiSelect, { name: 'managers' }).trigger('onChange', ['2'] as never);
  await until(() => expect(button(page, 'Save').props.disabled).toBe(false));
  button(page, 'Save').trigger('onClick');
  await until(() => expect(texts(page)).toContain('Saved'));

  await show(page, 'log');
  await until(() => expect(rows(page)).toHaveLength(6));
  const [, ...entries] = rows(page);
  expect(entries.map((row) => row.replace(/^.*?[AP]M /, ''))).toEqual([
    'admin@portal.example Changed who may do what: who changes settings.',
    'admin@portal.example Made the key “Data warehouse” for product usage.',
    'admin@portal.example Set the schedule: once a day, at 6:00 AM.',
    'admin@portal.example Started the writing of scores to HubSpot.',
    expect.stringMatching(/^The service itself Published version \S+ of the health model “/),
  ]);
});

test('somebody else sees all of it in their language, and nothing that they could press', async () => {
  const portal = await openServedPortal(store);
  await portal.rig.cycle();
  await install(portal);
  const page = open(portal, 'rep', 'tr') as Page;
  for (const [tab, sentence] of [
    ['connection', 'Puanlar henüz HubSpot’a yazılmıyor'],
    ['people', 'Yalnızca değiştirebilen kişilere gösterilir.'],
    ['log', 'Yalnızca değiştirebilen kişilere gösterilir.'],
  ] as const) {
    await show(page, tab);
    await until(() => expect(texts(page)).toContain(sentence));
    await loaded(page);
    expect(buttons(page)).toEqual([]);
    // No date as machines write it, and no name of ours for anything.
    expect(texts(page).join(' ')).not.toMatch(/\d{4}-\d\d-\d\d|undefined|null|settings\.(word|audit)|_at_|T\d\d:/);
  }
});
