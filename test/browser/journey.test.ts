/** A week with the app in a real browser, over the real service and a local portal: reading, saying, doing, and changing the model. */
import { expect, test } from 'vitest';
import { describeInBrowser } from './in-browser.ts';
import { openDemo, PEOPLE } from './open-demo.ts';

describeInBrowser('a journey through the app', () => {
  const at = openDemo({ companies: 25, timeoutMs: 20_000 });
  const { surface, button } = at;
  const openCompany = async (id: string, person: string = PEOPLE.rep) => {
    await at.page.goto(`${at.demo.url}/?record=${id}&person=${person}`);
    await surface()
      .getByText(/^As of/)
      .first()
      .waitFor();
  };
  /** A tab of the settings, and one within it. */
  const openSettings = async (person: string, ...tabs: string[]) => {
    await at.openSettings({ person });
    for (const name of tabs) await surface().getByRole('tab', { name, exact: true }).click();
  };

  test('a rep reads why an account is unhealthy, and finds the records behind it', async () => {
    const { id, name, score } = await at.demo.first('unhealthy');
    await openCompany(id);
    expect(await at.page.getByRole('heading', { level: 1 }).innerText()).toBe(name);
    expect(await surface().innerText()).toContain(`Points lost: ${100 - (score ?? 0)}`);
    const hrefs = await surface()
      .getByRole('link')
      .evaluateAll((links) => links.map(String));
    expect(hrefs.length).toBeGreaterThan(0);
    for (const href of hrefs) expect(href).toMatch(/^https:\/\/app[\w.-]*\.hubspot\.com\/contacts\/\d+\//);

    // HubSpot is not there; what it is asked for is.
    await at.page.context().route(/\.hubspot\.com\//, (route) => route.fulfill({ body: 'The record.' }));
    const record = at.page.waitForEvent('popup');
    await surface().getByRole('link').first().click();
    expect((await record).url()).toBe(hrefs[0]);
    await (await record).close();
  });

  test('a rep says how the account is, and the card shows it with their name', async () => {
    const { id } = await at.demo.first('at_risk');
    await openCompany(id);
    await button('Give your opinion').click();
    const panel = at.page.getByRole('dialog', { name: 'Give your opinion' });
    await panel.getByLabel('Opinion').selectOption('Negative');
    await panel.getByLabel('Reason').fill('Their new buyer asked for other offers.');
    await panel.getByLabel('Reason').blur();
    await panel.getByRole('button', { name: 'Save' }).click();
    await panel.waitFor({ state: 'detached' });
    await surface().getByText('Opinion: Negative').waitFor();
    expect(await surface().innerText()).toMatch(/Their new buyer asked for other offers\.[\s\S]*rep@example\.com/);
  });

  test('a rep makes a task in HubSpot, once', async () => {
    const { id } = await at.demo.first('unhealthy');
    await openCompany(id);
    const primary = surface().locator('.button-primary');
    expect(await primary.count()).toBe(1);
    await primary.click();
    const calls = at.page.getByRole('region', { name: 'Calls to the service' });
    await calls.getByText(/^POST \/api\/companies\/\d+\/tasks\?locale=en 200/).waitFor();
    expect(await primary.count()).toBe(0);
    await at.page.reload();
    await surface()
      .getByText(/A task for this is open/)
      .waitFor();
  });

  test('a manager changes a weight, sees who moves, publishes, and goes back', async () => {
    await openSettings(PEOPLE.manager, 'Health model');
    await surface()
      .getByText(/^Billing: \d+% of the score$/)
      .click();
    const weight = surface().getByRole('spinbutton', { name: 'Weight of Billing' });
    await weight.fill('90');
    await weight.blur();
    await surface().getByText('Billing: 53% of the score').waitFor();
    await surface().getByRole('tab', { name: 'Preview', exact: true }).click();
    await button('Preview').click();
    await surface().getByRole('heading', { name: 'Who moves, and why' }).waitFor({ timeout: 60_000 });
    const moved = surface().getByRole('table').last().getByRole('row');
    expect(await moved.count()).toBeGreaterThan(1);
    await button(/^Publish/).click();
    const sure = at.page.getByRole('dialog');
    await sure.getByRole('button', { name: /^Publish version/ }).click();
    await surface().getByRole('tab', { name: 'Versions', exact: true }).click();
    await button(/^Back to version/)
      .first()
      .click();
    await at.page
      .getByRole('dialog')
      .getByRole('button', { name: /^Use version/ })
      .click();
    await expect.poll(() => surface().innerText(), { timeout: 20_000 }).toMatch(/In use: [^\n]*2\.1\.0/);
  });

  test('a model with mistakes is not taken, and each mistake names its line', async () => {
    await openSettings(PEOPLE.manager, 'Health model', 'YAML file');
    const pasted = surface().getByRole('textbox', { name: 'Model as YAML' });
    await pasted.fill('name: Mine\nversion: 1.0.0\ndimensions:\n  billing:\n    weight: heavy\n');
    await pasted.blur();
    await button('Check').click();
    await surface()
      .getByText(/[Ll]ine 5/)
      .first()
      .waitFor();
    await at.page.reload();
    await surface().getByRole('tab', { name: 'Health model' }).click();
    await surface().getByText('Nothing is being changed.').first().waitFor();
  });

  test('an ordinary user sees the settings and can change none', async () => {
    await openSettings(PEOPLE.rep, 'Health model');
    await surface()
      .getByText(/^Billing: \d+% of the score$/)
      .click();
    const weight = surface().getByRole('spinbutton', { name: 'Weight of Billing' });
    expect(await weight.isEditable()).toBe(false);
    await surface().getByRole('tab', { name: 'Playbooks' }).click();
    await surface().getByRole('heading', { name: 'Latest tasks of playbooks' }).waitFor();
    expect(await surface().locator('.button-primary:enabled').count()).toBe(0);
  });
});
