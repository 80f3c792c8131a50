import { ErrorState, LoadingSpinner, Tab, Tabs } from '@hubspot/ui-extensions';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { button, homeIn, type Page, renderSettings, show, texts } from './render-settings.tsx';
import { ofConnection } from './settings-answers.ts';

afterEach(() => vi.restoreAllMocks());

const titles = ({ renderer }: Page) => renderer.findAll(Tab).map((tab) => tab.props.title);
const failed = async (page: Page) => {
  await vi.waitFor(() => page.renderer.find(ErrorState));
  return [page.renderer.find(ErrorState).props.title, ...texts(page)];
};

describe('the page', () => {
  test('asks in the reader’s locale, and says meanwhile that it is loading', async () => {
    const page = renderSettings({}, { locale: 'it-IT', home: () => new Promise<never>(() => undefined) });
    expect(page.renderer.find(LoadingSpinner).props.label).toBe('Caricamento delle impostazioni');
    await vi.waitFor(() => expect(page.fetch).toHaveBeenCalled());
    expect(page.fetch.mock.calls).toEqual([['https://backend.test/api/settings?locale=it-IT', { method: 'GET' }]]);
  });

  test('in a language that it has no words in, it says so in English', () => {
    const page = renderSettings({}, { locale: 'de', home: () => new Promise<never>(() => undefined) });
    expect(page.renderer.find(LoadingSpinner).props.label).toBe('Loading the settings');
  });

  test.each([
    ['en', ['Set-up', 'Connection', 'Health model', 'Playbooks', 'Segments', 'People', 'Log']],
    ['ko', ['기본 설정', '연결', '건강 모델', '플레이북', '세그먼트', '사용자', '변경 기록']],
  ])('in %s it has its tabs in their order, and only the open one is on it', async (locale, wanted) => {
    const page = renderSettings(ofConnection, { locale });
    await vi.waitFor(() => page.renderer.find(Tabs));
    expect(titles(page)).toEqual(wanted);
    await show(page, 'connection');
    const [first, second] = page.renderer.findAll(Tab);
    expect([first?.childNodes, second?.childNodes.length]).toEqual([[], 1]);
  });

  test.each<[string, Response | Error | object, string]>([
    [
      'no connection',
      new Error('offline'),
      'The server gave no usable answer. Check your connection, and try again in a minute.',
    ],
    [
      '503',
      Response.json({ error: 'HubSpot does not answer.' }, { status: 503 }),
      'The server gave no usable answer. Check your connection, and try again in a minute.',
    ],
    [
      'not JSON',
      new Response('<html>'),
      'The server gave no usable answer. Check your connection, and try again in a minute.',
    ],
    [
      'half an answer',
      { locale: 'en', words: {} },
      'The server gave no usable answer. Check your connection, and try again in a minute.',
    ],
    [
      'an answer without some of its words',
      { ...homeIn('en'), words: { settings: homeIn('en').words.settings } },
      'The server gave no usable answer. Check your connection, and try again in a minute.',
    ],
    [
      '401',
      new Response('', { status: 401 }),
      'The server did not accept the request. Ask an admin to check how the app is set up.',
    ],
    [
      '403 in the server’s words',
      Response.json({ error: 'Nur für dich nicht.' }, { status: 403 }),
      'Nur für dich nicht.',
    ],
  ])('%s: says so, and tries again', async (_what, home, sentence) => {
    const page = renderSettings({}, { home });
    expect(await failed(page)).toEqual(['This could not be loaded', sentence]);
    page.serve({ 'GET /api/settings': homeIn('en') });
    button(page, 'Try again').trigger('onClick');
    await vi.waitFor(() => page.renderer.find(Tabs));
  });

  test('without the address of its server it says so, and asks nobody', async () => {
    const page = renderSettings({}, { backendUrl: null, locale: 'tr' });
    expect(await failed(page)).toContain(
      'Sayfa sunucusunu bilmiyor. Bir yöneticiden uygulamanın kurulumunu kontrol etmesini isteyin.',
    );
    expect(page.fetch).not.toHaveBeenCalled();
  });

  test('a word that an older server lacks does not stop it', async () => {
    const home = homeIn('en');
    const { tabLog: _gone, ...settings } = home.words.settings;
    const page = renderSettings({}, { home: { ...home, words: { ...home.words, settings } } });
    await vi.waitFor(() => page.renderer.find(Tabs));
    expect(titles(page)).toContain('tabLog');
  });
});
