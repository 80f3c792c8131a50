/** A week with the app in a real browser, over the real service and a local portal: reading, saying, doing, and changing the model. */
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { CHROMIUM_FLAGS, findChromium } from './chromium.ts';
import { type RunningDemo, startDemo } from './start-demo.ts';

const executablePath = findChromium();
if (!executablePath && process.env.CI) throw new Error('Chromium is not on the PATH; CI must run the browser tests.');
if (!executablePath)
  console.warn('\n*** JOURNEY IN A BROWSER SKIPPED: no chromium on the PATH (Debian: apt-get install chromium) ***\n');

/** Of the demo's people. */
const MANAGER = '2';
const REP = '3';

describe.skipIf(!executablePath)('a journey through the app', () => {
  let demo: RunningDemo;
  let browser: Browser;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    demo = await startDemo(25);
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: CHROMIUM_FLAGS });
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await demo?.stop();
  });
  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 1280, height: 1100 }, locale: 'en-GB' });
    page.setDefaultTimeout(20_000);
    complaints = [];
    page.on('pageerror', (error) => complaints.push(error.message));
  });
  afterEach(async () => {
    await page.close();
    expect(complaints).toEqual([]);
  });

  const surface = () => page.locator('#surface');
  const button = (name: string | RegExp) => surface().getByRole('button', { name });
  const openCompany = async (id: string, person = REP) => {
    await page.goto(`${demo.url}/?record=${id}&person=${person}`);
    await surface()
      .getByText(/^As of/)
      .first()
      .waitFor();
  };
  /** A tab of the settings, and one within it. */
  const openSettings = async (person: string, ...tabs: string[]) => {
    await page.goto(`${demo.url}/?surface=account_health_settings&person=${person}`);
    for (const name of tabs) await surface().getByRole('tab', { name, exact: true }).click();
  };

  test('a rep reads why an account is unhealthy, and finds the records behind it', async () => {
    const { id, name, score } = await demo.first('unhealthy');
    await openCompany(id);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(name);
    expect(await surface().innerText()).toContain(`Points lost: ${100 - (score ?? 0)}`);
    const hrefs = await surface()
      .getByRole('link')
      .evaluateAll((links) => links.map(String));
    expect(hrefs.length).toBeGreaterThan(0);
    for (const href of hrefs) expect(href).toMatch(/^https:\/\/app[\w.-]*\.hubspot\.com\/contacts\/\d+\//);

    // HubSpot is not there; what it is asked for is.
    await page.context().route(/\.hubspot\.com\//, (route) => route.fulfill({ body: 'The record.' }));
    const record = page.waitForEvent('popup');
    await surface().getByRole('link').first().click();
    expect((await record).url()).toBe(hrefs[0]);
    await (await record).close();
  });

  test('a rep says how the account is, and the card shows it with their name', async () => {
    const { id } = await demo.first('at_risk');
    await openCompany(id);
    await button('Give your opinion').click();
    const panel = page.getByRole('dialog', { name: 'Give your opinion' });
    await panel.getByLabel('Opinion').selectOption('Negative');
    await panel.getByLabel('Reason').fill('Their new buyer asked for other offers.');
    await panel.getByLabel('Reason').blur();
    await panel.getByRole('button', { name: 'Save' }).click();
    await panel.waitFor({ state: 'detached' });
    await surface().getByText('Opinion: Negative').waitFor();
    expect(await surface().innerText()).toMatch(/Their new buyer asked for other offers\.[\s\S]*rep@example\.com/);
  });

  test('a rep makes a task in HubSpot, once', async () => {
    const { id } = await demo.first('unhealthy');
    await openCompany(id);
    const primary = surface().locator('.button-primary');
    expect(await primary.count()).toBe(1);
    await primary.click();
    const calls = page.getByRole('region', { name: 'Calls to the service' });
    await calls.getByText(/^POST \/api\/companies\/\d+\/tasks\?locale=en 200/).waitFor();
    expect(await primary.count()).toBe(0);
    await page.reload();
    await surface()
      .getByText(/A task for this is open/)
      .waitFor();
  });

  test('a manager changes a weight, sees who moves, publishes, and goes back', async () => {
    await openSettings(MANAGER, 'Health model');
    await surface()
      .getByText(/^Billing: \d+% of the score$/)
      .click();
    const weight = surface().getByRole('spinbutton', { name: 'Weight of Billing' });
    await weight.fill('90');
    await weight.blur();
    await surface().getByText('Billing: 53% of the score').waitFor();
    await surface().getByRole('tab', { name: 'Preview', exact: true }).click();
    await button('Preview').click();
    await surface().getByRole('heading', { name: 'Who moves, and why' }).waitFor({ timeout: 60_000 });
    const moved = surface().getByRole('table').last().getByRole('row');
    expect(await moved.count()).toBeGreaterThan(1);
    await button(/^Publish/).click();
    const sure = page.getByRole('dialog');
    await sure.getByRole('button', { name: /^Publish version/ }).click();
    await surface().getByRole('tab', { name: 'Versions', exact: true }).click();
    await button(/^Back to version/)
      .first()
      .click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Use version/ })
      .click();
    await expect.poll(() => surface().innerText(), { timeout: 20_000 }).toMatch(/In use: [^\n]*2\.1\.0/);
  });

  test('a model with mistakes is not taken, and each mistake names its line', async () => {
    await openSettings(MANAGER, 'Health model', 'YAML file');
    const pasted = surface().getByRole('textbox', { name: 'Model as YAML' });
    await pasted.fill('name: Mine\nversion: 1.0.0\ndimensions:\n  billing:\n    weight: heavy\n');
    await pasted.blur();
    await button('Check').click();
    await surface()
      .getByText(/[Ll]ine 5/)
      .first()
      .waitFor();
    await page.reload();
    await surface().getByRole('tab', { name: 'Health model' }).click();
    await surface().getByText('Nothing is being changed.').first().waitFor();
  });

  test('an ordinary user sees the settings and can change none', async () => {
    await openSettings(REP, 'Health model');
    await surface()
      .getByText(/^Billing: \d+% of the score$/)
      .click();
    const weight = surface().getByRole('spinbutton', { name: 'Weight of Billing' });
    expect(await weight.isEditable()).toBe(false);
    await surface().getByRole('tab', { name: 'Playbooks' }).click();
    await surface().getByRole('heading', { name: 'Latest tasks of playbooks' }).waitFor();
    expect(await surface().locator('.button-primary:enabled').count()).toBe(0);
  });
});
