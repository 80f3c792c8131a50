/** What a segment has of its own in the model's editor: its signals and its limits. */
import type { EditorSignal, Json, Mistake, ModelPath, ModelState } from '@account-health/contract/model';
import {
  Accordion,
  Alert,
  Button,
  Input,
  MultiSelect,
  NumberInput,
  Select,
  TextArea,
  Tile,
} from '@hubspot/ui-extensions';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { applyEdits, type Content, type Edit, valueAt } from '../../../extensions/app/settings/draft-edits.ts';
import { signalsOfSegment, withoutSegmentSignal } from '../../../extensions/app/settings/segment-signals.ts';
import { drafted, modelState, dimensions as plainDimensions } from './model-fixtures.ts';
import { primaryOnPage, served } from './model-page.tsx';
import { button, buttons, deepText, drawn, homeIn, NOTHING, openTab, type Page, texts } from './render-settings.tsx';

afterEach(() => vi.restoreAllMocks());

const DRAFT = 'PUT /api/settings/model/draft';

/** Only the YAML gives a segment such a source. */
const visits: Json = {
  weight: 1,
  curve: [
    [0, 0],
    [10, 100],
  ],
  mapped: { property: 'visits', kind: 'number', label: { en: 'Store visits', it: 'Visite in negozio' } },
};

/** The second segment has everything of its own, the first one little. */
const content: Content = {
  ...modelState.content,
  segments: [
    { name: 'New customers', when: { customerForLessThanDays: 90 }, minimumCoverage: 0.25 },
    {
      name: 'Retail',
      when: { property: 'industry', values: ['RETAIL'] },
      caps: [{ key: 'few_visits', signal: 'store_visits', from: 3, scoreAtMost: 40 }],
      dimensions: {
        billing: { weight: 30, signals: { overdue_balance: { weight: 5, whenUnknown: 'penalise' } } },
        adoption: { signals: { store_visits: visits } },
      },
    },
  ],
};
const CURVE = [
  [0, 100],
  [30, 40],
  [90, 0],
];
const withSetting = (signal: EditorSignal): EditorSignal =>
  signal.key === 'overdue_balance'
    ? { ...signal, settings: [{ key: 'windowDays', label: 'Days back that count', standard: 365 }] }
    : signal;
const dimensions = plainDimensions.map((one) => ({ ...one, signals: one.signals.map(withSetting) }));
const state: ModelState = { ...drafted, content, dimensions };

const open = (given: ModelState = state, setting = {}) =>
  openTab('model', served({ 'GET /api/settings/model': given, [DRAFT]: { ...given, revision: 6 } }), setting);

const FIELDS = [NumberInput, Select, MultiSelect, Input, TextArea] as unknown as (typeof Input)[];
/** Fields of several segments are called the same: each is found by its place. */
function at(page: Page, ...path: ModelPath) {
  const found = FIELDS.flatMap((component) => page.renderer.findAll(component)).find(
    ({ props }) => props.name === path.join('.'),
  );
  if (found === undefined) throw new Error(`There is no field at ${path.join('.')}.`);
  return found as typeof found & { props: { options?: readonly { value: string; label: string }[] } };
}
const put = (page: Page, path: ModelPath, value: unknown) => at(page, ...path).trigger('onChange', value as never);
const tiles = (page: Page) => page.renderer.findAll(Tile);

async function sent(page: Page): Promise<Edit[]> {
  await vi.waitFor(() => expect(page.sent(DRAFT)).toHaveLength(1), { timeout: 3_000 });
  const [{ change }] = page.sent(DRAFT) as [{ change: { edits: Edit[] } }];
  return change.edits;
}

const OF_FIRST = ['segments', 0];
const OF_SECOND = ['segments', 1];
const OVERDUE = [...OF_SECOND, 'dimensions', 'billing', 'signals', 'overdue_balance'];
const VISITS = [...OF_SECOND, 'dimensions', 'adoption', 'signals', 'store_visits'];
const REMOVE_OVERDUE = 'As for everybody again: Billing: Overdue balance';
const REMOVE_VISITS = 'As for everybody again: Adoption: Store visits';

