import { Input, Tabs, Toggle } from '@hubspot/ui-extensions';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  button,
  buttons,
  homeIn,
  NOTHING,
  openTab,
  type Page,
  PORTAL,
  pass,
  primaryButtons,
  texts,
} from './render-settings.tsx';
import { connection, ofConnection } from './settings-answers.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const ROUTE = 'POST /api/settings/disconnect';
const BUTTON = 'Disconnect and erase';
const open = (more = {}, setting?: Parameters<typeof openTab>[2]) =>
  openTab('connection', { ...ofConnection, ...more }, setting);
const type = async (page: Page, text: string) => {
  page.renderer.find(Input, { name: 'portalNumber' }).trigger('onInput', text as never);
  await vi.waitFor(() => expect(page.renderer.find(Input, { name: 'portalNumber' }).props.value).toBe(text));
};
const disconnect = async (page: Page, label = BUTTON) => {
  await type(page, ` ${PORTAL} `);
  button(page, label).trigger('onClick');
};
const GOING_ON = () => Response.json({ state: 'disconnecting' }, { status: 202 });

test('takes this account’s own number, and is destructive', async () => {
  const page = await open();
  expect(page.renderer.find(Input, { name: 'portalNumber' }).props.label).toBe('Type 4711000 to confirm');
  for (const wrong of ['', '4711', '47110000', 'yes']) {
    await type(page, wrong);
    expect(button(page, BUTTON).props).toMatchObject({ variant: 'destructive', disabled: true });
  }
  await type(page, ` ${PORTAL} `);
  expect(button(page, BUTTON).props.disabled).toBe(false);
  expect(primaryButtons(page)).toEqual([]);
});

test.each([
  [true, 12, 'Companies whose scores were blanked: 12'],
  [false, 0, 'The app is out of this account, and what was held of it is erased.'],
])(
  'with scores blanked %j it says what came of it, and offers nothing more',
  async (clearValues, cleared, sentence) => {
    const page = await open({ [ROUTE]: { state: 'disconnected', cleared } });
    page.renderer.find(Toggle, { name: 'clearValues' }).trigger('onChange', clearValues as never);
    await vi.waitFor(() => expect(page.renderer.find(Toggle, { name: 'clearValues' }).props.checked).toBe(clearValues));
    await disconnect(page);
    await vi.waitFor(() => expect(texts(page)).toContain(sentence));
    expect(page.sent(ROUTE)).toEqual([{ portalId: PORTAL, clearValues }]);
    // Neither the way back in, nor what was set in an account that is left: nothing but what came of it.
    expect(buttons(page)).toEqual([]);
    expect(page.renderer.findAll(Tabs)).toEqual([]);
  },
);

test('where it takes longer it asks again until it is done', async () => {
  const page = await open({ [ROUTE]: GOING_ON });
  await disconnect(page);
  await vi.waitFor(() =>
    expect(texts(page)).toContain('This may take some minutes. You may leave the page: it goes on.'),
  );
  expect(buttons(page)).toEqual([]);
  await pass(10_000);
  expect(page.sent(ROUTE).length).toBeGreaterThanOrEqual(3);
  // One lost call says nothing of it.
  page.serve({ [ROUTE]: new Error('offline') });
  await pass(3_500);
  page.serve({ [ROUTE]: { state: 'disconnected', cleared: 3 } });
  await pass(4_000);
  await vi.waitFor(() => expect(texts(page)).toContain('Companies whose scores were blanked: 3'));
});

test.each<[string, () => Response | Error]>([
  ['refused', () => Response.json({ error: 'Only super admins may do this.' }, { status: 403 })],
  ['no longer installed', () => Response.json({ error: 'The app is not installed here.' }, { status: 409 })],
  ['gone', () => new Error('offline')],
])('once it went on and the server is %s, it does not claim to know', async (_what, answer) => {
  const page = await open({ [ROUTE]: GOING_ON });
  await disconnect(page);
  await vi.waitFor(() => expect(page.sent(ROUTE)).toHaveLength(1));
  page.serve({ [ROUTE]: answer });
  await pass(15_000);
  await vi.waitFor(() => expect(texts(page)).toContain('The server says nothing more about this account'));
  const asked = page.sent(ROUTE).length;
  await pass(30_000);
  expect(page.sent(ROUTE)).toHaveLength(asked);
});

test('where HubSpot keeps some after a while, all that can be set is back, and it can be tried again', async () => {
  const page = await open({ [ROUTE]: GOING_ON });
  await disconnect(page);
  await vi.waitFor(() => expect(page.renderer.findAll(Tabs)).toEqual([]));
  page.serve({ [ROUTE]: { state: 'not_cleared', failed: 2 } });
  await pass(4_000);
  await vi.waitFor(() => expect(texts(page)).toContain('Not disconnected'));
  page.serve({ [ROUTE]: { state: 'disconnected', cleared: 2 } });
  await vi.waitFor(() => expect(buttons(page)).toContain(BUTTON));
  await disconnect(page);
  await vi.waitFor(() => expect(texts(page)).toContain('Companies whose scores were blanked: 2'));
});

test.each<[string, string, object, string]>([
  [
    'en',
    'companies that HubSpot keeps',
    { state: 'not_cleared', failed: 1_500 },
    'HubSpot did not let the scores of some companies be blanked: 1,500. Nothing else was done. Try again, or leave the scores as they are.',
  ],
  [
    'it',
    'companies that HubSpot keeps',
    { state: 'not_cleared', failed: 2 },
    'HubSpot non ha permesso di svuotare i punteggi di alcune aziende: 2. Nient’altro è stato fatto. Riprova, oppure lascia i punteggi come sono.',
  ],
  [
    'en',
    'no connection',
    new Error('offline'),
    'The server gave no usable answer. Check your connection, and try again in a minute.',
  ],
  [
    'en',
    'who may not',
    Response.json({ error: 'Only super admins may do this.' }, { status: 403 }),
    'Only super admins may do this.',
  ],
])('in %s, %s: nothing was done, and it can be tried again', async (locale, _what, answer, sentence) => {
  const label = locale === 'it' ? 'Disconnetti e cancella' : BUTTON;
  const page = await open({ [ROUTE]: answer }, { locale });
  await disconnect(page, label);
  await vi.waitFor(() => expect(texts(page)).toContain(sentence));
  expect(button(page, label).props).toMatchObject({ disabled: false, loading: false });
});

test('who may not, and an account of a private app, find no button but why', async () => {
  const page = await open({}, { home: homeIn('en', { may: NOTHING }) });
  expect(buttons(page)).not.toContain(BUTTON);
  const mine = await open({ 'GET /api/settings/connection': { ...connection, way: 'private' } });
  expect(buttons(mine)).not.toContain(BUTTON);
  expect(texts(mine).join()).toContain('connected by the token of a private app');
});
