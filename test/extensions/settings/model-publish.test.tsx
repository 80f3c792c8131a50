/** From the draft to what scores: look first, publish, go back. */
import { BarChart, Link, ProgressBar, Select, Table } from '@hubspot/ui-extensions';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { drafted, failedPreview, modelState, noPreview, ready, result, running, versions } from './model-fixtures.ts';
import { confirm, dialogue, field, primaryOnPage, served, view } from './model-page.tsx';
import { button, buttons, deepText, homeIn, loaded, NOTHING, openTab, texts } from './render-settings.tsx';

afterEach(() => vi.restoreAllMocks());

const PREVIEW = 'POST /api/settings/model/preview';
const PUBLISH = 'POST /api/settings/model/publish';
const open = (more = {}, setting = {}) =>
  openTab('model', served({ 'GET /api/settings/model': drafted, ...more }), setting);

describe('previewing', () => {
  test('publishing asks first to look: the one primary button is Preview, then Publish', async () => {
    const page = await open({ [PREVIEW]: ready, [PUBLISH]: { ...modelState, revision: 6 } });
    expect(primaryOnPage(page)).toEqual(['Preview']);
    button(page, 'Preview').trigger('onClick');
    await vi.waitFor(() => expect(primaryOnPage(page)).toEqual(['Publish']));
    expect(page.sent(PREVIEW)).toEqual([{ revision: 5 }]);
    expect(deepText(dialogue(page, 'Publish'))).toContain('The draft becomes version 1.1.0.');
    expect(page.sent(PUBLISH)).toEqual([]);
    confirm(page, 'Publish');
    await vi.waitFor(() => expect(primaryOnPage(page)).toEqual([]));
    expect(page.sent(PUBLISH)).toEqual([{ revision: 5 }]);
  });

  test('a preview that is ready, and that nobody has looked at here, is no look', async () => {
    const page = await open({ 'GET /api/settings/model/preview': ready });
    expect(primaryOnPage(page)).toEqual(['Preview']);
    await view(page, 'preview');
    await vi.waitFor(() => expect(primaryOnPage(page)).toEqual(['Publish']));
  });

  test('a preview of another revision is said to be old, and publishes nothing', async () => {
    const page = await open({ 'GET /api/settings/model/preview': { ...ready, revision: 3 } });
    await view(page, 'preview');
    expect(texts(page)).toContain('The draft changed since this preview');
    expect(primaryOnPage(page)).toEqual(['Preview']);
  });

  test('while it runs, it says how far it is, and asks again until it is there', async () => {
    const page = await open({ [PREVIEW]: running });
    button(page, 'Preview').trigger('onClick');
    await vi.waitFor(() => page.renderer.find(ProgressBar));
    expect(page.renderer.find(ProgressBar).props).toMatchObject({
      value: 10,
      maxValue: 40,
      title: 'Companies scored: 10 of 40',
    });
    page.serve({ 'GET /api/settings/model/preview': ready });
    await vi.waitFor(() => expect(page.renderer.findAll(BarChart)).toHaveLength(2), { timeout: 4_000 });
  });

  test.each<[string, object | Response, string]>([
    ['failed, in the server’s words', failedPreview, 'The draft has mistakes.'],
    [
      'out of date',
      Response.json({ error: 'Somebody changed the draft.', ...noPreview }, { status: 409 }),
      'Somebody changed the draft.',
    ],
  ])('%s', async (_name, answer, told) => {
    const page = await open({ [PREVIEW]: answer });
    button(page, 'Preview').trigger('onClick');
    await vi.waitFor(() => expect(texts(page)).toContain(told));
    expect(primaryOnPage(page)).toEqual(['Preview']);
  });

  test('the result: bands in figures and as bars, who moves and why, revenue, what to know', async () => {
    const page = await open({ 'GET /api/settings/model/preview': ready });
    await view(page, 'preview');
    const [bands, histogram] = page.renderer.findAll(BarChart).map(({ props }) => props.data as object[]);
    expect(bands).toContainEqual({ status: 'Healthy', when: 'After', customers: 18 });
    expect(histogram).toContainEqual({ scores: '90–100', when: 'Before', customers: 3 });
    const all = texts(page);
    expect(all).toEqual(
      expect.arrayContaining(['-2', '+1', '€90,000', 'Overdue balance costs 9 points more.', 'And more: 7']),
    );
    expect(all).toEqual(
      expect.arrayContaining(['Product usage is read after publishing.', 'Not a customer', 'Not known']),
    );
    expect(page.renderer.findAll(Link).map(({ text }) => text)).toEqual(['Northwind Tools', 'Blue Harbour']);
    expect(all.join(' ')).not.toMatch(/77001|2026-11|at_risk/);
  });

  test.each([
    [2, false],
    [20, false],
    [21, true],
  ])('%i who move: pages to turn are offered where there are any: %s', async (count, paginated) => {
    const moves = Array.from({ length: count }, (_, index) => ({ ...result.moves[0], id: `${index}` }));
    const page = await open({ 'GET /api/settings/model/preview': { ...ready, result: { ...result, moves } } });
    await view(page, 'preview');
    const paging = page.renderer.findAll(Table).flatMap(({ props }) => ('pageCount' in props ? [props.paginated] : []));
    expect(paging).toEqual([paginated]);
  });

  test('amounts that one may not see are said to be hidden', async () => {
    const page = await open({ 'GET /api/settings/model/preview': { ...ready, result: { ...result, revenue: null } } });
    await view(page, 'preview');
    expect(texts(page).join(' ')).toContain('Revenue is not shown');
  });
});

