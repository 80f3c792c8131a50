import { NO_CYCLE_YET } from '@account-health/contract/progress';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FirstScores } from '../../../src/http/install/first-scores.ts';
import { companyId } from '../../../src/ids.ts';
import type { Store } from '../../../src/store/open-store.ts';
import { MODEL } from '../../jobs/cycle-rig.ts';
import { NOW } from '../../jobs/small-portal.ts';
import { openTestStore } from '../../store/test-store.ts';
import { openInstallRig } from './install-rig.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

const SCORES: FirstScores = {
  asOf: NOW,
  timeZone: 'Europe/Rome',
  uiDomain: 'app-eu1.hubspot.com',
  model: MODEL,
  companies: 1_234,
  written: null,
  bands: { healthy: 900, at_risk: 20, unhealthy: 3, unknown: 10 },
  unscored: [
    { reason: 'no_purchase_or_stage', count: 300 },
    { reason: 'low_coverage', count: 10 },
    { reason: 'friend_of_the_house', count: 1 },
  ],
  lowest: [
    {
      companyId: companyId('77'),
      name: '<b>Birch</b>',
      health: {
        state: 'scored',
        segment: null,
        score: 40,
        status: 'at_risk',
        receipt: [
          {
            key: 'open_tickets',
            signal: 'open_tickets',
            dimension: 'support',
            pointsLost: 60,
            cause: { kind: 'unknown', reason: 'not_read_yet' },
          },
        ],
      } as unknown as FirstScores['lowest'][number]['health'],
    },
  ],
};

/** An admin who has just connected the account `right`. */
async function connected() {
  const rig = await openInstallRig(store);
  const admin = rig.browser();
  await admin.connect();
  const press = (token: string | undefined, headers: Readonly<Record<string, string>> = {}) =>
    admin.ask('/setup/start-writing', {
      method: 'POST',
      headers: { origin: 'https://health.example.com', 'sec-fetch-site': 'same-origin', ...headers },
      body: new URLSearchParams(token === undefined ? {} : { token }),
    });
  const formToken = async () => /name="token" value="([^"]+)"/.exec((await admin.ask('/setup')).html)?.[1];
  return { ...rig, admin, press, formToken };
}

describe('while the first sync runs', () => {
  const running = { ...NO_CYCLE_YET, state: 'running', startedAt: new Date(NOW).toISOString() } as const;

  test.each([
    ['before it begins', undefined, 'It waits for its turn'],
    ['reading', { ...running, step: 'sync', records: { read: 1_500, expected: null } }, 'Records read: 1,500<'],
    [
      'and how far',
      { ...running, step: 'sync', records: { read: 1_500, expected: 6_000 } },
      'Records read: 1,500 of 6,000',
    ],
    ['and how long', { ...running, step: 'sync', secondsLeft: 200 }, 'Time left: about 3.3 minutes'],
    ['scoring', { ...running, step: 'score', companies: { scored: 7, expected: 20 } }, 'Companies scored: 7 of 20'],
    [
      'after a failure',
      { ...NO_CYCLE_YET, last: { finishedAt: new Date(NOW).toISOString(), failure: 'defect' } },
      'The last try ended early',
    ],
  ] as const)('the page tells: %s', async (_what, progress, text) => {
    const { admin, show } = await connected();
    show(progress === undefined ? {} : { progress: structuredClone(progress) as never });
    const { status, html } = await admin.ask('/setup');
    expect(status).toBe(200);
    expect(html).toContain(text);
    expect(html).toContain('<meta http-equiv="refresh" content="3; url=/setup">');
    expect(html).not.toContain('<form');
  });
});

