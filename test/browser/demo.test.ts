/** The whole product in a real browser: what `npm run demo` serves, read as a person reads it. */
import { beforeAll, expect, test } from 'vitest';
import { describeInBrowser } from './in-browser.ts';
import { openDemo } from './open-demo.ts';
import type { ListedCompany } from './start-demo.ts';

describeInBrowser('npm run demo', () => {
  const at = openDemo({ companies: 40 });
  let listed: readonly ListedCompany[] = [];

  beforeAll(async () => {
    listed = await at.demo.companies();
  });

  const card = () => at.page.getByRole('region', { name: 'Account health card' });
  async function open(status: string, until: RegExp): Promise<{ company: ListedCompany; text: string }> {
    const company = listed.find((one) => one.status === status);
    if (company === undefined) throw new Error(`The demo has no company that is ${status}.`);
    await at.page.goto(`${at.demo.url}/?record=${company.id}`);
    await card().getByText(until).first().waitFor();
    return { company, text: await card().innerText() };
  }

  test('lists the companies with their status, and opens any of them', async () => {
    expect(listed).toHaveLength(40);
    await at.page.goto(at.demo.url);
    await at.page
      .getByRole('searchbox')
      .or(at.page.getByPlaceholder('Search by name'))
      .first()
      .fill(listed[5]?.name ?? '');
    await at.page
      .getByText(listed[5]?.name ?? '', { exact: true })
      .first()
      .click();
    await expect.poll(() => at.page.getByRole('heading', { level: 1 }).innerText()).toBe(listed[5]?.name);
  });

  test('shows an unhealthy company its score, where the points went, and links to the records behind', async () => {
    const { company, text } = await open('unhealthy', /^As of/);
    expect(await card().locator('svg').first().locator('title').textContent()).toBe(String(company.score));
    expect(text).toContain('Unhealthy');
    expect(text).toContain(`Points lost: ${100 - (company.score ?? 0)}`);
    await card()
      .getByText(/^Show all/)
      .click();
    const lost = async () =>
      ((await card().innerText()).match(/^-\d+$/gm) ?? []).reduce((sum, points) => sum - Number(points), 0);
    await expect.poll(lost).toBe(100 - (company.score ?? 0));
    const hrefs = await card()
      .getByRole('link')
      .evaluateAll((links) => links.map(String));
    expect(hrefs.length).toBeGreaterThan(0);
    for (const href of hrefs)
      expect(href).toMatch(/^https:\/\/app[\w.-]*\.hubspot\.com\/contacts\/\d+\/record\/0-\d+\/\d+/);
  });

  test('shows no score for a customer of whom too little is known, and says what could not be read', async () => {
    const { text } = await open('unknown', /^As of/);
    expect(text).toContain('Unknown');
    expect(text).toMatch(/Not known \(\d+\)/);
    expect(text).not.toMatch(/Healthy|Points lost/);
    expect(await card().locator('svg').count()).toBe(0);
  });

  test('says why a company is not scored', async () => {
    const { text } = await open('not_customer', /^Not a customer|^Not scored/);
    expect(text).toMatch(/Not a customer|Not scored/);
    expect(text).not.toMatch(/Points lost/);
  });
});
