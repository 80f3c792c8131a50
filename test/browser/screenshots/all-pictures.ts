import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import type { PreviewSetting, PreviewSurface } from '../../../src/local/preview/preview-setting.ts';
import { type RunningDemo, startDemo } from '../start-demo.ts';
import { pictureDrafts } from './draft-pictures.ts';
import { pictureCardFailures, pictureSettingsFailures } from './failure-pictures.ts';
import { pictureInstalled } from './installed-pictures.ts';
import { liveIn, pictureMoments } from './lived-in.ts';
import { picturePast } from './past-pictures.ts';
import { pictureFirstLooks, pictureTabs, type Shoot } from './settings-pictures.ts';
import { settled } from './settled.ts';

const LANGUAGES = ['en', 'it'];
/** Accounts that differ by what the card has to say. */
const STATUSES = ['healthy', 'at_risk', 'unhealthy', 'unknown', 'not_customer'];
const FORCED = ['loading', 'offline', 'error', 'refused'];
/** The page is there, and its parts are not yet. */
const FORCED_ON_SETTINGS = ['slow'];
/** Of what an account may be, and so of cards alone. */
const FORCED_ON_CARDS = ['no_cycle', 'unknown', 'not_customer', 'not_connected', 'stale'];
/** Of the demo's people, those who may not change everything. */
const PEOPLE = { manager: '2', rep: '3' };

/** So that nothing is scrolled away, and what lies over the page is seen as on a screen. */
const HIGH = { width: 1300, height: 4000 };
/** So long after it is opened what is still loading is taken: for good, or with answers that take three seconds each. */
const LOADING_MS: Readonly<Record<string, number>> = { loading: 2_000, slow: 4_500 };
/** What stands above and below a surface. */
const AROUND_PX = 900;
const SCREEN = { width: 1300, height: 1000 };

/** Every surface in every state, in two languages, to be looked at: over what `npm run demo` serves. Gives the files' names. */
export async function allPictures(page: Page, folder: string): Promise<readonly string[]> {
  const taken: string[] = [];
  const demo = await startDemo(40);
  const shootPart: Shoot = async (part, ...name) => {
    const file = `${name.join('-').replace(/[^\w-]+/g, '_')}.png`;
    const size = page.viewportSize() ?? HIGH;
    const needed = Math.ceil(((await part.boundingBox())?.height ?? 0) + AROUND_PX);
    // What is higher than the window is drawn in pieces that do not fit together.
    if (size.height >= HIGH.height && needed > size.height) await page.setViewportSize({ ...size, height: needed });
    await part.screenshot({ path: join(folder, file) });
    await page.setViewportSize(size);
    taken.push(file);
  };
  const shoot = (...name: string[]) => shootPart(page.locator('#surface'), ...name);
  try {
    const { surfaces } = (await (await fetch(`${demo.url}/setting.json`)).json()) as PreviewSetting;
    await page.setViewportSize(HIGH);
    for (const locale of LANGUAGES) {
      for (const surface of surfaces) {
        const open = async (more: Readonly<Record<string, string>>) => {
          await page.goto(`${demo.url}/?${new URLSearchParams({ surface: surface.key, locale, ...more })}`);
          const loadingMs = LOADING_MS[more.state ?? ''];
          await (loadingMs === undefined ? settled(page) : page.waitForTimeout(loadingMs));
        };
        const name = [locale, surface.key];
        for (const [state, record] of await records(demo, surface)) {
          await open({ record });
          await shoot(...name, state);
        }
        if (surface.objectType === 'companies') {
          await open({ record: (await demo.first('unhealthy')).id });
          await page.setViewportSize(SCREEN);
          await pictureOverlays(page, folder, name, taken);
          await page.setViewportSize(HIGH);
        }
        const isSettings = surface.place === 'settings';
        for (const state of [...FORCED, ...(isSettings ? FORCED_ON_SETTINGS : FORCED_ON_CARDS)]) {
          await open({ state });
          await shoot(...name, `forced_${state}`);
        }
        if (isSettings) {
          await open({});
          await pictureTabs(page, (part, ...more) => shootPart(part, ...name, ...more));
        }
      }
    }
    for (const locale of LANGUAGES) {
      const { url } = demo;
      await pictureDrafts(page, url, locale, (part, ...name) => shootPart(part, locale, 'settings', ...name));
      await pictureSettingsFailures(page, url, locale, (part, ...name) => shootPart(part, locale, 'settings', ...name));
      await pictureCardFailures(page, demo, locale, (part, ...name) => shootPart(part, locale, 'card', ...name));
    }
    await liveIn(page, demo);
    for (const locale of LANGUAGES) {
      const shootLived = (part: Locator, ...name: string[]) => shootPart(part, locale, 'lived_in', ...name);
      await page.goto(`${demo.url}/?${new URLSearchParams({ surface: 'account_health_settings', locale })}`);
      await settled(page);
      await pictureTabs(page, shootLived);
      await pictureMoments(page, demo, locale, shootLived);
      for (const [role, person] of Object.entries(PEOPLE)) {
        await page.goto(`${demo.url}/?${new URLSearchParams({ surface: 'account_health_settings', locale, person })}`);
        await settled(page);
        await pictureFirstLooks(page, (part, ...name) => shootLived(part, `as_${role}`, ...name));
      }
    }
    await picturePast(page, LANGUAGES, shootPart);
    await pictureInstalled(page, LANGUAGES, shootPart);
    return taken;
  } finally {
    await demo.stop();
  }
}

/** Of companies one in each status that there is; of other types the first. */
async function records(demo: RunningDemo, { objectType }: PreviewSurface): Promise<readonly [string, string][]> {
  if (objectType === null) return [];
  const answer = await fetch(`${demo.url}/records.json?type=${objectType}&text=`);
  const listed = (await answer.json()) as { id: string; status?: string }[];
  if (objectType !== 'companies') return listed.slice(0, 1).map(({ id }) => ['first', id]);
  return STATUSES.flatMap((status) => {
    const found = listed.find((one) => one.status === status);
    return found === undefined ? [] : [[status, found.id] as [string, string]];
  });
}

/** What the surface's buttons open, in their order. */
async function pictureOverlays(page: Page, folder: string, name: string[], taken: string[]): Promise<void> {
  const openers = page.locator('#surface .overlay-anchor > .button:enabled');
  for (let index = 0; index < (await openers.count()); index += 1) {
    await openers.nth(index).click();
    const dialog = page.getByRole('dialog');
    if ((await dialog.count()) === 0) continue;
    await settled(page);
    const file = `${[...name, 'overlay', index].join('-')}.png`;
    await page.screenshot({ path: join(folder, file) });
    taken.push(file);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  }
}
