import { Alert, Button, Input, Modal, TableRow } from '@hubspot/ui-extensions';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  button,
  buttons,
  deepText,
  drawn,
  homeIn,
  NOTHING,
  openTab,
  type Page,
  show,
  texts,
  turnTo,
} from './render-settings.tsx';
import { keys, ofConnection } from './settings-answers.ts';

afterEach(() => vi.restoreAllMocks());

const MAKE = 'POST /api/settings/ingest-keys';
// Shorter than a real one, which no file of the project may hold.
const KEY = 'ahk_made-for-the-test';
const made = {
  ...keys,
  keys: [...keys.keys, { id: 'cccc3333', label: 'CRM feed', madeAt: '2026-06-15T12:00:00.000Z', revokedAt: null }],
  made: { id: 'cccc3333', key: KEY },
};
const open = (more = {}, setting?: Parameters<typeof openTab>[2]) =>
  openTab('connection', { ...ofConnection, ...more }, setting);
const rows = ({ renderer }: Page) => renderer.findAll(TableRow).map(deepText);
const input = ({ renderer }: Page, name: string) => renderer.maybeFind(Input, { name });
const type = (page: Page, text: string) => input(page, 'keyLabel')?.trigger('onInput', text as never);

test('the newest key comes first; none is shown, and days are as the reader writes them', async () => {
  const page = await open();
  const [newer, older] = ['Data warehouse Feb 1, 2026 Valid', 'Old pipeline Jan 5, 2026 Revoked: Feb 1, 2026'];
  expect(rows(page).filter((row) => /Valid|Revoked/.test(row))).toEqual([`${newer} Revoke`, older]);
  expect(texts(page)).toEqual(
    expect.arrayContaining(['https://backend.test/api/usage', 'Nothing has been received yet']),
  );
  const italian = await open(
    { 'GET /api/settings/ingest-keys': { ...keys, keys: [], lastPostedAt: '2026-06-15T12:00:00.000Z' } },
    { locale: 'it' },
  );
  expect(texts(italian)).toEqual(expect.arrayContaining(['Non c’è ancora nessuna chiave.', '15 giu 2026, 14:00']));
});

