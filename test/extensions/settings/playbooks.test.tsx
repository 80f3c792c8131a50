import {
  Input,
  Link,
  NumberInput,
  Select,
  TableCell,
  TableHeader,
  TextArea,
  Toggle,
  ToggleGroup,
} from '@hubspot/ui-extensions';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ko } from '../../../src/wording/ko.ts';
import { field } from './model-page.tsx';
import { playbooks, playbooksAnswer } from './play-fixtures.ts';
import {
  button,
  buttons,
  drawn,
  homeIn,
  NOTHING,
  openTab,
  type Page,
  primaryButtons,
  show,
  texts,
} from './render-settings.tsx';

afterEach(() => vi.restoreAllMocks());

const PUT = 'PUT /api/settings/playbooks';
const PEOPLE = {
  people: [
    { userId: '1', ownerId: '501', name: 'Ada', email: null },
    { userId: '2', ownerId: null, name: 'Not an owner', email: null },
  ],
  teams: [],
  refused: null,
};
const served = (more = {}) => ({
  'GET /api/settings/playbooks': playbooksAnswer,
  'GET /api/settings/people': PEOPLE,
  ...more,
});
const open = (more = {}, setting = {}) => openTab('playbooks', served(more), setting);
const turnOn = (page: Page) => page.renderer.find(Toggle).trigger('onChange', true as never);
const canSave = (page: Page) => button(page, 'Save').props.disabled !== true;

describe('what is shown', () => {
  test('the form, the latest tasks, how accounts fared, and who got none and why', async () => {
    const page = await open();
    expect(texts(page)).toEqual(
      expect.arrayContaining([
        'While this is off, no tasks are made.',
        'Healthy → At risk, score 61',
        'Healthy, score 72',
        'Not yet',
        'Not in HubSpot any more',
        'No customer any more',
        'Oct 5, 2026',
        'Had a task shortly before: 4',
        'Days: 30',
      ]),
    );
    expect(page.renderer.findAll(Link).map(({ text }) => text)).toEqual([
      'Northwind Tools',
      'Open the task',
      'Blue Harbour',
    ]);
    expect(field(page, TextArea, 'In the first 90 days').props.placeholder).toBe('Call within a day.');
    expect(primaryButtons(page)).toEqual(['Save']);
    expect(texts(page).join(' ')).not.toMatch(/77001|2026-10|at_risk/);
  });

  test('how accounts fared adds up: of whom nothing is known has a column as well', async () => {
    const outcomes = [{ days: 30 as const, due: 9, recovered: 3, same: 2, worse: 1, left: 1 }];
    const page = await open({ 'GET /api/settings/playbooks': { ...playbooksAnswer, outcomes, plays: [] } });
    const cells = (of: typeof TableHeader | typeof TableCell) => page.renderer.findAll(of).map(({ text }) => text);
    expect(cells(TableHeader)).toEqual(['After', 'Accounts', 'Recovered', 'Same band', 'Worse', 'Left', 'Unknown']);
    expect(cells(TableCell)).toEqual(['Days: 30', '9', '3', '2', '1', '1', '2']);
  });

  test('in Korean', async () => {
    const page = await open({}, { locale: 'ko' });
    expect(page.renderer.find(Toggle).props).toMatchObject({
      label: '계정이 나빠지면 작업 만들기',
      textChecked: ko['settings.word.on'],
      textUnchecked: ko['settings.word.off'],
    });
    expect(texts(page)).toContain('플레이북의 최근 작업');
  });

  test('nothing made yet; why none can be made now', async () => {
    const page = await open({
      'GET /api/settings/playbooks': {
        ...playbooksAnswer,
        plays: [],
        outcomes: [],
        skipped: [],
        refused: 'The app lacks a scope.',
      },
    });
    expect(texts(page)).toEqual(
      expect.arrayContaining([
        'No playbook has made a task yet. Tasks that people make from the card are not listed here.',
        'No task is 30 days old yet.',
        'The app lacks a scope.',
      ]),
    );
  });

  test('who may only look: read-only, no button', async () => {
    const page = await open({}, { home: homeIn('en', { may: NOTHING }) });
    expect(buttons(page)).toEqual([]);
    expect(page.renderer.find(Toggle).props.readOnly).toBe(true);
    expect(page.renderer.find(ToggleGroup).props.options.every(({ readOnly }) => readOnly)).toBe(true);
    for (const component of [NumberInput, Input, Select, TextArea])
      for (const { props } of page.renderer.findAll(component as typeof Input)) expect(props.readOnly).toBe(true);
  });
});

