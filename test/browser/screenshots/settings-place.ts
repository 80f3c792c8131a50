import { startDemo } from '../start-demo.ts';
import { changeWeight, previewDraft } from './lived-in.ts';
import type { Place } from './place.ts';

/** Support, whose weight moves enough of the demo's customers to be worth a look. */
const SUPPORT = 1;

/** A change of the health model on the settings page, and whom it would move, before it is published. */
export const settingsPictures: Place = async (page, take) => {
  const demo = await startDemo(60);
  try {
    await page.setViewportSize({ width: 1200, height: 2000 });
    await changeWeight(page, demo.url, 'en', SUPPORT, '60');
    await previewDraft(page);
    const surface = page.locator('#surface');
    // The page around it has its own scrolling: all of it, from the top.
    const height = (await surface.boundingBox())?.height ?? 2000;
    await page.setViewportSize({ width: 1200, height: Math.ceil(height) + 260 });
    await take('settings-preview');
  } finally {
    await demo.stop();
  }
};
