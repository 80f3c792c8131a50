/** Installing the app as an admin lives it, in a real browser: to HubSpot's consent and back, the preview, the first written score. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import app from '../../app.json' with { type: 'json' };
import { startPreview } from '../../src/local/preview/start-preview.ts';
import { generatePortal } from '../../src/local/sandbox/generate/generate-portal.ts';
import { type Sandbox, startSandbox } from '../../src/local/sandbox/start-sandbox.ts';
import { closedPort, start } from '../commands/run-command.ts';
import { decide } from '../local/sandbox/agree.ts';
import { dumpStore } from '../store/dump-store.ts';
import { makeDataDir } from '../store/test-store.ts';
import { describeInBrowser, launchBrowser } from './in-browser.ts';

const CLIENT = { clientId: 'app-1', clientSecret: 'secret-of-no-app' };
const ENCRYPTION_KEY = randomBytes(32).toString('base64');
/** What the sandbox gives out as codes and tokens. */
const ISSUED = /(access|refresh|code)-[0-9a-f]{8}-[0-9a-f]{4}/;
/** Where screenshots go, for whoever wants to look at them; none are made without it. */
const SHOTS = process.env.SCREENSHOTS;

const RIGHT = 4711;
const OTHER = 4712;
/** An account that lacks a scope which the app requires. */
const POOR = 4713;

