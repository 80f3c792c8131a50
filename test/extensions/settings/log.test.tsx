import { TableRow } from '@hubspot/ui-extensions';
import { afterEach, expect, test, vi } from 'vitest';
import { button, buttons, deepText, openTab, type Page, primaryButtons, texts } from './render-settings.tsx';
import { newest, older, oldest } from './settings-answers.ts';

afterEach(() => vi.restoreAllMocks());

const ROUTE = 'GET /api/settings/audit';
const rows = ({ renderer }: Page) => renderer.findAll(TableRow).map(deepText).slice(1);
const NEWEST = 'Jun 15, 2026, 12:30 AM rosa@portal.example Changed the schedule.';

test('who changed what and when, in the reader’s words; older ones on request', async () => {
  const page = await openTab('log', { [ROUTE]: newest });
  expect(rows(page)).toEqual([NEWEST]);
  expect(primaryButtons(page)).toEqual([]);
  for (const next of [older, oldest]) {
    page.serve({ [ROUTE]: next });
    const shown = rows(page).length;
    button(page, 'Show older ones').trigger('onClick');
    await vi.waitFor(() => expect(rows(page)).toHaveLength(shown + 1));
  }
  const before = 'Jun 15, 2026, 12:30 AM rosa@portal.example';
  expect(rows(page)).toEqual([
    NEWEST,
    `${before} Started the writing.`,
    `${before} Connected the app to this account.`,
  ]);
  expect(buttons(page)).toEqual([]);
  expect(page.fetch.mock.calls.at(-1)?.[0]).toBe('https://backend.test/api/settings/audit?after=8&locale=en');
});

test('a page that gets lost is tried again, and nothing of those before is', async () => {
  const page = await openTab('log', { [ROUTE]: newest });
  page.serve({ [ROUTE]: new Error('offline') });
  button(page, 'Show older ones').trigger('onClick');
  await vi.waitFor(() => button(page, 'Try again'));
  expect(rows(page)).toEqual([NEWEST]);
  page.serve({ [ROUTE]: oldest });
  button(page, 'Try again').trigger('onClick');
  await vi.waitFor(() => expect(rows(page)).toHaveLength(2));
});

test.each([
  ['en', { ...newest, entries: [], next: null }, 'Nothing has been changed yet.'],
  ['tr', { ...newest, entries: [], next: null }, 'Henüz hiçbir şey değiştirilmedi.'],
  [
    'it',
    { entries: [], next: null, refused: 'Possono farlo solo i super amministratori.' },
    'Possono farlo solo i super amministratori.',
  ],
])('in %s, where there is nothing to show it says why', async (locale, answer, sentence) => {
  const page = await openTab('log', { [ROUTE]: answer }, { locale });
  expect(texts(page)).toContain(sentence);
  expect(page.renderer.findAll(TableRow)).toEqual([]);
});
