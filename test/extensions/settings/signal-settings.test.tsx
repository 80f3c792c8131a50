/** A signal's settings in the model's editor: what is usual, what is typed, and what the server has against it. */
import type { EditorSignal, Json, ModelState } from '@account-health/contract/model';
import { NumberInput, TextArea } from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { applyEdits } from '../../../extensions/app/settings/draft-edits.ts';
import { makeFormats } from '../../../extensions/app/settings/formats.ts';
import type { ModelProps } from '../../../extensions/app/settings/model-props.ts';
import { namesIn } from '../../../extensions/app/settings/names-in.ts';
import { makeSay } from '../../../extensions/app/settings/say.ts';
import { SignalSettings } from '../../../extensions/app/settings/signal-settings.tsx';
import { dimensions, drafted, modelState, smallModel } from './model-fixtures.ts';
import { field, labels, served } from './model-page.tsx';
import { button, buttons, homeIn, NOTHING, openTab, type Page, texts } from './render-settings.tsx';

afterEach(() => vi.restoreAllMocks());

const DRAFT = 'PUT /api/settings/model/draft';
const AT = ['dimensions', 'billing', 'signals', 'overdue_balance', 'settings'];
const SETTINGS: EditorSignal['settings'] = [
  { key: 'windowDays', label: 'Days back that count', standard: 1365 },
  { key: 'openWorth', label: 'Worth of an open, of 1', standard: 0.25 },
  { key: 'outcomes', label: 'Outcomes that count', standard: ['COMPLETED', 'DONE'] },
  { key: 'labels', label: 'Labels', standard: [] },
  { key: 'words', label: 'Words', standard: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] },
];
const withSettings = (state: ModelState, held: { [key: string]: Json } = {}): ModelState => ({
  ...state,
  content: applyEdits(smallModel, [{ path: AT, value: held }]),
  dimensions: dimensions.map((dimension) => ({
    ...dimension,
    signals: dimension.signals.map((signal) =>
      signal.key === 'overdue_balance' ? { ...signal, settings: SETTINGS } : signal,
    ),
  })),
});
/** `saved`: what the model says once a change is saved. */
const open = (
  held?: { [key: string]: Json },
  setting = {},
  state: ModelState = modelState,
  saved: { [key: string]: Json } = {},
) =>
  openTab(
    'model',
    served({
      'GET /api/settings/model': withSettings(state, held),
      [DRAFT]: withSettings({ ...drafted, revision: 6 }, saved),
    }),
    setting,
  );
const edits = async (page: Page) => {
  await vi.waitFor(() => expect(page.sent(DRAFT)).toHaveLength(1), { timeout: 3_000 });
  const [sent] = page.sent(DRAFT) as { change: { edits: { path: Json[]; value: Json }[] } }[];
  return sent?.change.edits.map(({ path, value }) => [path.slice(AT.length).join('.'), value]);
};
const number = (page: Page, label: string) => field(page, NumberInput, label);
const list = (page: Page, label: string) => field(page, TextArea, label);

describe('what is shown', () => {
  test('each setting by its name, in order, with what is usual; empty where the model says nothing', async () => {
    const page = await open();
    expect(texts(page)).toContain('Settings');
    expect(labels(page).filter((label) => SETTINGS.some((one) => one.label === label))).toEqual(
      SETTINGS.map((one) => one.label),
    );
    expect(number(page, 'Days back that count').props).toMatchObject({
      ...{ description: 'Standard: 1,365', min: 0, precision: 0, readOnly: false },
    });
    expect(number(page, 'Days back that count').props.value).toBeUndefined();
    expect(number(page, 'Worth of an open, of 1').props).toMatchObject({ description: 'Standard: 0.25', max: 1 });
    expect(list(page, 'Outcomes that count').props).toMatchObject({
      ...{ description: 'One per line. Standard: COMPLETED, DONE', value: '' },
    });
    expect(list(page, 'Labels').props.description).toBe('One per line. Standard: none');
    expect(list(page, 'Words').props.description).toBe('One per line. Standard: a list of 7');
  });

  test('numbers as the reader writes them', async () => {
    const page = await open({}, { locale: 'it' }, { ...modelState, locale: 'it' });
    expect(number(page, 'Worth of an open, of 1').props.description).toBe('Di norma: 0,25');
  });

  test('what the model says', async () => {
    const page = await open({ windowDays: 90, outcomes: ['HELD', 'DONE'] });
    expect(number(page, 'Days back that count').props.value).toBe(90);
    expect(list(page, 'Outcomes that count').props.value).toBe('HELD\nDONE');
  });

  test('a list that the YAML has empty is not taken for one that is left out', async () => {
    const page = await open({ outcomes: [], labels: [] });
    expect(list(page, 'Outcomes that count').props.description).toBe(
      'One per line. Empty in the YAML file: nothing on the list counts. Standard: COMPLETED, DONE',
    );
    expect(list(page, 'Labels').props.description).toBe('One per line. Standard: none');
  });

  test('no heading where a signal has none', async () => {
    const page = await openTab('model', served());
    expect(texts(page)).not.toContain('Settings');
  });

  test('who may only look changes nothing', async () => {
    const page = await open({ windowDays: 90 }, { home: homeIn('en', { may: NOTHING }) });
    expect(buttons(page)).toEqual([]);
    for (const one of SETTINGS)
      expect(field(page, typeof one.standard === 'number' ? NumberInput : TextArea, one.label).props.readOnly).toBe(
        true,
      );
  });
});

