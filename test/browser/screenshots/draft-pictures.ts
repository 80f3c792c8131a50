/** What goes wrong with a draft of the model: mistakes, no way to the service, somebody who was faster, a preview that does not come. */
import type { Page } from 'playwright-core';
import { isChange, whileFailing } from './failing-calls.ts';
import { openTab } from './lived-in.ts';
import type { Shoot } from './settings-pictures.ts';
import { settled } from './settled.ts';

/** The place of the tab "Health model", and in it of "Edit". */
const MODEL = [2, 0] as const;
const WEIGHT_OF_SUPPORT = 'dimensions.support.weight';
const WEIGHT_OF_BILLING = 'dimensions.billing.weight';
/** Longer than the page waits after the last change before it saves. */
const SAVES_MS = 1_500;

export async function pictureDrafts(page: Page, url: string, locale: string, shoot: Shoot): Promise<void> {
  const surface = page.locator('#surface');
  const open = () => openTab(page, url, locale, ...MODEL);
  const fillIn = async (of: Page, name: string, value: string) => {
    const field = of.locator(`#surface input[name="${name}"]`);
    // Whatever it is folded away in, the outermost first.
    for (const fold of await of.locator(`#surface details:has(input[name="${name}"]):not([open]) > summary`).all())
      await fold.click();
    await field.fill(value);
    await field.blur();
    await of.waitForTimeout(SAVES_MS);
    await settled(of);
  };

  await open();
  // Above where healthy begins.
  await fillIn(page, 'bands.atRiskFrom', '90');
  await shoot(surface, 'draft_with_mistakes');
  await discard(page);

  await open();
  await whileFailing(page, isChange, async () => {
    await fillIn(page, WEIGHT_OF_SUPPORT, '44');
    await shoot(surface, 'draft_not_saved');
  });
  await surface.locator('.alert .button').first().click();
  await settled(page);

  await open();
  const other = await page.context().browser()?.newPage({ locale: 'en-GB' });
  if (other === undefined) throw new Error('The page’s browser is gone.');
  await openTab(other, url, locale, ...MODEL);
  await fillIn(other, WEIGHT_OF_BILLING, '17');
  await other.close();
  await fillIn(page, WEIGHT_OF_SUPPORT, '61');
  await shoot(surface, 'draft_in_conflict');
  await surface.locator('.alert .button').last().click();
  await settled(page);

  await whileFailing(page, isChange, async () => {
    await surface.locator('.button-primary').click();
    await settled(page);
    await shoot(surface, 'preview_not_begun');
  });
  await open();
  await discard(page);
}

/** Leaves the model without a draft, as it was. */
async function discard(page: Page): Promise<void> {
  await page.locator('#surface .button-destructive').first().click();
  await page.getByRole('dialog').locator('.button-destructive').click();
  await page.locator('#surface .button-destructive').waitFor({ state: 'detached' });
  await settled(page);
}
