/** The local preview in a real browser: what a person sees of the card in each state. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Scorecard } from '@account-health/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Preview, startPreview } from '../../src/local/preview/start-preview.ts';
import {
  atRisk,
  beforeFirstCycle,
  changed,
  healthy,
  notCustomer,
  possiblySeasonal,
  spoken,
  unknown,
} from '../extensions/scorecards.ts';
import { type FakeBackend, startFakeBackend } from '../local/preview/fake-backend.ts';
import { describeInBrowser, openPages } from './in-browser.ts';

/** What the backend answers, by company id; tests may change it. */
const answers: Record<string, Scorecard | number> = {
  1: healthy,
  2: atRisk,
  3: unknown,
  4: notCustomer,
  5: 500,
  6: beforeFirstCycle,
  7: spoken({ ...healthy, score: 24, status: 'unhealthy', change30d: null, history: [], missing: [] }, 'it'),
  9: possiblySeasonal,
  10: changed,
};
const COMPANIES = [
  { id: '1', name: 'Northwind Tools', score: 88, status: 'healthy' },
  { id: '2', name: 'Harbour & Lindqvist International Freight Forwarding', score: 41, status: 'at_risk' },
  { id: '3', name: 'Quiet Pond Bakery', score: null, status: 'unknown' },
  { id: '4', name: 'Prospect Ltd', score: null, status: 'not_customer' },
  { id: '5', name: 'Unlucky Ltd' },
];

