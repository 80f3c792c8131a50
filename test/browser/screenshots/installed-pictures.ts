/** The settings of a portal that installed the app: while it is read for the first time, before anything is written, and once it disconnects. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { startPreview } from '../../../src/local/preview/start-preview.ts';
import { agree, startInstallable } from './installable-service.ts';
import { openTab } from './lived-in.ts';
import type { Shoot } from './settings-pictures.ts';
import { settled } from './settled.ts';

const CONNECTION = 1;

export async function pictureInstalled(page: Page, locales: readonly string[], shoot: Shoot): Promise<void> {
  const service = await startInstallable();
  const { url, clientSecret, portalId } = service;
  const preview = await startPreview({ port: 0, backend: { url, clientSecret }, portalId, records: async () => [] });
  const surface = page.locator('#surface');
  try {
    for (const locale of locales) {
      await agree(page, url);
      await delay(3_000);
      await openTab(page, preview.url, locale, CONNECTION);
      await shoot(surface, locale, 'installed', 'first_sync');
      await page.goto(`${url}/setup`);
      await page.getByRole('button', { name: 'Start writing' }).waitFor({ timeout: 180_000 });
      await openTab(page, preview.url, locale, CONNECTION);
      await shoot(surface, locale, 'installed', 'not_written_yet');
      await surface.locator('details > summary').last().click();
      const number = surface.getByRole('textbox').last();
      await number.fill(String(portalId));
      await number.blur();
      await surface.locator('.button-destructive:enabled').last().click();
      await surface.locator('input[name="portalNumber"]').waitFor({ state: 'detached', timeout: 60_000 });
      await settled(page);
      await shoot(surface, locale, 'installed', 'disconnected');
    }
  } finally {
    await preview.close();
    await service.stop();
  }
}
