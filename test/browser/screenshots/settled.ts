import type { Locator, Page } from 'playwright-core';

const LONGEST_SPIN_MS = 30_000;

/** Something is there, and has stopped moving; what goes on loading for half a minute is taken as it is. */
export async function settled(page: Page): Promise<void> {
  await page.locator('#surface > *').nth(1).waitFor();
  await page.waitForLoadState('networkidle');
  const spins = async () => (await page.locator('#surface .spinner, dialog .spinner').count()) > 0;
  for (const end = performance.now() + LONGEST_SPIN_MS; performance.now() < end && (await spins()); ) {
    await page.waitForTimeout(100);
  }
  await page.waitForTimeout(500);
}

/** Chooses a tab, and waits for what it shows: which tab that is, the extension says a moment after the click. */
export async function chooseTab(page: Page, tab: Locator): Promise<void> {
  await tab.click();
  await tab.and(page.locator('[aria-selected="true"]')).waitFor();
  await settled(page);
}