describe('saving', () => {
  test('turning it on says plainly what will happen, and counts once saved', async () => {
    const page = await open({ [PUT]: { ...playbooksAnswer, version: 4, playbooks: { ...playbooks, enabled: true } } });
    turnOn(page);
    await vi.waitFor(() =>
      expect(texts(page).join(' ')).toContain('Once this is saved, the app makes tasks in HubSpot by itself'),
    );
    expect(page.sent(PUT)).toEqual([]);
    button(page, 'Save').trigger('onClick');
    await vi.waitFor(() => expect(texts(page)).toContain('Saved'));
    expect(page.sent(PUT)).toEqual([{ version: 3, playbooks: { ...playbooks, enabled: true } }]);
    expect(texts(page)).toContain('The app makes tasks in HubSpot by itself, for the people below.');
  });

  test('a number beyond its limits is told at its field, and cannot be saved', async () => {
    const page = await open();
    field(page, NumberInput, 'Tasks for one person a week, at most').trigger('onChange', 201 as never);
    await vi.waitFor(() =>
      expect(field(page, NumberInput, 'Tasks for one person a week, at most').props.validationMessage).toBe(
        'A whole number, at least 1, at most 200.',
      ),
    );
    button(page, 'Save').trigger('onClick');
    expect(page.sent(PUT)).toEqual([]);
  });

  test('pressed before what was typed last is drawn, it saves it, and the field before it', async () => {
    const page = await open({ [PUT]: playbooksAnswer });
    const press = drawn(page, 'Save');
    const [days, link] = [
      field(page, NumberInput, 'Days until a task is due').props.onChange,
      field(page, Input, 'Link for booking a check-up').props.onChange,
    ] as unknown as [(value: number) => void, (value: string) => void];
    days(9);
    link('https://meet.example/ada');
    press();
    await vi.waitFor(() =>
      expect(page.sent(PUT)).toMatchObject([{ playbooks: { dueInDays: 9, meetingLink: 'https://meet.example/ada' } }]),
    );
  });

  test('people by name; who cannot own tasks is not among them', async () => {
    const page = await open({ [PUT]: playbooksAnswer });
    const picker = () => field(page, Select, 'Who gets tasks of accounts without an owner');
    await vi.waitFor(() =>
      expect((picker().props as unknown as { options: { label: string }[] }).options.map(({ label }) => label)).toEqual(
        ['Nobody', 'Ada'],
      ),
    );
    picker().trigger('onChange', '501' as never);
    await vi.waitFor(() => expect(canSave(page)).toBe(true));
    button(page, 'Save').trigger('onClick');
    await vi.waitFor(() => expect(page.sent(PUT)).toMatchObject([{ playbooks: { fallbackOwnerId: '501' } }]));
  });

  test('a failed save keeps what was typed, says so, and can be tried again', async () => {
    const page = await open({ [PUT]: new Error('offline') });
    turnOn(page);
    await vi.waitFor(() => expect(canSave(page)).toBe(true));
    button(page, 'Save').trigger('onClick');
    await vi.waitFor(() => expect(texts(page)).toContain('Not saved. What you typed is kept.'));
    expect(page.renderer.find(Toggle).props.checked).toBe(true);
    expect(canSave(page)).toBe(true);
  });

  test('what was typed is still there after another tab', async () => {
    const page = await open({ 'GET /api/settings/segments': { segments: [], refused: null } });
    turnOn(page);
    await show(page, 'segments');
    await show(page, 'playbooks');
    expect(page.renderer.find(Toggle).props.checked).toBe(true);
  });

  test('somebody else saved since: ours stays, what differs is named, and one chooses', async () => {
    const theirs = { ...playbooksAnswer, version: 9, playbooks: { ...playbooks, cooldownDays: 7 } };
    const page = await open({ [PUT]: Response.json({ error: 'stale', ...theirs }, { status: 409 }) });
    turnOn(page);
    await vi.waitFor(() => expect(canSave(page)).toBe(true));
    button(page, 'Save').trigger('onClick');
    await vi.waitFor(() => expect(texts(page)).toContain('Somebody else changed the playbooks meanwhile'));
    expect(texts(page)).toEqual(
      expect.arrayContaining(['Make a task when an account worsens', 'Days without another task for the same account']),
    );
    expect(canSave(page)).toBe(false);
    page.serve({ [PUT]: { ...theirs, version: 10, playbooks: { ...playbooks, enabled: true } } });
    button(page, 'Keep mine').trigger('onClick');
    await vi.waitFor(() => expect(canSave(page)).toBe(true));
    button(page, 'Save').trigger('onClick');
    await vi.waitFor(() =>
      expect(page.sent(PUT)[1]).toMatchObject({ version: 9, playbooks: { enabled: true, cooldownDays: 30 } }),
    );
  });
});
