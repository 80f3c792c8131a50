import { Select } from '@hubspot/ui-extensions';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { button, buttons, homeIn, NOTHING, openTab, type Page, show, texts, turnTo } from './render-settings.tsx';
import { ofConnection, schedule } from './settings-answers.ts';

afterEach(() => vi.restoreAllMocks());

const ROUTE = 'PUT /api/settings/schedule';
const open = (answer: object = schedule, setting?: Parameters<typeof openTab>[2], more = {}) =>
  openTab('connection', { ...ofConnection, 'GET /api/settings/schedule': answer, ...more }, setting);
const select = ({ renderer }: Page, name: string) => renderer.find(Select, { name });
const choose = (page: Page, name: string, value: unknown) => select(page, name).trigger('onChange', value as never);
const saveButton = (page: Page) => button(page, 'Save');

describe('what holds', () => {
  test.each([
    ['en', schedule, ['Current schedule: Once a day, 6:00 AM', 'Next: tomorrow at 06:12']],
    [
      'en',
      { ...schedule, schedule: { every: 'twice_a_day', atHour: 18 }, next: null },
      ['Current schedule: Twice a day, 6:00 AM and 6:00 PM'],
    ],
    ['ko', { ...schedule, schedule: { every: 'every_4_hours', atHour: 6 } }, ['현재 설정: 4시간마다']],
    ['en', { version: 0, schedule: null, next: null }, ['Nobody has chosen a schedule yet: the app’s own applies.']],
  ])('in %s %j is told in words', async (locale, answer, wanted) => {
    expect(texts(await open(answer, { locale }))).toEqual(expect.arrayContaining(wanted));
  });

  test('the hour is asked for only where it counts, and halved for twice a day', async () => {
    const page = await open();
    expect(select(page, 'atHour').props.options).toHaveLength(24);
    choose(page, 'every', 'twice_a_day');
    await vi.waitFor(() => expect(select(page, 'atHour').props.options).toHaveLength(12));
    expect(select(page, 'atHour').props.options[6]).toEqual({ value: 6, label: '6:00 AM and 6:00 PM' });
    choose(page, 'every', 'hourly');
    await vi.waitFor(() => expect(page.renderer.maybeFind(Select, { name: 'atHour' })).toBeNull());
  });

  test('who may not change it reads why, and finds nothing to press', async () => {
    const page = await open(schedule, { home: homeIn('en', { may: NOTHING }) });
    expect(select(page, 'every').props.readOnly).toBe(true);
    expect(buttons(page)).not.toContain('Save');
    expect(texts(page)).toContain('Only super admins, and people whom they named under People, may change it.');
  });
});

describe('changing it', () => {
  test('sends the version that was looked at, and says that it was saved', async () => {
    const page = await open();
    expect(saveButton(page).props.disabled).toBe(true);
    choose(page, 'atHour', 9);
    await vi.waitFor(() => expect(saveButton(page).props.disabled).toBe(false));
    page.serve({ [ROUTE]: { version: 4, schedule: { atHour: 9, every: 'daily' }, next: 'Next: tomorrow at 09:12' } });
    saveButton(page).trigger('onClick');
    await vi.waitFor(() => expect(texts(page)).toContain('Saved'));
    expect(page.sent(ROUTE)).toEqual([{ version: 3, schedule: { every: 'daily', atHour: 9 } }]);
    expect(texts(page)).toEqual(
      expect.arrayContaining(['Current schedule: Once a day, 9:00 AM', 'Next: tomorrow at 09:12']),
    );
    expect(saveButton(page).props.disabled).toBe(true);
  });

  test('the first choice may be the one that stands there already', async () => {
    const page = await open({ version: 0, schedule: null, next: null });
    expect(saveButton(page).props.disabled).toBe(false);
  });

  test('what was entered is there after a look at another tab, and after a failure, and can be sent again', async () => {
    const page = await open(schedule, {}, { [ROUTE]: new Error('offline') });
    choose(page, 'atHour', 9);
    await turnTo(page, 'people');
    await show(page, 'connection');
    expect(select(page, 'atHour').props.value).toBe(9);
    saveButton(page).trigger('onClick');
    await vi.waitFor(() => expect(texts(page)).toContain('What you entered is still here. Try again.'));
    expect(select(page, 'atHour').props.value).toBe(9);
    page.serve({ [ROUTE]: { ...schedule, version: 4, schedule: { every: 'daily', atHour: 9 } } });
    saveButton(page).trigger('onClick');
    await vi.waitFor(() => expect(texts(page)).toContain('Saved'));
  });

  const theirs = { version: 4, schedule: { every: 'hourly', atHour: 6 }, next: null };
  test.each([
    ['as 409', () => Response.json({ error: 'Somebody else changed this.', ...theirs }, { status: 409 })],
    ['wrapped by HubSpot', () => Response.json({ message: 'conflict' }, { status: 502 })],
    ['thrown', () => new Error('HTTP 409')],
  ])(
    'where somebody else did, it is told %s: theirs is shown, mine is kept, and mine can replace it',
    async (_how, answer) => {
      const page = await open(schedule, {}, { [ROUTE]: answer });
      choose(page, 'atHour', 9);
      page.serve({ 'GET /api/settings/schedule': theirs });
      saveButton(page).trigger('onClick');
      await vi.waitFor(() => expect(texts(page)).toContain('Somebody else changed this meanwhile'));
      expect(texts(page)).toContain('Current schedule: Every hour');
      expect([select(page, 'every').props.value, select(page, 'atHour').props.value]).toEqual(['daily', 9]);
      page.serve({ [ROUTE]: { version: 5, schedule: { every: 'daily', atHour: 9 }, next: null } });
      saveButton(page).trigger('onClick');
      await vi.waitFor(() => expect(texts(page)).toContain('Saved'));
      expect(page.sent(ROUTE).at(-1)).toEqual({ version: 4, schedule: { every: 'daily', atHour: 9 } });
    },
  );

  test('or theirs is taken', async () => {
    const page = await open(schedule, {}, { [ROUTE]: Response.json(theirs, { status: 409 }) });
    choose(page, 'atHour', 9);
    saveButton(page).trigger('onClick');
    await vi.waitFor(() => button(page, 'Take theirs'));
    button(page, 'Take theirs').trigger('onClick');
    await vi.waitFor(() => expect(select(page, 'every').props.value).toBe('hourly'));
    expect(texts(page)).not.toContain('Somebody else changed this meanwhile');
  });

  test('what was saved while its answer got lost is nobody else’s change', async () => {
    const page = await open(schedule, {}, { [ROUTE]: new Error('offline') });
    choose(page, 'atHour', 9);
    page.serve({ 'GET /api/settings/schedule': { version: 4, schedule: { every: 'daily', atHour: 9 }, next: null } });
    saveButton(page).trigger('onClick');
    await vi.waitFor(() => expect(texts(page)).toContain('Current schedule: Once a day, 9:00 AM'));
    expect(texts(page)).not.toContain('Somebody else changed this meanwhile');
  });
});
