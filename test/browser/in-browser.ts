import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect } from 'vitest';
import { CHROMIUM_FLAGS, findChromium } from './chromium.ts';

const executablePath = findChromium();

/** Tests that need a real browser: skipped aloud where this machine has none, but never in CI. */
export function describeInBrowser(title: string, tests: () => void): void {
  if (!executablePath && process.env.CI) throw new Error('Chromium is not on the PATH; CI must run the browser tests.');
  if (!executablePath)
    console.warn(`\n*** SKIPPED: ${title}: no chromium on the PATH (Debian: apt-get install chromium) ***\n`);
  describe.skipIf(!executablePath)(title, tests);
}

/** @throws Error where there is no Chromium, which `describeInBrowser` sees to. */
export const launchBrowser = async (): Promise<Browser> =>
  await chromium.launch({ executablePath: executablePath ?? '', args: CHROMIUM_FLAGS });

/** What a page may complain of, besides a script that throws, which no test puts up with. */
export type Complaint = 'console' | 'requestfailed';

export interface PageOptions {
  /** Pixels; the page is 1,280 wide. */
  readonly height?: number;
  /** How long whatever is waited for may take; default: playwright's half a minute. */
  readonly timeoutMs?: number;
  /** What else fails a test. */
  readonly hears?: readonly Complaint[];
}

/** Of a worker that is left while its script comes in. Where the script does not come at all, the page itself says that it stopped. */
const LEFT_WORKER = /'importScripts' .* failed to load/;

/** A browser for the tests around it and a page for each of them. */
export interface BrowserPage {
  /** Of the test that runs. */
  readonly page: Page;
  /** What the page complained of up to now, for a test that expects it: these fail it no more. */
  takeComplaints(): readonly string[];
}

/** To be called where tests are described. A test fails where its page complained, whatever it looked at itself. */
export function openPages({ height = 1_100, timeoutMs, hears = [] }: PageOptions = {}): BrowserPage {
  let browser: Browser | undefined;
  let page: Page | undefined;
  const complaints: string[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => await browser?.close());
  beforeEach(async () => {
    page = await browser?.newPage({ viewport: { width: 1_280, height }, locale: 'en-GB' });
    if (page === undefined) throw new Error('The browser is not there.');
    if (timeoutMs !== undefined) page.setDefaultTimeout(timeoutMs);
    complaints.length = 0;
    page.on('pageerror', ({ message }) => LEFT_WORKER.test(message) || complaints.push(message));
    if (hears.includes('console'))
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    if (hears.includes('requestfailed')) page.on('requestfailed', (request) => complaints.push(request.url()));
  });
  afterEach(async () => {
    await page?.close();
    expect(complaints).toEqual([]);
  });
  return {
    get page() {
      if (page === undefined) throw new Error('A page is there only while a test runs.');
      return page;
    },
    takeComplaints: () => complaints.splice(0),
  };
}
