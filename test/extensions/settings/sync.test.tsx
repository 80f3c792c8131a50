import { Alert, ProgressBar } from '@hubspot/ui-extensions';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openTab, pass, texts, turnTo } from './render-settings.tsx';
import { connection, idle, ofConnection, running } from './settings-answers.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const open = (progress: object, locale = 'en') =>
  openTab('connection', { ...ofConnection, 'GET /api/progress': progress }, { locale });

test('while it runs each type has its bar, and what is not known has none', async () => {
  const page = await open(running);
  const bars = page.renderer
    .findAll(ProgressBar)
    .map(({ props }) => [props.title, props.value, props.maxValue, props.valueDescription]);
  expect(bars).toEqual([
    ['Companies', 1234, 1234, '1,234 of 1,234'],
    ['Deals', 20, 56, '20 of 56'],
    // A type that nobody has named yet, of which there is nothing.
    ['Other records', 1, 1, '0 of 0'],
  ]);
  expect(texts(page)).toEqual(
    expect.arrayContaining([
      'Reading from HubSpot',
      'Started: Jun 15, 2026, 1:15 PM',
      'Time left for this step: about 2 minutes',
      'Tickets: 7 so far',
      'Calls to HubSpot: 1,042; delayed by its limits: 3; failed: 4',
    ]),
  );
});

test('in another language its steps and figures are in that', async () => {
  const page = await open(
    { ...running, step: 'score', companies: { scored: 1000, expected: 2000 }, secondsLeft: 30 },
    'tr',
  );
  expect(texts(page)).toEqual(
    expect.arrayContaining(['Puanlar hesaplanıyor', 'Bu adım için kalan süre: yaklaşık 30 saniye']),
  );
  const bar = page.renderer.findAll(ProgressBar).at(-1)?.props;
  expect(bar).toMatchObject({
    title: 'Puanlanan şirketler',
    value: 1000,
    maxValue: 2000,
    valueDescription: '1.000 / toplam 2.000',
  });
});

test('it asks again every few seconds, and when the run ends the rest is asked for anew', async () => {
  const page = await open(running);
  const asked = () => page.sent('GET /api/progress').length;
  expect([asked(), page.sent('GET /api/settings/connection').length]).toEqual([1, 1]);
  await pass(3_000);
  expect(asked()).toBe(2);
  page.serve({ 'GET /api/progress': idle, 'GET /api/settings/connection': { ...connection, lastCycleAt: null } });
  await pass(3_000);
  await vi.waitFor(() => expect([asked(), page.sent('GET /api/settings/connection').length]).toEqual([3, 2]));
  expect(texts(page)).toEqual(
    expect.arrayContaining([
      'Nothing is running right now.',
      'The last run ended well: Jun 15, 2026, 12:15 PM',
      'Not yet',
    ]),
  );
  // Less often while nothing runs, and not at all once another tab is open.
  await pass(28_000);
  expect(asked()).toBe(3);
  await pass(3_000);
  expect(asked()).toBe(4);
  await turnTo(page, 'log');
  await pass(120_000);
  expect(asked()).toBe(4);
});

test('a call that is lost leaves what was shown, says that it is old, and the next is made', async () => {
  const page = await open(running);
  page.serve({ 'GET /api/progress': new Error('offline') });
  await pass(3_000);
  const lost = 'The server does not answer at the moment. This is as it was when it last did.';
  expect(texts(page)).toEqual(expect.arrayContaining([lost, 'Reading from HubSpot']));
  page.serve({ 'GET /api/progress': running });
  await pass(3_000);
  expect(texts(page)).not.toContain(lost);
});

const BROKE_OFF = [
  ['unreachable', 'HubSpot did not answer in time.', 'HubSpot nu a răspuns la timp.'],
  ['scopes', 'The app lacks a permission', 'Aplicației îi lipsește o permisiune'],
  ['type_missing', 'This HubSpot account lacks a kind of record', 'În acest cont HubSpot lipsește un tip'],
  ['disconnected', 'HubSpot no longer accepts', 'HubSpot nu mai acceptă'],
  ['set_up', 'Something in the set-up stands in the way.', 'Ceva din configurare stă în cale.'],
  ['defect', 'Something went wrong on our side.', 'Ceva nu a mers la noi.'],
  ['of a newer server', 'Nothing is lost: the next run continues', 'Nu s-a pierdut nimic: următoarea rulare continuă'],
] as const;
const TITLES = {
  en: 'The last run stopped early: Jun 15, 2026, 12:15 PM',
  ro: 'Ultima rulare s-a întrerupt: 15 iun. 2026, 12:15',
};

test.each(BROKE_OFF.flatMap(([failure, en, ro]) => [['en', failure, en] as const, ['ro', failure, ro] as const]))(
  'in %s a run that broke off (%s) is told in the reader’s words',
  async (locale, failure, begins) => {
    const page = await open({ ...idle, last: { ...idle.last, failure } }, locale);
    const alert = page.renderer.findAll(Alert).find(({ props }) => props.title === TITLES[locale]);
    expect(alert?.props.variant).toBe('warning');
    expect(texts(page)).toContainEqual(expect.stringMatching(new RegExp(`^${begins}`)));
    expect(texts(page).join()).not.toContain(failure);
  },
);

test('before the first run it says that none has ended', async () => {
  expect(texts(await open({ ...idle, last: null }))).toContain('No run has ended yet.');
});
