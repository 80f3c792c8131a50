/** Trying the model on one company, and the model as YAML. */
import { Alert, Link, SearchInput, Select, TextArea } from '@hubspot/ui-extensions';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { computation, drafted, mistake } from './model-fixtures.ts';
import { confirm, dialogue, field, primaryOnPage, served, titles, view } from './model-page.tsx';
import { button, buttons, deepText, drawn, homeIn, loaded, NOTHING, openTab, show, texts } from './render-settings.tsx';

afterEach(() => vi.restoreAllMocks());

const open = (more = {}, setting = {}) =>
  openTab('model', served({ 'GET /api/settings/model': drafted, ...more }), setting);

describe('one company', () => {
  const COMPANIES = { 'GET /api/settings/companies': { companies: [{ id: '77001', name: 'Northwind Tools' }] } };

  test('is found by its name, and its score told down to the rule', async () => {
    const page = await open({ ...COMPANIES, 'GET /api/settings/model/test': computation });
    await view(page, 'test');
    page.renderer.find(SearchInput).trigger('onInput', 'north' as never);
    await vi.waitFor(() => button(page, 'Northwind Tools'));
    button(page, 'Northwind Tools').trigger('onClick');
    await vi.waitFor(() => expect(texts(page)).toContain('Score: 61'));
    const urls = page.fetch.mock.calls.map(([url]) => String(url));
    expect(urls).toContainEqual(expect.stringContaining('/companies?text=north&'));
    expect(urls).toContainEqual(expect.stringContaining('/model/test?company=77001&of=draft&'));
    expect(texts(page)).toEqual(
      expect.arrayContaining([
        'By its lifecycle stage.',
        'At 30 days: 40 points.',
        '40 of 100',
        'Value: 30 days',
        'Unknown signals do not count.',
      ]),
    );
    expect(titles(page)).toContain('Billing: 40 points, 50% of the score');
    expect(page.renderer.findAll(Link).map(({ text }) => text)).toEqual(['INV-9']);
    field(page, Select, 'Computed with').trigger('onChange', 'active' as never);
    await vi.waitFor(() =>
      expect(page.fetch.mock.calls.map(([url]) => String(url))).toContainEqual(expect.stringContaining('of=active')),
    );
    expect(texts(page).join(' ')).not.toMatch(/77001|2026-11/);
  });

  test('none of that name', async () => {
    const page = await open({ 'GET /api/settings/companies': { companies: [] } });
    await view(page, 'test');
    page.renderer.find(SearchInput).trigger('onInput', 'zzz' as never);
    await vi.waitFor(() => expect(texts(page)).toContain('No company found: zzz'));
  });

  test('who may only look is told that this is for others', async () => {
    const page = await open({}, { home: homeIn('it', { may: NOTHING }), locale: 'it' });
    await view(page, 'test');
    expect(texts(page)).toContain('Solo chi può modificare il modello può provarlo su un’azienda.');
    expect(page.renderer.maybeFind(SearchInput)).toBeNull();
  });
});