describe('changing', () => {
  test('a number, and a share', async () => {
    const page = await open();
    number(page, 'Days back that count').trigger('onChange', 90 as never);
    number(page, 'Worth of an open, of 1').trigger('onChange', 0.3 as never);
    expect(await edits(page)).toEqual([
      ['windowDays', 90],
      ['openWorth', 0.3],
    ]);
  });

  test('emptied, the number is taken away, and the usual one holds', async () => {
    const page = await open({ windowDays: 90 });
    number(page, 'Days back that count').trigger('onChange', undefined as never);
    expect(await edits(page)).toEqual([['windowDays', null]]);
    expect(number(page, 'Days back that count').props.value).toBeUndefined();
  });

  test('a list by its lines: blank ones and those said twice are dropped, and what was typed stays as typed', async () => {
    const page = await open({}, {}, modelState, { outcomes: ['HELD', 'DONE'] });
    list(page, 'Outcomes that count').trigger('onChange', ' HELD \n\nDONE\nHELD\n' as never);
    expect(await edits(page)).toEqual([['outcomes', ['HELD', 'DONE']]]);
    await vi.waitFor(() => expect(texts(page)).toContain('Draft saved'), { timeout: 3_000 });
    expect(list(page, 'Outcomes that count').props.value).toBe(' HELD \n\nDONE\nHELD\n');
  });

  test.each(['', ' \n '])('emptied as %j, the list is taken away', async (text) => {
    const page = await open({ outcomes: ['HELD'] });
    list(page, 'Outcomes that count').trigger('onChange', text as never);
    expect(await edits(page)).toEqual([['outcomes', null]]);
  });

  test('a list too long to be told is written out to be changed, and no other', async () => {
    const page = await open();
    expect(buttons(page).filter((text) => text?.startsWith('Write out'))).toEqual(['Write out the usual list: Words']);
    button(page, 'Write out the usual list: Words').trigger('onClick');
    await vi.waitFor(() => expect(list(page, 'Words').props.value).toBe('a\nb\nc\nd\ne\nf\ng'));
    expect(buttons(page).filter((text) => text?.startsWith('Write out'))).toEqual([]);
    expect(await edits(page)).toEqual([['words', ['a', 'b', 'c', 'd', 'e', 'f', 'g']]]);
  });

  test('what changes nothing is no change', async () => {
    const page = await open({ outcomes: ['HELD'] });
    list(page, 'Outcomes that count').trigger('onChange', 'HELD\n' as never);
    list(page, 'Labels').trigger('onChange', '' as never);
    number(page, 'Days back that count').trigger('onChange', undefined as never);
    number(page, 'Worth of an open, of 1').trigger('onChange', 0.5 as never);
    expect(await edits(page)).toEqual([['openWorth', 0.5]]);
  });
});

test('a mistake is told at its field, and at no other', async () => {
  const { draft } = drafted;
  if (draft === null) throw new Error('There is a draft.');
  const mistakes = [
    { path: [...AT, 'windowDays'], line: 9, text: 'That is no number of days.' },
    { path: [...AT, 'outcomes', 1], line: 11, text: 'That is no name.' },
  ];
  const page = await open(
    { windowDays: 'soon', outcomes: ['HELD', ''] },
    {},
    { ...drafted, draft: { ...draft, mistakes } },
  );
  const told = (label: string, component: typeof NumberInput | typeof TextArea) => {
    const { error, validationMessage } = field(page, component, label).props;
    return [error, validationMessage];
  };
  expect(told('Days back that count', NumberInput)).toEqual([true, 'That is no number of days.']);
  expect(told('Outcomes that count', TextArea)).toEqual([true, 'That is no name.']);
  expect(told('Worth of an open, of 1', NumberInput)).toEqual([undefined, undefined]);
  expect(told('Labels', TextArea)).toEqual([undefined, undefined]);
});

describe('of some customers only', () => {
  const everybody = ['dimensions', 'billing', 'signals', 'overdue_balance'];
  const path = ['segments', 0, ...everybody];
  const render = (content: { [key: string]: Json }) => {
    const renderer = createRenderer('settings');
    const format = makeFormats('en', 'UTC');
    const edit = vi.fn<ModelProps['edit']>();
    const signal = { ...dimensions[0]?.signals[0], settings: SETTINGS } as EditorSignal;
    const props = { content, mistakes: [], readOnly: false, edit, say: makeSay(homeIn('en').words), format };
    renderer.render(
      <SignalSettings {...(props as unknown as ModelProps)} signal={signal} path={path} everybody={everybody} />,
    );
    return { renderer, edit };
  };
  const content = applyEdits(smallModel, [{ path: AT, value: { windowDays: 90, outcomes: ['HELD'] } }]);

  test('what is empty is as for everybody, which is told', () => {
    const { renderer } = render(content);
    const told = [NumberInput, TextArea].flatMap((component) =>
      renderer.findAll(component as typeof TextArea).map(({ props }) => props.description),
    );
    expect(told).toEqual([
      'For everybody: 90',
      'For everybody: 0.25',
      'One per line. For everybody: HELD',
      'One per line. For everybody: none',
      'One per line. For everybody: a list of 7',
    ]);
  });

  test('what is typed stands at their place', () => {
    const { renderer, edit } = render(content);
    renderer.findAll(NumberInput)[0]?.trigger('onChange', 30 as never);
    expect(edit.mock.calls).toEqual([[[...path, 'settings', 'windowDays'], 30]]);
  });
});

test.each([
  ['', []],
  ['a', ['a']],
  [' a b \r\n\n c', ['a b', 'c']],
  ['a\nb\na', ['a', 'b']],
])('the names in %j', (text, names) => expect(namesIn(text)).toEqual(names));
