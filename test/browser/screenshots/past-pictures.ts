/** Playbooks whose outcomes are known, lists that HubSpot refuses, and deals of no company and of several. */
import type { Page } from 'playwright-core';
import { API } from '../../../src/hubspot/api-version.ts';
import { ALL_SCOPES } from '../../../src/local/sandbox/object-types.ts';
import type { Sandbox } from '../../../src/local/sandbox/start-sandbox.ts';
import { openTab } from './lived-in.ts';
import { DEALS, openPortalWithPast } from './portal-with-past.ts';
import type { Shoot } from './settings-pictures.ts';
import { settled } from './settled.ts';

/** Places of tabs of the settings page. */
const [PLAYBOOKS, SEGMENTS] = [3, 4];
/** All but the last: one that finds its names taken, two that are made, and one too many. */
const ASKED_FOR = 4;
const TAKEN = 'Unhealthy customers';
const SUFFIXES = ['', ' (Account Health)', ' (Account Health 2)', ' (Account Health 3)'];

export async function picturePast(page: Page, locales: readonly string[], shoot: Shoot): Promise<void> {
  const portal = await openPortalWithPast(20);
  const { url, sandbox } = portal;
  const surface = page.locator('#surface');
  try {
    for (const locale of locales) {
      await openTab(page, url, locale, PLAYBOOKS);
      await shoot(surface, locale, 'past', 'tasks_with_outcomes');
      for (const [name, record] of Object.entries(DEALS)) {
        const asked = new URLSearchParams({ surface: 'account_health_record.deals', record, locale });
        await page.goto(`${url}/?${asked}`);
        await settled(page);
        await shoot(surface, locale, 'past', 'deal', name);
      }
    }

    for (const suffix of SUFFIXES) await callLists(sandbox, 'POST', '', manualList(TAKEN + suffix));
    for (const locale of locales) {
      await makeLists(page, url, locale);
      await shoot(surface, locale, 'past', 'lists_refused');
    }

    const { lists } = await callLists(sandbox, 'POST', '/search', { count: 100 });
    const made = lists.find(({ processingType }) => processingType === 'DYNAMIC');
    await callLists(sandbox, 'DELETE', `/${made?.listId}`);
    for (const locale of locales) {
      await openTab(page, url, locale, SEGMENTS);
      await shoot(surface, locale, 'past', 'list_gone');
    }

    sandbox.portal.setScopes(ALL_SCOPES.filter((scope) => !scope.startsWith('crm.lists.')));
    for (const locale of locales) {
      await openTab(page, url, locale, SEGMENTS);
      await shoot(surface, locale, 'past', 'lists_without_scope');
    }
  } finally {
    await portal.close();
  }
}

/** Asks for those of the first few lists that are not there. */
async function makeLists(page: Page, url: string, locale: string): Promise<void> {
  const surface = page.locator('#surface');
  await openTab(page, url, locale, SEGMENTS);
  const tiles = await surface.locator('.tile').all();
  for (const tile of tiles.slice(0, ASKED_FOR)) {
    const box = tile.getByRole('checkbox');
    if ((await box.count()) > 0) await box.click();
  }
  await surface.locator('.button-primary').click();
  await page.getByRole('dialog').locator('.button-primary').click();
  await surface.locator('.alert').first().waitFor();
  await settled(page);
}

/** As an admin keeps one by hand: it counts towards no limit. */
const manualList = (name: string) => ({ name, objectTypeId: '0-2', processingType: 'MANUAL' });

interface Listed {
  readonly lists: readonly { readonly listId: string; readonly processingType: string }[];
}

/** What another tool, or the portal's own people, do with lists. @throws Error where HubSpot would not have it. */
async function callLists(sandbox: Sandbox, method: string, path: string, body?: object): Promise<Listed> {
  const answer = await fetch(`${sandbox.url}${API.lists}${path}`, {
    method,
    headers: { Authorization: `Bearer ${sandbox.token}`, 'Content-Type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return (answer.status === 204 ? { lists: [] } : await answer.json()) as Listed;
}
