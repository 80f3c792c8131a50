import { setTimeout as delay } from 'node:timers/promises';
import { agree, startInstallable } from './installable-service.ts';
import type { Place } from './place.ts';

/** Of the pages on which there is little, and much. */
const [LOW, HIGH] = [
  { width: 1200, height: 420 },
  { width: 1200, height: 1010 },
];

/** An admin's way from the install link to the first scores. */
export const installPictures: Place = async (page, take) => {
  const service = await startInstallable();
  try {
    await agree(page, service.url, () => take('consent'));
    // Some way into the first read.
    await delay(6_000);
    await page.setViewportSize(LOW);
    await take('progress');
    const start = page.getByRole('button', { name: 'Start writing' });
    await start.waitFor({ timeout: 180_000 });
    await page.setViewportSize(HIGH);
    await take('preview');
    await start.click();
    await page.getByRole('heading', { name: 'The scores are in HubSpot' }).waitFor({ timeout: 180_000 });
    await page.setViewportSize(LOW);
    await take('written');
  } finally {
    await service.stop();
  }
};