describe('publishing', () => {
  const look = async (more: object) => {
    const page = await open({ 'GET /api/settings/model/preview': ready, ...more });
    await view(page, 'preview');
    await vi.waitFor(() => button(page, 'Publish'));
    confirm(page, 'Publish');
    return page;
  };
  test('somebody else was faster: nothing is done, and what holds now is shown', async () => {
    const page = await look({ [PUBLISH]: Response.json({ error: 'stale', ...drafted, revision: 8 }, { status: 409 }) });
    await vi.waitFor(() => expect(texts(page)).toContain('Somebody else was faster'));
    expect(primaryOnPage(page)).toEqual(['Preview']);
  });
  test('the answer got lost, and the same call comes again: what was to be published is, and nobody was faster', async () => {
    const active = { ...drafted.active, version: drafted.nextVersion };
    const content = { ...drafted.content, version: drafted.nextVersion };
    const published = { ...drafted, revision: 6, draft: null, active, content, changes: [], nextVersion: '1.2.0' };
    const page = await look({ [PUBLISH]: Response.json({ error: 'stale', ...published }, { status: 409 }) });
    await vi.waitFor(() => expect(texts(page)).toContain('In use: Small, version 1.1.0'));
    expect(texts(page)).not.toContain('Somebody else was faster');
  });
  test('somebody else published another draft under that version: it says so', async () => {
    const active = { ...drafted.active, version: drafted.nextVersion };
    const content = { ...drafted.content, version: drafted.nextVersion, silencePoints: 1 };
    const published = { ...drafted, revision: 7, draft: null, active, content, changes: [] };
    const page = await look({ [PUBLISH]: Response.json({ error: 'stale', ...published }, { status: 409 }) });
    await vi.waitFor(() => expect(texts(page)).toContain('Somebody else was faster'));
  });
  test('no answer: it says so, and the draft stays', async () => {
    const page = await look({ [PUBLISH]: new Error('offline') });
    await vi.waitFor(() => expect(texts(page)).toContain('This could not be done'));
    expect(primaryOnPage(page)).toEqual(['Publish']);
  });
  test('until the next run the scores are those of before, and it says so', async () => {
    const page = await open({ 'GET /api/settings/model': { ...modelState, pendingCycle: true } });
    expect(texts(page).join(' ')).toContain('until then the scores are those of the one before');
  });
});

describe('versions', () => {
  const DIFF = { from: '1.0.0', to: 'draft', changes: drafted.changes };
  const BACK = 'POST /api/settings/model/rollback';

  test('the list, and what differs between two', async () => {
    const page = await open({ 'GET /api/settings/model/diff': DIFF });
    await view(page, 'versions');
    expect(texts(page)).toEqual(
      expect.arrayContaining(['Small 1.0.0', 'Comes with the app', 'In use', 'Billing: weight', '20', '30']),
    );
    expect(page.fetch.mock.calls.map(([url]) => String(url))).toContainEqual(
      expect.stringContaining('/diff?from=1.0.0&to=draft&fromName=Small&'),
    );
    field(page, Select, 'From').trigger('onChange', '["Small","0.9.0"]' as never);
    await vi.waitFor(() =>
      expect(page.fetch.mock.calls.map(([url]) => String(url))).toContainEqual(
        expect.stringContaining('/diff?from=0.9.0&to=draft&fromName=Small&'),
      ),
    );
    expect(texts(page).join(' ')).not.toMatch(/2026-11/);
  });

  test('back to one, after a question', async () => {
    const page = await open({
      'GET /api/settings/model/diff': DIFF,
      [BACK]: { ...drafted, revision: 6, active: { ...drafted.active, version: '0.9.0' } },
    });
    await view(page, 'versions');
    expect(deepText(dialogue(page, 'Back to version 0.9.0'))).toContain('A draft stays as it is.');
    confirm(page, 'Back to version 0.9.0');
    await vi.waitFor(() => expect(texts(page)).toContain('In use: Small, version 0.9.0'));
    expect(page.sent(BACK)).toEqual([{ name: 'Small', version: '0.9.0', revision: 5 }]);
  });

  test('while a change is on its way, another cannot begin: it would come too late', async () => {
    let answer = (_: object) => {};
    const answered = new Promise<object>((resolve) => {
      answer = resolve;
    });
    const page = await open({ 'GET /api/settings/model/diff': DIFF, [BACK]: () => answered });
    await view(page, 'versions');
    const [back] = buttons(page).filter((label) => label?.startsWith('Back to'));
    const isDisabled = () =>
      [button(page, String(back)), button(page, 'Discard draft')].map(({ props }) => props.disabled);
    expect(isDisabled()).toEqual([false, false]);
    confirm(page, String(back));
    await vi.waitFor(() => expect(isDisabled()).toEqual([true, true]));
    answer({ ...drafted, revision: 6 });
    await vi.waitFor(() => expect(isDisabled()).toEqual([false, false]));
  });

  test('who may only look sees them, and cannot go back', async () => {
    const page = await open({ 'GET /api/settings/model/diff': DIFF }, { home: homeIn('en', { may: NOTHING }) });
    await view(page, 'versions');
    await loaded(page);
    expect(texts(page)).toContain('Small 0.9.0');
    expect(buttons(page)).toEqual([]);
  });

  test('none yet', async () => {
    const page = await open({ 'GET /api/settings/model/versions': { ...versions, versions: [] } });
    await view(page, 'versions');
    expect(texts(page)).toContain('No version was published yet.');
  });
});
