/**
 * Takes the pictures of docs/listing: `npm run screenshots`, or `npm run screenshots -- card` for those of one place. They show the
 * local preview and the local stand-in for HubSpot, and say so; invented companies, never a customer's.
 */
import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium } from '../chromium.ts';
import { cardPictures } from './card-pictures.ts';
import { installPictures } from './install-pictures.ts';
import type { Place } from './place.ts';

const FOLDER = 'docs/listing';
const PLACES: Readonly<Record<string, Place>> = { card: cardPictures, install: installPictures };

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(PLACES, name));
const executablePath = findChromium();
if (unknown.length > 0 || executablePath === undefined) {
  const none = 'There is no chromium on the PATH (Debian: apt-get install chromium).';
  console.error(executablePath === undefined ? none : `There are pictures of: ${Object.keys(PLACES).join(', ')}.`);
  process.exit(1);
}

mkdirSync(FOLDER, { recursive: true });
const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
try {
  for (const [name, place] of Object.entries(PLACES)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    const page = await browser.newPage({ viewport: { width: 1200, height: 1010 }, locale: 'en-GB' });
    await place(page, async (picture) => {
      await page.screenshot({ path: `${FOLDER}/${picture}.png` });
      console.log(`${FOLDER}/${picture}.png`);
    });
    await page.close();
  }
} finally {
  await browser.close();
}
