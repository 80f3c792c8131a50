/** What stands there when calls come to nothing after the surface itself was loaded, and when a form is not filled in as it must be. */
import type { Page } from 'playwright-core';
import type { RunningDemo } from '../start-demo.ts';
import { isChange, whileFailing } from './failing-calls.ts';
import { openTab } from './lived-in.ts';
import { pictureFirstLooks, type Shoot } from './settings-pictures.ts';
import { settled } from './settled.ts';

const PLAYBOOKS = 3;
const HOME = '/api/settings';

/** Every tab of the settings that cannot be loaded, and a form that cannot be saved. */
export async function pictureSettingsFailures(page: Page, url: string, locale: string, shoot: Shoot): Promise<void> {
  const surface = page.locator('#surface');
  await whileFailing(
    page,
    ({ path }) => path !== HOME,
    async () => {
      await openTab(page, url, locale, 0);
      await pictureFirstLooks(page, (part, ...name) => shoot(part, 'not_loaded', ...name));
    },
  );
  await openTab(page, url, locale, PLAYBOOKS);
  await whileFailing(page, isChange, async () => {
    const days = surface.getByRole('spinbutton').first();
    await days.fill(String(Number(await days.inputValue()) + 1));
    await days.blur();
    await surface.locator('.button-primary').click();
    await settled(page);
    await shoot(surface, 'playbooks_not_saved');
  });
}

/** The company card's buttons, and the panels that they open. */
export async function pictureCardFailures(page: Page, demo: RunningDemo, locale: string, shoot: Shoot): Promise<void> {
  const surface = page.locator('#surface');
  const { id } = await demo.first('unhealthy');
  await page.goto(`${demo.url}/?${new URLSearchParams({ record: id, locale })}`);
  await settled(page);
  await whileFailing(
    page,
    () => true,
    async () => {
      await surface.locator('.button-primary').click();
      await surface.locator(':not(.overlay-anchor) > .button-secondary.button-xs').first().click();
      await settled(page);
      await shoot(surface, 'buttons_failed');
      await picturePanels(page, shoot);
    },
  );
}

/** A panel is as high as the window. */
const SCREEN = { width: 1300, height: 1000 };

/** Each panel as it is where nothing was entered, and then where what was entered could not be sent. */
async function picturePanels(page: Page, shoot: Shoot): Promise<void> {
  const before = page.viewportSize() ?? SCREEN;
  await page.setViewportSize(SCREEN);
  const openers = page.locator('#surface .overlay-anchor > .button:enabled');
  for (let index = 0; index < (await openers.count()); index += 1) {
    await openers.nth(index).click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await settled(page);
    const submit = dialog.locator('button[type="submit"]');
    const isForm = (await submit.count()) > 0;
    if (isForm) await submit.click();
    await settled(page);
    await shoot(dialog, 'panel', String(index), isForm ? 'incomplete' : 'not_loaded');
    if (isForm) {
      const reason = dialog.getByRole('textbox').first();
      await reason.fill('Their new buyer asked for other offers.');
      await reason.blur();
      await submit.click();
      await settled(page);
      await shoot(dialog, 'panel', String(index), 'not_saved');
    }
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  }
  await page.setViewportSize(before);
}