describe('YAML', () => {
  const YAML = { 'GET /api/settings/model/yaml': { fileName: 'small-1.0.0.yaml', yaml: 'name: Small\n' } };
  const CHECK = 'POST /api/settings/model/check';
  const DRAFT = 'PUT /api/settings/model/draft';

  test('is shown to copy, under its file’s name', async () => {
    const page = await open(YAML);
    await view(page, 'yaml');
    expect(field(page, TextArea, 'small-1.0.0.yaml').props).toMatchObject({ value: 'name: Small\n', readOnly: true });
    button(page, 'Copy').trigger('onClick');
    await vi.waitFor(() => expect(page.renderer.findAll(Alert).map(({ props }) => props.title)).toContain('Copied'));
    field(page, Select, 'Which model').trigger('onChange', '["Small","0.9.0"]' as never);
    await vi.waitFor(() =>
      expect(page.fetch.mock.calls.map(([url]) => String(url))).toContainEqual(
        expect.stringContaining('yaml?of=0.9.0&name=Small&'),
      ),
    );
  });

  const paste = async (page: Awaited<ReturnType<typeof open>>, yaml: string) => {
    field(page, TextArea, 'Model as YAML').trigger('onChange', yaml as never);
    button(page, 'Check').trigger('onClick');
  };

  test('checked before what was pasted is drawn: it is what was pasted; and nothing is not checked', async () => {
    const page = await open({ ...YAML, [CHECK]: { mistakes: [mistake], changes: [] } });
    await view(page, 'yaml');
    const press = drawn(page, 'Check');
    press();
    await vi.waitFor(() =>
      expect(field(page, TextArea, 'Model as YAML').props.validationMessage).toBe('Paste a model first.'),
    );
    expect(page.sent(CHECK)).toEqual([]);
    field(page, TextArea, 'Model as YAML').trigger('onChange', 'name: New' as never);
    press();
    await vi.waitFor(() => expect(page.sent(CHECK)).toEqual([{ yaml: 'name: New' }]));
    expect(field(page, TextArea, 'Model as YAML').props.validationMessage).toBeUndefined();
  });

  test('what is changed while it is being checked has not been checked', async () => {
    let tell = (_answer: object) => {};
    const told = new Promise<object>((resolve) => {
      tell = resolve;
    });
    const page = await open({ ...YAML, [CHECK]: () => told });
    await view(page, 'yaml');
    await paste(page, 'name: New');
    await vi.waitFor(() => expect(page.sent(CHECK)).toHaveLength(1));
    field(page, TextArea, 'Model as YAML').trigger('onChange', 'name: Newer' as never);
    tell({ mistakes: [], changes: [] });
    await vi.waitFor(() => expect(button(page, 'Check').props.disabled).toBe(false));
    expect(field(page, TextArea, 'Model as YAML').props.value).toBe('name: Newer');
    expect(buttons(page)).not.toContain('Use this as the draft');
  });

  test('with a mistake: told with its line, and the draft stays', async () => {
    const page = await open({ ...YAML, [CHECK]: { mistakes: [mistake], changes: [] } });
    await view(page, 'yaml');
    await paste(page, 'name: Wrong');
    await vi.waitFor(() => expect(texts(page)).toContain(`Line 17: ${mistake.text}`));
    expect(page.sent(CHECK)).toEqual([{ yaml: 'name: Wrong' }]);
    expect(buttons(page)).not.toContain('Use this as the draft');
    expect(page.sent(DRAFT)).toEqual([]);
  });

  test('without mistakes: what it would change, and it replaces the draft only when told', async () => {
    const page = await open({ ...YAML, [CHECK]: { mistakes: [], changes: drafted.changes } });
    await view(page, 'yaml');
    await paste(page, 'name: New');
    await vi.waitFor(() => button(page, 'Use this as the draft'));
    expect(texts(page)).toContain('Billing: weight');
    expect(deepText(dialogue(page, 'Use this as the draft'))).toContain('Changes that are not published are lost.');
    expect(page.sent(DRAFT)).toEqual([]);
    expect(primaryOnPage(page)).toEqual(['Preview']);
    confirm(page, 'Use this as the draft');
    await vi.waitFor(() => expect(texts(page)).toContain('It is the draft now.'));
    expect(page.sent(DRAFT)).toEqual([{ revision: 5, change: { kind: 'yaml', yaml: 'name: New' } }]);
  });

  test('what was pasted is still there after another tab, and has to be checked again once it changes', async () => {
    const page = await open({
      ...YAML,
      [CHECK]: { mistakes: [], changes: [] },
      'GET /api/settings/segments': { segments: [], refused: null },
    });
    await view(page, 'yaml');
    await paste(page, 'name: New');
    await vi.waitFor(() => button(page, 'Use this as the draft'));
    await show(page, 'segments');
    await show(page, 'model');
    await vi.waitFor(() => expect(field(page, TextArea, 'Model as YAML').props.value).toBe('name: New'));
    field(page, TextArea, 'Model as YAML').trigger('onChange', 'name: Newer' as never);
    await vi.waitFor(() => expect(buttons(page)).not.toContain('Use this as the draft'));
    await loaded(page);
  });

  test('who may only look can take it out, and not bring one in', async () => {
    const page = await open(YAML, { home: homeIn('en', { may: NOTHING }) });
    await view(page, 'yaml');
    expect(buttons(page)).toEqual(['Copy']);
    expect(page.renderer.findAll(TextArea)).toHaveLength(1);
  });
});
