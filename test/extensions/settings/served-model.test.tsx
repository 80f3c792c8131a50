/** The pages about the model, playbooks and segments against the service itself: both sides of the contract. */
import { hubspot, NumberInput, Select, Tabs, TextArea, Toggle } from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { SettingsPage } from '../../../extensions/app/settings/SettingsPage.tsx';
import type { Store } from '../../../src/store/open-store.ts';
import { openServedPortal, type ServedPortal } from '../../http/settings/served-portal.ts';
import { openTestStore } from '../../store/test-store.ts';
import { confirm, field, primaryOnPage, titles, view } from './model-page.tsx';
import { button, type Page, show, texts } from './render-settings.tsx';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());
afterEach(() => vi.restoreAllMocks());

/** Longer than the pause after typing and a scoring of the small portal take. */
const PATIENCE = { timeout: 20_000, interval: 50 };

async function open(locale = 'en'): Promise<{ page: Page; portal: ServedPortal }> {
  const portal = await openServedPortal(store);
  const fetch = vi.spyOn(hubspot, 'fetch').mockImplementation(async (url, options = {}) => {
    const { pathname, search } = new URL(String(url));
    const { status, body } = await portal.ask(String(options.method), `${pathname}${search}`, { body: options.body });
    return Response.json(body, { status });
  });
  const renderer = createRenderer('settings');
  const { context } = renderer.mocks;
  context.user = { ...context.user, language: locale, locale };
  context.variables = { BACKEND_URL: 'https://backend.test' };
  renderer.render(<SettingsPage />);
  await vi.waitFor(() => renderer.find(Tabs), PATIENCE);
  return { page: { renderer, fetch } as Page, portal };
}

test('a weight is changed, its movers are seen, it is published and taken back', async () => {
  const { page, portal } = await open();
  await portal.rig.cycle();
  await show(page, 'model');
  const billing = () => titles(page).find((title) => title.startsWith('Billing'));
  expect(billing()).toBe('Billing: 20% of the score');
  field(page, NumberInput, 'Weight of Billing').trigger('onChange', 80 as never);
  await vi.waitFor(() => expect(texts(page)).toContain('Draft saved'), PATIENCE);
  expect(texts(page)).toContain('Changes: 1');

  button(page, 'Preview').trigger('onClick');
  await vi.waitFor(() => expect(primaryOnPage(page)).toEqual(['Publish']), PATIENCE);
  expect(texts(page)).toContain('Difference');
  confirm(page, 'Publish');
  await vi.waitFor(() => expect(texts(page)).toContain('In use: Standard B2B, version 2.2.0'), PATIENCE);
  expect(portal.cycled).toHaveLength(1);

  await view(page, 'versions');
  await vi.waitFor(() => expect(texts(page)).toContain('Billing: weight'), PATIENCE);
  confirm(page, 'Back to version 2.1.0');
  await vi.waitFor(() => expect(texts(page)).toContain('In use: Standard B2B, version 2.1.0'), PATIENCE);
  await view(page, 'editor');
  expect(billing()).toBe('Billing: 20% of the score');
});

test('YAML comes back with its mistake, and is used once it is right', async () => {
  const { page } = await open();
  await show(page, 'model');
  await view(page, 'yaml');
  await vi.waitFor(() => expect(page.renderer.findAll(TextArea)).toHaveLength(2), PATIENCE);
  const yaml = String(page.renderer.findAll(TextArea)[0]?.props.value);
  const paste = (text: string) => {
    field(page, TextArea, 'Model as YAML').trigger('onChange', text as never);
    return vi.waitFor(() => button(page, 'Check').trigger('onClick'));
  };
  await paste(yaml.replace('minimumCoverage: 0.4', 'minimumCoverage: 4'));
  await vi.waitFor(() => expect(texts(page).join('\n')).toMatch(/Line \d+: .*a share is 0 to 1/), PATIENCE);
  await paste(yaml.replace('minimumCoverage: 0.4', 'minimumCoverage: 0.5'));
  await vi.waitFor(() => button(page, 'Use this as the draft'), PATIENCE);
  confirm(page, 'Use this as the draft');
  await vi.waitFor(() => expect(texts(page)).toContain('Changes: 1'), PATIENCE);
});

test('every choice of the set-up is taken by the service without a mistake', async () => {
  const { page } = await open();
  await show(page, 'setUp');
  const choose = async (label: string) => {
    const { options } = field(page, Select, label).props as unknown as { options: { value: string }[] };
    const value = options.find((option) => option.value !== '')?.value;
    expect([label, value]).not.toEqual([label, undefined]);
    field(page, Select, label).trigger('onChange', value as never);
    await vi.waitFor(() => expect(texts(page)).toContain('Draft saved'), PATIENCE);
  };
  await vi.waitFor(() => field(page, Select, 'Day of the renewal'), PATIENCE);
  for (const label of ['Who looks after the account', 'Day of the renewal', 'Revenue a year']) await choose(label);
  expect(texts(page)).toContain('Changes: 3');
  expect(texts(page).join('\n')).not.toContain('Mistakes to put right');
});

test('playbooks are turned on and saved; segments are shown in Italian', async () => {
  const { page, portal } = await open('it');
  await show(page, 'playbooks');
  await vi.waitFor(() => page.renderer.find(Toggle), PATIENCE);
  page.renderer.find(Toggle).trigger('onChange', true as never);
  await vi.waitFor(() => expect(button(page, 'Salva').props.disabled).toBe(false));
  button(page, 'Salva').trigger('onClick');
  await vi.waitFor(() => expect(texts(page)).toContain('Salvato'), PATIENCE);
  const { body } = await portal.ask<{ playbooks: { enabled: boolean } }>('GET', '/api/settings/playbooks');
  expect(body.playbooks.enabled).toBe(true);
  await show(page, 'segments');
  await vi.waitFor(() => expect(texts(page)).toContain('Chi ne fa parte: Lo stato di salute è Critico.'), PATIENCE);
});
