/** The model's editor: what is shown, and that nothing typed is lost. */
import { Alert, Input, MultiSelect, NumberInput, Select, Tabs, Toggle } from '@hubspot/ui-extensions';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { WRITABLE } from '../../../extensions/app/settings/written-fields.tsx';
import { WRITABLE as ON_SERVER } from '../../../src/scoring/model-shape.ts';
import { drafted, mistake, modelState, withMistake } from './model-fixtures.ts';
import { confirm, dialogue, field, labels, primaryOnPage, served, titles, view } from './model-page.tsx';
import {
  button,
  buttons,
  deepText,
  drawn,
  homeIn,
  loaded,
  NOTHING,
  openTab,
  type Page,
  show,
  texts,
} from './render-settings.tsx';

afterEach(() => vi.restoreAllMocks());

const DRAFT = 'PUT /api/settings/model/draft';
const open = (more = {}, setting = {}) => openTab('model', served(more), setting);
const saved = (page: Page) => vi.waitFor(() => expect(texts(page)).toContain('Draft saved'), { timeout: 3_000 });

describe('what is shown', () => {
  test('nothing is being changed', async () => {
    const page = await open();
    expect(texts(page)).toContain('In use: Small, version 1.0.0');
    expect(texts(page)).toContain('Published on 2 Nov 2026. By: ada@example.com'.replace('2 Nov 2026', 'Nov 2, 2026'));
    expect(primaryOnPage(page)).toEqual([]);
  });

  test('each dimension with its share, its signals with weight and share, and what is not in the model yet', async () => {
    const page = await open();
    expect(titles(page).slice(0, 1)).toEqual(['Billing: 50% of the score']);
    expect(field(page, NumberInput, 'Weight of Billing').props.value).toBe(20);
    expect(field(page, NumberInput, 'Overdue balance').props).toMatchObject({
      value: 3,
      description: 'fewer is better',
    });
    expect(field(page, NumberInput, 'Paid early').props).toMatchObject({
      value: 0,
      description: 'fewer is better. Not in the model: a weight adds it.',
    });
    expect(texts(page)).toEqual(expect.arrayContaining(['Shown, not counted', 'Once it counts']));
  });

  test('in Italian, with no word of English and every input labelled', async () => {
    const page = await open({ 'GET /api/settings/model': drafted }, { locale: 'it' });
    const words = homeIn('it').words.model;
    expect(texts(page)).toContain(words.dimensions);
    expect(primaryOnPage(page)).toEqual(['Anteprima']);
    for (const label of labels(page)) expect(label).not.toBe('');
    const english = Object.values(homeIn('en').words.model).filter((text) => text.length > 20 && !text.includes('{'));
    expect(texts(page).filter((text) => english.includes(text))).toEqual([]);
  });

  test('the reader may only look: no field to change, no button to press', async () => {
    const page = await open({ 'GET /api/settings/model': drafted }, { home: homeIn('en', { may: NOTHING }) });
    for (const component of [NumberInput, Select, MultiSelect, Input] as const)
      for (const { props } of page.renderer.findAll(component as typeof Input))
        expect([props.label, props.readOnly]).toEqual([props.label, true]);
    expect(buttons(page)).toEqual([]);
  });

  test('a draft that is no model any more can still be mended as text', async () => {
    const page = await open({ 'GET /api/settings/model': { ...withMistake, dimensions: [] } });
    expect(texts(page)).toContain('The draft cannot be read as a model');
    expect(page.renderer.findAll(Tabs)).toHaveLength(2);
  });

  test('a failure says so, and trying again shows it', async () => {
    const page = await open({ 'GET /api/settings/model': new Error('offline') });
    expect(texts(page).join(' ')).toContain('The server gave no usable answer');
    page.serve({ 'GET /api/settings/model': modelState });
    button(page, 'Try again').trigger('onClick');
    await vi.waitFor(() => expect(texts(page)).toContain('In use: Small, version 1.0.0'));
  });
});

