/**
 * Takes the pictures of docs/listing: `npm run screenshots`, or `npm run screenshots -- card` for those of one place. They show the
 * local preview and the local stand-in for HubSpot, and say so; invented companies, never a customer's.
 *
 * `npm run screenshots -- --all` takes those of every surface in every state, in two languages, to be looked at: into a temporary folder
 * whose name it says, or `--all DIR`.
 */
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium } from '../chromium.ts';
import { allPictures } from './all-pictures.ts';
import { cardPictures } from './card-pictures.ts';
import { installPictures } from './install-pictures.ts';
import type { Place } from './place.ts';
import { settingsPictures } from './settings-place.ts';

const FOLDER = 'docs/listing';
const PLACES: Readonly<Record<string, Place>> = {
  card: cardPictures,
  install: installPictures,
  settings: settingsPictures,
};

const [first, ...more] = process.argv.slice(2);
const isAll = first === '--all';
const asked = isAll || first === undefined ? [] : [first, ...more];
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
  if (isAll) {
    const folder = more[0] ?? mkdtempSync(join(tmpdir(), 'account-health-pictures-'));
    mkdirSync(folder, { recursive: true });
    const taken = await allPictures(await browser.newPage({ locale: 'en-GB' }), folder);
    console.log(`${taken.length} pictures are in ${folder}`);
  }
  for (const [name, place] of Object.entries(PLACES)) {
    if (isAll || (asked.length > 0 && !asked.includes(name))) continue;
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