describe('the preview', () => {
  test('counts bands and reasons, shows receipts with links to HubSpot, and stands still', async () => {
    const { admin, show, right } = await connected();
    show({ scores: SCORES });
    const { html, title } = await admin.ask('/setup');
    expect(title).toBe('Your first scores');
    for (const count of ['900', '20', '3', '10']) expect(html).toContain(`<dd>${count}</dd>`);
    expect(html).toContain('Customers: 933 of 1,234 companies. As of Jun 15, 2026.');
    expect(html).toContain('<li>Not a customer, by purchases and lifecycle stage: 300</li>');
    expect(html).toContain('<li>Left out by the health model (friend of the house): 1</li>');
    expect(html).toContain(`<a href="https://app-eu1.hubspot.com/contacts/${right}/record/0-2/77" rel="noreferrer">`);
    expect(html).toContain('&#60;b&#62;Birch&#60;/b&#62;');
    expect(html).toContain('<b>−60</b>');
    expect(html).not.toContain('http-equiv="refresh"');
  });

  test('names what was not granted, and what it would tell', async () => {
    const { admin, show, sandbox } = await connected();
    sandbox.portal.setScopes(['oauth', 'tickets']);
    await admin.connect();
    show({ scores: SCORES });
    expect((await admin.ask('/setup')).html).toContain('what they open (sales-email-read)');
  });

  test.each([
    ['it-IT, en;q=0.5', 'I tuoi primi punteggi', 'lang="it-IT"'],
    ['de, ko;q=0.8, en;q=0.5', '첫 점수', 'lang="ko"'],
    ['ro', 'Primele tale scoruri', 'lang="ro"'],
    ['tr', 'İlk puanlarınız', 'lang="tr"'],
    ['de', 'Your first scores', 'lang="en"'],
    ['*', 'Your first scores', 'lang="en"'],
  ])('speaks the reader’s language: %s', async (language, expected, lang) => {
    const { admin, show } = await connected();
    show({ scores: SCORES });
    const { title, html } = await admin.ask('/setup', { headers: { 'accept-language': language } });
    expect([title, html.includes(lang)]).toEqual([expected, true]);
  });
});

describe('start writing', () => {
  test('lets the portal be written from now on, once, and logs who said so', async () => {
    const { press, formToken, show, told, right, installation, audit, clock, advance } = await connected();
    show({ scores: SCORES });
    const token = await formToken();
    const page = await press(token);
    expect([page.status, page.headers.get('location')]).toEqual([303, '/setup']);
    expect(await installation(right)).toMatchObject({ writingSince: clock() });
    expect(told.writing).toEqual([right]);
    expect((await audit(right))[0]).toMatchObject({ kind: 'writing_started', actor: { kind: 'user', userId: '1' } });
    advance(1_000);
    await press(token);
    expect(told.writing).toEqual([right]);
    expect(await installation(right)).toMatchObject({ writingSince: clock() - 1_000 });
  });

  test('takes the button of this admin’s page alone', async () => {
    const { press, formToken, show, told, right, installation, browser } = await connected();
    show({ scores: SCORES });
    const token = await formToken();
    const another = browser();
    await another.connect();
    const theirs = /name="token" value="([^"]+)"/.exec((await another.ask('/setup')).html)?.[1];
    const tries = [
      await press(undefined),
      await press(''),
      await press(`${token}x`),
      await press(token, { origin: 'https://evil.example' }),
      await press(token, { origin: 'null' }),
      await press(token, { 'sec-fetch-site': 'cross-site' }),
      await press(token, { 'sec-fetch-site': 'same-site' }),
    ];
    expect(tries.map(({ status, title }) => [status, title])).toEqual(
      tries.map(() => [403, 'This button was out of date']),
    );
    expect(theirs).toBeDefined();
    expect(told.writing).toEqual([]);
    expect(await installation(right)).toMatchObject({ writingSince: null });
  });

  test('is closed to who has no session, an old one, or one of a portal that removed the app', async () => {
    const { press, formToken, show, told, right, browser, clock, advance, admin } = await connected();
    show({ scores: SCORES });
    const token = await formToken();
    const stranger = await browser().ask('/setup/start-writing', {
      method: 'POST',
      body: new URLSearchParams({ token: token ?? '' }),
    });
    expect([stranger.status, stranger.title]).toEqual([401, 'Please connect again']);
    await store.portal(right).leave('gone', clock());
    expect((await press(token)).status).toBe(410);
    expect((await admin.ask('/setup')).title).toBe('The app is not connected any more');
    advance(3_600_000);
    expect((await press(token)).status).toBe(401);
    expect(told.writing).toEqual([]);
  });

  test('is shown as done only once a cycle that was to write has ended, and says what HubSpot refused', async () => {
    const { press, formToken, show, admin, right } = await connected();
    show({ scores: SCORES });
    await press(await formToken());
    // A cycle that had begun before ends after.
    show({ scores: { ...SCORES, asOf: NOW + 60_000 } });
    expect((await admin.ask('/setup')).title).toBe('The first scores are being written');
    show({ scores: { ...SCORES, written: { changed: 0, unchanged: 0, failed: 5 } } });
    expect((await admin.ask('/setup')).title).toBe('HubSpot did not take the scores');
    show({ scores: { ...SCORES, written: { changed: 900, unchanged: 0, failed: 5 } } });
    const done = await admin.ask('/setup');
    expect(done.title).toBe('The scores are in HubSpot');
    expect(done.html).toContain('Companies that HubSpot refused: 5.');
    expect(done.html).toContain(`href="https://app-eu1.hubspot.com/contacts/${right}/objects/0-2"`);
  });
});