describe('changing', () => {
  const type = (page: Page, label: string, value: number) =>
    field(page, NumberInput, label).trigger('onChange', value as never);

  test('a weight is seen at once, with its share, and saved a moment later', async () => {
    const page = await open();
    type(page, 'Weight of Billing', 60);
    await vi.waitFor(() => expect(titles(page)).toContain('Billing: 75% of the score'));
    expect(texts(page)).toContain('Not saved yet');
    expect(page.sent(DRAFT)).toEqual([]);
    await saved(page);
    expect(page.sent(DRAFT)).toEqual([
      { revision: 4, change: { kind: 'edits', edits: [{ path: ['dimensions', 'billing', 'weight'], value: 60 }] } },
    ]);
  });

  test.each<[string, (page: Page) => void, object[]]>([
    [
      'a row more',
      (page) => button(page, 'Add a row').trigger('onClick'),
      [
        {
          path: ['dimensions', 'billing', 'signals', 'overdue_balance', 'curve'],
          value: [
            [0, 100],
            [30, 40],
            [90, 0],
            [150, 0],
          ],
        },
      ],
    ],
    [
      'a share in percent',
      (page) => type(page, 'Share that must be known, in percent', 55),
      [{ path: ['minimumCoverage'], value: 0.55 }],
    ],
    [
      'an alarm budget',
      (page) => field(page, Select, 'How bands are divided').trigger('onChange', 'alarm_budget' as never),
      [
        { path: ['bands', 'by'], value: 'alarm_budget' },
        { path: ['bands', 'callsAWeek'], value: 25 },
      ],
    ],
    [
      'a limit more',
      (page) => button(page, 'Add a limit').trigger('onClick'),
      [
        {
          path: ['caps', 1],
          value: { key: 'cap_overdue_balance', signal: 'overdue_balance', from: 90, scoreAtMost: 32 },
        },
      ],
    ],
    ['a limit less', (page) => button(page, 'Remove limit 1').trigger('onClick'), [{ path: ['caps', 0], value: null }]],
    [
      'a group more',
      (page) => button(page, 'Add a group').trigger('onClick'),
      [{ path: ['segments', 1], value: { name: 'Group 2', when: { customerForLessThanDays: 90 } } }],
    ],
    [
      'a margin',
      (page) => type(page, 'Points past a threshold before it counts as a move', 4),
      [{ path: ['bands', 'margin'], value: 4 }],
    ],
    [
      'what is written besides',
      (page) =>
        field(page, MultiSelect, 'Also written to companies in HubSpot').trigger('onChange', [
          'next_renewal',
          'status_since',
        ] as never),
      [{ path: ['write'], value: ['next_renewal', 'status_since'] }],
    ],
    [
      'child companies on the card',
      (page) => page.renderer.find(Toggle, { name: 'rollUp' }).trigger('onChange', true as never),
      [{ path: ['rollUp'], value: true }],
    ],
  ])('%s', async (_name, change, edits) => {
    const page = await open();
    change(page);
    await saved(page);
    expect(page.sent(DRAFT)).toEqual([{ revision: 4, change: { kind: 'edits', edits } }]);
  });

  test('what was written before keeps its place before what is chosen besides', async () => {
    const content = { ...modelState.content, write: ['overdue_amount', 'status_since'] };
    const page = await open({ 'GET /api/settings/model': { ...modelState, content } });
    const picker = field(page, MultiSelect, 'Also written to companies in HubSpot');
    expect(picker.props.value).toEqual(['overdue_amount', 'status_since']);
    picker.trigger('onChange', ['status_since', 'checked_on', 'overdue_amount'] as never);
    await saved(page);
    expect(page.sent(DRAFT)).toMatchObject([
      { change: { edits: [{ path: ['write'], value: ['overdue_amount', 'status_since', 'checked_on'] }] } },
    ]);
    expect(WRITABLE).toEqual(ON_SERVER);
  });

  test('a row is added before the points typed last are drawn: both hold', async () => {
    const page = await open();
    const press = drawn(page, 'Add a row');
    type(page, 'Points, row 3', 10);
    press();
    await saved(page);
    const [{ change }] = page.sent(DRAFT) as [{ change: { edits: { value: number[][] }[] } }];
    expect(change.edits.map(({ value }) => value)).toEqual([
      [
        [0, 100],
        [30, 40],
        [90, 10],
        [150, 10],
      ],
    ]);
  });

  test('a name typed just before it is added is the signal’s', async () => {
    const page = await open();
    field(page, Select, 'Company property').trigger('onChange', 'plan' as never);
    await vi.waitFor(() => field(page, Input, 'What people call it'));
    const press = drawn(page, 'Add this signal');
    field(page, Input, 'What people call it').trigger('onChange', 'Contract' as never);
    press();
    await saved(page);
    expect(page.sent(DRAFT)).toMatchObject([
      { change: { edits: [{ value: { mapped: { label: { en: 'Contract' } } } }] } },
    ]);
  });

  test('a signal of the portal’s own, from a picker that has no free text', async () => {
    const page = await open();
    const picker = field(page, Select, 'Company property');
    expect(
      (picker.props as unknown as { options: { label: string }[] }).options.map(({ label }) => label),
    ).not.toContain('Notes');
    picker.trigger('onChange', 'plan' as never);
    await vi.waitFor(() => field(page, Input, 'What people call it'));
    button(page, 'Add this signal').trigger('onClick');
    await saved(page);
    expect(page.sent(DRAFT)[0]).toMatchObject({
      change: {
        edits: [
          {
            path: ['dimensions', 'adoption', 'signals', 'plan'],
            value: {
              mapped: { property: 'plan', kind: 'enumeration', label: { en: 'Plan' }, points: { gold: 50, tin: 50 } },
            },
          },
        ],
      },
    });
  });

  test('what did not arrive stays, says so, and is sent again', async () => {
    const page = await open({ [DRAFT]: new Error('offline') });
    type(page, 'Weight of Billing', 60);
    await vi.waitFor(() => expect(texts(page)).toContain('Your last changes are not saved yet'), { timeout: 3_000 });
    expect(field(page, NumberInput, 'Weight of Billing').props.value).toBe(60);
    // The server has none yet: that is no count of what was changed.
    expect(texts(page)).not.toContain('Changes: 0');
    page.serve({ [DRAFT]: { ...drafted, revision: 6 } });
    button(page, 'Save now').trigger('onClick');
    await saved(page);
    expect(page.sent(DRAFT)).toHaveLength(2);
  });

  test('what the server would not have is told, and can be given up', async () => {
    const page = await open({
      [DRAFT]: Response.json({ error: 'The model has no place like that.' }, { status: 400 }),
    });
    type(page, 'Weight of Billing', 60);
    await vi.waitFor(() => expect(texts(page)).toContain('The server declined this.'), { timeout: 3_000 });
    button(page, 'Undo these changes').trigger('onClick');
    await vi.waitFor(() => expect(field(page, NumberInput, 'Weight of Billing').props.value).toBe(20));
  });

  test('what was typed outlives another tab, and is saved meanwhile', async () => {
    const page = await open({ 'GET /api/settings/segments': { segments: [], refused: null } });
    type(page, 'Weight of Billing', 60);
    await show(page, 'segments');
    await vi.waitFor(() => expect(page.sent(DRAFT)).toHaveLength(1), { timeout: 3_000 });
    page.serve({
      'GET /api/settings/model': { ...drafted, revision: 6, content: { ...drafted.content, minimumCoverage: 0.9 } },
    });
    await show(page, 'model');
    await saved(page);
  });

  test('somebody else changed it: whose is newer is shown, ours stays, and one chooses', async () => {
    const theirs = { ...drafted, revision: 9 };
    const page = await open({ [DRAFT]: Response.json({ error: 'stale', ...theirs }, { status: 409 }) });
    type(page, 'Weight of Support', 60);
    await vi.waitFor(() => expect(texts(page)).toContain('Somebody else changed the model meanwhile'), {
      timeout: 3_000,
    });
    expect(texts(page).join('\n')).toContain('By: bob@example.com');
    expect(texts(page)).toContain('Billing: weight: 20 → 30');
    expect(field(page, NumberInput, 'Weight of Support').props.value).toBe(60);
    page.serve({ [DRAFT]: { ...drafted, revision: 10 } });
    button(page, 'Put my changes on top').trigger('onClick');
    await saved(page);
    expect(page.sent(DRAFT)[1]).toMatchObject({ revision: 9, change: { edits: [{ value: 60 }] } });
  });

  test('a mistake is at its field and in the list with its line, and nothing can be published', async () => {
    const page = await open({ 'GET /api/settings/model': withMistake });
    expect(texts(page)).toContain(`Line 17: ${mistake.text}`);
    const alerts = page.renderer.findAll(Alert).map((alert) => `${alert.props.title}: ${deepText(alert)}`);
    expect(alerts).toContain(`Overdue balance: ${mistake.text}`);
    expect(button(page, 'Preview').props.disabled).toBe(true);
  });

  test('a template replaces the draft, after a question', async () => {
    const page = await open();
    field(page, Select, 'Begin with a model that comes with the app').trigger('onChange', 'agency' as never);
    await vi.waitFor(() => button(page, 'Begin with Agency'));
    expect(deepText(dialogue(page, 'Begin with Agency'))).toContain('Changes that are not published are lost.');
    confirm(page, 'Begin with Agency');
    await vi.waitFor(() =>
      expect(page.sent(DRAFT)).toEqual([{ revision: 4, change: { kind: 'template', key: 'agency' } }]),
    );
  });

  test('the draft is thrown away only after a question', async () => {
    const page = await open({ 'GET /api/settings/model': drafted, [DRAFT]: { ...modelState, revision: 6 } });
    confirm(page, 'Discard draft');
    await vi.waitFor(() => expect(primaryOnPage(page)).toEqual([]));
    expect(page.sent(DRAFT)).toEqual([{ revision: 5, change: { kind: 'discard' } }]);
    await view(page, 'editor');
    await loaded(page);
  });
});
