import type { Locator, Page } from 'playwright-core';
import { chooseTab } from './settled.ts';

/** Takes a picture of a part of the page, under a name. */
export type Shoot = (part: Locator, ...name: string[]) => Promise<void>;

/** Above this many pixels the unfolded parts are pictured one by one: a browser draws no page of any height at once. */
const HIGHEST_PX = 3_500;
const FOLD = 'details:not(.multi-select)';

/** Each tab of the settings page, and each within it; what can be unfolded, unfolded. */
export async function pictureTabs(page: Page, shoot: Shoot): Promise<void> {
  const lists = page.locator('#surface').getByRole('tablist');
  const tabs = lists.nth(0).getByRole('tab');
  for (let index = 0; index < (await tabs.count()); index += 1) {
    await chooseTab(page, tabs.nth(index));
    await shoot(page.locator('#surface'), `tab_${index}`);
    const inner = lists.nth(1).getByRole('tab');
    for (let place = 0; place < (await inner.count()); place += 1) {
      await chooseTab(page, inner.nth(place));
      await pictureUnfolded(page, (part, ...name) => shoot(part, `tab_${index}_${place}`, ...name));
    }
  }
}

/** Each tab as it first comes up, with nothing unfolded: as where it could not be loaded, or who looks may change little. */
export async function pictureFirstLooks(page: Page, shoot: Shoot): Promise<void> {
  const tabs = page.locator('#surface').getByRole('tablist').nth(0).getByRole('tab');
  for (let index = 0; index < (await tabs.count()); index += 1) {
    await chooseTab(page, tabs.nth(index));
    await shoot(page.locator('#surface'), `tab_${index}`);
  }
}

/** Everything at once where that is not too high, else each part that unfolds by itself, with the first of what unfolds in it. */
async function pictureUnfolded(page: Page, shoot: Shoot): Promise<void> {
  const surface = page.locator('#surface');
  await unfold(surface);
  if (((await surface.boundingBox())?.height ?? 0) <= HIGHEST_PX) return await shoot(surface);
  const outer = await surface.locator(`${FOLD}:not(${FOLD} ${FOLD})`).all();
  for (const fold of (await surface.locator(FOLD).all()).toReversed()) await setOpen(fold, false);
  for (const [index, fold] of outer.entries()) {
    await setOpen(fold, true);
    const inner = fold.locator(FOLD).first();
    if ((await inner.count()) > 0) await setOpen(inner, true);
    await shoot(fold, `part_${index}`);
    await setOpen(fold, false);
  }
}

/** Opens whatever in a part of the page unfolds, and what unfolds in that. */
export async function unfold(part: Locator): Promise<void> {
  for (let round = 0; round < 3; round += 1)
    for (const fold of await part.locator(FOLD).all()) await setOpen(fold, true);
}

/** Of what is seen; what is folded away with what it is in stays as it is. */
async function setOpen(fold: Locator, isOpen: boolean): Promise<void> {
  const summary = fold.locator('> summary');
  const isOther = ((await fold.getAttribute('open')) !== null) !== isOpen;
  if (isOther && (await summary.isVisible())) await summary.click();
}
