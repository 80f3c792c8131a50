import type { Page } from 'playwright-core';
import type { RunningDemo } from '../start-demo.ts';
import { type Shoot, unfold } from './settings-pictures.ts';
import { chooseTab, settled } from './settled.ts';

const SETTINGS = 'account_health_settings';
const CHANGES_SOON_MS = 60_000;

/** Opens a tab of the settings page by its place, and one within it: names differ by language. */
export async function openTab(page: Page, url: string, locale: string, tab: number, inner?: number): Promise<void> {
  await page.goto(`${url}/?${new URLSearchParams({ surface: SETTINGS, locale, person: '1' })}`);
  await settled(page);
  const lists = page.locator('#surface').getByRole('tablist');
  await chooseTab(page, lists.nth(0).getByRole('tab').nth(tab));
  if (inner !== undefined) await chooseTab(page, lists.nth(1).getByRole('tab').nth(inner));
}

/** Gives the weight of the dimension at a place another value, which makes it the draft. */
export async function changeWeight(
  page: Page,
  url: string,
  locale: string,
  place: number,
  weight: string,
): Promise<void> {
  await openTab(page, url, locale, 2, 0);
  const dimension = page.locator('#surface .accordion:not(.accordion .accordion)').nth(place);
  await dimension.locator('> summary').click();
  const field = dimension.getByRole('spinbutton').first();
  await field.fill(weight);
  await field.blur();
  await page.locator('#surface .button-primary:enabled').waitFor({ timeout: CHANGES_SOON_MS });
}

/** Presses the preview's button, and waits for what it shows. */
export async function previewDraft(page: Page): Promise<void> {
  await page.locator('#surface .button-primary').click();
  // Who has seen it may publish, and is asked first.
  await page.locator('#surface .overlay-anchor > .button-primary:enabled').waitFor({ timeout: CHANGES_SOON_MS });
  await settled(page);
}

/** Uses the app as its people do, so that nothing is empty: a task, playbooks that are on, lists, a second version, and a draft with its preview. */
export async function liveIn(page: Page, demo: RunningDemo): Promise<void> {
  const surface = page.locator('#surface');
  const { id } = await demo.first('unhealthy');
  await page.goto(`${demo.url}/?record=${id}&locale=en&person=1`);
  await settled(page);
  await surface.locator('.button-primary').click();
  await settled(page);

  await openTab(page, demo.url, 'en', 3);
  await surface.getByRole('switch').first().click();
  await surface.locator('.button-primary').click();
  await settled(page);

  await openTab(page, demo.url, 'en', 4);
  for (const box of (await surface.getByRole('checkbox').all()).slice(0, 2)) await box.click();
  await surface.locator('.button-primary').click();
  await page.getByRole('dialog').locator('.button-primary').click();
  await settled(page);

  await changeWeight(page, demo.url, 'en', 3, '90');
  await previewDraft(page);
  await surface.locator('.button-primary').click();
  await page.getByRole('dialog').locator('.button-primary').click();
  await surface.locator('.button-primary').waitFor({ state: 'detached', timeout: CHANGES_SOON_MS });
  await changeWeight(page, demo.url, 'en', 1, '5');
  await previewDraft(page);
}

/** What is seen only right after somebody did something; over a demo that is lived in. */
export async function pictureMoments(page: Page, demo: RunningDemo, locale: string, shoot: Shoot): Promise<void> {
  const { url } = demo;
  const surface = page.locator('#surface');
  const { name } = await demo.first('unhealthy');
  await openTab(page, url, locale, 2, 1);
  await surface.getByRole('searchbox').or(surface.locator('input[name="test.company"]')).first().fill(name);
  await surface.locator('.button-sm').first().click();
  await settled(page);
  await unfold(surface);
  await shoot(surface, 'tested_on_one_company');

  await openTab(page, url, locale, 1);
  await surface.locator('input[name="keyLabel"]').fill('Warehouse');
  await surface.locator('input[name="keyLabel"]').locator('xpath=following::button[1]').click();
  await settled(page);
  await shoot(surface, 'key_just_made');

  await openTab(page, url, locale, 4);
  await surface.getByRole('checkbox').first().click();
  await surface.locator('.button-primary').click();
  await page.waitForTimeout(500);
  await shoot(page.getByRole('dialog'), 'lists_are_asked_for');

  await pictureConflict(page, url, locale, shoot);
}

/** Two people change the playbooks at once, and the second learns of it. */
async function pictureConflict(page: Page, url: string, locale: string, shoot: Shoot): Promise<void> {
  const surface = page.locator('#surface');
  await openTab(page, url, locale, 3);
  const days = (of: Page) => of.locator('#surface').getByRole('spinbutton').first();
  const mine = Number(await days(page).inputValue()) + 2;
  const other = await page.context().browser()?.newPage({ locale: 'en-GB' });
  if (other === undefined) throw new Error('The page’s browser is gone.');
  await openTab(other, url, locale, 3);
  await days(other).fill(String(mine - 1));
  await days(other).blur();
  await other.locator('#surface .button-primary').click();
  await settled(other);
  await other.close();
  await days(page).fill(String(mine));
  await days(page).blur();
  await surface.locator('.button-primary').click();
  await settled(page);
  await shoot(surface, 'somebody_was_faster');
}