describe('what is shown', () => {
  test('a segment without any of its own: everything is as for everybody', async () => {
    const page = await open();
    const [first] = tiles(page);
    expect(first && deepText(first)).toContain('None: every signal counts as for everybody.');
    expect(at(page, ...OF_FIRST, 'caps').props.value).toBe('everybody');
    expect(() => at(page, ...OF_FIRST, 'caps', 0, 'from')).toThrow('no field');
    expect(at(page, ...OF_FIRST, 'dimensions', 'billing', 'weight').props.description).toBe('For everybody: 20');
  });

  test('its signals with what everybody has, what of them differs, and what only it counts', async () => {
    const page = await open();
    expect(at(page, ...OVERDUE, 'weight').props).toMatchObject({
      label: 'Weight of Billing: Overdue balance',
      description: 'For everybody: 3',
      value: 5,
    });
    expect(at(page, ...OVERDUE, 'curve').props.value).toBe('everybody');
    expect(at(page, ...OVERDUE, 'whenUnknown').props.value).toBe('penalise');
    expect(at(page, ...OVERDUE, 'settings', 'windowDays').props).toMatchObject({ description: 'For everybody: 365' });
    expect(at(page, ...OVERDUE, 'settings', 'windowDays').props.value).toBeUndefined();
    expect(() => at(page, ...OVERDUE, 'curve', 0, 'raw')).toThrow('no field');
    expect(at(page, ...VISITS, 'weight').props).toMatchObject({
      label: 'Weight of Adoption: Store visits',
      description: 'Counts only for this group, which has to give it a weight.',
    });
    expect(at(page, ...VISITS, 'curve', 1, 'raw').props.value).toBe(10);
    expect(() => at(page, ...VISITS, 'curve')).toThrow('no field');
    // Nobody else has it: there is nothing for it to be like.
    const unknown = at(page, ...VISITS, 'whenUnknown').props;
    expect([unknown.value, unknown.options?.map(({ value }) => value)]).toEqual([
      'skip',
      ['skip', 'neutral', 'penalise'],
    ]);
    const fold = (title: string) => page.renderer.find(Accordion, { title: `How points are given (${title})` });
    expect(deepText(fold('Adoption: Store visits'))).toContain('a source of its own');
    expect(deepText(fold('Billing: Overdue balance'))).not.toContain('a source of its own');
    expect(page.renderer.findAll(Accordion).map(({ props }) => props.title)).toEqual(
      expect.arrayContaining([
        'How points are given (Billing: Overdue balance)',
        'How points are given (Adoption: Store visits)',
      ]),
    );
  });

  test('its limits, also by a signal that nobody else has', async () => {
    const page = await open();
    const signal = at(page, ...OF_SECOND, 'caps', 0, 'signal');
    expect([signal.props.value, signal.props.options?.map(({ label }) => label)]).toEqual([
      'store_visits',
      ['Overdue balance', 'Open tickets', 'Store visits'],
    ]);
    expect(at(page, ...OF_SECOND, 'caps', 0, 'scoreAtMost').props.value).toBe(40);
  });

  test('no second primary button, every input with a label', async () => {
    const page = await open();
    expect(primaryOnPage(page)).toEqual(['Preview']);
    for (const { props } of FIELDS.flatMap((component) => page.renderer.findAll(component)))
      expect([props.name, props.label]).not.toEqual([props.name, '']);
  });

  test('in Italian, its own source by its Italian name', async () => {
    const page = await open(state, { locale: 'it' });
    expect(at(page, ...VISITS, 'weight').props.label).toBe('Peso di Adoption: Visite in negozio');
    expect(texts(page)).toContain('Segnali diversi per loro');
  });

  test('the reader may only look: nothing to change, nothing to press', async () => {
    const page = await open(state, { home: homeIn('en', { may: NOTHING }) });
    expect(at(page, ...OVERDUE, 'weight').props.value).toBe(5);
    for (const { props } of FIELDS.flatMap((component) => page.renderer.findAll(component)))
      expect([props.name, props.readOnly]).toEqual([props.name, true]);
    expect(buttons(page)).toEqual([]);
  });
});