describeInBrowser('the local preview', () => {
  let backend: FakeBackend;
  let preview: Preview;
  const at = openPages({ hears: ['console', 'requestfailed'] });
  let screenshots: string;

  beforeAll(async () => {
    screenshots = process.env.SCREENSHOTS_DIR ?? (await mkdtemp(join(tmpdir(), 'account-health-screenshots-')));
    backend = await startFakeBackend(answers);
    preview = await startPreview({
      port: 0,
      backend,
      portalId: 100000001,
      records: async (_objectType, text) =>
        COMPANIES.filter(({ id, name }) => id === text || name.toLowerCase().includes(text.toLowerCase())),
    });
  });
  afterAll(async () => {
    await preview?.close();
    await backend?.close();
  });

  const card = () => at.page.getByRole('region', { name: 'Account health card' });
  const shoot = (name: string) => at.page.screenshot({ path: join(screenshots, `${name}.png`) });
  async function open(query: string, until: string): Promise<string> {
    await at.page.goto(`${preview.url}/${query}`);
    await card().getByText(until, { exact: true }).waitFor();
    return card().innerText();
  }

  test('says plainly that it is a local preview, and opens the first company', async () => {
    const text = await open('', 'Healthy');
    expect(await at.page.getByRole('banner').innerText()).toMatch(/Local preview[\s\S]*This is not HubSpot/);
    expect(await at.page.getByRole('heading', { level: 1 }).innerText()).toBe('Northwind Tools');
    expect(await at.page.title()).toBe('Northwind Tools: local preview');
    expect(await card().locator('svg').first().locator('title').textContent()).toBe('88');
    for (const words of ['+4 in 30 days', 'Points lost: 12', 'One ticket has been open for 9 days.', 'No data']) {
      expect(text).toContain(words);
    }
    expect(text).toMatch(/As of 20 Nov 2026, 23:30/);
    expect(text).toContain('Last 12 months');
    await shoot('healthy');
  });

  test('an account at risk: the dearest rows, links to the records, and the rest on request', async () => {
    const text = await open('?record=2', 'At risk');
    expect(text.indexOf('Overdue balance')).toBeLessThan(text.indexOf('Unresolved complaints'));
    expect(text).not.toContain('Payment habit');
    const link = card().getByRole('link', { name: 'INV-2041' });
    expect(await link.getAttribute('href')).toBe('https://app-eu1.hubspot.com/contacts/100000001/record/0-53/9001');
    expect(await link.getAttribute('target')).toBe('_blank');
    expect(await card().getByText('Calculated later').isVisible()).toBe(true);
    await shoot('at-risk');
    await card()
      .getByRole('button', { name: /^Show all/ })
      .click();
    await card().getByText('Payment habit', { exact: true }).waitFor();
    await shoot('at-risk-all');
  });

  test('unknown: no circle, but what is missing', async () => {
    const text = await open('?record=3', 'Unknown');
    expect(await card().locator('.circle').count()).toBe(0);
    expect(text).toContain('Too little is known for a score');
    expect(await card().getByText('The app may not read invoices in this account.').isVisible()).toBe(true);
    await shoot('unknown');
  });

  test('a mark stands under the status, with its reason', async () => {
    const text = await open('?record=9', 'Possibly seasonal');
    expect(text.indexOf('Possibly seasonal')).toBeGreaterThan(text.indexOf('At risk'));
    expect(text.indexOf('Possibly seasonal')).toBeLessThan(text.indexOf('Points lost'));
    expect(text).toContain('so the score makes no allowance for one.');
    expect(await card().getByRole('button', { name: 'Possibly seasonal' }).count()).toBe(0);
    await shoot('possibly-seasonal');
  });

  test('why the score changed: in a sentence, and in full on request', async () => {
    const text = await open('?record=10', 'Why it changed');
    expect(text.indexOf('-13 in 30 days: Four invoices')).toBeLessThan(text.indexOf('Points lost'));
    expect(await card().getByText('What happened since').isVisible()).toBe(false);
    await card().getByText('30 days: -13', { exact: true }).click();
    await card().getByText('What happened since').waitFor();
    await shoot('why-changed');
  });

  test('not a customer, and before the first cycle', async () => {
    expect(await open('?record=4', 'Not a customer')).toContain(notCustomer.explanation);
    await shoot('not-customer');
    await open('?record=6', 'No score yet');
    await shoot('no-score-yet');
  });

  test('an error can be retried', async () => {
    await open('?record=5', 'The health score could not be loaded');
    await shoot('error');
    answers[5] = healthy;
    await card().getByRole('button', { name: 'Try again' }).click();
    await card().getByText('Healthy', { exact: true }).waitFor();
  });

  test('while the server thinks, it says that it is loading', async () => {
    const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
    await at.page.route('**/fetch', async (route) => {
      await answered;
      await route.continue();
    });
    await open('?record=1', 'Loading the health score');
    await shoot('loading');
    answer();
    await card().getByText('Healthy', { exact: true }).waitFor();
  });

  test('a card that crashes is told apart from one that has nothing to say', async () => {
    answers[8] = { ...healthy, timeZone: 'Nowhere/At all' };
    await at.page.goto(`${preview.url}/?record=8`);
    await card().getByText('It stopped').waitFor();
    expect(at.takeComplaints().join()).toContain('Invalid time zone');
  });

  test('search, pick, go back', async () => {
    await open('', 'Healthy');
    await at.page.getByRole('searchbox').fill('quiet');
    await at.page.getByRole('button', { name: 'Northwind Tools' }).waitFor({ state: 'detached' });
    await at.page.getByRole('button', { name: 'Quiet Pond Bakery' }).click();
    await card().getByText('Unknown', { exact: true }).waitFor();
    expect(at.page.url()).toBe(`${preview.url}/?record=3&locale=en`);
    await at.page.goBack();
    await at.page.getByRole('heading', { level: 1, name: 'Northwind Tools' }).waitFor();
    await at.page.getByRole('searchbox').fill('nobody');
    await at.page.getByText('Nothing has “nobody” in its name.').waitFor();
  });

  test('in Italian the card is Italian and asks for Italian', async () => {
    await open('?record=7&locale=it', 'Critico');
    expect(backend.asked.at(-1)).toContain('locale=it&');
    await shoot('italian');
  });

  test('in every state the card fits its column: nothing is cut off or sticks out', async () => {
    for (const [company, until] of [
      ['1', 'Healthy'],
      ['2', 'At risk'],
      ['3', 'Unknown'],
      ['4', 'Not a customer'],
      ['9', 'Possibly seasonal'],
    ] as const) {
      await open(`?record=${company}`, until);
      const widths = await card().evaluate((element) => {
        const box = element as unknown as { scrollWidth: number; clientWidth: number };
        return [box.scrollWidth, box.clientWidth];
      });
      expect(widths[0]).toBe(widths[1]);
    }
  });

  test('on a phone the list stands above the record, and nothing sticks out', async () => {
    await at.page.setViewportSize({ width: 320, height: 640 });
    await open('?record=2', 'At risk');
    expect(await at.page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    const picked = await at.page.getByRole('button', { name: 'Harbour' }).boundingBox();
    const shown = await card().boundingBox();
    expect(picked?.y).toBeLessThan(shown?.y ?? 0);
    expect((shown?.x ?? 0) + (shown?.width ?? 0)).toBeLessThanOrEqual(320);
    await shoot('phone');
  });

  test('by keyboard the card is three keys away, however long the list', async () => {
    await open('?record=2', 'At risk');
    await at.page.keyboard.press('Tab');
    await at.page.keyboard.press('Enter');
    await at.page.keyboard.press('Tab');
    expect(await card().locator(':focus').textContent()).toContain('remind them to pay');
  });
});
