/** The settings page for who has no mouse, and for who hears it: over what `npm run demo` serves, in a real browser. */
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { CHROMIUM_FLAGS, findChromium } from './chromium.ts';
import { nameless } from './nameless.ts';
import { unfold } from './screenshots/settings-pictures.ts';
import { settled } from './screenshots/settled.ts';
import { type RunningDemo, startDemo } from './start-demo.ts';

const executablePath = findChromium();
if (!executablePath && process.env.CI) throw new Error('Chromium is not on the PATH; CI must run the browser tests.');
if (!executablePath)
  console.warn('\n*** SETTINGS IN A BROWSER SKIPPED: no chromium on the PATH (Debian: apt-get install chromium) ***\n');

/** Of the demo's people: may change everything here. */
const ADMIN = '1';
/** More than any way here takes; nobody should have to press a key so often. */
const MOST_PRESSES = 60;

describe.skipIf(!executablePath)('the settings page', () => {
  let demo: RunningDemo;
  let browser: Browser;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    demo = await startDemo(12);
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: CHROMIUM_FLAGS });
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await demo?.stop();
  });
  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 1280, height: 1100 }, locale: 'en-GB' });
    page.setDefaultTimeout(30_000);
    complaints = [];
    page.on('pageerror', (error) => complaints.push(error.message));
  });
  afterEach(async () => {
    await page.close();
    expect(complaints).toEqual([]);
  });

  const surface = () => page.locator('#surface');
  const open = async (locale = 'en') => {
    await page.goto(`${demo.url}/?surface=account_health_settings&person=${ADMIN}&locale=${locale}`);
    await surface().getByRole('tab').first().waitFor();
  };
  const isFocused = async (wanted: Locator) => (await wanted.and(page.locator(':focus')).count()) === 1;
  /** Presses a key until something has the focus. */
  const goTo = async (wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab') => {
    for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
      if (await isFocused(wanted)) return;
      await page.keyboard.press(key);
    }
    throw new Error(`${MOST_PRESSES} presses of ${key} do not reach ${wanted}.`);
  };
  /** Chooses a tab, and waits until what it shows is there: which tab that is, the extension says a moment later. */
  const show = async (tab: Locator) => {
    await tab.click();
    await expect.poll(() => tab.getAttribute('aria-selected')).toBe('true');
    await settled(page);
  };

  test('by keyboard alone: a weight is changed, its effect looked at, and the model published', {
    timeout: 120_000,
  }, async () => {
    const button = (name: string | RegExp) => surface().getByRole('button', { name, exact: true });
    await open();
    await goTo(surface().getByRole('tab', { name: 'Set-up' }));
    for (const name of ['Connection', 'Health model']) {
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => isFocused(surface().getByRole('tab', { name, selected: true }))).toBe(true);
    }
    const billing = surface().locator('summary', { hasText: /^Billing: \d+% of the score$/ });
    await billing.waitFor();
    await goTo(billing);
    await page.keyboard.press('Enter');
    await goTo(surface().getByRole('spinbutton', { name: 'Weight of Billing' }));
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('90');
    await page.keyboard.press('Tab');
    await surface().getByText('Billing: 53% of the score').waitFor();

    await surface().locator('.button-primary:enabled').waitFor();
    await goTo(button('Preview'), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await surface().getByRole('heading', { name: 'Who moves, and why' }).waitFor();

    const publish = button(/^Publish/);
    // The button that was pressed is gone; one step back at most from where it stood.
    await page.keyboard.press('Shift+Tab');
    await goTo(publish);
    await page.keyboard.press('Space');
    const sure = page.getByRole('dialog');
    await sure.waitFor();
    expect(await sure.locator(':focus').count()).toBe(1);
    await page.keyboard.press('Escape');
    await sure.waitFor({ state: 'detached' });
    expect(await isFocused(publish)).toBe(true);
    await page.keyboard.press('Enter');
    await sure.waitFor();
    await goTo(sure.getByRole('button', { name: /^Publish version/ }));
    await page.keyboard.press('Enter');
    await surface()
      .getByText(/^In use: .*2\.1\.1|^In use: .*2\.2\.0/)
      .waitFor();
  });

  test('a list of choices opens, is chosen from, and is left by keyboard', async () => {
    await open();
    await settled(page);
    const stages = surface().getByRole('group', { name: 'Lifecycle stages of customers' });
    const listed = stages.locator('summary');
    expect(await listed.innerText()).toBe('Customer, Evangelist');
    await goTo(listed);
    await page.keyboard.press('Enter');
    await goTo(stages.getByRole('checkbox', { name: 'Opportunity' }));
    await page.keyboard.press('Space');
    await expect.poll(() => listed.innerText()).toBe('Opportunity, Customer, Evangelist');
  });

  describe.each(['en', 'tr'])('in %s', (locale) => {
    test('every control, heading and column of every tab has a name', { timeout: 120_000 }, async () => {
      await open(locale);
      const lists = surface().getByRole('tablist');
      const tabs = await lists.nth(0).getByRole('tab').all();
      expect(tabs.length).toBe(7);
      const seen: string[] = [];
      const look = async () => {
        await unfold(surface());
        expect(await nameless(page.locator('body'))).toEqual([]);
        seen.push(await surface().innerText());
      };
      for (const tab of tabs) {
        await show(tab);
        await look();
        for (const inner of (await lists.count()) > 1 ? await lists.nth(1).getByRole('tab').all() : []) {
          await show(inner);
          await look();
        }
      }
      expect(seen.length).toBe(12);
      // Nothing that only machines read.
      expect(seen.join('\n').match(/undefined|\[object|NaN|\b\d{4}-\d\d-\d\d(T|\b)|\w+\.word\.\w+/g) ?? []).toEqual([]);
    });
  });

  test('headings go down by one level at a time, from one first', async () => {
    await open();
    for (const tab of await surface().getByRole('tablist').nth(0).getByRole('tab').all()) {
      await show(tab);
      const levels = await page
        .locator('h1:visible, h2:visible, h3:visible, h4:visible')
        .evaluateAll((all) => all.map((one) => Number((one as unknown as { tagName: string }).tagName.slice(1))));
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
    }
  });
});
