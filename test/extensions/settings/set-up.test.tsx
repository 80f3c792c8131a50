/** The set-up: every step with its state, and each choice as a change of the draft. */
import { Heading, Input, LoadingSpinner, MultiSelect, NumberInput, Select, Toggle } from '@hubspot/ui-extensions';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { drafted, modelState, ready, smallModel } from './model-fixtures.ts';
import { field, labels, primaryOnPage, served } from './model-page.tsx';
import { button, buttons, homeIn, NOTHING, openTab, type Page, texts } from './render-settings.tsx';

afterEach(() => vi.restoreAllMocks());

const DRAFT = 'PUT /api/settings/model/draft';
const open = (more = {}, setting = {}) => openTab('setUp', served(more), setting);
const choose = (page: Page, component: typeof Select | typeof MultiSelect, label: string, value: unknown) =>
  field(page, component, label).trigger('onChange', value as never);
const sentEdits = async (page: Page) => {
  await vi.waitFor(() => expect(page.sent(DRAFT)).toHaveLength(1), { timeout: 3_000 });
  return (page.sent(DRAFT)[0] as { change: { edits: object[] } }).change.edits;
};
const withContent = (content: object) => ({
  'GET /api/settings/model': { ...modelState, content: { ...smallModel, ...content } },
});

test('the steps in order, each with its state', async () => {
  const page = await open();
  expect(page.renderer.findAll(Heading).map(({ text }) => text)).toEqual([
    '1. Who is a customer',
    'Who is never a customer',
    '2. Who has left',
    '3. Owner, renewal and revenue',
    '4. Which deals are renewals',
    '5. Publish',
  ]);
  expect(texts(page)).toEqual(expect.arrayContaining(['Standard rule', 'Not set', 'Set', 'All published']));
});

test('in Turkish, every input labelled, no id shown', async () => {
  const page = await open({}, { locale: 'tr' });
  expect(page.renderer.findAll(Heading).map(({ text }) => text)).toContain('1. Kim müşteri');
  expect(labels(page)).toContain('Yenileme boru hatları');
});

describe('choices', () => {
  test('customers by a property of one’s own: only once a value is chosen', async () => {
    const page = await open();
    choose(page, Select, 'Customers are recognized by', 'own');
    await vi.waitFor(() => field(page, Select, 'Company property'));
    choose(page, Select, 'Company property', 'plan');
    await vi.waitFor(() => field(page, MultiSelect, 'Values that mean customer'));
    expect(page.sent(DRAFT)).toEqual([]);
    choose(page, MultiSelect, 'Values that mean customer', ['gold']);
    expect(await sentEdits(page)).toEqual([
      { path: ['eligibility', 'customers'], value: { property: 'plan', values: ['gold'] } },
    ]);
  });

  test('and back to the usual rule', async () => {
    const page = await open(
      withContent({
        eligibility: {
          customers: { property: 'plan', values: ['gold'] },
          lifecycleStages: [],
          purchaseWithinMonths: 24,
          exclude: [],
        },
      }),
    );
    expect(field(page, MultiSelect, 'Values that mean customer').props.value).toEqual(['gold']);
    choose(page, Select, 'Customers are recognized by', 'usual');
    expect(await sentEdits(page)).toEqual([{ path: ['eligibility', 'customers'], value: null }]);
    expect(field(page, NumberInput, 'Or a purchase within this many months').props.value).toBe(24);
  });

  test('who left, with the day', async () => {
    const page = await open(withContent({ churn: { property: 'lifecyclestage', values: ['former'] } }));
    expect(field(page, MultiSelect, 'Values that mean left').props.value).toEqual(['former']);
    choose(page, Select, 'Property with the day', 'last_training');
    expect(await sentEdits(page)).toEqual([{ path: ['churn', 'date'], value: 'last_training' }]);
  });

  test('who left, from nothing', async () => {
    const page = await open();
    choose(page, Select, 'Property that says who left', 'plan');
    await vi.waitFor(() => field(page, MultiSelect, 'Values that mean left'));
    choose(page, MultiSelect, 'Values that mean left', ['tin']);
    expect(await sentEdits(page)).toEqual([{ path: ['churn'], value: { property: 'plan', values: ['tin'] } }]);
  });

  test.each([
    ['Who looks after the account', 'csOwner', 'cs_owner', ['CS owner']],
    ['Day of the renewal', 'renewalDate', 'last_training', ['Last training']],
    ['Revenue a year', 'revenue', 'logins', ['Logins in 30 days']],
  ])('%s: only properties that fit', async (label, key, property, fitting) => {
    const page = await open();
    const { options } = field(page, Select, label).props as unknown as { options: { label: string }[] };
    expect(options.map((option) => option.label)).toEqual(['None', ...fitting]);
    choose(page, Select, label, property);
    expect(await sentEdits(page)).toEqual([{ path: ['account', key], value: property }]);
  });

  test('and none again', async () => {
    const page = await open(withContent({ account: { revenue: 'logins' } }));
    choose(page, Select, 'Revenue a year', '');
    expect(await sentEdits(page)).toEqual([{ path: ['account', 'revenue'], value: null }]);
  });

  test('pipelines by name; one that is gone keeps its place without an id', async () => {
    const page = await open(withContent({ renewalPipelines: ['11', '99'] }));
    const { options } = field(page, MultiSelect, 'Pipelines of renewals').props as unknown as {
      options: { label: string }[];
    };
    expect(options.map(({ label }) => label)).toEqual(['Renewals', 'New business', 'Pipeline that was not found (1)']);
    choose(page, MultiSelect, 'Pipelines of renewals', ['11', '12']);
    expect(await sentEdits(page)).toEqual([{ path: ['renewalPipelines'], value: ['11', '12'] }]);
  });

  test('why there are no pipelines or properties is told', async () => {
    const page = await open({
      'GET /api/settings/pipelines': { pipelines: [], refused: 'HubSpot did not grant deals.' },
      'GET /api/settings/properties': { properties: [], refused: 'HubSpot did not grant companies.' },
    });
    expect(texts(page)).toEqual(expect.arrayContaining(['HubSpot did not grant companies.']));
    await vi.waitFor(() => expect(texts(page)).toContain('HubSpot did not grant deals.'));
  });
});

