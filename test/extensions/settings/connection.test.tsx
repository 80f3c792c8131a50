import { Accordion, DescriptionListItem, Icon, LoadingButton, TableRow } from '@hubspot/ui-extensions';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  button,
  buttons,
  deepText,
  homeIn,
  NOTHING,
  openTab,
  type Page,
  primaryButtons,
  texts,
} from './render-settings.tsx';
import { connection, ofConnection } from './settings-answers.ts';

afterEach(() => vi.restoreAllMocks());

const open = (change: Partial<typeof connection> = {}, setting?: Parameters<typeof openTab>[2], more = {}) =>
  openTab(
    'connection',
    { ...ofConnection, 'GET /api/settings/connection': { ...connection, ...change }, ...more },
    setting,
  );
const facts = ({ renderer }: Page) =>
  renderer.findAll(DescriptionListItem).map((item) => `${item.props.label}: ${deepText(item)}`);

describe('how the account is connected', () => {
  test('is told with moments as the reader writes them, in the portal’s zone', async () => {
    const page = await open();
    expect(facts(page).slice(0, 5)).toEqual([
      'HubSpot account: 4711000',
      'Connected by: The app, installed in this account',
      'Installed: Mar 1, 2026, 10:00 AM',
      'Scores are written to HubSpot since: Mar 2, 2026, 11:30 AM',
      'Scores last computed: Jun 15, 2026, 12:15 PM',
    ]);
    const italian = await open({}, { locale: 'it' });
    expect(facts(italian)).toContain('Installata: 1 mar 2026, 10:00');
    expect(texts(page).join()).not.toMatch(/\d{4}-\d\d-\d\dT/);
  });

  test('of a private app nothing is told of installing, nor offered to start', async () => {
    const page = await open({ way: 'private', installedAt: null, writingSince: null, reauthorizeUrl: null });
    expect(facts(page).join()).not.toContain('Installed');
    expect(buttons(page)).not.toContain('Start writing');
    expect(buttons(page)).not.toContain('Authorize again in HubSpot');
  });

  test('what is wrong comes first, with its remedy and a mark in words', async () => {
    const page = await open();
    const all = texts(page);
    expect(all.indexOf('Tickets cannot be read.')).toBeLessThan(all.indexOf('No emails are logged.'));
    expect(all).toEqual(expect.arrayContaining(['Broken', 'What helps: Grant tickets.', 'Worth a look']));
    expect(all).not.toContain('Companies are read.');
    expect(texts(await open({ findings: [] }))).toContain('Nothing is wrong.');
  });

  test('each permission says what it buys, and whether it is granted, by word and icon', async () => {
    const page = await open();
    const rows = page.renderer
      .findAll(TableRow)
      .map((row) => [deepText(row), row.maybeFind(Icon)?.props.screenReaderText]);
    expect(rows).toContainEqual(['The companies themselves crm.objects.companies.read (required) Granted', 'Granted']);
    expect(rows).toContainEqual(['Support: open and escalated tickets tickets (optional) Not granted', 'Not granted']);
    expect(rows).toContainEqual([
      'Starter segments crm.lists.write (optional) HubSpot does not say',
      'HubSpot does not say',
    ]);
    expect(button(page, 'Authorize again in HubSpot').props.href).toMatchObject({ url: connection.reauthorizeUrl });
    expect(rows).toContainEqual(['Companies 1,234', undefined]);
    expect(rows.map(([text]) => text)).not.toContain('Tickets 0');
  });

  test('what is missing comes first, most needed first; what is granted is behind a heading with its number', async () => {
    const needed = { scope: 'crm.objects.deals.read', granted: false, required: true, buys: 'deals' };
    const page = await open({ scopes: [...connection.scopes, needed] });
    const found = page.renderer
      .findAll(TableRow)
      .map(deepText)
      .filter((row) => /\((required|optional)\)/.test(row));
    expect(found.map((row) => /(\S+) \(/.exec(row)?.[1])).toEqual([
      'crm.objects.deals.read',
      'tickets',
      'crm.lists.write',
      'crm.objects.companies.read',
    ]);
    const behind = page.renderer.find(Accordion, { title: 'Granted: 1' });
    expect(deepText(behind)).toContain('crm.objects.companies.read');
    expect(deepText(behind)).not.toContain('tickets');
  });

  test('with all granted nothing is to be authorized again', async () => {
    const scopes = connection.scopes.map((scope) => ({ ...scope, granted: true }));
    const page = await open({ scopes });
    expect(buttons(page)).not.toContain('Authorize again in HubSpot');
    expect(texts(page)).toContain('Everything is granted.');
  });
});

describe('starting to write', () => {
  const before = { writingSince: null };

  test('is the one primary button, and is told once it is done', async () => {
    const page = await open(before);
    expect(primaryButtons(page)).toEqual(['Start writing']);
    page.serve({ 'POST /api/settings/start-writing': { writingSince: '2026-06-15T12:00:00.000Z' } });
    button(page, 'Start writing').trigger('onClick');
    await vi.waitFor(() =>
      expect(texts(page)).toContain('Writing has started. The scores appear in HubSpot with the next run.'),
    );
    expect(page.sent('GET /api/settings/connection')).toHaveLength(2);
    expect(primaryButtons(await open())).toEqual([]);
  });

  test('a failure is told, and can be tried again', async () => {
    const page = await open(before, undefined, { 'POST /api/settings/start-writing': new Error('offline') });
    button(page, 'Start writing').trigger('onClick');
    await vi.waitFor(() => expect(texts(page)).toContain('Writing was not started'));
    expect(button(page, 'Start writing').props).toMatchObject({ loading: false });
  });

  test.each([
    ['en', null, 'Super admins, people named under People, and whoever installed the app may start it.'],
    ['en', 'We could not check your rights.', 'We could not check your rights.'],
    ['ro', null, 'O pot porni superadministratorii, persoanele numite în fila Persoane și cine a instalat aplicația.'],
  ])('in %s, who may not reads why, and finds no button', async (locale, unknown, sentence) => {
    const page = await open(before, { locale, home: homeIn(locale, { may: NOTHING, unknown }) });
    expect(texts(page)).toContain(sentence);
    expect(primaryButtons(page)).toEqual([]);
    expect(page.renderer.findAll(LoadingButton)).toEqual([]);
  });
});

test('what cannot be loaded does not take the rest with it', async () => {
  const page = await openTab('connection', { ...ofConnection, 'GET /api/settings/connection': new Error('offline') });
  expect(texts(page)).toEqual(
    expect.arrayContaining(['Current schedule: Once a day, 6:00 AM', 'Nothing is running right now.']),
  );
  // How the account is disconnected hangs on how it is connected: no heading over nothing.
  expect(texts(page)).not.toContain('Disconnect');
  page.serve({ 'GET /api/settings/connection': connection });
  button(page, 'Try again').trigger('onClick');
  await vi.waitFor(() => expect(facts(page)).toContain('HubSpot account: 4711000'));
  expect(texts(page)).toContain('Disconnect');
});
