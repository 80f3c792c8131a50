/** The settings page for who has no mouse, and for who hears it: over what `npm run demo` serves, in a real browser. */
import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { ownWords } from '../../extensions/app/settings/own-words.ts';
import { describeInBrowser } from './in-browser.ts';
import { nameless } from './nameless.ts';
import { openDemo, PEOPLE } from './open-demo.ts';
import { unfold } from './screenshots/settings-pictures.ts';
import { chooseTab, settled } from './screenshots/settled.ts';

/** More than any way here takes; nobody should have to press a key so often. */
const MOST_PRESSES = 60;

describeInBrowser('the settings page', () => {
  const at = openDemo({ companies: 12, timeoutMs: 30_000 });
  const { surface } = at;
  /** As somebody who may change everything here. */
  const open = (locale = 'en') => at.openSettings({ person: PEOPLE.admin, locale });
  const isFocused = async (wanted: Locator) => (await wanted.and(at.page.locator(':focus')).count()) === 1;
  /** Presses a key until something has the focus. */
  const goTo = async (wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab') => {
    for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
      if (await isFocused(wanted)) return;
      await at.page.keyboard.press(key);
    }
    throw new Error(`${MOST_PRESSES} presses of ${key} do not reach ${wanted}.`);
  };
  test('by keyboard alone: a weight is changed, its effect looked at, and the model published', {
    timeout: 120_000,
  }, async () => {
    const button = (name: string | RegExp) => surface().getByRole('button', { name, exact: true });
    await open();
    await goTo(surface().getByRole('tab', { name: 'Set-up' }));
    for (const name of ['Connection', 'Health model']) {
      await at.page.keyboard.press('ArrowRight');
      await expect.poll(() => isFocused(surface().getByRole('tab', { name, selected: true }))).toBe(true);
    }
    const billing = surface().locator('summary', { hasText: /^Billing: \d+% of the score$/ });
    await billing.waitFor();
    await goTo(billing);
    await at.page.keyboard.press('Enter');
    await goTo(surface().getByRole('spinbutton', { name: 'Weight of Billing' }));
    await at.page.keyboard.press('ControlOrMeta+A');
    await at.page.keyboard.type('90');
    await at.page.keyboard.press('Tab');
    await surface().getByText('Billing: 53% of the score').waitFor();

    await surface().locator('.button-primary:enabled').waitFor();
    await goTo(button('Preview'), 'Shift+Tab');
    await at.page.keyboard.press('Enter');
    await surface().getByRole('heading', { name: 'Who moves, and why' }).waitFor();

    const publish = button(/^Publish/);
    // The button that was pressed is gone; one step back at most from where it stood.
    await at.page.keyboard.press('Shift+Tab');
    await goTo(publish);
    await at.page.keyboard.press('Space');
    const sure = at.page.getByRole('dialog');
    await sure.waitFor();
    expect(await sure.locator(':focus').count()).toBe(1);
    await at.page.keyboard.press('Escape');
    await sure.waitFor({ state: 'detached' });
    expect(await isFocused(publish)).toBe(true);
    await at.page.keyboard.press('Enter');
    await sure.waitFor();
    await goTo(sure.getByRole('button', { name: /^Publish version/ }));
    await at.page.keyboard.press('Enter');
    await surface()
      .getByText(/^In use: .*2\.1\.1|^In use: .*2\.2\.0/)
      .waitFor();
  });

  test('a list of choices opens, is chosen from, and is left by keyboard', async () => {
    await open();
    await settled(at.page);
    const stages = surface().getByRole('group', { name: 'Lifecycle stages of customers' });
    const listed = stages.locator('summary');
    expect(await listed.innerText()).toBe('Customer, Evangelist');
    await goTo(listed);
    await at.page.keyboard.press('Enter');
    await goTo(stages.getByRole('checkbox', { name: 'Opportunity' }));
    await at.page.keyboard.press('Space');
    await expect.poll(() => listed.innerText()).toBe('Opportunity, Customer, Evangelist');
  });

  test('refused by whoever stands before the service, it says so in the reader’s language', async () => {
    await at.page.goto(`${at.demo.url}/?surface=account_health_settings&state=refused&locale=it`);
    await surface().getByText(ownWords('it').reasons.refused).waitFor();
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
        expect(await nameless(at.page.locator('body'))).toEqual([]);
        seen.push(await surface().innerText());
      };
      for (const tab of tabs) {
        await chooseTab(at.page, tab);
        await look();
        for (const inner of (await lists.count()) > 1 ? await lists.nth(1).getByRole('tab').all() : []) {
          await chooseTab(at.page, inner);
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
      await chooseTab(at.page, tab);
      const levels = await at.page
        .locator('h1:visible, h2:visible, h3:visible, h4:visible')
        .evaluateAll((all) => all.map((one) => Number((one as unknown as { tagName: string }).tagName.slice(1))));
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
    }
  });
});