describe('making one', () => {
  const make = async (more = {}) => {
    const page = await open({ [MAKE]: made, ...more });
    type(page, ' CRM feed ');
    await vi.waitFor(() => expect(input(page, 'keyLabel')?.props.value).toBe(' CRM feed '));
    button(page, 'Make a key').trigger('onClick');
    return page;
  };

  test('shows it once, to be copied, until its reader says that they have it', async () => {
    const page = await make();
    await vi.waitFor(() => expect(input(page, 'madeKey')?.props).toMatchObject({ value: KEY, readOnly: true }));
    expect(page.sent(MAKE)).toEqual([{ label: 'CRM feed' }]);
    expect(input(page, 'keyLabel')?.props.value).toBe('');
    button(page, 'Copy').trigger('onClick');
    await vi.waitFor(() => expect(texts(page)).toContain('Copied'));
    expect(page.renderer.mocks.actions.copyTextToClipboard.calls).toEqual([[KEY]]);
    // A look at another tab does not lose it.
    await turnTo(page, 'log');
    await show(page, 'connection');
    expect(input(page, 'madeKey')?.props.value).toBe(KEY);
    button(page, 'I have saved it').trigger('onClick');
    await vi.waitFor(() => expect(input(page, 'madeKey')).toBeNull());
    expect(JSON.stringify(texts(page))).not.toContain(KEY);
  });

  test('where the answer that told it was lost, and the same request came again, it says what to do', async () => {
    const page = await make({ [MAKE]: { ...made, made: { id: 'cccc3333', key: null } } });
    const lost = 'The key was made, but it could not be shown';
    await vi.waitFor(() => expect(page.renderer.findAll(Alert).map(({ props }) => props.title)).toContain(lost));
    expect(texts(page)).toContain('CRM feed');
    expect(input(page, 'madeKey')).toBeNull();
    page.serve({ [MAKE]: made });
    type(page, 'Another');
    await vi.waitFor(() => expect(input(page, 'keyLabel')?.props.value).toBe('Another'));
    button(page, 'Make a key').trigger('onClick');
    await vi.waitFor(() => expect(input(page, 'madeKey')?.props.value).toBe(KEY));
    expect(page.renderer.findAll(Alert).map(({ props }) => props.title)).not.toContain(lost);
  });

  test('pressed before the last letter is drawn, it has the name as typed', async () => {
    const page = await open({ [MAKE]: made });
    const press = drawn(page, 'Make a key');
    type(page, 'CRM feed');
    press();
    await vi.waitFor(() => expect(page.sent(MAKE)).toEqual([{ label: 'CRM feed' }]));
  });

  test('where there are too many it says so, and the name stays until one is revoked', async () => {
    const refused = 'No key was made: 20 keys are valid already.';
    const page = await make({ [MAKE]: { ...keys, refused } });
    await vi.waitFor(() => expect(texts(page)).toContain(refused));
    expect(input(page, 'keyLabel')?.props.value).toBe(' CRM feed ');
    expect(input(page, 'madeKey')).toBeNull();
    page.serve({ [MAKE]: made });
    button(page, 'Make a key').trigger('onClick');
    await vi.waitFor(() => expect(input(page, 'madeKey')?.props.value).toBe(KEY));
    expect(texts(page)).not.toContain(refused);
  });

  test('where it cannot be copied it says so', async () => {
    const page = await make();
    await vi.waitFor(() => button(page, 'Copy'));
    page.renderer.mocks.actions.copyTextToClipboard.nextError(new Error('denied'));
    button(page, 'Copy').trigger('onClick');
    await vi.waitFor(() => expect(texts(page)).toContain('It could not be copied. Select it and copy it yourself.'));
  });

  test('a failure keeps the name, says so, and looks whether there is a key after all', async () => {
    const page = await make({ [MAKE]: new Error('offline') });
    await vi.waitFor(() => expect(texts(page)).toContain('Not saved'));
    expect(input(page, 'keyLabel')?.props.value).toBe(' CRM feed ');
    expect(page.sent('GET /api/settings/ingest-keys')).toHaveLength(2);
  });

  test.each([
    ['', 'Give the key a name first.'],
    ['x'.repeat(101), 'Use at most 100 characters.'],
  ])('%j is no name, and nothing is sent', async (text, sentence) => {
    const page = await open();
    type(page, text);
    await vi.waitFor(() => expect(input(page, 'keyLabel')?.props.value).toBe(text));
    button(page, 'Make a key').trigger('onClick');
    await vi.waitFor(() => expect(input(page, 'keyLabel')?.props.validationMessage).toBe(sentence));
    expect(page.sent(MAKE)).toEqual([]);
  });
});

describe('revoking one', () => {
  const dialogue = (page: Page) => button(page, 'Revoke').props.overlay as unknown as Page['renderer'];
  const revoked = { ...keys, keys: keys.keys.map((key) => ({ ...key, revokedAt: '2026-06-15T12:00:00.000Z' })) };

  test('asks first, by the key’s name, and says what it means', async () => {
    const page = await open({ 'DELETE /api/settings/ingest-keys/bbbb2222': revoked });
    const modal = dialogue(page).find(Modal);
    expect(modal.props).toMatchObject({ title: 'Revoke the key “Data warehouse”?', variant: 'danger' });
    expect(deepText(modal)).toContain('What is sent with it from then on is refused. This cannot be undone.');
    const [confirm, cancel] = modal.findAll(Button);
    expect([confirm?.props.variant, cancel?.text]).toEqual(['destructive', 'Cancel']);
    cancel?.trigger('onClick');
    expect(page.sent('DELETE /api/settings/ingest-keys/bbbb2222')).toEqual([]);
    confirm?.trigger('onClick');
    await vi.waitFor(() => expect(rows(page)).toContain('Data warehouse Feb 1, 2026 Revoked: Jun 15, 2026'));
    expect(page.sent('DELETE /api/settings/ingest-keys/bbbb2222')).toHaveLength(1);
    expect(buttons(page)).not.toContain('Revoke');
  });

  test('a failure is told, and the key is still there', async () => {
    const page = await open({ 'DELETE /api/settings/ingest-keys/bbbb2222': new Error('offline') });
    dialogue(page).find(Modal).findAll(Button)[0]?.trigger('onClick');
    await vi.waitFor(() => expect(texts(page)).toContain('Not saved'));
    expect(buttons(page)).toContain('Revoke');
  });
});

test('who may not finds neither form nor button', async () => {
  const page = await open({}, { home: homeIn('en', { may: NOTHING }) });
  expect(buttons(page)).not.toContain('Revoke');
  expect(buttons(page)).not.toContain('Make a key');
  expect(input(page, 'keyLabel')).toBeNull();
});
