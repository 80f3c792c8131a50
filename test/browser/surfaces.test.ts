/** The page around the surfaces, in a real browser: what can be chosen, what is forced, what is recorded, and that all of it works by keyboard. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Preview, startPreview } from '../../src/local/preview/start-preview.ts';
import { atRisk, behindDeal, healthy } from '../extensions/scorecards.ts';
import { type FakeBackend, startFakeBackend } from '../local/preview/fake-backend.ts';
import { describeInBrowser, openPages } from './in-browser.ts';
import { nameless } from './nameless.ts';

const PEOPLE = [
  { id: '1', email: 'admin@example.com', role: 'Super admin' },
  { id: '3', email: 'rep@example.com', role: 'Ordinary user' },
] as const;
const RECORDS: Readonly<Record<string, { id: string; name: string }[]>> = {
  companies: [
    { id: '1', name: 'Northwind Tools' },
    { id: '2', name: 'Harbour Freight' },
  ],
  deals: [{ id: '7', name: 'Renewal 2027' }],
};

describeInBrowser('the page of all surfaces', () => {
  let backend: FakeBackend;
  let preview: Preview;
  const at = openPages({ height: 1_000, timeoutMs: 8_000, hears: ['console'] });

  beforeAll(async () => {
    backend = await startFakeBackend({ 1: healthy, 2: atRisk }, undefined, {
      'GET /api/records/deals/7/health': behindDeal,
      'POST /api/companies/2/pulse': { state: 'stored' },
    });
    preview = await startPreview({
      port: 0,
      backend,
      portalId: 100000001,
      people: PEOPLE,
      records: async (type, text) => (RECORDS[type] ?? []).filter(({ id, name }) => id === text || name.includes(text)),
    });
  });
  afterAll(async () => {
    await preview?.close();
    await backend?.close();
  });

  const card = () => at.page.locator('#surface');
  const choose = (label: string, value: string) =>
    at.page.getByRole('combobox', { name: label, exact: true }).selectOption(value);
  /** Pixels by which what is in the card is wider than the card. */
  const sticksOut = () =>
    card().evaluate((element) => {
      const box = element as unknown as { scrollWidth: number; clientWidth: number };
      return box.scrollWidth - box.clientWidth;
    });
  const open = async (query: string, until: string) => {
    await at.page.goto(`${preview.url}/${query}`);
    // What the page itself says of a forced state is no sign that the card is there.
    await card().getByText(until).and(at.page.locator(':not(.forced)')).first().waitFor();
  };

  test('another surface is chosen, with the records that it stands on; a reload keeps it', async () => {
    await open('', 'Healthy');
    await choose('Surface', 'account_health_record.deals');
    await at.page.getByRole('heading', { level: 1, name: 'Renewal 2027' }).waitFor();
    await card().getByText('Harbour').first().waitFor();
    expect(new URL(at.page.url()).search).toBe('?surface=account_health_record.deals&locale=en');
    await at.page.reload();
    await at.page.getByRole('heading', { level: 1, name: 'Renewal 2027' }).waitFor();
    await at.page.goBack();
    await at.page.getByRole('heading', { level: 1, name: 'Northwind Tools' }).waitFor();
  });

  test('the service hears who looks', async () => {
    await open('?record=1&person=3', 'Healthy');
    expect(backend.asked.at(-1)).toContain('userId=3&userEmail=rep%40example.com');
    await choose('Person', '1');
    await expect.poll(() => backend.asked.at(-1)).toContain('userId=1&');
  });

  test.each([
    ['loading', 'Loading'],
    ['offline', 'could not be loaded'],
    ['error', 'could not be loaded'],
    ['no_cycle', 'No health score has been computed yet'],
    ['not_customer', 'Not a customer'],
    ['unknown', 'Too little is known'],
    ['not_connected', 'not connected'],
    ['stale', 'This score is old'],
  ])('the state %s can be forced, and the page says that it is', async (state, words) => {
    await open(`?record=1&state=${state}`, words);
    expect(
      await card()
        .getByText(/^Forced by this page:/)
        .count(),
    ).toBe(1);
    const asked = backend.asked.length;
    await choose('State', 'none');
    await card().getByText('Healthy', { exact: true }).first().waitFor();
    expect(backend.asked.length).toBe(asked + 1);
    expect(
      await card()
        .getByText(/^Forced by this page:/)
        .count(),
    ).toBe(0);
  });

  test('calls are listed, newest first, with what was sent and answered', async () => {
    await open('?record=2', 'At risk');
    const calls = at.page.getByRole('region', { name: 'Calls to the service' });
    await calls.getByText('GET /api/companies/2/scorecard?locale=en 200').waitFor();
    await calls.getByText('/api/companies/2/scorecard').click();
    await calls.getByText('"companyName": "Harbour').first().waitFor();
    await calls.getByRole('button', { name: 'Clear' }).click();
    await calls.getByText('Calls to the service (0)').waitFor();
  });

  test('a panel opens by keyboard, takes the focus, and gives it back when it closes', async () => {
    await open('?record=2', 'At risk');
    const opener = card().getByRole('button', { name: 'Give your opinion' });
    await opener.focus();
    await at.page.keyboard.press('Enter');
    const panel = at.page.getByRole('dialog', { name: 'Give your opinion' });
    await panel.waitFor();
    expect(await panel.locator(':focus').count()).toBe(1);
    await at.page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    expect(await at.page.locator(':focus').textContent()).toBe('Give your opinion');
  });

  test('what is entered in a form is sent, and the panel closes', async () => {
    await open('?record=2', 'At risk');
    await card().getByRole('button', { name: 'Give your opinion' }).click();
    const panel = at.page.getByRole('dialog', { name: 'Give your opinion' });
    await panel.getByLabel('Opinion').selectOption('Negative');
    await panel.getByLabel('Reason').fill('They told us so on the phone.');
    await panel.getByLabel('Reason').blur();
    await panel.getByRole('button', { name: 'Save' }).click();
    await panel.waitFor({ state: 'detached' });
    expect(backend.done.at(-1)).toMatchObject({
      what: 'POST /api/companies/2/pulse',
      body: { value: 'negative', reason: 'They told us so on the phone.' },
    });
  });

  test.each([
    ['account_health_card', 'At risk'],
    ['account_health_tab', 'At risk'],
    ['account_health_preview', 'At risk'],
  ])('on %s everything that is operated has a name, and nothing sticks out', async (surface, until) => {
    for (const locale of ['en', 'it']) {
      await open(`?surface=${surface}&record=2&locale=${locale}`, until);
      expect(await nameless(at.page.locator('body'))).toEqual([]);
      expect(await sticksOut()).toBe(0);
    }
  });
});