describe('changing', () => {
  test('a signal is added from those that do not differ yet, in the dimension that it is in', async () => {
    const page = await open();
    const options = (of: ModelPath) => at(page, ...of, 'signal').props.options?.map(({ label }) => label);
    // What is not in the model cannot differ from it, and what differs already is there.
    expect(options(OF_FIRST)).toEqual(['Billing: Overdue balance', 'Support: Open tickets']);
    expect(options(OF_SECOND)).toEqual(['Support: Open tickets']);
    put(page, [...OF_FIRST, 'signal'], 'open_tickets');
    await vi.waitFor(() => expect(at(page, ...OF_FIRST, 'signal').props.value).toBe('open_tickets'));
    const press = drawn(page, 'Add a signal that differs');
    press();
    await vi.waitFor(() => at(page, ...OF_FIRST, 'dimensions', 'support', 'signals', 'open_tickets', 'weight'));
    // Pressed twice, after a weight was typed that is not drawn yet, it takes nothing back.
    put(page, [...OF_FIRST, 'dimensions', 'support', 'signals', 'open_tickets', 'weight'], 7);
    press();
    const edits = await sent(page);
    const added = ['segments', 0, 'dimensions', 'support'];
    expect(valueAt(applyEdits(content, edits), added)).toEqual({ signals: { open_tickets: { weight: 7 } } });
    expect(edits[0]).toEqual({ path: [...added, 'signals', 'open_tickets'], value: {} });
  });

  test.each<[string, (page: Page) => void, Edit[]]>([
    ['a weight', (page) => put(page, [...OVERDUE, 'weight'], 8), [{ path: [...OVERDUE, 'weight'], value: 8 }]],
    [
      'a weight as for everybody again',
      (page) => put(page, [...OVERDUE, 'weight'], null),
      [{ path: [...OVERDUE, 'weight'], value: null }],
    ],
    [
      'points of its own, which begin as everybody’s',
      (page) => put(page, [...OVERDUE, 'curve'], 'own'),
      [{ path: [...OVERDUE, 'curve'], value: CURVE }],
    ],
    [
      'points of what only it has',
      (page) => put(page, [...VISITS, 'curve', 1, 'raw'], 20),
      [
        {
          path: [...VISITS, 'curve'],
          value: [
            [0, 0],
            [20, 100],
          ],
        },
      ],
    ],
    [
      'what an unknown counts',
      (page) => put(page, [...OVERDUE, 'whenUnknown'], 'neutral'),
      [{ path: [...OVERDUE, 'whenUnknown'], value: 'neutral' }],
    ],
    [
      'what an unknown counts as for everybody again',
      (page) => put(page, [...OVERDUE, 'whenUnknown'], 'everybody'),
      [{ path: [...OVERDUE, 'whenUnknown'], value: null }],
    ],
    [
      'a setting',
      (page) => put(page, [...OVERDUE, 'settings', 'windowDays'], 90),
      [{ path: [...OVERDUE, 'settings', 'windowDays'], value: 90 }],
    ],
    [
      'a signal less: the dimension has a weight that stays',
      (page) => button(page, REMOVE_OVERDUE).trigger('onClick'),
      [{ path: OVERDUE.slice(0, -1), value: null }],
    ],
    [
      'a signal less, and with it a dimension that has nothing else',
      (page) => button(page, REMOVE_VISITS).trigger('onClick'),
      [{ path: VISITS.slice(0, -2), value: null }],
    ],
    [
      'limits of its own, which begin as everybody’s',
      (page) => put(page, [...OF_FIRST, 'caps'], 'own'),
      [{ path: [...OF_FIRST, 'caps'], value: modelState.content.caps as Json }],
    ],
    [
      'limits as for everybody again',
      (page) => put(page, [...OF_SECOND, 'caps'], 'everybody'),
      [{ path: [...OF_SECOND, 'caps'], value: null }],
    ],
    [
      'a limit',
      (page) => put(page, [...OF_SECOND, 'caps', 0, 'scoreAtMost'], 50),
      [{ path: [...OF_SECOND, 'caps', 0, 'scoreAtMost'], value: 50 }],
    ],
  ])('%s', async (_what, change, edits) => {
    const page = await open();
    change(page);
    expect(await sent(page)).toEqual(edits);
    const after = applyEdits(content, edits);
    const mapped = valueAt(after, [...VISITS, 'mapped']);
    expect(mapped).toEqual(edits[0]?.path.at(-1) === 'adoption' ? undefined : valueAt(content, [...VISITS, 'mapped']));
  });

  test('points of its own can be given up', async () => {
    const own = applyEdits(content, [{ path: [...OVERDUE, 'curve'], value: CURVE }]);
    const page = await open({ ...state, content: own });
    expect(at(page, ...OVERDUE, 'curve').props.value).toBe('own');
    expect(at(page, ...OVERDUE, 'curve', 2, 'raw').props.value).toBe(90);
    put(page, [...OVERDUE, 'curve'], 'everybody');
    await vi.waitFor(() => expect(() => at(page, ...OVERDUE, 'curve', 2, 'raw')).toThrow('no field'));
    expect(await sent(page)).toEqual([{ path: [...OVERDUE, 'curve'], value: null }]);
  });

  test('a segment may have no limits at all, and then another one', async () => {
    const none = applyEdits(content, [{ path: [...OF_SECOND, 'caps'], value: [] }]);
    const page = await open({ ...state, content: none });
    expect(at(page, ...OF_SECOND, 'caps').props.value).toBe('own');
    expect(texts(page)).toContain('No limits: nothing holds the score of this group down.');
    const tile = tiles(page)[1];
    const add = tile?.findAll(Button).find((one) => one.text === 'Add a limit');
    add?.trigger('onClick');
    await vi.waitFor(() => expect(texts(page)).not.toContain('No limits: nothing holds the score of this group down.'));
    expect(await sent(page)).toEqual([
      {
        path: [...OF_SECOND, 'caps', 0],
        value: { key: 'cap_overdue_balance', signal: 'overdue_balance', from: 90, scoreAtMost: 32 },
      },
    ]);
  });

  test('limits are copied as they are typed, not as they were drawn', async () => {
    const page = await open();
    const { onChange } = at(page, ...OF_FIRST, 'caps').props as unknown as { onChange: (value: string) => void };
    put(page, ['caps', 0, 'scoreAtMost'], 20);
    onChange('own');
    const edits = await sent(page);
    expect(edits.at(-1)).toMatchObject({ path: [...OF_FIRST, 'caps'], value: [{ scoreAtMost: 20 }] });
  });
});

