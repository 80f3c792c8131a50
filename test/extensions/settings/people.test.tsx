import { MultiSelect, Toggle } from '@hubspot/ui-extensions';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  button,
  buttons,
  homeIn,
  NOTHING,
  openTab,
  type Page,
  primaryButtons,
  show,
  texts,
  turnTo,
} from './render-settings.tsx';
import { ofPeople, people, permissions, permissionsAnswer } from './settings-answers.ts';

afterEach(() => vi.restoreAllMocks());

const ROUTE = 'PUT /api/settings/permissions';
const open = (more = {}, setting?: Parameters<typeof openTab>[2]) =>
  openTab('people', { ...ofPeople, ...more }, setting);
const picker = ({ renderer }: Page, name: string) => renderer.find(MultiSelect, { name });
const pick = (page: Page, name: string, ids: string[]) => picker(page, name).trigger('onChange', ids as never);
const toggle = ({ renderer }: Page, name: string) => renderer.find(Toggle, { name });

describe('who is named', () => {
  test('is shown by name, with the address where that tells more, and who is not listed without an id', async () => {
    const page = await open();
    expect(picker(page, 'managers').props).toMatchObject({
      label: 'People',
      value: ['12', '99'],
      options: [
        { value: '11', label: 'Rosa Vale (rosa@portal.example)' },
        { value: '12', label: 'Tim Oak (tim@portal.example)' },
        { value: '13', label: 'una@portal.example' },
        { value: '99', label: 'Somebody HubSpot does not list (no. 1)' },
      ],
    });
    expect(picker(page, 'amounts-teams').props.options).toEqual([{ value: '30', label: 'Customer success' }]);
    expect(toggle(page, 'portfolio-everybody').props.checked).toBe(true);
    expect(page.renderer.findAll(MultiSelect)).toHaveLength(3);
    expect(primaryButtons(page)).toEqual(['Save']);
  });

  test.each([
    ['en', 'The list of people cannot be shown'],
    ['ko', '사용자 목록을 표시할 수 없습니다'],
  ])('in %s, where HubSpot lists nobody it says why, and who was chosen stays', async (locale, title) => {
    const refused = { people: [], teams: [], refused: 'The app may not read users.' };
    const page = await open({ 'GET /api/settings/people': refused }, { locale });
    expect(texts(page)).toEqual(expect.arrayContaining([title, 'The app may not read users.']));
    expect(picker(page, 'managers').props.value).toEqual(['12', '99']);
  });

  test('who may not change them reads why, and is shown none of it', async () => {
    const home = homeIn('en', { may: NOTHING, unknown: 'HubSpot did not say who is asking.' });
    const page = await open({ 'GET /api/settings/permissions': { ...permissionsAnswer, permissions: null } }, { home });
    expect(texts(page)).toEqual(
      expect.arrayContaining(['HubSpot did not say who is asking.', 'This is shown only to those who may change it.']),
    );
    // It is not to be looked at either.
    expect(texts(page)).not.toContain('You can look at this, but not change it');
    expect([buttons(page), page.renderer.findAll(MultiSelect)]).toEqual([[], []]);
    expect(page.sent('GET /api/settings/people')).toEqual([]);
  });
});

describe('changing it', () => {
  const changed = { ...permissions, managers: { userIds: ['12'] } };

  test('sends all of it with the version, and says that it was saved', async () => {
    const page = await open({ [ROUTE]: { ...permissionsAnswer, version: 8, permissions: changed } });
    expect(button(page, 'Save').props.disabled).toBe(true);
    pick(page, 'managers', ['12']);
    await vi.waitFor(() => expect(button(page, 'Save').props.disabled).toBe(false));
    button(page, 'Save').trigger('onClick');
    await vi.waitFor(() => expect(texts(page)).toContain('Saved'));
    expect(page.sent(ROUTE)).toEqual([{ version: 7, permissions: changed }]);
  });

  test('those named stay named while everybody may', async () => {
    const page = await open({ [ROUTE]: permissionsAnswer });
    toggle(page, 'amounts-everybody').trigger('onChange', true as never);
    await vi.waitFor(() => expect(page.renderer.maybeFind(MultiSelect, { name: 'amounts-users' })).toBeNull());
    button(page, 'Save').trigger('onClick');
    await vi.waitFor(() => expect(page.sent(ROUTE)).toHaveLength(1));
    expect(page.sent(ROUTE)[0]).toMatchObject({
      permissions: { amounts: { everybody: true, userIds: ['11'], teamIds: ['30'] } },
    });
  });

  test('where somebody else did, theirs is shown by name and what was entered is kept', async () => {
    const theirs = {
      ...permissionsAnswer,
      version: 8,
      permissions: { ...permissions, managers: { userIds: ['13', '98'] } },
    };
    const page = await open({ [ROUTE]: Response.json({ error: 'x', ...theirs }, { status: 409 }) });
    pick(page, 'managers', ['12']);
    button(page, 'Save').trigger('onClick');
    await vi.waitFor(() => expect(texts(page)).toContain('Somebody else changed this meanwhile'));
    expect(texts(page)).toEqual(
      expect.arrayContaining([
        'una@portal.example, Somebody HubSpot does not list (no. 1)',
        'Rosa Vale, Customer success',
        'Everybody in this account',
      ]),
    );
    expect(picker(page, 'managers').props.value).toEqual(['12']);
    page.serve({ [ROUTE]: { ...permissionsAnswer, version: 9, permissions: changed } });
    button(page, 'Save').trigger('onClick');
    await vi.waitFor(() => expect(texts(page)).toContain('Saved'));
    expect(page.sent(ROUTE).at(-1)).toEqual({ version: 8, permissions: changed });
  });

  test.each([
    ['en', 'What you entered is still here. Try again.'],
    ['it', 'Quello che hai inserito è ancora qui. Riprova.'],
  ])('in %s a failure keeps what was entered, over a look at another tab too', async (locale, sentence) => {
    const page = await open({ [ROUTE]: new Error('offline') }, { locale });
    pick(page, 'managers', ['12']);
    button(page, locale === 'en' ? 'Save' : 'Salva').trigger('onClick');
    await vi.waitFor(() => expect(texts(page)).toContain(sentence));
    await turnTo(page, 'log');
    await show(page, 'people');
    expect(picker(page, 'managers').props.value).toEqual(['12']);
  });

  test('what is entered while it is being saved is not lost to the answer', async () => {
    let answer: (response: Response) => void = () => undefined;
    const page = await open({ [ROUTE]: () => new Promise((resolve) => (answer = resolve)) });
    pick(page, 'managers', ['12']);
    button(page, 'Save').trigger('onClick');
    pick(page, 'managers', ['12', '13']);
    await vi.waitFor(() => expect(page.sent(ROUTE)).toHaveLength(1));
    answer(Response.json({ ...permissionsAnswer, version: 8, permissions: changed }));
    await vi.waitFor(() => expect(button(page, 'Save').props).toMatchObject({ loading: false }));
    expect(picker(page, 'managers').props.value).toEqual(['12', '13']);
    expect(texts(page)).not.toContain('Somebody else changed this meanwhile');
    expect(button(page, 'Save').props.disabled).toBe(false);
  });
});

test('people who cannot be loaded are tried again, without losing the rest', async () => {
  const page = await open({ 'GET /api/settings/people': new Error('offline') });
  expect(page.renderer.findAll(MultiSelect)).toEqual([]);
  page.serve({ 'GET /api/settings/people': people });
  button(page, 'Try again').trigger('onClick');
  await vi.waitFor(() => expect(picker(page, 'managers').props.value).toEqual(['12', '99']));
});