describeInBrowser('installing', () => {
  let sandbox: Sandbox;
  let service: ReturnType<typeof start>;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let url = '';
  let dataDir = '';
  /** Every state, code and cookie that a browser held. */
  const held = new Set<string>();

  beforeAll(async () => {
    const port = await closedPort();
    url = `http://localhost:${port}`;
    const portal = (portalId: number, seed: number) => ({
      ...generatePortal({ seed, companies: 40, now: Date.now() }),
      portalId,
    });
    sandbox = await startSandbox({
      data: portal(RIGHT, 1),
      otherAccounts: [portal(OTHER, 2), portal(POOR, 3)],
      limits: 'off',
      oauthApp: { ...CLIENT, redirectUris: [`${url}/oauth/callback`], configured: app.scopes },
    });
    sandbox.portals[2]?.setScopes(app.scopes.required.filter((scope) => scope !== 'tickets'));
    dataDir = await makeDataDir();
    service = start(['src/main.ts'], {
      DATA_DIR: dataDir,
      LOG_LEVEL: 'debug',
      HUBSPOT_API_URL: sandbox.url,
      HUBSPOT_APP_URL: sandbox.url,
      HUBSPOT_CLIENT_ID: CLIENT.clientId,
      HUBSPOT_CLIENT_SECRET: CLIENT.clientSecret,
      ENCRYPTION_KEYS: ENCRYPTION_KEY,
      PORT: String(port),
      METRICS_PORT: '0',
      PUBLIC_URL: url,
      SYNC_SCHEDULE: '0 0 29 2 *',
    });
    await vi.waitUntil(() => service.stdout().includes('serving'), { timeout: 60_000 });
    browser = await launchBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    if (service?.child.exitCode === null) {
      service.child.kill('SIGTERM');
      await once(service.child, 'exit');
    }
    await sandbox?.close();
  });
  beforeEach(async () => {
    context = await browser.newContext({ viewport: { width: 1024, height: 900 }, locale: 'en-GB' });
    page = await context.newPage();
    page.on('request', (request) => {
      const { searchParams } = new URL(request.url());
      for (const name of ['state', 'code']) for (const value of searchParams.getAll(name)) held.add(value);
    });
  });
  afterEach(async () => {
    for (const { value } of await context.cookies()) held.add(value);
    await context.close();
  });

  const shot = async (name: string) => {
    if (SHOTS === undefined) return;
    for (const width of [1024, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: `${SHOTS}/${name}-${width}.png`, fullPage: true });
    }
  };
  const title = () => page.getByRole('heading', { level: 1 }).innerText();
  const consent = async (account: number, answer: 'Agree' | 'Cancel' = 'Agree') => {
    await page.getByLabel(`Account ${account}`).check();
    await page.getByRole('button', { name: answer }).click();
  };
  /** The address that HubSpot would send the browser to, before it goes there. */
  async function callbackOf(account: number): Promise<string> {
    await page.goto(`${url}/oauth/install`);
    const { location } = await decide(page.url(), { account });
    if (location === undefined) throw new Error('HubSpot sends the browser nowhere.');
    return location.href;
  }
  /** The companies that the preview shows. */
  const shownCompanies = async () =>
    (await page.locator('.company h3 a').evaluateAll((links) => links.map(String))).map(
      (href) => /(\d+)$/.exec(href)?.[1] ?? '',
    );
  /** The score of a company as an account of HubSpot's shows it. */
  const scoreIn = (account: number, id: string | undefined) =>
    sandbox.portals.find((portal) => portal.id === account)?.record('companies', id ?? '')?.properties
      .account_health_score ?? null;
  const propertyCalls = () =>
    Object.keys(sandbox.stats().byPath).filter((path) =>
      /^(POST|PATCH|PUT|DELETE) .*(properties|companies\/batch\/update)/.test(path),
    );

  test('from the link to the first written score, and nothing is written before the admin says so', async () => {
    await page.goto(`${url}/oauth/install?portalId=${RIGHT}`);
    expect(page.url()).toContain(`${sandbox.url}/oauth/authorize`);
    for (const scope of app.scopes.required) expect(await page.getByText(scope, { exact: true }).count()).toBe(1);
    await shot('consent');
    await consent(RIGHT);
    await page.waitForURL(`${url}/setup`);
    await shot('reading');
    await expect.poll(title, { timeout: 60_000 }).toBe('Your first scores');
    await shot('preview');
    expect(propertyCalls()).toEqual([]);
    const counts = await page.locator('.bands dd').allInnerTexts();
    expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBeGreaterThan(0);
    const [lowest] = await shownCompanies();
    expect(scoreIn(RIGHT, lowest)).toBe(null);
    const companies = await page.locator('.company').all();
    expect(companies).toHaveLength(10);
    const shown = await companies[0]?.locator('.score').innerText();
    for (const company of companies) {
      const score = Number.parseInt(await company.locator('.score').innerText(), 10);
      const lost = (await company.locator('.receipt b').allTextContents()).map((text) => Number(text.replace('−', '')));
      expect(lost.reduce((sum, points) => sum + points, 0)).toBe(100 - score);
    }
    const hrefs = await page.locator('.receipt a').evaluateAll((links) => links.map(String));
    for (const href of hrefs) expect(href).toMatch(/^https:\/\/app\.hubspot\.com\/contacts\/4711\/record\/0-/);

    await page.getByRole('button', { name: 'Start writing' }).click();
    await page.waitForURL(`${url}/setup`);
    await expect.poll(title, { timeout: 60_000 }).toBe('The scores are in HubSpot');
    await shot('written');
    expect(`${scoreIn(RIGHT, lowest)} · Unhealthy`).toBe(shown);
    expect(propertyCalls().length).toBeGreaterThan(0);
    // Whoever connects again, say to see this page, does not end the writing.
    await page.goto(`${url}/oauth/install`);
    await consent(RIGHT);
    await page.waitForURL(`${url}/setup`);
    expect(await title()).toBe('The scores are in HubSpot');
  });

  test('works without scripts, which no page of ours has, and is kept by no cache', async () => {
    context = await browser.newContext({ javaScriptEnabled: false, locale: 'it-IT' });
    page = await context.newPage();
    await page.goto(`${url}/oauth/install`);
    await consent(OTHER);
    await page.waitForURL(`${url}/setup`);
    const response = await page.reload();
    expect(response?.headers()['cache-control']).toBe('no-store');
    expect(response?.headers()['content-security-policy']).toContain("default-src 'none'");
    await expect.poll(title, { timeout: 60_000 }).toBe('I tuoi primi punteggi');
    await shot('preview-it');
    expect(await page.locator('script').count()).toBe(0);
    expect(await page.locator('html').getAttribute('lang')).toBe('it-IT');
  });

  test('who cancels at HubSpot is told so, and may begin again', async () => {
    await page.goto(`${url}/oauth/install?portalId=${RIGHT}`);
    await consent(RIGHT, 'Cancel');
    expect(await title()).toBe('Nothing was connected');
    await shot('denied');
    await page.getByRole('link', { name: 'Begin again' }).click();
    expect(page.url()).toContain(`${sandbox.url}/oauth/authorize`);
  });

  test('an account that lacks a required scope stays on HubSpot’s own page', async () => {
    await page.goto(`${url}/oauth/install`);
    await consent(POOR);
    expect(await page.locator('body').innerText()).toContain(`Account ${POOR} cannot grant: tickets`);
    await shot('missing-scope');
  });

  test('another account than the link is for is given back at once', async () => {
    await page.goto(`${url}/oauth/install?portalId=${RIGHT}`);
    await consent(OTHER);
    expect(await title()).toBe('That was another HubSpot account');
    expect(await page.locator('main').innerText()).toContain(
      `The link is for account ${RIGHT}, and account ${OTHER} was chosen.`,
    );
    await shot('wrong-account');
  });

  test('a state serves once: the same address again connects nothing', async () => {
    const callback = await callbackOf(RIGHT);
    const cookies = await context.cookies();
    await page.goto(callback);
    await page.waitForURL(`${url}/setup`);
    await context.clearCookies();
    await context.addCookies(cookies);
    const again = await page.goto(callback);
    expect([again?.status(), await title()]).toEqual([400, 'This connection cannot be completed']);
    await shot('replayed');
    expect((await context.cookies()).map(({ name }) => name)).not.toContain('session');
  });

  test('a code that is used up is refused by HubSpot, which is told', async () => {
    const used = new URL(await callbackOf(RIGHT)).searchParams.get('code') ?? '';
    const form = { grant_type: 'authorization_code', code: used, redirect_uri: `${url}/oauth/callback` };
    const client = { client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret };
    await fetch(`${sandbox.url}/oauth/2026-03/token`, {
      method: 'POST',
      body: new URLSearchParams({ ...form, ...client }),
    });
    const next = new URL(await callbackOf(RIGHT));
    next.searchParams.set('code', used);
    await page.goto(next.href);
    expect(await title()).toBe('HubSpot did not confirm the connection');
    await shot('code-reused');
  });

  test.each([
    ['forged', (callback: URL) => callback.searchParams.set('state', `${'A'.repeat(22)}.mfz0abc0.0.${'B'.repeat(43)}`)],
    [
      'changed',
      (callback: URL) =>
        callback.searchParams.set('state', callback.searchParams.get('state')?.replace('.0.', `.${OTHER}.`) ?? ''),
    ],
    ['missing', (callback: URL) => callback.searchParams.delete('state')],
    ['given twice', (callback: URL) => callback.searchParams.append('state', callback.searchParams.get('state') ?? '')],
  ])('a state that is %s connects nothing', async (_how, spoil) => {
    const callback = new URL(await callbackOf(RIGHT));
    spoil(callback);
    await page.goto(callback.href);
    expect(await title()).toBe('This connection cannot be completed');
  });

  test('another browser cannot finish what this one began', async () => {
    const callback = await callbackOf(RIGHT);
    const other = await browser.newContext({ locale: 'en' });
    const elsewhere = await other.newPage();
    // It began an install of its own, so that it has a cookie too.
    await elsewhere.goto(`${url}/oauth/install`);
    await elsewhere.goto(callback);
    expect(await elsewhere.getByRole('heading', { level: 1 }).innerText()).toBe('This connection cannot be completed');
    await other.close();
  });

  test('the set-up page is closed to who did not connect, and says so', async () => {
    const response = await page.goto(`${url}/setup`);
    expect([response?.status(), await title()]).toEqual([401, 'Please connect again']);
    await shot('no-session');
  });

  test('an account that removed the app is not called again, and its page says so', async () => {
    await page.goto(`${url}/oauth/install`);
    await consent(OTHER);
    await page.waitForURL(`${url}/setup`);
    await expect.poll(title, { timeout: 60_000 }).toBe('Your first scores');
    const ids = await shownCompanies();
    sandbox.portals[1]?.uninstall();
    await page.getByRole('button', { name: 'Start writing' }).click();
    await expect
      .poll(
        async () => {
          await page.goto(`${url}/setup`);
          return await title();
        },
        { timeout: 30_000 },
      )
      .toBe('The app is not connected any more');
    await shot('gone');
    expect(ids.map((id) => scoreIn(OTHER, id))).toEqual(ids.map(() => null));
  });

  test('an admin disconnects on the settings page: nothing happens before the account’s number is typed', async () => {
    const backend = { url, clientSecret: CLIENT.clientSecret };
    const preview = await startPreview({ port: 0, backend, portalId: RIGHT, records: async () => [] });
    try {
      await page.goto(`${preview.url}/?surface=account_health_settings`);
      await page.getByRole('tab', { name: 'Connection' }).click();
      await page.locator('#surface').getByText('Disconnect this account').click();
      const disconnect = page.getByRole('button', { name: 'Disconnect and erase' });
      expect(await disconnect.isEnabled()).toBe(false);
      await page.getByLabel(`Type ${RIGHT} to confirm`).fill(String(RIGHT));
      await disconnect.click();
      await page.locator('#surface').getByText('what was held of it is erased').waitFor({ timeout: 60_000 });
      expect(Object.keys(sandbox.stats().byPath)).toContainEqual(expect.stringMatching(/^DELETE .*external-install$/));
    } finally {
      await preview.close();
    }
  });

  // The last: it ends the service, for nobody else may have its database open.
  test('of all that, no secret is in the log, at its most talkative, nor in the database', async () => {
    service.child.kill('SIGTERM');
    const { stdout, stderr } = await service.finished;
    const dump = await dumpStore({ dataDir });
    expect(held.size).toBeGreaterThan(20);
    expect([...held].some((value) => ISSUED.test(value))).toBe(true);
    // What is looked at is what is there.
    expect(stdout.match(/"route":"\/oauth\/callback"/g)?.length).toBeGreaterThan(5);
    for (const table of ['fact', 'installation', 'seen_request', 'audit_entry']) expect(dump).toContain(`${table}: (`);
    const told = `${stdout}${stderr}${dump}`;
    expect(ISSUED.exec(told)).toBe(null);
    const secrets = [CLIENT.clientSecret, ENCRYPTION_KEY, ...held].filter((secret) => secret.length > 3);
    expect(secrets.filter((secret) => told.includes(secret))).toEqual([]);
  });
});