test('the last step looks at what changes, right there, then publishes', async () => {
  const page = await open({ 'GET /api/settings/model': drafted, 'POST /api/settings/model/preview': ready });
  expect(texts(page)).toContain('Changes to publish');
  expect(primaryOnPage(page)).toEqual(['Preview']);
  button(page, 'Preview').trigger('onClick');
  await vi.waitFor(() => expect(primaryOnPage(page)).toEqual(['Publish']));
  expect(texts(page)).toContain('Overdue balance costs 9 points more.');
});

test('who may only look sees everything, and can press nothing', async () => {
  const page = await open({ 'GET /api/settings/model': drafted }, { home: homeIn('en', { may: NOTHING }) });
  await vi.waitFor(() => field(page, MultiSelect, 'Pipelines of renewals'));
  for (const component of [Select, MultiSelect, NumberInput])
    for (const { props } of page.renderer.findAll(component as typeof Select)) expect(props.readOnly).toBe(true);
  expect(buttons(page)).toEqual([]);
});

test('who may only look, and is told no previews, sees nothing failed', async () => {
  const refused = () => Response.json({ error: 'Only super admins may do this.' }, { status: 403 });
  const more = {
    'GET /api/settings/model': drafted,
    'GET /api/settings/model/preview': refused(),
  };
  const page = await open(more, { home: homeIn('en', { may: NOTHING }) });
  await vi.waitFor(() => expect(page.sent('GET /api/settings/model/preview')).toHaveLength(1));
  await vi.waitFor(() => expect(page.renderer.findAll(LoadingSpinner)).toEqual([]));
  expect(texts(page)).not.toContain('The preview failed');
  expect(texts(page)).not.toContain('Only super admins may do this.');
  expect(buttons(page)).toEqual([]);
});

describe('who is never a customer', () => {
  const eligibility = {
    lifecycleStages: ['customer'],
    purchaseWithinMonths: 24,
    exclude: [
      { reason: 'partner', property: 'plan', values: ['tin'] },
      { reason: 'sister', property: 'notes', values: [] },
    ],
  };
  const ruled = () => open(withContent({ eligibility }));
  const at = (index: number, ...more: string[]) => ['eligibility', 'exclude', index, ...more];

  test('each rule in words; one of an admin’s own reason, too, and one without a value says what that means', async () => {
    const page = await ruled();
    const why = field(page, Select, 'Rule 2: why');
    const { options } = why.props as unknown as { options: { value: string; label: string }[] };
    expect(options.find(({ value }) => value === why.props.value)?.label).toBe('Another reason (sister)');
    expect(field(page, MultiSelect, 'Rule 1: values').props.value).toEqual(['tin']);
    expect(texts(page).filter((text) => text === 'Without a value this rule leaves nobody out.')).toHaveLength(1);
    // The model says nothing of the own company: it is left out.
    expect(page.renderer.find(Toggle, { name: 'eligibility.detectOwnCompany' }).props.checked).toBe(true);
  });

  test.each<[string, (page: Page) => void, object[]]>([
    ['a reason', (page) => choose(page, Select, 'Rule 1: why', 'vendor'), [{ path: at(0, 'reason'), value: 'vendor' }]],
    [
      'a property, whose values are others',
      (page) => choose(page, Select, 'Rule 1: company property', 'logins'),
      [{ path: at(0), value: { reason: 'partner', property: 'logins', values: [] } }],
    ],
    [
      'values',
      (page) => choose(page, MultiSelect, 'Rule 1: values', ['gold']),
      [{ path: at(0, 'values'), value: ['gold'] }],
    ],
    [
      'typed values',
      (page) => field(page, Input, 'Rule 2: values').trigger('onChange', 'a.com, b.com' as never),
      [{ path: at(1, 'values'), value: ['a.com', 'b.com'] }],
    ],
    ['a rule less', (page) => button(page, 'Remove rule 1').trigger('onClick'), [{ path: at(0), value: null }]],
    [
      'a rule more',
      (page) => button(page, 'Add a rule').trigger('onClick'),
      [{ path: at(2), value: { reason: 'partner', property: 'type', values: [] } }],
    ],
    [
      'the own company is scored like others',
      (page) =>
        page.renderer.find(Toggle, { name: 'eligibility.detectOwnCompany' }).trigger('onChange', false as never),
      [{ path: ['eligibility', 'detectOwnCompany'], value: false }],
    ],
  ])('%s', async (_name, change, edits) => {
    const page = await ruled();
    change(page);
    expect(await sentEdits(page)).toEqual(edits);
  });

  test('who may only look finds neither button nor field to change', async () => {
    const page = await openTab('setUp', served(withContent({ eligibility })), { home: homeIn('en', { may: NOTHING }) });
    expect(field(page, Select, 'Rule 1: why').props.readOnly).toBe(true);
    expect(page.renderer.find(Toggle, { name: 'eligibility.detectOwnCompany' }).props.readOnly).toBe(true);
    expect(buttons(page).filter((text) => text?.includes('rule'))).toEqual([]);
  });
});