describe('what is wrong is seen once', () => {
  const wrongAt = async (path: ModelPath) => {
    const wrong: Mistake = { path, line: 3, text: 'This is not right.' };
    return open({ ...state, draft: state.draft && { ...state.draft, mistakes: [wrong] } });
  };
  /** In the segments; the list of all mistakes names each with its line besides. */
  const seenIn = (page: Page) =>
    tiles(page).map((tile) => {
      const alerts = tile.findAll(Alert).flatMap((alert) => [alert.props.title, deepText(alert)]);
      const fields = FIELDS.flatMap((component) => tile.findAll(component)).map(
        ({ props }) => (props as { validationMessage?: string }).validationMessage,
      );
      return [...alerts, ...fields].filter((text) => text === 'This is not right.').length;
    });

  test.each<ModelPath>([
    ['name'],
    ['when'],
    ['when', 'values', 0],
    ['when', 'property'],
    ['minimumCoverage'],
    ['silencePoints'],
    ['nonsense'],
    ['dimensions'],
    ['dimensions', 'billing'],
    ['dimensions', 'billing', 'weight'],
    ['dimensions', 'billing', 'signals'],
    ['dimensions', 'billing', 'signals', 'overdue_balance'],
    ['dimensions', 'billing', 'signals', 'overdue_balance', 'weight'],
    ['dimensions', 'billing', 'signals', 'overdue_balance', 'curve', 0, 1],
    ['dimensions', 'billing', 'signals', 'overdue_balance', 'whenUnknown'],
    ['dimensions', 'billing', 'signals', 'overdue_balance', 'settings', 'windowDays'],
    ['dimensions', 'billing', 'signals', 'overdue_balance', 'settings', 'nonsense'],
    ['dimensions', 'billing', 'signals', 'nobody', 'weight'],
    ['dimensions', 'adoption', 'signals', 'store_visits', 'curve', 1],
    ['dimensions', 'adoption', 'signals', 'store_visits', 'mapped', 'kind'],
    ['dimensions', 'elsewhere', 'weight'],
    ['caps', 0, 'signal'],
    ['caps', 0, 'from'],
    ['caps', 0, 'key'],
    ['caps', 0],
  ])('%s, %s, %s, %s, %s, %s', async (...path) => {
    expect(seenIn(await wrongAt(['segments', 1, ...path]))).toEqual([0, 1]);
  });

  test('limits that are no list', async () => {
    const broken = applyEdits(content, [{ path: [...OF_SECOND, 'caps'], value: 'none' }]);
    const wrong: Mistake = { path: [...OF_SECOND, 'caps'], line: 3, text: 'This is not right.' };
    const page = await open({ ...state, content: broken, draft: state.draft && { ...state.draft, mistakes: [wrong] } });
    expect(seenIn(page)).toEqual([0, 1]);
  });
});

describe('signals of a segment', () => {
  test('none where its YAML is something else', () => {
    for (const odd of ['text', 5, null, [1], { billing: 3 }, { billing: { signals: 'x' } }] as Json[])
      expect(
        signalsOfSegment(dimensions, applyEdits(content, [{ path: [...OF_FIRST, 'dimensions'], value: odd }]), 0, 'en'),
      ).toEqual([]);
  });

  test('one that says nothing stands there all the same; in another dimension than the model’s nobody else has it', () => {
    const moved = applyEdits(content, [
      { path: [...OF_FIRST, 'dimensions'], value: { support: { signals: { overdue_balance: {} } } } },
    ]);
    expect(signalsOfSegment(dimensions, moved, 0, 'en')).toMatchObject([
      { label: 'Overdue balance', dimension: { label: 'Support' }, everybody: undefined, hasSource: false },
    ]);
    // Ours, and not in the model.
    const early = applyEdits(content, [
      { path: [...OF_FIRST, 'dimensions'], value: { billing: { signals: { paid_early: { weight: 1 } } } } },
    ]);
    expect(signalsOfSegment(dimensions, early, 0, 'en')).toMatchObject([
      { label: 'Paid early', everybody: undefined, known: { key: 'paid_early' } },
    ]);
  });

  test('of what is gone already nothing is taken', () => {
    expect(withoutSegmentSignal(content, [...OF_FIRST, 'dimensions', 'billing', 'signals', 'nps'])).toEqual([]);
  });
});
