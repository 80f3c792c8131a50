/** The small card on deals, tickets and contacts. */
import { CARD_WORDS } from '@account-health/contract/card-words';
import { Alert, EmptyState, ErrorState, Link, StatusTag } from '@hubspot/ui-extensions';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { RecordHealthCard } from '../../extensions/app/cards/RecordHealthCard.tsx';
import { CATALOGUES } from '../../src/wording/make-wording.ts';
import { asked, button, type CardSetting, loaded, loadedWith, primaries, texts } from './render-card.tsx';
import { behindDeal, behindNothing, behindTicket, spokenRecord } from './scorecards.ts';

afterEach(() => vi.restoreAllMocks());

const setting: CardSetting = { card: <RecordHealthCard />, objectTypeId: '0-3' };

test.each([
  ['0-1', 'contacts'],
  ['0-3', 'deals'],
  ['0-5', 'tickets'],
])('asks by HubSpot’s name of the type (%s)', async (objectTypeId, type) => {
  const card = await loaded(behindDeal, { ...setting, objectTypeId });
  expect(asked(card)).toEqual([['GET', `/api/records/${type}/4711/health`]]);
  expect(card.fetch.mock.calls[0]?.[0]).toMatch(/\?locale=en-GB$/);
});

test('shows the company, its status, score, change and what costs most', async () => {
  const card = await loaded(behindDeal, setting);
  expect(card.renderer.find(Link).text).toBe('Harbour & Lindqvist International Freight Forwarding');
  expect(card.renderer.find(Link).props.href).toMatchObject({ url: expect.stringMatching(/0-2\/4711$/) });
  expect(card.renderer.find(StatusTag).text).toBe('At risk');
  expect(texts(card)).toEqual([
    'Score: 41',
    '-13 in 30 days',
    'Four invoices over €18,400.00 are overdue, the oldest by 51 days.',
    'As of 20 Nov 2026, 23:30',
  ]);
});

test('of several companies each has its own; what is unknown, no customer, set by hand or old says so', async () => {
  const card = await loaded(behindTicket, setting);
  expect(card.renderer.findAll(StatusTag).map(({ text, props }) => [text, props.variant])).toEqual([
    ['Unhealthy', 'danger'],
    ['Unknown', 'default'],
    ['Not a customer', 'default'],
  ]);
  expect(texts(card)).toEqual(expect.arrayContaining(['Status set by hand', 'and 2 more', 'Not a customer.']));
  expect(card.renderer.find(Alert).props.title).toBe('This score is old');
});

test('without a company it says why, and one can look again', async () => {
  const card = await loadedWith([behindNothing, behindDeal], setting);
  expect(card.renderer.find(EmptyState).props.title).toBe('No company');
  expect(texts(card)).toEqual([behindNothing.explanation]);
  button(card, 'Try again').trigger('onClick');
  await card.renderer.waitFor(() => card.renderer.find(StatusTag));
});

test.each([
  ['no connection', new Error('offline'), 'The server gave no usable answer. Try again in a minute.'],
  ['no answer of ours', { hello: 1 }, 'The server gave no usable answer. Try again in a minute.'],
  ['without words', { locale: 'en', companies: [] }, 'The app is being updated. Try again in a few minutes.'],
  [
    'refused',
    new Response('', { status: 403 }),
    'The server did not accept the request. Ask an admin to check how the app is set up.',
  ],
])('%s', async (_name, answer, sentence) => {
  const card = await loadedWith([answer, behindDeal], setting);
  expect(card.renderer.find(ErrorState).props.title).toBe('The health score could not be loaded');
  expect(texts(card)).toEqual([sentence]);
  button(card, 'Try again').trigger('onClick');
  await card.renderer.waitFor(() => card.renderer.find(StatusTag));
});

describe.each(['en', 'it', 'ko'])('in %s', (locale) => {
  test.each(Object.entries({ behindDeal, behindTicket, behindNothing }))('%s', async (_name, health) => {
    const card = await loaded(spokenRecord(health, locale), { ...setting, language: locale, locale });
    expect(primaries(card)).toEqual([]);
    const shown = [...texts(card), ...card.renderer.findAll(StatusTag).map(({ text }) => text)].map(String);
    expect(shown.join('\n')).not.toMatch(/\d{4}-\d\d|[a-z]_[a-z]|471\d|undefined|null|NaN|\{\w+\}/);
    const foreign = CARD_WORDS.map((word) => `card.word.${word}`).filter(
      (key) => CATALOGUES.en?.[key] !== CATALOGUES[locale]?.[key],
    );
    expect(shown.filter((text) => foreign.some((key) => CATALOGUES.en?.[key] === text))).toEqual([]);
  });
});
