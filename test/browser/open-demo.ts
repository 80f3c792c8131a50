import type { Locator } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { type BrowserPage, openPages, type PageOptions } from './in-browser.ts';
import { type RunningDemo, startDemo } from './start-demo.ts';

/** Of the demo's people, by what they may. */
export const PEOPLE = { admin: '1', manager: '2', rep: '3' } as const;

const STARTS_WITHIN_MS = 180_000;

/** What `npm run demo` serves, in a real browser. */
export interface DemoInBrowser extends BrowserPage {
  /** While tests run. */
  readonly demo: RunningDemo;
  /** What HubSpot would show: the extension, without the preview's own page around it. */
  surface(): Locator;
  button(name: string | RegExp): Locator;
  /** The settings page as one of the demo's people sees it, as soon as its tabs are there. */
  openSettings(as: { readonly person: string; readonly locale?: string }): Promise<void>;
}

/** To be called where tests are described: one demo for all of them, a page for each. */
export function openDemo({ companies, ...options }: PageOptions & { readonly companies: number }): DemoInBrowser {
  let demo: RunningDemo | undefined;
  beforeAll(async () => {
    demo = await startDemo(companies);
  }, STARTS_WITHIN_MS);
  afterAll(async () => await demo?.stop());
  const pages = openPages(options);
  const surface = () => pages.page.locator('#surface');
  const running = (): RunningDemo => {
    if (demo === undefined) throw new Error('The demo is there only while tests run.');
    return demo;
  };
  return {
    get page() {
      return pages.page;
    },
    get demo() {
      return running();
    },
    takeComplaints: pages.takeComplaints,
    surface,
    button: (name) => surface().getByRole('button', { name }),
    async openSettings({ person, locale = 'en' }) {
      const asked = new URLSearchParams({ surface: 'account_health_settings', person, locale });
      await pages.page.goto(`${running().url}/?${asked}`);
      await surface().getByRole('tab').first().waitFor();
    },
  };
}
